import { setTimeout as pause } from 'node:timers/promises';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { readConfiguration } from '../service/configuration/read-configuration.ts';
import { masterKeyFile } from '../store/master-key.ts';
import { reseal } from '../store/reseal.ts';
import { rotateMasterKeyFile } from '../store/rotate-master-key.ts';
import type { Store } from '../store/store.ts';
import { KEYS_READ_EVERY_MS } from '../store/vault.ts';
import { languageOf, readArguments } from './arguments.ts';
import { withStore } from './configured-store.ts';
import { noteAct } from './note-act.ts';
import { say } from './texts.ts';

/**
 * `qorgan keys data | master`: a new data key, under which is sealed again what may be; a new master key in its file.
 * @param restMs until the new data key seals; as long as the vault has it, unless a test is in a hurry
 */
export async function runKeys(
  args: readonly string[],
  terminal: Language,
  restMs?: number,
): Promise<number> {
  const { values: options, positionals } = readArguments(args, { lang: { type: 'string' } });
  const language = languageOf(options.lang, terminal);
  const [which = '', ...more] = positionals;
  const renew = Object.hasOwn(KEYS, which) ? KEYS[which] : undefined;
  if (renew === undefined || more.length > 0)
    throw new QorganError('QRG_USAGE', { what: 'keys data|master' });
  const text = await withStore(process.env, ({ store }) => renew(store, language, restMs));
  process.stdout.write(`${text}\n`);
  return 0;
}

type Renew = (store: Store, language: Language, restMs?: number) => Promise<string>;

const KEYS: Readonly<Record<string, Renew>> = {
  async data(store, language, restMs) {
    const key = await store.vault.newDataKey(store.pool, restMs);
    await noteAct(store, { action: 'keys.data', object: `data-key:${key}` });
    // It seals from when every process knows it.
    while (store.vault.keyId !== key) {
      await pause(KEYS_READ_EVERY_MS);
      await store.vault.readKeys(store.pool);
    }
    const renewed = await reseal(store.pool, store.vault);
    const count = renewed.reduce((sum, { rows }) => sum + rows, 0);
    return say('keysData', language, { key, count });
  },
  async master(store, language) {
    const { values } = await readConfiguration(process.env);
    if (values.masterKey !== undefined) throw new QorganError('QRG_STORE_KEY_NO_FILE');
    const file = values.masterKeyFile ?? masterKeyFile(values.data);
    await rotateMasterKeyFile(store, file);
    await noteAct(store, { action: 'keys.master', object: 'store:1' });
    return say('keysMaster', language, { file });
  },
};
