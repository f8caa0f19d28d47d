import { QorganError } from '../../domain/errors/catalogue.ts';
import type { ListKind } from '../../screening/lists/list-kind.ts';
import type { Lists } from './lists.ts';
import { type ListManager, mayManage } from './managed-list.ts';

export interface NewList {
  /** null: for all institutions. */
  readonly institutionId: number | null;
  readonly kind: ListKind;
  /** Unique within its institution. */
  readonly name: string;
  /** Where its files come from. */
  readonly source: string;
  /** Who may see it and what for, as its owner says: a licence, 'TLP:AMBER', 'для служебного пользования'. */
  readonly handling: string;
}

/** Makes a list without a version. Throws QRG_LIST_NOT_YOURS, QRG_LIST_NAME_TAKEN. Returns its number. */
export async function createList(lists: Lists, by: ListManager, list: NewList): Promise<number> {
  const { institutionId, kind, name, source, handling } = list;
  if (!mayManage(by, institutionId)) throw new QorganError('QRG_LIST_NOT_YOURS');
  return lists.store.write(async (trx) => {
    const made = await trx
      .insertInto('lists')
      .values({
        institution_id: institutionId,
        kind,
        name,
        source,
        handling,
        created_at: lists.now(),
        created_by: by.name,
      })
      .onConflict((conflict) => conflict.columns(['institution_id', 'name']).doNothing())
      .returning('list_id')
      .executeTakeFirst();
    if (made === undefined) throw new QorganError('QRG_LIST_NAME_TAKEN', { name });
    await lists.audit.appendIn(trx, {
      actor: by,
      ...(institutionId !== null && { institutionId }),
      action: 'list.create',
      object: `list:${made.list_id}`,
      detail: { kind, name, source, handling },
    });
    return made.list_id;
  });
}
