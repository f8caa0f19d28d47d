import { sql } from 'kysely';
import type { Scope, Store } from '../../store/store.ts';

/** Another customer of the institution with the same number. */
export interface Duplicate {
  readonly customerId: number;
  readonly via: 'iin' | 'bin' | 'document';
}

const DUPLICATES_MOST = 32;

/** Customers of the institution who are the same person or company by a number: told, and never joined by a program. */
export function duplicatesOf(
  store: Store,
  institutionId: number,
  customerId: number,
): Promise<Duplicate[]> {
  const scope: Scope = { institutionId, seesAll: false };
  return store.read(scope, async (trx) => {
    const { rows } = await sql<Duplicate>`
      SELECT o.customer_id AS "customerId", min(i.kind) AS via
      FROM identifiers i
      JOIN identifiers o ON o.value_hash = i.value_hash AND o.kind = i.kind AND o.institution_id = i.institution_id
      WHERE i.customer_id = ${customerId} AND i.kind IN ('iin', 'bin', 'document') AND i.account_no IS NULL
        AND o.account_no IS NULL AND o.customer_id <> i.customer_id
      GROUP BY o.customer_id ORDER BY o.customer_id LIMIT ${DUPLICATES_MOST}`.execute(trx);
    return rows;
  });
}
