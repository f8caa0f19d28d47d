import type { CaseGraphEdge, CaseGraphNode } from '../../../../src/client/case-views.ts';
import type { Box, Camera } from './camera.ts';
import type { Palette } from './palette.ts';
import type { Curve, Letters, Pen } from './pen.ts';
import { CARD, type Place } from './places.ts';
import { LOCK, signOf } from './signs.ts';

export interface SceneNode extends Place {
  readonly node: CaseGraphNode;
}

export interface SceneEdge {
  readonly edge: CaseGraphEdge;
  readonly curve: Curve;
  /** 1 (thin) to 4 (wide): lines of one width are drawn in one stroke. */
  readonly weight: number;
  readonly isBack: boolean;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly byId: ReadonlyMap<string, SceneNode>;
  readonly box: Box;
}

/** What is lit; null: everything is. */
export type Lit = {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<CaseGraphEdge>;
} | null;

const WEIGHTS = [1.25, 2.25, 4, 7] as const;
/** Handles of a line stand out at least so far, so that one that leads back is seen to. */
const REACH_LEAST = 60;

export function sceneOf(
  nodes: readonly CaseGraphNode[],
  edges: readonly CaseGraphEdge[],
  places: ReadonlyMap<string, Place>,
): Scene {
  const placed = nodes.flatMap((node): SceneNode[] => {
    const place = places.get(node.id);
    return place === undefined ? [] : [{ node, ...place }];
  });
  const byId = new Map(placed.map((one) => [one.node.id, one]));
  const most = Math.max(1, ...edges.map(({ amountMinor }) => amountMinor));
  const drawn = edges.flatMap((edge): SceneEdge[] => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (from === undefined || to === undefined || from === to) return [];
    const weight = Math.min(4, 1 + Math.floor(Math.sqrt(edge.amountMinor / most) * 4));
    return [{ edge, curve: curveOf(from, to), weight, isBack: to.x <= from.x }];
  });
  return { nodes: placed, edges: drawn, byId, box: boxOf(placed) };
}

function curveOf(from: Place, to: Place): Curve {
  const [x1, x2] = [from.x + CARD.width / 2, to.x - CARD.width / 2];
  return { x1, y1: from.y, x2, y2: to.y, reach: Math.max(REACH_LEAST, Math.abs(x2 - x1) / 2) };
}

function boxOf(nodes: readonly Place[]): Box {
  if (nodes.length === 0) return { x: 0, y: 0, width: CARD.width, height: CARD.height };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of nodes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return {
    x: left - CARD.width / 2,
    y: top - CARD.height / 2,
    width: right - left + CARD.width,
    height: bottom - top + CARD.height,
  };
}

export const cardBox = ({ x, y }: Place): Box => ({
  x: x - CARD.width / 2,
  y: y - CARD.height / 2,
  ...CARD,
});

/** The first in the order of Tab: the uppermost of those on the left. */
export const readingFirst = ({ nodes }: Scene): SceneNode | undefined =>
  nodes.reduce<SceneNode | undefined>(
    (best, one) =>
      best === undefined || one.x < best.x || (one.x === best.x && one.y < best.y) ? one : best,
    undefined,
  );

/** Whom a point of the picture lies on. */
export const nodeAt = ({ nodes }: Scene, x: number, y: number): SceneNode | undefined =>
  nodes.find(
    (one) => Math.abs(one.x - x) <= CARD.width / 2 && Math.abs(one.y - y) <= CARD.height / 2,
  );

/** A node with all that is one step from it. */
export function litAround(scene: Scene, ids: ReadonlySet<string>): Lit {
  const nodes = new Set(ids);
  const edges = new Set<CaseGraphEdge>();
  for (const { edge } of scene.edges) {
    if (!ids.has(edge.from) && !ids.has(edge.to)) continue;
    edges.add(edge);
    nodes.add(edge.from).add(edge.to);
  }
  return { nodes, edges };
}

