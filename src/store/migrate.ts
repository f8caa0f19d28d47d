import { createHash } from 'node:crypto';
import type pg from 'pg';
import { QorganError } from '../domain/errors/catalogue.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { ensureReaderRole } from './row-security.ts';
import { storeError } from './store-error.ts';

/** Key of the advisory lock that one migrating process holds: 'qrgmig' in ASCII, as a number. */
export const MIGRATE_LOCK = 0x7172676d6967;

const TABLE = `CREATE TABLE IF NOT EXISTS schema_migrations (
  id         text PRIMARY KEY,
  checksum   text NOT NULL,
  applied_at bigint NOT NULL
)`;

export const checksumOf = ({ sql }: Migration): string =>
  createHash('sha256').update(sql.join(';\n')).digest('hex');

export interface SchemaState {
  readonly applied: readonly { readonly id: string; readonly checksum: string }[];
  readonly pending: readonly Migration[];
}

/**
 * What was applied and what is missing. Throws QRG_STORE_NEWER for a step this version does not know, QRG_STORE_CHANGED
 * for one that reads differently now.
 */
export async function schemaState(
  client: pg.ClientBase,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<SchemaState> {
  const there = await client.query(`SELECT to_regclass('schema_migrations') IS NOT NULL AS yes`);
  const applied: { id: string; checksum: string }[] = there.rows[0].yes
    ? (await client.query('SELECT id, checksum FROM schema_migrations ORDER BY id')).rows
    : [];
  const known = new Map(migrations.map((m) => [m.id, m]));
  for (const { id, checksum } of applied) {
    const migration = known.get(id);
    if (migration === undefined) throw new QorganError('QRG_STORE_NEWER', { migration: id });
    if (checksumOf(migration) !== checksum)
      throw new QorganError('QRG_STORE_CHANGED', { migration: id });
  }
  const done = new Set(applied.map(({ id }) => id));
  return { applied, pending: migrations.filter(({ id }) => !done.has(id)) };
}

/** The same when no process is in the middle of bringing it up to date: between two of its steps a new schema looks like an old one. */
export async function settledSchemaState(client: pg.ClientBase): Promise<SchemaState> {
  await client.query(`SELECT pg_advisory_lock_shared(${MIGRATE_LOCK})`);
  try {
    return await schemaState(client);
  } finally {
    await client.query(`SELECT pg_advisory_unlock_shared(${MIGRATE_LOCK})`).catch(() => {});
  }
}

/** Brings the schema up to date; returns the ids of the steps it made. Two processes at once wait for each other. */
export async function migrate(
  client: pg.ClientBase,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<string[]> {
  await client.query(`SELECT pg_advisory_lock(${MIGRATE_LOCK})`);
  try {
    await ensureReaderRole(client);
    const { pending } = await schemaState(client, migrations);
    for (const migration of pending) {
      await client.query('BEGIN');
      try {
        await applyMigration(client, migration);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {});
        throw error;
      }
    }
    return pending.map(({ id }) => id);
  } finally {
    // A broken connection has let go of the lock by itself.
    await client.query(`SELECT pg_advisory_unlock(${MIGRATE_LOCK})`).catch(() => {});
  }
}

/** Makes one step inside the caller's transaction. Throws QRG_STORE_MIGRATION, or what keeps any statement from running. */
export async function applyMigration(client: pg.ClientBase, migration: Migration): Promise<void> {
  try {
    await client.query(TABLE);
    for (const statement of migration.sql) await client.query(statement);
    await client.query(
      'INSERT INTO schema_migrations (id, checksum, applied_at) VALUES ($1, $2, $3)',
      [migration.id, checksumOf(migration), Date.now()],
    );
  } catch (error) {
    const known = storeError(error);
    if (known instanceof QorganError) throw known;
    const reason = error instanceof Error ? error.message : String(error);
    const failed = new QorganError('QRG_STORE_MIGRATION', { migration: migration.id, reason });
    failed.cause = error;
    throw failed;
  }
}
