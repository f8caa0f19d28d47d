import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { QorganError } from '../domain/errors/catalogue.ts';

/** What runs the statements: a pool, or a connection within a transaction. */
export type Queries = Pick<pg.ClientBase, 'query'>;

export type KeyPurpose = 'seal' | 'hash';

/** A data key, unwrapped. */
export interface DataKey {
  readonly keyId: number;
  readonly purpose: KeyPurpose;
  readonly key: Buffer;
  /** True once nothing more is sealed with it. */
  readonly retired: boolean;
}

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The server's clock, so that all processes agree on when a key is retired. */
const NOW = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';

/** Nonce, AES-256-GCM of the key, tag. The tag is what tells a wrong master key. */
export function wrapKey(master: Uint8Array, purpose: KeyPurpose, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(aad(purpose));
  const body = cipher.update(key);
  cipher.final();
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}

/** Throws QRG_STORE_KEY_WRONG when the key was not wrapped by this master. */
export function unwrapKey(master: Uint8Array, purpose: KeyPurpose, wrapped: Buffer): Buffer {
  try {
    const nonce = wrapped.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', master, nonce).setAAD(aad(purpose));
    decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG_BYTES));
    const key = decipher.update(wrapped.subarray(NONCE_BYTES, wrapped.length - TAG_BYTES));
    decipher.final();
    return key;
  } catch {
    throw new QorganError('QRG_STORE_KEY_WRONG');
  }
}

const aad = (purpose: KeyPurpose): Buffer => Buffer.from(`qorgan data key ${purpose}`);

interface KeyRow {
  key_id: number;
  purpose: KeyPurpose;
  wrapped: Buffer;
  retired: boolean;
}

const SELECT = `SELECT key_id, purpose, wrapped, coalesce(retired_at <= ${NOW}, false) AS retired
  FROM data_keys ORDER BY key_id`;

/** All data keys, oldest first. Throws QRG_STORE_KEY_WRONG. */
export async function readDataKeys(queries: Queries, master: Uint8Array): Promise<DataKey[]> {
  const { rows } = await queries.query<KeyRow>(SELECT);
  return rows.map(({ key_id, purpose, wrapped, retired }) => ({
    keyId: key_id,
    purpose,
    key: unwrapKey(master, purpose, wrapped),
    retired,
  }));
}

export async function hasDataKeys(queries: Queries): Promise<boolean> {
  const { rows } = await queries.query('SELECT EXISTS (SELECT FROM data_keys) AS yes');
  return rows[0].yes;
}

/** Makes the first two keys of a new store, inside a transaction; nothing where another process was quicker. */
export async function createFirstKeys(queries: Queries, master: Uint8Array): Promise<void> {
  await queries.query('LOCK TABLE data_keys IN EXCLUSIVE MODE');
  if (await hasDataKeys(queries)) return;
  for (const purpose of ['hash', 'seal'] as const) {
    await queries.query(
      `INSERT INTO data_keys (purpose, wrapped, created_at) VALUES ($1, $2, ${NOW})`,
      [purpose, newWrapped(master, purpose)],
    );
  }
}

/** Adds a key for sealing; those before it are used for `restMs` longer, until every process has read the new one. */
export async function addSealingKey(
  queries: Queries,
  master: Uint8Array,
  restMs: number,
): Promise<number> {
  const { rows } = await queries.query<{ key_id: number }>(
    `WITH before AS (
       UPDATE data_keys SET retired_at = ${NOW} + $2::bigint WHERE purpose = 'seal' AND retired_at IS NULL)
     INSERT INTO data_keys (purpose, wrapped, created_at) VALUES ('seal', $1, ${NOW}) RETURNING key_id`,
    [newWrapped(master, 'seal'), restMs],
  );
  return rows[0].key_id;
}

const newWrapped = (master: Uint8Array, purpose: KeyPurpose): Buffer =>
  wrapKey(master, purpose, randomBytes(KEY_BYTES));

/** Wraps every key by another master, inside the caller's transaction. */
export async function rewrapKeys(
  queries: Queries,
  master: Uint8Array,
  next: Uint8Array,
): Promise<void> {
  await queries.query('LOCK TABLE data_keys IN EXCLUSIVE MODE');
  for (const { keyId, purpose, key } of await readDataKeys(queries, master)) {
    await queries.query('UPDATE data_keys SET wrapped = $1 WHERE key_id = $2', [
      wrapKey(next, purpose, key),
      keyId,
    ]);
  }
}
