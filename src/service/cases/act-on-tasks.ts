import { QorganError } from '../../domain/errors/catalogue.ts';
import { type Acted, type Acting, because } from './acting.ts';
import { addTask, nextDueOf, taskStanding } from './case-tasks.ts';
import type { CaseWish } from './case-wish.ts';
import { mustBeWorker } from './person.ts';

type Wish<K extends CaseWish['kind']> = Extract<CaseWish, { readonly kind: K }>;

/** Throws QRG_CASE_TIME for an event to come, QRG_CASE_USER, QRG_CASE_LIMIT, QRG_LAW_TERM_PERIOD, QRG_LAW_CALENDAR_YEAR. */
export async function taskAdd(
  { deps, trx, principal, row, at }: Acting,
  wish: Wish<'task_add'>,
): Promise<Acted> {
  if (wish.term !== undefined && (wish.eventAt ?? at) > at) throw new QorganError('QRG_CASE_TIME');
  if (wish.assignee !== undefined) await mustBeWorker(trx, principal, wish.assignee);
  const task = await addTask(deps, trx, row, wish, { at, by: principal.id });
  return {
    set: { next_due_at: await nextDueOf(trx, row.case_id) },
    detail: { task, term: wish.term ?? null },
  };
}

/** Throws QRG_CASE_TIME, QRG_CASE_TASK_UNKNOWN. */
export async function taskDone(acting: Acting, wish: Wish<'task_done'>): Promise<Acted> {
  const { trx, row, at } = acting;
  const { task: taskId, doneAt = at, note } = wish;
  const task = await openTask(acting, taskId);
  if (doneAt > at || doneAt < (task.event_at ?? 0)) throw new QorganError('QRG_CASE_TIME');
  await endTask(acting, taskId, { done_at: doneAt }, note);
  const standing = taskStanding({ ...task, done_at: doneAt }, at);
  return {
    note,
    set: { next_due_at: await nextDueOf(trx, row.case_id) },
    detail: { task: taskId, term: task.term, standing },
  };
}

/** A duty of law is dropped by a supervisor alone. Throws QRG_CASE_TASK_UNKNOWN, QRG_CASE_ROLE. */
export async function taskDrop(
  acting: Acting,
  { task: taskId, reason }: Wish<'task_drop'>,
): Promise<Acted> {
  const { trx, row, principal, at } = acting;
  const task = await openTask(acting, taskId);
  if (task.term !== null && !principal.roles.includes('supervisor'))
    throw new QorganError('QRG_CASE_ROLE', { act: 'task_drop' });
  await endTask(acting, taskId, { stopped_at: at }, reason);
  return {
    ...because(reason),
    set: { next_due_at: await nextDueOf(trx, row.case_id) },
    detail: { task: taskId, term: task.term },
  };
}

async function openTask({ trx, row }: Acting, taskId: number) {
  const task = await trx
    .selectFrom('case_tasks')
    .select(['term', 'event_at', 'due_at', 'done_at', 'stopped_at'])
    .where('task_id', '=', taskId)
    .where('case_id', '=', row.case_id)
    .where('done_at', 'is', null)
    .where('stopped_at', 'is', null)
    .executeTakeFirst();
  if (task === undefined) throw new QorganError('QRG_CASE_TASK_UNKNOWN');
  return task;
}

const endTask = (
  { deps, trx, principal }: Acting,
  taskId: number,
  end: { readonly done_at: number } | { readonly stopped_at: number },
  note: string | undefined,
) =>
  trx
    .updateTable('case_tasks')
    .set({
      ...end,
      ended_by: principal.id,
      ended_note_sealed: note === undefined ? null : deps.store.vault.seal(note),
    })
    .where('task_id', '=', taskId)
    .execute();
