import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Accounts } from './accounts.ts';
import { B, F, U } from './layout.ts';
import { bornAtOf, countOf, tellFacts } from './told-facts.ts';

function told(...facts: Parameters<typeof tellFacts>[2][]) {
  const accounts = new Accounts();
  accounts.ensure(2);
  for (const one of facts) tellFacts(accounts, 1, one);
  const byte = (field: number, account = 1) =>
    countOf(accounts.page(account).u8[accounts.u8Base(account) + field]);
  return {
    accounts,
    bornAt: bornAtOf(accounts.u32(1, U.born)),
    rating: byte(B.rating),
    linked: byte(B.linkedAccounts),
    cards: byte(B.cards),
    byte,
  };
}

test('what was not told is unknown, and 0 is a number', () => {
  const nothing = told({});
  expect([nothing.bornAt, nothing.rating, nothing.linked, nothing.cards]).toEqual(
    Array(4).fill(Number.NaN),
  );
  const zero = told({ ratingPoints: 0, linkedAccounts: 0, cards: 0 });
  expect([zero.rating, zero.linked, zero.cards]).toEqual([0, 0, 0]);
});

test('numbers come back as told, the great ones at their bound', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100 }), fc.nat(), fc.nat(), (ratingPoints, linkedAccounts, cards) => {
      const { rating, linked, cards: kept } = told({ ratingPoints, linkedAccounts, cards });
      expect(rating).toBe(ratingPoints);
      expect(linked).toBe(Math.min(254, linkedAccounts));
      expect(kept).toBe(Math.min(254, cards));
    }),
  );
});

test('a birth comes back to the second', () => {
  const second = fc.integer({
    min: Date.UTC(1900, 0, 1) / 1000 + 1,
    max: Date.UTC(2036, 0, 1) / 1000,
  });
  fc.assert(
    fc.property(second, (sec) => {
      expect(told({ bornAt: sec * 1000 }).bornAt).toBe(sec * 1000);
    }),
  );
});

test('a later word replaces an earlier one and leaves the rest, and the neighbours, alone', () => {
  const { accounts, rating, cards, byte } = told(
    { ratingPoints: 70, cards: 3, openedAt: 5, incomeMonthMinor: 9 },
    { ratingPoints: 20 },
  );
  expect([rating, cards, accounts.f64(1, F.openedAt), accounts.f64(1, F.incomeMonth)]).toEqual([
    20, 3, 5, 9,
  ]);
  expect([byte(B.rating, 0), byte(B.rating, 2), accounts.u32(1, U.inCount)]).toEqual([
    Number.NaN,
    Number.NaN,
    0,
  ]);
});
