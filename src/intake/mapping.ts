import { fail, ok, type Result } from '../domain/errors/catalogue.ts';

/** What a column can be told to be, in --map and in recognised schemas. `at`, `payer`, `payee` and an amount are needed. */
export const FIELDS = [
  'id',
  'at',
  'payer',
  'payee',
  'amount', // units with decimals
  'amount_minor', // integer minor units; instead of `amount`
  'currency',
  'channel',
  'purpose',
  'device',
  'payer_bank',
  'payee_bank',
  'payer_owner',
  'payee_owner',
] as const;
export type Field = (typeof FIELDS)[number];

/** Field -> column as the user names it: a header name, '#3' (1-based), a JSON path 'a.b', or '' for 'not there'. */
export type ColumnMap = Readonly<Partial<Record<Field, string>>>;

/** Field -> 0-based column, -1 when the input has none. */
export type Columns = Readonly<Record<Field, number>>;

export const NO_COLUMNS: Columns = Object.freeze(
  Object.fromEntries(FIELDS.map((field) => [field, -1])),
) as Columns;

/**
 * Reads the value of --map, e.g. 'payer=src,payee=dst,at=t_days,amount=amount'. A part with nothing after '='
 * says that the input has no such column. Errors: QRG_FILE_MAP.
 */
export function parseMap(text: string): Result<ColumnMap> {
  const map: Partial<Record<Field, string>> = {};
  for (const part of text.split(',')) {
    if (part.trim() === '') continue;
    const equals = part.indexOf('=');
    const field = part.slice(0, Math.max(equals, 0)).trim();
    if (!isField(field) || Object.hasOwn(map, field))
      return fail('QRG_FILE_MAP', { part: part.trim(), fields: FIELDS.join(', ') });
    map[field] = part.slice(equals + 1).trim();
  }
  return ok(map);
}

const isField = (text: string): text is Field => (FIELDS as readonly string[]).includes(text);

/** True if every column of the map is given by number, so that no header is needed to follow it. */
export const isByNumber = (map: ColumnMap): boolean => {
  const columns = Object.values(map).filter((column) => column !== '');
  return columns.length > 0 && columns.every((column) => /^#\d+$/.test(column));
};

/**
 * 0-based column of one name of the map. A name matches exactly, or else without regard to case and outer
 * spaces. Errors: QRG_FILE_MAP_COLUMN, QRG_FILE_COLUMN_AMBIGUOUS when the header has the name twice.
 */
export function columnOf(field: string, name: string, header: readonly string[]): Result<number> {
  const number = /^#(\d+)$/.exec(name);
  if (number) {
    const column = Number(number[1]) - 1;
    return column >= 0 && column < header.length
      ? ok(column)
      : fail('QRG_FILE_MAP_COLUMN', { column: name, header: header.join(', ') });
  }
  for (const like of [(a: string) => a === name, (a: string) => fold(a) === fold(name)]) {
    const found = header.flatMap((title, i) => (like(title) ? [i] : []));
    if (found.length === 1 && found[0] !== undefined) return ok(found[0]);
    if (found.length > 1)
      return fail('QRG_FILE_COLUMN_AMBIGUOUS', {
        field,
        columns: found.map((i) => `#${i + 1} ${header[i]}`).join(', '),
      });
  }
  return fail('QRG_FILE_MAP_COLUMN', { column: name, header: header.join(', ') });
}

const fold = (text: string): string => text.trim().toLowerCase();
