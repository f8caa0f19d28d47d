import { expect, test } from 'vitest';
import { FEATURES, featureIndex } from './features.ts';
import { PassOns } from './pass-ons.ts';

const DAY_SEC = 86_400;

/** Accounts that pay each other for the first time; `pay` gives what was known of the payment when it came. */
function world(backwards = false) {
  const passOns = new PassOns(backwards);
  const f = new Float64Array(FEATURES.length);
  return (day: number, payer: number, payee: number, amountMinor: number, among = true) => {
    const sec = 1_000_000 + Math.round(day * DAY_SEC);
    passOns.fill(f, { payer, payee, sec, amountMinor }, among);
    if (among && !passOns.knows(payee, payer)) passOns.note(payer, payee, sec, amountMinor);
    return (name: string): number => f[featureIndex(name)];
  };
}

test('a chain of strangers is as deep as it has links', () => {
  const pay = world();
  expect(pay(0, 0, 1, 1000)('money.pass_on_depth')).toBe(0);
  expect(pay(1, 1, 2, 970)('money.pass_on_depth')).toBe(1);
  const seen = pay(1.5, 2, 3, 940);
  expect(seen('money.pass_on_depth')).toBe(2);
  expect(seen('money.pass_on_ratio')).toBeCloseTo(940 / 970);
  expect(seen('money.pass_on_rested_ms')).toBe((DAY_SEC / 2) * 1000);
  expect(seen('money.pass_on_sums')).toBe(1);
});

test.each([
  ['kept more than a tenth', 1, 890],
  ['paid more than came', 1, 1010],
  ['rested more than a week', 7.1, 970],
])('no link: %s', (_, day, amount) => {
  const pay = world();
  pay(0, 0, 1, 1000);
  expect(pay(day, 1, 2, amount)('money.pass_on_depth')).toBe(0);
});

test('acquaintances and tills make no links', () => {
  const pay = world();
  pay(0, 0, 1, 500);
  pay(1, 0, 1, 1000);
  expect(pay(2, 1, 2, 970)('money.pass_on_depth')).toBe(0);
  pay(3, 3, 4, 1000);
  expect(pay(4, 4, 5, 970, false)('money.pass_on_depth')).toBe(0);
});

test('where sums of strangers rush through, none is passed on', () => {
  const pay = world();
  for (let i = 0; i < 8; i++) pay(i / 10, 10 + i, 1, 1000 + i);
  expect(pay(0.9, 1, 2, 970)('money.pass_on_depth')).toBe(0);
  expect(pay(3, 1, 3, 970)('money.pass_on_sums')).toBe(8);
});

test('the beginning, the middle and the end of a link are remembered, and fade', () => {
  const pay = world();
  pay(0, 0, 1, 1000);
  pay(1, 1, 2, 970);
  const next = pay(15, 0, 3, 2000);
  expect(next('payer.fed')).toBeCloseTo(0.5);
  expect(next('payer.passed_on')).toBe(0);
  expect(pay(15, 9, 1, 10)('payee.passed_on')).toBeCloseTo(0.5);
  expect(pay(15, 9, 2, 10)('payee.came_on')).toBeCloseTo(0.5);
  expect(pay(16, 3, 4, 1950)('money.pass_on_feeder')).toBeCloseTo(0.5 * 2 ** (-1 / 14));
});

test('the same chain is seen from its end when time runs backwards', () => {
  const pay = world(true);
  // 0 pays 1, which pays 2: latest first, payee and payer in each other's place.
  pay(0, 2, 1, 970);
  expect(pay(1, 1, 0, 1000)('money.pass_on_depth')).toBe(1);
  expect(pay(2, 0, 4, 1200)('money.pass_on_depth')).toBe(0);
});
