import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Acted, Acting } from './acting.ts';
import { addThings, nameOfThing } from './case-items.ts';
import { forgetStatement } from './case-statements/move-statements.ts';
import type { CaseWish } from './case-wish.ts';

type Wish<K extends CaseWish['kind']> = Extract<CaseWish, { readonly kind: K }>;

/** Whether the things are there, and to be seen, was asked before. Throws QRG_CASE_ITEM_EXISTS, QRG_CASE_LIMIT. */
export async function addItem(
  { deps, trx, principal, row, at }: Acting,
  { items, reason }: Wish<'add_item'>,
): Promise<Acted> {
  const added = await addThings(deps, trx, row, items, { at, by: principal.id, reason });
  if (added.length === 0)
    throw new QorganError('QRG_CASE_ITEM_EXISTS', { item: nameOfThing(items[0]) });
  return { note: reason, detail: { items: added.map(nameOfThing) }, isOther: true };
}

/** Throws QRG_CASE_ITEM_UNKNOWN. */
export async function removeItem(
  { trx, principal, row, at }: Acting,
  { item, reason }: Wish<'remove_item'>,
): Promise<Acted> {
  const gone = await trx
    .updateTable('case_items')
    .set({ removed_at: at, removed_by: principal.id })
    .where('item_id', '=', item)
    .where('case_id', '=', row.case_id)
    .where('removed_at', 'is', null)
    .returning(['kind', 'ref'])
    .executeTakeFirst();
  if (gone === undefined) throw new QorganError('QRG_CASE_ITEM_UNKNOWN', { item: `item:${item}` });
  if (gone.kind === 'statement') await forgetStatement(trx, Number(gone.ref));
  return { note: reason, detail: { item: nameOfThing(gone) }, isOther: true };
}
