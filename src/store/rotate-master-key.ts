import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { KEY_BYTES } from './data-keys.ts';
import { syncFolder, writeDurably } from './durable-file.ts';
import { nextMasterKeyFile } from './master-key.ts';
import type { Store } from './store.ts';

/**
 * Replaces the master key of a file by a new one. The new key is on disk beside the old one before the database is wrapped
 * by it, and takes its name after; a cut in between is mended by the next start, which tries both. Other processes that
 * have the store open go on with the data keys they know, and are to be started again.
 */
export async function rotateMasterKeyFile(store: Store, file: string): Promise<void> {
  const next = randomBytes(KEY_BYTES);
  const scratch = nextMasterKeyFile(file);
  await rm(scratch, { force: true });
  await writeDurably(scratch, `${next.toString('base64')}\n`);
  await syncFolder(scratch);
  await store.vault.rotateMaster(store.pool, next);
  await rename(scratch, file);
  await syncFolder(file);
}
