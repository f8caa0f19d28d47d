import type { Role } from '../../../src/network/role.ts';
import type { ReportMember } from '../../../src/report/model.ts';
import { columnsOf } from './flow-columns.ts';
import type { FlowNetwork } from './flow-network.ts';

/** One card of the money-flow picture: a member, or several of one role drawn as one. */
export interface FlowGroup {
  key: string;
  role: Role;
  /** 0 = left; columns are numbered without holes. */
  column: number;
  /** More money first. */
  members: ReportMember[];
  /** Money of the drawn edges, minor units. */
  inMinor: number;
  outMinor: number;
}

export interface FlowEdge {
  from: FlowGroup;
  to: FlowGroup;
  amountMinor: number;
  count: number;
  firstAt: number;
  lastAt: number;
}

export interface FlowGraph {
  groups: FlowGroup[];
  edges: FlowEdge[];
}

/**
 * A network as cards and ribbons. A column of more than `cap` members keeps those who move the most; the others
 * of one role that deal mainly with the same account become one card ("+23 more payers"), and
 * where even those are too many, one card a role. Sums are kept: every edge between two different cards is in
 * exactly one ribbon.
 */
export function groupFlows(network: FlowNetwork, cap: number): FlowGraph {
  const flow = flowOf(network);
  const columnOf = columnsOf(network, flow.anchor);
  const columns = [...new Set(columnOf.values())].sort((a, b) => a - b);
  const groupOf = new Map<string, FlowGroup>();
  const groups: FlowGroup[] = [];
  for (const [column, drawn] of columns.entries()) {
    const members = network.members.filter((m) => columnOf.get(m.account) === drawn);
    for (const part of partition(members, cap, flow)) {
      const group: FlowGroup = {
        key: part[0].account,
        role: part[0].role,
        column,
        members: part,
        inMinor: 0,
        outMinor: 0,
      };
      groups.push(group);
      for (const member of part) groupOf.set(member.account, group);
    }
  }
  return { groups, edges: mergeEdges(network, groupOf) };
}

/** Ribbons that a picture can hold and still be read. */
const READABLE_EDGES = 36;
/** Of more, those are drawn that together carry this share of the money. */
const DRAWN_SHARE = 0.95;

export interface Thinned {
  graph: FlowGraph;
  /** What is not drawn: ribbons, and their money. */
  hidden: { count: number; amountMinor: number };
}

/**
 * The ribbons worth drawing: the greatest, and for every card the greatest it has, so that no card stands alone.
 * Sums on cards still count all of them.
 */
export function thinOut(graph: FlowGraph): Thinned {
  const { edges } = graph;
  if (edges.length <= READABLE_EDGES) return { graph, hidden: { count: 0, amountMinor: 0 } };
  const sorted = [...edges].sort((a, b) => b.amountMinor - a.amountMinor);
  const total = edges.reduce((sum, edge) => sum + edge.amountMinor, 0);
  const known = new Set<FlowGroup>();
  let drawn = 0;
  const kept = new Set<FlowEdge>();
  for (const edge of sorted) {
    const first = !known.has(edge.from) || !known.has(edge.to);
    const great = drawn < total * DRAWN_SHARE && kept.size < READABLE_EDGES;
    if (!first && !great) continue;
    kept.add(edge);
    drawn += edge.amountMinor;
    known.add(edge.from).add(edge.to);
  }
  return {
    graph: { groups: graph.groups, edges: edges.filter((edge) => kept.has(edge)) },
    hidden: { count: edges.length - kept.size, amountMinor: total - drawn },
  };
}

interface Flow {
  through: ReadonlyMap<string, number>;
  /** The account that most of one's money goes to or, for those who pay nobody, comes from. */
  anchor: ReadonlyMap<string, string>;
}

function flowOf(network: FlowNetwork): Flow {
  const inSum = new Map<string, number>();
  const outSum = new Map<string, number>();
  const best = {
    in: new Map<string, [string, number]>(),
    out: new Map<string, [string, number]>(),
  };
  const note = (side: 'in' | 'out', account: string, other: string, amount: number): void => {
    const known = best[side].get(account);
    if (known === undefined || amount > known[1]) best[side].set(account, [other, amount]);
  };
  for (const { from, to, amountMinor } of network.edges) {
    inSum.set(to, (inSum.get(to) ?? 0) + amountMinor);
    outSum.set(from, (outSum.get(from) ?? 0) + amountMinor);
    note('out', from, to, amountMinor);
    note('in', to, from, amountMinor);
  }
  const through = new Map<string, number>();
  const anchor = new Map<string, string>();
  for (const { account } of network.members) {
    through.set(account, Math.max(inSum.get(account) ?? 0, outSum.get(account) ?? 0));
    anchor.set(account, (best.out.get(account) ?? best.in.get(account) ?? [''])[0]);
  }
  return { through, anchor };
}

/** Places of a full column that are left to bundles, and payers in it that still stand for themselves. */
const BUNDLE_ROOM = 2;
const PAYERS_SHOWN = 2;

function partition(members: ReportMember[], cap: number, flow: Flow): ReportMember[][] {
  const through = (m: ReportMember): number => flow.through.get(m.account) ?? 0;
  const paysIn = (m: ReportMember): number => (m.role === 'victim' ? 1 : 0);
  const sorted = [...members].sort(
    (a, b) => paysIn(a) - paysIn(b) || through(b) - through(a) || (a.account < b.account ? -1 : 1),
  );
  if (sorted.length <= cap) return sorted.map((m) => [m]);
  // Those the money passes stand for themselves as long as there is room; of those who paid in, the greatest.
  const workers = sorted.filter((m) => paysIn(m) === 0).length;
  const kept = sorted.slice(0, Math.max(0, Math.min(cap - BUNDLE_ROOM, workers + PAYERS_SHOWN)));
  const rest = sorted.slice(kept.length);
  const byAnchor = bundle(rest, (m) => `${m.role} ${flow.anchor.get(m.account) ?? ''}`);
  const bundles =
    byAnchor.length <= cap - kept.length ? byAnchor : bundle(rest, (member) => member.role);
  return [...kept.map((m) => [m]), ...bundles];
}

function bundle(
  members: ReportMember[],
  keyOf: (member: ReportMember) => string,
): ReportMember[][] {
  const bundles = new Map<string, ReportMember[]>();
  for (const member of members) {
    const known = bundles.get(keyOf(member));
    if (known === undefined) bundles.set(keyOf(member), [member]);
    else known.push(member);
  }
  return [...bundles.values()];
}

function mergeEdges(network: FlowNetwork, groupOf: ReadonlyMap<string, FlowGroup>): FlowEdge[] {
  const merged = new Map<FlowGroup, Map<FlowGroup, FlowEdge>>();
  const edges: FlowEdge[] = [];
  for (const edge of network.edges) {
    const from = groupOf.get(edge.from);
    const to = groupOf.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    from.outMinor += edge.amountMinor;
    to.inMinor += edge.amountMinor;
    const row = merged.get(from) ?? new Map<FlowGroup, FlowEdge>();
    merged.set(from, row);
    const known = row.get(to);
    if (known === undefined) {
      const { amountMinor, count, firstAt, lastAt } = edge;
      const made: FlowEdge = { from, to, amountMinor, count, firstAt, lastAt };
      row.set(to, made);
      edges.push(made);
    } else {
      known.amountMinor += edge.amountMinor;
      known.count += edge.count;
      known.firstAt = Math.min(known.firstAt, edge.firstAt);
      known.lastAt = Math.max(known.lastAt, edge.lastAt);
    }
  }
  return edges;
}
