import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Fm1Document } from '../../exchange/fm1/document.ts';
import type { Deadline } from '../../law/working-days.ts';
import type { Transaction } from '../../store/store.ts';
import type { FilingTables } from '../../store/tables/filings.ts';
import { type AuditActor, SYSTEM } from '../audit/entry.ts';
import type { FilingBase } from './deps.ts';
import { type FilingRow, findFiling, sealDocument } from './filing-row.ts';
import { termColumns } from './filing-term.ts';
import { withFixed } from './fixed-fields.ts';
import { auditOf, type Step, writeEvent } from './write-step.ts';

type Columns = Insertable<FilingTables['filings']>;

export interface NewFiling
  extends Pick<
    Columns,
    | 'kind'
    | 'case_id'
    | 'follows'
    | 'transfer_seq'
    | 'transfer_id'
    | 'operation_at'
    | 'amount_minor'
    | 'threshold'
    | 'day'
  > {
  readonly institutionId: number;
  readonly follows_as?: FilingRow['follows_as'];
  readonly decide?: readonly string[];
  readonly document: Fm1Document;
  readonly due: Deadline;
  readonly actor: AuditActor;
  /** User ids of those whose words it begins with: none of them approves it. */
  readonly wroteBefore?: readonly number[];
  readonly reason?: string | undefined;
  readonly at: number;
}

/** A document's identifier as the format has it. */
export const newGuid = (): string => randomUUID().toUpperCase();

/** Writes a new draft at version 1 with its event, audited in the same transaction. */
export async function insertFiling(
  deps: FilingBase,
  trx: Transaction,
  {
    institutionId,
    document,
    due,
    actor,
    reason,
    at,
    decide = [],
    wroteBefore = [],
    ...columns
  }: NewFiling,
): Promise<FilingRow> {
  const isPerson = actor !== SYSTEM;
  const follows_as = columns.follows_as ?? null;
  const { filing_id } = await trx
    .insertInto('filings')
    .values({
      ...columns,
      follows_as,
      institution_id: institutionId,
      state: 'draft',
      decide: [...decide],
      document_guid: newGuid(),
      version_guid: newGuid(),
      ...termColumns(due),
      sealed: sealDocument(
        deps.cases.store,
        withFixed({ kind: columns.kind, follows_as }, document),
      ),
      made_at: at,
      made_by_id: isPerson ? actor.id : null,
      made_by: actor.name,
      writers: [...new Set([...wroteBefore, ...(isPerson ? [actor.id] : [])])],
      updated_at: at,
    })
    .returning('filing_id')
    .executeTakeFirstOrThrow();
  const row = await findFiling(trx, filing_id);
  const step: Step = {
    act: 'draft',
    state: 'draft',
    at,
    actor,
    note: reason,
    detail: {
      kind: row.kind,
      case: row.case_id,
      threshold: row.threshold,
      follows: row.follows,
      due: row.due_at,
    },
  };
  await writeEvent(deps, trx, row, step);
  await deps.cases.audit.appendIn(trx, auditOf(row, step));
  return row;
}
