import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteLines } from './byte-lines.ts';

function linesOf(text: string, cuts: readonly number[], most = 1_000): string[] {
  const bytes = Buffer.from(text);
  const lines = new ByteLines(most);
  const found: string[] = [];
  let from = 0;
  for (const cut of [...cuts, bytes.length].map((at) => Math.min(at, bytes.length))) {
    if (cut < from) continue;
    for (const line of lines.push(bytes.subarray(from, cut))) found.push(String(line));
    from = cut;
  }
  for (const line of lines.end()) found.push(String(line));
  return found;
}

test('lines are the same wherever the pieces are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'я', '\r', ' ') })),
      fc.array(fc.nat(60)),
      (lines, cuts) => {
        const text = lines.map((line) => `${line}\n`).join('');
        const expected = lines.map((line) => line.replace(/\r$/, ''));
        expect(
          linesOf(
            text,
            [...cuts].sort((a, b) => a - b),
          ),
        ).toEqual(expected);
      },
    ),
  );
});

test('a last line needs no end, and after an end there is none', () => {
  expect(linesOf('a\nb', [])).toEqual(['a', 'b']);
  expect(linesOf('a\n', [])).toEqual(['a']);
  expect(linesOf('', [])).toEqual([]);
  expect(linesOf('\n\n', [])).toEqual(['', '']);
});

test('a line too long is told as such, and the next one is read', () => {
  expect(linesOf(`${'x'.repeat(50)}\nok\n`, [10, 20, 30], 20)).toEqual(['too long', 'ok']);
});
