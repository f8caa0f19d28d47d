import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import type { Role } from '../../network/role.ts';
import type { Scope, Store, Transaction } from '../../store/store.ts';
import { type AccountNames, type ShownAccount, shownAccount } from '../accounts/shown-account.ts';
import type { NetworkBody } from '../live/live-networks.ts';
import { type NetworkSummary, summaryOf } from './list-networks.ts';
import { edgesBetween, type Span, sumOf } from './own-part.ts';

export interface NetworkMember {
  readonly account: ShownAccount;
  readonly role: Role;
  readonly layer: number;
  readonly inMinor: number;
  readonly outMinor: number;
  readonly score: number;
}

export interface NetworkView extends NetworkSummary {
  readonly accounts: readonly NetworkMember[];
  readonly edges: NetworkBody['edges'];
  /** Members that the reader does not see. */
  readonly hidden: number;
}

export interface NetworkAsk {
  readonly networkId: string;
  readonly language: Language;
  /** Only money that moved in this time; all of the network's when not said. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
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
  { networkId, language, from, to }: NetworkAsk,
): Promise<NetworkView> {
  return store.read(scope, async (trx) => {
    const row = await trx
      .selectFrom('networks')
      .selectAll()
      .where('network_id', '=', networkId)
      .executeTakeFirst();
    if (row === undefined) throw new QorganError('QRG_NETWORK_UNKNOWN', { network: networkId });
    const body = row.body as NetworkBody;
    const whole = scope.seesAll ? body : await ownPart(trx, body);
    const isAll = from === undefined && to === undefined;
    const seen = isAll
      ? whole
      : await during(trx, whole, { from: from ?? body.from, to: to ?? body.to });
    const summary = summaryOf(row, language, sumOf(whole.edges));
    return {
      ...summary,
      accounts: seen.members.map(({ account, role, layer, inMinor, outMinor, score }) => ({
        account: shownAccount(names, account),
        role: role as Role,
        layer,
        inMinor,
        outMinor,
        score,
      })),
      edges: seen.edges,
      hidden: body.members.length - whole.members.length,
    };
  });
}

type Part = Pick<NetworkBody, 'members' | 'edges'>;

/** Members and money between them as the transfers of the reader's own institution tell. */
async function ownPart(trx: Transaction, body: NetworkBody): Promise<Part> {
  const part = await during(trx, body, body);
  const touched = new Set(part.edges.flatMap(({ from, to }) => [from, to]));
  return { ...part, members: part.members.filter(({ account }) => touched.has(account)) };
}

/** The same members with the money that moved between them in a time. */
async function during(trx: Transaction, { members }: Part, span: Span): Promise<Part> {
  const edges = await edgesBetween(
    trx,
    members.map(({ account }) => account),
    span,
  );
  return {
    edges,
    members: members.map((member) => ({
      ...member,
      inMinor: sumOf(edges, ({ to }) => to === member.account),
      outMinor: sumOf(edges, ({ from }) => from === member.account),
    })),
  };
}
