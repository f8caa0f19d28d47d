import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../store/store.ts';

/** What a letter says of a sealed copy. */
export interface CaptureFacts {
  readonly captureId: number;
  readonly at: number;
  /** Of the package, hex. */
  readonly sha256: string;
  readonly timestamped: boolean;
  /** A page was asked and answered with something; not so where it was gone, and of a row of a file. */
  readonly isOfPage: boolean;
}

/** A sealed copy of this post. Throws QRG_TAKEDOWN_CAPTURE for one of another post, or none. */
export async function captureFacts(
  trx: Transaction,
  postId: number,
  captureId: number,
): Promise<CaptureFacts> {
  const row = await trx
    .selectFrom('captures')
    .select(['at', 'sha256', 'timestamped', 'cause', 'status'])
    .where('capture_id', '=', captureId)
    .where('post_id', '=', postId)
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_TAKEDOWN_CAPTURE');
  const { at, sha256, timestamped, cause, status } = row;
  const isOfPage = cause !== 'gone' && status !== null && status >= 200 && status < 300;
  return { captureId, at, sha256: sha256.toString('hex'), timestamped, isOfPage };
}

/** The same for a letter, which says that the page was seen. Throws QRG_TAKEDOWN_CAPTURE, QRG_TAKEDOWN_COPY. */
export async function captureForLetter(
  trx: Transaction,
  postId: number,
  captureId: number,
): Promise<CaptureFacts> {
  const facts = await captureFacts(trx, postId, captureId);
  if (!facts.isOfPage) throw new QorganError('QRG_TAKEDOWN_COPY');
  return facts;
}
