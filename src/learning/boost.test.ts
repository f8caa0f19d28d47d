import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../domain/random.ts';
import { contributionsOf, marginOf } from '../engine/model/forest.ts';
import { BINS, type Binned, binRows } from './bins.ts';
import { addMargins, type BoostLimits, boost, layFlat, type Sample } from './boost.ts';
import { CodeBlock, Matrix } from './matrix.ts';
import { averagePrecision } from './metrics.ts';
import { type Tree, TreeGrower, type TreeLimits } from './tree.ts';

const LIMITS: BoostLimits = {
  depth: 4,
  leafWeight: 0.5,
  ridge: 1,
  columnShare: 1,
  rate: 0.3,
  trees: 30,
  worstShare: 0.2,
  restShare: 0.5,
};
const WIDTH = 4;

/** Rows of numbers of many kinds: few values, many, mostly not known, of both signs. */
function table(seed: number, rows: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: rows }, () => [
    random.int(0, 3),
    random.normal(0, 100),
    random.chance(0.7) ? Number.NaN : random.int(-2, 2),
    random.lognormal(1000, 2),
  ]);
}

/** Two blocks side by side, as features and what was heard stand. */
function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  const blocks = [new CodeBlock(rows.length, 3), new CodeBlock(rows.length, 1)];
  rows.forEach((row, r) => {
    blocks[0].put(r, Float64Array.from(row.slice(0, 3)));
    blocks[1].put(r, Float64Array.from(row.slice(3)));
  });
  return new Matrix(blocks);
}

const allRows = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, i) => i);

function sampleOf(seed: number, rows: readonly (readonly number[])[], label: number[]): Sample {
  const random = createRandom(seed);
  return {
    picked: [{ matrix: matrixOf(rows), rows: allRows(rows.length) }],
    label: Uint8Array.from(label),
    weight: Float64Array.from(rows, () => random.int(1, 3)),
  };
}

const someLabels = (seed: number, rows: readonly (readonly number[])[]): number[] => {
  const random = createRandom(seed).fork('labels');
  return rows.map(([a, b]) => (random.chance(a > 1 && b > 0 ? 0.8 : 0.1) ? 1 : 0));
};

describe('bins', () => {
  test('sort as the codes, end where a value does, and are named by their least code', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 400 }), (seed, n) => {
        const matrix = matrixOf(table(seed, n));
        const { bins, cuts } = binRows([{ matrix, rows: allRows(n) }]);
        for (let c = 0; c < WIDTH; c++) {
          expect(cuts[c].length).toBeLessThan(BINS);
          for (let i = 0; i < n; i++) {
            const code = matrix.code(i, c);
            expect(bins[i * WIDTH + c]).toBe(cuts[c].filter((cut) => cut <= code).length);
          }
        }
      }),
      { numRuns: 40, seed: 2 },
    );
  });

  test('take the rows that were picked, of several matrices end to end', () => {
    const [a, b] = [matrixOf(table(1, 50)), matrixOf(table(2, 50))];
    const [from, to] = [Uint32Array.of(3, 7, 49), Uint32Array.of(0, 1)];
    const { bins, cuts, rows } = binRows([
      { matrix: a, rows: from },
      { matrix: b, rows: to },
    ]);
    expect(rows).toBe(5);
    const codes = [...from].map((r) => a.code(r, 3)).concat([...to].map((r) => b.code(r, 3)));
    codes.forEach((code, i) => {
      expect(bins[i * WIDTH + 3]).toBe(cuts[3].filter((cut) => cut <= code).length);
    });
  });
});

