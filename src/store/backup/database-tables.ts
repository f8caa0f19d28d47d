import type pg from 'pg';
import type { SequenceState } from './backup-format.ts';

/** Made anew by the steps of the schema; a manifest names the steps. */
const NOT_COPIED = 'schema_migrations';

export interface TableShape {
  readonly table: string;
  readonly columns: readonly string[];
}

/** All tables of the schema with the columns that hold something, those that others refer to first. */
export async function tablesInOrder(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows: tables } = await client.query<TableShape>(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND c.relname <> '${NOT_COPIED}'
     GROUP BY c.relname ORDER BY c.relname`,
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `SELECT DISTINCT f.relname AS from, t.relname AS to FROM pg_constraint k
     JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND f.relnamespace = current_schema()::regnamespace AND f.oid <> t.oid`,
  );
  return referredFirst(tables, references);
}

function referredFirst(
  tables: readonly TableShape[],
  references: readonly { readonly from: string; readonly to: string }[],
): TableShape[] {
  const ordered: TableShape[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ table }) => table));
    const ready = waiting.filter(
      ({ table }) => !references.some(({ from, to }) => from === table && names.has(to)),
    );
    // A circle of references could not be filled table by table: no schema of ours has one.
    if (ready.length === 0) throw new Error(`tables refer in a circle: ${[...names].join(', ')}`);
    ordered.push(...ready);
    waiting = waiting.filter((shape) => !ready.includes(shape));
  }
  return ordered;
}

/** Where each sequence stands. They are not part of a transaction's snapshot: read them after the tables. */
export async function sequenceStates(client: pg.ClientBase): Promise<SequenceState[]> {
  const { rows: names } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind = 'S' AND relnamespace = current_schema()::regnamespace ORDER BY relname`,
  );
  const states: SequenceState[] = [];
  for (const { name } of names) {
    const { rows } = await client.query(
      `SELECT last_value, is_called FROM ${client.escapeIdentifier(name)}`,
    );
    states.push({ sequence: name, value: rows[0].last_value, isCalled: rows[0].is_called });
  }
  return states;
}

/** First moments of the months that have a partition of transfers, epoch ms. */
export async function partitionMonths(client: pg.ClientBase): Promise<number[]> {
  const { rows } = await client.query<{ year: number; month: number }>(
    `SELECT substring(c.relname FROM 11 FOR 4)::int AS year, substring(c.relname FROM 16 FOR 2)::int AS month
     FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = 'transfers'::regclass AND c.relname ~ '^transfers_\\d{4}_\\d{2}$' ORDER BY 1, 2`,
  );
  return rows.map(({ year, month }) => Date.UTC(year, month - 1));
}

/** True when the schema has no table of anybody. */
export async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT NOT EXISTS (SELECT FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
       AND relnamespace = current_schema()::regnamespace) AS yes`,
  );
  return rows[0].yes;
}
