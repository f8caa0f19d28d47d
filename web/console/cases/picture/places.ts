import { type Flow, grouped, layersOf } from './layering.ts';

/** The middle of a card, in pixels of the picture at zoom 1. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly layer: number;
}

/** Cells of a layer: `columns` of them side by side from `x` on, and as many rows as are wanted. */
interface Layer {
  readonly x: number;
  readonly columns: number;
}

/**
 * Where everything stands. It only ever grows: who is placed keeps their place for as long as the page is open, also while a
 * filter hides them, so that nothing jumps when a node is expanded, and what comes back comes back where it was.
 */
export interface Layout {
  readonly places: ReadonlyMap<string, Place>;
  readonly layers: ReadonlyMap<number, Layer>;
}

export const NO_LAYOUT: Layout = { places: new Map(), layers: new Map() };

export const CARD = { width: 176, height: 52 } as const;
const ROW = 68;
const COLUMN = CARD.width + 22;
/** Room for lines between two layers. */
const GAP = 124;
/** Rows of a layer before it gets a second column: about as high as the whole is wide. */
const ROWS_LEAST = 20;
const ROWS_SHARE = 1.25;
const SWEEPS = 8;

export interface Drawn {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly Flow[];
}

/** Gives a place to each node that has none. The first look lays out all; later ones add beside whom they deal with. */
export function layOut(layout: Layout, graph: Drawn): Layout {
  const fresh = graph.nodes.map(({ id }) => id).filter((id) => !layout.places.has(id));
  if (fresh.length === 0) return layout;
  return layout.places.size === 0 ? layAll(fresh, graph.edges) : addTo(layout, fresh, graph.edges);
}

const rowsFor = (nodes: number): number =>
  Math.max(ROWS_LEAST, Math.ceil(Math.sqrt(nodes) * ROWS_SHARE));

function layAll(nodes: readonly string[], edges: readonly Flow[]): Layout {
  const shown = new Set(nodes);
  const flows = edges.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const layerOf = layersOf(nodes, flows);
  const columns = [...grouped(nodes, (node) => layerOf.get(node) ?? 0)]
    .sort(([a], [b]) => a - b)
    .map(([, members]) => members);
  const ordered = uncrossed(columns, flows);
  const most = rowsFor(nodes.length);
  const layers = new Map<number, Layer>();
  const places = new Map<string, Place>();
  let x = 0;
  for (const [layer, members] of ordered.entries()) {
    const count = Math.max(1, Math.ceil(members.length / most));
    layers.set(layer, { x, columns: count });
    const rows = Math.ceil(members.length / count);
    const top = rowsOf(members.slice(0, rows), flows, places, rows);
    for (const [i, node] of members.entries()) {
      // Side by side in reading order: neighbours in the order stay neighbours in the picture.
      const row = count === 1 ? top[i] : Math.floor(i / count) - Math.floor(rows / 2);
      const column = count === 1 ? 0 : i % count;
      places.set(node, placeAt({ x, columns: count }, layer, column, row));
    }
    x += (count - 1) * COLUMN + CARD.width + GAP;
  }
  return { places, layers };
}

const placeAt = ({ x }: Layer, layer: number, column: number, row: number): Place => ({
  x: x + column * COLUMN + CARD.width / 2,
  y: row * ROW,
  layer,
});

/** Rows near those who paid them, in the given order and none twice; without any, around the middle. */
function rowsOf(
  members: readonly string[],
  flows: readonly Flow[],
  places: ReadonlyMap<string, Place>,
  rows: number,
): number[] {
  const into = grouped(flows, ({ to }) => to);
  const wanted = members.map((node, i) => {
    const near = (into.get(node) ?? []).flatMap(({ from }) => places.get(from) ?? []);
    return near.length === 0
      ? i - (rows - 1) / 2
      : near.reduce((sum, { y }) => sum + y, 0) / near.length / ROW;
  });
  const given: number[] = [];
  for (const row of wanted) given.push(Math.max(Math.round(row), (given.at(-1) ?? -Infinity) + 1));
  // Pushed down as a whole they sit too low: half of what they were pushed goes back.
  const pushed = given.reduce((sum, row, i) => sum + row - wanted[i], 0) / members.length;
  return given.map((row) => row - Math.round(pushed));
}

