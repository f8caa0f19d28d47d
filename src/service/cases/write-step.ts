import type { Updateable } from 'kysely';
import type { CaseState } from '../../domain/case/case-file.ts';
import type { Transaction } from '../../store/store.ts';
import type { CaseTables } from '../../store/tables/cases.ts';
import type { Json } from '../audit/canonical-json.ts';
import { type AuditActor, type AuditEntry, SYSTEM } from '../audit/entry.ts';
import type { CaseRow } from './case-row.ts';
import type { CaseDeps } from './deps.ts';

/** What is written down of one step of a case. */
export interface Step {
  readonly act: string;
  readonly at: number;
  readonly actor: AuditActor;
  /** The state after it; as before when not said. */
  readonly state?: CaseState | undefined;
  /** A person's words, sealed. */
  readonly note?: string | undefined;
  /** The same words stand in the record of acts, too: they say why, and are not about a person. */
  readonly isReason?: boolean;
  /** Numbers and kinds, nothing of people: it stands in the open. */
  readonly detail?: { readonly [key: string]: Json };
  /** Other columns that change. */
  readonly set?: Updateable<CaseTables['cases']>;
}

/** Writes one step: the case with its next version, and the event. The caller holds the row's lock, and audits last. */
export async function writeStep(
  { store }: Pick<CaseDeps, 'store'>,
  trx: Transaction,
  row: CaseRow,
  step: Step,
): Promise<CaseRow> {
  const state = step.state ?? row.state;
  const version = row.version + 1;
  const after = await trx
    .updateTable('cases')
    .set({ ...step.set, state, version, updated_at: step.at })
    .where('case_id', '=', row.case_id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await writeEvent({ store }, trx, after, step);
  return { ...after, code: row.code };
}

/** The event of the version that a case has now. */
export async function writeEvent(
  { store }: Pick<CaseDeps, 'store'>,
  trx: Transaction,
  row: Pick<CaseRow, 'case_id' | 'institution_id' | 'version' | 'state'>,
  { act, at, actor, note, detail }: Step,
): Promise<void> {
  await trx
    .insertInto('case_events')
    .values({
      case_id: row.case_id,
      version: row.version,
      institution_id: row.institution_id,
      at,
      actor_id: actor === SYSTEM ? null : actor.id,
      actor: actor.name,
      act,
      state: row.state,
      detail: JSON.stringify(detail ?? {}),
      note_sealed: note === undefined ? null : store.vault.seal(note),
    })
    .execute();
}

/** The same for the record of acts. */
export const auditOf = (
  { case_id, institution_id, state }: Pick<CaseRow, 'case_id' | 'institution_id' | 'state'>,
  { act, actor, note, isReason, detail }: Step,
): AuditEntry => ({
  actor,
  institutionId: institution_id,
  action: `case.${act.replaceAll('_', '-')}`,
  object: `case:${case_id}`,
  reason: isReason === true ? note : undefined,
  detail: { state, ...detail },
});
