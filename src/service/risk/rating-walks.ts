import { sql } from 'kysely';
import type { ReviewEvent } from '../../screening/risk/review-events.ts';
import type { Transaction } from '../../store/store.ts';
import type { RatingWish } from './rate-customers.ts';

/** Every customer of an institution is to be rated: from the first one on, be it that this goes on already. */
export const walkAll = (
  trx: Transaction,
  institutionId: number | null,
  cause: ReviewEvent,
): Promise<unknown> =>
  sql`
    INSERT INTO rating_walks (institution_id, cause, after_customer)
    SELECT institution_id, ${cause}, 0 FROM institutions
    WHERE ${institutionId}::int IS NULL OR institution_id = ${institutionId}::int
    ON CONFLICT (institution_id, cause) DO UPDATE SET after_customer = 0`.execute(trx);

/** The next customers of a walk, and the walk moved past them; a walk that is at its end is taken away. */
export async function stepWalk(trx: Transaction, most: number): Promise<readonly RatingWish[]> {
  const walk = await trx
    .selectFrom('rating_walks')
    .selectAll()
    .orderBy('institution_id')
    .orderBy('cause')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (walk === undefined) return [];
  const rows = await trx
    .selectFrom('customers')
    .select('customer_id')
    .where('institution_id', '=', walk.institution_id)
    .where('customer_id', '>', walk.after_customer)
    .orderBy('customer_id')
    .limit(most)
    .execute();
  const last = rows.at(-1);
  const own = (column: 'institution_id' | 'cause') => sql`${sql.ref(column)} = ${walk[column]}`;
  if (last === undefined)
    await sql`DELETE FROM rating_walks WHERE ${own('institution_id')} AND ${own('cause')}`.execute(
      trx,
    );
  else
    await sql`UPDATE rating_walks SET after_customer = ${last.customer_id}
      WHERE ${own('institution_id')} AND ${own('cause')}`.execute(trx);
  return rows.map(({ customer_id }) => ({ customerId: customer_id, cause: walk.cause }));
}
