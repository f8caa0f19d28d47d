import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../../domain/random.ts';
import { drawTimes, interval, resample } from './bootstrap.ts';
import { labelledSets } from './evaluation.fixture.ts';
import { judgeTransfers } from './transfers.ts';

test('draws have the mean and the share of nothing that Poisson(1) has', () => {
  const random = createRandom(1);
  const draws = Array.from({ length: 20_000 }, () => drawTimes(random));
  expect(draws.reduce((s, d) => s + d, 0) / draws.length).toBeCloseTo(1, 1);
  expect(draws.filter((d) => d === 0).length / draws.length).toBeCloseTo(Math.exp(-1), 1);
});

test('rows of one pattern stand and fall together', () => {
  fc.assert(
    fc.property(labelledSets, fc.nat(), ({ rows }, seed) => {
      const weight = new Uint8Array(rows.count);
      resample(rows, 0, createRandom(seed), weight);
      for (let i = 0; i < rows.count; i++)
        for (let k = 0; k < i; k++)
          if (rows.pattern[i] >= 0 && rows.pattern[i] === rows.pattern[k])
            expect(weight[i]).toBe(weight[k]);
    }),
  );
});

test('an interval leaves 25 of 1000 out on either side, and what is not known', () => {
  const values = Array.from({ length: 1001 }, (_, i) => (i * 8) % 1001);
  expect(interval([...values, Number.NaN])).toEqual([25, 975]);
  expect(interval([])).toEqual([Number.NaN, Number.NaN]);
});

test('figures of both views are the same for the same seed and lie in their intervals nearly always', () => {
  fc.assert(
    fc.property(labelledSets, ({ rows, said }) => {
      if (!rows.label.includes(1)) return;
      const both = { arrival: said, retrospect: said };
      const options = { from: 0, perDay: 2, rounds: 20, seed: 1 };
      const judged = judgeTransfers(rows, both, options);
      expect(judged.arrival).toEqual(judged.retrospect);
      expect(judgeTransfers(rows, both, options)).toEqual(judged);
      const { typologies, recall } = judged.arrival;
      const caught = typologies.reduce((s, t) => s + t.caught, 0);
      const positives = typologies.reduce((s, t) => s + t.positives, 0);
      expect(recall.value).toBeCloseTo(caught / positives, 3);
      for (const { low, high } of [judged.arrival.f1, judged.arrival.prAuc])
        expect(low).toBeLessThanOrEqual(high);
    }),
    { numRuns: 30 },
  );
});
