import { sql } from 'kysely';
import type { Transaction } from '../../store/store.ts';

const NETWORKS_MOST = 50;

/** Ids of the networks an account is a member of, most harmful first, as far as the reader may see them. */
export async function networksOf(trx: Transaction, account: number): Promise<string[]> {
  const member = JSON.stringify({ members: [{ account }] });
  const { rows } = await sql<{ network_id: string }>`
    SELECT network_id FROM networks WHERE body @> ${member}::jsonb
    ORDER BY rank LIMIT ${NETWORKS_MOST}`.execute(trx);
  return rows.map((row) => row.network_id);
}
