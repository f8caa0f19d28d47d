import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { PostLabel, Stance } from '../../../domain/post.ts';
import type { Store } from '../../../store/store.ts';
import type { CheckResult } from '../../../store/tables/watch.ts';
import type { Principal } from '../../access/principal.ts';
import type { Role } from '../../access/role.ts';
import { type Audit, openAudit } from '../../audit/audit.ts';
import { loadTakedownBook } from '../../law/load-takedown-book.ts';
import { sealPost } from '../posts/kept-post.ts';
import { actOnTakedown, type TakedownWish } from './act-on-takedown.ts';
import type { PageCopy, TakedownDeps } from './deps.ts';
import { type DraftWish, draftTakedown } from './draft-takedown.ts';
import { showTakedown } from './show-takedown.ts';
import type { TakedownView } from './takedown-view.ts';
import { tickTakedowns } from './tick-takedowns.ts';

export const START = Date.parse('2026-11-26T12:00:00+05:00');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const reason = 'a reason in words';

export const person = (id: number, roles: Role[], institutionId: number): Principal => ({
  kind: 'user',
  id,
  institutionId,
  seesAll: false,
  roles,
  scopes: [],
  name: `person-${id}`,
});

const book = await loadTakedownBook();

/** Two banks and their people, posts that persons reviewed, pages that stand until they are taken away, a clock. */
export class TakedownWorld {
  readonly #clock: { now: number };
  /** What a look at the page of a post gives; 'up' for one that is not here. */
  readonly pages = new Map<number, CheckResult | 'refuses'>();
  readonly store: Store;
  readonly audit: Audit;
  readonly deps: TakedownDeps;
  readonly bank: number;
  readonly other: number;
  readonly source: number;
  readonly analyst: Principal;
  readonly investigator: Principal;
  readonly supervisor: Principal;
  readonly liaison: Principal;
  readonly stranger: Principal;
  #posts = 0;

  private constructor(
    store: Store,
    audit: Audit,
    clock: { now: number },
    ids: { readonly bank: number; readonly other: number; readonly source: number },
  ) {
    this.#clock = clock;
    this.store = store;
    this.audit = audit;
    this.bank = ids.bank;
    this.other = ids.other;
    this.source = ids.source;
    this.deps = {
      store,
      audit,
      book,
      now: () => clock.now,
      captureNow: (postId, cause) => this.#capture(postId, cause),
    };
    this.analyst = person(1, ['analyst'], ids.bank);
    this.investigator = person(2, ['investigator'], ids.bank);
    this.supervisor = person(3, ['supervisor'], ids.bank);
    this.liaison = person(4, ['liaison'], ids.bank);
    this.stranger = person(9, ['investigator'], ids.other);
  }

  static async make(store: Store): Promise<TakedownWorld> {
    const clock = { now: START };
    const audit = await openAudit({ store, now: () => clock.now });
    const bank = await addBank(store, 'alpha');
    const other = await addBank(store, 'beta');
    const { source_id: source } = await store.db
      .insertInto('watch_sources')
      .values({
        kind: 'telegram_channel',
        name: 'example',
        url: 'https://t.me/s/example',
        created_at: START,
        created_by: 'test',
      })
      .returning('source_id')
      .executeTakeFirstOrThrow();
    return new TakedownWorld(store, audit, clock, { bank, other, source });
  }

  get now(): number {
    return this.#clock.now;
  }

  set now(at: number) {
    this.#clock.now = at;
  }

  /** A post that a person reviewed; `said: null`: nobody has. */
  async post(
    more: {
      readonly institution?: number;
      readonly campaign?: number;
      readonly url?: string | null;
      readonly said?: readonly [PostLabel, Stance] | null;
    } = {},
  ): Promise<number> {
    const n = ++this.#posts;
    const { said = ['dropper', 'offer'], url = `https://t.me/example/${n}` } = more;
    const text = `Карта керек, жазыңыз: @kurator_${n}`;
    const { post_id } = await this.store.db
      .insertInto('posts')
      .values({
        institution_id: more.institution ?? null,
        source_id: this.source,
        external_id: `example/${n}`,
        url,
        at: this.now,
        found_at: this.now,
        sealed: sealPost(this.store.vault, {
          text,
          author: null,
          links: [],
          places: [['handle', text.indexOf('@'), text.length]],
        }),
        content: Buffer.alloc(32, n),
        lang: 'kk',
        label: 'dropper',
        score: 0.9,
        stance: 'offer',
        asks: ['card'],
        techniques: ['private_chat'],
        reasons: '[]',
        reader: 'test',
        ...(said !== null && { said_label: said[0], said_stance: said[1], said_at: this.now }),
        campaign_id: more.campaign ?? null,
      })
      .returning('post_id')
      .executeTakeFirstOrThrow();
    await this.store.db
      .insertInto('post_contacts')
      .values({
        post_id,
        kind: 'handle',
        hash: Buffer.alloc(32, n),
        sealed: this.store.vault.seal(`@kurator_${n}`),
        starts: text.indexOf('@'),
        ends: text.length,
      })
      .execute();
    return post_id;
  }

