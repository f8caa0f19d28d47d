import { QorganError } from '../../domain/errors/catalogue.ts';
import type { ListFacts } from '../../screening/lists/list-hit.ts';
import type { ListKind } from '../../screening/lists/list-kind.ts';
import type { Transaction } from '../../store/store.ts';
import type { AuditActor } from '../audit/entry.ts';

/** A list of the store. */
export interface StoredList {
  readonly facts: ListFacts;
  readonly name: string;
  readonly inForce: number | null;
}

/** Who makes lists and versions: a person or a program with rights, or the house itself for an institution. */
export interface ListManager extends AuditActor {
  /** Reads the data of every institution. */
  readonly seesAll: boolean;
}

/** An institution manages its own lists; lists for all are managed by who sees all. The terminal manages every list. */
export const mayManage = (by: ListManager, institutionId: number | null): boolean =>
  by.kind === 'terminal' ||
  (institutionId === null ? by.seesAll : institutionId === by.institutionId);

/**
 * The list, for one who manages it; locked against other changes until the transaction ends when `lock` is said. A list
 * that the principal does not even see is unknown. Throws QRG_LIST_UNKNOWN, QRG_LIST_NOT_YOURS.
 */
export async function managedList(
  trx: Transaction,
  by: ListManager,
  listId: number,
  lock: 'lock' | 'look',
): Promise<StoredList> {
  const query = trx
    .selectFrom('lists')
    .select(['list_id', 'institution_id', 'kind', 'name', 'in_force'])
    .where('list_id', '=', listId);
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  if (
    row === undefined ||
    !(by.seesAll || row.institution_id === null || mayManage(by, row.institution_id))
  )
    throw new QorganError('QRG_LIST_UNKNOWN', { list: listId });
  if (!mayManage(by, row.institution_id)) throw new QorganError('QRG_LIST_NOT_YOURS');
  return storedList(row);
}

const storedList = (row: {
  list_id: number;
  institution_id: number | null;
  kind: ListKind;
  name: string;
  in_force: number | null;
}): StoredList => ({
  facts: { listId: row.list_id, institutionId: row.institution_id, kind: row.kind },
  name: row.name,
  inForce: row.in_force,
});
