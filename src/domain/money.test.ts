import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCurrency } from './currency.ts';
import { LANGUAGES } from './language.ts';
import { decimalSignOf, formatMoneyExact, minorFromNumber, parseMoney } from './money.ts';

const KZT = { currency: 'KZT' } as const;
const minor = (text: string, context: Parameters<typeof parseMoney>[1] = KZT): number | string => {
  const read = parseMoney(text, context);
  return read.ok ? read.value.amountMinor : read.problem.code;
};

describe('parseMoney', () => {
  it.each([
    ['1 234 567,89', 123_456_789],
    ['1\u00a0234\u00a0567,89', 123_456_789],
    ['1\u202f234,50', 123_450],
    ["1'234.56", 123_456],
    ['1,234.56', 123_456],
    ['1.234,56', 123_456],
    ['1.234.567', 123_456_700],
    ['1,234,567.8', 123_456_780],
    ['-500', -50_000],
    ['−500,00', -50_000],
    ['500-', -50_000],
    ['(500)', -50_000],
    ['(12 345,00 ₸)', -1_234_500],
    ['-₸ 500', -50_000],
    ['+500', 50_000],
    ['12 345.00 KZT', 1_234_500],
    ['KZT 12345', 1_234_500],
    ['500тг.', 50_000],
    ['500 KZT - Тенге', 50_000],
    ['.50', 50],
    ['0,10', 10],
    ['-0', 0],
    ['1234,5', 123_450],
    ['1234,500', 123_450],
    ['1 234,500', 123_450],
    ['0007', 700],
    ['90071992547409,91', Number.MAX_SAFE_INTEGER],
  ])('reads %s', (text, expected) => expect(minor(text)).toBe(expected));

  it.each([
    ['1,234', 'QRG_MONEY_AMBIGUOUS'],
    ['12.000', 'QRG_MONEY_AMBIGUOUS'],
    ['588.6232330257608', 'QRG_MONEY_DIGITS'],
    ['1 234,567', 'QRG_MONEY_DIGITS'],
    ['0,001', 'QRG_MONEY_DIGITS'],
    ['90071992547409,92', 'QRG_MONEY_OVERFLOW'],
    ['9'.repeat(40), 'QRG_MONEY_OVERFLOW'],
    ['500 XYZ', 'QRG_MONEY_CURRENCY'],
    ['$ 500 KZT', 'QRG_MONEY_CURRENCY'],
    ...[
      '',
      ' ',
      '-',
      '()',
      '--5',
      '-5-',
      '(-5)',
      'NaN',
      'Infinity',
      '1e5',
      '0x10',
      '12 34',
      '1 23',
      '1,23,456',
      '1.234,5.6',
      '1,234,56',
      '1..5',
      '5.',
      ',',
      '١٢٣',
      '5 6,00',
      '01 234',
      '1,234 567',
      '7'.repeat(65),
    ].map((text) => [text, 'QRG_MONEY_TEXT']),
  ])('refuses %j', (text, code) => expect(minor(text)).toBe(code));

  it('reads a doubtful sign once the file says which is the decimal one', () => {
    expect(minor('1,234', { currency: 'KZT', decimal: '.' })).toBe(123_400);
    expect(minor('1,23', { currency: 'KZT', decimal: '.' })).toBe('QRG_MONEY_TEXT');
    expect(minor('1,500', { currency: 'KZT', decimal: ',' })).toBe(150);
    expect(minor('1.500', { currency: 'KZT', decimal: ',' })).toBe(150_000);
  });

  it('counts in the minor unit of the currency', () => {
    expect(minor('1,234', { currency: 'JPY' })).toBe(1234);
    expect(minor('1.50', { currency: 'JPY' })).toBe('QRG_MONEY_DIGITS');
    expect(minor('1,234.567', { currency: 'KWD' })).toBe(1_234_567);
    expect(parseMoney('7 USD', KZT)).toEqual({
      ok: true,
      value: { amountMinor: 700, currency: 'USD' },
    });
  });

  it('equals exact arithmetic on digits, however the thousands are parted', () => {
    const signs = fc.constantFrom(
      [' ', ','],
      ['\u00a0', '.'],
      [',', '.'],
      ['.', ','],
      ["'", '.'],
      ['', ','],
    );
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 53n - 1n), signs, fc.boolean(), (n, [group, point], less) => {
        const digits = String(n).padStart(3, '0');
        const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
        const text = `${less ? '-' : ''}${whole}${point}${digits.slice(-2)}`;
        expect(minor(text)).toBe(less && n > 0n ? Number(-n) : Number(n));
      }),
    );
  });

  it('never throws and never answers anything but a safe integer', () => {
    const text = fc.string({ unit: fc.constantFrom(..."0123456789 ,.'-()+₸KZTтгe\u00a0") });
    fc.assert(
      fc.property(text, (t) => {
        const read = parseMoney(t, KZT);
        if (read.ok) expect(Number.isSafeInteger(read.value.amountMinor)).toBe(true);
        else expect(read.problem.code).toMatch(/^QRG_MONEY_/);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('formatMoneyExact', () => {
  it('is read back as the same money in every language', () => {
    const currency = fc.constantFrom('KZT', 'USD', 'RUB', 'EUR', 'JPY', 'KWD', 'KGS');
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        currency,
        fc.constantFrom(...LANGUAGES),
        (n, code, language) => {
          const money = { amountMinor: n === 0 ? 0 : n, currency: code };
          const text = formatMoneyExact(money, language);
          const context = { currency: 'AED', decimal: decimalSignOf(language) };
          expect(parseMoney(text, context)).toEqual({ ok: true, value: money });
          // Three decimals read two ways ('1,234 KWD'): that money needs the file's decimal sign.
          if (code !== 'KWD') expect(parseMoney(text, KZT)).toEqual({ ok: true, value: money });
        },
      ),
    );
  });

  it('writes as people read', () => {
    const money = { amountMinor: -123_456_780, currency: 'KZT' };
    expect(formatMoneyExact(money, 'ru')).toBe('−1\u00a0234\u00a0567,80\u00a0₸');
    expect(formatMoneyExact(money, 'kk')).toBe('−1\u00a0234\u00a0567,80\u00a0₸');
    expect(formatMoneyExact(money, 'en')).toBe('−1,234,567.80\u00a0KZT');
    expect(formatMoneyExact({ amountMinor: 500, currency: 'JPY' }, 'en')).toBe('500\u00a0JPY');
  });
});

describe('minorFromNumber', () => {
  const read = (n: number, exponent = 2): number | string => {
    const result = minorFromNumber(n, exponent);
    return result.ok ? result.value : result.problem.code;
  };

  it('takes the noise of binary fractions off', () => {
    expect(read(0.1 + 0.2)).toBe(30);
    expect(read(1.005 * 100)).toBe(10_050);
    expect(read(-8.29)).toBe(-829);
    expect(Object.is(read(-0), 0)).toBe(true);
    expect(read(500, 0)).toBe(500);
    expect(read(1.234, 3)).toBe(1234);
  });

  it('refuses what is not money', () => {
    expect(read(Number.NaN)).toBe('QRG_MONEY_TEXT');
    expect(read(Number.POSITIVE_INFINITY)).toBe('QRG_MONEY_TEXT');
    expect(read(588.6232330257608)).toBe('QRG_MONEY_DIGITS');
    expect(read(0.005)).toBe('QRG_MONEY_DIGITS');
    expect(read(1e14)).toBe('QRG_MONEY_OVERFLOW');
    expect(read(45_000_000_000_000.25)).toBe('QRG_MONEY_OVERFLOW');
  });

  it('gives back every sum that a cell can hold for certain', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), (n) => {
        expect(read(Number(`${n}e-2`))).toBe(n === 0 ? 0 : n);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with the text of the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (n) => {
        const text = (n / 100).toFixed(2);
        expect(read(n / 100)).toBe(minor(text));
      }),
    );
  });
});

describe('parseCurrency', () => {
  it.each([
    ['KZT', 'KZT'],
    [' kzt ', 'KZT'],
    ['KZT - Тенге', 'KZT'],
    ['₸', 'KZT'],
    ['ТЕНГЕ', 'KZT'],
    ['тг.', 'KZT'],
    ['398', 'KZT'],
    ['Доллары  США', 'USD'],
    ['RUR', 'RUB'],
  ])('reads %s', (text, code) => expect(parseCurrency(text)).toEqual({ ok: true, value: code }));

  it.each(['', 'XYZ', 'доллар', '999', 'USDT'])('refuses %j', (text) =>
    expect(parseCurrency(text).ok).toBe(false),
  );
});
