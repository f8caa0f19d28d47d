import { sql } from 'kysely';
import type { Store } from '../../store/store.ts';

/** How Watch does, for whoever runs it. */
export interface WatchFigures {
  /** Posts looked at since the start, known ones too. */
  posts: number;
  captures: number;
  captureFailures: number;
  /** As they were counted last. */
  queue: number;
  sourcesFailing: number;
}

export const noFigures = (): WatchFigures => ({
  posts: 0,
  captures: 0,
  captureFailures: 0,
  queue: 0,
  sourcesFailing: 0,
});

/** The queue is counted up to so many: what is beyond is as bad. */
const QUEUE_MOST = 100_000;

/**
 * Counts posts that look unlawful and that nobody has labelled, and sources whose last look failed. Beside the requests: who
 * asks for figures is answered while the database is away.
 */
export async function countFigures({
  store,
  figures,
}: {
  readonly store: Store;
  readonly figures: WatchFigures;
}): Promise<void> {
  const { rows } = await store.write((trx) =>
    sql<{ queue: number; failing: number }>`
      SELECT
        (SELECT count(*)::int FROM (SELECT FROM posts WHERE said_at IS NULL
          AND coalesce(said_label, label) IN ('dropper', 'drug_courier', 'drug_ad') LIMIT ${QUEUE_MOST}) waiting) AS queue,
        (SELECT count(*)::int FROM watch_sources WHERE failures > 0 AND state = 'active') AS failing`.execute(
      trx,
    ),
  );
  figures.queue = rows[0].queue;
  figures.sourcesFailing = rows[0].failing;
}
