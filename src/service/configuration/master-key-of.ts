import { QorganError } from '../../domain/errors/catalogue.ts';
import { parseMasterKey, readMasterKey } from '../../store/master-key.ts';
import type { Configuration } from './settings.ts';

/** The configured master key; undefined: the key file of the data folder. Throws QRG_STORE_KEY_SHAPE, QRG_STORE_KEY_MISSING. */
export async function masterKeyOf({
  masterKey,
  masterKeyFile,
}: Pick<Configuration, 'masterKey' | 'masterKeyFile'>): Promise<Uint8Array | undefined> {
  if (masterKey !== undefined) return parseMasterKey(masterKey, 'QORGAN_MASTER_KEY');
  if (masterKeyFile === undefined) return undefined;
  const key = await readMasterKey(masterKeyFile);
  if (key === undefined) throw new QorganError('QRG_STORE_KEY_MISSING', { file: masterKeyFile });
  return key;
}
