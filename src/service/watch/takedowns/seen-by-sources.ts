import { sql } from 'kysely';
import type { Transaction } from '../../../store/store.ts';
import { type TakedownSight, WAYS } from '../../../watch/takedown/takedown-state.ts';
import { type AuditEntry, SYSTEM } from '../../audit/entry.ts';
import type { TakedownDeps } from './deps.ts';
import { findTakedown, holdRow } from './takedown-row.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

/** What the source of a page, or a person who sealed it anew, saw of it. */
export interface SeenBySource {
  readonly takedownId: number;
  readonly sight: TakedownSight;
}

/** Found in one look. */
const LOOK_MOST = 100;

/**
 * Requests whose page was seen gone after they were sent, and removals whose page had been seen gone and is there again. A removal
 * by the addressee's word alone says nothing of what sources see.
 */
export async function seenBySources(trx: Transaction): Promise<SeenBySource[]> {
  const { rows } = await sql<{ readonly takedown_id: number; readonly is_gone: boolean }>`
    SELECT t.takedown_id, p.gone_at IS NOT NULL AS is_gone
    FROM takedowns t JOIN posts p ON p.post_id = t.post_id
    WHERE (t.state IN ('requested', 'acknowledged', 'partly') AND p.gone_at >= t.requested_at)
      OR (t.state = 'removed' AND p.gone_at IS NULL AND EXISTS (
        SELECT FROM takedown_events e
        WHERE e.takedown_id = t.takedown_id AND e.event = 'found_gone' AND e.at >= t.removed_at))
    ORDER BY t.takedown_id LIMIT ${LOOK_MOST}`.execute(trx);
  return rows.map(({ takedown_id, is_gone }) => ({
    takedownId: Number(takedown_id),
    sight: is_gone ? 'found_gone' : 'found_again',
  }));
}

/** Returns what the record of acts is to say, last; undefined where somebody was quicker. */
export async function noteSight(
  deps: Pick<TakedownDeps, 'store'>,
  trx: Transaction,
  takedownId: number,
  sight: TakedownSight,
  at: number,
): Promise<AuditEntry | undefined> {
  await holdRow(trx, takedownId);
  const row = await findTakedown(trx, takedownId);
  const state = WAYS[sight][row.state];
  if (state === undefined) return undefined;
  const set = sight === 'found_gone' ? { removed_at: row.post_gone_at ?? at } : {};
  const note = `post:${row.post_id}`;
  const step: Step = { state, event: sight, at, actor: SYSTEM, note, set };
  await writeStep(deps, trx, row, step);
  return auditOf(row, step, { post: row.post_id });
}
