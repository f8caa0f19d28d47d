import { parseMasterKey } from '../../store/master-key.ts';
import type { StoreOptions } from '../../store/store.ts';
import type { Configuration } from './settings.ts';

/** How to open the configured store. Throws QRG_STORE_KEY_SHAPE. */
export function storeOptionsOf({
  data,
  databaseUrl,
  masterKey,
  masterKeyFile,
}: Pick<Configuration, 'data' | 'databaseUrl' | 'masterKey' | 'masterKeyFile'>): StoreOptions {
  return {
    dataDir: data,
    databaseUrl,
    masterKey: masterKey === undefined ? undefined : parseMasterKey(masterKey, 'QORGAN_MASTER_KEY'),
    masterKeyFile,
  };
}
