import { fail, ok, type Result } from '../domain/errors/catalogue.ts';
import {
  type ColumnMap,
  type Columns,
  columnOf,
  FIELDS,
  type Field,
  NO_COLUMNS,
} from './mapping.ts';
import { COLUMN_WORDS, KNOWN_SCHEMAS, type KnownSchema } from './schemas.ts';

/** What the columns of an input are. */
export interface Recognised {
  /** Name of the known schema, 'map' when --map said it all, 'words' when the titles speak for themselves. */
  readonly schema: string;
  readonly columns: Columns;
  /** What small plain numbers in the time column count; undefined when nothing tells. */
  readonly countOf: 'days' | 'hours' | undefined;
  /** An account is known by its bank and its number together. */
  readonly joinBank: boolean;
  /** Rows of other currencies are taken as they are (synthetic sets). */
  readonly mixedCurrency: boolean;
  /** Banks named 'source' and 'sink' are the outside world. */
  readonly outsideBanks: boolean;
}

/** A column title as it is compared: lower case, letters and digits only. */
const titleKey = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Finds the columns of an input by its titles: what `map` says, then a known schema, then usual words.
 * Errors: QRG_FILE_MAP_COLUMN, QRG_FILE_COLUMN_MISSING, QRG_FILE_COLUMN_AMBIGUOUS.
 */
export function recognise(header: readonly string[], map: ColumnMap = {}): Result<Recognised> {
  const keys = header.map(titleKey);
  const schema = KNOWN_SCHEMAS.find((known) => fits(known, keys));
  const columns: Record<Field, number> = { ...NO_COLUMNS };
  const told = new Set<Field>();
  for (const field of FIELDS) {
    const name = map[field];
    if (name === undefined) continue;
    told.add(field);
    if (name === '') continue;
    const column = columnOf(field, name, header);
    if (!column.ok) return column;
    columns[field] = column.value;
  }
  // An amount told one way leaves no room for the other.
  if (told.has('amount')) told.add('amount_minor');
  if (told.has('amount_minor')) told.add('amount');
  if (schema) fromSchema(schema, keys, columns, told);
  else {
    const problem = fromWords(keys, header, columns, told);
    if (problem) return problem;
  }
  const missing = missingField(columns);
  if (missing) return missingColumn(missing, header, columns);
  return ok({
    schema: schema?.name ?? (FIELDS.every((f) => columns[f] < 0 || map[f]) ? 'map' : 'words'),
    columns,
    countOf: schema?.countOf ?? countInTitle(keys[columns.at] ?? ''),
    joinBank: schema?.joinBank === true && map.payer === undefined && map.payee === undefined,
    mixedCurrency: schema?.mixedCurrency === true,
    outsideBanks: schema?.outsideBanks === true,
  });
}

function fits(schema: KnownSchema, keys: readonly string[]): boolean {
  return schema.needs.every((need) => keys.includes(need));
}

function fromSchema(
  schema: KnownSchema,
  keys: readonly string[],
  columns: Record<Field, number>,
  told: ReadonlySet<Field>,
): void {
  for (const [field, title, nth] of schema.fields) {
    if (told.has(field)) continue;
    const places = keys.flatMap((key, i) => (key === title ? [i] : []));
    // A field may have titles to choose from: the first that is there counts.
    if (columns[field] < 0) columns[field] = places[nth ?? 0] ?? -1;
  }
}

/** Fills what is not told by the first rank of words that any title matches; two titles of one rank are ambiguous. */
function fromWords(
  keys: readonly string[],
  header: readonly string[],
  columns: Record<Field, number>,
  told: ReadonlySet<Field>,
): Result<never> | undefined {
  for (const field of FIELDS) {
    if (told.has(field)) continue;
    for (const rank of COLUMN_WORDS[field]) {
      const found = keys.flatMap((key, i) => (rank.includes(key) ? [i] : []));
      const free = found.filter((i) => !FIELDS.some((other) => columns[other] === i));
      if (free.length > 1)
        return fail('QRG_FILE_COLUMN_AMBIGUOUS', {
          field,
          columns: free.map((i) => `#${i + 1} ${header[i]}`).join(', '),
        });
      if (free[0] === undefined) continue;
      columns[field] = free[0];
      break;
    }
  }
  if (columns.amount_minor >= 0 && !told.has('amount')) columns.amount = -1;
  return undefined;
}

function missingField(columns: Columns): Field | undefined {
  for (const field of ['payer', 'payee', 'at'] as const) if (columns[field] < 0) return field;
  return columns.amount < 0 && columns.amount_minor < 0 ? 'amount' : undefined;
}

function missingColumn(field: Field, header: readonly string[], columns: Columns): Result<never> {
  const found = FIELDS.filter((f) => columns[f] >= 0).map((f) => `${f}=${header[columns[f]]}`);
  return fail('QRG_FILE_COLUMN_MISSING', {
    field,
    header: header.join(', '),
    suggest: found.length === 0 ? '' : `--map ${found.join(',')},${field}=…`,
  });
}

function countInTitle(key: string): 'days' | 'hours' | undefined {
  if (/day|дни|день|күн/.test(key)) return 'days';
  return /hour|step|час|сағат/.test(key) ? 'hours' : undefined;
}
