import { createHash } from 'node:crypto';
import { type FileHandle, link, open, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { connectAlone } from '../connection.ts';
import { syncFolder } from '../durable-file.ts';
import { schemaState } from '../migrate.ts';
import type { Store } from '../store.ts';
import { withStoreErrors } from '../store-error.ts';
import { withFileErrors } from './backup-errors.ts';
import { writeFiles } from './backup-files.ts';
import { MAGIC, type Manifest, type TableSection, type WrappedKey } from './backup-format.ts';
import { manifestTail } from './backup-tail.ts';
import {
  partitionMonths,
  sequenceStates,
  type TableShape,
  tablesInOrder,
} from './database-tables.ts';

/** Text of sealed bytes is hex: the cheapest level halves it, higher ones find no more. */
const GZIP_LEVEL = 1;

/**
 * Writes all tables, as they are at one moment, and files of cases to a new file; the service goes on meanwhile. Identifiers in it are sealed
 * as in the database, and the master key is not in it: keep that one elsewhere, a backup is worth nothing without it.
 * Throws QRG_BACKUP_FILE, QRG_STORE_…
 */
export async function backup(store: Store, file: string): Promise<Manifest> {
  const client = await withStoreErrors(() => connectAlone(store.connection));
  const scratch = `${file}.partial`;
  try {
    return await withFileErrors(file, async () => {
      const handle = await open(scratch, 'wx', 0o600);
      try {
        const manifest = await writeTables(client, handle, store.dataDir);
        await handle.writeFile(manifestTail(manifest, store.vault));
        await handle.sync();
        // Not a rename: an earlier backup of this name stays.
        await link(scratch, file);
        await syncFolder(file);
        return manifest;
      } finally {
        await handle.close();
        await rm(scratch, { force: true });
      }
    });
  } finally {
    await client.end();
  }
}

/** All tables in one snapshot, and the files that they name. */
async function writeTables(
  client: pg.ClientBase,
  handle: FileHandle,
  dataDir: string,
): Promise<Manifest> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { applied } = await schemaState(client);
  await handle.writeFile(MAGIC);
  let from = MAGIC.length;
  const tables: TableSection[] = [];
  for (const shape of await tablesInOrder(client)) {
    const section = await writeTable(client, handle, shape, from);
    from += section.bytes;
    tables.push(section);
  }
  const files = await writeFiles(client, handle, dataDir, from);
  const months = await partitionMonths(client);
  const keys = await wrappedKeys(client);
  await client.query('COMMIT');
  const sequences = await sequenceStates(client);
  return { madeAt: Date.now(), schema: [...applied], tables, files, sequences, months, keys };
}

async function writeTable(
  client: pg.ClientBase,
  handle: FileHandle,
  { table, columns }: TableShape,
  from: number,
): Promise<TableSection> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  // A query, not the table: a partitioned one is copied through its parent.
  const rows = client.query(
    copyTo(`COPY (SELECT ${list} FROM ${client.escapeIdentifier(table)}) TO STDOUT`),
  );
  const sum = createHash('sha256');
  let bytes = 0;
  await pipeline(rows, createGzip({ level: GZIP_LEVEL }), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      sum.update(chunk);
      bytes += chunk.length;
      await handle.writeFile(chunk);
    }
  });
  return {
    table,
    columns: [...columns],
    rows: rows.rowCount,
    from,
    bytes,
    sha256: sum.digest('hex'),
  };
}

async function wrappedKeys(client: pg.ClientBase): Promise<WrappedKey[]> {
  const { rows } = await client.query<WrappedKey>(
    `SELECT key_id AS "keyId", purpose, translate(encode(wrapped, 'base64'), E'\\n', '') AS wrapped FROM data_keys ORDER BY key_id`,
  );
  return rows;
}
