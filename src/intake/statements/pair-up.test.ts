import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairUp } from './pair-up.ts';

/** The most pairs any matching reaches, by trying everything. */
function most(as: number[], bs: number[], near: (a: number, b: number) => boolean): number {
  const [a, ...rest] = as;
  if (a === undefined) return 0;
  let best = most(rest, bs, near);
  bs.forEach((b, i) => {
    if (near(a, b)) best = Math.max(best, 1 + most(rest, bs.toSpliced(i, 1), near));
  });
  return best;
}

describe('pairUp', () => {
  const times = fc
    .array(fc.integer({ min: 0, max: 30 }), { maxLength: 6 })
    .map((list) => list.sort((a, b) => a - b));

  it('pairs one to one, only what may be one, and as many as brute force', () => {
    fc.assert(
      fc.property(
        times,
        times,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        (as, bs, back, ahead) => {
          const near = (a: number, b: number) => a - back <= b && b <= a + ahead;
          const pairs: [number, number][] = [];
          const entries = (list: number[]) => list.map((at, i) => ({ at, i }));
          pairUp(
            entries(as),
            entries(bs),
            (a, b) => (near(a.at, b.at) ? 'same' : b.at < a.at - back ? 'late' : 'early'),
            (a, b) => pairs.push([a.i, b.i]),
          );
          expect(new Set(pairs.map(([a]) => a)).size).toBe(pairs.length);
          expect(new Set(pairs.map(([, b]) => b)).size).toBe(pairs.length);
          for (const [a, b] of pairs) expect(near(as[a] ?? -99, bs[b] ?? 99)).toBe(true);
          expect(pairs.length).toBe(most(as, bs, near));
        },
      ),
      { seed: 3 },
    );
  });
});
