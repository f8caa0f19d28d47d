/** Money from one to another, as far as places are concerned. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly amountMinor: number;
}

/**
 * The layer of each node, from 0 on the left: money runs to the right wherever it can. Where it runs in a circle, the least
 * of it leads back (Eades, Lin and Smyth, 1993). Who only pays stands right before the first that he pays, so that dozens of
 * payers do not draw their lines across the whole picture.
 */
export function layersOf(
  nodes: readonly string[],
  flows: readonly Flow[],
): ReadonlyMap<string, number> {
  const order = orderOf(nodes, flows);
  const place = new Map(order.map((node, i) => [node, i]));
  const forward = flows.filter(({ from, to }) => at(place, from) < at(place, to));
  const into = grouped(forward, ({ to }) => to);
  const layers = new Map<string, number>();
  for (const node of order) {
    const before = (into.get(node) ?? []).map(({ from }) => at(layers, from) + 1);
    layers.set(node, Math.max(0, ...before));
  }
  const out = grouped(forward, ({ from }) => from);
  for (const node of order) {
    const after = out.get(node);
    if (into.has(node) || after === undefined) continue;
    layers.set(node, Math.max(0, Math.min(...after.map(({ to }) => at(layers, to))) - 1));
  }
  return layers;
}

const at = (map: ReadonlyMap<string, number>, key: string): number => map.get(key) ?? 0;

export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known === undefined) groups.set(keyOf(item), [item]);
    else known.push(item);
  }
  return groups;
}

/** Nodes so that little money runs against their order: sources from the front, sinks from the back, else who gives the most. */
function orderOf(nodes: readonly string[], flows: readonly Flow[]): string[] {
  const own = flows.filter(({ from, to }) => from !== to);
  const out = grouped(own, ({ from }) => from);
  const into = grouped(own, ({ to }) => to);
  const left = new Set(nodes);
  const outSum = sums(own, 'from');
  const inSum = sums(own, 'to');
  const outCount = new Map(nodes.map((node) => [node, out.get(node)?.length ?? 0]));
  const inCount = new Map(nodes.map((node) => [node, into.get(node)?.length ?? 0]));
  const front: string[] = [];
  const back: string[] = [];
  const sources = nodes.filter((node) => at(inCount, node) === 0);
  const sinks = nodes.filter((node) => at(outCount, node) === 0 && at(inCount, node) > 0);
  const take = (node: string): void => {
    left.delete(node);
    for (const { to, amountMinor } of out.get(node) ?? []) {
      if (!left.has(to)) continue;
      inSum.set(to, at(inSum, to) - amountMinor);
      inCount.set(to, at(inCount, to) - 1);
      if (at(inCount, to) === 0) sources.push(to);
    }
    for (const { from, amountMinor } of into.get(node) ?? []) {
      if (!left.has(from)) continue;
      outSum.set(from, at(outSum, from) - amountMinor);
      outCount.set(from, at(outCount, from) - 1);
      if (at(outCount, from) === 0) sinks.push(from);
    }
  };
  while (left.size > 0) {
    const sink = sinks.pop();
    if (sink !== undefined) {
      if (!left.has(sink)) continue;
      back.push(sink);
      take(sink);
      continue;
    }
    const source = sources.pop();
    if (source !== undefined) {
      if (!left.has(source)) continue;
      front.push(source);
      take(source);
      continue;
    }
    const next = mostGiving(left, outSum, inSum);
    front.push(next);
    take(next);
  }
  return [...front, ...back.reverse()];
}

function mostGiving(
  left: ReadonlySet<string>,
  outSum: ReadonlyMap<string, number>,
  inSum: ReadonlyMap<string, number>,
): string {
  let best = '';
  let most = Number.NEGATIVE_INFINITY;
  for (const node of left) {
    const given = at(outSum, node) - at(inSum, node);
    if (given > most) [best, most] = [node, given];
  }
  return best;
}

function sums(flows: readonly Flow[], end: 'from' | 'to'): Map<string, number> {
  const found = new Map<string, number>();
  for (const flow of flows) found.set(flow[end], at(found, flow[end]) + flow.amountMinor);
  return found;
}
