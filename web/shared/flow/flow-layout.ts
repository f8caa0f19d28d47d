import type { FlowEdge, FlowGraph, FlowGroup } from './flow-groups.ts';
import { orderColumns, type Route, type Slot } from './flow-order.ts';

/** Where everything of the money-flow picture stands, in CSS pixels at zoom 1. */
export interface FlowPicture {
  width: number;
  height: number;
  cards: PlacedCard[];
  ribbons: PlacedRibbon[];
  /** Left edge of each column. */
  columnX: number[];
}

export interface PlacedCard {
  group: FlowGroup;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedRibbon {
  edge: FlowEdge;
  course: Route['course'];
  /** Stroke width: the amount, to the scale of the whole picture; thin ones keep a visible minimum. */
  width: number;
  /** For the attribute d: the outline of a ribbon that leads right, the middle line of any other. */
  path: string;
  /** Where its sum may be written, for a wide ribbon that leads right. */
  labelX: number;
  labelY: number;
  /** Tip of the arrow of a ribbon that does not lead right, and the way it points. */
  tip: { x: number; y: number; left: boolean } | null;
}

/** Two lines of text. */
const CARD_HEIGHT = 46;
/** Above the cards: the heads of the columns. */
export const HEAD_HEIGHT = 46;
const CARD_GAP = 14;
const BEND_GAP = 8;
const MARGIN = 10;
/** Height the money of the richest column takes, before cards are made tall enough for their text: more where it divides more. */
const MONEY_HEIGHT = { least: 70, perCard: 40, most: 250 };
const THINNEST = 1.5;
/** A ribbon that leads back is drawn as a line: its width must not hide what runs forward. */
const WIDEST_BACK = 5;
const LANE_HEIGHT = 14;
const RELAXATIONS = 10;

/** Widths of columns and of the space between them. */
export interface FlowGeometry {
  cardWidth: number;
  gap: number;
}

/** Roomiest first. The middle one keeps a masked account number whole, the last one is for a telephone. */
const SIZES = [
  { cardWidth: 184, least: 92, most: 220 },
  { cardWidth: 152, least: 62, most: 160 },
  { cardWidth: 146, least: 48, most: 100 },
] as const;
/** Pictures narrower than this are for a telephone. */
const NARROW_ROOM = 640;

/** Columns spread over the room there is; where there is too little, the picture is wider and scrolls. */
function geometryFor(columns: number, room: number): FlowGeometry {
  const gapFor = (cardWidth: number): number =>
    (room - 2 * MARGIN - columns * cardWidth) / Math.max(1, columns - 1);
  const fitting = SIZES.slice(0, 2).find((size) => gapFor(size.cardWidth) >= size.least);
  const size = fitting ?? (room < NARROW_ROOM ? SIZES[2] : SIZES[1]);
  const { cardWidth, least, most } = size;
  return { cardWidth, gap: Math.min(most, Math.max(least, gapFor(cardWidth))) };
}

interface Place {
  slot: Slot;
  y: number;
  height: number;
}

/** @param room width there is for the picture, CSS pixels */
export function layoutFlow(graph: FlowGraph, room: number): FlowPicture {
  const { columns, routes } = orderColumns(graph);
  const geometry = geometryFor(columns.length, room);
  const { cardWidth, gap } = geometry;
  const most = Math.max(0, ...columns.map((column) => column.filter((s) => s.group).length));
  const moneyHeight = Math.min(MONEY_HEIGHT.most, MONEY_HEIGHT.least + MONEY_HEIGHT.perCard * most);
  const scale = moneyHeight / Math.max(1, ...columnSums(graph));
  const widthOf = (route: Route): number => {
    const width = Math.max(THINNEST, route.edge.amountMinor * scale);
    return route.course === 'forward' ? width : Math.min(width, WIDEST_BACK);
  };
  const places = placeSlots(columns, routes, widthOf);
  const columnX = columns.map((_, i) => MARGIN + i * (cardWidth + gap));
  const bottom = Math.max(HEAD_HEIGHT, ...[...places.values()].map((p) => p.y + p.height));
  const lanes = routes.filter((route) => route.course === 'back').length;
  // A level ribbon bulges out to the right of its column.
  const bulge = routes.some((r) => r.course !== 'forward') ? gap / 3 : 0;
  return {
    width: (columnX.at(-1) ?? 0) + cardWidth + MARGIN + bulge,
    height: bottom + MARGIN + lanes * LANE_HEIGHT + (lanes > 0 ? LANE_HEIGHT : 0),
    columnX,
    cards: [...places.values()].flatMap(({ slot, y, height }) =>
      slot.group === null
        ? []
        : [{ group: slot.group, x: columnX[slot.column], y, width: cardWidth, height }],
    ),
    ribbons: drawRibbons(routes, places, columnX, geometry, widthOf, bottom),
  };
}

function columnSums(graph: FlowGraph): number[] {
  const sums: number[] = [];
  for (const group of graph.groups)
    sums[group.column] = (sums[group.column] ?? 0) + Math.max(group.inMinor, group.outMinor);
  return sums;
}

/** Heights from the money, then places pulled towards what they are linked with, in the given order. */
function placeSlots(
  columns: readonly Slot[][],
  routes: readonly Route[],
  widthOf: (route: Route) => number,
): Map<Slot, Place> {
  const sides = new Map<Slot, { in: number; out: number }>();
  const side = (slot: Slot): { in: number; out: number } => {
    const known = sides.get(slot) ?? { in: 0, out: 0 };
    sides.set(slot, known);
    return known;
  };
  for (const route of routes)
    for (const [i, slot] of route.slots.entries()) {
      if (i > 0) side(slot).in += widthOf(route);
      if (i + 1 < route.slots.length) side(slot).out += widthOf(route);
    }
  const places = new Map<Slot, Place>();
  for (const column of columns) {
    let y = HEAD_HEIGHT;
    for (const slot of column) {
      const needed = Math.max(side(slot).in, side(slot).out);
      const height = slot.group === null ? needed : Math.max(CARD_HEIGHT, needed + 8);
      places.set(slot, { slot, y, height });
      y += height + gapAfter(slot);
    }
  }
  relax(columns, routes, places);
  return places;
}

const gapAfter = (slot: Slot): number => (slot.group === null ? BEND_GAP : CARD_GAP);

function relax(
  columns: readonly Slot[][],
  routes: readonly Route[],
  places: ReadonlyMap<Slot, Place>,
): void {
  const neighbours = new Map<Slot, { slot: Slot; weight: number }[]>();
  const link = (a: Slot, b: Slot, weight: number): void => {
    const known = neighbours.get(a);
    if (known === undefined) neighbours.set(a, [{ slot: b, weight }]);
    else known.push({ slot: b, weight });
  };
  for (const { slots, edge, course } of routes) {
    if (course !== 'forward') continue;
    for (let i = 1; i < slots.length; i++) {
      link(slots[i], slots[i - 1], edge.amountMinor);
      link(slots[i - 1], slots[i], edge.amountMinor);
    }
  }
  const middle = ({ y, height }: Place): number => y + height / 2;
  const heights = columns.map((column) => extent(column, places));
  const tallest = Math.max(0, ...heights);
  for (let round = 0; round < RELAXATIONS; round++)
    for (const [i, column] of columns.entries()) {
      // The tallest column is packed already: moving it would only stretch the picture.
      if (heights[i] === tallest && round > 0) continue;
      for (const slot of column) {
        const own = places.get(slot);
        const near = neighbours.get(slot);
        if (own === undefined || near === undefined) continue;
        let sum = 0;
        let weight = 0;
        for (const one of near) {
          const place = places.get(one.slot);
          if (place === undefined) continue;
          sum += middle(place) * one.weight;
          weight += one.weight;
        }
        if (weight > 0) own.y = sum / weight - own.height / 2;
      }
      settle(column, places, HEAD_HEIGHT + tallest);
    }
}

function extent(column: readonly Slot[], places: ReadonlyMap<Slot, Place>): number {
  const sum = column.reduce(
    (all, slot) => all + (places.get(slot)?.height ?? 0) + gapAfter(slot),
    0,
  );
  const last = column.at(-1);
  return last === undefined ? 0 : sum - gapAfter(last);
}

/** Takes overlaps out of a column: pushed down from the top, then up from the bottom. */
function settle(column: readonly Slot[], places: ReadonlyMap<Slot, Place>, bottom: number): void {
  let free = HEAD_HEIGHT;
  for (const slot of column) {
    const place = places.get(slot);
    if (place === undefined) continue;
    place.y = Math.max(place.y, free);
    free = place.y + place.height + gapAfter(slot);
  }
  let limit = bottom;
  for (const slot of [...column].reverse()) {
    const place = places.get(slot);
    if (place === undefined) continue;
    place.y = Math.min(place.y, limit - place.height);
    limit = place.y - CARD_GAP;
    if (slot.group === null) limit = place.y - BEND_GAP;
  }
}

interface Port {
  route: Route;
  /** Index of the slot in the route. */
  step: number;
  side: 'in' | 'out';
}

function drawRibbons(
  routes: readonly Route[],
  places: ReadonlyMap<Slot, Place>,
  columnX: readonly number[],
  { cardWidth, gap }: FlowGeometry,
  widthOf: (route: Route) => number,
  bottom: number,
): PlacedRibbon[] {
  const portY = portsOf(routes, places, widthOf);
  let lane = 0;
  return routes.map((route) => {
    const { slots, edge, course } = route;
    const stops = slots.map((slot, step): Stop => {
      const left = columnX[slot.column];
      return {
        left,
        right: left + cardWidth,
        inY: portY(route, step, 'in'),
        outY: portY(route, step, 'out'),
      };
    });
    const first = stops[0];
    const last = stops[stops.length - 1];
    const width = widthOf(route);
    const base = { edge, course, width, labelX: 0, labelY: 0 };
    if (course === 'level') {
      const reach = first.right + gap / 3;
      const path = `M${n(first.right)},${n(first.outY)}C${n(reach)},${n(first.outY)} ${n(reach)},${n(last.inY)} ${n(last.right + 6)},${n(last.inY)}`;
      return { ...base, path, tip: { x: last.right, y: last.inY, left: true } };
    }
    if (course === 'back') {
      lane++;
      const floor = bottom + lane * LANE_HEIGHT;
      const path = backPath(
        first.right + gap / 4,
        [first.right, first.outY],
        [last.left, last.inY],
        floor,
      );
      return { ...base, path, tip: { x: last.left, y: last.inY, left: false } };
    }
    const path = outline(stops, width / 2);
    const second = stops[1];
    const labelX = (first.right + second.left) / 2;
    return { ...base, path, labelX, labelY: (first.outY + second.inY) / 2, tip: null };
  });
}

interface Stop {
  left: number;
  right: number;
  inY: number;
  outY: number;
}

/**
 * Along the upper edge to the payee and back along the lower one. An outline and not a thick line: a line
 * that bends over a short way swells, and would come out from behind its cards.
 */
function outline(stops: readonly Stop[], half: number): string {
  const there = edge(stops, -half, 1);
  const back = edge([...stops].reverse(), half, -1);
  return `M${there}L${back}Z`;
}

/** One edge of a ribbon, in the direction the stops are given. */
function edge(stops: readonly Stop[], offset: number, direction: 1 | -1): string {
  const ends = stops.map(({ left, right, inY, outY }) => {
    const [enter, leave] = [
      { x: left, y: inY + offset },
      { x: right, y: outY + offset },
    ];
    return direction === 1 ? { enter, leave } : { enter: leave, leave: enter };
  });
  const { x, y } = ends[0].leave;
  let path = `${n(x)},${n(y)}`;
  for (let i = 1; i < ends.length; i++) {
    const [a, b] = [ends[i - 1].leave, ends[i].enter];
    const middle = (a.x + b.x) / 2;
    path += `C${n(middle)},${n(a.y)} ${n(middle)},${n(b.y)} ${n(b.x)},${n(b.y)}`;
    if (i + 1 < ends.length) path += `L${n(ends[i].leave.x)},${n(ends[i].leave.y)}`;
  }
  return path;
}

/** Right to `out`, down under the cards, left, and up to the payee from its left. */
function backPath(
  out: number,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  floor: number,
): string {
  const into = x2 - 9;
  const r = 8;
  return [
    `M${n(x1)},${n(y1)}L${n(out - r)},${n(y1)}Q${n(out)},${n(y1)} ${n(out)},${n(y1 + r)}`,
    `L${n(out)},${n(floor - r)}Q${n(out)},${n(floor)} ${n(out - r)},${n(floor)}`,
    `L${n(into + r)},${n(floor)}Q${n(into)},${n(floor)} ${n(into)},${n(floor - r)}`,
    `L${n(into)},${n(y2 + r)}Q${n(into)},${n(y2)} ${n(into + 3)},${n(y2)}`,
  ].join('');
}

/**
 * The height at which each ribbon meets each card: side by side around the card's middle, in the order of where
 * they come from or go to, those that lead back below.
 */
function portsOf(
  routes: readonly Route[],
  places: ReadonlyMap<Slot, Place>,
  widthOf: (route: Route) => number,
): (route: Route, step: number, side: 'in' | 'out') => number {
  const ports = new Map<Slot, Port[]>();
  for (const route of routes)
    for (const [step, slot] of route.slots.entries()) {
      const known = ports.get(slot) ?? [];
      ports.set(slot, known);
      if (step > 0) known.push({ route, step, side: 'in' });
      if (step + 1 < route.slots.length) known.push({ route, step, side: 'out' });
    }
  const centre = (slot: Slot): number => {
    const place = places.get(slot);
    return place === undefined ? 0 : place.y + place.height / 2;
  };
  const rank = ({ route, step, side }: Port): number =>
    (route.course === 'forward' ? 0 : 1e6) +
    centre(route.slots[side === 'in' ? step - 1 : step + 1]);
  const found = new Map<Route, Map<string, number>>();
  for (const [slot, list] of ports)
    for (const side of ['in', 'out'] as const) {
      const here = list.filter((port) => port.side === side).sort((a, b) => rank(a) - rank(b));
      const total = here.reduce((sum, port) => sum + widthOf(port.route), 0);
      let y = centre(slot) - total / 2;
      for (const { route, step } of here) {
        const width = widthOf(route);
        const known = found.get(route) ?? new Map<string, number>();
        found.set(route, known.set(`${step}${side}`, y + width / 2));
        y += width;
      }
    }
  return (route, step, side) => found.get(route)?.get(`${step}${side}`) ?? 0;
}

const n = (value: number): string => String(Math.round(value * 10) / 10);
