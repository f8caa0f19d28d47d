import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCards, hasLuhn, hideCards, parseCard, parseMaskedCard } from './card.ts';
import { fakePan } from './fake/card.ts';
import { fakeKzIban } from './fake/iban-kz.ts';
import { formatIban } from './iban-kz.ts';
import { keyedHash } from './keyed-hash.ts';
import { createRandom } from './random.ts';

const KEY = new Uint8Array(32).fill(7);
const first6 = fc
  .tuple(fc.constantFrom('2', '3', '4', '5', '6', '8', '9'), fc.nat(99_999))
  .map(([first, rest]) => first + String(rest).padStart(5, '0'));
const pan = fc.tuple(fc.integer(), first6).map(([seed, six]) => fakePan(createRandom(seed), six));

describe('parseCard', () => {
  it('keeps the ends and a hash, and the whole number nowhere', () => {
    fc.assert(
      fc.property(pan, (number) => {
        const read = parseCard(number.replace(/(.{4})(?=.)/g, '$1 '), KEY);
        if (!read.ok) throw new Error(read.problem.code);
        expect(read.value).toEqual({
          hash: keyedHash(KEY, 'card', number),
          first6: number.slice(0, 6),
          last4: number.slice(-4),
        });
        expect(JSON.stringify(read)).not.toContain(number.slice(6, 12) + number.slice(12));
      }),
    );
  });

  it('rejects every single changed digit', () => {
    fc.assert(
      fc.property(pan, fc.nat(15), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const digit = (Number(number[at]) + by) % 10;
        const typo = number.slice(0, at) + digit + number.slice(at + 1);
        const read = parseCard(typo, KEY);
        expect(read).toEqual({ ok: false, problem: { code: 'QRG_CARD_CHECK', args: {} } });
      }),
    );
  });

  it('hashes by key', () => {
    const number = fakePan(createRandom(1));
    const other = new Uint8Array(32).fill(8);
    expect(parseCard(number, KEY)).toEqual(parseCard(number, KEY));
    expect(parseCard(number, KEY)).not.toEqual(parseCard(number, other));
    expect(() => parseCard(number, new Uint8Array(31))).toThrow(RangeError);
  });

  it.each(['', '123456789012', '1'.repeat(20), '4111x11111111111', '٤١١١١١١١١١١١١١١١'])(
    'refuses %j',
    (text) => expect(parseCard(text, KEY)).toMatchObject({ problem: { code: 'QRG_CARD_FORM' } }),
  );

  it('knows the test number that every scheme publishes', () => {
    expect(hasLuhn('4111111111111111')).toBe(true);
    expect(hasLuhn('4111111111111112')).toBe(false);
    expect(hasLuhn('79927398713')).toBe(true); // the example of Luhn's formula in textbooks
  });
});

describe('keyedHash', () => {
  it('is HMAC-SHA-256 and tells kinds apart', async () => {
    const { createHmac } = await import('node:crypto');
    const expected = createHmac('sha256', KEY).update('iin\u0000123').digest('hex');
    expect(keyedHash(KEY, 'iin', '123')).toBe(expected);
    expect(keyedHash(KEY, 'bin', '123')).not.toBe(expected);
  });
});

describe('parseMaskedCard', () => {
  it.each([
    ['440043******1234', '440043', '1234'],
    ['4400 43** **** 1234', '440043', '1234'],
    ['44004312••••1234', '440043', '1234'],
    ['4400-XXXX-XXXX-1234', undefined, '1234'],
    ['*1234', undefined, '1234'],
    ['··1234', null, null],
    ['1234', null, null],
    ['4400430000001234', null, null],
  ])('%s', (text, six, four) => {
    const read = parseMaskedCard(text);
    expect(read.ok ? [read.value.first6, read.value.last4] : [null, null]).toEqual([six, four]);
  });
});

describe('findCards', () => {
  const spread = fc.constantFrom('', ' ', '-', '\u00a0');
  const before = fc.constantFrom(
    '',
    'карта ',
    'картаға:',
    'Kaspi 5000 ',
    '(',
    'от 12.05.2026 ',
    '№',
  );
  const after = fc.constantFrom('', '.', ' 5000 тенге', ', 12/27', ') жібер', '\n');

  it('finds a card in any words, alone, and leaves what stands beside it', () => {
    fc.assert(
      fc.property(pan, spread, before, after, (number, gap, head, tail) => {
        const written = number.replace(/(.{4})(?=.)/g, `$1${gap}`);
        const text = head + written + tail;
        // Words before it may by chance complete another valid number; then more is hidden, never less.
        const hidden = hideCards(text);
        expect(hidden.replace(/\D/g, '')).not.toContain(number.slice(4, 14));
        if (!/\d $/.test(head)) {
          expect(findCards(text)).toEqual([
            { start: head.length, end: head.length + written.length },
          ]);
          expect(hidden).toBe(`${head}${number.slice(0, 6)}******${number.slice(-4)}${tail}`);
        }
      }),
    );
  });

  it('finds several', () => {
    const [a, b] = [fakePan(createRandom(1), '440043'), fakePan(createRandom(2), '516949')];
    expect(findCards(`${a} и ${b}; ${a}`)).toHaveLength(3);
    expect(findCards(`${a} ${b}`)).toHaveLength(2);
  });

  it('takes neither accounts, nor phones, nor IINs, nor long numbers for cards', () => {
    fc.assert(
      fc.property(fc.integer(), fc.boolean(), (seed, spaced) => {
        const iban = fakeKzIban(createRandom(seed), '601').replace(/[A-Z](?=\d{12}$)/, '0');
        expect(findCards(`на счёт ${spaced ? formatIban(iban) : iban} тенге`)).toEqual([]);
      }),
    );
    for (const text of [
      '+7 701 123 45 67',
      '900101300123',
      '5'.repeat(24),
      '+7 701 123 45 67 900101300123',
    ])
      expect(findCards(text), text).toEqual([]);
  });

  it('joins digits over one space or hyphen only', () => {
    const [a, b] = [fakePan(createRandom(3)).slice(0, 8), fakePan(createRandom(3)).slice(8)];
    expect(findCards(`${a} ${b}`)).toHaveLength(1);
    for (const gap of [', ', '  ', ' и ', '\n', '/', '.'])
      expect(findCards(a + gap + b), JSON.stringify(gap)).toEqual([]);
  });

  it('leaves a text without cards as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        if (findCards(text).length === 0) expect(hideCards(text)).toBe(text);
        expect(findCards(hideCards(text))).toEqual([]);
      }),
    );
  });
});
