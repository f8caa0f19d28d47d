import type { Scope, Store } from '../../store/store.ts';
import type { AccountNames } from '../accounts/shown-account.ts';
import type { Block } from '../live/block.ts';
import { type AlertView, alertsIn, alertViews } from './alert-row.ts';

/** Whoever makes alerts, and says so after they are durable. */
export interface AlertSource extends AccountNames {
  on(event: 'durable', listener: (block: Block) => void): unknown;
  off(event: 'durable', listener: (block: Block) => void): unknown;
}

export interface FeedOptions {
  readonly store: Store;
  readonly source: AlertSource;
  /** Changes are gathered for so long: a flood of transfers is one look into the store. */
  readonly gatherMs: number;
}

interface Listener {
  readonly scope: Scope;
  hear(alerts: readonly AlertView[]): void;
}

/** Alerts told of at once; past them the oldest changes are left out, and whoever listens reads the list. */
const CHANGED_MOST = 500;

/** Tells listeners of alerts as they come and change, each of what it may see. Nothing is kept for who is not there. */
export class AlertFeed {
  readonly #options: FeedOptions;
  readonly #listeners = new Set<Listener>();
  /** Open alerts that changed, as institution and account. */
  #accounts = new Map<string, readonly [institutionId: number, account: number]>();
  #alertIds = new Set<number>();
  #timer: NodeJS.Timeout | undefined;
  #telling: Promise<void> = Promise.resolve();

  constructor(options: FeedOptions) {
    this.#options = options;
    options.source.on('durable', this.#onDurable);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** How many may listen is the caller's to bound. @returns a function that ends it. */
  listen(scope: Scope, hear: Listener['hear']): () => void {
    const listener = { scope, hear };
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** An alert that a person changed. */
  changed(alertId: number): void {
    if (this.#listeners.size === 0) return;
    if (this.#alertIds.size < CHANGED_MOST) this.#alertIds.add(alertId);
    this.#soon();
  }

  async close(): Promise<void> {
    this.#options.source.off('durable', this.#onDurable);
    clearTimeout(this.#timer);
    this.#listeners.clear();
    await this.#telling;
  }

  readonly #onDurable = (block: Block): void => {
    if (this.#listeners.size === 0 || block.alerts.size === 0) return;
    for (const [key, { institutionId, account }] of block.alerts)
      if (this.#accounts.size < CHANGED_MOST) this.#accounts.set(key, [institutionId, account]);
    this.#soon();
  };

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      // One look at a time; a store that is away is not asked again for what was, listeners read the list.
      this.#telling = this.#telling.then(() => this.#tell()).catch(() => {});
    }, this.#options.gatherMs);
  }

  async #tell(): Promise<void> {
    const { store, source } = this.#options;
    const accounts = [...this.#accounts.values()];
    const alertIds = [...this.#alertIds];
    this.#accounts = new Map();
    this.#alertIds = new Set();
    if (accounts.length + alertIds.length === 0) return;
    const rows = await store.read(EVERYTHING, (trx) =>
      alertsIn(trx)
        .where(({ eb, or, and, refTuple, tuple }) =>
          or([
            ...(alertIds.length > 0 ? [eb('a.alert_id', 'in', alertIds)] : []),
            ...(accounts.length > 0
              ? [
                  and([
                    eb('a.status', '<>', 'closed'),
                    eb(
                      refTuple('a.institution_id', 'a.account_no'),
                      'in',
                      accounts.map(([institutionId, account]) => tuple(institutionId, account)),
                    ),
                  ]),
                ]
              : []),
          ]),
        )
        .execute(),
    );
    const views = await alertViews(store, source, rows);
    const institutionOf = new Map(rows.map((row) => [row.alert_id, row.institution_id]));
    for (const { scope, hear } of this.#listeners) {
      const own = views.filter(
        ({ alertId }) => scope.seesAll || institutionOf.get(alertId) === scope.institutionId,
      );
      if (own.length > 0) hear(own);
    }
  }
}

/** The feed reads for all its listeners at once and tells each its own. */
const EVERYTHING: Scope = { institutionId: 0, seesAll: true };
