import type { Transaction } from '../../../store/store.ts';
import type { CaptureCause } from '../../../store/tables/watch.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import type { SourcePost } from '../../../watch/sources/source-post.ts';
import type { SealedPackage } from '../evidence/seal-capture.ts';
import type { Watch } from '../watch.ts';
import type { WatchParts } from '../watch-parts.ts';

type CaptureWish = Parameters<WatchParts['evidence']['seal']>[0];

/** A sealed copy that is not written down yet. */
export interface MadeCapture {
  readonly cause: CaptureCause;
  readonly url: string;
  /** 0: there was no request. */
  readonly status: number;
  readonly sealed: SealedPackage;
}

/** Seals a copy. What cannot be sealed is counted and told; the post is kept all the same. */
export async function makeCapture(
  watch: Watch,
  wish: CaptureWish,
): Promise<MadeCapture | undefined> {
  const { cause, fetched } = wish;
  try {
    const sealed = await watch.evidence.seal(wish);
    watch.figures.captures++;
    return { cause, url: fetched.finalUrl, status: fetched.status, sealed };
  } catch (error) {
    watch.figures.captureFailures++;
    watch.trouble?.('capture failed', error);
    return undefined;
  }
}

/** Returns the number of the capture. */
export async function writeCapture(
  watch: Watch,
  trx: Transaction,
  of: { readonly postId: number; readonly sourceId: number },
  { cause, url, status, sealed }: MadeCapture,
): Promise<number> {
  const { capture_id } = await trx
    .insertInto('captures')
    .values({
      post_id: of.postId,
      source_id: of.sourceId,
      at: watch.now(),
      cause,
      url,
      status: status === 0 ? null : status,
      sha256: Buffer.from(sealed.sha256, 'hex'),
      bytes: sealed.bytes.length,
      timestamped: sealed.timestamped,
      has_screenshot: sealed.hasScreenshot,
      package_sealed: watch.store.vault.seal(sealed.bytes),
    })
    .returning('capture_id')
    .executeTakeFirstOrThrow();
  return capture_id;
}

/** SHA-256 of the package that showed each post last, hex. */
export async function latestCaptures(
  trx: Transaction,
  postIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (postIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('captures')
    .select(['post_id', 'sha256'])
    .distinctOn('post_id')
    .where('post_id', 'in', [...postIds])
    .orderBy('post_id')
    .orderBy('capture_id', 'desc')
    .execute();
  return new Map(rows.map(({ post_id, sha256 }) => [post_id ?? 0, sha256.toString('hex')]));
}

/**
 * The record that a post was read from, where it came with a file and not over the network: what was handed over is all there
 * is to seal. It names no page, whatever page the record names: nobody asked that one, and it answered nothing.
 */
export function recordAsFetched(post: SourcePost, at: number): Fetched {
  const bytes = Buffer.from(JSON.stringify(post));
  const url = `urn:post:${encodeURIComponent(post.externalId.toWellFormed())}`;
  return {
    url,
    finalUrl: url,
    chain: [],
    status: 0,
    headers: [],
    at,
    bytes,
    body: bytes,
    contentType: 'application/json',
    toldBy: 'file',
  };
}
