import type { Selectable } from 'kysely';
import type { CaseStanding } from '../../domain/case/case-acts.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';
import type { CaseTables } from '../../store/tables/cases.ts';
import type { Principal } from '../access/principal.ts';

/** A case with the code of its institution. */
export type CaseRow = Selectable<CaseTables['cases']> & { readonly code: string };

/** Cases as the reader of the transaction may see them. */
export const caseRows = (trx: Transaction) =>
  trx
    .selectFrom('cases')
    .innerJoin('institutions', 'institutions.institution_id', 'cases.institution_id')
    .selectAll('cases')
    .select('institutions.code');

/** Throws QRG_CASE_UNKNOWN for one that the reader of the transaction may not see. */
export async function findCase(trx: Transaction, caseId: number): Promise<CaseRow> {
  const row = await caseRows(trx).where('cases.case_id', '=', caseId).executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_CASE_UNKNOWN');
  return row;
}

/** Acts are of people of the institution whose case it is; who sees all reads. */
export const isTheirs = (
  { institution_id }: Pick<CaseRow, 'institution_id'>,
  { institutionId }: Pick<Principal, 'institutionId'>,
): boolean => institution_id === institutionId;

/**
 * A case to act on, locked until the transaction ends. Throws QRG_CASE_UNKNOWN, and QRG_CASE_VERSION with the version it has when
 * it is not as the person saw it.
 */
export async function lockCase(
  trx: Transaction,
  principal: Principal,
  caseId: number,
  version: number | undefined,
): Promise<CaseRow> {
  await holdCase(trx, caseId);
  const row = await findCase(trx, caseId);
  if (!isTheirs(row, principal)) throw new QorganError('QRG_CASE_UNKNOWN');
  if (version !== undefined && row.version !== version)
    throw new QorganError('QRG_CASE_VERSION', { version: row.version });
  return row;
}

/** Locks cases in the order of their numbers, so that no two who lock several wait for each other. */
export const holdCase = (trx: Transaction, ...caseIds: number[]) =>
  trx
    .selectFrom('cases')
    .select('case_id')
    .where('case_id', 'in', caseIds)
    .orderBy('case_id')
    .forUpdate()
    .execute();

export const standingOf = ({ state, assignee }: CaseRow): CaseStanding => ({ state, assignee });
