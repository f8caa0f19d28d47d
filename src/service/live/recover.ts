import type pg from 'pg';
import { type LiveOptions, LiveState } from './live-state.ts';
import { JOURNAL_START, type JournalPlace, placeAfter, readJournal } from './read-journal.ts';
import { replay } from './replay.ts';
import { readSnapshots, type Snapshot, type SnapshotSealing } from './snapshot-file.ts';

export interface Recovered {
  readonly state: LiveState;
  /** Where the journal ends. */
  readonly place: JournalPlace;
  /** Fact the snapshot ended with; 0 when there was none to go on from. */
  readonly snapshotSeq: number;
  /** Facts replayed after it. */
  readonly replayed: number;
}

/**
 * The state after the last durable fact: the newest snapshot that the journal knows, and the facts after it. Without a
 * snapshot the whole journal is replayed; the state is the same. Throws QRG_JOURNAL_DAMAGED.
 */
export async function recover(
  pool: Pick<pg.Pool, 'query'>,
  dataDir: string,
  options: LiveOptions,
  sealing: SnapshotSealing,
  passedOver: (name: string, problem: string) => void = () => {},
): Promise<Recovered> {
  const from = await startingPoint(pool, dataDir, options, sealing, passedOver);
  let { place } = from;
  for await (const block of readJournal(pool, (sealed) => sealing.open(sealed), place)) {
    replay(from.state, block);
    place = { seq: from.state.seq, hash: block.row.hash };
  }
  const snapshotSeq = from.place.seq;
  return { state: from.state, place, snapshotSeq, replayed: place.seq - snapshotSeq };
}

async function startingPoint(
  pool: Pick<pg.Pool, 'query'>,
  dataDir: string,
  options: LiveOptions,
  sealing: SnapshotSealing,
  passedOver: (name: string, problem: string) => void,
): Promise<Snapshot> {
  for await (const snapshot of readSnapshots(dataDir, options, sealing, passedOver)) {
    // A database restored from a backup may be older than the snapshot beside it, and have gone on otherwise since.
    const place = await placeAfter(pool, snapshot.place.seq);
    if (place?.hash.equals(snapshot.place.hash)) return { state: snapshot.state, place };
    passedOver(String(snapshot.place.seq), 'QRG_SNAPSHOT_AHEAD');
  }
  return { state: new LiveState(options), place: JOURNAL_START };
}
