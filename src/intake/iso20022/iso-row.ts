import { type Columns, FIELDS, type Field, NO_COLUMNS } from '../mapping.ts';
import type { RowTaker } from '../row-taker.ts';
import { FieldBytes } from '../text/field-bytes.ts';
import type { Values } from './scoped-values.ts';

/** Every field has a column of its own, in the order of FIELDS; amounts are in units. */
export const ISO_COLUMNS: Columns = {
  ...(Object.fromEntries(FIELDS.map((field, i) => [field, i])) as Record<Field, number>),
  amount_minor: NO_COLUMNS.amount_minor,
};

/** Writes the transfers of messages as rows. */
export class IsoRows {
  readonly #taker: RowTaker;
  readonly #fields = new FieldBytes(FIELDS.length);

  constructor(taker: RowTaker) {
    this.#taker = taker;
  }

  take(row: Readonly<Partial<Record<Field, string>>>, line: number): void {
    const fields = this.#fields;
    fields.clear();
    for (const field of FIELDS) {
      const text = row[field];
      if (text) fields.put(ISO_COLUMNS[field] < 0 ? 0 : ISO_COLUMNS[field], text);
    }
    this.#taker.row(fields.bytes, fields.starts, fields.ends, FIELDS.length, line);
  }
}

/** The first of the paths that has a value; '' when none has. */
export function first(values: Values, ...paths: readonly string[]): string {
  for (const path of paths) {
    const value = values.get(path);
    if (value !== undefined && value !== '') return value;
  }
  return '';
}

/** An account under `path`: IBAN, or the number some other scheme gives it. */
export const accountAt = (values: Values, path: string): string =>
  first(values, `${path}/Id/IBAN`, `${path}/Id/Othr/Id`);

/** An institution under `path`: BIC (older versions 'BIC'), clearing number, other id or name. */
export const agentAt = (values: Values, path: string): string =>
  first(
    values,
    `${path}/FinInstnId/BICFI`,
    `${path}/FinInstnId/BIC`,
    `${path}/FinInstnId/ClrSysMmbId/MmbId`,
    `${path}/FinInstnId/Othr/Id`,
    `${path}/FinInstnId/Nm`,
  );

/** A party's number (IIN or BIN in Kazakhstan) under `path`; newer statements put 'Pty' between. */
export const ownerAt = (values: Values, path: string): string =>
  first(
    values,
    ...['', '/Pty'].flatMap((between) => [
      `${path}${between}/Id/PrvtId/Othr/Id`,
      `${path}${between}/Id/OrgId/Othr/Id`,
    ]),
  );
