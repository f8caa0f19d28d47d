import type { BankDirectory } from '../../../domain/banks.ts';
import type { CaseRole } from '../../../domain/case/case-file.ts';
import type { Language } from '../../../domain/language.ts';
import { maskAccount } from '../../../domain/mask.ts';
import { CHANNELS, type Channel, channelCode } from '../../../domain/transfer.ts';
import type { Transaction } from '../../../store/store.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import type { StatementAccount } from '../case-statements/statement-look.ts';
import type { ShownCaseAccount } from '../case-timeline/timeline-entry.ts';
import { shown } from '../case-timeline/transfer-entries.ts';
import type { CaseDeps } from '../deps.ts';
import {
  bankDirectory,
  type KnownInstitution,
  readAccountName,
} from '../load-case-file/account-home.ts';
import { institutionsByCode } from '../load-case-file/case-accounts.ts';
import { type CaseReach, reachOf } from '../load-case-file/case-reach.ts';
import { visibleCase } from '../load-case-file/case-row.ts';
import { type CaseFlowRow, flowsOfCase } from '../load-case-file/case-transfers.ts';
import { hopsOf } from '../load-case-file/hops.ts';
import { isHubAccount, type KnownAccounts } from '../load-case-file/known-accounts.ts';
import { type Drawing, type DrawnNode, draw, NODES_MOST } from './draw.ts';
import { type DroppedMoves, droppedMoves } from './dropped-moves.ts';
import { expandMoves, type Move } from './expand.ts';
import {
  balancesSince,
  busyAccounts,
  flowsAround,
  type GraphWindow,
  heldOf,
} from './graph-rows.ts';

export interface CaseGraphAsk {
  /** Epoch ms, inclusive and exclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly amountLeast: number;
  /** Ids of accounts whose neighbours are added. */
  readonly expand: readonly string[];
}

export interface CaseGraphNode extends ShownCaseAccount {
  readonly role: CaseRole;
  readonly institution: string | null;
  readonly country: string | null;
  readonly foreign: boolean;
  readonly wallet: boolean;
  readonly hub: boolean;
  readonly core: boolean;
  readonly hops: number | null;
  readonly inMinor: number;
  readonly outMinor: number;
  readonly restMinor: number;
  readonly heldMinor: number;
  readonly expandable: boolean;
  readonly expanded: boolean;
}

export interface CaseGraphView {
  readonly nodes: readonly CaseGraphNode[];
  readonly edges: readonly (Omit<Drawing['edges'][number], 'channels'> & {
    readonly channels: readonly Channel[];
  })[];
  readonly moreNodes: number;
  readonly moreEdges: number;
  readonly complete: boolean;
  readonly from: number | null;
  readonly to: number | null;
  readonly countries: readonly string[];
}

const EDGES_MOST = 20_000;
/** Sums between two accounts that one look holds, and transfers of each end that it sums. */
const FLOWS_MOST = 20_000;
const ROWS_MOST = 50_000;
/** Accounts whose money at rest is worked out from all their payments; of the others from those shown. */
const BALANCED_MOST = 200;
const LAST_AT = 8.64e15;
const ABROAD = channelCode('abroad');

/**
 * The money of a case as nodes and summed edges, with the neighbours of accounts that are expanded. As far as the reader may
 * see it; names are masked; no way leads through a hub. Throws QRG_CASE_UNKNOWN.
 */
