import { createRandom, type Random } from '../domain/random.ts';
import type { Glance } from '../engine/model/model.ts';
import type { Picked } from './bins.ts';
import { addMargins, type BoostLimits, boost, type CodedForest, type Sample } from './boost.ts';
import type { Matrix } from './matrix.ts';
import { averagePrecision } from './metrics.ts';

export interface LearnOptions {
  readonly first: BoostLimits;
  readonly second: BoostLimits;
  /** Negatives of each view that are kept, weighted for those that are not. */
  readonly negatives: number;
  readonly folds: number;
  /**
   * Share of the rows, the first ones, that are learnt from but never held out: there every account and every pair is
   * new, and forests that never saw a beginning take it for a crime wave.
   */
  readonly beginning: number;
  readonly seed: number;
  /**
   * Trees of the first stage that make a glance; 0 for none. What the glance finds nothing against goes no further, so
   * that a stream is judged at the cost of a few trees, and the second stage learns from the hard cases alone.
   */
  readonly glanceTrees: number;
}

/** Trees without any gain on the latest slice after which learning stops. */
const PATIENCE = 40;

/** Slices of time, each judged by forests that learnt from the others. */
export class Folds {
  readonly #label: Uint8Array;
  readonly #options: LearnOptions;
  readonly #rowsOf: readonly Uint32Array[];
  /** First row that is ever held out. */
  readonly begin: number;

