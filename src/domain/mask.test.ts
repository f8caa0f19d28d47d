import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeKzIban } from './fake/iban-kz.ts';
import { maskAccount, maskCard, maskHandle, maskIin, maskName, maskPhone } from './mask.ts';
import { createRandom } from './random.ts';

const digits = (n: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: n, maxLength: n });

describe('masks', () => {
  it('look as people expect', () => {
    expect(maskAccount('KZ86 125K ZT50 0410 0100')).toBe('KZ86 •••• 0100');
    expect(maskIin('950228401234')).toBe('•••• •••• 1234');
    expect(maskPhone('+77010000067')).toBe('+7 701 ••• •• 67');
    expect(maskPhone('8 (701) 000-00-67')).toBe('+8 701 ••• •• 67');
    expect(maskCard('4400 4300 0000 1234')).toBe('440043 •••••• 1234');
    expect(maskCard('440043******1234')).toBe('440043 •••••• 1234');
    expect(maskName('САБИТОВА  Айгерім Нұрланқызы')).toBe('С••• А••• Н•••');
    expect(maskName('Әл-Фараби')).toBe('Ә•••');
    expect(maskHandle('@work_almaty')).toBe('@wo•••');
  });

  it('hide the middle of every identifier', () => {
    fc.assert(
      fc.property(fc.integer(), digits(12), digits(16), (seed, iin, pan) => {
        const iban = fakeKzIban(createRandom(seed), '722');
        expect(maskAccount(iban).replace(/[ •]/g, '')).toBe(iban.slice(0, 4) + iban.slice(-4));
        expect(maskIin(iin).replace(/[ •]/g, '')).toBe(iin.slice(-4));
        expect(maskCard(pan).replace(/[ •]/g, '')).toBe(pan.slice(0, 6) + pan.slice(-4));
        expect(maskPhone(`+7${iin.slice(0, 10)}`).replace(/\D/g, '')).toBe(
          `7${iin.slice(0, 3)}${iin.slice(8, 10)}`,
        );
      }),
    );
  });

  it('never show a short text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 8 }), (text) => {
        for (const mask of [maskAccount, maskIin, maskPhone, maskCard])
          expect(mask(text)).toBe('••••');
      }),
    );
  });

  it('never show a second letter of a word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[А-Яа-яA-Za-z]{2,12}$/), { maxLength: 4 }),
        (words) => {
          const shown = maskName(words.join(' ')).replace(/[ •]/g, '');
          expect(shown).toBe(words.map((word) => word[0]).join(''));
        },
      ),
    );
    expect(maskName('')).toBe('•••');
    expect(maskName('12345')).toBe('•••');
  });
});
