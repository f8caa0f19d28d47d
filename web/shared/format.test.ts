import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { createFormat, type Format } from './format.ts';

const AT = Date.UTC(2026, 2, 2, 20, 30);
const totals = { to: AT } as never;
const format = (
  language: 'ru' | 'kk' | 'en',
  more: Partial<Parameters<typeof createFormat>[0]['model']> = {},
): Format =>
  createFormat({
    language,
    reveal: false,
    model: { currency: 'KZT', clock: 'exact', totals, ...more },
  });

describe('money', () => {
  test('whole units with narrow spaces, in every language alike', () => {
    for (const language of LANGUAGES)
      expect(format(language).money(123_456_789)).toBe('1\u202f234\u202f568\u202f₸');
  });
  test('short sums have three digits at most and never read 1000 of a lesser unit', () => {
    const { moneyShort } = format('ru');
    expect(moneyShort(430_000_000)).toBe('4,3\u202fмлн\u202f₸');
    expect(moneyShort(99_996_000)).toBe('1\u202fмлн\u202f₸');
    expect(moneyShort(12_345_600)).toBe('123\u202fтыс.\u202f₸');
    expect(format('en').moneyShort(123_456_789_000)).toBe('1.2\u202fbn\u202f₸');
  });
  test('a currency without hundredths is not divided, an unknown one has no sign', () => {
    expect(format('en', { currency: 'JPY' }).money(1500)).toBe('1\u202f500\u202fJPY');
    expect(format('ru', { currency: '' }).money(925)).toBe('9,25');
  });
});

describe('time', () => {
  test('is that of Kazakhstan', () => {
    expect(format('kk').moment(AT)).toBe('03.03.2026 01:30');
    expect(format('en').moment(AT)).toBe('3\u00a0Mar\u00a02026 01:30');
  });
  test('without a clock no hour is shown, and none moves the day', () => {
    const day = format('ru', { clock: 'day' });
    expect(day.moment(AT)).toBe('02.03.2026');
    expect(day.time(AT)).toBe('');
    expect(day.duration(3_600_000)).toBe('в тот же день');
  });
  test('days counted from zero are numbers and not the year 1970', () => {
    const counted = format('kk', { clock: 'day', totals: { to: 90 * 86_400_000 } as never });
    expect(counted.date(12 * 86_400_000)).toBe('12-күн');
  });
  test('durations read in the two units that matter', () => {
    const { duration } = format('en');
    expect(duration(45_000)).toBe('45\u202fs');
    expect(duration(9 * 60_000)).toBe('9\u202fmin');
    expect(duration(130 * 60_000)).toBe('2\u202fh 10\u202fmin');
    expect(duration(5 * 86_400_000)).toBe('5\u202fd');
    expect(duration(null)).toBe('—');
  });
});

describe('numbers that could be used', () => {
  const IBAN = 'KZ12000A123456789012';
  test('are masked in lists and inside sentences', () => {
    const { account, masked } = format('ru');
    expect(account(IBAN)).toBe('KZ12 •••• 9012');
    expect(account('KZ34 125A B7C8 D901 2345')).toBe('KZ34 •••• 2345');
    expect(account('+7 701 234 56 78')).not.toContain('234');
    expect(masked(`на ${IBAN}.`, [IBAN])).toBe('на KZ12 •••• 9012.');
  });
  test('names of a simulation and numbers that came masked stay as they are', () => {
    for (const name of ['C1305', '-1', '440043******1234', 'acct_17'])
      expect(format('ru').account(name)).toBe(name);
  });
});
