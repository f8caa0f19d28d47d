import { sql } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../store/store.ts';
import { type PostRow, postRows } from './post-rows.ts';

/** A post that the reader may see. Throws QRG_WATCH_POST_UNKNOWN: nobody learns whether it is there for others. */
export async function visiblePost(trx: Transaction, postId: number): Promise<PostRow> {
  const [row] = await postRows(trx, sql`p.post_id = ${postId}`, sql`p.post_id`, 1);
  if (row === undefined) throw new QorganError('QRG_WATCH_POST_UNKNOWN', { post: postId });
  return row;
}
