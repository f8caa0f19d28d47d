import { utils, type WorkSheet, write } from '@e965/xlsx';
import type { Cell, Sheet } from './cells.ts';

export type WorkbookFormat = 'xlsx' | 'xls';

/** Fixed, so that the same statement is the same file. */
const CREATED = new Date(Date.UTC(2026, 0, 1));

/** A workbook as bytes; .xls is BIFF8 (Excel 97). */
export function workbookBytes(sheets: readonly Sheet[], format: WorkbookFormat): Uint8Array {
  const book = utils.book_new();
  book.Props = { Application: 'Bank', CreatedDate: CREATED };
  for (const sheet of sheets) utils.book_append_sheet(book, workSheet(sheet), sheet.name);
  const bytes: Buffer = write(book, {
    type: 'buffer',
    bookType: format === 'xls' ? 'biff8' : 'xlsx',
    compression: true,
  });
  return bytes;
}

function workSheet({ rows, merges }: Sheet): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(cellObject)));
  if (merges !== undefined)
    sheet['!merges'] = merges.map(({ from, to }) => ({
      s: { r: from[0], c: from[1] },
      e: { r: to[0], c: to[1] },
    }));
  return sheet;
}

function cellObject(cell: Cell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'object') return { t: 'n', v: cell.value, z: cell.format };
  return cell;
}
