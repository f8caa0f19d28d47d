import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  [undefined, 'ru'],
  ['', 'ru'],
  ['kk', 'kk'],
  ['kk-KZ, ru;q=0.8', 'kk'],
  ['ru;q=0.3, en;q=0.9', 'en'],
  ['EN-gb', 'en'],
  ['de, fr', 'ru'],
  ['en;q=0, kk;q=0.1', 'kk'],
  ['*', 'ru'],
  ['en;q=nonsense', 'en'],
  [`${'de,'.repeat(1_000)}kk`, 'ru'],
])('%s -> %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