export async function caseGraph(
  { store, names }: CaseDeps,
  principal: Principal,
  caseId: number,
  ask: CaseGraphAsk,
  language: Language,
): Promise<CaseGraphView> {
  const banks = await bankDirectory();
  return store.read(scopeOf(principal), async (trx) => {
    const reach = await reachOf(trx, await visibleCase(trx, caseId));
    const window: GraphWindow = {
      from: ask.from ?? 0,
      to: ask.to ?? LAST_AT,
      amountLeast: ask.amountLeast,
    };
    const rows = await flowsOfCase(trx, reach, window, {
      rowsMost: ROWS_MOST,
      flowsMost: FLOWS_MOST,
    });
    const currency = names.options.currency;
    const dropped = await droppedMoves(trx, store, reach, names, window);
    const begin = [...rows.map((row) => moveOf(row, currency)), ...dropped.moves];
    const focus = [...reach.accounts].filter(([, { isFocus }]) => isFocus).map(([no]) => `a${no}`);
    const walk = await expandMoves(
      begin,
      focus,
      ask.expand,
      sourceOf(trx, names, window),
      FLOWS_MOST,
    );
    const moves = [...walk.moves.values()];
    const touched = new Set(begin.flatMap(({ from, to }) => [from, to]));
    const core = [...[...reach.accounts.keys()].map((no) => `a${no}`), ...dropped.members].filter(
      (id) => touched.has(id),
    );
    const first = [...new Set([...focus, ...core, ...walk.expanded])];
    const drawing = draw(moves, first, { nodesMost: NODES_MOST, edgesMost: EDGES_MOST });
    const parts: NodeParts = {
      reach,
      names,
      dropped: dropped.accounts,
      banks,
      language,
      institutions: await institutionsByCode(trx),
      country: banks.country,
      abroad: new Set(
        moves.filter(({ channels }) => channels.includes(ABROAD)).map(({ to }) => to),
      ),
      hops: hopsIn(reach, drawing, names),
      expanded: walk.expanded,
      rest: await restOf(trx, drawing, new Set(first), busyAccounts(rows), names),
      held: await heldOf(
        trx,
        drawing.nodes.flatMap(({ id }) => numberOf(id) ?? []),
      ),
    };
    const nodes = drawing.nodes.map((node) => nodeOf(node, parts));
    return {
      nodes,
      edges: drawing.edges.map((edge) => ({
        ...edge,
        channels: edge.channels.map((code) => CHANNELS[code]),
      })),
      moreNodes: drawing.moreNodes,
      moreEdges: drawing.moreEdges,
      complete:
        walk.complete &&
        rows.length < FLOWS_MOST &&
        rows.reduce((sum, { count }) => sum + count, 0) < ROWS_MOST,
      from: least(begin.map(({ firstAt }) => firstAt)),
      to: most(begin.map(({ lastAt }) => lastAt)),
      countries: [
        ...new Set(nodes.flatMap(({ foreign, country }) => (foreign && country ? [country] : []))),
      ].sort(),
    };
  });
}

const moveOf = (row: CaseFlowRow, currency: string): Move => ({
  key: `${row.payer} ${row.payee}`,
  from: `a${row.payer}`,
  to: `a${row.payee}`,
  amountMinor: row.amount_minor,
  currency,
  count: row.count,
  firstAt: row.first_at,
  lastAt: row.last_at,
  channels: CHANNELS.flatMap((_, code) => ((row.channels >> code) & 1 ? [code] : [])),
  suspicious: row.suspicious,
});

const least = (ats: readonly number[]): number | null =>
  ats.length === 0 ? null : ats.reduce((a, b) => Math.min(a, b));
const most = (ats: readonly number[]): number | null =>
  ats.length === 0 ? null : ats.reduce((a, b) => Math.max(a, b));

/** Number of an account of the store; undefined of one that only a file tells. */
const numberOf = (id: string): number | undefined =>
  id.startsWith('a') ? Number(id.slice(1)) : undefined;

const isHubNode =
  (names: KnownAccounts) =>
  (id: string): boolean => {
    const account = numberOf(id);
    return account !== undefined && isHubAccount(names, account);
  };

function sourceOf(trx: Transaction, names: KnownAccounts, window: GraphWindow) {
  return {
    isHub: isHubNode(names),
    around: async (nodes: readonly string[], limit: number): Promise<Move[]> => {
      const accounts = nodes.flatMap((id) => numberOf(id) ?? []);
      const rows = await flowsAround(trx, accounts, window, limit);
      return rows.map((row) => moveOf(row, names.options.currency));
    },
  };
}

function hopsIn(reach: CaseReach, { edges }: Drawing, names: KnownAccounts) {
  const told = new Map<string, number>();
  for (const [account, { hops }] of reach.accounts)
    if (hops !== null) told.set(`a${account}`, hops);
  return hopsOf(told, edges, isHubNode(names));
}

