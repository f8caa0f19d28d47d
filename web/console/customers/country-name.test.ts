import { expect, test } from 'vitest';
import { countryName } from './country-name.ts';

test('a country is told in the reader’s language, never in the browser’s', () => {
  expect(countryName('KZ', 'kk')).toBe('Қазақстан');
  expect(countryName('KZ', 'ru')).toBe('Казахстан');
  expect(countryName('KZ', 'en')).toBe('Kazakhstan');
});

test('what there is no name for is told by its code', () => {
  expect(countryName('ZW', 'kk')).toBe('ZW');
  expect(countryName('QQ', 'en')).toBe('QQ');
});
