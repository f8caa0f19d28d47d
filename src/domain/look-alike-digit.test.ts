import { expect, test } from 'vitest';
import { parseBin } from './bin.ts';
import { fakeBin } from './fake/bin.ts';
import { fakeIin } from './fake/iin.ts';
import { parseIin } from './iin.ts';
import { restoreIinOrBin } from './iin-or-bin.ts';
import { lookAlikeDigit } from './look-alike-digit.ts';
import { createRandom } from './random.ts';

const random = createRandom(3);
const iin = fakeIin(random, { bornAt: Date.UTC(2000, 9, 30), sex: 'male' });

test.each([
  ['a Cyrillic О', '0', 'О'],
  ['a Latin O', '0', 'O'],
  ['a Cyrillic З', '3', 'З'],
  ['an Arabic three', '3', '٣'],
  ['a wide three', '3', '３'],
])('%s for a digit of an IIN is named with its place', (_, digit, character) => {
  const position = iin.indexOf(digit) + 1;
  const text = iin.replace(digit, character);
  const problem = { code: 'QRG_ID_GLYPH', args: { character, position } };
  expect(parseIin(text)).toEqual({ ok: false, problem });
  expect(restoreIinOrBin(text)).toEqual({ ok: false, problem });
});

test('of a BIN too', () => {
  const bin = fakeBin(random, Date.UTC(2020, 0, 1));
  expect(parseBin(bin.replace('0', 'О'))).toMatchObject({ problem: { code: 'QRG_ID_GLYPH' } });
});

test.each([
  ['a whole number', '001030500123'],
  ['a number that is too short', '00103О50012'],
  ['letters that look like no digit', '00103050Ж123'],
  ['mostly letters', 'ООООООО50012'],
  ['a word', 'ОбозЗдоровье'],
])('%s has none', (_, text) => {
  expect(lookAlikeDigit(text, 12)).toBeUndefined();
});
