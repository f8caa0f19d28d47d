import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/domain/language.ts';
import { readText, shownText } from './form-text.ts';

test.each([
  ['date', '1987-03-09'],
  ['moment', '2026-11-25T14:05:07'],
  ['amount', '1210000.50'],
  ['amount', '999.00'],
])('%s %s reads back as it was shown, in every language', (type, value) => {
  for (const language of LANGUAGES)
    expect(readText(type, shownText(type, value, language), language)).toBe(value);
});

test('people write as they are used to', () => {
  expect(readText('date', '9.3.1987', 'ru')).toBe('1987-03-09');
  expect(readText('moment', '25.11.2026 9:05', 'kk')).toBe('2026-11-25T09:05:00');
  expect(readText('amount', '1 210 000', 'ru')).toBe('1210000.00');
  expect(readText('amount', '1,210,000.5', 'en')).toBe('1210000.50');
  expect(readText('tax_number', '990140 000000', 'ru')).toBe('990140000000');
});

test('what is no value stays as it was written', () => {
  expect(readText('date', '32.01.2026', 'ru')).toBe('32.01.2026');
  expect(readText('amount', 'много', 'ru')).toBe('много');
  expect(shownText('date', '••••', 'ru')).toBe('••••');
});
