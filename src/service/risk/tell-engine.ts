import { sql } from 'kysely';
import type { Transaction } from '../../store/store.ts';
import { toldName } from '../accounts/shown-account.ts';
import { openCustomer } from '../customers/kept-customer.ts';
import type { RecordedFact } from '../live/live-service.ts';
import type { Risk } from './risk.ts';

/**
 * Tells the engine how the customers' accounts stand, in one transaction with the note that it was told: what a crash
 * interrupts is told again. Throws what the decision path throws when it is full or away.
 */
export async function tellEngine(
  { store, live }: Pick<Risk, 'store' | 'live'>,
  customerIds: readonly number[],
): Promise<void> {
  const untold = await store.write((trx) => untoldOf(trx, customerIds));
  if (untold.length === 0) return;
  const facts = untold.flatMap((row): RecordedFact[] => {
    const { cards } = openCustomer(store, row.sealed);
    const institution = { institutionId: row.institution_id, code: row.code };
    return row.accounts.map((account) => ({
      kind: 'learn',
      institution,
      account: toldName(live.accountName(account) ?? '', row.code),
      facts: {
        ratingPoints: row.points,
        linkedAccounts: row.linked_accounts,
        ...(cards !== null && { cards }),
      },
    }));
  });
  await live.record(facts, (trx) => noteTold(trx, untold));
}

interface Untold {
  readonly customer_id: number;
  readonly institution_id: number;
  readonly code: string;
  readonly sealed: Buffer;
  readonly points: number;
  readonly linked_accounts: number;
  readonly rated_at: number;
  readonly accounts: readonly number[];
}

async function untoldOf(trx: Transaction, customerIds: readonly number[]): Promise<Untold[]> {
  const { rows } = await sql<Untold>`
    SELECT c.customer_id, c.institution_id, i.code, c.sealed, c.points, c.linked_accounts, c.rated_at,
      ARRAY(SELECT a.account_no FROM accounts a WHERE a.customer_id = c.customer_id ORDER BY a.account_no) AS accounts
    FROM customers c JOIN institutions i ON i.institution_id = c.institution_id
    WHERE c.customer_id = ANY (${customerIds}::bigint[]) AND NOT c.engine_told AND c.rating_id IS NOT NULL
    ORDER BY c.customer_id`.execute(trx);
  return rows;
}

/** Unless it was rated anew meanwhile. */
const noteTold = async (trx: Transaction, told: readonly Untold[]): Promise<void> => {
  await sql`
    WITH free AS (
      SELECT c.customer_id FROM customers c
      JOIN unnest(${told.map((row) => row.customer_id)}::bigint[], ${told.map((row) => row.rated_at)}::bigint[])
        AS t (customer_id, rated_at) ON t.customer_id = c.customer_id AND t.rated_at = c.rated_at
      FOR NO KEY UPDATE OF c SKIP LOCKED)
    UPDATE customers c SET engine_told = true FROM free WHERE c.customer_id = free.customer_id`.execute(
    trx,
  );
};
