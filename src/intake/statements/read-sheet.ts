import { ok, type Problem, type Result } from '../../domain/errors/catalogue.ts';
import type { DecimalSign } from '../../domain/money.ts';
import { decimalSignOf } from './cell-money.ts';
import { findHeader, type Header, type SheetMap } from './find-header.ts';
import { layoutOf } from './layouts.ts';
import { accountOfSheetName, readAbout, type StatementAbout } from './metadata.ts';
import { findOwner } from './own-account.ts';
import { type RawRow, RowReader, readRow, type Skip, SUMS, skipOf } from './raw-row.ts';
import { resolveRow } from './resolve-row.ts';
import { findReversals } from './reversals.ts';
import type { Statement, StatementRow } from './statement.ts';
import type { Sheet } from './workbook.ts';

export interface SheetReading {
  readonly statement: Statement;
  /** Rows that were not taken, in row order. */
  readonly problems: readonly { readonly line: number; readonly problem: Problem }[];
}

/**
 * Reads one sheet as a statement. Every filled row below the header ends as a statement row, a problem or a counted skip.
 * Fails when the sheet has no header that looks like a statement's.
 */
export function readSheet(
  sheet: Sheet,
  place: { readonly file: number; readonly sheetIndex: number },
  map?: SheetMap,
): Result<SheetReading> {
  const found = findHeader(sheet, map);
  if (!found.ok) return found;
  const header = found.value;
  const about = readAbout(sheet, header.row);
  const { raws, problems, skipped } = readRows(sheet, header, about);
  const layout = layoutOf({
    columns: new Set(header.position.keys()),
    twoRows: header.twoRows,
    sheetIsAccount: accountOfSheetName(sheet.name) !== undefined,
    kindHeader: header.kindHeader,
  });
  const owner = findOwner(raws, about);
  const hints = {
    signed: raws.some((raw) => !raw.byColumn && raw.signedMinor < 0),
    kindElse: layout.kindElse,
  };
  const reversals = findReversals(raws, owner);
  const rows: StatementRow[] = [];
  for (const raw of raws) {
    const reversed = reversals.get(raw);
    const row =
      reversed === undefined
        ? resolveRow(raw, owner, hints)
        : { ok: false as const, problem: reversed };
    if (row.ok) rows.push(row.value);
    else problems.push({ line: raw.line, problem: row.problem });
  }
  problems.sort((a, b) => a.line - b.line);
  const statement: Statement = {
    ...place,
    sheet: sheet.name,
    format: map === undefined ? layout.name : 'mapped',
    owner,
    ...coveredPeriod(rows, about),
    rows,
    newestFirst: isNewestFirst(rows),
    skipped,
  };
  return ok({ statement, problems });
}

function readRows(sheet: Sheet, header: Header, about: StatementAbout) {
  const reader = new RowReader(header);
  const told = {
    currency: about.currency ?? 'KZT',
    from1904: sheet.from1904,
    ...decimalOf(sheet, header),
  };
  const raws: RawRow[] = [];
  const problems: { line: number; problem: Problem }[] = [];
  const skipped: Record<Skip, number> = { numbers: 0, header: 0, total: 0, remark: 0 };
  for (let row = header.below; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row];
    if (cells === undefined) continue;
    const skip = skipOf(reader.on(cells), sheet.from1904);
    if (skip !== undefined) {
      skipped[skip]++;
      continue;
    }
    const raw = readRow(reader, row + 1, told);
    if (raw.ok) raws.push(raw.value);
    else problems.push({ line: row + 1, problem: raw.problem });
  }
  return { raws, problems, skipped };
}

/** The decimal sign of the sheet's sums, so that '1,234' can be read. */
function decimalOf(sheet: Sheet, header: Header): { decimal?: DecimalSign } {
  const places = SUMS.flatMap((column) => header.position.get(column) ?? []);
  const rows = sheet.rows.slice(header.below);
  const decimal = decimalSignOf(rows.flatMap((row) => places.map((at) => row?.[at] ?? null)));
  return decimal === undefined ? {} : { decimal };
}

/** The period of the head; without one, what the rows span. A row outside of the head's period widens it. */
function coveredPeriod(
  rows: readonly StatementRow[],
  about: StatementAbout,
): { from: number; to: number } {
  let from = about.from ?? Number.POSITIVE_INFINITY;
  let to = about.to ?? Number.NEGATIVE_INFINITY;
  for (const { at } of rows) {
    if (at < from) from = at;
    if (at > to) to = at;
  }
  return { from, to };
}

function isNewestFirst(rows: readonly StatementRow[]): boolean {
  let falls = 0;
  for (let i = 1; i < rows.length; i++)
    falls += Math.sign((rows[i - 1]?.at ?? 0) - (rows[i]?.at ?? 0));
  return falls > 0;
}
