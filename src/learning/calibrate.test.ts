import { expect, test } from 'vitest';
import { createRandom } from '../domain/random.ts';
import { sigmoid } from '../engine/model/forest.ts';
import { calibrate } from './calibrate.ts';

test('finds the line that made the labels', () => {
  const random = createRandom(3);
  const score = Array.from({ length: 20_000 }, () => random.normal(-1, 2));
  const label = score.map((s) => (random.next() < sigmoid(0.7 * s - 0.4) ? 1 : 0));
  const line = calibrate({ score, label });
  expect(line.slope).toBeCloseTo(0.7, 1);
  expect(line.offset).toBeCloseTo(-0.4, 1);
});

test('stays finite where margins part the labels cleanly, are all equal, or lie far out', () => {
  for (const rows of [
    { score: [-5, -4, 4, 5], label: [0, 0, 1, 1] },
    { score: [1, 1, 1, 1], label: [0, 1, 0, 0] },
    { score: [-900, 800, -700, 600], label: [0, 1, 1, 0] },
    { score: [-3, -2], label: [0, 0] },
  ]) {
    const { slope, offset } = calibrate(rows);
    expect(Number.isFinite(slope) && slope > 0).toBe(true);
    expect(Number.isFinite(offset)).toBe(true);
  }
});
