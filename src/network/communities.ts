/** An undirected weighted edge between nodes 0 .. nodes - 1. */
export interface WeightedEdge {
  a: number;
  b: number;
  weight: number;
}

/** Rounds of moving at one level and levels of merging: far more than the few that graphs of this size need. */
const ROUNDS_MAX = 50;
const LEVELS_MAX = 20;

/** Connected components: component by node, numbered by their smallest node. */
export function components(nodes: number, edges: readonly WeightedEdge[]): Uint32Array {
  const parent = Uint32Array.from({ length: nodes }, (_, v) => v);
  for (const { a, b } of edges) {
    const [low, high] = [root(parent, a), root(parent, b)].sort((x, y) => x - y);
    parent[high] = low;
  }
  return renumber(parent.map((_, v) => root(parent, v)));
}

/**
 * Communities by modularity, moving one node at a time and merging what moved together (Blondel et al. 2008,
 * "Louvain"). Nodes move in the order of their numbers and ties go to the smaller community: deterministic.
 * Weak links between dense parts are what it cuts.
 */
export function communities(nodes: number, edges: readonly WeightedEdge[]): Uint32Array {
  let community = Uint32Array.from({ length: nodes }, (_, v) => v);
  let level = { nodes, edges: edges.slice() };
  for (let n = 0; n < LEVELS_MAX; n++) {
    const moved = moveNodes(level.nodes, level.edges);
    const merged = renumber(moved);
    const count = merged.reduce((most, c) => Math.max(most, c + 1), 0);
    community = community.map((c) => merged[c]);
    if (count === level.nodes) break;
    level = { nodes: count, edges: mergeEdges(level.edges, merged) };
  }
  return renumber(community);
}

/**
 * Parts of at most `sizeMax` nodes: edges are taken from the strongest to the weakest, and one that would make a
 * part too large is cut. Of equal edges the one between smaller numbers comes first.
 */
export function strongestParts(
  nodes: number,
  edges: readonly WeightedEdge[],
  sizeMax: number,
): Uint32Array {
  const parent = Uint32Array.from({ length: nodes }, (_, v) => v);
  const size = new Uint32Array(nodes).fill(1);
  const sorted = edges.slice().sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  for (const edge of sorted) {
    const a = root(parent, edge.a);
    const b = root(parent, edge.b);
    if (a === b || size[a] + size[b] > sizeMax) continue;
    parent[Math.max(a, b)] = Math.min(a, b);
    size[Math.min(a, b)] += size[Math.max(a, b)];
  }
  return renumber(parent.map((_, v) => root(parent, v)));
}

function root(parent: Uint32Array, v: number): number {
  let top = v;
  while (parent[top] !== top) {
    parent[top] = parent[parent[top]];
    top = parent[top];
  }
  return top;
}

/** Dense numbers in the order of first appearance. */
function renumber(groups: Uint32Array): Uint32Array {
  const numbers = new Map<number, number>();
  return groups.map((group) => {
    const known = numbers.get(group);
    if (known !== undefined) return known;
    numbers.set(group, numbers.size);
    return numbers.size - 1;
  });
}

function moveNodes(nodes: number, edges: readonly WeightedEdge[]): Uint32Array {
  const near: { node: number; weight: number }[][] = Array.from({ length: nodes }, () => []);
  const degree = new Float64Array(nodes);
  let total = 0;
  for (const { a, b, weight } of edges) {
    degree[a] += weight;
    degree[b] += weight;
    total += 2 * weight;
    if (a === b) continue;
    near[a].push({ node: b, weight });
    near[b].push({ node: a, weight });
  }
  const community = Uint32Array.from({ length: nodes }, (_, v) => v);
  const sum = degree.slice();
  let moves = total > 0 ? 1 : 0;
  for (let round = 0; round < ROUNDS_MAX && moves > 0; round++) {
    moves = 0;
    for (let v = 0; v < nodes; v++) {
      const from = community[v];
      sum[from] -= degree[v];
      const to = bestCommunity(from, near[v], community, sum, degree[v] / total);
      sum[to] += degree[v];
      community[v] = to;
      if (to !== from) moves++;
    }
  }
  return community;
}

/** Where the node gains most: weight of its edges into the community less what chance would give. */
function bestCommunity(
  own: number,
  near: readonly { node: number; weight: number }[],
  community: Uint32Array,
  sum: Float64Array,
  share: number,
): number {
  const into = new Map<number, number>([[own, 0]]);
  for (const { node, weight } of near)
    into.set(community[node], (into.get(community[node]) ?? 0) + weight);
  let best = own;
  let bestGain = (into.get(own) ?? 0) - sum[own] * share;
  for (const [candidate, weight] of [...into].sort((x, y) => x[0] - y[0])) {
    const gain = weight - sum[candidate] * share;
    // A hair's breadth is rounding, not a reason to move: without this nodes could swap for ever.
    if (gain > bestGain + 1e-12) {
      best = candidate;
      bestGain = gain;
    }
  }
  return best;
}

function mergeEdges(edges: readonly WeightedEdge[], merged: Uint32Array): WeightedEdge[] {
  const sums = new Map<string, WeightedEdge>();
  for (const edge of edges) {
    const a = Math.min(merged[edge.a], merged[edge.b]);
    const b = Math.max(merged[edge.a], merged[edge.b]);
    const known = sums.get(`${a} ${b}`);
    if (known === undefined) sums.set(`${a} ${b}`, { a, b, weight: edge.weight });
    else known.weight += edge.weight;
  }
  return [...sums.values()];
}
