import type pg from 'pg';
import { maskAccount } from '../../domain/mask.ts';
import { isHub } from '../../engine/hubs.ts';
import { standings } from '../../engine/standing.ts';
import { abroadOf, type NetworkAbroad, paidAbroad } from '../../network/abroad.ts';
import { type Found, findNetworks } from '../../network/find.ts';
import type { Flows, Member, Suspect } from '../../network/model.ts';
import { tellStory } from '../../network/story.ts';
import type { LiveState } from './live-state.ts';

/** How far networks look back: as long as the longest window of the engine's features. */
const LOOK_BACK_MS = 60 * 86_400_000;
/** Suspects that are looked around; the strongest first. */
const SUSPECTS_MAX = 5_000;
/** Payments of suspects held at once; past it the oldest stay out. */
const FLOWS_MAX = 500_000;
/** Networks kept; the least harmful stay out. */
const NETWORKS_MAX = 1_000;
/** Much money to pass on for a person in Kazakhstan: 200,000 tenge, as `scan` has it. */
const MUCH_TIYN = 200_000_00;

/** Accounts of every other country are abroad. */
const HOME = 'KZ';

/** A network as the store keeps it; accounts by number, names are for those who may see them. */
export interface NetworkBody {
  readonly id: string;
  readonly rank: number;
  /** 0..100 */
  readonly certainty: number;
  readonly harmMinor: number;
  readonly from: number;
  readonly to: number;
  readonly members: readonly {
    account: number;
    role: string;
    layer: number;
    inMinor: number;
    outMinor: number;
    score: number;
  }[];
  readonly edges: readonly {
    from: number;
    to: number;
    amountMinor: number;
    count: number;
    firstAt: number;
    lastAt: number;
  }[];
  readonly story: { ru: string; kk: string; en: string };
  readonly typologies: readonly string[];
  readonly commonSink: { account: number; shareOfMoney: number; fromMembers: number } | null;
  readonly abroad: NetworkAbroad;
}

type Queries = Pick<pg.Pool, 'query'>;

/** The networks around everybody the engine suspects now, ranked. Reads transfers of the suspects from the store. */
export async function findLiveNetworks(pool: Queries, state: LiveState): Promise<NetworkBody[]> {
  const suspects: readonly Suspect[] = standings(state.engine).slice(0, SUSPECTS_MAX);
  if (suspects.length === 0) return [];
  const until = state.receivedAt;
  const flows = await flowsAround(
    pool,
    suspects.map(({ account }) => account),
    until - LOOK_BACK_MS,
  );
  if (flows.count === 0) return [];
  const hubs = new Set<number>();
  const { accounts } = state.engine.ledger;
  for (let a = 0; a < accounts.size; a++) if (isHub(accounts, a)) hubs.add(a);
  const found = findNetworks(flows, suspects, {
    hubs,
    firms: firmsOf(state),
    clock: 'exact',
    muchMinor: MUCH_TIYN,
  });
  const paid = paidAbroad(flows, (account) => state.accounts.names[account], HOME);
  return found.networks.slice(0, NETWORKS_MAX).map((_, i) => bodyOf(state, found, i, paid));
}

function firmsOf({ accounts }: LiveState): Set<number> {
  const firms = new Set<number>();
  for (const [account, { ownerKind }] of accounts.facts)
    if (ownerKind === 'company') firms.add(account);
  return firms;
}

/**
 * Named by its oldest working member: ranks change from one search to the next, the network stays. Where nobody is known to
 * work, the oldest of all names it.
 */
export function networkId(members: readonly Pick<Member, 'account' | 'role'>[]): string {
  const working = members.filter(({ role }) => role !== 'victim');
  const named = working.length > 0 ? working : members;
  return `n${Math.min(...named.map(({ account }) => account))}`;
}

function bodyOf(
  state: LiveState,
  found: Found,
  i: number,
  paid: ReturnType<typeof paidAbroad>,
): NetworkBody {
  const network = found.networks[i];
  const { names } = state.accounts;
  return {
    id: networkId(network.members),
    rank: network.rank,
    certainty: network.certainty,
    harmMinor: network.harmMinor,
    from: network.from,
    to: network.to,
    members: network.members.map((m) => ({
      ...m,
      score: found.accountScores.get(m.account) ?? m.score,
    })),
    edges: network.edges,
    story: tellStory(found.facts[i], { currency: 'KZT', clock: 'exact' }, (account) =>
      maskAccount(names[account]),
    ),
    typologies: network.typologies,
    commonSink: network.commonSink,
    abroad: abroadOf(network.members, paid, (account) => names[account], HOME),
  };
}

async function flowsAround(
  pool: Queries,
  accounts: readonly number[],
  since: number,
): Promise<Flows> {
  const { rows } = await pool.query({
    text: `SELECT at, payer, payee, amount_minor, channel, score FROM (
        SELECT at, seq, payer, payee, amount_minor, channel, score FROM transfers
        WHERE at >= $2 AND (payer = ANY($1::int[]) OR payee = ANY($1::int[]))
        ORDER BY at DESC, seq DESC LIMIT $3) latest
      ORDER BY at, seq`,
    values: [accounts, since, FLOWS_MAX],
    rowMode: 'array',
  });
  const column = (i: number): number[] => rows.map((row) => row[i]);
  return {
    count: rows.length,
    at: Float64Array.from(column(0)),
    payer: Uint32Array.from(column(1)),
    payee: Uint32Array.from(column(2)),
    amountMinor: Float64Array.from(column(3)),
    channel: Uint8Array.from(column(4)),
    score: Uint8Array.from(column(5), Math.round),
  };
}

/** Puts the networks of this search in place of those of the one before, in one transaction. */
export async function storeNetworks(
  pool: Pick<pg.Pool, 'connect'>,
  networks: readonly NetworkBody[],
  foundAt: number,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('DELETE FROM networks');
    // Institutions that see a network: those that reported a transfer of one of its members.
    await client.query(
      `INSERT INTO networks (network_id, found_at, rank, certainty, harm_minor, from_at, to_at, body, institution_ids,
         countries, hops, abroad)
       SELECT DISTINCT ON (n->>'id') n->>'id', $2, (n->>'rank')::int, (n->>'certainty')::real,
         (n->>'harmMinor')::bigint, (n->>'from')::bigint, (n->>'to')::bigint, n,
         ARRAY(SELECT DISTINCT a.institution_id FROM accounts a
           JOIN jsonb_array_elements(n->'members') m ON a.account_no = (m->>'account')::int),
         ARRAY(SELECT jsonb_array_elements_text(n->'abroad'->'countries')), (n->'abroad'->>'hops')::int,
         (n->'abroad'->>'elsewhere')::boolean OR jsonb_array_length(n->'abroad'->'countries') > 0
       FROM jsonb_array_elements($1::jsonb) n ORDER BY n->>'id', (n->>'rank')::int`,
      [JSON.stringify(networks), foundAt],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
