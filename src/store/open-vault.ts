import { rename } from 'node:fs/promises';
import type pg from 'pg';
import { QorganError } from '../domain/errors/catalogue.ts';
import { createFirstKeys, hasDataKeys } from './data-keys.ts';
import { syncFolder } from './durable-file.ts';
import { inTransaction } from './in-transaction.ts';
import { createMasterKey, masterKeyFile, nextMasterKeyFile, readMasterKey } from './master-key.ts';
import { Vault } from './vault.ts';

/** Where the master key is: itself, a file, or `master.key` of the data folder, which a new store makes. */
export interface MasterKeyPlace {
  /** 32 bytes. */
  readonly masterKey?: Uint8Array | undefined;
  readonly masterKeyFile?: string | undefined;
}

/** The master key that is there. Throws QRG_STORE_KEY_MISSING for a named file that is not, QRG_STORE_KEY_SHAPE. */
export async function findMasterKey(
  dataDir: string,
  { masterKey, masterKeyFile: named }: MasterKeyPlace,
): Promise<Uint8Array | undefined> {
  if (masterKey !== undefined) return masterKey;
  const key = await readMasterKey(named ?? masterKeyFile(dataDir));
  // Named and not there: making another one in the data folder would be a surprise at the worst time.
  if (key === undefined && named !== undefined)
    throw new QorganError('QRG_STORE_KEY_MISSING', { file: named });
  return key;
}

/**
 * Opens the vault of a database; a new one gets its first keys, and a master key if there is none. Throws
 * QRG_STORE_KEY_WRONG, QRG_STORE_KEY_MISSING, QRG_STORE_KEY_SHAPE.
 */
export async function openVault(
  pool: pg.Pool,
  dataDir: string,
  place: MasterKeyPlace,
): Promise<Vault> {
  const file = place.masterKeyFile ?? masterKeyFile(dataDir);
  const isNew = !(await hasDataKeys(pool));
  const found = await findMasterKey(dataDir, place);
  // A new key would open nothing of what is there.
  if (found === undefined && !isNew) throw new QorganError('QRG_STORE_KEY_MISSING', { file });
  const master = found ?? (await createMasterKey(file));
  if (isNew) await inTransaction(pool, (client) => createFirstKeys(client, master));
  try {
    return await Vault.open(pool, master);
  } catch (error) {
    if (place.masterKey !== undefined || !isKeyWrong(error)) throw error;
    return endRotation(pool, file, error);
  }
}

/** A rotation may have been cut off after the database took the new key, and before the file did. */
async function endRotation(pool: pg.Pool, file: string, wrong: unknown): Promise<Vault> {
  const next = await readMasterKey(nextMasterKeyFile(file));
  if (next === undefined) throw wrong;
  const vault = await Vault.open(pool, next);
  await rename(nextMasterKeyFile(file), file);
  await syncFolder(file);
  return vault;
}

const isKeyWrong = (error: unknown): boolean =>
  error instanceof QorganError && error.problem.code === 'QRG_STORE_KEY_WRONG';