/** What may still be there: what came since the first shown sum less what left, and no more than is shown to have come. */
async function restOf(
  trx: Transaction,
  { nodes }: Drawing,
  first: ReadonlySet<string>,
  busy: ReadonlySet<number>,
  names: KnownAccounts,
): Promise<ReadonlyMap<string, number>> {
  const hub = isHubNode(names);
  const since = nodes
    .filter(({ id, inMinor }) => first.has(id) && inMinor > 0 && !hub(id))
    .slice(0, BALANCED_MOST)
    .flatMap(({ id, firstInAt }) => {
      const account = numberOf(id);
      return account === undefined || firstInAt === null || busy.has(account)
        ? []
        : [[account, firstInAt] as const];
    });
  const balances = await balancesSince(trx, since);
  return new Map(
    nodes.map(({ id, inMinor, outMinor }) => {
      const all = balances.get(numberOf(id) ?? -1) ?? { inMinor, outMinor };
      return [id, Math.max(0, Math.min(inMinor, all.inMinor - all.outMinor))];
    }),
  );
}

interface NodeParts {
  readonly reach: CaseReach;
  readonly names: KnownAccounts;
  /** Accounts that only statements tell, by id. */
  readonly dropped: DroppedMoves['accounts'];
  readonly banks: BankDirectory;
  readonly language: Language;
  readonly institutions: ReadonlyMap<string, KnownInstitution>;
  readonly country: string;
  readonly abroad: ReadonlySet<string>;
  readonly hops: ReadonlyMap<string, number>;
  readonly expanded: ReadonlySet<string>;
  readonly rest: ReadonlyMap<string, number>;
  readonly held: ReadonlyMap<number, number>;
}

function nodeOf(node: DrawnNode, parts: NodeParts): CaseGraphNode {
  const dropped = parts.dropped.get(node.id);
  return dropped === undefined ? storedNode(node, parts) : droppedNode(node, dropped, parts);
}

/** What only a statement tells of: nobody can be asked what lies behind it. */
function droppedNode(
  { id, inMinor, outMinor }: DrawnNode,
  { name, facts, role, hub }: StatementAccount,
  { banks, language, abroad, country, hops, rest }: NodeParts,
): CaseGraphNode {
  const read = readAccountName(name, new Map(), banks, language);
  return {
    ...{ id, ref: null, name: maskAccount(name), inMinor, outMinor, hub },
    role: role === 'none' ? 'counterparty' : role,
    institution: read.home?.name ?? (abroad.has(id) ? null : (facts.bank ?? null)),
    country: read.home?.country ?? null,
    foreign: read.home === null ? abroad.has(id) : read.home.country !== country,
    wallet: read.isWallet,
    core: role !== 'none',
    hops: hops.get(id) ?? null,
    restMinor: hub ? 0 : (rest.get(id) ?? 0),
    heldMinor: 0,
    expandable: false,
    expanded: false,
  };
}

function storedNode({ id, inMinor, outMinor }: DrawnNode, parts: NodeParts): CaseGraphNode {
  const account = numberOf(id) ?? -1;
  const { names, reach, abroad, expanded } = parts;
  const reached = reach.accounts.get(account);
  const read = readAccountName(
    names.accountName(account) ?? '',
    parts.institutions,
    parts.banks,
    parts.language,
  );
  const home = abroad.has(id) && !read.isIban ? null : read.home;
  const hub = isHubNode(names)(id);
  return {
    ...shown(names, account),
    role: reached?.role ?? 'counterparty',
    institution: home?.name ?? null,
    country: home?.country ?? null,
    foreign: home === null ? abroad.has(id) : home.country !== parts.country,
    wallet: read.isWallet,
    hub,
    core: reached !== undefined,
    hops: parts.hops.get(id) ?? null,
    inMinor,
    outMinor,
    restMinor: hub ? 0 : (parts.rest.get(id) ?? 0),
    heldMinor: parts.held.get(account) ?? 0,
    expandable: !hub,
    expanded: expanded.has(id),
  };
}
