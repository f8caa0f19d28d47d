import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeKzIban } from '../../domain/fake/iban-kz.ts';
import { localDate, localDay, localOfUtc, nextBusinessDay, utcOfLocal } from '../local-time.ts';
import { seeded } from './bank-files.fixture.ts';
import { bankCodeOf, readAccount, readPersonId } from './cell-identity.ts';
import { decimalSignOf, readAmountMinor } from './cell-money.ts';
import { readPeriod, readWhen } from './cell-time.ts';
import { normalSpelling } from './spelling.ts';

const when = (cell: string | number, clock: string | number | null = null) => {
  const read = readWhen(cell, false, clock);
  return read.ok
    ? `${new Date(read.value.at).toISOString().slice(0, 19)}${read.value.dayOnly ? ' day' : ''}`
    : read.problem.code;
};

describe('dates', () => {
  it('reads what banks write, as the clock of Kazakhstan', () => {
    const noon = '2026-02-03T05:30:15';
    for (const text of [
      '03.02.2026 10:30:15',
      '3.2.2026 10:30:15',
      '03/02/2026 10:30:15',
      '2026.02.03 10:30:15',
      '2026-02-03T10:30:15',
      '2026-02-03 10:30:15.250',
      '03.02.26 10:30:15',
      '03.02.2026, 10:30:15',
      '2026-02-03T05:30:15Z',
      '2026-02-03T08:30:15+03:00',
    ])
      expect(when(text), text).toBe(noon);
    expect(when('03.02.2026')).toBe('2026-02-02T19:00:00 day');
    expect(when('03.02.2026', '10:30:15')).toBe(noon);
    expect(when('03.02.2026', 0.5)).toBe('2026-02-03T07:00:00');
  });

  it('reads serials to the second in both calendars', () => {
    const serial = Date.UTC(2026, 1, 3, 10, 30, 15) / 86_400_000 + 25_569;
    expect(when(serial)).toBe('2026-02-03T05:30:15');
    expect(when(Math.floor(serial))).toBe('2026-02-02T19:00:00 day');
    const read = readWhen(serial - 1462, true);
    expect(read.ok && new Date(read.value.at).toISOString()).toBe('2026-02-03T05:30:15.000Z');
  });

  it('refuses what is no day of a statement', () => {
    for (const cell of [
      '31.02.2026',
      '2026.13.01',
      '01.02.1890',
      'вчера',
      '03.02.2026 25:00',
      '1.2.3.4',
      5,
      1e12,
      -1,
    ])
      expect(when(cell), String(cell)).toBe('QRG_ROW_TIME');
  });

  it('one hour less since 1 March 2024', () => {
    expect(when('29.02.2024 23:59:59')).toBe('2024-02-29T17:59:59');
    expect(when('01.03.2024 00:00:00')).toBe('2024-02-29T19:00:00');
    for (const local of [Date.UTC(2023, 5, 1), Date.UTC(2024, 2, 1), Date.UTC(2026, 0, 1)])
      expect(localOfUtc(utcOfLocal(local))).toBe(local);
    expect(localDate(Date.UTC(2026, 1, 2, 19))).toBe('03.02.2026');
  });

  it('the next business day skips the weekend', () => {
    const friday = localDay(Date.UTC(2026, 1, 6, 6));
    expect([-1, 0, 1, 2, 3].map((d) => nextBusinessDay(friday + d) - friday)).toEqual([
      0, 3, 3, 3, 4,
    ]);
  });

  it('finds a period in a sentence', () => {
    const whole = {
      from: Date.parse('2026-02-01T00:00+05:00'),
      to: Date.parse('2026-03-01T00:00+05:00') - 1,
    };
    expect(readPeriod('c 01/02/2026 по 28/02/2026')).toEqual(whole);
    expect(readPeriod('01.02.2026 - 28.02.2026')).toEqual(whole);
    expect(readPeriod('28.02.2026 - 01.02.2026')).toBeUndefined();
    expect(readPeriod('за февраль')).toBeUndefined();
  });
});

describe('sums', () => {
  const kzt = { currency: 'KZT' };
  const minor = (
    cell: string | number | null,
    context: Parameters<typeof readAmountMinor>[1] = kzt,
  ) => {
    const read = readAmountMinor(cell, context);
    return read.ok ? read.value : read.problem.code;
  };

  it('reads texts exactly and numbers to the tiyn', () => {
    expect(minor('1 234 567,89')).toBe(123_456_789);
    expect(minor('1,234,567.89')).toBe(123_456_789);
    expect(minor('-5 000,00')).toBe(-500_000);
    expect(minor('(500.00)')).toBe(-50_000);
    expect(minor('0.29')).toBe(29);
    expect(minor(0.29)).toBe(29);
    expect(minor(52_341.4567)).toBe(5_234_146);
    expect(minor(-1.005)).toBe(-100); // the double just below
    expect(minor('-')).toBeNull();
    expect(minor(null)).toBeNull();
    expect(minor('много')).toBe('QRG_MONEY_TEXT');
    expect(minor(1e300)).toBe('QRG_ROW_AMOUNT');
  });

  it('a text that reads two ways is read by the sheet it stands in, or refused', () => {
    expect(minor('1,234')).toBe('QRG_MONEY_AMBIGUOUS');
    const sign = (...cells: string[]) => decimalSignOf(cells);
    expect(sign('1 234,50', '7,5')).toBe(',');
    expect(sign('1,234.50', '700')).toBe('.');
    expect(sign('1,5', '1.5')).toBeUndefined();
    expect(sign('1,234', '12')).toBeUndefined();
    expect(minor('1,234', { currency: 'KZT', decimal: '.' })).toBe(123_400);
  });

  it('any sum written in the Russian way comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e12, max: 9e12 }), (tiyn) => {
        const [whole, cents] = (Math.abs(tiyn) / 100).toFixed(2).split('.');
        const text = `${tiyn < 0 ? '-' : ''}${whole?.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${cents}`;
        expect(minor(text)).toBe(tiyn);
      }),
      { seed: 1 },
    );
  });
});

describe('accounts and people', () => {
  it('an IBAN is one, however it is written', () => {
    const iban = fakeKzIban(seeded(1), '722');
    const spaced = iban.replace(/(.{4})/g, '$1 ');
    for (const text of [iban, spaced, iban.toLowerCase(), `${iban}KZT`, iban.replace('K', 'К')])
      expect(readAccount(text), text).toBe(iban);
    expect(bankCodeOf(iban)).toBe('722');
    expect(readAccount('4400 43** **** 1234')).toBe('440043******1234');
    for (const empty of ['', '-', '0', 'нет', null]) expect(readAccount(empty)).toBeUndefined();
  });

  it('keeps twelve wrong digits with a flag and drops what is no number of a person', () => {
    expect(readPersonId('900101300120')).toMatchObject({ digits: '900101300120', valid: false });
    for (const cell of ['000000000000', '12345', 'ИИН', '9.00101E+11', null])
      expect(readPersonId(cell)).toBeUndefined();
  });
});

it('spelling: case, ё, signs, spaces and Latin look-alikes do not matter', () => {
  expect(normalSpelling(' Cумма в\u00a0валюте  её проведения> ')).toBe(
    'сумма в валюте ее проведения',
  );
  expect(normalSpelling('Наименование/ФИО')).toBe('наименование фио');
  expect(normalSpelling('KZT')).toBe('kzt');
});
