import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/domain/language.ts';
import { loadLessons } from '../../../src/service/academy/lessons/load-lessons.ts';
import { loadLexicon } from '../../../src/service/watch/lexicon/load-reader.ts';
import { OfferReader } from './read-offer.ts';
import { T } from './texts.ts';

const [lexicon, { techniques }] = await Promise.all([loadLexicon(), loadLessons()]);
const reader = new OfferReader({ ...lexicon, techniques });

describe.each(LANGUAGES)('the examples in %s', (language) => {
  test('are what the page shows them for', () => {
    const read = (text: (typeof T)['exampleOneText' | 'exampleTwoText' | 'exampleThreeText']) =>
      reader.read(text[language]).verdict;
    expect([read(T.exampleOneText), read(T.exampleTwoText), read(T.exampleThreeText)]).toEqual([
      'dropper',
      'ordinary',
      'warning',
    ]);
  });

  test('show their pressure with the words that press', () => {
    const { pressure, asks } = reader.read(T.exampleOneText[language]);
    expect(asks).toContain('card');
    expect(pressure.map(({ technique }) => technique)).toContain('secrecy');
    for (const { words, quotes } of pressure) {
      expect(words.name[language]).not.toBe('');
      for (const quote of quotes) expect(T.exampleOneText[language]).toContain(quote);
    }
  });
});

test.each(LANGUAGES)(
  'an honest offer and a warning are not held against their words: %s',
  (language) => {
    for (const text of [T.exampleTwoText, T.exampleThreeText]) {
      const { pressure, marks, asks } = reader.read(text[language]);
      expect([pressure, marks, asks]).toEqual([[], [], []]);
    }
  },
);

test('marks stand in order, apart, and within the text', () => {
  const text = T.exampleOneText.ru.repeat(3);
  const { marks } = reader.read(text);
  expect(marks.length).toBeGreaterThan(2);
  let from = 0;
  for (const { start, end } of marks) {
    expect(start).toBeGreaterThanOrEqual(from);
    expect(end).toBeGreaterThan(start);
    from = end;
  }
  expect(from).toBeLessThanOrEqual(text.length);
});

test('contacts are found once each, and never a card or an account', () => {
  const text =
    'Пиши @example_work1 или @example_work1, звони +7 700 000 00 11, карта 4400 4300 0000 0007, t.me/example_work2';
  expect(reader.read(text).contacts).toEqual([
    { kind: 'handle', value: 'example_work1', written: '@example_work1' },
    { kind: 'phone', value: '+77000000011', written: '+7 700 000 00 11' },
    { kind: 'handle', value: 'example_work2', written: 't.me/example_work2' },
  ]);
});

test.each(['+7 700 000 00 11', '@example_work1', 'https://t.me/example_work1', 'ок'])(
  'does not know what %j is',
  (text) => expect(reader.read(text).verdict).toBe('too_short'),
);
