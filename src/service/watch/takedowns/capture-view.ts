import type { Transaction } from '../../../store/store.ts';
import type { CaptureCause } from '../../../store/tables/watch.ts';

/** A sealed copy of a page, without its bytes. */
export interface CaptureView {
  readonly captureId: number;
  readonly postId: number | null;
  readonly at: number;
  readonly cause: CaptureCause;
  readonly url: string | null;
  /** HTTP status; null without a request. */
  readonly status: number | null;
  /** Of the package, hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly timestamped: boolean;
  readonly hasScreenshot: boolean;
}

const COLUMNS = [
  'capture_id',
  'post_id',
  'at',
  'cause',
  'url',
  'status',
  'sha256',
  'bytes',
  'timestamped',
  'has_screenshot',
] as const;

/** Sealed copies of a post, latest first, before a number. */
export async function capturesOf(
  trx: Transaction,
  postId: number,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<CaptureView[]> {
  const rows = await trx
    .selectFrom('captures')
    .select(COLUMNS)
    .where('post_id', '=', postId)
    .where('capture_id', '<', before)
    .orderBy('capture_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(shown);
}

/** Undefined for one that the reader of the transaction may not see. */
export async function findCapture(
  trx: Transaction,
  captureId: number,
): Promise<CaptureView | undefined> {
  const row = await trx
    .selectFrom('captures')
    .select(COLUMNS)
    .where('capture_id', '=', captureId)
    .executeTakeFirst();
  return row === undefined ? undefined : shown(row);
}

function shown(row: {
  readonly capture_id: number;
  readonly post_id: number | null;
  readonly at: number;
  readonly cause: CaptureCause;
  readonly url: string | null;
  readonly status: number | null;
  readonly sha256: Buffer;
  readonly bytes: number;
  readonly timestamped: boolean;
  readonly has_screenshot: boolean;
}): CaptureView {
  const { capture_id, post_id, sha256, has_screenshot, ...rest } = row;
  return {
    ...rest,
    captureId: capture_id,
    postId: post_id,
    sha256: sha256.toString('hex'),
    hasScreenshot: has_screenshot,
  };
}
