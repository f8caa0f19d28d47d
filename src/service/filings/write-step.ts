import type { Updateable } from 'kysely';
import type { FilingActKind, FilingState } from '../../domain/filing/filing-acts.ts';
import type { Transaction } from '../../store/store.ts';
import type { FilingTables } from '../../store/tables/filings.ts';
import type { Json } from '../audit/canonical-json.ts';
import { type AuditActor, type AuditEntry, SYSTEM } from '../audit/entry.ts';
import type { FilingBase } from './deps.ts';
import type { FilingRow } from './filing-row.ts';

/** What is written down of one step of a notice. */
export interface Step {
  readonly act: 'draft' | FilingActKind;
  readonly state: FilingState;
  readonly at: number;
  readonly actor: AuditActor;
  /** A person's words, sealed; in the record of acts they are the reason. */
  readonly note?: string | undefined;
  /** Numbers and kinds, nothing of people. */
  readonly detail?: { readonly [key: string]: Json };
  /** Other columns that change. */
  readonly set?: Updateable<FilingTables['filings']>;
}

type Where = Pick<FilingRow, 'filing_id' | 'institution_id' | 'version'>;

/** Writes one step: the notice with its next version, and the event. The caller holds the row's lock, and audits last. */
export async function writeStep(
  deps: FilingBase,
  trx: Transaction,
  row: Where,
  step: Step,
): Promise<void> {
  const version = row.version + 1;
  await trx
    .updateTable('filings')
    .set({ ...step.set, state: step.state, version, updated_at: step.at })
    .where('filing_id', '=', row.filing_id)
    .execute();
  await writeEvent(deps, trx, { ...row, version }, step);
}

/** The event of the version that a notice has now. */
export async function writeEvent(
  { cases: { store } }: FilingBase,
  trx: Transaction,
  { filing_id, institution_id, version }: Where,
  { act, state, at, actor, note }: Step,
): Promise<void> {
  await trx
    .insertInto('filing_events')
    .values({
      filing_id,
      version,
      institution_id,
      at,
      actor_id: actor === SYSTEM ? null : actor.id,
      actor: actor.name,
      act,
      state,
      note_sealed: note === undefined ? null : store.vault.seal(note),
    })
    .execute();
}

/** The same for the record of acts. */
export const auditOf = (
  { filing_id, institution_id }: Omit<Where, 'version'>,
  { act, state, actor, note, detail }: Step,
): AuditEntry => ({
  actor,
  institutionId: institution_id,
  action: `filing.${act}`,
  object: `filing:${filing_id}`,
  reason: note,
  detail: { state, ...detail },
});
