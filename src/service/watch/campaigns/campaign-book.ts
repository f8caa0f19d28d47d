import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ContactKind } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import { CampaignIndex } from '../../../watch/cluster/campaign-index.ts';
import type { ClusteredPost, Joined } from '../../../watch/cluster/edge.ts';
import { maskedText } from '../../../watch/cluster/masked-text.ts';
import { clusterKey } from '../posts/contact-hash.ts';
import { COUNTED } from '../posts/counted.ts';
import type { WatchParts } from '../watch-parts.ts';
import { type BookedPost, bookedPost, storedPosts } from './stored-post.ts';

const DAY_MS = 86_400_000;
/** Campaigns remember so long: a recruiter whose posts all are older begins a new one. */
const REMEMBERED_MS = 180 * DAY_MS;
/** And so many posts, the latest of any kind: past half as many more the oldest are let go of. */
const POSTS_MOST = 200_000;
const PAGE_POSTS = 500;

type Parts = Pick<WatchParts, 'store' | 'now'>;

/**
 * The campaigns in memory: made from the store when they are first needed, and anew after a transaction that was not
 * written, so that they never tell of what is not there. Used by one at a time.
 *
 * Posts of an institution's own sources are of campaigns of their own: a campaign of public posts that only a post of one bank
 * holds together would tell all others of that post.
 */
export class CampaignBook {
  readonly #parts: Parts;
  /** By institution; null: of everybody's posts. */
  #indexes: Map<number | null, CampaignIndex> | undefined;
  /** Contacts that a person or the index took out, hex of their hashes. */
  #stopped = new Set<string>();
  /** Since it was made. */
  #added = 0;
  /** What the index was told, ever. */
  #changes = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What was told to the index may not have been written: it is made anew before it is asked again. */
  forget(): void {
    this.#indexes = undefined;
  }

  /**
   * Does work that may tell the index of posts; if it fails, what was told is forgotten. Work that was refused before it told
   * anything costs nothing: all is not read anew because two people labelled the same post.
   */
  async orForgotten<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#changes;
    try {
      return await work();
    } catch (error) {
      if (this.#changes !== before) this.forget();
      throw error;
    }
  }

  /** Makes the index if there is none. */
  async ready(): Promise<void> {
    if (this.#indexes !== undefined && this.#added < POSTS_MOST / 2) return;
    const indexes = new Map([[null as number | null, new CampaignIndex()]]);
    this.#stopped = await this.#stoppedContacts();
    this.#added = 0;
    for (let after = await this.#before(); ; ) {
      const posts = await this.#parts.store.write((trx) => this.#page(trx, after));
      for (const post of posts) indexIn(indexes, post).add(this.#clustered(post));
      if (posts.length < PAGE_POSTS) break;
      after = posts[posts.length - 1].postId;
      await nextTurn();
    }
    this.#indexes = indexes;
  }

  add(post: BookedPost): Joined {
    this.#added++;
    this.#changes++;
    return indexIn(this.#ready, post).add(this.#clustered(post));
  }

  remove(postId: number): void {
    this.#changes++;
    for (const index of this.#ready.values()) index.remove(postId);
  }

  /** Undefined: not among the posts that are remembered. */
  campaignOf(postId: number): number | undefined {
    for (const index of this.#ready.values()) {
      const campaign = index.campaignOf(postId);
      if (campaign !== undefined) return campaign;
    }
    return undefined;
  }

  /**
   * Contacts that the index took out since it was asked last; of everybody's posts, for what is stopped is stopped for everybody.
   */
  newlyStopped(): { readonly kind: ContactKind; readonly hash: Buffer }[] {
    const fresh = [];
    for (const key of this.#ready.get(null)!.stopContacts()) {
      const [kind, hex] = key.split(':') as [ContactKind, string];
      if (this.#stopped.has(hex)) continue;
      this.#stopped.add(hex);
      this.#changes++;
      fresh.push({ kind, hash: Buffer.from(hex, 'hex') });
    }
    return fresh;
  }

  get #ready(): Map<number | null, CampaignIndex> {
    if (this.#indexes === undefined) throw new Error('the campaigns are not ready');
    return this.#indexes;
  }

  #clustered({ postId, at, sourceId, text, contacts }: BookedPost): ClusteredPost {
    const joining = contacts.filter(({ hash }) => !this.#stopped.has(hexOf(hash)));
    return {
      id: postId,
      at,
      place: String(sourceId),
      contacts: [...new Set(joining.map(({ kind, hash }) => clusterKey(kind, hash)))],
      text: maskedText(text),
    };
  }

  /** The last post that is remembered no more. */
  async #before(): Promise<number> {
    const row = await this.#parts.store.write((trx) =>
      trx
        .selectFrom('posts')
        .select('post_id')
        .orderBy('post_id', 'desc')
        .offset(POSTS_MOST)
        .limit(1)
        .executeTakeFirst(),
    );
    return row?.post_id ?? 0;
  }

  async #stoppedContacts(): Promise<Set<string>> {
    const rows = await this.#parts.store.write((trx) =>
      trx.selectFrom('stop_contacts').select('hash').execute(),
    );
    return new Set(rows.map(({ hash }) => hexOf(hash)));
  }

  async #page(trx: Transaction, after: number): Promise<BookedPost[]> {
    const { store, now } = this.#parts;
    const oldest = now() - REMEMBERED_MS;
    const where = sql`p.post_id > ${after} AND p.at > ${oldest} AND ${COUNTED}`;
    const rows = await storedPosts(trx, where, PAGE_POSTS);
    return rows.map((row) => bookedPost(store.vault, row));
  }
}

function indexIn(
  indexes: Map<number | null, CampaignIndex>,
  { institutionId }: Pick<BookedPost, 'institutionId'>,
): CampaignIndex {
  const known = indexes.get(institutionId);
  if (known !== undefined) return known;
  const index = new CampaignIndex();
  indexes.set(institutionId, index);
  return index;
}

const hexOf = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
