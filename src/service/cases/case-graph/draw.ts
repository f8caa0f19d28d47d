import type { Move } from './expand.ts';

/** Money from one node to another, summed. */
export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  amountMinor: number;
  readonly currency: string;
  count: number;
  firstAt: number;
  lastAt: number;
  suspicious: boolean;
  /** Indexes into CHANNELS, each once. */
  readonly channels: number[];
}

export interface DrawnNode {
  readonly id: string;
  inMinor: number;
  outMinor: number;
  firstInAt: number | null;
}

export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly moreNodes: number;
  readonly moreEdges: number;
}

/** As many as a picture can be worked with. */
export const NODES_MOST = 2_000;

export interface DrawBounds {
  readonly nodesMost: number;
  readonly edgesMost: number;
}

/**
 * Sums moves to edges and keeps what has room: nodes that must be there first (`first`, in its order), then those with the
 * most money; of edges those between kept nodes, the ones the case is about first, then the largest. The rest is counted.
 */
export function draw(
  moves: Iterable<Move>,
  first: readonly string[],
  { nodesMost, edgesMost }: DrawBounds,
): Drawing {
  const nodes = new Map<string, DrawnNode>();
  const node = (id: string): DrawnNode => {
    const known = nodes.get(id) ?? { id, inMinor: 0, outMinor: 0, firstInAt: null };
    nodes.set(id, known);
    return known;
  };
  for (const id of first) node(id);
  const edges = new Map<string, DrawnEdge>();
  for (const move of moves) {
    node(move.from).outMinor += move.amountMinor;
    const to = node(move.to);
    to.inMinor += move.amountMinor;
    to.firstInAt = Math.min(to.firstInAt ?? move.firstAt, move.firstAt);
    addTo(edges, move);
  }
  const musts = new Set(first);
  const rest = [...nodes.values()]
    .filter(({ id }) => !musts.has(id))
    .sort((a, b) => money(b) - money(a) || (a.id < b.id ? -1 : 1));
  const all = [...[...musts].map(node), ...rest];
  const kept = all.slice(0, nodesMost);
  const ids = new Set(kept.map(({ id }) => id));
  const between = [...edges.values()]
    .filter(({ from, to }) => ids.has(from) && ids.has(to))
    .sort((a, b) => Number(b.suspicious) - Number(a.suspicious) || b.amountMinor - a.amountMinor);
  return {
    nodes: kept,
    edges: between.slice(0, edgesMost),
    moreNodes: all.length - kept.length,
    moreEdges: edges.size - Math.min(between.length, edgesMost),
  };
}

const money = ({ inMinor, outMinor }: DrawnNode): number => inMinor + outMinor;

/** Two currencies between two accounts are two edges: their sums have no sum. */
function addTo(edges: Map<string, DrawnEdge>, move: Move): void {
  const { key: _, channels, ...told } = move;
  const key = `${move.from} ${move.to} ${move.currency}`;
  const edge = edges.get(key);
  if (edge === undefined) {
    edges.set(key, { ...told, channels: [...channels] });
    return;
  }
  edge.amountMinor += move.amountMinor;
  edge.count += move.count;
  edge.firstAt = Math.min(edge.firstAt, move.firstAt);
  edge.lastAt = Math.max(edge.lastAt, move.lastAt);
  edge.suspicious ||= move.suspicious;
  for (const channel of channels) if (!edge.channels.includes(channel)) edge.channels.push(channel);
}
