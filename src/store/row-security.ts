import type pg from 'pg';
import { QorganError } from '../domain/errors/catalogue.ts';

/**
 * Institutions are kept apart by the database itself: a reader works under a role that owns nothing, and every table of
 * institutions shows that role only rows of the institution named in the transaction. A forgotten WHERE shows nothing
 * foreign. It is no wall against somebody who may run SQL of their own: such a one could name another institution.
 */
export const READER_ROLE = 'qorgan_reader';

const IDENTIFIER = /^[a-z][a-z0-9_]{0,62}$/;

/** Evaluated once a statement (the sub-select), not once a row. Unset or empty: no row is seen. */
const OWN = "(SELECT nullif(current_setting('qorgan.institution', true), '')::int)";
const SEES_ALL = "(SELECT coalesce(current_setting('qorgan.sees_all', true), '') = 'on')";

/**
 * SQL lines that open a table to readers: rows whose `institution_id` is theirs, all rows for who sees all. Rows without
 * an institution (null) are shown to who sees all; `shared: true` shows them to everybody.
 */
export function institutionPolicy(table: string, { shared = false } = {}): string[] {
  const own = `institution_id = ${OWN}`;
  return rowPolicy(table, shared ? `institution_id IS NULL OR ${own}` : own);
}

/** The same for rows that belong to several institutions: `column` is an int[] of them. */
export function institutionsPolicy(table: string, column: string): string[] {
  if (!IDENTIFIER.test(column)) throw new RangeError(`column ${column}`);
  return rowPolicy(table, `${OWN} = ANY (${column})`);
}

/** The same by a condition of the table's own; `mine` is SQL of a migration, never of a request. */
export function rowPolicy(table: string, mine: string): string[] {
  if (!IDENTIFIER.test(table)) throw new RangeError(`table ${table}`);
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_of_institution ON ${table} FOR SELECT TO ${READER_ROLE} USING (${SEES_ALL} OR ${mine})`,
    `GRANT SELECT ON ${table} TO ${READER_ROLE}`,
  ];
}

/**
 * Makes sure that the role is there and may be taken by us. Roles belong to the whole server, so another Qorgan database
 * on it may have made it already. Throws QRG_STORE_READER_ROLE when the server's administrator must help.
 */
export async function ensureReaderRole(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ user: string; exists: boolean; member: boolean }>(
    `SELECT current_user AS user, EXISTS (SELECT FROM pg_roles WHERE rolname = '${READER_ROLE}') AS exists`,
  );
  try {
    if (!rows[0].exists) await createRole(client);
    if (!(await mayTake(client))) await client.query(`GRANT ${READER_ROLE} TO CURRENT_USER`);
  } catch (error) {
    const refused = new QorganError('QRG_STORE_READER_ROLE', { user: rows[0].user });
    refused.cause = error;
    throw refused;
  }
}

async function createRole(client: pg.ClientBase): Promise<void> {
  try {
    await client.query(`CREATE ROLE ${READER_ROLE} NOLOGIN`);
  } catch (error) {
    // Another database of the server was quicker: duplicate_object, or unique_violation inside of the catalogue.
    const { code } = error as { code?: string };
    if (code !== '42710' && code !== '23505') throw error;
  }
}

async function mayTake(client: pg.ClientBase): Promise<boolean> {
  try {
    await client.query(`SET ROLE ${READER_ROLE}`);
    await client.query('RESET ROLE');
    return true;
  } catch {
    return false;
  }
}