  constructor(label: Uint8Array, options: LearnOptions) {
    this.#label = label;
    this.#options = options;
    const { folds } = options;
    this.begin = Math.floor(label.length * options.beginning);
    const held = label.length - this.begin;
    this.#rowsOf = Array.from({ length: folds }, (_, k) => {
      const from = this.begin + Math.floor((held * k) / folds);
      const to = this.begin + Math.floor((held * (k + 1)) / folds);
      return Uint32Array.from({ length: to - from }, (_, i) => from + i);
    });
  }

  /**
   * Margins and glances by view of every row from forests that did not see its slice; and a forest of all rows.
   * @param said by view, the margins of the stage before: rows that did not pass its glance are left out
   */
  learn(matrices: readonly Matrix[], limits: BoostLimits, said?: readonly Float64Array[]) {
    const { folds, seed } = this.#options;
    const out: Margins = {
      heldOut: matrices.map((m) => new Float64Array(m.rows)),
      glances: matrices.map((m) => new Float64Array(m.rows)),
      said,
    };
    let trees = limits.trees;
    // The latest slice first: it says how many trees are enough.
    for (let k = folds - 1; k >= 0; k--) {
      const rows = this.#rowsOf[k];
      const sample = this.#sample(matrices, k, said);
      const forest =
        k === folds - 1
          ? this.#stoppedEarly(sample, limits, rows, matrices)
          : boost(sample, { ...limits, trees }, seed + k);
      trees = forest.trees.length;
      if (k === folds - 1) this.#judge(forest, matrices, this.#beginning(), out);
      this.#judge(forest, matrices, rows, out);
    }
    const whole = boost(this.#sample(matrices, -1, said), { ...limits, trees }, seed);
    return { heldOut: out.heldOut, glances: out.glances, whole };
  }

  #beginning(): Uint32Array {
    return Uint32Array.from({ length: this.begin }, (_, i) => i);
  }

  #judge(
    forest: CodedForest,
    matrices: readonly Matrix[],
    rows: Uint32Array,
    { heldOut, glances, said }: Margins,
  ): void {
    if (rows.length === 0) return;
    const { glanceTrees } = this.#options;
    matrices.forEach((matrix, v) => {
      const margins = new Float64Array(rows.length).fill(forest.base);
      addMargins(firstTrees(forest, glanceTrees), matrix, rows, margins);
      glances[v].set(margins, rows[0]);
      addMargins(forest, matrix, rows, margins, glanceTrees);
      if (said)
        for (let i = 0; i < rows.length; i++) if (said[v][rows[i]] === NEVER) margins[i] = NEVER;
      heldOut[v].set(margins, rows[0]);
    });
  }

  /** The glance that lets nearly all confirmed transfers pass, by those of slices not learnt from. */
  glanceOf(glances: readonly Float64Array[]): Glance {
    const trees = this.#options.glanceTrees;
    if (trees === 0) return { trees, below: 0 };
    const last = glances[glances.length - 1];
    const confirmed = last.filter((_, i) => i >= this.begin && this.#label[i] === 1).sort();
    const lost = Math.floor(confirmed.length * GLANCE_LOSES);
    return { trees, below: (confirmed[lost] ?? 0) - GLANCE_SLACK };
  }

  /** A forest cut back to where it was best on `rows`, which come after all that it learnt from. */
  #stoppedEarly(
    sample: Sample,
    limits: BoostLimits,
    rows: Uint32Array,
    matrices: readonly Matrix[],
  ): CodedForest {
    const matrix = matrices[matrices.length - 1];
    const label = Uint8Array.from(rows, (row) => this.#label[row]);
    const score = new Float64Array(rows.length);
    let judged = 0;
    let best = { trees: 0, figure: -1 };
    const forest = boost(sample, limits, this.#options.seed, (so) => {
      addMargins(so, matrix, rows, score, judged);
      judged = so.trees.length;
      const figure = averagePrecision({ score, label });
      if (figure > best.figure) best = { trees: judged, figure };
      return judged - best.trees >= PATIENCE;
    });
    const trees = Math.max(1, best.trees);
    return {
      base: forest.base,
      trees: forest.trees.slice(0, trees),
      codes: forest.codes.slice(0, trees),
    };
  }

  /** All positives and some negatives of every slice but `without`, from every view. */
  #sample(
    matrices: readonly Matrix[],
    without: number,
    said: readonly Float64Array[] | undefined,
  ): Sample {
    const random = createRandom(this.#options.seed).fork(`negatives ${without}`);
    const picked: Picked[] = [];
    const labels: Uint8Array[] = [];
    const weights: Float64Array[] = [];
    matrices.forEach((matrix, v) => {
      const { rows, weight } = this.#pick(without, random, said?.[v]);
      picked.push({ matrix, rows });
      labels.push(Uint8Array.from(rows, (row) => this.#label[row]));
      weights.push(weight);
    });
    return {
      picked,
      label: Uint8Array.from(flat(labels)),
      weight: Float64Array.from(flat(weights)),
    };
  }

  #pick(
    without: number,
    random: Random,
    said: Float64Array | undefined,
  ): { rows: Uint32Array; weight: Float64Array } {
    const label = this.#label;
    const skipped = without < 0 ? undefined : this.#rowsOf[without];
    const from = skipped?.[0] ?? label.length;
    const to = skipped === undefined ? label.length : skipped[skipped.length - 1] + 1;
    const isThere = (i: number): boolean => (i < from || i >= to) && said?.[i] !== NEVER;
    let negatives = 0;
    for (let i = 0; i < label.length; i++) if (label[i] === 0 && isThere(i)) negatives++;
    const share = Math.min(1, this.#options.negatives / Math.max(1, negatives));
    const rows: number[] = [];
    for (let i = 0; i < label.length; i++)
      if (isThere(i) && (label[i] === 1 || random.next() < share)) rows.push(i);
    return {
      rows: Uint32Array.from(rows),
      weight: Float64Array.from(rows, (row) => (label[row] === 1 ? 1 : 1 / share)),
    };
  }
}

/** The margin of what did not pass the glance. */
export const NEVER = Number.NEGATIVE_INFINITY;
/** Share of confirmed transfers that a glance may lose, and the slack left below the rest. */
const GLANCE_LOSES = 0.005;
const GLANCE_SLACK = 0.25;

/** By view and row. */
interface Margins {
  readonly heldOut: Float64Array[];
  readonly glances: Float64Array[];
  readonly said: readonly Float64Array[] | undefined;
}

function* flat(parts: readonly Iterable<number>[]): Generator<number> {
  for (const part of parts) yield* part;
}

/** The forest as far as its first `count` trees. */
export function firstTrees({ base, trees, codes }: CodedForest, count: number): CodedForest {
  return { base, trees: trees.slice(0, count), codes: codes.slice(0, count) };
}
