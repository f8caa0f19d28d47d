import { sql } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Watch } from '../watch.ts';
import { runSource } from './run-source.ts';
import { type SourceRow, sourceRows } from './source-view.ts';

/** Sources looked at before the caller has its turn. */
const RUNS_MOST = 20;

/** Sources looked at at once: a site that answers slowly does not hold up the others. */
const AT_ONCE = 4;

/**
 * Looks at the sources that are due, some at once. A source that fails is noted and comes again later. Returns how many were
 * looked at.
 */
export async function workOnSources(watch: Watch, signal: AbortSignal): Promise<number> {
  const due = (await watch.store.write((trx) => dueSources(trx, watch))).values();
  let runs = 0;
  const work = async () => {
    for (const source of due) {
      if (signal.aborted) return;
      runs++;
      await lookAt(watch, source, signal);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return runs;
}

async function lookAt(watch: Watch, source: SourceRow, signal: AbortSignal): Promise<void> {
  try {
    await runSource(watch, source, 'qorgan', signal);
  } catch (error) {
    // It stands in the source.
    if (!(error instanceof QorganError)) watch.trouble?.('source failed', error);
  }
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
