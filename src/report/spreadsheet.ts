import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import type { Language } from '../domain/language.ts';
import type { ReportModel } from './model.ts';
import { type Sheet, sheetsOf } from './sheets.ts';

/** Rows of data a worksheet can hold beside its header (2^20 rows in all). */
const ROWS_PER_SHEET = 2 ** 20 - 1;

/**
 * report.xlsx: the report as sheets, in one language. The same model gives the same bytes: no dates of making
 * are kept, and the packer writes no time of its own.
 */
export function renderSpreadsheet(model: ReportModel, language: Language): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheetsOf(model, language))
    for (const part of parts(sheet)) utils.book_append_sheet(book, worksheet(part), part.name);
  book.Props = { Title: 'Qorgan', Application: 'Qorgan' };
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx', compression: true });
  return new Uint8Array(bytes);
}

/** A sheet that is too long goes on in another with a number behind its name. */
function parts(sheet: Sheet): Sheet[] {
  const all: Sheet[] = [];
  for (let from = 0; from === 0 || from < sheet.rows.length; from += ROWS_PER_SHEET)
    all.push({
      ...sheet,
      name: from === 0 ? sheet.name : `${sheet.name} ${from / ROWS_PER_SHEET + 1}`,
      rows: sheet.rows.slice(from, from + ROWS_PER_SHEET),
    });
  return all;
}

function worksheet(sheet: Sheet): WorkSheet {
  const header = sheet.columns.map((column): CellObject => ({ t: 's', v: column.title }));
  const ws: WorkSheet = utils.aoa_to_sheet([]);
  const put = (cells: readonly CellObject[], row: number) => {
    for (const [column, cell] of cells.entries())
      ws[utils.encode_cell({ r: row, c: column })] = cell;
  };
  put(header, 0);
  for (const [i, row] of sheet.rows.entries()) put(row, i + 1);
  const last = utils.encode_cell({ r: sheet.rows.length, c: sheet.columns.length - 1 });
  ws['!ref'] = `A1:${last}`;
  ws['!cols'] = sheet.columns.map((column) => ({ wch: column.width }));
  if (sheet.filter && sheet.rows.length > 0) ws['!autofilter'] = { ref: `A1:${last}` };
  return ws;
}
