import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { unwrapKey } from '../data-keys.ts';
import { Opener } from '../sealing.ts';
import type { Vault } from '../vault.ts';
import { damaged } from './backup-errors.ts';
import {
  END,
  MAGIC,
  MANIFEST_MOST_BYTES,
  Manifest,
  SUM_BYTES,
  TAIL_BYTES,
} from './backup-format.ts';

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest();
};

/** Everything after the sections. */
export function manifestTail(manifest: Manifest, vault: Vault): Buffer {
  const text = Buffer.from(JSON.stringify(manifest));
  const proof = vault.seal(sha256(text));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32BE(text.length, 0);
  lengths.writeUInt32BE(proof.length, 4);
  return Buffer.concat([text, proof, sha256(text, proof), lengths, END]);
}

/**
 * The manifest of a backup, proven by the master key. Throws QRG_BACKUP_DAMAGED for a file that is cut, altered or no backup,
 * QRG_STORE_KEY_WRONG when it was made under another master key.
 */
export async function readManifest(
  handle: FileHandle,
  file: string,
  master: Uint8Array,
): Promise<Manifest> {
  const { size } = await handle.stat();
  if (size < MAGIC.length + TAIL_BYTES) throw damaged(file, 'size');
  if (!(await read(handle, 0, MAGIC.length)).equals(MAGIC)) throw damaged(file, 'no backup');
  const tail = await read(handle, size - TAIL_BYTES, TAIL_BYTES);
  if (!tail.subarray(SUM_BYTES + 8).equals(END)) throw damaged(file, 'end');
  const [textBytes, proofBytes] = [tail.readUInt32BE(SUM_BYTES), tail.readUInt32BE(SUM_BYTES + 4)];
  const from = size - TAIL_BYTES - textBytes - proofBytes;
  if (from < MAGIC.length || textBytes + proofBytes > MANIFEST_MOST_BYTES)
    throw damaged(file, 'lengths');
  const text = await read(handle, from, textBytes);
  const proof = await read(handle, from + textBytes, proofBytes);
  if (!sha256(text, proof).equals(tail.subarray(0, SUM_BYTES))) throw damaged(file, 'manifest');
  const manifest = parse(text, file);
  if (!proves(manifest, proof, sha256(text), master)) throw damaged(file, 'proof');
  assertWhole(manifest, from, file);
  return manifest;
}

function parse(text: Buffer, file: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(text.toString('utf8')));
  } catch {
    throw damaged(file, 'manifest');
  }
}

function proves(manifest: Manifest, proof: Buffer, sum: Buffer, master: Uint8Array): boolean {
  const keys = new Map(
    manifest.keys.map(({ keyId, purpose, wrapped }) => [
      keyId,
      unwrapKey(master, purpose, Buffer.from(wrapped, 'base64')),
    ]),
  );
  try {
    return new Opener((keyId) => keys.get(keyId)).open(proof).equals(sum);
  } catch (error) {
    if (error instanceof QorganError) return false;
    throw error;
  }
}

/** Sections follow one another from the start to the manifest. */
function assertWhole({ tables, files }: Manifest, end: number, file: string): void {
  let at = MAGIC.length;
  for (const { table, from, bytes } of tables) {
    if (from !== at) throw damaged(file, table);
    at += bytes;
  }
  if (files !== undefined) {
    if (files.from !== at) throw damaged(file, 'case_files');
    at += files.bytes;
  }
  if (at !== end) throw damaged(file, 'sections');
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
