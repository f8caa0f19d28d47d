import { sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';

/**
 * Whether a reader may know of an account at all: it is their institution's, or their institution reported a transfer of
 * it. Row-level security answers both.
 */
export async function isVisible(trx: Transaction, account: number): Promise<boolean> {
  const { rows } = await sql<{ seen: boolean }>`
    SELECT EXISTS (SELECT FROM accounts WHERE account_no = ${account})
      OR EXISTS (SELECT FROM transfers WHERE payer = ${account})
      OR EXISTS (SELECT FROM transfers WHERE payee = ${account}) AS seen`.execute(trx);
  return rows[0].seen;
}

/** Throws QRG_ACCOUNT_UNKNOWN for an account that is not there or not to be seen: nobody learns which of the two. */
export async function mustBeVisible(trx: Transaction, account: number): Promise<void> {
  if (!(await isVisible(trx, account))) throw new QorganError('QRG_ACCOUNT_UNKNOWN', { account });
}
