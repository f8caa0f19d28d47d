import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from './shorten.ts';

test.each([
  ['id, at, payer, payee', 20, 'id, at, payer, payee'],
  ['id, at, payer, payee', 19, 'id, at, payer…'],
  ['id, at, payer, payee', 14, 'id, at, payer…'],
  ['id, at, payer, payee', 13, 'id, at…'],
  [`${'x'.repeat(80)}`, 60, `${'x'.repeat(59)}…`],
  [`a ${'x'.repeat(80)}`, 60, `a ${'x'.repeat(57)}…`],
])('%j in %i characters', (text, most, short) => {
  expect(shorten(text, most)).toBe(short);
});

test('never longer than told, always a beginning of the text, never half a character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc.integer({ min: 2, max: 60 }),
      (text, most) => {
        const short = shorten(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short.isWellFormed()).toBe(true);
        expect(text.startsWith(short === text ? text : short.slice(0, -1))).toBe(true);
      },
    ),
  );
});
