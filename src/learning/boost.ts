import { createRandom, type Random } from '../domain/random.ts';
import type { Forest } from '../engine/model/forest.ts';
import { type Binned, binRows, type Picked } from './bins.ts';
import type { Matrix } from './matrix.ts';
import { valueOfCode } from './rank-code.ts';
import { type Tree, TreeGrower, type TreeLimits } from './tree.ts';

export interface BoostLimits extends TreeLimits {
  /** Trees at most. */
  readonly trees: number;
  /** Share of the rows, those judged worst so far, that every tree sees. */
  readonly worstShare: number;
  /** Share of the other rows that a tree sees, weighted for those it does not. */
  readonly restShare: number;
}

/** A sample to learn from: rows of one or more matrices of equal columns, end to end. */
export interface Sample {
  readonly picked: readonly Picked[];
  /** 0 or 1 by row of the sample. */
  readonly label: Uint8Array;
  readonly weight: Float64Array;
}

/** A forest as it was learnt: asks codes, so that it can judge a matrix without undoing the coding. */
export interface CodedForest {
  readonly base: number;
  readonly trees: readonly Tree[];
  /** By tree and node the least code on the upper side; 0 at a leaf. */
  readonly codes: readonly Uint16Array[];
}

/** Asked after every few trees with the forest so far; true to stop. */
export type Watch = (forest: CodedForest) => boolean;

/** How often a watch is asked: judging a slice costs as much as a few trees. */
const WATCH_EVERY = 10;

/**
 * Gradient boosting with logistic loss over histograms (Friedman 2001; Chen & Guestrin 2016 for the second-order gain).
 * The same sample and seed give the same forest.
 */
export function boost(
  sample: Sample,
  limits: BoostLimits,
  seed: number,
  watch?: Watch,
): CodedForest {
  const data = binRows(sample.picked);
  const { label, weight } = sample;
  const random = createRandom(seed);
  const base = priorOf(sample);
  const margin = new Float64Array(data.rows).fill(base);
  const g = new Float64Array(data.rows);
  const h = new Float64Array(data.rows);
  const grower = new TreeGrower(data, limits);
  const trees: Tree[] = [];
  const codes: Uint16Array[] = [];
  for (let t = 0; t < limits.trees; t++) {
    for (let i = 0; i < data.rows; i++) {
      const p = 1 / (1 + Math.exp(-margin[i]));
      g[i] = (p - label[i]) * weight[i];
      h[i] = Math.max(1e-12, p * (1 - p)) * weight[i];
    }
    const taken = takeRows(g, h, limits, random);
    const tree = grower.grow(g, h, taken, random.fork(`tree ${t}`));
    trees.push(tree);
    codes.push(codesOf(tree, data));
    addTree(tree, data, margin);
    if (watch && (t + 1) % WATCH_EVERY === 0 && watch({ base, trees, codes })) break;
  }
  return { base, trees, codes };
}

/** Steps of the scale on which rows are parted into worst and rest. */
const GRADES = 1024;

/**
 * The rows one tree sees: where the loss still pulls hard, all; of the rest, which is nearly all and nearly right, some,
 * their derivatives scaled up in place (gradient-based one-side sampling, Ke et al. 2017).
 */
function takeRows(
  g: Float64Array,
  h: Float64Array,
  { worstShare, restShare }: BoostLimits,
  random: Random,
): Uint32Array {
  const from = pullOfWorst(g, worstShare);
  const taken = new Uint32Array(g.length);
  const scale = 1 / restShare;
  let count = 0;
  for (let i = 0; i < g.length; i++) {
    if (Math.abs(g[i]) < from) {
      if (random.next() >= restShare) continue;
      g[i] *= scale;
      h[i] *= scale;
    }
    taken[count++] = i;
  }
  return taken.subarray(0, count);
}

/** The pull from which on a row is among the worst share. */
function pullOfWorst(g: Float64Array, share: number): number {
  let most = 0;
  for (let i = 0; i < g.length; i++) most = Math.max(most, Math.abs(g[i]));
  if (most === 0) return 0;
  const counts = new Uint32Array(GRADES + 1);
  // Pulls lie many orders of magnitude apart: grades are steps of the logarithm, 32 to an e-fold.
  const gradeOf = (pull: number): number =>
    Math.max(0, Math.min(GRADES, Math.ceil(GRADES + 32 * Math.log(pull / most))));
  for (let i = 0; i < g.length; i++) counts[g[i] === 0 ? 0 : gradeOf(Math.abs(g[i]))]++;
  let left = share * g.length;
  let grade = GRADES;
  for (; grade > 0; grade--) {
    left -= counts[grade];
    if (left <= 0) break;
  }
  return most * Math.exp((grade - GRADES) / 32);
}

