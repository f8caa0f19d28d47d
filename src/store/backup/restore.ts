import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { connectAlone } from '../connection.ts';
import { type Database, openDatabase } from '../database.ts';
import { masterKeyFile } from '../master-key.ts';
import { applyMigration, checksumOf, migrate } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import type { Migration } from '../migrations/migration.ts';
import { findMasterKey } from '../open-vault.ts';
import { ensurePartitions } from '../partitions.ts';
import { ensureReaderRole } from '../row-security.ts';
import type { StoreOptions } from '../store.ts';
import { withStoreErrors } from '../store-error.ts';
import { damaged, withFileErrors } from './backup-errors.ts';
import { readFiles } from './backup-files.ts';
import type { Manifest, TableSection } from './backup-format.ts';
import { readManifest } from './backup-tail.ts';
import { isEmpty } from './database-tables.ts';

/**
 * Fills an empty database from a backup, all of it or nothing, and brings its schema up to this version. The whole file is
 * checked before anything is written. Throws QRG_BACKUP_DAMAGED, QRG_BACKUP_FILE, QRG_RESTORE_NOT_EMPTY,
 * QRG_STORE_KEY_WRONG when the master key at hand is not that of the backup, QRG_STORE_NEWER, QRG_STORE_…
 */
export async function restore(options: StoreOptions, file: string): Promise<Manifest> {
  const master = await findMasterKey(options.dataDir, options);
  if (master === undefined)
    throw new QorganError('QRG_STORE_KEY_MISSING', { file: masterKeyFile(options.dataDir) });
  return withFileErrors(file, async () => {
    const handle = await open(file, 'r');
    try {
      const manifest = await readManifest(handle, file, master);
      const steps = stepsOf(manifest);
      for (const section of manifest.tables) await verify(handle, section, file, section.table);
      if (manifest.files !== undefined) await verify(handle, manifest.files, file, 'case_files');
      const database = await openDatabase(options);
      try {
        await fill(database, handle, manifest, steps, file);
        if (manifest.files !== undefined)
          await readFiles(bytesOf(handle, manifest.files), options.dataDir);
      } finally {
        await database.close();
      }
      return manifest;
    } finally {
      await handle.close();
    }
  });
}

/** The steps of the schema that the backup has, as this version knows them. */
function stepsOf({ schema }: Manifest): Migration[] {
  return schema.map(({ id, checksum }) => {
    const step = MIGRATIONS.find((migration) => migration.id === id);
    if (step === undefined) throw new QorganError('QRG_STORE_NEWER', { migration: id });
    if (checksumOf(step) !== checksum)
      throw new QorganError('QRG_STORE_CHANGED', { migration: id });
    return step;
  });
}

type Section = Pick<TableSection, 'from' | 'bytes' | 'sha256'>;

/** Read at once. */
const CHUNK_BYTES = 2 ** 18;

async function* bytesOf(handle: FileHandle, { from, bytes }: Section): AsyncGenerator<Buffer> {
  for (let at = from, left = bytes; left > 0; ) {
    const chunk = Buffer.allocUnsafe(Math.min(left, CHUNK_BYTES));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
    // A file that has become shorter meanwhile: its sum or its rows will not be those of the manifest.
    if (bytesRead === 0) return;
    yield chunk.subarray(0, bytesRead);
    at += bytesRead;
    left -= bytesRead;
  }
}

async function verify(
  handle: FileHandle,
  section: Section,
  file: string,
  what: string,
): Promise<void> {
  const sum = createHash('sha256');
  for await (const chunk of bytesOf(handle, section)) sum.update(chunk);
  if (sum.digest('hex') !== section.sha256) throw damaged(file, what);
}

async function fill(
  database: Database,
  handle: FileHandle,
  manifest: Manifest,
  steps: readonly Migration[],
  file: string,
): Promise<void> {
  const client = await withStoreErrors(() => connectAlone(database.connection()));
  try {
    if (!(await isEmpty(client))) throw new QorganError('QRG_RESTORE_NOT_EMPTY');
    await ensureReaderRole(client);
    await client.query('BEGIN');
    for (const step of steps) await applyMigration(client, step);
    // Rows that steps of the schema have put in are in the backup, as they were later.
    for (const { table } of manifest.tables.toReversed()) await empty(client, table);
    await ensurePartitions(client, manifest.months);
    for (const section of manifest.tables) await load(client, handle, section, file);
    for (const { sequence, value, isCalled } of manifest.sequences)
      await client.query('SELECT setval($1::regclass, $2, $3)', [sequence, value, isCalled]);
    await client.query('COMMIT');
    await migrate(client);
    await client.query('ANALYZE');
  } finally {
    // Before the commit this leaves the database as empty as it was.
    await client.end();
  }
}

async function empty(client: pg.ClientBase, table: string): Promise<void> {
  const name = client.escapeIdentifier(table);
  const { rows } = await client.query(`SELECT EXISTS (SELECT FROM ${name}) AS filled`);
  // Not where there is nothing: append-only tables refuse even that.
  if (rows[0].filled) await client.query(`DELETE FROM ${name}`);
}

async function load(
  client: pg.ClientBase,
  handle: FileHandle,
  section: TableSection,
  file: string,
): Promise<void> {
  const columns = section.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const table = client.escapeIdentifier(section.table);
  const rows = client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`));
  await pipeline(bytesOf(handle, section), createGunzip(), rows);
  if (rows.rowCount !== section.rows) throw damaged(file, section.table);
}
