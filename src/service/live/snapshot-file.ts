import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { type LiveOptions, LiveState } from './live-state.ts';
import { joinParts, splitParts } from './parts.ts';

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

const folderOf = (dataDir: string): string => join(dataDir, 'snapshots');

/**
 * Saves a state as `snapshots/<seq>.snapshot`, whole or not at all: written aside, synced, renamed. Older ones but one go.
 * @returns bytes written
 */
export async function saveSnapshot(
  dataDir: string,
  state: LiveState,
  sealing: SnapshotSealing,
): Promise<number> {
  const folder = folderOf(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const plain = Buffer.concat(state.save());
  const pieces: Buffer[] = [];
  for (let from = 0; from < plain.length; from += PIECE_BYTES)
    pieces.push(sealing.seal(plain.subarray(from, from + PIECE_BYTES)));
  const body = joinParts(pieces);
  const hash = createHash('sha256');
  for (const part of body) hash.update(part);
  const name = `${String(state.seq).padStart(16, '0')}${SUFFIX}`;
  const aside = join(folder, `${name}.tmp`);
  const file = await open(aside, 'w', 0o600);
  try {
    await file.writev([hash.digest(), ...body]);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, join(folder, name));
  await syncFolder(folder);
  await forgetOlder(folder);
  return 32 + body.reduce((sum, part) => sum + part.byteLength, 0);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function forgetOlder(folder: string): Promise<void> {
  for (const name of (await snapshotNames(folder)).slice(KEPT)) await rm(join(folder, name));
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
): AsyncGenerator<LiveState> {
  const folder = folderOf(dataDir);
  for (const name of await snapshotNames(folder)) {
    const state = restoreFrom(await readFile(join(folder, name)), options, sealing);
    if (state.ok) yield state.value;
    else passedOver(name, state.problem.code);
  }
}

function restoreFrom(
  bytes: Buffer,
  options: LiveOptions,
  sealing: SnapshotSealing,
): Result<LiveState> {
  const body = bytes.subarray(32);
  if (!createHash('sha256').update(body).digest().equals(bytes.subarray(0, 32)))
    return fail('QRG_SNAPSHOT_DAMAGED');
  const pieces = splitParts(body);
  if (pieces === undefined) return fail('QRG_SNAPSHOT_DAMAGED');
  try {
    const plain = Buffer.concat(pieces.map((piece) => sealing.open(Buffer.from(piece))));
    const state = LiveState.restore(options, plain);
    return state.ok ? ok(state.value) : state;
  } catch {
    // Sealed under a key that is no longer there: the journal gives the same state.
    return fail('QRG_SNAPSHOT_DAMAGED');
  }
}
