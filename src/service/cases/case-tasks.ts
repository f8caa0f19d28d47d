import { QorganError } from '../../domain/errors/catalogue.ts';
import type { CaseTerm } from '../../law/case-terms.ts';
import type { Law } from '../../law/law.ts';
import { termAt } from '../../law/terms.ts';
import { type Deadline, deadline } from '../../law/working-days.ts';
import type { Transaction } from '../../store/store.ts';
import { orThrow } from '../or-throw.ts';
import type { CaseRow } from './case-row.ts';
import type { CaseDeps } from './deps.ts';

/** Tasks of one case. */
const TASKS_MOST = 500;

/** What a task is made of; with a term of law the due time is counted. */
export interface TaskWish {
  readonly title: string;
  readonly term?: CaseTerm | undefined;
  /** What the term runs from. */
  readonly eventAt?: number | undefined;
  readonly dueAt?: number | undefined;
  readonly assignee?: number | undefined;
}

/**
 * When something is due by law, for an event at `from`. The edition of the term is that of the day of the event. Throws
 * QRG_LAW_TERM_PERIOD, QRG_LAW_CALENDAR_YEAR.
 */
export const dueBy = ({ terms, calendar }: Law, term: CaseTerm, from: number): Deadline =>
  orThrow(deadline(calendar, orThrow(termAt(terms, calendar, term, from)), from));

/** Adds a task to a case whose lock the caller holds. Throws QRG_CASE_LIMIT, QRG_LAW_TERM_PERIOD, QRG_LAW_CALENDAR_YEAR. */
export async function addTask(
  { store, law }: Pick<CaseDeps, 'store' | 'law'>,
  trx: Transaction,
  { case_id, institution_id }: Pick<CaseRow, 'case_id' | 'institution_id'>,
  { title, term, eventAt, dueAt, assignee }: TaskWish,
  { at, by }: { readonly at: number; readonly by: number | null },
): Promise<number> {
  const { count } = await trx
    .selectFrom('case_tasks')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('case_id', '=', case_id)
    .executeTakeFirstOrThrow();
  if (Number(count) >= TASKS_MOST)
    throw new QorganError('QRG_CASE_LIMIT', { what: 'tasks', most: TASKS_MOST });
  const due = term === undefined ? undefined : dueBy(law, term, eventAt ?? at);
  const { task_id } = await trx
    .insertInto('case_tasks')
    .values({
      case_id,
      institution_id,
      title_sealed: store.vault.seal(title),
      term: term ?? null,
      event_at: due?.from ?? null,
      due_at: due?.dueAt ?? dueAt ?? null,
      uncertain: due?.uncertain ?? false,
      assignee: assignee ?? null,
      created_at: at,
      created_by: by,
    })
    .returning('task_id')
    .executeTakeFirstOrThrow();
  return task_id;
}

/** The nearest moment at which an open task of a case is due; null: none. */
export async function nextDueOf(trx: Transaction, caseId: number): Promise<number | null> {
  const { due } = await trx
    .selectFrom('case_tasks')
    .select(({ fn }) => fn.min('due_at').as('due'))
    .where('case_id', '=', caseId)
    .where('done_at', 'is', null)
    .where('stopped_at', 'is', null)
    .executeTakeFirstOrThrow();
  return due;
}

/** How a task stands: met and late are of those that were done. */
export type TaskStanding = 'open' | 'overdue' | 'met' | 'late' | 'stopped';

/** A term is kept by what is done before its end, which is the first moment after it. */
export function taskStanding(
  task: {
    readonly due_at: number | null;
    readonly done_at: number | null;
    readonly stopped_at: number | null;
  },
  now: number,
): TaskStanding {
  if (task.stopped_at !== null) return 'stopped';
  const { due_at: due, done_at: done } = task;
  if (done !== null) return due !== null && done >= due ? 'late' : 'met';
  return due !== null && due <= now ? 'overdue' : 'open';
}
