import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { firstRows } from '../first-rows.ts';
import { type Column, columnOf, columnOfMapKey } from './columns.ts';
import { normalSpelling } from './spelling.ts';
import type { Cell, Sheet } from './workbook.ts';

/** The header starts somewhere in the first rows: banks put up to a dozen lines about the client above it. */
const SEARCH_ROWS = 15;
/** Fewer recognised columns are a list of something else, not a statement. */
const MIN_COLUMNS = 4;

export interface Header {
  /** Row of the sheet, from 0, and the first row below the header. */
  readonly row: number;
  readonly below: number;
  /** Position of each column found, from 0. */
  readonly position: ReadonlyMap<Column, number>;
  readonly twoRows: boolean;
  readonly kindHeader: string;
}

/** Which column is where, as --map says it: field -> header text, '#3' for the third column, '' for 'not there'. */
export type SheetMap = Readonly<Record<string, string | undefined>>;

/**
 * Finds the header in the first rows of a sheet: one row, or two with merged parents above. The candidate
 * with the most recognised columns wins, the upper and simpler one on a tie. With `map` the header is where the
 * mapped texts stand; columns that it does not mention are still recognised by their spelling.
 */
export function findHeader(sheet: Sheet, map?: SheetMap): Result<Header> {
  const wanted = mappedTexts(map);
  if (wanted.length > 0 && wanted.every(([, text]) => placeByNumber(text) !== undefined))
    return ok(headerByNumbers(wanted));
  let best: Header | undefined;
  let missing = wanted[0]?.[1] ?? '';
  let fewestMissing = Number.POSITIVE_INFINITY;
  for (let row = 0; row < Math.min(SEARCH_ROWS, sheet.rows.length); row++) {
    for (const twoRows of [false, true]) {
      const texts = headerTexts(sheet, row, twoRows);
      const absent = wanted.filter(([, text]) => placeOf(texts, text) === undefined);
      if (absent.length < fewestMissing) {
        fewestMissing = absent.length;
        missing = absent[0]?.[1] ?? '';
      }
      if (absent.length > 0) continue;
      const header = toHeader(texts, wanted, row, twoRows);
      if (isStatement(header, wanted.length > 0) && isBetter(header, best)) best = header;
    }
  }
  if (best !== undefined) return ok(best);
  const rows = firstRows(sheet.rows);
  return wanted.length > 0 && missing !== ''
    ? fail('QRG_SHEET_MAP', { sheet: sheet.name, column: missing, rows })
    : fail('QRG_SHEET_HEADER', { sheet: sheet.name, rows });
}

/** Texts that a header row is compared by: the column's own, and joined with its merged parent. */
interface HeaderText {
  readonly own: string;
  readonly joined: string;
}

function headerTexts(sheet: Sheet, row: number, twoRows: boolean): HeaderText[] {
  const upper = sheet.rows[row] ?? [];
  if (!twoRows) return Array.from(upper, (cell) => ({ own: text(cell), joined: text(cell) }));
  const lower = sheet.rows[row + 1] ?? [];
  const parents = filledParents(sheet, row, upper, lower);
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const child = text(lower[column] ?? null);
    const parent = parents[column] ?? '';
    if (child === '') return { own: parent, joined: parent };
    return { own: child, joined: `${parent} ${child}` };
  });
}

/** A merged parent stands in its first cell only: carry it over the cells it covers, or up to the next parent. */
function filledParents(
  sheet: Sheet,
  row: number,
  upper: readonly Cell[],
  lower: readonly Cell[],
): string[] {
  const width = Math.max(upper.length, lower.length);
  const merges = sheet.merges.filter((m) => m.top <= row && row <= m.bottom && m.right > m.left);
  const parents: string[] = [];
  for (let column = 0; column < width; column++) {
    const own = text(upper[column] ?? null);
    const merge = merges.find((m) => m.left <= column && column <= m.right);
    if (own !== '') parents.push(own);
    else if (merge !== undefined) parents.push(text(sheet.rows[merge.top]?.[merge.left] ?? null));
    else if (merges.length === 0 && text(lower[column] ?? null) !== '')
      parents.push(parents[column - 1] ?? '');
    else parents.push('');
  }
  return parents;
}

function toHeader(
  texts: readonly HeaderText[],
  wanted: readonly (readonly [Column, string])[],
  row: number,
  twoRows: boolean,
): Header {
  const position = new Map<Column, number>();
  const taken = new Set<number>();
  for (const [column, wantedText] of wanted) {
    const at = placeOf(texts, wantedText) ?? -1;
    position.set(column, at);
    taken.add(at);
  }
  texts.forEach(({ own, joined }, at) => {
    if (taken.has(at)) return;
    const column = columnOf(joined) ?? columnOf(own);
    if (column !== undefined && !position.has(column)) position.set(column, at);
  });
  for (const [column, at] of position) if (at < 0) position.delete(column);
  return {
    row,
    below: row + (twoRows ? 2 : 1),
    position,
    twoRows,
    kindHeader: normalSpelling(texts[position.get('kind') ?? -1]?.own ?? ''),
  };
}

function isBetter(header: Header, best: Header | undefined): boolean {
  if (best === undefined || header.position.size > best.position.size) return true;
  return header.position.size === best.position.size && best.twoRows && !header.twoRows;
}

/** A time, a sum and somebody who pays or is paid: less cannot be followed. */
function isStatement({ position }: Header, mapped: boolean): boolean {
  const hasSum = (['amount', 'amountKzt', 'credit', 'debit'] as const).some((c) => position.has(c));
  const hasParty = (
    ['payerAccount', 'payeeAccount', 'payerName', 'payeeName', 'payerId', 'payeeId'] as const
  ).some((c) => position.has(c));
  return position.has('at') && hasSum && hasParty && (mapped || position.size >= MIN_COLUMNS);
}

function mappedTexts(map: SheetMap | undefined): (readonly [Column, string])[] {
  return Object.entries(map ?? {}).flatMap(([key, header]) => {
    const column = columnOfMapKey(key);
    return column === undefined || header === undefined ? [] : [[column, header] as const];
  });
}

/** Where a header that --map names stands: -1 for 'not there' and wanted so; undefined when it is missing. */
function placeOf(texts: readonly HeaderText[], wanted: string): number | undefined {
  if (wanted === '') return -1;
  const number = placeByNumber(wanted);
  if (number !== undefined) return number < texts.length ? number : undefined;
  const text = normalSpelling(wanted);
  const at = texts.findIndex(
    (t) => normalSpelling(t.own) === text || normalSpelling(t.joined) === text,
  );
  return at < 0 ? undefined : at;
}

/** '#3' is the third column. */
function placeByNumber(wanted: string): number | undefined {
  const number = /^#([1-9]\d{0,3})$/.exec(wanted)?.[1];
  return number === undefined ? undefined : Number(number) - 1;
}

/** Columns by number alone need no header: the table starts in the first row. */
function headerByNumbers(wanted: readonly (readonly [Column, string])[]): Header {
  const position = new Map(wanted.map(([column, text]) => [column, placeByNumber(text) ?? -1]));
  return { row: 0, below: 0, position, twoRows: false, kindHeader: '' };
}

function text(cell: Cell): string {
  return typeof cell === 'string' ? cell : '';
}
