import { type CellObject, read, utils, type WorkBook } from '@e965/xlsx';
import { expect, test } from 'vitest';
import {
  emptyModel,
  generateModel,
  HOSTILE,
  hostileModel,
  SMALL,
} from '../../test/fixtures/report-model.ts';
import { LANGUAGES } from '../domain/language.ts';
import { text } from './sheet-cell.ts';
import { renderSpreadsheet } from './spreadsheet.ts';

const open = (bytes: Uint8Array): WorkBook =>
  read(bytes, { type: 'array', cellFormula: true, cellNF: true });

function* cellsOf(book: WorkBook): Generator<CellObject> {
  for (const name of book.SheetNames)
    for (const [address, cell] of Object.entries(book.Sheets[name]))
      if (!address.startsWith('!')) yield cell as CellObject;
}

test('the same model gives the same bytes, whatever the clock says', async () => {
  const first = renderSpreadsheet(generateModel(SMALL), 'ru');
  // the times of a zip entry have steps of two seconds: another clock must not show in them
  const real = Date.now;
  Date.now = () => real() + 86_400_000;
  try {
    expect(Buffer.from(renderSpreadsheet(generateModel(SMALL), 'ru')).equals(first)).toBe(true);
  } finally {
    Date.now = real;
  }
  const times = zipTimes(first);
  expect(times.length).toBeGreaterThan(5);
  expect(new Set(times).size).toBe(1);
});

/** DOS time and date of every local file header. */
function zipTimes(bytes: Uint8Array): string[] {
  const view = Buffer.from(bytes);
  const found: string[] = [];
  for (
    let at = view.indexOf('PK\u0003\u0004');
    at >= 0;
    at = view.indexOf('PK\u0003\u0004', at + 4)
  )
    found.push(view.subarray(at + 10, at + 14).toString('hex'));
  return found;
}

test.each(LANGUAGES)('every sheet is there in %s, with a row for every thing', (language) => {
  const model = generateModel(SMALL);
  const book = open(renderSpreadsheet(model, language));
  expect(book.SheetNames).toHaveLength(8);
  const rows = book.SheetNames.map((name) => utils.sheet_to_json(book.Sheets[name]).length);
  expect(rows.slice(1)).toEqual([
    model.networks.length,
    model.accounts.length,
    model.networks.reduce((n, one) => n + one.edges.length, 0),
    model.accounts.reduce((n, one) => n + one.signals.length, 0),
    model.gaps.length,
    model.rejects.reduce((n, kind) => n + kind.examples.length, 0),
    model.notes.reduce((n, kind) => n + kind.examples.length, 0),
  ]);
  for (const cell of cellsOf(book)) expect(String(cell.v)).not.toMatch(/undefined|NaN|\[object/);
});

test('money and times are numbers a spreadsheet can count with', () => {
  const model = generateModel(SMALL);
  const book = open(renderSpreadsheet(model, 'en'));
  const sheet = book.Sheets.Networks;
  expect(sheet.D2).toMatchObject({ t: 'n', v: model.networks[0].harmMinor / 100 });
  expect(utils.format_cell(sheet.F2)).toMatch(/^2026-03-\d\d \d\d:\d\d$/);
  const day = open(renderSpreadsheet({ ...model, clock: 'day' }, 'en'));
  expect(utils.format_cell(day.Sheets.Networks.F2)).toMatch(/^2026-03-\d\d$/);
});

test('a currency without minor units is not divided', () => {
  const model = { ...generateModel(SMALL), currency: 'JPY' };
  const book = open(renderSpreadsheet(model, 'en'));
  expect(book.Sheets.Networks.D2.v).toBe(model.networks[0].harmMinor);
});

test('text of an input is text: never a formula, and never what breaks the file', () => {
  const book = open(renderSpreadsheet(hostileModel(), 'ru'));
  for (const cell of cellsOf(book)) expect(cell.f).toBeUndefined();
  const texts = [...cellsOf(book)].filter((c) => c.t === 's').map((c) => c.v);
  expect(texts).toContain(HOSTILE[3]);
  expect(text('=1+1')).toMatchObject({ t: 's', v: '=1+1' });
  expect(text('a\u0000b\ud800c\u001f')).toMatchObject({ v: 'abc' });
  expect(text('😀')).toMatchObject({ v: '😀' });
});

test('a scan that found nothing still gives a workbook with its sheets', () => {
  const book = open(renderSpreadsheet(emptyModel(), 'kk'));
  expect(book.SheetNames).toHaveLength(8);
  expect(utils.sheet_to_json(book.Sheets[book.SheetNames[1]])).toEqual([]);
});
