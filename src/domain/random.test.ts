import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from './random.ts';

const draw = (random: Random, n: number): number[] =>
  Array.from({ length: n }, () => random.next());

describe('createRandom', () => {
  it('gives the same stream for the same seed, and the stream it always gave', () => {
    expect(draw(createRandom(42), 50)).toEqual(draw(createRandom(42), 50));
    const first = createRandom(1);
    expect([first.int(0, 999_999), first.int(0, 999_999), first.int(0, 999_999)]).toEqual([
      788_768, 825_738, 99_879,
    ]);
  });

  it('tells any two seeds apart, the high bits of a seed too', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
        fc.pre(a !== b);
        expect(draw(createRandom(a), 4)).not.toEqual(draw(createRandom(b), 4));
      }),
    );
    expect(draw(createRandom(7), 4)).not.toEqual(draw(createRandom(7 + 2 ** 32), 4));
    expect(draw(createRandom(-1), 4)).not.toEqual(draw(createRandom(2 ** 32 - 1), 4));
  });

  it('refuses a seed that is not a safe integer', () => {
    for (const seed of [0.5, Number.NaN, 2 ** 53])
      expect(() => createRandom(seed)).toThrow(RangeError);
  });

  it('stays in range and reaches both ends', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.nat(1e6),
        (seed, lo, span) => {
          const value = createRandom(seed).int(lo, lo + span);
          expect(value).toBeGreaterThanOrEqual(lo);
          expect(value).toBeLessThanOrEqual(lo + span);
          expect(Number.isInteger(value)).toBe(true);
        },
      ),
    );
    const dice = new Set(
      Array.from(
        { length: 200 },
        (
          (r) => () =>
            r.int(1, 6)
        )(createRandom(3)),
      ),
    );
    expect([...dice].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is uniform: chi-square of 64 cells over 64,000 draws is within 5 deviations', () => {
    for (const stream of [createRandom(0), createRandom(1), createRandom(0).fork('a')]) {
      const cells = new Array<number>(64).fill(0);
      for (let i = 0; i < 64_000; i++) cells[stream.int(0, 63)] += 1;
      const chi = cells.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
      expect(Math.abs(chi - 63)).toBeLessThan(5 * Math.sqrt(2 * 63));
    }
  });

  it('shuffles without losing anything and leaves its argument alone', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.nat(9)), (seed, items) => {
        const before = [...items];
        expect(createRandom(seed).shuffle(items).sort()).toEqual(before.sort());
      }),
    );
  });

  it('draws the mean and deviation asked for', () => {
    const random = createRandom(5);
    const values = Array.from({ length: 40_000 }, () => random.normal(10, 3));
    const mean = values.reduce((a, b) => a + b) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(10, 1);
    expect(Math.sqrt(variance)).toBeCloseTo(3, 1);
    const sums = Array.from({ length: 20_001 }, () => random.lognormal(9000, 1)).sort(
      (a, b) => a - b,
    );
    expect(sums[10_000] / 9000).toBeCloseTo(1, 1);
  });

  it('never draws what weighs nothing and draws the rest by weight', () => {
    const random = createRandom(8);
    const counts = { a: 0, b: 0, c: 0 };
    for (let i = 0; i < 30_000; i++)
      counts[random.weighted(['a', 'b', 'c'] as const, [1, 0, 3])] += 1;
    expect(counts.b).toBe(0);
    expect(counts.c / counts.a).toBeCloseTo(3, 0);
    expect(() => random.weighted(['a'], [0])).toThrow(RangeError);
  });
});

describe('fork', () => {
  it('does not depend on what was drawn before', () => {
    const fresh = createRandom(11);
    const used = createRandom(11);
    draw(used, 100);
    expect(draw(fresh.fork('shops'), 20)).toEqual(draw(used.fork('shops'), 20));
  });

  it('gives another stream for another label, another parent, another path', () => {
    const root = createRandom(11);
    const streams = [
      root,
      root.fork(''),
      root.fork('').fork(''),
      root.fork('ab'),
      root.fork('ba'),
      root.fork('a').fork('b'),
      createRandom(12).fork('ab'),
    ].map((stream) => draw(stream, 3).join());
    expect(new Set(streams).size).toBe(streams.length);
    expect(draw(createRandom(0).fork(''), 4)).not.toEqual(draw(createRandom(0), 4));
    const many = new Set(Array.from({ length: 20_000 }, (_, i) => root.fork(`person ${i}`).next()));
    expect(many.size).toBe(20_000);
  });
});
