import { expect, test } from 'vitest';
import { createRandom } from '../../domain/random.ts';
import { CsvRows, MOST_ROW_BYTES } from './csv-rows.ts';

type Event = { line: number; fields?: string[]; code?: string };

function read(text: string | Uint8Array, cuts: readonly number[] = [], delimiter = ','): Event[] {
  const events: Event[] = [];
  const rows = new CsvRows(
    { delimiter: delimiter.charCodeAt(0), newline: 10 },
    {
      row: (b, starts, ends, count, line) => {
        const fields = Array.from({ length: Math.min(count, 20) }, (_, i) =>
          Buffer.from(b.subarray(starts[i], ends[i])).toString('utf8'),
        );
        events.push({ line, fields });
      },
      reject: (line, code) => events.push({ line, code }),
    },
  );
  const bytes = Buffer.from(text);
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    rows.write(Buffer.from(bytes.subarray(from, cut)));
    from = cut;
  }
  rows.end();
  return events;
}

test('splits as RFC 4180 says: quotes, doubled quotes, newlines inside, CRLF, no newline at the end', () => {
  expect(read('a,b\r\n"x,1","say ""hi"""\n"two\r\nlines",\n"","last"')).toEqual([
    { line: 1, fields: ['a', 'b'] },
    { line: 2, fields: ['x,1', 'say "hi"'] },
    { line: 3, fields: ['two\r\nlines', ''] },
    { line: 5, fields: ['', 'last'] },
  ]);
});

test('empty lines are no rows but count as lines; an empty quoted field is a row', () => {
  expect(read('a\n\n\r\n""\nb\n')).toEqual([
    { line: 1, fields: ['a'] },
    { line: 4, fields: [''] },
    { line: 5, fields: ['b'] },
  ]);
});

test('a quote inside an unquoted field is itself', () => {
  expect(read('ТОО "Алма",5" pipe\n')).toEqual([{ line: 1, fields: ['ТОО "Алма"', '5" pipe'] }]);
});

test('a row with broken quotes costs its first line only', () => {
  expect(read('"a"x,1\nb,2\n"open,3\nc,4')).toEqual([
    { line: 1, code: 'QRG_ROW_QUOTE' },
    { line: 2, fields: ['b', '2'] },
    { line: 3, code: 'QRG_ROW_QUOTE_OPEN' },
    { line: 4, fields: ['c', '4'] },
  ]);
});

test('a line over 1 MB is refused and the next one is read', () => {
  const long = 'x'.repeat(MOST_ROW_BYTES + 1);
  const expected = [
    { line: 1, fields: ['a'] },
    { line: 2, code: 'QRG_ROW_LONG' },
    { line: 3, fields: ['b'] },
  ];
  expect(read(`a\n${long}\nb`)).toEqual(expected);
  expect(read(`a\n${long}\nb`, [7, 1000, MOST_ROW_BYTES + 2, MOST_ROW_BYTES + 4])).toEqual(
    expected,
  );
  expect(read(`a\n"${long}\nb`)).toEqual(expected);
  const open = `"open\n${'y\n'.repeat(MOST_ROW_BYTES)}`;
  expect(read(open, [3, 500_000, 1_500_000]).slice(0, 2)).toEqual([
    { line: 1, code: 'QRG_ROW_QUOTE_OPEN' },
    { line: 2, fields: ['y'] },
  ]);
});

test('where the chunks are cut changes nothing', () => {
  const random = createRandom(5);
  const pieces = ['a', 'b1', ',', ',', '"', '""', '\n', '\r\n', '\r', ' ', 'ж', '"q,\n"'];
  for (let round = 0; round < 400; round++) {
    const text = Array.from({ length: random.int(0, 40) }, () => random.pick(pieces)).join('');
    const whole = read(text);
    const bytes = Buffer.byteLength(text);
    expect(
      read(
        text,
        Array.from({ length: bytes }, (_, i) => i),
      ),
    ).toEqual(whole);
    const some = Array.from({ length: 3 }, () => random.int(0, bytes)).sort((a, b) => a - b);
    expect(read(text, some)).toEqual(whole);
  }
});

test('more columns than are kept are still counted', () => {
  let columns = 0;
  const rows = new CsvRows(
    { delimiter: 44, newline: 10 },
    {
      row: (_b, _s, _e, count) => {
        columns = count;
      },
      reject: () => {},
    },
  );
  rows.write(Buffer.from(`${'"a""b",'.repeat(2999)}z\n`));
  expect(columns).toBe(3000);
});
