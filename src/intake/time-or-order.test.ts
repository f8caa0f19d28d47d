import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../domain/random.ts';
import { openSource } from './open.ts';
import { sniffTimes } from './sniff-times.ts';

const clockOf = (days: readonly number[], decimals = 6) => {
  const read = sniffTimes(
    days.map((day) => String(Number(day.toFixed(decimals)))),
    { countOf: 'days' },
  );
  return read.ok ? read.value.clock : read.problem.code;
};
const spread = (rows: number, day: number) =>
  Array.from({ length: rows }, (_, i) => day + i / rows);

test('row order spread evenly over each day is no clock, however many rows a day has', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 3, max: 900 }), { minLength: 8, maxLength: 20 }),
      fc.integer({ min: 5, max: 9 }),
      (days, decimals) => {
        expect(clockOf(days.flatMap(spread).slice(0, 2000), decimals)).toBe('day');
      },
    ),
  );
});

test('row order stays row order when the file is not in time order and when some rows were taken out', () => {
  const rows = [300, 420, 380].flatMap(spread);
  expect(clockOf([...rows].reverse())).toBe('day');
  expect(clockOf(rows.filter((_, i) => i % 97 !== 5))).toBe('day');
});

test('payments at moments of people are a clock, also one of whole minutes and of a busy bank', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 60, max: 900 }), (seed, rows) => {
      const random = createRandom(seed);
      expect(clockOf(Array.from({ length: rows }, () => random.next() * 3))).toBe('exact');
    }),
  );
  const minutes = Array.from({ length: 2000 }, (_, i) => Math.floor(i / 60) / 1440);
  expect(clockOf(minutes)).toBe('exact');
});

test('whole days, one hour for all and too few rows tell nothing', () => {
  expect(clockOf(Array.from({ length: 500 }, (_, i) => Math.floor(i / 50)))).toBe('day');
  expect(clockOf(Array.from({ length: 500 }, (_, i) => Math.floor(i / 50) + 0.5))).toBe('day');
  expect(clockOf([0, 0.01, 0.3, 0.31, 0.7])).toBe('day');
  expect(clockOf(Array.from({ length: 60 }, (_, i) => (i >> 1) + (i % 2) * 0.37))).toBe('day');
});

test('a count of hours has no time of day, and what is told overrules', () => {
  const values = Array.from({ length: 200 }, (_, i) => String(i * i));
  expect(sniffTimes(values, { countOf: 'hours' })).toMatchObject({ value: { clock: 'day' } });
  expect(sniffTimes(values, { countOf: 'days', clock: 'exact' })).toMatchObject({
    value: { clock: 'exact' },
  });
});

const SETS = '../shared/data/transfers';
test.skipIf(!existsSync(SETS)).each([
  ['amlgentex-s1', 'day'],
  ['amlsim-s0', 'day'],
  ['amlsim-s1', 'day'],
  ['tide-s42', 'exact'],
])('the clock of %s is %s (skipped where ../shared/data is absent)', async (set, clock) => {
  const source = await openSource(`${SETS}/${set}/transactions.csv.gz`, { name: set, file: 0 });
  expect(source).toMatchObject({ ok: true, value: { clock } });
});
