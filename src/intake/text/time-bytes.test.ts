import { expect, test } from 'vitest';
import { createRandom } from '../../domain/random.ts';
import { utcOfLocal } from '../local-time.ts';
import { RELATIVE_ORIGIN, readTime, type TimeUnit } from './time-bytes.ts';

const read = (text: string, unit: TimeUnit = 'iso', slashes: 'dmy' | 'mdy' = 'dmy'): number => {
  // Bytes around the field must not be looked at.
  const bytes = Buffer.from(`7${text}8`);
  return readTime(bytes, 1, bytes.length - 1, { unit, slashes });
};

test.each([
  ['2026-02-03T04:05:06Z', '2026-02-03T04:05:06Z'],
  ['2026-02-03T04:05:06.7899Z', '2026-02-03T04:05:06.789Z'],
  ['2026-02-03 04:05+05:00', '2026-02-02T23:05:00Z'],
  ['2026-02-03T04:05:06-0330', '2026-02-03T07:35:06Z'],
  ['2026-02-03T04:05:06+05', '2026-02-02T23:05:06Z'],
  ['2026-02-03', '2026-02-02T19:00:00Z'],
  ['2026-02-03Z', '2026-02-03T00:00:00Z'],
  ['2026-02-03+05:00', '2026-02-02T19:00:00Z'],
  ['2026/02/03 04:05', '2026-02-02T23:05:00Z'],
  ['03.02.2026 04:05:06', '2026-02-02T23:05:06Z'],
  ['3.2.2026, 4:05', '2026-02-02T23:05:00Z'],
  ['03/02/2026', '2026-02-02T19:00:00Z'],
  ['20260203', '2026-02-02T19:00:00Z'],
  ['20260203040506', '2026-02-02T23:05:06Z'],
  ['20260203T0405Z', '2026-02-03T04:05:00Z'],
  ['2024-02-29', '2024-02-28T18:00:00Z'],
])('%s is %s', (text, iso) => {
  expect(new Date(read(text)).toISOString()).toBe(new Date(iso).toISOString());
});

test('slashes may be month first, points never are', () => {
  expect(read('02/03/2026', 'iso', 'mdy')).toBe(read('2026-02-03'));
  expect(read('03.02.2026', 'iso', 'mdy')).toBe(read('2026-02-03'));
});

test.each([
  '',
  '2026',
  '2026-13-01',
  '2026-02-30',
  '2023-02-29',
  '2026-02-03T24:00',
  '2026-02-03T10:60',
  '2026-02-03T10',
  '2026-02-03T10:00:00+15:00',
  '2026-02-03x',
  '2026-02/03',
  '31.02.2026',
  '1.1.26',
  '1969-12-31T00:00Z',
  '2100-01-02Z',
  '2106-02-08Z',
  '2026-02-03 10:00 PM',
  '202602031',
  'today',
])('%j is no time', (text) => {
  expect(read(text)).toBeNaN();
});

test('a wall clock without a zone means what it means in a statement', () => {
  for (const local of [
    Date.UTC(2023, 5, 1),
    Date.UTC(2024, 1, 29, 23),
    Date.UTC(2024, 2, 1),
    Date.UTC(2026, 0, 1, 12),
  ])
    expect(read(new Date(local).toISOString().slice(0, 19))).toBe(utcOfLocal(local));
});

test('counts: seconds, milliseconds, days and hours from a local midnight', () => {
  expect(read('1770091506', 's')).toBe(1_770_091_506_000);
  expect(read('1770091506.25', 's')).toBe(1_770_091_506_250);
  expect(read('1770091506789', 'ms')).toBe(1_770_091_506_789);
  expect(read('0', 'days')).toBe(RELATIVE_ORIGIN);
  expect(read('2.5', 'days') - RELATIVE_ORIGIN).toBe(2.5 * 86_400_000);
  expect(read('3', 'hours') - RELATIVE_ORIGIN).toBe(10_800_000);
  expect((RELATIVE_ORIGIN + 5 * 3_600_000) % 86_400_000).toBe(0);
  for (const bad of ['-1', '1e3', '1.2.3', '', '.', 'x']) expect(read(bad, 'days')).toBeNaN();
});

test('later fractions of a day are never earlier times', () => {
  const random = createRandom(3);
  for (let i = 0; i < 2000; i++) {
    const a = random.next() * 700;
    const b = a + random.next() / 10 ** random.int(0, 9);
    expect(read(b.toFixed(9), 'days')).toBeGreaterThanOrEqual(read(a.toFixed(9), 'days'));
  }
});

test('every day from 1970 to 2099 is the day the runtime says', () => {
  for (let at = 0; at < Date.UTC(2100, 0, 1); at += 86_400_000 * 13)
    expect(read(`${new Date(at).toISOString().slice(0, 10)}Z`)).toBe(at);
});
