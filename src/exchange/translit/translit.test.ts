import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromIso9, toIso9 } from './iso9.ts';
import { toPassport } from './passport.ts';

const SMALL = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі';

/** Words as people write them: small, capitalised or all in capitals; the signs stand after two letters and not together. */
const letters = fc.constantFrom(...SMALL.replace(/[ъь]/g, ''));
const word = fc
  .tuple(
    letters,
    fc.array(
      fc.oneof(
        letters,
        fc.tuple(letters, letters, fc.constantFrom('ъ', 'ь')).map((l) => l.join('')),
      ),
    ),
    fc.constantFrom('small', 'capitalised', 'capitals'),
  )
  .map(([head, tail, how]) => {
    if (how === 'capitals') return (head + tail.join('')).toUpperCase();
    return (how === 'small' ? head : head.toUpperCase()) + tail.join('');
  });
const text = fc
  .array(fc.oneof(word, fc.constantFrom('12-3', '«', '»', ',', '—', '№')), { maxLength: 8 })
  .map((words) => words.join(' '));

test('ISO 9 writes one letter for one letter', () => {
  expect(toIso9('Ержанов Нұрлан Қуанышұлы')).toBe('Eržanov Nu̇rlan Ķuanyšu̇ly'.normalize('NFC'));
  expect(toIso9('Щукин Пётр, объезд, семья')).toBe('Ŝukin Pëtr, obʺezd, semʹâ');
  expect(toIso9('Әлиева ЖЕТІСУ')).toBe('A̋lieva ŽETÌSU'.normalize('NFC'));
});

test('what ISO 9 wrote comes back as it was', () => {
  fc.assert(
    fc.property(text, (original) => {
      expect(fromIso9(toIso9(original))).toBe(original);
    }),
    { numRuns: 500 },
  );
});

test('every letter of the two alphabets has a Latin letter of its own', () => {
  const latin = [...SMALL].map(toIso9);
  expect(new Set(latin).size).toBe(SMALL.length);
  expect(latin.join('')).not.toMatch(/\p{Script=Cyrillic}/u);
});

test('a passport writes plain letters, and keeps the case of the word', () => {
  expect(toPassport('Сәрсенова Айгүл Маратқызы')).toBe('Sarsenova Aygul Maratkyzy');
  expect(toPassport('Щукин ЩУКИН Юлия Я. ЖЮРИ')).toBe('Shchukin SHCHUKIN Yuliya Ya. ZHYURI');
  expect(toPassport('Müller Łódź Ғабит Straße')).toBe('Muller Lodz Gabit Strasse');
});

test('whatever the words of the two alphabets are, a passport has plain Latin for them', () => {
  fc.assert(
    fc.property(word, (name) => {
      expect(toPassport(name)).toMatch(/^[A-Za-z]*$/);
    }),
    { numRuns: 300 },
  );
});
