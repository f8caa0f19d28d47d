import { sql } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Watch } from '../watch.ts';
import { runSource } from './run-source.ts';
import { type SourceRow, sourceRows } from './source-view.ts';

/** Sources looked at before the caller has its turn. */
const RUNS_MOST = 20;

/**
 * Looks at the sources that are due, one after the other. A source that fails is noted and comes again later. Returns how
 * many were looked at.
 */
export async function workOnSources(watch: Watch, signal: AbortSignal): Promise<number> {
  const due = await watch.store.write((trx) => dueSources(trx, watch));
  let runs = 0;
  for (const source of due) {
    if (signal.aborted) break;
    try {
      await runSource(watch, source, 'qorgan', signal);
    } catch (error) {
      // It stands in the source.
      if (!(error instanceof QorganError)) watch.trouble?.('source failed', error);
    }
    runs++;
  }
  return runs;
}

const dueSources = (
  trx: Parameters<typeof sourceRows>[0],
  { now, running }: Watch,
): Promise<SourceRow[]> =>
  sourceRows(
    trx,
    sql`s.source_id IN (
      SELECT source_id FROM watch_sources WHERE next_at <= ${now()} AND state = 'active' AND url IS NOT NULL
        AND NOT source_id = ANY (${[...running.sources]}::int[])
      ORDER BY next_at, source_id LIMIT ${RUNS_MOST})`,
    RUNS_MOST,
  );
