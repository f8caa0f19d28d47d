/** Money from one account to another: how much, and when first. */
export interface LayerEdge {
  from: number;
  to: number;
  amountMinor: number;
  firstAt: number;
}

/**
 * Columns of a left-to-right picture, 0 = left: every edge runs to the right, except those that have to run back
 * because the money goes round. Those are chosen small: accounts are put in a row that keeps most money running
 * forwards (Eades, Lin and Smyth 1993), of equals the one whose money moved first. By account.
 */
export function layersOf(
  accounts: readonly number[],
  edges: readonly LayerEdge[],
): Map<number, number> {
  const proper = edges.filter((edge) => edge.from !== edge.to);
  const position = new Map(inRow(accounts, proper).map((account, i) => [account, i]));
  const at = (account: number): number => position.get(account) ?? 0;
  const forward = proper
    .filter((edge) => at(edge.from) < at(edge.to))
    .sort((x, y) => at(x.from) - at(y.from) || at(x.to) - at(y.to));
  const layer = new Map(accounts.map((account) => [account, 0]));
  for (const { from, to } of forward)
    layer.set(to, Math.max(layer.get(to) ?? 0, (layer.get(from) ?? 0) + 1));
  return layer;
}

/** What an account still has to do with the others that are not in the row yet. */
interface Node {
  account: number;
  out: LayerEdge[];
  in: LayerEdge[];
  outMinor: number;
  inMinor: number;
  outs: number;
  ins: number;
  firstAt: number;
}

function inRow(accounts: readonly number[], edges: readonly LayerEdge[]): number[] {
  const nodes = buildNodes(accounts, edges);
  const head: number[] = [];
  const tail: number[] = [];
  const take = (node: Node): void => {
    nodes.delete(node.account);
    for (const edge of node.out) {
      const other = nodes.get(edge.to);
      if (other === undefined) continue;
      other.ins--;
      other.inMinor -= edge.amountMinor;
    }
    for (const edge of node.in) {
      const other = nodes.get(edge.from);
      if (other === undefined) continue;
      other.outs--;
      other.outMinor -= edge.amountMinor;
    }
  };
  while (nodes.size > 0) {
    const sink = first(nodes, (node) => node.outs === 0);
    if (sink !== undefined) {
      tail.push(sink.account);
      take(sink);
      continue;
    }
    const next = first(nodes, (node) => node.ins === 0) ?? greatest(nodes);
    head.push(next.account);
    take(next);
  }
  return [...head, ...tail.reverse()];
}

function buildNodes(accounts: readonly number[], edges: readonly LayerEdge[]): Map<number, Node> {
  const nodes = new Map<number, Node>();
  for (const account of [...accounts].sort((a, b) => a - b))
    nodes.set(account, {
      account,
      out: [],
      in: [],
      outMinor: 0,
      inMinor: 0,
      outs: 0,
      ins: 0,
      firstAt: Number.POSITIVE_INFINITY,
    });
  for (const edge of edges) {
    const from = nodes.get(edge.from);
    const to = nodes.get(edge.to);
    if (from === undefined || to === undefined) continue;
    from.out.push(edge);
    from.outs++;
    from.outMinor += edge.amountMinor;
    from.firstAt = Math.min(from.firstAt, edge.firstAt);
    to.in.push(edge);
    to.ins++;
    to.inMinor += edge.amountMinor;
  }
  return nodes;
}

function first(nodes: ReadonlyMap<number, Node>, holds: (node: Node) => boolean): Node | undefined {
  for (const node of nodes.values()) if (holds(node)) return node;
  return undefined;
}

/** The account that pays most beyond what it gets; of equals the earliest payer, then the smaller number. */
function greatest(nodes: ReadonlyMap<number, Node>): Node {
  let best: Node | undefined;
  for (const node of nodes.values()) {
    if (best === undefined) {
      best = node;
      continue;
    }
    const more = node.outMinor - node.inMinor - (best.outMinor - best.inMinor);
    if (more > 0 || (more === 0 && node.firstAt < best.firstAt)) best = node;
  }
  if (best === undefined) throw new RangeError('no accounts');
  return best;
}
