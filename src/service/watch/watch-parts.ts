import type { Language } from '../../domain/language.ts';
import type { Store } from '../../store/store.ts';
import type { SourceKind } from '../../store/tables/watch.ts';
import type { ClusteredPost, Joined } from '../../watch/cluster/edge.ts';
import type { Extracted } from '../../watch/extract/found.ts';
import type { PostReading } from '../../watch/read/read-post.ts';
import type { Fetched } from '../../watch/sources/fetched.ts';
import type { RowReject, SourcePost } from '../../watch/sources/source-post.ts';
import type { Audit } from '../audit/audit.ts';
import type { LiveService } from '../live/live-service.ts';
import type { Capture, SealedPackage } from './evidence/seal-capture.ts';

/** Reads what a post says. */
export interface WatchReader {
  /** Edition of lexicon and model: kept with what they said. */
  readonly edition: string;
  read(text: string): PostReading;
  /** What a rule looks for, in words. */
  titleOf(rule: string, language: Language): string;
}

/** Which posts are of one campaign. */
export interface CampaignIndexPart {
  add(post: ClusteredPost): Joined;
  remove(id: number): void;
  campaignOf(id: number): number | undefined;
  /** Keys of contacts that join nothing: too many strangers share them. */
  stopContacts(): Iterable<string>;
}

/** A source as it is asked or read. */
export interface CollectedFrom {
  readonly kind: SourceKind;
  readonly url: string | null;
  readonly cursor: unknown;
  /** A file that was handed over. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/** What a look at a source gave. */
export interface CollectedPosts {
  readonly posts: readonly SourcePost[];
  readonly fetched: readonly Fetched[];
  readonly rejects: readonly RowReject[];
  readonly cursor: unknown;
}

/** What is to be sealed; the rest of a capture is the same for all. */
export type CaptureWish = Pick<
  Capture,
  'fetched' | 'post' | 'cause' | 'operator' | 'previousPackage'
>;

/** What the use cases of Watch stand on. */
export interface WatchParts {
  readonly store: Store;
  readonly audit: Audit;
  /** Hears which accounts are named in posts. */
  readonly live: Pick<LiveService, 'record' | 'accountName'>;
  readonly reader: WatchReader;
  readonly extract: (text: string) => Extracted;
  /** The words that near-duplicates are compared by. */
  readonly masked: (text: string) => string;
  readonly newIndex: () => CampaignIndexPart;
  readonly collect: (source: CollectedFrom, signal: AbortSignal) => Promise<CollectedPosts>;
  readonly fetchPage: (url: string, signal: AbortSignal) => Promise<Fetched>;
  /** Closes a capture; throws where it is too big. */
  readonly seal: (capture: CaptureWish) => Promise<SealedPackage>;
  readonly now: () => number;
  /** Hears of what failed and stops nothing. */
  readonly trouble?: ((event: string, error: unknown) => void) | undefined;
}