function priorOf({ label, weight }: Sample): number {
  let positive = 0;
  let all = 0;
  for (let i = 0; i < label.length; i++) {
    all += weight[i];
    positive += label[i] * weight[i];
  }
  return Math.log((positive + 1) / (all - positive + 1));
}

function codesOf(tree: Tree, data: Binned): Uint16Array {
  return Uint16Array.from(tree.feature, (f, n) => (f < 0 ? 0 : data.cuts[f][tree.bin[n] - 1]));
}

function addTree(tree: Tree, { bins, width, rows }: Binned, margin: Float64Array): void {
  const { feature, bin, child, value } = tree;
  for (let i = 0; i < rows; i++) {
    let node = 0;
    for (let f = feature[node]; f >= 0; f = feature[node])
      node = bins[i * width + f] >= bin[node] ? child[node] + 1 : child[node];
    margin[i] += value[node];
  }
}

/**
 * Adds what trees `fromTree`.. of the forest say of `rows` of the matrix to `into`, by position in `rows`. Row by row,
 * so that a row is fetched from memory once and not once a tree.
 */
export function addMargins(
  forest: CodedForest,
  matrix: Matrix,
  rows: Uint32Array,
  into: Float64Array,
  fromTree = 0,
): void {
  const { roots, feature, code, child, value } = laidInCodes(forest, fromTree);
  const { blocks, blockOf, placeOf } = matrix;
  const codes = blocks.map((block) => block.codes);
  const widths = blocks.map((block) => block.width);
  for (let i = 0; i < rows.length; i++) {
    let said = 0;
    for (let t = 0; t < roots.length; t++) {
      let node = roots[t];
      for (let f = feature[node]; f >= 0; f = feature[node]) {
        const b = blockOf[f];
        const above = codes[b][rows[i] * widths[b] + placeOf[f]] >= code[node];
        node = above ? child[node] + 1 : child[node];
      }
      said += value[node];
    }
    into[i] += said;
  }
}

/** Trees end to end in typed columns, asking codes. */
function laidInCodes(forest: CodedForest, fromTree: number) {
  const trees = forest.trees.slice(fromTree);
  const nodes = trees.reduce((sum, tree) => sum + tree.feature.length, 0);
  const flat = {
    roots: new Uint32Array(trees.length),
    feature: new Int16Array(nodes),
    code: new Uint16Array(nodes),
    child: new Uint32Array(nodes),
    value: new Float64Array(nodes),
  };
  let at = 0;
  trees.forEach((tree, t) => {
    flat.roots[t] = at;
    flat.feature.set(tree.feature, at);
    flat.code.set(forest.codes[fromTree + t], at);
    flat.value.set(tree.value, at);
    for (let n = 0; n < tree.child.length; n++) flat.child[at + n] = at + tree.child[n];
    at += tree.feature.length;
  });
  return flat;
}

/** The forest as the engine asks it: with values to compare with, and the mean of the leaves below inner nodes. */
export function layFlat(forest: CodedForest): Forest {
  const nodes = forest.trees.reduce((sum, t) => sum + t.feature.length, 0);
  const flat: Forest = {
    base: forest.base,
    roots: new Uint32Array(forest.trees.length),
    feature: new Int16Array(nodes),
    threshold: new Float64Array(nodes),
    child: new Uint32Array(nodes),
    value: new Float32Array(nodes),
  };
  let at = 0;
  forest.trees.forEach((tree, t) => {
    flat.roots[t] = at;
    for (let n = 0; n < tree.feature.length; n++) {
      const leaf = tree.feature[n] < 0;
      flat.feature[at + n] = tree.feature[n];
      flat.threshold[at + n] = leaf ? 0 : valueOfCode(forest.codes[t][n]);
      flat.child[at + n] = leaf ? 0 : at + tree.child[n];
      flat.value[at + n] = tree.value[n];
    }
    at += tree.feature.length;
  });
  return flat;
}
