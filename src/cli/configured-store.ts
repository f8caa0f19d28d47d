import { readConfiguration } from '../service/configuration/read-configuration.ts';
import { storeOptionsOf } from '../service/configuration/store-options.ts';
import { openStore, type Store } from '../store/store.ts';

/** The store that the configuration names, and the address under which people see the console. */
export interface Configured {
  readonly store: Store;
  readonly url: string;
}

/** Opens the configured store for one piece of work. Throws QRG_CONFIG_…, QRG_STORE_… */
export async function withStore<T>(
  variables: Readonly<Record<string, string | undefined>>,
  work: (configured: Configured) => Promise<T>,
): Promise<T> {
  const { values } = await readConfiguration(variables);
  const store = await openStore(storeOptionsOf(values));
  try {
    return await work({ store, url: values.publicUrl ?? `http://localhost:${values.port}` });
  } finally {
    await store.close();
  }
}
