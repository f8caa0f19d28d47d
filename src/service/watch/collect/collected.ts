import type { Problem } from '../../../domain/errors/catalogue.ts';
import type { SourceKind } from '../../../store/tables/watch.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import type { BoundedPost, RowReject, SourcePost } from '../../../watch/sources/source-post.ts';
import { cutReject } from '../../../watch/sources/source-post.ts';
import type { Fetcher } from '../fetch/fetcher.ts';

/** A source to be looked at once. */
export interface SourceToCollect {
  readonly kind: SourceKind;
  /** Address of the channel, feed, sitemap or page; null for a file. */
  readonly url: string | null;
  /** What the last look gave as its cursor; anything else counts as none. */
  readonly cursor: unknown;
  /** telegram_export, rows, warc: the file as it was handed over. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

export interface CollectDeps {
  readonly fetcher: Fetcher;
  /** Epoch ms. */
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
}

/** What one look at a source gave. */
export interface Collected {
  readonly posts: readonly SourcePost[];
  /** Answers that posts were read from; `SourcePost.fetched` is a place in here. */
  readonly fetched: readonly Fetched[];
  readonly rejects: readonly RowReject[];
  /** For the next look; JSON of less than 100 KB. */
  readonly cursor: unknown;
  /** A limit of one look was met: the next one goes on with the cursor. */
  readonly hasMore: boolean;
  /** What ended the look after some of it had been read. */
  readonly problem: Problem | undefined;
}

/** What one look may hold in memory. */
export const MOST_POSTS = 100_000;
/** UTF-16 units of all texts together. */
const MOST_TEXTS = 64 << 20;
/** Bytes of all answers together, packed and unpacked. */
const MOST_FETCHED = 64 << 20;

/** Gathers posts within the limits of one look. */
export class Gathering {
  readonly posts: SourcePost[] = [];
  readonly fetched: Fetched[] = [];
  readonly rejects: RowReject[] = [];
  #texts = 0;
  #bytes = 0;

  /** Nothing more may be added: what is left is for the next look. */
  get isFull(): boolean {
    return (
      this.posts.length >= MOST_POSTS ||
      this.rejects.length >= MOST_POSTS ||
      this.#texts >= MOST_TEXTS ||
      this.#bytes >= MOST_FETCHED
    );
  }

  /** Keeps an answer; its place for `SourcePost.fetched`. */
  keep(fetched: Fetched): number {
    this.#bytes +=
      fetched.bytes.length + (fetched.body === fetched.bytes ? 0 : fetched.body.length);
    return this.fetched.push(fetched) - 1;
  }

  add(post: SourcePost): void {
    this.posts.push(post);
    this.#texts += post.text.length;
  }

  addBounded({ post, wasCut }: BoundedPost, line: number): void {
    this.add(post);
    if (wasCut) this.rejects.push(cutReject(line));
  }

  refuse(problem: Problem, line: number): void {
    this.rejects.push({ ...problem, line, effect: 'refused' });
  }

  collected(cursor: unknown, hasMore = false, problem?: Problem): Collected {
    const { posts, fetched, rejects } = this;
    return { posts, fetched, rejects, cursor, hasMore, problem };
  }
}

/** Fields of a cursor, whatever was kept. */
export const cursorOf = (kept: unknown): Readonly<Record<string, unknown>> =>
  typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};

export const numberIn = (
  cursor: Readonly<Record<string, unknown>>,
  key: string,
): number | undefined => {
  const value = cursor[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

export const textIn = (
  cursor: Readonly<Record<string, unknown>>,
  key: string,
): string | undefined => {
  const value = cursor[key];
  return typeof value === 'string' ? value : undefined;
};
