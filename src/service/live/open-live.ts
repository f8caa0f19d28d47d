import type pg from 'pg';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { GroundBook } from '../../law/grounds.ts';
import { ensurePartitions } from '../../store/partitions.ts';
import type { Store } from '../../store/store.ts';
import { proposeHolds } from '../holds/propose.ts';
import type { Block, JournalRow } from './block.ts';
import { BlockWriter } from './block-writer.ts';
import { LIVE_LIMITS, type LiveLimits, LiveService } from './live-service.ts';
import type { LiveOptions } from './live-state.ts';
import { recover } from './recover.ts';
import { type Listing, Standing, type ToldIdentifiers } from './standing.ts';

export interface OpenLive {
  readonly store: Store;
  readonly dataDir: string;
  readonly options: LiveOptions;
  readonly listing: Listing;
  readonly told?: ToldIdentifiers;
  readonly law: GroundBook;
  readonly now: () => number;
  readonly limits?: Partial<LiveLimits>;
  /** A snapshot that was not taken, and why. */
  readonly passedOver?: (name: string, problem: string) => void;
  /** Nothing more can be acknowledged: the process should end. */
  readonly fatal: (error: unknown) => void;
}

export interface OpenedLive {
  readonly live: LiveService;
  readonly snapshotSeq: number;
  readonly replayed: number;
  readonly recoveredInMs: number;
}

/** Recovers the state from the store and starts to decide. Throws QRG_JOURNAL_DAMAGED, QRG_STORE_OTHER_WRITER. */
export async function openLive(asked: OpenLive): Promise<OpenedLive> {
  const { store, dataDir, options, now } = asked;
  const from = now();
  const recovered = await recover(store.pool, dataDir, options, store.vault, asked.passedOver);
  const live = await LiveService.start({
    state: recovered.state,
    options,
    standing: new Standing(
      asked.listing,
      asked.law,
      (kind, value) => store.vault.hash(kind, value),
      asked.told,
    ),
    pool: store.pool,
    now,
    ...(asked.limits && { limits: asked.limits }),
    startWriter: (durable: (block: Block, row: JournalRow) => void) =>
      BlockWriter.start({
        pool: store.pool,
        sealing: store.vault,
        after: recovered.place,
        now,
        attemptWithinMs: asked.limits?.attemptWithinMs ?? LIVE_LIMITS.attemptWithinMs,
        prepare: preparePartitions(now),
        proposeHolds: (client, block) => proposeHolds(client, block.holds),
        durable,
        fatal: asked.fatal,
      }),
  });
  const { snapshotSeq, replayed } = recovered;
  return { live, snapshotSeq, replayed, recoveredInMs: now() - from };
}

/** A month whose partition could not be made is tried again after so long. */
const AGAIN_MS = 10 * 60_000;

/**
 * Makes the partition of each month before the first row of it comes. While somebody reads for so long that none can be made
 * (a backup does), its rows lie in the partition of all other times, and move along when it is made: no decision waits for a
 * reader.
 */
function preparePartitions(
  now: () => number,
): (client: pg.PoolClient, block: Block) => Promise<void> {
  /** By month: when to look at it again. */
  const known = new Map<number, number>();
  return async (client, block) => {
    const fresh = new Set<number>();
    for (const { at } of block.transfers) {
      const date = new Date(at);
      const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
      if ((known.get(month) ?? 0) <= now()) fresh.add(month);
    }
    for (const month of fresh) {
      const isMade = await makePartition(client, month);
      known.set(month, isMade ? Number.POSITIVE_INFINITY : now() + AGAIN_MS);
    }
  };
}

/** False when readers leave no gap to make it in. */
async function makePartition(client: pg.PoolClient, month: number): Promise<boolean> {
  try {
    await ensurePartitions(client, [month]);
    return true;
  } catch (error) {
    if (error instanceof QorganError && error.problem.code === 'QRG_STORE_SLOW') return false;
    throw error;
  }
}
