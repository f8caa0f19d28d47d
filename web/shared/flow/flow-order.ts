import type { FlowEdge, FlowGraph, FlowGroup } from './flow-groups.ts';

/** A place in a column: a card, or a bend of a ribbon that passes a column on its way. */
export interface Slot {
  group: FlowGroup | null;
  column: number;
}

/** A ribbon cut into steps from one column to the next. */
export interface Route {
  edge: FlowEdge;
  /** From payer to payee, one slot a column; only the two ends for a ribbon that leads back or stays. */
  slots: Slot[];
  /** How it runs: to the right, within its column, or back to the left. */
  course: 'forward' | 'level' | 'back';
}

export interface OrderedColumns {
  columns: Slot[][];
  routes: Route[];
}

/** Sweeps there and back; the best order seen is kept, so more would only cost time. */
const SWEEPS = 12;

/**
 * Orders each column so that ribbons cross little: every slot moves to the weighted mean place (barycentre) of
 * its neighbours in the next column, sweeping right and left (Sugiyama, Tagawa and Toda, 1981).
 */
export function orderColumns(graph: FlowGraph): OrderedColumns {
  const slotOf = new Map<FlowGroup, Slot>();
  const columns: Slot[][] = [];
  for (const group of graph.groups) {
    const slot: Slot = { group, column: group.column };
    slotOf.set(group, slot);
    columns[group.column] ??= [];
    columns[group.column].push(slot);
  }
  const routes = graph.edges.map((edge) => routeOf(edge, slotOf, columns));
  const links = linksOf(routes);
  let best = columns.map((column) => [...column]);
  let fewest = crossings(best, links);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    sweepOnce(columns, links, sweep % 2 === 0);
    const now = crossings(columns, links);
    if (now >= fewest) continue;
    fewest = now;
    best = columns.map((column) => [...column]);
  }
  return { columns: best, routes };
}

function routeOf(edge: FlowEdge, slotOf: ReadonlyMap<FlowGroup, Slot>, columns: Slot[][]): Route {
  const from = slotOf.get(edge.from);
  const to = slotOf.get(edge.to);
  if (from === undefined || to === undefined)
    throw new Error('a ribbon between cards that are not drawn');
  if (to.column === from.column) return { edge, slots: [from, to], course: 'level' };
  if (to.column < from.column) return { edge, slots: [from, to], course: 'back' };
  const slots = [from];
  for (let column = from.column + 1; column < to.column; column++) {
    const bend: Slot = { group: null, column };
    columns[column].push(bend);
    slots.push(bend);
  }
  return { edge, slots: [...slots, to], course: 'forward' };
}

interface Link {
  from: Slot;
  to: Slot;
  weight: number;
}

/** Steps between neighbouring columns. The root keeps one great ribbon from deciding everything. */
function linksOf(routes: readonly Route[]): Link[] {
  return routes
    .filter((route) => route.course === 'forward')
    .flatMap(({ slots, edge }) =>
      slots.slice(1).map((to, i) => ({ from: slots[i], to, weight: Math.sqrt(edge.amountMinor) })),
    );
}

function sweepOnce(columns: Slot[][], links: readonly Link[], rightwards: boolean): void {
  const order = columns.map((_, i) => (rightwards ? i : columns.length - 1 - i));
  for (const index of order.slice(1)) {
    const place = new Map<Slot, number>();
    for (const column of columns) for (const [i, slot] of column.entries()) place.set(slot, i);
    const sums = new Map<Slot, { at: number; weight: number }>();
    for (const { from, to, weight } of links) {
      const [moving, fixed] = rightwards ? [to, from] : [from, to];
      if (moving.column !== index) continue;
      const sum = sums.get(moving) ?? { at: 0, weight: 0 };
      sum.at += (place.get(fixed) ?? 0) * weight;
      sum.weight += weight;
      sums.set(moving, sum);
    }
    const target = (slot: Slot): number => {
      const sum = sums.get(slot);
      return sum === undefined || sum.weight === 0 ? (place.get(slot) ?? 0) : sum.at / sum.weight;
    };
    columns[index].sort((a, b) => target(a) - target(b));
  }
}

/** Pairs of ribbons that cross between neighbouring columns. */
function crossings(columns: readonly Slot[][], links: readonly Link[]): number {
  const place = new Map<Slot, number>();
  for (const column of columns) for (const [i, slot] of column.entries()) place.set(slot, i);
  const at = (slot: Slot): number => place.get(slot) ?? 0;
  let total = 0;
  for (let column = 0; column + 1 < columns.length; column++) {
    const here = links.filter((link) => link.from.column === column);
    for (let a = 0; a < here.length; a++)
      for (let b = a + 1; b < here.length; b++) {
        const left = at(here[a].from) - at(here[b].from);
        const right = at(here[a].to) - at(here[b].to);
        if (left * right < 0) total++;
      }
  }
  return total;
}
