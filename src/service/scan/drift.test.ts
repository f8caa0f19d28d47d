import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEATURES } from '../../engine/features.ts';
import { Drift } from './drift.ts';

const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(Number.NaN));

test('a feature is told when more than a twentieth of all rows lie outside of its range', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 60 }), (rows) => {
      const range = new Map([
        [2, [-1, 2] as const],
        [5, [0, 0] as const],
      ]);
      const drift = new Drift({ range });
      for (const [a, b] of rows) {
        const features = new Float64Array(FEATURES.length);
        features[2] = a;
        features[5] = b;
        drift.note(features);
      }
      const shares = [
        [2, rows.filter(([a]) => a < -1 || a > 2).length / rows.length],
        [5, rows.filter(([, b]) => b < 0 || b > 0).length / rows.length],
      ] as const;
      const slow = shares.filter(([, share]) => Math.round(share * 1e4) / 1e4 > 0.05);
      const told = drift.told();
      expect(told.map((t) => t.feature).sort()).toEqual(slow.map(([f]) => FEATURES[f].name).sort());
      for (const [f, share] of slow)
        expect(told.find((t) => t.feature === FEATURES[f].name)?.share).toBeCloseTo(share, 3);
    }),
  );
});
