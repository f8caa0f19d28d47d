import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseLots } from './choose-lots.ts';

const lot = (inAt: number, outAt: number | null, amountMinor: number) => ({
  inAt,
  outAt,
  amountMinor,
});

test('few lots are all shown, many give way to those of the period, and the rest to the greatest', () => {
  const lots = [lot(1, 2, 90), lot(3, 50, 5), lot(4, null, 70), lot(52, 53, 1), lot(60, 61, 80)];
  const period = [{ from: 50, to: 55 }];
  expect(chooseLots(lots, period, 5)).toEqual(lots);
  expect(chooseLots(lots, period, 3)).toEqual([lots[0], lots[1], lots[3]]);
  expect(chooseLots(lots, period, 1)).toEqual([lots[1]]);
  expect(chooseLots(lots, [], 2)).toEqual([lots[0], lots[4]]);
});

test('nothing left out would have served better than what is shown, and the order stays', () => {
  const lots = fc.array(
    fc.tuple(fc.nat(99), fc.option(fc.nat(99)), fc.integer({ min: 1, max: 9 })),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(
      lots,
      fc.nat(99),
      fc.nat(30),
      fc.integer({ min: 1, max: 20 }),
      (told, from, length, most) => {
        const all = told.map(([inAt, outAt, amount]) => lot(inAt, outAt, amount));
        const to = from + length;
        const worth = ({ inAt, outAt, amountMinor }: (typeof all)[number]): number =>
          [inAt, outAt].some((at) => at !== null && from <= at && at <= to)
            ? 100 + amountMinor
            : amountMinor;
        const shown = chooseLots(all, [{ from, to }], most);
        expect(shown).toHaveLength(Math.min(most, all.length));
        expect(shown).toEqual(all.filter((one) => shown.includes(one)));
        const least = Math.min(...shown.map(worth));
        for (const one of all)
          if (!shown.includes(one)) expect(worth(one)).toBeLessThanOrEqual(least);
      },
    ),
  );
});
