import type { CaseDetail } from '../../../src/client/cases.ts';
import type { CaseTab } from './case-filter.ts';

/** What this person is best to do next with a case. */
export interface NextThing {
  readonly kind:
    | 'take'
    | 'overdue'
    | 'decide'
    | 'waitsDecision'
    | 'file'
    | 'task'
    | 'fact'
    | 'close'
    | 'done';
  readonly title: string;
  /** 'hold' or 'close' of a proposal. */
  readonly what: 'hold' | 'close' | null;
  readonly dueAt: number | null;
  readonly tab: CaseTab;
}

type Known = Pick<
  CaseDetail,
  'state' | 'assignee' | 'tasks' | 'proposals' | 'files' | 'facts' | 'may'
>;

const thing = (
  kind: NextThing['kind'],
  tab: CaseTab,
  part: Partial<NextThing> = {},
): NextThing => ({ kind, tab, title: '', what: null, dueAt: null, ...part });

/** Whatever cannot wait comes first: evidence that changed, a term that passed, a decision that only others can take. */
export function nextThing(one: Known): NextThing {
  const { state, assignee, tasks, proposals, files, facts } = one;
  const may = (kind: string): boolean => one.may.some((act) => act.kind === kind && act.allowed);
  if (state === 'closed' || state === 'merged') return thing('done', 'history');
  const broken = files.find((file) => file.state !== 'whole');
  if (broken !== undefined) return thing('file', 'files', { title: broken.name });
  const open = tasks
    .filter(({ standing }) => standing === 'open' || standing === 'overdue')
    .sort((a, b) => (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY));
  const overdue = open.find(({ standing }) => standing === 'overdue');
  if (overdue !== undefined)
    return thing('overdue', 'tasks', { title: overdue.title, dueAt: overdue.dueAt });
  const waiting = proposals.filter(({ decision }) => decision === null);
  const mine = waiting.find(({ decide }) => decide.allowed);
  if (mine !== undefined) return thing('decide', 'overview', { what: mine.what });
  if (assignee === null && may('take')) return thing('take', 'overview');
  if (waiting.length > 0) return thing('waitsDecision', 'overview', { what: waiting[0].what });
  if (open.length > 0)
    return thing('task', 'tasks', { title: open[0].title, dueAt: open[0].dueAt });
  if (facts.every(({ withdrawnAt }) => withdrawnAt !== null) && may('fact_say'))
    return thing('fact', 'law');
  return thing('close', 'overview');
}
