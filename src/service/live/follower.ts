import type pg from 'pg';
import { failureFields, type Log } from '../running/log.ts';
import { findLiveNetworks, storeNetworks } from './live-networks.ts';
import type { LiveOptions } from './live-state.ts';
import { readJournal } from './read-journal.ts';
import { type Recovered, recover } from './recover.ts';
import { replay } from './replay.ts';
import {
  NO_SNAPSHOT,
  type SavedSnapshot,
  type SnapshotSealing,
  saveSnapshot,
  snapshotAt,
} from './snapshot-file.ts';

export interface FollowerOptions {
  readonly pool: pg.Pool;
  readonly dataDir: string;
  readonly live: LiveOptions;
  readonly sealing: SnapshotSealing;
  /** Facts between two snapshots: what a recovery has to replay at most, beside what came since. */
  readonly snapshotEvery: number;
  /** Least pause between two searches for networks. */
  readonly networksEveryMs: number;
  readonly now: () => number;
  readonly log: Log;
}

/**
 * A second engine that reads the journal as it grows. It says again what the service said (and stops when it would say
 * something else), saves snapshots and finds networks: all that would make the service itself pause.
 */
export class Follower {
  readonly #options: FollowerOptions;
  readonly #at: { state: Recovered['state']; place: Recovered['place'] };
  #savedSeq: number;
  #snapshot = NO_SNAPSHOT;
  #networksSeq = -1;
  #networksAt = Number.NEGATIVE_INFINITY;

  private constructor(options: FollowerOptions, recovered: Recovered) {
    this.#options = options;
    this.#at = { state: recovered.state, place: recovered.place };
    this.#savedSeq = recovered.snapshotSeq;
  }

  static async open(options: FollowerOptions): Promise<Follower> {
    const { pool, dataDir, live, sealing, log } = options;
    const recovered = await recover(pool, dataDir, live, sealing, (name, problem) =>
      log('warn', 'snapshot passed over', { name, problem }),
    );
    const follower = new Follower(options, recovered);
    await follower.#noteSnapshot();
    return follower;
  }

  get seq(): number {
    return this.#at.place.seq;
  }

  /** The newest snapshot that a recovery would go on from. */
  get snapshot(): SavedSnapshot {
    return this.#snapshot;
  }

  get digest(): string {
    return this.#at.state.digest();
  }

  /** Reads what the journal has got since, saves and searches where it is due. */
  async step(): Promise<void> {
    const { pool, sealing, snapshotEvery } = this.#options;
    for await (const block of readJournal(pool, (s) => sealing.open(s), this.#at.place)) {
      replay(this.#at.state, block);
      this.#at.place = { seq: this.#at.state.seq, hash: block.row.hash };
      if (this.seq - this.#savedSeq >= snapshotEvery) await this.save();
    }
    await this.#findNetworks();
  }

  async #findNetworks(): Promise<void> {
    const { pool, now, networksEveryMs, log } = this.#options;
    if (this.seq === this.#networksSeq || now() - this.#networksAt < networksEveryMs) return;
    this.#networksSeq = this.seq;
    this.#networksAt = now();
    try {
      await storeNetworks(pool, await findLiveNetworks(pool, this.#at.state), now());
    } catch (error) {
      // Those of the search before stay; the journal is followed all the same, and the next turn searches again.
      this.#networksSeq = -1;
      log('error', 'networks not found', failureFields(error));
    }
    // A long search earns a long pause: it never takes more than a fifth of the time.
    this.#networksAt = now() + 4 * (now() - this.#networksAt);
  }

  /** Saves a snapshot of all that was read. */
  async save(): Promise<void> {
    if (this.seq === this.#savedSeq) return;
    await saveSnapshot(this.#options.dataDir, this.#at, this.#options.sealing);
    this.#savedSeq = this.seq;
    await this.#noteSnapshot();
  }

  async #noteSnapshot(): Promise<void> {
    this.#snapshot = await snapshotAt(this.#options.dataDir, this.#savedSeq);
  }
}
