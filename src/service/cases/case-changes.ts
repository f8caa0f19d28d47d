import type { CaseState } from '../../domain/case/case-file.ts';
import type { Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { findCase } from './case-row.ts';
import { type Shown, shownText } from './case-view.ts';
import type { CaseDeps } from './deps.ts';
import type { Actor } from './person.ts';

/** One step of a case. */
export interface CaseEvent {
  readonly version: number;
  readonly at: number;
  /** Null: Qorgan. */
  readonly by: Actor | null;
  readonly act: string;
  readonly state: CaseState;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly note: string | null;
}

export interface CaseChanges {
  /** The version that the case has. */
  readonly version: number;
  /** In order; of very many the latest. */
  readonly events: readonly CaseEvent[];
}

interface EventsAsk {
  readonly limit: number;
  readonly shown: Shown;
  /** Only after this version. */
  readonly since?: number;
}

const EVENTS_MOST = 200;

/** Steps of a case, latest first. */
export async function eventsOf(
  { store }: Pick<CaseDeps, 'store'>,
  trx: Transaction,
  caseId: number,
  { limit, shown, since = 0 }: EventsAsk,
): Promise<CaseEvent[]> {
  const rows = await trx
    .selectFrom('case_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('version', '>', since)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    version: row.version,
    at: row.at,
    by: row.actor_id === null ? null : { userId: row.actor_id, name: row.actor },
    act: row.act,
    state: row.state,
    detail: row.detail,
    note:
      row.note_sealed === null
        ? null
        : shownText(store.vault.open(row.note_sealed).toString(), shown),
  }));
}

/**
 * What happened to a case after a version that somebody saw: what a client shows beside the act that was refused. The look is
 * written down, for notes are people's. Throws QRG_CASE_UNKNOWN.
 */
export async function caseChanges(
  deps: CaseDeps,
  principal: Principal,
  caseId: number,
  since: number,
  shown: Shown,
): Promise<CaseChanges> {
  const { row, events } = await deps.store.read(scopeOf(principal), async (trx) => ({
    row: await findCase(trx, caseId),
    events: await eventsOf(deps, trx, caseId, { limit: EVENTS_MOST, shown, since }),
  }));
  await deps.audit.append({
    actor: principal,
    institutionId: row.institution_id,
    action: 'case.look',
    object: `case:${caseId}`,
    detail: { since },
  });
  return { version: row.version, events: events.reverse() };
}
