import type { CustomerLinks } from '../api.ts';

type Node = CustomerLinks['nodes'][number];
type Edge = CustomerLinks['edges'][number];

export interface PlacedNode extends Node {
  readonly x: number;
  readonly y: number;
  /** Where its name stands. The customer itself is in the middle, or above the others where the room is narrow. */
  readonly side: 'middle' | 'top' | 'left' | 'right';
}

export interface DrawnEdge extends Edge {
  /** Path of an SVG. */
  readonly path: string;
}

export interface LinkPicture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly DrawnEdge[];
  /** Others that are drawn, and those there are. */
  readonly shown: number;
  readonly all: number;
}

/** More than so many names nobody reads in a picture; the table has them all. */
const OTHERS_MOST = 24;
/** Between two rows, where there are many and where there are few. CSS pixels. */
const ROW_LEAST = 48;
const ROW_MOST = 72;
const ROWS_FEW = 4;
/** Names stand outside of the ring; where the room is narrow, shorter ones. */
const NAME_ROOM = 158;
const SHORT_NAME_ROOM = 106;
const RADIUS_MOST = 230;
const RADIUS_LEAST = 30;
/** With a ring narrower than this the customer would stand on the others' names. */
const RADIUS_TIGHT = 90;
/** Lines of several kinds between the same two stand apart. */
const APART = 18;

/**
 * The customer in the middle and the others in two arcs beside it, those nothing explains first. Rows are evenly apart, so that
 * no two names meet however many there are.
 *
 * @param width CSS pixels there are
 */
export function layLinks(
  { nodes, edges }: CustomerLinks,
  customerId: number,
  width: number,
): LinkPicture {
  const others = byUrgency(
    nodes.filter((node) => node.customerId !== customerId),
    edges,
  );
  const drawn = others.slice(0, OTHERS_MOST);
  const right = drawn.slice(0, Math.ceil(drawn.length / 2));
  const left = drawn.slice(right.length);
  const row = right.length > ROWS_FEW ? ROW_LEAST : ROW_MOST;
  const isTight = width / 2 - NAME_ROOM < RADIUS_TIGHT;
  const ring = width / 2 - (isTight ? SHORT_NAME_ROOM : NAME_ROOM);
  const radius = Math.max(RADIUS_LEAST, Math.min(RADIUS_MOST, ring));
  const above = isTight ? ROW_MOST : 0;
  const room = (Math.max(isTight ? 1 : 2, right.length) + 1) * row;
  const middle = { x: width / 2, y: above + room / 2 };
  const arc = (side: 'left' | 'right', members: readonly Node[]): PlacedNode[] =>
    members.map((node, i) => {
      const y = middle.y + (i - (members.length - 1) / 2) * row;
      // A flat arc: the outermost rows still stand half a radius away.
      const bend = (y - middle.y) / (room / 2);
      const away = radius * Math.sqrt(1 - 0.75 * bend * bend);
      const x = side === 'left' ? middle.x - away : middle.x + away;
      return { ...node, name: shortName(node.name, isTight), x, y, side };
    });
  const self = nodes.find((node) => node.customerId === customerId);
  const own = isTight
    ? { x: middle.x, y: ROW_LEAST, side: 'top' as const }
    : { ...middle, side: 'middle' as const };
  const placed: PlacedNode[] = [
    ...(self === undefined ? [] : [{ ...self, ...own }]),
    ...arc('right', right),
    ...arc('left', left),
  ];
  return {
    width,
    height: above + room,
    nodes: placed,
    edges: drawEdges(edges, new Map(placed.map((node) => [node.customerId, node])), middle),
    shown: drawn.length,
    all: others.length,
  };
}

/** Words of a name that are drawn. */
const WORDS_MOST = 3;

/** A masked name with as much of it as there is room for: the table and the page have all. */
function shortName(name: string, isTight: boolean): string {
  const words = name.split(' ');
  const first = words.slice(0, WORDS_MOST).join(' ');
  return (isTight ? first.replaceAll('•••', '•') : first) + (words.length > WORDS_MOST ? ' …' : '');
}

/** Those that something unexplained ties come first, the most of it first; then by number, so that nothing jumps. */
function byUrgency(nodes: readonly Node[], edges: readonly Edge[]): Node[] {
  const loose = new Map<number, number>();
  for (const { a, b, explained } of edges) {
    if (explained !== null) continue;
    for (const end of [a, b]) loose.set(end, (loose.get(end) ?? 0) + 1);
  }
  const of = ({ customerId }: Node): number => loose.get(customerId) ?? 0;
  return nodes.toSorted((a, b) => of(b) - of(a) || a.customerId - b.customerId);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Explained lines lie under the others. */
function drawEdges(
  edges: readonly Edge[],
  nodes: ReadonlyMap<number, PlacedNode>,
  middle: Point,
): DrawnEdge[] {
  const between = new Map<string, number>();
  const drawn = edges.flatMap((edge) => {
    const [a, b] = [nodes.get(edge.a), nodes.get(edge.b)];
    if (a === undefined || b === undefined) return [];
    const pair = [edge.a, edge.b].toSorted((one, two) => one - two).join(' ');
    const place = between.get(pair) ?? 0;
    between.set(pair, place + 1);
    return [{ ...edge, path: pathOf(a, b, bendOf(a, b, middle), place) }];
  });
  return drawn.sort((a, b) => Number(a.explained === null) - Number(b.explained === null));
}

/** Lines between two of the others bow towards the middle, away from the names. */
function bendOf(a: PlacedNode, b: PlacedNode, middle: Point): number {
  const isOuter = a.side === b.side;
  return isOuter ? Math.min(60, Math.abs(a.x - middle.x) / 2) : 0;
}

/** A line, or a bow: further out for every line that lies between the same two already. */
function pathOf(a: PlacedNode, b: PlacedNode, inward: number, place: number): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const turn = Math.ceil(place / 2) * (place % 2 === 0 ? 1 : -1) * APART;
  const toMiddle = a.side === 'right' ? -inward : inward;
  const x = (a.x + b.x) / 2 - (dy / length) * turn + toMiddle;
  const y = (a.y + b.y) / 2 + (dx / length) * turn;
  return `M${round(a.x)} ${round(a.y)}Q${round(x)} ${round(y)} ${round(b.x)} ${round(b.y)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
