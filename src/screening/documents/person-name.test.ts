import { describe, expect, it, test } from 'vitest';
import { PERSON_NAME_MOST, readPersonName } from './person-name.ts';

describe('a name is taken', () => {
  it.each([
    ['in Kazakh', 'Әлиұлы Дәурен'],
    ['in Latin letters', "O'Neill-Ahmetova Aıgúl"],
    ['in two scripts, word by word', 'Сериков Serikov'],
    ['with Latin letters that look the same', 'Серiкбаев Мәлiк'],
    ['of a script nobody asked for', '김 민수'],
  ])('%s', (_, name) => {
    expect(readPersonName(name)).toEqual({ ok: true, value: name });
  });
});

test('its spaces are put right', () => {
  expect(readPersonName('  Сериков \t Марат ')).toEqual({ ok: true, value: 'Сериков Марат' });
});

test('a word that is half Cyrillic and half Latin is told by its place, and not shown', () => {
  expect(readPersonName('Марат Сериkov')).toEqual({
    ok: false,
    problem: { code: 'QRG_NAME_SCRIPTS', args: { word: 2 } },
  });
});

test('a name of ten thousand characters is refused at once', () => {
  expect(readPersonName('А'.repeat(10_000))).toEqual({
    ok: false,
    problem: { code: 'QRG_NAME_LONG', args: { most: PERSON_NAME_MOST } },
  });
});
