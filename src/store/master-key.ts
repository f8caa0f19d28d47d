import { randomBytes } from 'node:crypto';
import { link, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { QorganError } from '../domain/errors/catalogue.ts';
import { KEY_BYTES } from './data-keys.ts';
import { syncFolder, writeDurably } from './durable-file.ts';

/** Where the master key lies unless told otherwise. */
export const masterKeyFile = (dataDir: string): string => join(dataDir, 'master.key');

/** Where the next master key lies while it is being put in place. */
export const nextMasterKeyFile = (file: string): string => `${file}.next`;

/** 32 bytes from base64 or hex. `place` is told in the error QRG_STORE_KEY_SHAPE, the key never is. */
export function parseMasterKey(text: string, place: string): Uint8Array {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return Buffer.from(trimmed, 'hex');
  const bytes = Buffer.from(trimmed, 'base64');
  const isBase64 = /^[A-Za-z0-9+/]{43}=?$/.test(trimmed) || /^[A-Za-z0-9_-]{43}=?$/.test(trimmed);
  if (!isBase64 || bytes.length !== KEY_BYTES)
    throw new QorganError('QRG_STORE_KEY_SHAPE', { place });
  return bytes;
}

/** The key in a file, or undefined when there is no such file. */
export async function readMasterKey(file: string): Promise<Uint8Array | undefined> {
  try {
    return parseMasterKey(await readFile(file, 'utf8'), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes a key and its file, for its owner only; on disk before anything is sealed with it. Gives back one that is there. */
export async function createMasterKey(file: string): Promise<Uint8Array> {
  const key = randomBytes(KEY_BYTES);
  const scratch = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeDurably(scratch, `${key.toString('base64')}\n`);
  try {
    // Unlike a rename, a link never takes the place of a key that another process has just made.
    await link(scratch, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const there = await readMasterKey(file);
    if (there !== undefined) return there;
    throw error;
  } finally {
    await unlink(scratch);
  }
  await syncFolder(file);
  return key;
}
