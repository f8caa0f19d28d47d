import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../store/store.ts';

/** What a letter says of a sealed copy. */
export interface CaptureFacts {
  readonly captureId: number;
  readonly at: number;
  /** Of the package, hex. */
  readonly sha256: string;
  readonly timestamped: boolean;
}

/** A sealed copy of this post. Throws QRG_TAKEDOWN_CAPTURE for one of another post, or none. */
export async function captureFacts(
  trx: Transaction,
  postId: number,
  captureId: number,
): Promise<CaptureFacts> {
  const row = await trx
    .selectFrom('captures')
    .select(['at', 'sha256', 'timestamped'])
    .where('capture_id', '=', captureId)
    .where('post_id', '=', postId)
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_TAKEDOWN_CAPTURE');
  const { at, sha256, timestamped } = row;
  return { captureId, at, sha256: sha256.toString('hex'), timestamped };
}
