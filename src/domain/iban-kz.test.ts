import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeKzIban } from './fake/iban-kz.ts';
import { formatIban, ibanCheckDigits, parseKzIban } from './iban-kz.ts';
import { createRandom } from './random.ts';

const code = fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0'));
const iban = fc
  .tuple(fc.integer(), code)
  .map(([seed, bank]) => fakeKzIban(createRandom(seed), bank));

const codeOf = (text: string): string => {
  const read = parseKzIban(text);
  return read.ok ? 'ok' : read.problem.code;
};

/** ISO 13616 by the book: letters to numbers, one big integer, remainder 1. */
function slowIsValid(value: string): boolean {
  const moved = value.slice(4) + value.slice(0, 4);
  const digits = [...moved].map((c) => String(Number.parseInt(c, 36))).join('');
  return BigInt(digits) % 97n === 1n;
}

describe('parseKzIban', () => {
  it('reads the example of the IBAN registry', () => {
    expect(parseKzIban('KZ86 125K ZT50 0410 0100')).toEqual({
      ok: true,
      value: { value: 'KZ86125KZT5004100100', bankCode: '125', account: 'KZT5004100100' },
    });
  });

  it('reads every generated one, however it is spaced and cased', () => {
    fc.assert(
      fc.property(iban, (value) => {
        expect(slowIsValid(value)).toBe(true);
        for (const text of [value, formatIban(value), value.toLowerCase(), ` ${value}\u00a0`])
          expect(parseKzIban(text)).toMatchObject({ ok: true, value: { value } });
      }),
    );
  });

  it('rejects every single changed character: 97 is prime and larger than any change', () => {
    const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    fc.assert(
      fc.property(iban, fc.integer({ min: 2, max: 19 }), character, (value, at, c) => {
        fc.pre(value[at] !== c);
        const typo = value.slice(0, at) + c + value.slice(at + 1);
        // A letter and a digit take two places and one: such a change may by chance keep the remainder.
        const sameKind = /\d/.test(c) === /\d/.test(value[at]);
        if (sameKind) expect(codeOf(typo)).not.toBe('ok');
        else expect(codeOf(typo) === 'ok').toBe(slowIsValid(typo) && /^KZ\d{5}/.test(typo));
      }),
      { numRuns: 3000 },
    );
  });

  it('rejects two neighbours that changed places', () => {
    fc.assert(
      fc.property(iban, fc.integer({ min: 7, max: 18 }), (value, at) => {
        fc.pre(value[at] !== value[at + 1] && /^\d\d$/.test(value.slice(at, at + 2)));
        const swapped = value.slice(0, at) + value[at + 1] + value[at] + value.slice(at + 2);
        expect(codeOf(swapped)).toBe('QRG_IBAN_CHECK');
      }),
    );
  });

  it('takes look-alike Cyrillic letters for Latin ones', () => {
    expect(parseKzIban('КZ86125КZТ5004100100')).toMatchObject({
      ok: true,
      value: { value: 'KZ86125KZT5004100100' },
    });
  });

  it.each([
    ['GB33BUKB20201555555555', 'QRG_IBAN_COUNTRY'],
    ['', 'QRG_IBAN_FORM'],
    ['KZ86125KZT500410010', 'QRG_IBAN_FORM'],
    ['KZ86125KZT50041001000', 'QRG_IBAN_FORM'],
    ['KZ8612KKZT5004100100', 'QRG_IBAN_FORM'],
    ['KZ85125KZT5004100100', 'QRG_IBAN_CHECK'],
    // 86 + 97 leaves the same remainder, yet check digits end at 98 (here: 01 and 99 of another account).
    ['KZ00125KZT5004100100', 'QRG_IBAN_CHECK'],
    ['40817810099910004312', 'QRG_IBAN_FORM'],
  ])('refuses %j', (text, expected) => expect(codeOf(text)).toBe(expected));

  it('writes one of two check digits that mathematics would take', () => {
    fc.assert(
      fc.property(code, fc.integer(), (bank, seed) => {
        const basic = fakeKzIban(createRandom(seed), bank).slice(4);
        const passing = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0')).filter(
          (check) => parseKzIban(`KZ${check}${basic}`).ok,
        );
        expect(passing).toEqual([ibanCheckDigits('KZ', basic)]);
      }),
      { numRuns: 30 },
    );
  });
});
