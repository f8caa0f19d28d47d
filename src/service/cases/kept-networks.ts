import { type Selectable, sql } from 'kysely';
import type { Transaction } from '../../store/store.ts';
import type { Tables } from '../../store/tables/index.ts';
import type { NetworkBody } from '../live/live-networks.ts';
import { edgesBetween, sumOf } from '../networks/own-part.ts';

type NetworkRow = Omit<Selectable<Tables['networks']>, 'institution_ids'>;

/**
 * Keeps networks of a case as they were found last. The next search may find others in their place: what a case was opened for
 * must not be gone with them. One that is not found any more stays as it was.
 */
export async function keepNetworks(
  trx: Transaction,
  institutionId: number,
  networkIds: readonly string[],
  at: number,
): Promise<void> {
  if (networkIds.length === 0) return;
  await sql`
    INSERT INTO case_networks (institution_id, network_id, kept_at, found_at, rank, certainty, harm_minor, from_at, to_at, body)
    SELECT ${institutionId}, network_id, ${at}, found_at, rank, certainty, harm_minor, from_at, to_at, body
    FROM networks WHERE network_id = ANY (${networkIds}::text[])
    ON CONFLICT (institution_id, network_id) DO UPDATE SET
      kept_at = excluded.kept_at, found_at = excluded.found_at, rank = excluded.rank, certainty = excluded.certainty,
      harm_minor = excluded.harm_minor, from_at = excluded.from_at, to_at = excluded.to_at, body = excluded.body
    WHERE case_networks.found_at <> excluded.found_at`.execute(trx);
}

/** Networks of a case of an institution: as they are found now, or else as they were kept, by rank. */
export async function networksOfCase(
  trx: Transaction,
  institutionId: number,
  networkIds: readonly string[],
): Promise<NetworkRow[]> {
  if (networkIds.length === 0) return [];
  const { rows } = await sql<NetworkRow>`
    SELECT DISTINCT ON (network_id) * FROM (
      SELECT network_id, found_at, rank, certainty, harm_minor, from_at, to_at, body, 0 AS age
      FROM networks WHERE network_id = ANY (${networkIds}::text[])
      UNION ALL
      SELECT network_id, found_at, rank, certainty, harm_minor, from_at, to_at, body, 1
      FROM case_networks
      WHERE institution_id = ${institutionId} AND network_id = ANY (${networkIds}::text[])) found
    ORDER BY network_id, age`.execute(trx);
  return rows.sort((a, b) => a.rank - b.rank);
}

/** Of each network the money between its members, as the transfers that a reader may see tell it; minor units by its id. */
export async function sumsInside(
  trx: Transaction,
  networks: readonly Pick<NetworkRow, 'network_id' | 'body' | 'from_at' | 'to_at'>[],
): Promise<ReadonlyMap<string, number>> {
  const sums = new Map<string, number>();
  for (const { network_id, body, from_at, to_at } of networks) {
    const accounts = (body as NetworkBody).members.map(({ account }) => account);
    sums.set(network_id, sumOf(await edgesBetween(trx, accounts, { from: from_at, to: to_at })));
  }
  return sums;
}
