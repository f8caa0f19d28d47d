import type { Transaction } from '../../store/store.ts';
import { type AuditEntry, SYSTEM } from '../audit/entry.ts';
import { findCase, holdCase } from './case-row.ts';
import { readStatementsAgain } from './case-statements/read-again.ts';
import type { CaseDeps } from './deps.ts';
import { checkFiles } from './files/check-files.ts';
import { openFromNetworks } from './open-from-networks.ts';
import { refreshFigures } from './refresh-figures.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

export interface CasesTicked {
  /** Cases that were opened for networks. */
  readonly opened: number;
  /** Cases in which something became overdue. */
  readonly overdue: number;
  /** Cases whose figures were counted anew. */
  readonly counted: number;
  /** Files found to be other than before. */
  readonly files: number;
}

/** Cases of one tick, and how old figures may be. */
const OVERDUE_MOST = 100;
const COUNT_MOST = 50;
const COUNT_EVERY_MS = 600_000;

/**
 * What the clock brings to cases: networks become cases, a task that is late is marked once and written down, figures follow
 * the money, files are looked at, statements are read again where one of them was taken out. Call it often; two processes at once share the work.
 */
export async function tickCases(deps: CaseDeps, signal?: AbortSignal): Promise<CasesTicked> {
  const opened = await openFromNetworks(deps);
  for (const caseId of opened) await refreshFigures(deps, caseId);
  const overdue = await markOverdue(deps);
  const counted = await countAnew(deps, signal);
  const files = await checkFiles(deps, signal);
  await readStatementsAgain(deps, signal);
  return { opened: opened.length, overdue, counted, files };
}

async function markOverdue(deps: CaseDeps): Promise<number> {
  const late = await deps.store.db
    .selectFrom('case_tasks')
    .select('case_id')
    .distinct()
    .where('due_at', '<=', deps.now())
    .where('done_at', 'is', null)
    .where('stopped_at', 'is', null)
    .where('overdue_at', 'is', null)
    .limit(OVERDUE_MOST)
    .execute();
  let marked = 0;
  for (const { case_id } of late) if (await markOne(deps, case_id)) marked++;
  return marked;
}

/** One step however many tasks of the case became late. */
const markOne = ({ store, audit, now }: CaseDeps, caseId: number): Promise<boolean> =>
  store.write(async (trx) => {
    const at = now();
    await holdCase(trx, caseId);
    const tasks = await markTasks(trx, caseId, at);
    if (tasks.length === 0) return false;
    const step: Step = { act: 'overdue', at, actor: SYSTEM, detail: { tasks } };
    const after = await writeStep({ store }, trx, await findCase(trx, caseId), step);
    const entry: AuditEntry = auditOf(after, step);
    await audit.appendIn(trx, entry);
    return true;
  });

async function markTasks(trx: Transaction, caseId: number, at: number): Promise<number[]> {
  const rows = await trx
    .updateTable('case_tasks')
    .set({ overdue_at: at })
    .where('case_id', '=', caseId)
    .where('due_at', '<=', at)
    .where('done_at', 'is', null)
    .where('stopped_at', 'is', null)
    .where('overdue_at', 'is', null)
    .returning('task_id')
    .execute();
  return rows.map(({ task_id }) => task_id).sort((a, b) => a - b);
}

async function countAnew(deps: CaseDeps, signal?: AbortSignal): Promise<number> {
  const old = await deps.store.db
    .selectFrom('cases')
    .select('case_id')
    .where('state', 'in', ['open', 'in_work', 'waiting'])
    .where('figured_at', '<=', deps.now() - COUNT_EVERY_MS)
    .orderBy('figured_at')
    .limit(COUNT_MOST)
    .execute();
  let counted = 0;
  for (const { case_id } of old) {
    if (signal?.aborted === true) break;
    await refreshFigures(deps, case_id);
    counted++;
  }
  return counted;
}
