import { communities, components, strongestParts, type WeightedEdge } from './communities.ts';
import type { Tie } from './ties.ts';

/** A ring larger than this is more than one: it is split along its weak links. */
const SPLIT_ABOVE = 60;
/** Members of one ring besides its victims; past it the weakest links are cut. */
export const RING_MAX = 200;

/**
 * Groups tied accounts into rings, each sorted by account, rings by their first account. An account without
 * ties is a ring of its own. A giant component is not one network: it is cut into communities.
 */
export function formRings(accounts: readonly number[], ties: readonly Tie[]): number[][] {
  const node = new Map(accounts.map((account, i) => [account, i]));
  const edges: WeightedEdge[] = [];
  for (const tie of ties) {
    const a = node.get(tie.a);
    const b = node.get(tie.b);
    if (a !== undefined && b !== undefined && a !== b) edges.push({ a, b, weight: tie.weight });
  }
  return group(components(accounts.length, edges))
    .flatMap((part) => splitLarge(part, edges, SPLIT_ABOVE, communities))
    .flatMap((part) =>
      splitLarge(part, edges, RING_MAX, (n, inner) => strongestParts(n, inner, RING_MAX)),
    )
    .map((part) => part.map((v) => accounts[v]).sort((a, b) => a - b))
    .sort((a, b) => a[0] - b[0]);
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
