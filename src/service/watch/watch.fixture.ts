import type { Store } from '../../store/store.ts';
import type { SourceKind } from '../../store/tables/watch.ts';
import { boundedPost, type FoundPost, type SourcePost } from '../../watch/sources/source-post.ts';
import type { Principal } from '../access/principal.ts';
import { openAudit } from '../audit/audit.ts';
import { loadLaw } from '../law/load-law.ts';
import type { Lists } from '../lists/lists.ts';
import { openLists } from '../lists/open-lists.ts';
import type { LiveService } from '../live/live-service.ts';
import { openLive } from '../live/open-live.ts';
import type { Institution, TransferRequest } from '../live/transfer-request.ts';
import { loadRuleset } from '../ruleset.ts';
import { NamedInPosts } from './join/named-in-posts.ts';
import type { StoredSource } from './posts/stored-source.ts';
import { type TakenPosts, takePosts } from './posts/take-posts.ts';
import { startWatch } from './start-watch.ts';
import type { Watch } from './watch.ts';

const [law, ruleset] = await Promise.all([loadLaw(), loadRuleset()]);

/** Banks, their transfers, and Watch over one store, with a clock of the test's own. */
export class WatchTown {
  readonly store: Store;
  at = Date.UTC(2026, 10, 20, 9);
  watch!: Watch;
  live!: LiveService;
  lists!: Lists;
  #names = 0;

  constructor(store: Store) {
    this.store = store;
  }

  /** Opens everything, or opens it anew as after a restart. */
  async open(servers: readonly string[] = []): Promise<void> {
    const { store } = this;
    const now = () => this.at;
    const audit = await openAudit({ store, now });
    this.lists = await openLists({ store, audit, now });
    const named = new NamedInPosts();
    const { live } = await openLive({
      store,
      dataDir: store.dataDir,
      options: { ruleset, currency: 'KZT' },
      listing: this.lists.listing,
      told: named,
      law: law.grounds,
      now,
      fatal(error) {
        throw error;
      },
    });
    this.live = live;
    this.watch = await startWatch(
      { ...PLAIN, data: store.dataDir, watchPrivate: [...servers] },
      { store, audit, live, now, trouble: (event, error) => this.troubles.push([event, error]) },
      named,
      // No name lives anywhere: tests leave the open internet alone.
      async () => [],
    );
  }

  /** What failed and stopped nothing. */
  readonly troubles: (readonly [string, unknown])[] = [];

  async close(): Promise<void> {
    this.watch.fetcher.close();
    await this.live.close();
  }

  async bank(code: string): Promise<Institution> {
    const { institution_id } = await this.store.db
      .insertInto('institutions')
      .values({ code, name: code, kind: 'bank', created_at: this.at })
      .returning('institution_id')
      .executeTakeFirstOrThrow();
    return { institutionId: institution_id, code };
  }

  async source(
    kind: SourceKind = 'rows',
    institutionId: number | null = null,
  ): Promise<StoredSource> {
    const name = `${kind} ${++this.#names}`;
    const { source_id } = await this.store.db
      .insertInto('watch_sources')
      .values({
        institution_id: institutionId,
        kind,
        name,
        created_at: this.at,
        created_by: 'test',
      })
      .returning('source_id')
      .executeTakeFirstOrThrow();
    return { sourceId: source_id, institutionId, kind, name };
  }

  take(source: StoredSource, ...posts: readonly SourcePost[]): Promise<TakenPosts> {
    return takePosts(this.watch, source, { posts, fetched: [], operator: 'test' });
  }

  /** Number of a post by the name its source has for it. */
  async idOf(source: StoredSource, externalId: string): Promise<number> {
    const { post_id } = await this.store.db
      .selectFrom('posts')
      .select('post_id')
      .where('source_id', '=', source.sourceId)
      .where('external_id', '=', externalId)
      .executeTakeFirstOrThrow();
    return post_id;
  }

  /** A transfer as a bank asks for it; every amount is one. */
  async pay(bank: Institution, transfer: Partial<TransferRequest> & { readonly id: string }) {
    const [outcome] = await this.live.decide(bank, [
      {
        at: this.at,
        payer: 'payer',
        payee: 'payee',
        amountMinor: 40_000_000,
        currency: 'KZT',
        ...transfer,
      },
    ]);
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return outcome.value;
  }

  accountNo(bank: Institution, name: string): number {
    const account = this.live.accountNo(bank, name);
    if (account === undefined) throw new Error(`no account ${name}`);
    return account;
  }
}

const PLAIN = {
  timestampUrl: undefined,
  browserPath: undefined,
  networkExit: undefined,
  publicUrl: undefined,
  watchContact: undefined,
};

/** A post of a source. */
export const sourcePost = (
  externalId: string,
  text: string,
  more: Partial<FoundPost> = {},
): SourcePost => boundedPost({ externalId, text, at: Date.UTC(2026, 10, 20, 8), ...more }).post;

export const person = (institutionId: number, more: Partial<Principal> = {}): Principal => ({
  kind: 'user',
  id: 1,
  institutionId,
  seesAll: false,
  roles: ['analyst'],
  scopes: [],
  name: `person of ${institutionId}`,
  ...more,
});

/** Invented, with a right check digit and the issuer of nobody. */
export const CARD = '4400430000000007';

/** An unlawful offer, in words that a person could not take for anything else. */
export const offer = (contact: string): string =>
  `Возьму в аренду вашу карту Kaspi, плачу 20 000 тг в день, деньги вперёд. Нужны дропы. Пишите: ${contact}`;
