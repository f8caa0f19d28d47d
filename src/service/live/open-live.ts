import type pg from 'pg';
import type { GroundBook } from '../../law/grounds.ts';
import { ensurePartitions } from '../../store/partitions.ts';
import type { Store } from '../../store/store.ts';
import { proposeHolds } from '../holds/propose.ts';
import type { Block, JournalRow } from './block.ts';
import { BlockWriter } from './block-writer.ts';
import { type LiveLimits, LiveService } from './live-service.ts';
import type { LiveOptions } from './live-state.ts';
import { recover } from './recover.ts';
import { type Listing, Standing } from './standing.ts';

export interface OpenLive {
  readonly store: Store;
  readonly dataDir: string;
  readonly options: LiveOptions;
  readonly listing: Listing;
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
    standing: new Standing(asked.listing, asked.law, (kind, value) =>
      store.vault.hash(kind, value),
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
        prepare: preparePartitions(),
        proposeHolds: (client, block) => proposeHolds(client, block.holds),
        durable,
        fatal: asked.fatal,
      }),
  });
  const { snapshotSeq, replayed } = recovered;
  return { live, snapshotSeq, replayed, recoveredInMs: now() - from };
}

/** Makes the partition of each month before the first row of it comes. */
function preparePartitions(): (client: pg.PoolClient, block: Block) => Promise<void> {
  const known = new Set<number>();
  return async (client, block) => {
    const fresh = new Set<number>();
    for (const { at } of block.transfers) {
      const date = new Date(at);
      const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
      if (!known.has(month)) fresh.add(month);
    }
    if (fresh.size === 0) return;
    await ensurePartitions(client, [...fresh]);
    for (const month of fresh) known.add(month);
  };
}