/** How much of a card can be read: its text, its sign and sum, or its sign alone. */
export type Detail = 'full' | 'sum' | 'sign';
export const detailAt = (zoom: number): Detail =>
  zoom >= 0.62 ? 'full' : zoom >= 0.3 ? 'sum' : 'sign';
/** Lines closer than this are not told apart: curves would only cost time. */
const STRAIGHT_BELOW = 0.16;

export interface PaintOptions {
  readonly palette: Palette;
  readonly zoom: number;
  /** What of the picture is seen; null: all. */
  readonly seen: Box | null;
  readonly lit: Lit;
  readonly selected: string | null;
  readonly sum: (minor: number) => string;
}

/** Draws what is seen: lines first, faint before strong, then cards. */
export function paint(pen: Pen, scene: Scene, options: PaintOptions): void {
  paintEdges(pen, scene, options);
  const { seen, lit, zoom } = options;
  const detail = detailAt(zoom);
  for (const one of scene.nodes) {
    if (seen !== null && !isSeen(cardBox(one), seen)) continue;
    const isDim = lit !== null && !lit.nodes.has(one.node.id);
    paintCard(pen, one, detail, isDim, options);
  }
}

const isSeen = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;

/** The box of a line, its handles within. */
const curveBox = ({ x1, y1, x2, y2, reach }: Curve): Box => ({
  x: Math.min(x1, x2 - reach),
  y: Math.min(y1, y2) - 1,
  width: Math.max(x1 + reach, x2) - Math.min(x1, x2 - reach),
  height: Math.abs(y2 - y1) + 2,
});

function paintEdges(pen: Pen, { edges }: Scene, { palette, zoom, seen, lit }: PaintOptions): void {
  const batches = new Map<string, { edge: SceneEdge; isDim: boolean; curves: Curve[] }>();
  for (const one of edges) {
    if (seen !== null && !isSeen(curveBox(one.curve), seen)) continue;
    const isDim = lit !== null && !lit.edges.has(one.edge);
    const key = `${isDim ? 0 : 1}${one.edge.suspicious ? 1 : 0}${one.isBack ? 0 : 1}${one.weight}`;
    const curve = zoom < STRAIGHT_BELOW ? { ...one.curve, reach: 0 } : one.curve;
    const known = batches.get(key);
    if (known === undefined) batches.set(key, { edge: one, isDim, curves: [curve] });
    else known.curves.push(curve);
  }
  for (const [, { edge, isDim, curves }] of [...batches].sort(([a], [b]) => (a < b ? -1 : 1)))
    pen.curves(curves, {
      color: edge.edge.suspicious ? palette.suspicious : palette.plain,
      // A thread is seen however far away one is.
      width: Math.max(WEIGHTS[edge.weight - 1], 0.5 / zoom),
      alpha: isDim ? 0.12 : edge.edge.suspicious ? 0.62 : 0.5,
      ...(edge.isBack && { dash: [7, 5] }),
    });
}

const NAME_INSET = 34;

