import type { Random } from '../domain/random.ts';
import { BINS, type Binned } from './bins.ts';

/** What bounds a tree. */
export interface TreeLimits {
  readonly depth: number;
  /** Least sum of second derivatives in a leaf: how much evidence a leaf needs. */
  readonly leafWeight: number;
  /** Ridge on leaf values. */
  readonly ridge: number;
  /** Share of the columns each tree may ask. */
  readonly columnShare: number;
  readonly rate: number;
}

/** One grown tree; as `Forest`, with the bin that a split begins at instead of a value. */
export interface Tree {
  readonly feature: number[];
  readonly bin: number[];
  readonly child: number[];
  readonly value: number[];
}

interface Node {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly g: number;
  readonly h: number;
  histogram: Float64Array | undefined;
}

interface Split {
  gain: number;
  column: number;
  bin: number;
  g: number;
  h: number;
}

/** Grows trees over one binned sample; keeps its buffers from tree to tree. */
export class TreeGrower {
  readonly #data: Binned;
  readonly #limits: TreeLimits;
  readonly #rows: Uint32Array;
  readonly #spare: Uint32Array;
  readonly #free: Float64Array[] = [];
  #columns = new Uint16Array(0);

  constructor(data: Binned, limits: TreeLimits) {
    this.#data = data;
    this.#limits = limits;
    this.#rows = new Uint32Array(data.rows);
    this.#spare = new Uint32Array(data.rows);
  }

  /**
   * Grows one tree to the derivatives of the loss.
   * @param g first derivatives by row, weighted; @param h second derivatives likewise
   * @param taken rows of the sample that this tree sees
   */
  grow(g: Float64Array, h: Float64Array, taken: Uint32Array, random: Random): Tree {
    const { width } = this.#data;
    const most = Math.max(1, Math.round(width * this.#limits.columnShare));
    const order = random.shuffle(Array.from({ length: width }, (_, c) => c));
    this.#columns = Uint16Array.from(order.slice(0, most).sort((a, b) => a - b));
    this.#rows.set(taken);
    const tree: Tree = { feature: [], bin: [], child: [], value: [] };
    let sumG = 0;
    let sumH = 0;
    for (let i = 0; i < taken.length; i++) {
      sumG += g[taken[i]];
      sumH += h[taken[i]];
    }
    const root = this.#leaf(tree, 0, taken.length, sumG, sumH);
    root.histogram = this.#fill(root, g, h);
    let level = [root];
    for (let depth = 0; depth < this.#limits.depth && level.length > 0; depth++) {
      const last = depth === this.#limits.depth - 1;
      level = level.flatMap((node) => this.#part(tree, node, g, h, last));
    }
    for (const node of level) this.#give(node);
    return tree;
  }

  #leaf(tree: Tree, from: number, to: number, g: number, h: number): Node {
    const id = tree.feature.length;
    tree.feature.push(-1);
    tree.bin.push(0);
    tree.child.push(0);
    tree.value.push((-g / (h + this.#limits.ridge)) * this.#limits.rate);
    return { id, from, to, g, h, histogram: undefined };
  }

  /** Splits a node if that gains; returns the children. */
  #part(tree: Tree, node: Node, g: Float64Array, h: Float64Array, last: boolean): Node[] {
    const split = this.#bestSplit(node);
    if (split === undefined) {
      this.#give(node);
      return [];
    }
    const column = this.#columns[split.column];
    const middle = this.#divide(node, column, split.bin);
    tree.feature[node.id] = column;
    tree.bin[node.id] = split.bin;
    const left = this.#leaf(tree, node.from, middle, split.g, split.h);
    const right = this.#leaf(tree, middle, node.to, node.g - split.g, node.h - split.h);
    tree.child[node.id] = left.id;
    if (last) {
      this.#give(node);
      return [];
    }
    const [small, large] = middle - node.from < node.to - middle ? [left, right] : [right, left];
    small.histogram = this.#fill(small, g, h);
    // The larger child is what is left of the parent.
    const rest = node.histogram as Float64Array;
    for (let k = 0; k < rest.length; k++) rest[k] -= small.histogram[k];
    large.histogram = rest;
    node.histogram = undefined;
    return [left, right];
  }

  #fill(node: Node, g: Float64Array, h: Float64Array): Float64Array {
    const columns = this.#columns;
    const { width } = this.#data;
    const bins = this.#data.bins;
    const rows = this.#rows;
    const sums = this.#free.pop() ?? new Float64Array(columns.length * BINS * 2);
    sums.fill(0);
    for (let i = node.from; i < node.to; i++) {
      const row = rows[i];
      const base = row * width;
      const gr = g[row];
      const hr = h[row];
      for (let c = 0, k = 0; c < columns.length; c++, k += BINS * 2) {
        const at = k + bins[base + columns[c]] * 2;
        sums[at] += gr;
        sums[at + 1] += hr;
      }
    }
    return sums;
  }

  #give(node: Node): void {
    if (node.histogram !== undefined) this.#free.push(node.histogram);
    node.histogram = undefined;
  }

  #bestSplit(node: Node): Split | undefined {
    const { ridge, leafWeight } = this.#limits;
    const sums = node.histogram as Float64Array;
    const whole = (node.g * node.g) / (node.h + ridge);
    let best: Split | undefined;
    for (let c = 0; c < this.#columns.length; c++) {
      const base = c * BINS * 2;
      const bins = this.#data.cuts[this.#columns[c]].length + 1;
      let gl = 0;
      let hl = 0;
      for (let b = 1; b < bins; b++) {
        gl += sums[base + b * 2 - 2];
        hl += sums[base + b * 2 - 1];
        const hr = node.h - hl;
        if (hl < leafWeight || hr < leafWeight) continue;
        const gr = node.g - gl;
        const gain = (gl * gl) / (hl + ridge) + (gr * gr) / (hr + ridge) - whole;
        if (gain > 1e-6 && (best === undefined || gain > best.gain))
          best = { gain, column: c, bin: b, g: gl, h: hl };
      }
    }
    return best;
  }

  /** Puts the rows below the split first; returns where the others begin. Keeps their order. */
  #divide(node: Node, column: number, bin: number): number {
    const { bins, width } = this.#data;
    const rows = this.#rows;
    let left = node.from;
    let right = 0;
    for (let i = node.from; i < node.to; i++) {
      const row = rows[i];
      if (bins[row * width + column] < bin) rows[left++] = row;
      else this.#spare[right++] = row;
    }
    rows.set(this.#spare.subarray(0, right), left);
    return left;
  }
}
