import Papa from 'papaparse';
import { fail, ok, type Result } from '../domain/errors/catalogue.ts';

/** Confirmed cases told in a file of their own. */
export interface Labels {
  /** What the file names: transfers by their id, or accounts. */
  readonly of: 'transfer' | 'account';
  readonly confirmed: ReadonlySet<string>;
}

const CONFIRMED = new Set(['1', 'true', 'yes', 'y', 't', 'да', 'иә']);
const NOT_CONFIRMED = new Set(['0', 'false', 'no', 'n', 'f', 'нет', 'жоқ', '']);

/** 1 or 0 for the words people write; undefined for any other. */
export function labelOfWord(word: string): 0 | 1 | undefined {
  const said = word.trim().toLowerCase();
  return CONFIRMED.has(said) ? 1 : NOT_CONFIRMED.has(said) ? 0 : undefined;
}

/**
 * Reads a CSV with a column `id` (of transfers) or `account`, and the label in `column`; without that column, every row
 * named is confirmed. Errors: QRG_LABEL_FILE when it names neither, QRG_LABEL_VALUE.
 */
export function readLabels(text: string, column: string): Result<Labels> {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim(),
  });
  const fields = meta.fields ?? [];
  const key = ['id', 'account'].find((name) => fields.includes(name));
  if (key === undefined) return fail('QRG_LABEL_FILE', { header: fields.join(', ') });
  const told = fields.includes(column);
  const confirmed = new Set<string>();
  for (const row of data) {
    const label = told ? labelOfWord(row[column] ?? '') : 1;
    if (label === undefined) return fail('QRG_LABEL_VALUE', { column, value: row[column] ?? '' });
    if (label === 1) confirmed.add((row[key] ?? '').trim());
  }
  return ok({ of: key === 'id' ? 'transfer' : 'account', confirmed });
}
