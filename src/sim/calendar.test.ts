import { describe, expect, test } from 'vitest';
import { createRandom } from '../domain/random.ts';
import { DAY_MS, DEFAULT_FROM, dayOf, HOUR_MS, isPayDate, momentOf, poisson } from './calendar.ts';

describe('days', () => {
  test('the default period begins on Sunday, 1 March 2026', () => {
    expect(new Date(DEFAULT_FROM).toISOString()).toBe('2026-02-28T19:00:00.000Z');
    expect(dayOf(DEFAULT_FROM, 0)).toMatchObject({ weekday: 7, date: 1, daysInMonth: 31 });
    expect(dayOf(DEFAULT_FROM, 31)).toMatchObject({ weekday: 3, date: 1, daysInMonth: 30 });
  });

  test('each date of the month is paid once in every month, and never on a weekend', () => {
    for (let date = 1; date <= 31; date++) {
      const paid: number[] = [];
      for (let d = 0; d < 366; d++) {
        const day = dayOf(DEFAULT_FROM, d);
        if (!isPayDate(day, date)) continue;
        expect(day.weekday).toBeLessThan(6);
        paid.push(d);
      }
      expect(paid.length).toBeGreaterThanOrEqual(11);
      expect(paid.length).toBeLessThanOrEqual(13);
      for (let k = 1; k < paid.length; k++) expect(paid[k] - paid[k - 1]).toBeGreaterThan(24);
    }
  });
});

test('moments lie in their day and follow the profile', () => {
  const random = createRandom(1);
  const hours = new Array<number>(24).fill(0);
  for (let n = 0; n < 20_000; n++) {
    const at = momentOf(DEFAULT_FROM, 'office', random);
    expect(at - DEFAULT_FROM).toBeGreaterThanOrEqual(0);
    expect(at - DEFAULT_FROM).toBeLessThan(DAY_MS);
    hours[Math.floor((at - DEFAULT_FROM) / HOUR_MS)]++;
  }
  expect(hours.slice(0, 7).every((n) => n === 0)).toBe(true);
  expect(hours[10] + hours[11]).toBeGreaterThan(20_000 * 0.2);
});

test('Poisson counts have their mean', () => {
  const random = createRandom(2);
  let sum = 0;
  for (let n = 0; n < 20_000; n++) sum += poisson(random, 1.7);
  expect(sum / 20_000).toBeCloseTo(1.7, 1);
});
