import { expect, test } from 'vitest';
import { type Lot, lotShares } from './lot-shares.ts';

const lot = (left: Partial<Lot['left']>, restMinor: number): Lot => {
  const all = { hourMinor: 0, dayMinor: 0, laterMinor: 0, ...left };
  return {
    ...{ seq: 1, at: 0, from: { ref: 1, name: 'a' }, heldMs: null, parts: [] },
    ...{ more: { parts: 0, minor: 0 }, left: all, restMinor },
    amountMinor: restMinor + all.hourMinor + all.dayMinor + all.laterMinor,
  };
};

test('the parts of a sum fill it from end to end, those without money left out', () => {
  expect(lotShares(lot({ hourMinor: 50, laterMinor: 25 }, 25))).toEqual([
    { fate: 'hour', share: 0.5, from: 0 },
    { fate: 'later', share: 0.25, from: 0.5 },
    { fate: 'here', share: 0.25, from: 0.75 },
  ]);
  expect(lotShares(lot({}, 7))).toEqual([{ fate: 'here', share: 1, from: 0 }]);
});
