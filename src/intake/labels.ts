import Papa from 'papaparse';
import { fail, ok, type Result } from '../domain/errors/catalogue.ts';

/** What else a file of labels says of a confirmed case; empty where it says nothing. */
export interface LabelWords {
  readonly typology: string;
  readonly pattern: string;
}

/** Confirmed cases told in a file of their own. */
export interface Labels {
  /** What the file names: transfers by their id, or accounts. */
  readonly of: 'transfer' | 'account';
  readonly confirmed: ReadonlyMap<string, LabelWords>;
}

/** Columns of a file of labels; the last two have usual names where they are not told. */
export interface LabelFileColumns {
  readonly label: string;
  readonly typology?: string;
  readonly pattern?: string;
}

const TYPOLOGY_COLUMNS = ['typology'];
/** The names that public sets and simulated towns give to one case. */
const PATTERN_COLUMNS = ['alert_id', 'ring'];

const CONFIRMED = new Set(['1', 'true', 'yes', 'y', 't', 'да', 'иә']);
const NOT_CONFIRMED = new Set(['0', 'false', 'no', 'n', 'f', 'нет', 'жоқ', '']);

/** 1 or 0 for the words people write; undefined for any other. */
export function labelOfWord(word: string): 0 | 1 | undefined {
  const said = word.trim().toLowerCase();
  return CONFIRMED.has(said) ? 1 : NOT_CONFIRMED.has(said) ? 0 : undefined;
}

/**
 * Reads a CSV with a column `id` (of transfers) or `account`, and the label in a column; without that column, every row
 * named is confirmed. Errors: QRG_LABEL_FILE when it names neither, QRG_LABEL_VALUE, QRG_LABEL_COLUMN when a kind or a
 * case is to stand in a column that is not there.
 */
export function readLabels(text: string, columns: LabelFileColumns): Result<Labels> {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim(),
  });
  const fields = meta.fields ?? [];
  const key = ['id', 'account'].find((name) => fields.includes(name));
  if (key === undefined) return fail('QRG_LABEL_FILE', { header: fields.join(', ') });
  for (const column of [columns.typology, columns.pattern])
    if (column !== undefined && !fields.includes(column))
      return fail('QRG_LABEL_COLUMN', { column, header: fields.join(', ') });
  const { label: column } = columns;
  const typologyIn = columns.typology ?? TYPOLOGY_COLUMNS.find((name) => fields.includes(name));
  const patternIn = columns.pattern ?? PATTERN_COLUMNS.find((name) => fields.includes(name));
  const told = fields.includes(column);
  const confirmed = new Map<string, LabelWords>();
  for (const row of data) {
    const label = told ? labelOfWord(row[column] ?? '') : 1;
    if (label === undefined) return fail('QRG_LABEL_VALUE', { column, value: row[column] ?? '' });
    const word = (name: string | undefined): string => (name && row[name]?.trim()) || '';
    if (label === 1)
      confirmed.set(word(key), { typology: word(typologyIn), pattern: word(patternIn) });
  }
  return ok({ of: key === 'id' ? 'transfer' : 'account', confirmed });
}
