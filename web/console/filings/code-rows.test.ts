import { expect, test } from 'vitest';
import { labelOf, rowsWith } from './code-rows.ts';

const ROWS = [
  { code: '0511', title: 'Взнос наличных на счёт' },
  { code: '0911', title: 'Безвозмездный перевод другому лицу' },
  { code: '6062', title: 'Операция, подлежащая изучению' },
];
const codes = (sought: string) => rowsWith(ROWS, sought).map(({ code }) => code);

test('a code is found by how it begins, or by words of its title in any order', () => {
  expect(codes('')).toHaveLength(3);
  expect(codes('09')).toEqual(['0911']);
  expect(codes('11')).toEqual([]);
  expect(codes('лицу перевод')).toEqual(['0911']);
  expect(codes('НАЛИЧНЫХ 05')).toEqual(['0511']);
});

test('a code that the table has not stands alone', () => {
  expect(labelOf(ROWS, '6062')).toBe('6062 · Операция, подлежащая изучению');
  expect(labelOf(ROWS, '7777')).toBe('7777');
});