/** Each layer by the mean place of whom it deals with, sweeping right and left (Sugiyama, Tagawa and Toda, 1981). */
function uncrossed(columns: readonly string[][], flows: readonly Flow[]): string[][] {
  const near = new Map<string, string[]>();
  const link = (a: string, b: string): void => {
    const known = near.get(a);
    if (known === undefined) near.set(a, [b]);
    else known.push(b);
  };
  const layerOf = new Map(columns.flatMap((nodes, i) => nodes.map((node) => [node, i] as const)));
  for (const { from, to } of flows) {
    link(from, to);
    link(to, from);
  }
  const layers = columns.map((nodes) => [...nodes]);
  const share = new Map<string, number>();
  const tell = (nodes: readonly string[]): void => {
    for (const [i, node] of nodes.entries()) share.set(node, (i + 1) / (nodes.length + 1));
  };
  for (const nodes of layers) tell(nodes);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isRight = sweep % 2 === 0;
    const order = isRight ? layers.keys() : [...layers.keys()].reverse();
    for (const i of order) {
      const side = (node: string): boolean =>
        isRight ? (layerOf.get(node) ?? 0) < i : (layerOf.get(node) ?? 0) > i;
      const mean = (node: string): number => {
        const others = (near.get(node) ?? []).filter(side);
        if (others.length === 0) return share.get(node) ?? 0;
        return others.reduce((sum, one) => sum + (share.get(one) ?? 0), 0) / others.length;
      };
      // Who deals with nobody stands below the others.
      const means = new Map(
        layers[i].map((node) => [node, near.has(node) ? mean(node) : Number.POSITIVE_INFINITY]),
      );
      layers[i].sort((a, b) => {
        const [x, y] = [means.get(a) ?? 0, means.get(b) ?? 0];
        return x === y ? 0 : x - y;
      });
      tell(layers[i]);
    }
  }
  return layers;
}

/** Places for newcomers: payers to the left of whom they deal with most, payees to the right, in the nearest free cell. */
function addTo(layout: Layout, fresh: readonly string[], edges: readonly Flow[]): Layout {
  const places = new Map(layout.places);
  const layers = new Map(layout.layers);
  const taken = new Set(
    [...places.values()].map(({ x, y, layer }) => cellOf(layers, { x, y, layer })),
  );
  let waiting = [...fresh];
  while (waiting.length > 0) {
    const near = nearest(waiting, edges, places);
    // Nobody of them deals with anybody who is placed: they begin at the left.
    if (near.size === 0)
      for (const node of waiting) near.set(node, { layer: firstOf(layers), y: 0 });
    for (const [layer, members] of grouped([...near], ([, { layer }]) => layer)) {
      if (!layers.has(layer)) layers.set(layer, newLayer(layers, layer, members.length));
      const frame = layers.get(layer) ?? { x: 0, columns: 1 };
      members.sort(([, a], [, b]) => a.y - b.y);
      for (const [node, { y }] of members) {
        const cell = freeCell(taken, layer, frame.columns, Math.round(y / ROW));
        taken.add(`${layer} ${cell.column} ${cell.row}`);
        places.set(node, placeAt(frame, layer, cell.column, cell.row));
      }
    }
    waiting = waiting.filter((node) => !places.has(node));
  }
  return { places, layers };
}

const firstOf = (layers: ReadonlyMap<number, Layer>): number => Math.min(...layers.keys());

function cellOf(layers: ReadonlyMap<number, Layer>, { x, y, layer }: Place): string {
  const column = Math.round((x - CARD.width / 2 - (layers.get(layer)?.x ?? 0)) / COLUMN);
  return `${layer} ${column} ${Math.round(y / ROW)}`;
}

/** Of each that deals with somebody who is placed: the layer beside the one it deals with most, and how high that stands. */
function nearest(
  waiting: readonly string[],
  edges: readonly Flow[],
  places: ReadonlyMap<string, Place>,
): Map<string, { layer: number; y: number }> {
  const isWaiting = new Set(waiting);
  const best = new Map<string, { layer: number; y: number; amountMinor: number }>();
  const offer = (node: string, beside: Place | undefined, step: 1 | -1, minor: number): void => {
    if (!isWaiting.has(node) || beside === undefined) return;
    const known = best.get(node);
    if (known !== undefined && known.amountMinor >= minor) return;
    best.set(node, { layer: beside.layer + step, y: beside.y, amountMinor: minor });
  };
  for (const { from, to, amountMinor } of edges) {
    offer(from, places.get(to), -1, amountMinor);
    offer(to, places.get(from), 1, amountMinor);
  }
  return new Map([...best].map(([node, { layer, y }]) => [node, { layer, y }]));
}

/** Before all others or after them: layers have no holes. */
function newLayer(layers: ReadonlyMap<number, Layer>, layer: number, nodes: number): Layer {
  const columns = Math.max(1, Math.ceil(nodes / rowsFor(nodes)));
  const width = (columns - 1) * COLUMN + CARD.width;
  const after = layers.get(layer - 1);
  if (after !== undefined)
    return { x: after.x + (after.columns - 1) * COLUMN + CARD.width + GAP, columns };
  const before = layers.get(layer + 1);
  return { x: (before?.x ?? 0) - GAP - width, columns };
}

function freeCell(
  taken: ReadonlySet<string>,
  layer: number,
  columns: number,
  row: number,
): { column: number; row: number } {
  for (let away = 0; ; away++)
    for (const tried of away === 0 ? [row] : [row - away, row + away])
      for (let column = 0; column < columns; column++)
        if (!taken.has(`${layer} ${column} ${tried}`)) return { column, row: tried };
}
