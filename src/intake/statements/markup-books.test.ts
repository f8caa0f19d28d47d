import { expect, test } from 'vitest';
import { AccountTable } from '../../domain/account.ts';
import type { Reject } from '../../domain/reject.ts';
import { halyk, operations, person, seeded, type Value, workbook } from './bank-files.fixture.ts';
import { readStatements } from './read-statements.ts';

const random = seeded(9);
const own = person(random, 'kaspi');
const ops = operations(random, own, [person(random, 'halyk')], 8);

function read(bytes: Uint8Array) {
  const rejects: Reject[] = [];
  const { batches, details } = readStatements([{ name: 'a.xls', bytes }], {
    accounts: new AccountTable(),
    language: 'ru',
    reject: (r) => rejects.push(r),
    advanced: () => {},
  });
  const sums = batches.flatMap((b) => [...b.amountMinor.slice(0, b.count)]);
  return { sums, rejects, name: sums.length > 0 && details(0).payerName };
}

const RIGHT = {
  sums: ops.map((o) => Math.round(o.tenge * 100)),
  rejects: [],
  name: ops[0]?.payer.name,
};

/** A page as bank programs print it: nothing but text in cells. */
const page = (rows: Value[][], head = ''): string =>
  `<html><head>${head}</head><body><p>Выписка</p><table border=1>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell ?? '&nbsp;'}</td>`).join('')}</tr>`)
    .join('\n')}</table></body></html>`;

/** Windows-1251 of a text of Russian letters and ASCII. */
const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (letter === 'Ё') return 0xa8;
    if (letter === 'ё') return 0xb8;
    if (letter === '«') return 0xab;
    if (letter === '»') return 0xbb;
    return code < 128 ? code : code - 0x410 + 0xc0;
  });

test.each(['html', 'xlml'] as const)('a table saved as %s under the name .xls is read', (type) => {
  expect(read(workbook([{ rows: halyk(own, ops) }], type))).toEqual(RIGHT);
});

test('a page of plain cells is read, in UTF-8 and in windows-1251, whatever its head says', () => {
  const rows = halyk(own, ops);
  expect(read(new TextEncoder().encode(page(rows)))).toEqual(RIGHT);
  const head = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">';
  const russian = rows.map((row) =>
    row.map((c) => (typeof c === 'string' ? c.replace(/[^\0-\x7fА-яЁё«»]/g, 'а') : c)),
  );
  const { sums, rejects } = read(windows1251(page(russian, head)));
  expect({ sums, rejects }).toEqual({ sums: RIGHT.sums, rejects: [] });
});
