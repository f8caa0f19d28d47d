import { sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import type { Role } from '../../network/role.ts';
import type { Scope, Store, Transaction } from '../../store/store.ts';
import { type AccountNames, type ShownAccount, shownAccount } from '../accounts/shown-account.ts';
import type { NetworkBody } from '../live/live-networks.ts';
import { type NetworkSummary, summaryOf } from './list-networks.ts';

export interface NetworkMember {
  readonly account: ShownAccount;
  readonly role: Role;
  readonly layer: number;
  readonly inMinor: number;
  readonly outMinor: number;
  readonly score: number;
}

export interface NetworkView extends NetworkSummary {
  /** Null when it tells of what the reader may not see. */
  readonly story: string | null;
  readonly accounts: readonly NetworkMember[];
  readonly edges: NetworkBody['edges'];
  /** Members that the reader does not see. */
  readonly hidden: number;
}

/**
 * One network. A network is found in the transfers of all institutions, and a bank is not to learn from it what clients of
 * another bank did: it sees the members that its own transfers touch, with the sums of its own transfers between them. Who
 * sees all sees the network as it was found. Throws QRG_NETWORK_UNKNOWN.
 */
export function showNetwork(
  store: Store,
  names: AccountNames,
  scope: Scope,
  networkId: string,
  language: Language,
): Promise<NetworkView> {
  return store.read(scope, async (trx) => {
    const row = await trx
      .selectFrom('networks')
      .selectAll()
      .where('network_id', '=', networkId)
      .executeTakeFirst();
    if (row === undefined) throw new QorganError('QRG_NETWORK_UNKNOWN', { network: networkId });
    const body = row.body as NetworkBody;
    const seen = scope.seesAll ? body : await ownPart(trx, body);
    const hidden = body.members.length - seen.members.length;
    return {
      ...summaryOf(row),
      story: hidden === 0 && isWhole(seen, body) ? body.story[language] : null,
      accounts: seen.members.map(({ account, role, layer, inMinor, outMinor, score }) => ({
        account: shownAccount(names, account),
        role: role as Role,
        layer,
        inMinor,
        outMinor,
        score,
      })),
      edges: seen.edges,
      hidden,
    };
  });
}

/** Whether the reader's own transfers are all there is between the members. */
const isWhole = ({ edges }: Pick<NetworkBody, 'edges'>, body: NetworkBody): boolean =>
  sumOf(edges, () => true) === sumOf(body.edges, () => true);

/** Members and money between them as the transfers of the reader's own institution tell. */
async function ownPart(
  trx: Transaction,
  body: NetworkBody,
): Promise<Pick<NetworkBody, 'members' | 'edges'>> {
  const accounts = body.members.map(({ account }) => account);
  const { rows: edges } = await sql<NetworkBody['edges'][number]>`
    SELECT payer AS "from", payee AS "to", sum(amount_minor)::bigint AS "amountMinor", count(*)::int AS count,
      min(at) AS "firstAt", max(at) AS "lastAt"
    FROM transfers
    WHERE payer = ANY (${accounts}::int[]) AND payee = ANY (${accounts}::int[])
      AND at >= ${body.from} AND at <= ${body.to}
    GROUP BY payer, payee ORDER BY payer, payee`.execute(trx);
  const members = body.members
    .filter(({ account }) => edges.some(({ from, to }) => from === account || to === account))
    .map((member) => ({
      ...member,
      inMinor: sumOf(edges, ({ to }) => to === member.account),
      outMinor: sumOf(edges, ({ from }) => from === member.account),
    }));
  return { members, edges };
}

const sumOf = (
  edges: NetworkBody['edges'],
  counts: (edge: NetworkBody['edges'][number]) => boolean,
): number => edges.reduce((sum, edge) => sum + (counts(edge) ? edge.amountMinor : 0), 0);
