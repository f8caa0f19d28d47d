import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDate,
  formatDuration,
  formatHour,
  formatInstant,
  formatMoney,
  formatShare,
  formatYears,
} from './format.ts';
import { LANGUAGES } from './language.ts';

/** Spaces as a reader sees them. */
const seen = (s: string) => s.replace(/[\u00a0\u202f]/g, ' ');
const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;

describe('counts', () => {
  it.each([
    [1, '1 человек', '1 адам', '1 person'],
    [2, '2 человека', '2 адам', '2 people'],
    [5, '5 человек', '5 адам', '5 people'],
    [11, '11 человек', '11 адам', '11 people'],
    [21, '21 человек', '21 адам', '21 people'],
    [22, '22 человека', '22 адам', '22 people'],
    [1234, '1 234 человека', '1 234 адам', '1,234 people'],
  ])('%d people', (n, ru, kk, en) => {
    expect(seen(formatCount(n, 'people', 'ru'))).toBe(ru);
    expect(seen(formatCount(n, 'people', 'kk'))).toBe(kk);
    expect(seen(formatCount(n, 'people', 'en'))).toBe(en);
  });
  it('are declined after a preposition', () => {
    expect(seen(formatCount(1, 'from_people', 'ru'))).toBe('1 человека');
    expect(seen(formatCount(14, 'from_people', 'ru'))).toBe('14 человек');
    expect(seen(formatCount(14, 'from_people', 'kk'))).toBe('14 адамнан');
    expect(seen(formatCount(3, 'to_people', 'ru'))).toBe('3 людям');
    expect(seen(formatCount(3, 'to_people', 'kk'))).toBe('3 адамға');
    expect(seen(formatCount(4, 'links', 'ru'))).toBe('4 звена');
  });
  it('of estimates are whole', () => {
    expect(seen(formatCount(2.4, 'accounts', 'ru'))).toBe('2 счёта');
    expect(seen(formatCount(0.6, 'accounts', 'en'))).toBe('1 account');
  });
});

describe('durations', () => {
  it.each([
    [0, '0 секунд', '0 секунд', '0 seconds'],
    [1000, '1 секунду', '1 секунд', '1 second'],
    [59_900, '1 минуту', '1 минут', '1 minute'],
    [9 * MIN, '9 минут', '9 минут', '9 minutes'],
    [HOUR, '1 час', '1 сағат', '1 hour'],
    [132 * MIN, '2 часа 12 минут', '2 сағат 12 минут', '2 hours 12 minutes'],
    [24 * HOUR, '24 часа', '24 сағат', '24 hours'],
    [3 * DAY, '3 дня', '3 күн', '3 days'],
    [61 * DAY, '61 день', '61 күн', '61 days'],
  ])('%d ms', (ms, ru, kk, en) => {
    expect(seen(formatDuration(ms, 'ru', 'exact'))).toBe(ru);
    expect(seen(formatDuration(ms, 'kk', 'exact'))).toBe(kk);
    expect(seen(formatDuration(ms, 'en', 'exact'))).toBe(en);
  });
  it('say nothing below a day where there is no clock', () => {
    expect(formatDuration(9 * MIN, 'ru', 'day')).toBe('меньше дня');
    expect(seen(formatDuration(3 * DAY, 'ru', 'day'))).toBe('3 дня');
  });
  it('never say sixty of a unit that has a greater one', () => {
    fc.assert(
      fc.property(fc.nat(90 * DAY), (ms) => {
        expect(seen(formatDuration(ms, 'en', 'exact'))).not.toMatch(/\b60 (seconds|minutes)/);
      }),
    );
  });
});

describe('money', () => {
  it('has the sign or code of its currency, and hundredths only in small sums', () => {
    expect(seen(formatMoney(43_000_000, 'KZT', 'ru'))).toBe('430 000 ₸');
    expect(seen(formatMoney(43_000_000, 'KZT', 'kk'))).toBe('430 000 ₸');
    expect(seen(formatMoney(43_000_000, 'KZT', 'en'))).toBe('430,000 KZT');
    expect(seen(formatMoney(1234, 'USD', 'en'))).toBe('12.34 USD');
    expect(seen(formatMoney(1_234_567, '', 'en'))).toBe('12,346');
  });
});

describe('shares', () => {
  it('are never rounded into all or nothing', () => {
    expect(seen(formatShare(1, 'ru'))).toBe('100 %');
    expect(seen(formatShare(0.999, 'ru'))).toBe('> 99 %');
    expect(seen(formatShare(0.001, 'en'))).toBe('< 1%');
    expect(seen(formatShare(0, 'en'))).toBe('0%');
  });

  it('are never more than all', () => {
    expect(seen(formatShare(1.41, 'kk'))).toBe('100 %');
  });
});

describe('times', () => {
  it('are those of Kazakhstan', () => {
    const at = Date.UTC(2026, 10, 23, 20, 30);
    expect(formatDate(at, 'ru')).toBe('24.11.2026');
    expect(formatDate(at, 'kk')).toBe('24.11.2026');
    expect(formatDate(at, 'en')).toBe('24 Nov 2026');
    expect(formatInstant(at, 'ru', 'exact')).toBe('24.11.2026 01:30');
    expect(formatInstant(at, 'ru', 'day')).toBe('24.11.2026');
    expect(formatHour(3.75)).toBe('03:45');
    expect(formatHour(24)).toBe('00:00');
  });
  it('give ages in whole years', () => {
    expect(seen(formatYears(21.9, 'ru'))).toBe('21 год');
    expect(seen(formatYears(19, 'ru'))).toBe('19 лет');
    expect(seen(formatYears(19, 'kk'))).toBe('19 жаста');
  });
});

it('every text is free of things that are no words', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LANGUAGES),
      fc.double({ min: 0, max: 1e12, noNaN: true }),
      (l, x) => {
        const all = [
          formatMoney(Math.round(x), 'KZT', l),
          formatCount(x, 'people', l),
          formatDuration(x, l, 'exact'),
          formatShare(x, l),
        ];
        for (const s of all) expect(s).toMatch(/\d/);
        for (const s of all) expect(s).not.toMatch(/NaN|undefined|Infinity/);
      },
    ),
  );
});
