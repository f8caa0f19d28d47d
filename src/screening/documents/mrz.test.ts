import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fakeIin } from '../../domain/fake/iin.ts';
import { createRandom } from '../../domain/random.ts';
import { fakeCard, fakePassport } from './mrz.fixture.ts';
import { type Mrz, readMrz } from './mrz.ts';
import { mrzCheckDigit, mrzValue } from './mrz-check-digit.ts';

const read = (text: string): Mrz => {
  const result = readMrz(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
const problem = (text: string) => {
  const result = readMrz(text);
  return result.ok ? undefined : result.problem;
};
const iin = fakeIin(createRandom(5), { bornAt: Date.UTC(1985, 3, 2), sex: 'female' });

/** The specimens of ICAO Doc 9303: part 4, appendix A, and part 5, appendix A. */
const PASSPORT =
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
const CARD =
  'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';

test('the passport that ICAO shows', () => {
  expect(read(PASSPORT)).toEqual({
    format: 'TD3',
    documentCode: 'P',
    issuer: 'UTO',
    nationality: 'UTO',
    number: 'L898902C3',
    birth: { text: '740812', days: ['1974-08-12'], unknown: false },
    sex: 'female',
    expiresOn: '2012-04-15',
    surname: 'ERIKSSON',
    givenNames: ['ANNA', 'MARIA'],
    namesCut: false,
    optional: 'ZE184226B',
    iin: undefined,
    checks: ['number', 'birth', 'expiry', 'optional', 'whole'].map((field) => ({
      field,
      state: 'valid',
    })),
    state: 'valid',
  });
});

test('the card that ICAO shows', () => {
  expect(read(CARD)).toMatchObject({
    format: 'TD1',
    documentCode: 'I',
    number: 'D23145890',
    surname: 'ERIKSSON',
    givenNames: ['ANNA', 'MARIA'],
    expiresOn: '2012-04-15',
    state: 'valid',
  });
});

describe('a document of Kazakhstan', () => {
  it.each([
    ['card', fakeCard({ optional: iin })],
    ['passport', fakePassport({ optional: iin })],
  ])('%s has the IIN in its optional data', (_, text) => {
    expect(read(text)).toMatchObject({ issuer: 'KAZ', iin, state: 'valid' });
  });

  it('has none where twelve digits are no IIN, or another state issued it', () => {
    const wrong = iin.slice(0, 11) + ((Number(iin[11]) + 1) % 10);
    expect(read(fakeCard({ optional: wrong })).iin).toBeUndefined();
    expect(read(fakeCard({ optional: iin, issuer: 'UTO' })).iin).toBeUndefined();
  });
});

describe('what recognition makes of it', () => {
  it.each([
    ['lower case and spaces', CARD.toLowerCase().replaceAll('<<', '< <')],
    ['quotation marks for fillers', CARD.replaceAll('<<', '«')],
    ['single quotation marks', CARD.replaceAll('<', '‹')],
    ['lines run together', CARD.replaceAll('\n', '')],
    ['lines apart, and ends of Windows', CARD.replaceAll('\n', '\r\n\r\n')],
    ['fillers lost after the names', CARD.replace(/<+$/, '')],
  ])('%s is read alike', (_, text) => {
    expect(read(text)).toEqual(read(CARD));
  });

  it('fillers lost after the names of a passport are put back', () => {
    expect(read(PASSPORT.replace(/<+\n/, '\n'))).toEqual(read(PASSPORT));
  });

  it.each([
    ['nothing', '', { lines: 0, longest: 0 }],
    ['one line of a card', 'I<UTOD231458907<<<<<<<<<<<<<<<', { lines: 1, longest: 30 }],
    ['a visa of 36', `${'V'.repeat(36)}\n${'<'.repeat(36)}`, { lines: 2, longest: 36 }],
    ['a filler lost in a line', CARD.replace('7<<<', '7<<'), { lines: 3, longest: 30 }],
    ['a passport without its first letter', PASSPORT.slice(1), { lines: 2, longest: 44 }],
    ['a book', 'A'.repeat(10_000), { lines: 1, longest: 10_000 }],
  ])('%s is no zone', (_, text, args) => {
    expect(problem(text)).toEqual({ code: 'QRG_MRZ_FORM', args });
  });

  it('a Cyrillic letter is named with its place', () => {
    expect(problem(CARD.replace('ERIKSSON', 'ERIKSSОN'))).toEqual({
      code: 'QRG_MRZ_CHARACTER',
      args: { line: 3, position: 7, character: 'О' },
    });
  });
});

describe('dates', () => {
  it('of a birth may be of two centuries, and are before the document expires', () => {
    expect(read(fakeCard({ birth: '100203', expiry: '310517' })).birth.days).toEqual([
      '2010-02-03',
      '1910-02-03',
    ]);
    expect(read(fakeCard({ birth: '320203', expiry: '310517' })).birth.days).toEqual([
      '1932-02-03',
    ]);
  });

  it('that are unknown to the issuer are no fault', () => {
    expect(read(fakeCard({ birth: '85<<<<' }))).toMatchObject({
      birth: { days: [], unknown: true },
      state: 'valid',
    });
  });

  it.each([
    ['birth', { birth: '850230' }],
    ['expiry', { expiry: '311301' }],
  ])('that do not exist are altered, though the digits fit: %s', (field, more) => {
    const { checks, state } = read(fakeCard(more));
    expect(checks.filter((one) => one.state === 'altered')).toEqual([{ field, state: 'altered' }]);
    expect(state).toBe('altered');
  });
});

test('a card number of more than nine characters goes on in the optional data', () => {
  const number = 'D23145890734';
  const rest = `${number.slice(9)}${mrzCheckDigit(number)}`;
  const first = `I<UTO${number.slice(0, 9)}<${rest.padEnd(15, '<')}`;
  const second = '7408122F1204159UTO<<<<<<<<<<<';
  const whole = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18);
  const text = [first, second + mrzCheckDigit(whole), CARD.split('\n')[2]].join('\n');
  expect(read(text)).toMatchObject({ number, optional: '', state: 'valid' });
});

test('names that fill their field may go on', () => {
  const cut = read(fakeCard({ surname: 'NURMUKHAMBETOVA', given: 'AIGERIMBANUM' }));
  expect(cut.namesCut).toBe(false);
  expect(read(fakeCard({ surname: 'NURMUKHAMBETOVA', given: 'AIGERIMBANUMA' })).namesCut).toBe(
    true,
  );
});

test('optional data of a passport that is empty needs no check digit', () => {
  const [first, second] = fakePassport().split('\n');
  const without = `${second.slice(0, 42)}<${second[43]}`;
  const { checks } = read(`${first}\n${without}`);
  expect(checks[3]).toEqual({ field: 'optional', state: 'absent' });
  expect(checks[4].state).toBe('valid');
});

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';

/** Which places each check digit of a format covers, digit included: [line, from, to). */
const COVERED = {
  TD1: { number: [0, 5, 15], birth: [1, 0, 7], expiry: [1, 8, 15] },
  TD3: { number: [1, 0, 10], birth: [1, 13, 20], expiry: [1, 21, 28], optional: [1, 28, 43] },
} as const;

/** No weight of 7, 3, 1 tells these two apart: their values differ by a multiple of ten. */
const alike = (a: string, b: string) => (mrzValue(a) - mrzValue(b)) % 10 === 0;

test.each(['TD1', 'TD3'] as const)(
  'of %s: one altered character in a checked field is found, unless the weights cannot tell',
  (format) => {
    const text = format === 'TD1' ? fakeCard({ optional: iin }) : fakePassport({ optional: iin });
    const lines = text.split('\n');
    let missed = 0;
    for (const [field, [line, from, to]] of Object.entries(COVERED[format]))
      for (let at = from; at < to; at++)
        for (const character of ALPHABET) {
          const old = lines[line][at];
          if (character === old) continue;
          const changed = lines.map((one, i) =>
            i === line ? one.slice(0, at) + character + one.slice(at + 1) : one,
          );
          // A digit's own place and a date take digits only: a letter there is found whatever its value.
          const anyLetter = at === to - 1 || field === 'birth' || field === 'expiry';
          const found = anyLetter ? character !== old : !alike(character, old);
          const { checks, state } = read(changed.join('\n'));
          // A filler for a number's check digit says that the number goes on: then others tell.
          if (field !== 'number' || at < to - 1 || character !== '<')
            expect(
              checks.find((one) => one.field === field)?.state,
              `${field} ${at} ${character}`,
            ).toBe(found ? 'altered' : 'valid');
          expect(state).toBe(found ? 'altered' : 'valid');
          if (!found) missed++;
        }
    // Of a field of n letters or digits each has three or four that look the same to every weight.
    expect(missed).toBeGreaterThan(0);
  },
);

test('the pairs that no weight tells apart are those that the check digit says', () => {
  const groups = ['0<AKU', '1BLV', '2CMW', '3DNX', '4EOY', '5FPZ', '6GQ', '7HR', '8IS', '9JT'];
  const groupOf = (character: string) => groups.findIndex((group) => group.includes(character));
  fc.assert(
    fc.property(
      fc.constantFrom(...ALPHABET),
      fc.constantFrom(...ALPHABET),
      fc.nat(8),
      fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 9, maxLength: 9 }),
      (a, b, at, field) => {
        const put = (character: string) => field.slice(0, at) + character + field.slice(at + 1);
        expect(mrzCheckDigit(put(a)) === mrzCheckDigit(put(b))).toBe(groupOf(a) === groupOf(b));
      },
    ),
  );
});
