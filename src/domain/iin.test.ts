import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBin } from './bin.ts';
import { fakeBin } from './fake/bin.ts';
import { fakeIin } from './fake/iin.ts';
import { parseIin } from './iin.ts';
import { parseIinOrBin, restoreIinOrBin } from './iin-or-bin.ts';
import { kzCheckDigit } from './kz-check-digit.ts';
import { createRandom } from './random.ts';

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1900, 0, 1) / DAY_MS;
const LAST_DAY = Date.UTC(2099, 11, 31) / DAY_MS;

const seeds = fc.integer().map((seed) => createRandom(seed));
const person = fc.record({
  bornAt: fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map((day) => day * DAY_MS),
  sex: fc.constantFrom('male', 'female'),
});
const iin = fc.tuple(seeds, person).map(([random, who]) => fakeIin(random, who));
const bin = fc
  .tuple(seeds, fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2069, 11, 31) }))
  .map(([random, at]) => fakeBin(random, at));

/** The rule as the facts state it, written the long way. */
function slowCheckDigit(first11: string): number | undefined {
  const digits = [...first11].map(Number);
  const round = (weights: number[]): number =>
    digits.reduce((sum, digit, i) => sum + digit * weights[i], 0) % 11;
  const first = round([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  if (first !== 10) return first;
  const second = round([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]);
  return second === 10 ? undefined : second;
}

const codeOf = (result: ReturnType<typeof parseIinOrBin>): string =>
  result.ok ? 'ok' : result.problem.code;

/** An IIN with these first 11 digits and whatever check digit they need. */
const checked = (first11: string): string => `${first11}${kzCheckDigit(first11)}`;

describe('kzCheckDigit', () => {
  it('is the rule of the two rows', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...'0123456789'),
      minLength: 11,
      maxLength: 11,
    });
    fc.assert(
      fc.property(digits, (d) => {
        expect(kzCheckDigit(d)).toBe(slowCheckDigit(d));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('parseIin', () => {
  it('reads back whom a generated number was made for', () => {
    fc.assert(
      fc.property(seeds, person, (random, who) => {
        const value = fakeIin(random, who);
        expect(parseIin(value)).toEqual({ ok: true, value: { kind: 'iin', value, ...who } });
        expect(parseIinOrBin(value)).toEqual(parseIin(value));
        expect(parseBin(value).ok).toBe(false);
      }),
    );
  });

  /**
   * A changed digit moves the first sum by weight * difference, never a multiple of 11 (11 is prime) —
   * except at weight 11, where the first sum does not move; and except that the second row may land on
   * the old check digit. Every acceptance must be one of these two.
   */
  it('rejects a single changed digit unless the mathematics of the two rows lets it pass', () => {
    fc.assert(
      fc.property(iin, fc.nat(11), fc.integer({ min: 1, max: 9 }), (value, at, by) => {
        const digit = (Number(value[at]) + by) % 10;
        const typo = value.slice(0, at) + digit + value.slice(at + 1);
        if (!parseIin(typo).ok) return;
        expect(at, 'the check digit itself is always seen').not.toBe(11);
        const usesSecondRow = (v: string): boolean =>
          [...v.slice(0, 11)].reduce((sum, d, i) => sum + Number(d) * (i + 1), 0) % 11 === 10;
        expect(at === 10 || usesSecondRow(typo) || usesSecondRow(value)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('accepts exactly the right one of ten check digits', () => {
    fc.assert(
      fc.property(iin, (value) => {
        const passing = [...'0123456789'].filter((d) => parseIin(value.slice(0, 11) + d).ok);
        expect(passing).toEqual([value[11]]);
      }),
    );
  });

  it('knows the centuries and both sexes', () => {
    const at = (first11: string): unknown => {
      const read = parseIin(checked(first11));
      return read.ok ? [read.value.bornAt, read.value.sex] : read.problem.code;
    };
    expect(at('95022810123')).toEqual([Date.UTC(1895, 1, 28), 'male']);
    expect(at('95022840123')).toEqual([Date.UTC(1995, 1, 28), 'female']);
    expect(at('05022850123')).toEqual([Date.UTC(2005, 1, 28), 'male']);
    // A foreigner's number: neither sex nor century is told, the day must exist in some century.
    expect(at('00022900123')).toEqual([undefined, undefined]);
    expect(at('01022900123')).toBe('QRG_IIN_DATE');
    expect(at('00022930123')).toBe('QRG_IIN_DATE'); // 1900 was no leap year
    expect(at('95022870123')).toBe('QRG_IIN_CENTURY');
    expect(at('95130130123')).toBe('QRG_IIN_DATE');
    expect(at('95003130123')).toBe('QRG_IIN_DATE');
  });

  it('lets pass what spreadsheets add and nothing else', () => {
    const value = checked('95022840123');
    expect(parseIin(` '${value.slice(0, 6)} ${value.slice(6)}\u00a0`).ok).toBe(true);
    for (const text of ['', value.slice(1), `${value}0`, `${value.slice(0, 11)}х`, '١٢٣٤٥٦٧٨٩٠١٢'])
      expect(codeOf(parseIin(text)), text).toBe('QRG_IIN_FORM');
  });

  it('never puts a whole number into a message', () => {
    fc.assert(
      fc.property(iin, (value) => {
        const wrong = value.slice(0, 11) + ((Number(value[11]) + 1) % 10);
        const read = parseIin(wrong);
        expect(JSON.stringify(read)).not.toContain(wrong.slice(0, 8));
      }),
    );
  });
});

describe('parseBin', () => {
  it('reads generated ones and tells them from IINs', () => {
    fc.assert(
      fc.property(bin, (value) => {
        const read = parseBin(value);
        expect(read).toMatchObject({ ok: true, value: { value, type: 'resident', unit: 'head' } });
        expect(parseIinOrBin(value)).toEqual(read);
        expect(parseIin(value).ok).toBe(false);
      }),
    );
  });

  it('says what is wrong', () => {
    expect(codeOf(parseBin(checked('19134000123')))).toBe('QRG_BIN_MONTH');
    expect(codeOf(parseBin(checked('19077000123')))).toBe('QRG_BIN_TYPE');
    expect(codeOf(parseBin('12345'))).toBe('QRG_BIN_FORM');
    const right = checked('19074000123');
    const wrong = right.slice(0, 11) + ((Number(right[11]) + 1) % 10);
    expect(codeOf(parseIinOrBin(wrong))).toBe('QRG_BIN_CHECK');
  });

  it('reads type, unit and month', () => {
    const read = parseBin(checked('98116100123'));
    expect(read).toMatchObject({
      ok: true,
      value: { type: 'joint_trade', unit: 'branch', registeredMonthAt: Date.UTC(1998, 10, 1) },
    });
    expect(parseBin(checked('98114800123'))).toMatchObject({
      ok: true,
      value: { unit: undefined },
    });
  });
});

describe('restoreIinOrBin', () => {
  it('puts back the zeros that Excel took, and says how many', () => {
    const early = fc.integer({
      min: Date.UTC(2000, 0, 1) / DAY_MS,
      max: Date.UTC(2009, 11, 31) / DAY_MS,
    });
    fc.assert(
      fc.property(seeds, early, (random, day) => {
        const value = fakeIin(random, { bornAt: day * DAY_MS, sex: 'female' });
        const zerosRestored = value.length - value.replace(/^0+/, '').length;
        expect(zerosRestored).toBeGreaterThan(0);
        for (const cell of [Number(value), String(Number(value)), `${Number(value)}.0`])
          expect(restoreIinOrBin(cell)).toMatchObject({
            ok: true,
            value: { id: { value }, zerosRestored },
          });
        expect(parseIinOrBin(String(Number(value))).ok).toBe(false);
      }),
    );
  });

  it('restores nothing in a whole number', () => {
    fc.assert(
      fc.property(fc.oneof(iin, bin), (value) => {
        expect(restoreIinOrBin(value)).toMatchObject({
          ok: true,
          value: { id: { value }, zerosRestored: 0 },
        });
      }),
    );
  });

  it.each([[''], [0], [-105], [1.5], [Number.NaN], ['12345678'], ['1e11'], [105_012_345]])(
    'refuses %s',
    (cell) => expect(restoreIinOrBin(cell).ok).toBe(false),
  );
});
