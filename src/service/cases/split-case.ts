import { QorganError } from '../../domain/errors/catalogue.ts';
import { type Acted, type Acting, because } from './acting.ts';
import { findCase } from './case-row.ts';
import { moveStatements } from './case-statements/move-statements.ts';
import { nextDueOf } from './case-tasks.ts';
import type { CaseWish } from './case-wish.ts';
import { insertCase } from './open-case.ts';
import { auditOf, type Step, writeEvent } from './write-step.ts';

type Wish = Extract<CaseWish, { readonly kind: 'split' }>;

/**
 * A part of what a case has goes to a new one: the items chosen, and files, facts and tasks with them. The new case belongs to
 * whom the old one does; each says of the other. Throws QRG_CASE_SPLIT when something chosen is not there, or all would go.
 */
export async function splitOff(acting: Acting, wish: Wish): Promise<Acted> {
  const { deps, trx, principal, row, at } = acting;
  await mustStay(acting, wish.items);
  const { title, reason } = wish;
  const fresh = await insertCase(deps, trx, {
    ...{ title, reason, at, items: [], tlp: row.tlp, from: 'split' },
    institutionId: row.institution_id,
    openedBy: principal.id,
    assignee: row.assignee,
    splitFrom: row.case_id,
  });
  await move(acting, fresh.case_id, wish);
  await moveStatements(trx, wish.items, fresh.case_id);
  const due = await nextDueOf(trx, fresh.case_id);
  await trx
    .updateTable('cases')
    .set({ next_due_at: due })
    .where('case_id', '=', fresh.case_id)
    .execute();
  const opened = await findCase(trx, fresh.case_id);
  const detail = { from: 'split', of: row.case_id, items: wish.items.length };
  const step: Step = { act: 'open', at, actor: principal, ...because(reason), detail };
  await writeEvent(deps, trx, opened, step);
  return {
    ...because(reason),
    set: { next_due_at: await nextDueOf(trx, row.case_id) },
    detail: { into: fresh.case_id, items: wish.items.length },
    entries: [auditOf(opened, step)],
    other: fresh.case_id,
    isOther: true,
  };
}

/** Something of the case stays with it. */
async function mustStay({ trx, row }: Acting, items: readonly number[]): Promise<void> {
  const rows = await trx
    .selectFrom('case_items')
    .select('item_id')
    .where('case_id', '=', row.case_id)
    .where('removed_at', 'is', null)
    .execute();
  const has = new Set(rows.map(({ item_id }) => item_id));
  const chosen = new Set(items);
  if (items.some((id) => !has.has(id)) || chosen.size >= has.size)
    throw new QorganError('QRG_CASE_SPLIT');
}

const KEYS = {
  case_items: 'item_id',
  case_files: 'file_id',
  case_facts: 'fact_id',
  case_tasks: 'task_id',
} as const;

async function move(
  { trx, row }: Acting,
  into: number,
  { items, files, facts, tasks }: Wish,
): Promise<void> {
  const chosen = { case_items: items, case_files: files, case_facts: facts, case_tasks: tasks };
  for (const table of Object.keys(KEYS) as (keyof typeof KEYS)[]) {
    const ids = [...new Set(chosen[table])];
    if (ids.length === 0) continue;
    const { numUpdatedRows } = await trx
      .updateTable(table)
      .set({ case_id: into, came_from: row.case_id })
      .where(KEYS[table], 'in', ids)
      .where('case_id', '=', row.case_id)
      .executeTakeFirst();
    if (Number(numUpdatedRows) !== ids.length) throw new QorganError('QRG_CASE_SPLIT');
  }
}