function paintCard(
  pen: Pen,
  { node, x, y }: SceneNode,
  detail: Detail,
  isDim: boolean,
  { palette, selected, sum, zoom }: PaintOptions,
): void {
  const [left, top] = [x - CARD.width / 2, y - CARD.height / 2];
  const role = isDim ? palette.rule : palette.roles[node.role];
  const ink = isDim ? palette.ruleStrong : palette.ink;
  const isSelected = node.id === selected;
  pen.box({
    x: left,
    y: top,
    ...CARD,
    radius: 6,
    fill: palette.surface,
    stroke: {
      color: isSelected ? palette.focus : isDim ? palette.rule : palette.ruleStrong,
      width: isSelected ? 3 : Math.max(node.core ? 1.75 : 1, 0.75 / zoom),
      ...(node.hub && { dash: [3, 3] }),
    },
  });
  // Another country: a second rim.
  if (node.foreign)
    pen.box({
      x: left - 4,
      y: top - 4,
      width: CARD.width + 8,
      height: CARD.height + 8,
      radius: 9,
      stroke: { color: role, width: 1.5, dash: [6, 3] },
    });
  if (detail === 'sign') {
    pen.sign(signOf(node.role), x - 20, y - 20, 40, role);
    if (node.heldMinor > 0) pen.sign(LOCK, left + CARD.width - 38, top + 12, 28, ink);
    return;
  }
  pen.box({ x: left, y: top, width: 5, height: CARD.height, radius: 2.5, fill: role });
  pen.sign(signOf(node.role), left + 12, y - 8, 16, role);
  paintMarks(pen, node, left, top, palette, ink);
  const amount = sum(Math.max(node.inMinor, node.outMinor));
  if (detail === 'sum') {
    const big: Letters = { size: 21, weight: 600, fill: ink };
    pen.text(cut(pen, amount, CARD.width - NAME_INSET - 24, big), left + NAME_INSET, y + 8, big);
    return;
  }
  const name: Letters = { size: 12.5, weight: 600, fill: ink };
  const room = CARD.width - NAME_INSET - (node.foreign && node.country !== null ? 34 : 12);
  pen.text(cut(pen, ownName(node), room, name), left + NAME_INSET, y - 5, name);
  const money: Letters = {
    size: 12,
    weight: 400,
    fill: isDim ? palette.ruleStrong : palette.muted,
  };
  pen.text(amount, left + NAME_INSET + (node.heldMinor > 0 ? 17 : 0), y + 14, money);
}

/** A name that its institution gave stands without the institution: cards are narrow, and the facts beside say it. */
const ownName = ({ name, institution }: CaseGraphNode): string =>
  institution !== null && name.startsWith(`${institution}:`)
    ? name.slice(institution.length + 1)
    : name;

/** Country, hold and whether there is more behind it. */
function paintMarks(
  pen: Pen,
  node: CaseGraphNode,
  left: number,
  top: number,
  palette: Palette,
  ink: string,
): void {
  const right = left + CARD.width;
  if (node.foreign && node.country !== null) {
    const letters: Letters = { size: 11.5, weight: 700, fill: ink, end: true };
    pen.text(node.country, right - 9, top + 21, letters);
  }
  if (node.heldMinor > 0) pen.sign(LOCK, left + NAME_INSET, top + 29, 13, palette.hold);
  if (!node.expandable && !node.expanded) return;
  const [x, y] = [right - 15, top + CARD.height - 14];
  pen.box({
    x: x - 8,
    y: y - 8,
    width: 16,
    height: 16,
    radius: 8,
    fill: palette.sunk,
    stroke: { color: palette.ruleStrong, width: 1 },
  });
  const stroke = { color: ink, width: 1.5 };
  const cross = [{ x1: x - 4, y1: y, x2: x + 4, y2: y, reach: 0 }];
  if (!node.expanded) cross.push({ x1: x, y1: y - 4, x2: x, y2: y + 4, reach: 0 });
  pen.curves(cross, stroke);
}

const widths = new Map<string, string>();
const WIDTHS_MOST = 20_000;

/** The text, or its beginning with dots where it does not fit. */
function cut(pen: Pen, text: string, room: number, letters: Letters): string {
  const key = `${room} ${letters.size} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const found = measured(pen, text, room, letters);
  if (widths.size > WIDTHS_MOST) widths.clear();
  widths.set(key, found);
  return found;
}

function measured(pen: Pen, text: string, room: number, letters: Letters): string {
  const signs = [...text].slice(0, 120);
  if (signs.length === [...text].length && pen.measure(text, letters) <= room) return text;
  let [low, high] = [0, signs.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pen.measure(`${signs.slice(0, middle).join('')}…`, letters) <= room) low = middle;
    else high = middle - 1;
  }
  return `${signs.slice(0, low).join('')}…`;
}

/** The part of the picture that a window of this size sees. */
export const seenBy = (camera: Camera, width: number, height: number): Box => ({
  x: camera.x,
  y: camera.y,
  width: width / camera.zoom,
  height: height / camera.zoom,
});
