import { sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import type { Role } from '../../network/role.ts';
import type { Scope, Store } from '../../store/store.ts';
import { cursorText, type Page, pageOf, parseCursor } from '../cursor.ts';
import type { NetworkBody } from '../live/live-networks.ts';
import { orThrow } from '../or-throw.ts';
import { sumOf, sumsBetween } from './own-part.ts';

export interface NetworkSummary {
  readonly networkId: string;
  readonly rank: number;
  /** 0..1 */
  readonly certainty: number;
  readonly harmMinor: number;
  readonly from: number;
  readonly to: number;
  readonly foundAt: number;
  readonly members: number;
  readonly typologies: readonly string[];
  /** Members by what they do in it. */
  readonly roles: Readonly<Partial<Record<Role, number>>>;
  /** Money went to accounts of other countries. */
  readonly abroad: boolean;
  /** Those that an IBAN tells; ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** The greatest number of hand-overs from the first payer. */
  readonly hops: number;
  /** Null when it tells of money that the reader may not see. */
  readonly story: string | null;
}

export interface NetworkQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** 0..1 */
  readonly certaintyLeast?: number | undefined;
  readonly abroad?: boolean | undefined;
  /** Of accounts abroad. */
  readonly country?: string | undefined;
}

const LIST = 'networks';

/** Networks that touch the reader's institution, by rank. Throws QRG_HTTP_CURSOR. */
export async function listNetworks(
  store: Store,
  scope: Scope,
  { limit, cursor, certaintyLeast, abroad, country }: NetworkQuery,
  language: Language,
): Promise<Page<NetworkSummary>> {
  const place = cursor === undefined ? undefined : placeOf(cursor);
  const { rows, sums } = await store.read(scope, async (trx) => {
    let asked = trx
      .selectFrom('networks')
      .selectAll()
      .orderBy('rank')
      .orderBy('network_id')
      .limit(limit + 1);
    if (certaintyLeast !== undefined)
      // By the same division as the share that is told, so that a told share finds its own network.
      asked = asked.where(sql<number>`certainty::float8 / 100`, '>=', certaintyLeast);
    if (abroad !== undefined) asked = asked.where('abroad', '=', abroad);
    if (country !== undefined)
      asked = asked.where(sql<boolean>`countries @> ARRAY[${country}]::text[]`);
    if (place !== undefined)
      asked = asked.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('rank', 'network_id'), '>', tuple(place.rank, place.networkId)),
      );
    const found = await asked.execute();
    const ids = found.map(({ network_id }) => network_id);
    return { rows: found, sums: await sumsBetween(trx, scope.seesAll ? [] : ids) };
  });
  return pageOf(
    rows,
    limit,
    (row) => summaryOf(row, language, scope.seesAll ? 'all' : (sums.get(row.network_id) ?? 0)),
    (row) => cursorText(LIST, [row.rank, row.network_id]),
  );
}

function placeOf(cursor: string): { rank: number; networkId: string } {
  const [rank, networkId] = orThrow(parseCursor(LIST, cursor, ['number', 'string']));
  if (Math.abs(rank) > RANK_MOST) throw new QorganError('QRG_HTTP_CURSOR');
  return { rank, networkId };
}

/** What PostgreSQL takes as integer. */
const RANK_MOST = 2 ** 31 - 1;

/** A row of table networks. */
export interface NetworkRow {
  readonly network_id: string;
  readonly found_at: number;
  readonly rank: number;
  /** 0..100 */
  readonly certainty: number;
  readonly harm_minor: number;
  readonly from_at: number;
  readonly to_at: number;
  readonly body: unknown;
  readonly countries: readonly string[];
  readonly hops: number;
  readonly abroad: boolean;
}

/**
 * What a list shows of a network. Its story speaks of all the money between its members: whoever sees less of it than that
 * (`seenMinor`) does not hear it.
 */
export function summaryOf(
  row: NetworkRow,
  language: Language,
  seenMinor: number | 'all',
): NetworkSummary {
  const body = row.body as NetworkBody;
  const roles: Partial<Record<Role, number>> = {};
  for (const { role } of body.members) roles[role as Role] = (roles[role as Role] ?? 0) + 1;
  const tellsMore = seenMinor !== 'all' && seenMinor < sumOf(body.edges);
  return {
    networkId: row.network_id,
    rank: row.rank,
    certainty: row.certainty / 100,
    harmMinor: row.harm_minor,
    from: row.from_at,
    to: row.to_at,
    foundAt: row.found_at,
    members: body.members.length,
    typologies: body.typologies,
    roles,
    abroad: row.abroad,
    countries: row.countries,
    hops: row.hops,
    story: tellsMore ? null : body.story[language],
  };
}
