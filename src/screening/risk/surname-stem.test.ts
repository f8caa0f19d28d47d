import { expect, test } from 'vitest';
import { surnameStem } from './surname-stem.ts';

test.each([
  ['a couple', 'Сериков Марат', 'Серикова Айгүл'],
  ['a father and his son, in Kazakh', 'Серіков Марат', 'Серікұлы Ерлан'],
  ['a brother and his sister', 'Әлиұлы Дәурен', 'Әлиқызы Дана'],
  ['Russian and Kazakh spelling', 'Алиев Даурен', 'Әлиұлы Дәурен'],
  ['Cyrillic and Latin', 'Ахметова Айгуль', 'AKHMETOV MARAT'],
  ['two Latin alphabets', 'Қасымов Олжас', 'Qasymov Oljas'],
  ['a bare surname and a Russian ending', 'Абай Ерлан', 'Абаева Дана'],
  ['an adjective', 'Левандовский Ян', 'Левандовская Анна'],
  ['a surname in -ин', 'Шукшин Василий', 'Шукшина Мария'],
])('%s have one stem', (_, one, other) => {
  expect(surnameStem(one)).toBeDefined();
  expect(surnameStem(one)).toBe(surnameStem(other));
});

test.each([
  ['two families', 'Сериков Марат', 'Сейтов Марат'],
  ['a given name in common', 'Ким Марат', 'Пак Марат'],
])('%s have two', (_, one, other) => {
  expect(surnameStem(one)).not.toBe(surnameStem(other));
});

test.each(['', 'Ли Анна', '   ', '12 34'])('"%s" tells no family', (name) => {
  expect(surnameStem(name)).toBeUndefined();
});