  async campaign(): Promise<number> {
    const { campaign_id } = await this.store.db
      .insertInto('campaigns')
      .values({ first_at: this.now, last_at: this.now, posts: 1 })
      .returning('campaign_id')
      .executeTakeFirstOrThrow();
    return campaign_id;
  }

  /** A sealed copy of the page as it is now, as its capture writes it down. */
  async #capture(postId: number, cause: 'sealed' | 'recheck'): Promise<PageCopy> {
    const result = this.pages.get(postId) ?? 'up';
    if (result === 'refuses') throw new QorganError('QRG_WATCH_UNREACHABLE', { reason: 'refused' });
    const status = result === 'gone' ? 404 : 200;
    if (result === 'gone' || result === 'up')
      await this.store.db
        .updateTable('posts')
        .set({ gone_at: result === 'gone' ? this.now : null })
        .where('post_id', '=', postId)
        .where('gone_at', result === 'gone' ? 'is' : 'is not', null)
        .execute();
    return { captureId: await this.copy(postId, { cause, status }), result };
  }

  async copy(
    postId: number,
    {
      cause = 'found',
      status = 200,
    }: { readonly cause?: 'found' | 'sealed' | 'recheck'; readonly status?: number } = {},
  ): Promise<number> {
    const bytes = Buffer.from(`package ${postId} ${cause} ${this.now}`);
    const { capture_id } = await this.store.db
      .insertInto('captures')
      .values({
        post_id: postId,
        source_id: this.source,
        at: this.now,
        cause,
        url: `https://t.me/example/${postId}`,
        status,
        sha256: Buffer.alloc(
          32,
          bytes.reduce((sum, byte) => (sum * 31 + byte) % 251, 7),
        ),
        bytes: bytes.length,
        timestamped: false,
        has_screenshot: false,
        package_sealed: this.store.vault.seal(bytes),
      })
      .returning('capture_id')
      .executeTakeFirstOrThrow();
    return capture_id;
  }

  draft(
    post: number,
    more: Partial<DraftWish> = {},
    by: Principal = this.analyst,
  ): Promise<TakedownView> {
    const wish = { post, channel: 'platform_memorandum', language: 'ru', reason } as const;
    return draftTakedown(this.deps, by, { ...wish, ...more });
  }

  /** Acts on the version that is there now. */
  async act(
    takedownId: number,
    wish: TakedownWish,
    by: Principal = this.supervisor,
  ): Promise<TakedownView> {
    return actOnTakedown(this.deps, by, takedownId, await this.versionOf(takedownId), wish);
  }

  /** Sealed by the analyst and sent by the supervisor, now. */
  async sent(post: number, more: Partial<DraftWish> = {}): Promise<number> {
    const { takedownId } = await this.draft(post, more);
    await this.act(takedownId, { kind: 'seal', reason }, this.analyst);
    await this.act(takedownId, { kind: 'send', number: '12/3', sentAt: this.now, reason });
    return takedownId;
  }

  async stateOf(takedownId: number): Promise<string> {
    return (await showTakedown(this.deps, this.analyst, takedownId)).state;
  }

  /** Requests of tests before are over: the clock passes them by. */
  async forget(): Promise<void> {
    await this.store.db.deleteFrom('takedown_checks').execute();
    await this.store.db.updateTable('takedowns').set({ state: 'withdrawn' }).execute();
  }

  tick() {
    return tickTakedowns(this.deps);
  }

  async versionOf(takedownId: number): Promise<number> {
    const row = await this.store.db
      .selectFrom('takedowns')
      .select('version')
      .where('takedown_id', '=', takedownId)
      .executeTakeFirstOrThrow();
    return row.version;
  }

  /** Acts on a request in the record of acts. */
  async audited(takedownId: number): Promise<string[]> {
    const rows = await this.store.db
      .selectFrom('audit')
      .select('action')
      .where('object', '=', `takedown:${takedownId}`)
      .orderBy('seq')
      .execute();
    return rows.map(({ action }) => action);
  }
}

async function addBank(store: Store, code: string): Promise<number> {
  const row = await store.db
    .insertInto('institutions')
    .values({ code, name: `${code} bank`, kind: 'bank', created_at: START })
    .returning('institution_id')
    .executeTakeFirstOrThrow();
  return row.institution_id;
}

/** 'done', or the code of what was refused. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof QorganError) return error.problem.code;
    throw error;
  }
}
