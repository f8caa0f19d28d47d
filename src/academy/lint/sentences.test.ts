import { expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';

it.each([
  ['', { count: 0, longest: 0, average: 0 }],
  ['Привет!', { count: 1, longest: 1, average: 1 }],
  ['Карта есть. Что надо делать?', { count: 2, longest: 3, average: 2.5 }],
  ['Пришло 380 000 ₸ от Раисы К.', { count: 1, longest: 5, average: 5 }],
  ['«Код?» — спросил он. Да.', { count: 3, longest: 2, average: 4 / 3 }],
  ['Қырық мың… Бірден!', { count: 2, longest: 2, average: 1.5 }],
  ["I won't. It's a mother-in-law", { count: 2, longest: 3, average: 2.5 }],
  ['Первая строка\nВторая строка и ещё', { count: 2, longest: 4, average: 3 }],
])('counts the words of %j', (text, expected) => {
  expect(sentencesOf(text)).toEqual(expected);
});
