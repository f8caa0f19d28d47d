import { QorganError } from '../domain/errors/catalogue.ts';
import { connectAlone } from './connection.ts';
import { hasDataKeys } from './data-keys.ts';
import { type Database, findDatabase } from './database.ts';
import { schemaState } from './migrate.ts';
import { openVault } from './open-vault.ts';
import { Store, type StoreOptions } from './store.ts';
import { withStoreErrors } from './store-error.ts';

/**
 * Opens a store to look at it: nothing is made and nothing brought up to date. Undefined when there is none yet, or none
 * that was ever used. Throws QRG_STORE_OLD when steps of the schema are missing, and what `openStore` throws.
 */
export async function lookAtStore(options: StoreOptions): Promise<Store | undefined> {
  const database = await findDatabase(options);
  if (database === undefined) return undefined;
  try {
    const store = await withStoreErrors(() => storeOn(database, options));
    if (store === undefined) await database.close();
    return store;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function storeOn(database: Database, options: StoreOptions): Promise<Store | undefined> {
  if (!(await isInUse(database))) return undefined;
  const { dataDir } = options;
  return new Store(dataDir, database, await openVault(database.pool, dataDir, options));
}

/** A schema without keys is one that nobody has used. */
async function isInUse(database: Database): Promise<boolean> {
  const client = await connectAlone(database.connection());
  try {
    const { applied, pending } = await schemaState(client);
    if (applied.length === 0) return false;
    if (pending.length > 0)
      throw new QorganError('QRG_STORE_OLD', { pending: pending.map(({ id }) => id).join(', ') });
    return await hasDataKeys(client);
  } finally {
    await client.end();
  }
}
