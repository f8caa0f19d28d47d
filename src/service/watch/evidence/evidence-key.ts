import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { syncFolder, writeDurably } from '../../../store/durable-file.ts';
import { orThrow } from '../../or-throw.ts';
import { type PublicKey, publicKeyOf, readPublicKey } from './public-key.ts';

/** The key that signs packages. */
export interface EvidenceKey {
  readonly publicKey: PublicKey;
  sign(bytes: Uint8Array): Uint8Array;
}

const folderOf = (dataDir: string): string => join(dataDir, 'evidence');
const keyFile = (dataDir: string): string => join(folderOf(dataDir), 'signing-key.pem');
/** Public keys that ever signed here, by fingerprint: packages outlive their key. */
export const publicKeyFolder = (dataDir: string): string => join(folderOf(dataDir), 'public-keys');

/**
 * The signing key of a data folder, made at first use: Ed25519 in PEM, for its owner only, beside the master key. It is on disk
 * before anything is signed with it. Errors: QRG_EVIDENCE_KEY_FILE.
 */
export async function openEvidenceKey(dataDir: string): Promise<EvidenceKey> {
  return (await readKey(keyFile(dataDir))) ?? putKey(dataDir, 'first');
}

/** A new signing key in the place of the one before, whose public half stays known. */
export async function renewEvidenceKey(dataDir: string): Promise<EvidenceKey> {
  await openEvidenceKey(dataDir);
  return putKey(dataDir, 'next');
}

/** Every public key that ever signed here, the one in use among them. */
export async function knownEvidenceKeys(dataDir: string): Promise<PublicKey[]> {
  const folder = publicKeyFolder(dataDir);
  const names = await readdir(folder).catch(orNothing);
  const files = (names ?? []).filter((name) => name.endsWith('.pem')).sort();
  return Promise.all(
    files.map(async (name) =>
      orThrow(readPublicKey(await readFile(join(folder, name), 'utf8'), name)),
    ),
  );
}

async function readKey(file: string): Promise<EvidenceKey | undefined> {
  const pem = await readFile(file, 'utf8').catch(orNothing);
  return pem === undefined ? undefined : keyOf(pem, file);
}

function keyOf(pem: string, file: string): EvidenceKey {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'ed25519') throw new TypeError(key.asymmetricKeyType);
    return {
      publicKey: publicKeyOf(createPublicKey(key)),
      sign: (bytes) => sign(null, bytes, key),
    };
  } catch {
    throw new QorganError('QRG_EVIDENCE_KEY_FILE', { file });
  }
}

/** The public half is known before anything can be signed; the private one comes whole or not at all. */
async function putKey(dataDir: string, which: 'first' | 'next'): Promise<EvidenceKey> {
  const file = keyFile(dataDir);
  await mkdir(publicKeyFolder(dataDir), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const scratch = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeDurably(scratch, pem);
  const made = keyOf(pem, file);
  const { fingerprint } = made.publicKey;
  const known = join(publicKeyFolder(dataDir), `${fingerprint}.pem`);
  await writeDurably(known, made.publicKey.pem);
  await syncFolder(known);
  const placed = which === 'next' ? await replace(scratch, file) : await take(scratch, file);
  await syncFolder(file);
  if (placed) return made;
  // Another process was first: its key signs, and nothing was signed with this one.
  await unlink(known);
  return openEvidenceKey(dataDir);
}

async function replace(scratch: string, file: string): Promise<true> {
  await rename(scratch, file);
  return true;
}

/** Unlike a rename, a link never takes the place of a key that another process has just made. */
async function take(scratch: string, file: string): Promise<boolean> {
  try {
    await link(scratch, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await unlink(scratch);
  }
}

function orNothing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