describe('a tree', () => {
  const grown = (seed: number, limits: Partial<TreeLimits> = {}) => {
    const n = 120;
    const random = createRandom(seed);
    const data = binRows([{ matrix: matrixOf(table(seed, n)), rows: allRows(n) }]);
    const g = Float64Array.from({ length: n }, () => random.normal(0, 1));
    const h = Float64Array.from({ length: n }, () => 0.05 + random.next());
    const taken = allRows(n).filter(() => random.chance(0.8));
    const own = { ...LIMITS, ...limits };
    const grower = new TreeGrower(data, own);
    // A tree before it must leave nothing behind in the buffers.
    grower.grow(h, h, allRows(n), createRandom(1));
    return { data, g, h, taken, own, tree: grower.grow(g, h, taken, createRandom(seed)) };
  };

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'splits every node as trying all splits does (%i)',
    (seed) => {
      const { data, g, h, taken, own, tree } = grown(seed);
      const rowsAt = rowsByNode(tree, data, taken);
      tree.feature.forEach((feature, node) => {
        const best = bestGain(data, g, h, rowsAt[node], own);
        if (feature < 0) {
          if (depthOf(tree, node) < own.depth) expect(best).toBeLessThan(1e-5);
          return;
        }
        const gain = gainOf(data, g, h, rowsAt[node], own, feature, tree.bin[node]);
        expect(gain).toBeGreaterThan(0);
        expect(gain).toBeCloseTo(best, 8);
      });
    },
  );

  test.each([1, 2, 3])('says at each node what its rows add up to (%i)', (seed) => {
    const { data, g, h, taken, own, tree } = grown(seed);
    const rowsAt = rowsByNode(tree, data, taken);
    tree.value.forEach((value, node) => {
      const rows = rowsAt[node];
      expect(value).toBeCloseTo((-sum(g, rows) / (sum(h, rows) + own.ridge)) * own.rate, 9);
      if (tree.feature[node] < 0) return;
      const [left, right] = [rowsAt[tree.child[node]], rowsAt[tree.child[node] + 1]];
      expect(left.length + right.length).toBe(rows.length);
      for (const child of [left, right])
        expect(sum(h, child)).toBeGreaterThanOrEqual(own.leafWeight - 1e-9);
    });
  });

  test('asks no more columns than its share', () => {
    for (const seed of [1, 2, 3, 4])
      expect(
        new Set(grown(seed, { columnShare: 0.5 }).tree.feature.filter((f) => f >= 0)).size,
      ).toBeLessThanOrEqual(2);
  });
});

describe('a forest', () => {
  test('learns by heart what can be told apart', () => {
    const rows = table(5, 200);
    const label = rows.map(([a, b]) => (a === 2 && b > 20 ? 1 : 0));
    const limits = { ...LIMITS, leafWeight: 0.01, trees: 60, worstShare: 1 };
    const sample = sampleOf(5, rows, label);
    const score = new Float64Array(rows.length);
    const forest = boost(sample, limits, 1);
    addMargins(forest, sample.picked[0].matrix, allRows(rows.length), score);
    expect(averagePrecision({ score, label })).toBe(1);
    score.forEach((margin, i) => {
      expect(forest.base + margin > 0).toBe(label[i] === 1);
    });
  });

  test('is the same of the same seed, and another of another', () => {
    const rows = table(6, 150);
    const sample = sampleOf(6, rows, someLabels(6, rows));
    const text = (seed: number): string => JSON.stringify(boost(sample, LIMITS, seed));
    expect(text(3)).toBe(text(3));
    expect(text(3)).not.toBe(text(4));
  });

  test('stops when the watch says so, which sees what was grown so far', () => {
    const rows = table(7, 80);
    const seen: number[] = [];
    const sample = sampleOf(7, rows, someLabels(7, rows));
    const forest = boost(sample, LIMITS, 1, ({ trees }) => seen.push(trees.length) === 2);
    expect(seen).toEqual([10, 20]);
    expect(forest.trees).toHaveLength(20);
    const whole = boost(sample, LIMITS, 1);
    expect(whole.trees.slice(0, 20)).toEqual(forest.trees);
  });

  test('says of codes what it says of numbers laid flat, and tells where it comes from', () => {
    for (const seed of [11, 12, 13]) {
      const rows = table(seed, 200);
      const sample = sampleOf(seed, rows, someLabels(seed, rows));
      const forest = boost(sample, LIMITS, seed);
      const flat = layFlat(forest);
      const fresh = [...table(seed + 100, 300), ...odd];
      const margins = new Float64Array(fresh.length).fill(forest.base);
      addMargins(forest, matrixOf(fresh), allRows(fresh.length), margins);
      fresh.forEach((row, i) => {
        const x = Float64Array.from(row);
        const margin = marginOf(flat, x);
        // Leaves of a model are single precision.
        expect(margin).toBeCloseTo(margins[i], 5);
        const parts = new Float64Array(WIDTH);
        const mean = contributionsOf(flat, x, parts);
        expect(mean + sum(parts, [0, 1, 2, 3])).toBeCloseTo(margin, 9);
      });
    }
  });

  test('starts each tree from what the trees before it say', () => {
    const rows = table(15, 100);
    const sample = sampleOf(15, rows, someLabels(15, rows));
    const limits = { ...LIMITS, restShare: 1 };
    const { base, trees, codes } = boost(sample, limits, 1);
    const margin = new Float64Array(100).fill(base);
    trees.forEach((tree, t) => {
      const p = margin.map((m) => 1 / (1 + Math.exp(-m)));
      const g = p.map((chance, i) => (chance - sample.label[i]) * sample.weight[i]);
      const h = p.map((chance, i) => chance * (1 - chance) * sample.weight[i]);
      const all = [...allRows(100)];
      expect(tree.value[0]).toBeCloseTo(
        (-sum(g, all) / (sum(h, all) + limits.ridge)) * limits.rate,
      );
      const so = { base, trees: trees.slice(0, t + 1), codes };
      addMargins(so, sample.picked[0].matrix, allRows(100), margin, t);
    });
  });

  test('adds what the later trees say to what the earlier said', () => {
    const rows = table(14, 100);
    const sample = sampleOf(14, rows, someLabels(14, rows));
    const forest = boost(sample, LIMITS, 1);
    const [whole, parts] = [new Float64Array(100), new Float64Array(100)];
    const { matrix } = sample.picked[0];
    addMargins(forest, matrix, allRows(100), whole);
    const early = { ...forest, trees: forest.trees.slice(0, 10) };
    addMargins(early, matrix, allRows(100), parts);
    addMargins(forest, matrix, allRows(100), parts, 10);
    expect([...parts]).toEqual([...whole]);
  });
});

