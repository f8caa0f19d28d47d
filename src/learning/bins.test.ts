import { expect, test } from 'vitest';
import { BINS, binRows } from './bins.ts';
import { CodeBlock, Matrix } from './matrix.ts';

/** The bins of one column that holds these values. */
function binned(values: readonly number[]) {
  const block = new CodeBlock(values.length, 1);
  values.forEach((value, row) => {
    block.put(row, Float64Array.of(value));
  });
  const rows = Uint32Array.from(values, (_, row) => row);
  const { bins, cuts } = binRows([{ matrix: new Matrix([block]), rows }]);
  return { bins: [...bins], cuts: cuts[0] };
}

const many = (count: number, value: number): number[] => Array(count).fill(value);

test('a rare value below a very common one can be asked for', () => {
  const { bins } = binned([...many(10, 0), ...many(990, 1)]);
  expect(bins[0]).not.toBe(bins[999]);
});

test('a value that is not known never shares a bin with one that is', () => {
  const { bins } = binned([Number.NaN, 1, 2, ...many(997, 3)]);
  expect(bins[0]).toBe(0);
  expect(Math.min(...bins.slice(1))).toBeGreaterThan(0);
});

test('bins keep the order of values, and there are never more than can be', () => {
  const values = Array.from({ length: 5000 }, (_, i) => (i * 7919) % 5000);
  const { bins, cuts } = binned(values);
  expect(cuts.length).toBeLessThan(BINS);
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
  for (let i = 1; i < order.length; i++)
    expect(bins[order[i]]).toBeGreaterThanOrEqual(bins[order[i - 1]]);
  const counts = new Map<number, number>();
  for (const bin of bins) counts.set(bin, (counts.get(bin) ?? 0) + 1);
  expect(Math.max(...counts.values())).toBeLessThan((4 * values.length) / BINS);
});
