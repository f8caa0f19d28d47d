import { communities, components, strongestParts, type WeightedEdge } from './communities.ts';
import type { Episode, Ties } from './ties.ts';

/** A ring larger than this is more than one: it is split along its weak links. */
const SPLIT_ABOVE = 40;
/** Members of one ring besides its victims; past it the weakest links are cut. */
const RING_MAX = 200;

/** Accounts that worked together, and when: epoch ms, both included. */
export interface Ring {
  /** Sorted. */
  accounts: number[];
  from: number;
  to: number;
}

/**
 * Groups tied episodes into rings, ordered by account and time. An episode without ties is a ring of its own. A giant
 * component is not one network: it is cut into communities, weak links first.
 */
export function formRings({ episodes, ties }: Ties): Ring[] {
  const edges = ties.filter((tie) => tie.a !== tie.b);
  return group(components(episodes.length, edges))
    .flatMap((part) => splitLarge(part, edges, SPLIT_ABOVE, communities))
    .flatMap((part) =>
      splitLarge(part, edges, RING_MAX, (n, inner) => strongestParts(n, inner, RING_MAX)),
    )
    .map((part) => ringOf(part.map((i) => episodes[i])))
    .sort((x, y) => x.accounts[0] - y.accounts[0] || x.from - y.from);
}

function ringOf(episodes: readonly Episode[]): Ring {
  const accounts = [...new Set(episodes.map((episode) => episode.account))].sort((a, b) => a - b);
  return {
    accounts,
    from: Math.min(...episodes.map((episode) => episode.from)),
    to: Math.max(...episodes.map((episode) => episode.to)),
  };
}

type Cut = (nodes: number, edges: readonly WeightedEdge[]) => Uint32Array;

function splitLarge(
  part: number[],
  edges: readonly WeightedEdge[],
  limit: number,
  cut: Cut,
): number[][] {
  if (part.length <= limit) return [part];
  const inner = new Map(part.map((v, i) => [v, i]));
  const within: WeightedEdge[] = [];
  for (const edge of edges) {
    const a = inner.get(edge.a);
    const b = inner.get(edge.b);
    if (a !== undefined && b !== undefined) within.push({ a, b, weight: edge.weight });
  }
  return group(cut(part.length, within)).map((members) => members.map((i) => part[i]));
}

function group(of: Uint32Array): number[][] {
  const groups: number[][] = [];
  of.forEach((g, v) => {
    groups[g] ??= [];
    groups[g].push(v);
  });
  return groups;
}
