import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/domain/language.ts';
import { dayText, readDay, readTime } from './moment-text.ts';

test('a day reads as the console writes it, in every language', () => {
  expect(LANGUAGES.map((language) => dayText('2026-11-05', language)).toSorted()).toEqual([
    '05.11.2026',
    '05.11.2026',
    '5 Nov 2026',
  ]);
  for (const day of ['2026-11-05', '2024-02-29', '2026-12-31', '2026-01-01'])
    for (const language of LANGUAGES) expect(readDay(dayText(day, language))).toBe(day);
});

test('a day is read as people write it, the date before the month', () => {
  for (const text of ['5.11.2026', ' 05/11/2026 ', '5 11 2026', '5 november 2026', '2026-11-5'])
    expect(readDay(text)).toBe('2026-11-05');
  for (const text of [
    '',
    '31.02.2026',
    '29.02.2026',
    '11/26/2026',
    '5.11.26',
    '5 Foo 2026',
    '0.1.2026',
  ])
    expect(readDay(text)).toBeUndefined();
});

test('a time of day is read by 24 hours', () => {
  for (const text of ['9:05', '09.05', '0905', ' 09:05 ']) expect(readTime(text)).toBe('09:05');
  expect(readTime('23:59')).toBe('23:59');
  for (const text of ['', '24:00', '9:60', '9', 'noon', '9:05 pm'])
    expect(readTime(text)).toBeUndefined();
});
