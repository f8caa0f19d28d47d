import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedText } from './masked-text.ts';

describe('the masked text', () => {
  it.each([
    ['Платим 50 000 тг, 8 701 123 45 67', 'Платим 70 000 тг, +7 (777) 765-43-21'],
    ['Пиши @rabota_kz', 'Пиши @other_name1'],
    ['Пиши t.me/rabota_kz', 'Пиши https://t.me/other'],
    ['Нужны карты', 'Hужны к@рты'],
    ['Срооооочно!!! 🔥🔥', 'срочно'],
    ['К\u200bарта', 'карта'],
  ])('is one for «%s» and «%s»', (a, b) => expect(maskedText(a)).toBe(maskedText(b)));

  it('keeps words apart that are apart', () => {
    expect(maskedText('Нужны карты')).not.toBe(maskedText('Нужны счета'));
    expect(maskedText('қала')).not.toBe(maskedText('кала'));
  });

  it('masked again is itself', () => {
    const piece = fc.constantFrom(
      'а',
      'b',
      '5',
      '50',
      '@',
      '@ab_c',
      ' ',
      '.',
      '/',
      't.me/',
      '*',
      '|',
      'ё',
      '#',
      '🔥',
      '-',
      'ооо',
      '$',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const once = maskedText(text);
          expect(maskedText(once)).toBe(once);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
