import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorText, pageOf, parseCursor } from './cursor.ts';

test('a place is read back as it was, in the list it was made for and in no other', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.stringMatching(/^[\w-]{0,20}$/), (number, text) => {
      const cursor = cursorText('list', [number, text]);
      expect(cursor).toMatch(/^[\w-]+$/);
      const read = parseCursor('list', cursor, ['number', 'string']);
      expect(read.ok && read.value).toEqual([number, text]);
      expect(parseCursor('other', cursor, ['number', 'string']).ok).toBe(false);
      expect(parseCursor('list', cursor, ['number']).ok).toBe(false);
    }),
  );
});

test.each([
  ['', ['number']],
  ['nonsense', ['number']],
  [cursorText('list', [1.5]), ['number']],
  [cursorText('list', [2 ** 60]), ['number']],
  [cursorText('list', ['1']), ['number']],
  [cursorText('list', [1e9]), ['share']],
  [cursorText('list', ['a\0']), ['string']],
  [Buffer.from('{"0":"list"}').toString('base64url'), ['number']],
  ['x'.repeat(257), ['number']],
] as const)('%s as %s is refused', (text, kinds) => {
  expect(parseCursor('list', text, kinds).ok).toBe(false);
});

test('one row more than asked for tells that there is a next page', () => {
  const page = (rows: number[]) => pageOf(rows, 2, (row) => row * 10, String);
  expect(page([1, 2, 3])).toEqual({ items: [10, 20], next: '2' });
  expect(page([1, 2])).toEqual({ items: [10, 20], next: null });
  expect(page([])).toEqual({ items: [], next: null });
});
