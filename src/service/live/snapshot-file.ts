import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { type LiveOptions, LiveState } from './live-state.ts';
import { joinParts, splitParts } from './parts.ts';
import type { JournalPlace } from './read-journal.ts';

/** Names of accounts are in a snapshot: it is sealed like everything that names somebody. */
export interface SnapshotSealing {
  seal(plain: Uint8Array): Buffer;
  open(sealed: Buffer): Buffer;
}

/** Sealed piece by piece: one cipher call takes at most 2 GiB, and a piece is held twice in memory. */
const PIECE_BYTES = 16 << 20;
/** The newest, and the one before it in case the newest is torn. */
const KEPT = 2;
const SUFFIX = '.snapshot';
const ASIDE = '.tmp';
/** SHA-256: of a file, and of the block that a journal ends with. */
const HASH_BYTES = 32;

/** A state from a file, and the end of the journal that it was read from. */
export interface Snapshot {
  readonly state: LiveState;
  readonly place: JournalPlace;
}

/** A snapshot on disk. */
export interface SavedSnapshot {
  /** The last fact in it; 0 when there is none. */
  readonly seq: number;
  /** When it was written, epoch ms. */
  readonly at: number;
  readonly bytes: number;
}

export const NO_SNAPSHOT: SavedSnapshot = { seq: 0, at: 0, bytes: 0 };

const nameOf = (seq: number): string => `${String(seq).padStart(16, '0')}${SUFFIX}`;

/** The snapshot that ends with a fact; NO_SNAPSHOT when it is not there. */
export async function snapshotAt(dataDir: string, seq: number): Promise<SavedSnapshot> {
  const found = await stat(join(folderOf(dataDir), nameOf(seq))).catch(() => undefined);
  return found ? { seq, at: Math.round(found.mtimeMs), bytes: found.size } : NO_SNAPSHOT;
}

const folderOf = (dataDir: string): string => join(dataDir, 'snapshots');

/**
 * Saves a state as `snapshots/<seq>.snapshot`, whole or not at all: written aside, synced, renamed. Older ones but one go.
 * @param place where the journal ends that the state was read from
 * @returns bytes written
 */
export async function saveSnapshot(
  dataDir: string,
  { state, place }: Snapshot,
  sealing: SnapshotSealing,
): Promise<number> {
  const folder = folderOf(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await forgetUnfinished(folder);
  const plain = Buffer.concat([place.hash, ...state.save()]);
  const body = joinParts(piecesOf(plain).map((piece) => sealing.seal(piece)));
  const name = nameOf(place.seq);
  const aside = join(folder, `${name}${ASIDE}`);
  try {
    await writeSynced(aside, [hashOf(body), ...body]);
    await rename(aside, join(folder, name));
  } catch (error) {
    // On a full disk what is left of it would be in the way of everybody.
    await rm(aside, { force: true });
    throw error;
  }
  await syncFolder(folder);
  await forgetOthers(folder, name);
  return body.reduce((sum, part) => sum + part.byteLength, HASH_BYTES);
}

const piecesOf = (bytes: Buffer): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / PIECE_BYTES) }, (_, i) =>
    bytes.subarray(i * PIECE_BYTES, (i + 1) * PIECE_BYTES),
  );

function hashOf(parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

async function writeSynced(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    // One by one: a gathered write that finds the disk full writes less and says nothing.
    for (const part of parts) await file.writeFile(part);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a process that was killed left behind. */
async function forgetUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.endsWith(`${SUFFIX}${ASIDE}`)) await rm(join(folder, name), { force: true });
}

/**
 * Keeps this one and the one before. What claims to be later is of a journal that is no more: the database was put back to
 * an earlier day.
 */
async function forgetOthers(folder: string, saved: string): Promise<void> {
  const names = await snapshotNames(folder);
  const from = names.indexOf(saved);
  const kept = names.slice(from, from + KEPT);
  for (const name of names) if (!kept.includes(name)) await rm(join(folder, name));
}

/** Newest first. */
async function snapshotNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(SUFFIX))
    .sort()
    .reverse();
}

/** Every snapshot that is whole and of this engine, newest first; one that is neither is passed over with its reason. */
export async function* readSnapshots(
  dataDir: string,
  options: LiveOptions,
  sealing: SnapshotSealing,
  passedOver: (name: string, problem: string) => void,
): AsyncGenerator<Snapshot> {
  const folder = folderOf(dataDir);
  for (const name of await snapshotNames(folder)) {
    const read = await restoreFrom(join(folder, name), options, sealing);
    if (read.ok) yield read.value;
    else passedOver(name, read.problem.code);
  }
}

async function restoreFrom(
  path: string,
  options: LiveOptions,
  sealing: SnapshotSealing,
): Promise<Result<Snapshot>> {
  try {
    const bytes = await readWhole(path);
    const body = bytes.subarray(HASH_BYTES);
    if (!hashOf(piecesOf(body)).equals(bytes.subarray(0, HASH_BYTES)))
      return fail('QRG_SNAPSHOT_DAMAGED');
    const pieces = splitParts(body) ?? [];
    const plain = Buffer.concat(pieces.map((piece) => sealing.open(Buffer.from(piece))));
    const state = LiveState.restore(options, plain.subarray(HASH_BYTES));
    if (!state.ok) return state;
    const hash = Buffer.from(plain.subarray(0, HASH_BYTES));
    return ok({ state: state.value, place: { seq: state.value.seq, hash } });
  } catch {
    // Not to be read, or sealed under a key that is no longer there: the journal gives the same state.
    return fail('QRG_SNAPSHOT_DAMAGED');
  }
}

/** A file of any size: `readFile` takes none past 2 GiB. */
async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.allocUnsafe((await file.stat()).size);
    for (let at = 0; at < bytes.length; ) {
      const length = Math.min(PIECE_BYTES, bytes.length - at);
      const { bytesRead } = await file.read(bytes, at, length, at);
      if (bytesRead === 0) throw new Error('the file became shorter');
      at += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
