import { expect, test } from 'vitest';
import { familyName, isOneFamily } from './family-name.ts';

const areOne = (one: string, other: string) => {
  const [a, b] = [familyName(one), familyName(other)];
  return a !== undefined && b !== undefined && isOneFamily(a, b);
};

test.each([
  ['a couple', 'Сериков Марат', 'Серикова Айгүл'],
  ['a father and his daughter', 'Маратов Серік', 'Маратқызы Дана'],
  ['a brother and his sister', 'Әлиұлы Дәурен', 'Әлиқызы Дана'],
  ['Cyrillic and Latin', 'Ахметова Айгуль', 'AKHMETOV MARAT'],
  ['two Latin alphabets', 'Қасымов Олжас', 'Qasymov Oljas'],
  ['a bare surname and a Russian ending', 'Абай Ерлан', 'Абаева Дана'],
  ['an adjective', 'Левандовский Ян', 'Левандовская Анна'],
  ['a surname in -ин', 'Шукшин Василий', 'Шукшина Мария'],
])('%s are one family', (_, one, other) => {
  expect(areOne(one, other)).toBe(true);
});

test.each([
  ['two surnames', 'Сериков Марат', 'Сейтов Марат'],
  ['two that sound alike', 'Омаров Марат', 'Умаров Марат'],
  ['a given name in common', 'Пак Марат', 'Тен Марат'],
  ['a surname that whole peoples have', 'Ким Марат', 'Ким Олег'],
  ['no name', '', ''],
  ['numbers', '12 34', '12 34'],
])('%s are none', (_, one, other) => {
  expect(areOne(one, other)).toBe(false);
});
