import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averagePrecision, bestPoint, pointFrom, precisionAt } from './metrics.ts';

const judged = fc
  .array(fc.record({ score: fc.integer({ min: 0, max: 5 }), label: fc.constantFrom(0, 1) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((rows) => ({ score: rows.map((r) => r.score), label: rows.map((r) => r.label) }));

test('average precision takes ties as one step', () => {
  fc.assert(
    fc.property(judged, ({ score, label }) => {
      const positives = label.filter((l) => l === 1).length;
      let slow = 0;
      let recall = 0;
      for (const from of [...new Set(score)].sort((a, b) => b - a)) {
        const alarms = score.filter((s) => s >= from).length;
        const hits = score.filter((s, i) => s >= from && label[i] === 1).length;
        const now = positives === 0 ? 0 : hits / positives;
        slow += (now - recall) * (hits / alarms);
        recall = now;
      }
      expect(averagePrecision({ score, label })).toBeCloseTo(slow, 10);
    }),
  );
});

test('the best point is the best of all thresholds, and says what alarms from it on are worth', () => {
  fc.assert(
    fc.property(judged, (rows) => {
      const best = bestPoint(rows);
      const all = [...new Set(rows.score)].map((from) => pointFrom(rows, from).f1);
      expect(best?.f1 ?? 0).toBeCloseTo(Math.max(...all), 10);
      if (best) expect(pointFrom(rows, best.score)).toEqual(best);
    }),
  );
});

test('precision at a budget looks at the first rows by score, the earlier of equals first', () => {
  const rows = { score: [1, 3, 3, 2], label: [1, 0, 1, 1] };
  expect(precisionAt(rows, 1)).toBe(0);
  expect(precisionAt(rows, 2)).toBe(0.5);
  expect(precisionAt(rows, 100)).toBe(0.75);
});
