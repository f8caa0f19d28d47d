import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../domain/random.ts';
import { contributionsOf, marginOf } from '../engine/model/forest.ts';
import { binRows } from './bins.ts';
import { addMargins, type BoostLimits, boost, layFlat } from './boost.ts';
import { CodeBlock, Matrix } from './matrix.ts';
import { rankCode, valueOfCode } from './rank-code.ts';
import { TreeGrower } from './tree.ts';

const LIMITS: BoostLimits = {
  depth: 3,
  leafWeight: 1e-3,
  ridge: 1,
  columnShare: 1,
  rate: 0.5,
  trees: 20,
  worstShare: 1,
  restShare: 1,
};

/** Rows of some columns, with gaps. */
function made(seed: number, rows: number, width: number) {
  const random = createRandom(seed);
  const values = Array.from({ length: rows }, () =>
    Float64Array.from({ length: width }, () =>
      random.chance(0.1) ? Number.NaN : Math.round(random.normal(0, 5)),
    ),
  );
  const left = new CodeBlock(rows, 2);
  const right = new CodeBlock(rows, width - 2);
  values.forEach((x, i) => {
    left.put(i, x.subarray(0, 2));
    right.put(i, x.subarray(2));
  });
  return { values, matrix: new Matrix([left, right]), all: Uint32Array.from(values, (_, i) => i) };
}

test('the first split is the best of all splits there are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const { values, matrix, all } = made(seed, 40, 4);
      const random = createRandom(seed + 1);
      const g = Float64Array.from(all, () => random.normal(0, 1));
      const h = Float64Array.from(all, () => 0.1 + random.next());
      const data = binRows([{ matrix, rows: all }]);
      const tree = new TreeGrower(data, { ...LIMITS, depth: 1 }).grow(g, h, all, random);
      const gain = (part: readonly number[]): number => {
        const sums = part.reduce(([a, b], i) => [a + g[i], b + h[i]], [0, 0]);
        return (sums[0] * sums[0]) / (sums[1] + LIMITS.ridge);
      };
      let best = 0;
      for (let c = 0; c < 4; c++)
        for (const edge of new Set(values.map((x) => rankCode(x[c])))) {
          const below = [...all].filter((i) => rankCode(values[i][c]) < edge);
          const above = [...all].filter((i) => rankCode(values[i][c]) >= edge);
          if (below.length > 0 && above.length > 0)
            best = Math.max(best, gain(below) + gain(above) - gain([...all]));
        }
      const column = tree.feature[0];
      const edge = data.cuts[column][tree.bin[0] - 1];
      const below = [...all].filter((i) => rankCode(values[i][column]) < edge);
      const above = [...all].filter((i) => rankCode(values[i][column]) >= edge);
      expect(gain(below) + gain(above) - gain([...all])).toBeCloseTo(best, 8);
    }),
    { numRuns: 50 },
  );
});

test('learns what can be told apart; the same seed gives the same forest', () => {
  const { values, matrix, all } = made(7, 400, 4);
  const label = Uint8Array.from(values, (x) => (x[1] >= 2 && x[3] < 0 ? 1 : 0));
  const sample = { picked: [{ matrix, rows: all }], label, weight: new Float64Array(400).fill(1) };
  const forest = boost(sample, LIMITS, 1);
  expect(boost(sample, LIMITS, 1)).toEqual(forest);
  const margins = new Float64Array(400).fill(forest.base);
  addMargins(forest, matrix, all, margins);
  expect([...margins].map((m) => (m > 0 ? 1 : 0))).toEqual([...label]);
});

test('a forest says the same of codes, of raw numbers, and by its contributions', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const { values, matrix, all } = made(seed, 120, 5);
      const label = Uint8Array.from(values, (x) => (x[0] + x[4] > 3 ? 1 : 0));
      const sample = {
        picked: [{ matrix, rows: all }],
        label,
        weight: new Float64Array(120).fill(1),
      };
      const forest = boost(sample, { ...LIMITS, worstShare: 0.2, restShare: 0.5 }, seed);
      const flat = layFlat(forest);
      const margins = new Float64Array(120).fill(forest.base);
      addMargins(forest, matrix, all, margins);
      const halves = new Float64Array(120).fill(forest.base);
      const first = { ...forest, trees: forest.trees.slice(0, 9), codes: forest.codes.slice(0, 9) };
      addMargins(first, matrix, all, halves);
      addMargins(forest, matrix, all, halves, 9);
      values.forEach((x, i) => {
        const decoded = x.map((v) => valueOfCode(rankCode(v)));
        expect(marginOf(flat, x)).toBeCloseTo(margins[i], 4);
        expect(marginOf(flat, decoded)).toBe(marginOf(flat, x));
        expect(halves[i]).toBeCloseTo(margins[i], 9);
        const parts = new Float64Array(5);
        const mean = contributionsOf(flat, x, parts);
        expect(parts.reduce((a, b) => a + b, mean)).toBeCloseTo(marginOf(flat, x), 4);
      });
    }),
    { numRuns: 20 },
  );
});
