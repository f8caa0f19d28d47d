import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine, combineHabits, type Weighted } from './combine.ts';

const rule = (
  typology: string,
  weight: number,
  subject: 'payer' | 'payee' = 'payer',
): Weighted => ({
  typology,
  subject,
  weight,
});
const fired = (...pairs: [number, number][]) => ({
  count: pairs.length,
  rules: pairs.map(([r]) => r),
  strengths: pairs.map(([, s]) => s),
});

const rules = fc.array(
  fc.record({
    typology: fc.constantFrom('a', 'b', 'c'),
    subject: fc.constantFrom('payer' as const, 'payee' as const),
    weight: fc.integer({ min: 1, max: 100 }),
  }),
  { minLength: 1, maxLength: 12 },
);
const strengths = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 12,
  maxLength: 12,
});
const allFired = (list: readonly Weighted[], s: readonly number[]) => ({
  count: list.length,
  rules: list.map((_, i) => i),
  strengths: s,
});

describe('the score of rules that fired', () => {
  it('is the weight at full strength of one rule', () => {
    expect(combine([rule('a', 40)])(fired([0, 1]))).toBeCloseTo(40, 9);
    expect(combine([rule('a', 40)])(fired([0, 0.5]))).toBeCloseTo(20, 9);
  });
  it('counts one typology about one subject once', () => {
    expect(combine([rule('a', 40), rule('a', 60)])(fired([0, 1], [1, 0.5]))).toBeCloseTo(40, 9);
  });
  it('adds different stories as independent reasons', () => {
    const score = combine([rule('a', 50), rule('b', 50), rule('a', 50, 'payee')]);
    expect(score(fired([0, 1], [1, 1]))).toBeCloseTo(75, 9);
    expect(score(fired([0, 1], [2, 1]))).toBeCloseTo(75, 9);
    expect(score(fired([0, 1], [1, 1], [2, 1]))).toBeCloseTo(87.5, 9);
  });
  it('is 0 of nothing, and the same whenever it is asked again', () => {
    const score = combine([rule('a', 50)]);
    expect(score(fired())).toBe(0);
    score(fired([0, 1]));
    expect(score(fired())).toBe(0);
  });
  it('stays within 0..100, grows with strength, never below its strongest reason', () => {
    fc.assert(
      fc.property(rules, strengths, fc.double({ min: 0, max: 1, noNaN: true }), (list, s, more) => {
        const score = combine(list);
        const before = score(allFired(list, s));
        const strongest = Math.max(...list.map((r, i) => r.weight * s[i]!));
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(100 + 1e-9);
        expect(before).toBeGreaterThanOrEqual(strongest - 1e-9);
        const after = score(allFired(list, [Math.max(s[0]!, more), ...s.slice(1)]));
        expect(after).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });
});

describe('the score of an account', () => {
  const habits = combineHabits([
    { ...rule('a', 50), once: false },
    { ...rule('b', 50), once: true },
  ]);

  it('counts a habit fully and a chance hit hardly', () => {
    expect(habits([{ rule: 0, strength: 1, fired: 20 }], 100)).toBeCloseTo(50, 9);
    expect(habits([{ rule: 0, strength: 1, fired: 10 }], 100)).toBeCloseTo(50, 9);
    expect(habits([{ rule: 0, strength: 1, fired: 1 }], 100)).toBeCloseTo(5, 9);
  });
  it('counts fully what happens once where once is enough', () => {
    expect(habits([{ rule: 1, strength: 1, fired: 1 }], 1000)).toBeCloseTo(50, 9);
  });
  it('does not discount an account that has hardly paid yet', () => {
    expect(habits([{ rule: 0, strength: 1, fired: 1 }], 1)).toBeCloseTo(50, 9);
    expect(habits([], 0)).toBe(0);
  });
  it('never says more of an account than its best moments together', () => {
    fc.assert(
      fc.property(rules, strengths, fc.nat(500), (list, s, payments) => {
        const withOnce = list.map((r) => ({ ...r, once: false }));
        const seen = list.map((_, i) => ({ rule: i, strength: s[i]!, fired: i + 1 }));
        const most = combine(list)(allFired(list, s));
        expect(combineHabits(withOnce)(seen, payments)).toBeLessThanOrEqual(most + 1e-9);
      }),
    );
  });
});
