import { expect, test } from 'vitest';
import { AmountReader } from './amount-bytes.ts';

const read = (text: string): number => {
  const bytes = Buffer.from(text);
  return new AmountReader().read(bytes, 0, bytes.length);
};

test.each([
  ['508.82', 50_882],
  ['0', 0],
  ['7', 700],
  ['7.', 700],
  ['.5', 50],
  ['430.0', 43_000],
  ['-12.30', -1230],
  ['+12.30', 1230],
  ['1 234 567,89', 123_456_789],
  ['1\u00a0234\u202f567.89', 123_456_789],
  ["1'234.50", 123_450],
  ['1,234', 123_400],
  ['1,234.5', 123_450],
  ['1,23', 123],
  ['1234,567', 123_457],
  ['0,125', 12],
  ['1.234.567,8', 123_456_780],
  ['1.234.567', 123_456_700],
  ['1.0E7', 1_000_000_000],
  ['1e-2', 1],
  ['₸ 500', 50_000],
  ['500 ₸', 50_000],
  ['90071992547409.91', Number.MAX_SAFE_INTEGER],
])('%s is %i minor units', (text, minor) => {
  expect(read(text)).toBe(minor);
});

test.each([
  '',
  'x',
  '.',
  ',',
  '1.2.3',
  '12 34',
  '1,23,4',
  '--1',
  '1e',
  '1e999',
  '0x10',
  '1_000',
  'NaN',
  'Infinity',
  '90071992547409.92',
  '9'.repeat(40),
])('%j is no amount', (text) => {
  expect(read(text)).toBeNaN();
});

test('more than two decimals are rounded half to even, exactly, and counted', () => {
  const amounts = new AmountReader();
  const minor = (text: string) => amounts.read(Buffer.from(text), 0, text.length);
  expect(
    ['0.125', '0.135', '0.1250000000000001', '588.6232330257608', '0.994999'].map(minor),
  ).toEqual([12, 14, 13, 58_862, 99]);
  expect(amounts.rounded).toBe(5);
  expect(minor('3.1000')).toBe(310);
  expect(amounts.rounded).toBe(5);
});