const odd = [
  [Number.NaN, Number.NaN, Number.NaN, Number.NaN],
  [-0, 0, -0, 0],
  [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e-45, -1e-45],
];

const sum = (of: Float64Array, rows: readonly number[]): number =>
  rows.reduce((all, row) => all + of[row], 0);

/** Rows that come by each node, walked one by one. */
function rowsByNode(tree: Tree, { bins, width }: Binned, taken: Uint32Array): number[][] {
  const at: number[][] = tree.feature.map(() => []);
  for (const row of taken) {
    let node = 0;
    at[node].push(row);
    while (tree.feature[node] >= 0) {
      const upper = bins[row * width + tree.feature[node]] >= tree.bin[node];
      node = tree.child[node] + (upper ? 1 : 0);
      at[node].push(row);
    }
  }
  return at;
}

function depthOf(tree: Tree, node: number): number {
  if (node === 0) return 0;
  const parent = tree.feature.findIndex(
    (f, n) => f >= 0 && (tree.child[n] === node || tree.child[n] + 1 === node),
  );
  return 1 + depthOf(tree, parent);
}

/** What a split of `rows` gains; -1 where a side holds too little. */
function gainOf(
  { bins, width }: Binned,
  g: Float64Array,
  h: Float64Array,
  rows: readonly number[],
  { ridge, leafWeight }: TreeLimits,
  column: number,
  bin: number,
): number {
  const left = rows.filter((row) => bins[row * width + column] < bin);
  const right = rows.filter((row) => bins[row * width + column] >= bin);
  if (Math.min(sum(h, left), sum(h, right)) < leafWeight) return -1;
  const part = (of: readonly number[]): number => sum(g, of) ** 2 / (sum(h, of) + ridge);
  return part(left) + part(right) - part(rows);
}

function bestGain(
  data: Binned,
  g: Float64Array,
  h: Float64Array,
  rows: readonly number[],
  limits: TreeLimits,
): number {
  let best = -1;
  for (let column = 0; column < data.width; column++)
    for (let bin = 1; bin <= data.cuts[column].length; bin++)
      best = Math.max(best, gainOf(data, g, h, rows, limits, column, bin));
  return best;
}
