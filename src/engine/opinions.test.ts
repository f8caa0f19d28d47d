import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Opinions } from './opinions.ts';

const DAY_MS = 86_400_000;

test('an account is thought of anew when later money explains earlier money, once a verdict', () => {
  const opinions = new Opinions([45, 80]);
  expect(opinions.take(7, 3, 0)).toBeUndefined();
  expect(opinions.take(7, 5, 1000)).toBeUndefined();
  expect(opinions.take(7, 60, 2000)).toEqual({
    account: 7,
    before: expect.closeTo(5, 3),
    after: 60,
    passed: 2,
  });
  expect(opinions.take(7, 61, 3000)).toBeUndefined();
  expect(opinions.take(7, 10, 4000)).toBeUndefined();
  expect(opinions.take(7, 90, 5000)).toMatchObject({ after: 90, passed: 1 });
});

test('the first transfer of an account is judged and not reconsidered', () => {
  expect(new Opinions([45, 80]).take(0, 99, 0)).toBeUndefined();
});

test('an opinion fades by half in 14 days', () => {
  const opinions = new Opinions([45, 80]);
  opinions.take(2000, 80, 0);
  expect(opinions.of(2000, 14 * DAY_MS)).toBeCloseTo(40, 5);
  expect(opinions.of(5, 0)).toBe(0);
});

test('is the greatest faded score of all transfers so far', () => {
  const transfers = fc.array(
    fc.record({ score: fc.integer({ min: 0, max: 100 }), gapMs: fc.nat(5 * DAY_MS) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(transfers, (list) => {
      const opinions = new Opinions([45, 80]);
      let at = 0;
      const seen: { score: number; at: number }[] = [];
      for (const { score, gapMs } of list) {
        at += gapMs;
        opinions.take(0, score, at);
        seen.push({ score, at });
        const slow = Math.max(...seen.map((s) => s.score * 2 ** (-(at - s.at) / (14 * DAY_MS))));
        expect(opinions.of(0, at)).toBeCloseTo(slow, 2);
      }
    }),
  );
});
