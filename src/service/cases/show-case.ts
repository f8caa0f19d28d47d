import type { Selectable } from 'kysely';
import { type PossibleCaseAct, possibleCaseActs } from '../../domain/case/case-acts.ts';
import type { CaseFact } from '../../domain/case/case-fact.ts';
import type { Problem } from '../../domain/errors/catalogue.ts';
import type { CaseTerm } from '../../law/case-terms.ts';
import type { LegalTerm } from '../../law/terms.ts';
import { termAt } from '../../law/terms.ts';
import type { Transaction } from '../../store/store.ts';
import type { CaseTables } from '../../store/tables/cases.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { type ProposalRow, whyNotDecide } from './act-on-proposals.ts';
import { type CaseEvent, eventsOf } from './case-changes.ts';
import { type FeedbackView, feedbackView } from './case-feedback.ts';
import type { Figures } from './case-figures.ts';
import { findCase, isTheirs, standingOf } from './case-row.ts';
import { type TaskStanding, taskStanding } from './case-tasks.ts';
import { type CaseView, type Shown, shownText, viewOf } from './case-view.ts';
import type { CaseDeps } from './deps.ts';
import { type FileView, filesOf } from './files/file-view.ts';
import type { BodyRequest } from './open-case.ts';
import { type Actor, type People, peopleOf } from './person.ts';

export interface ItemView {
  readonly itemId: number;
  readonly kind: Selectable<CaseTables['case_items']>['kind'];
  readonly ref: string;
  readonly addedAt: number;
  readonly addedBy: Actor | null;
  readonly reason: string | null;
  readonly cameFrom: number | null;
  /** Of the account that it is, or is about. */
  readonly account: number | null;
  readonly amountMinor: number | null;
}

export interface TaskView {
  readonly taskId: number;
  readonly title: string;
  /** The edition of law that holds for the event. */
  readonly term: LegalTerm | null;
  readonly eventAt: number | null;
  readonly dueAt: number | null;
  readonly uncertain: boolean;
  readonly standing: TaskStanding;
  readonly assignee: Actor | null;
  readonly createdAt: number;
  readonly createdBy: Actor | null;
  readonly endedAt: number | null;
  readonly endedBy: Actor | null;
  readonly note: string | null;
}

export interface FactView extends Omit<CaseFact, 'by'> {
  readonly by: Actor;
  readonly withdrawnAt: number | null;
}

export interface ProposalView {
  readonly proposalId: number;
  readonly what: ProposalRow['what'];
  readonly body: unknown;
  readonly proposedAt: number;
  readonly proposedBy: Actor;
  readonly note: string;
  readonly decision: ProposalRow['decision'];
  readonly decidedAt: number | null;
  readonly decidedBy: Actor | null;
  readonly decisionNote: string | null;
  readonly result: string | null;
  /** Why the reader may not decide it; null: they may. */
  readonly problem: Problem | null;
}

/** A case with all that belongs to it, and what its reader may do now. */
export interface CaseDetail extends CaseView {
  readonly request: BodyRequest | null;
  readonly figures: Figures;
  readonly figuredAt: number;
  readonly items: readonly ItemView[];
  readonly tasks: readonly TaskView[];
  readonly facts: readonly FactView[];
  readonly files: readonly FileView[];
  readonly proposals: readonly ProposalView[];
  readonly feedback: readonly FeedbackView[];
  readonly events: readonly CaseEvent[];
  readonly mergedFrom: readonly number[];
  readonly splitInto: readonly number[];
  readonly acts: readonly PossibleCaseAct[];
}

/** Words of people in full are for who works with cases; an auditor sees no numbers of people in them. */
const WORKERS = ['analyst', 'supervisor', 'investigator', 'liaison'];
export const shownTo = ({ roles }: Principal): Shown =>
  roles.some((role) => WORKERS.includes(role)) ? 'full' : 'masked';

const EVENTS_MOST = 200;
const ROWS_MOST = 1_000;
const OTHERS_MOST = 100;

/** The look is written down. Throws QRG_CASE_UNKNOWN for one that the reader may not see. */
export async function showCase(
  deps: CaseDeps,
  principal: Principal,
  caseId: number,
): Promise<CaseDetail> {
  const shown = shownTo(principal);
  const found = await deps.store.read(scopeOf(principal), (trx) =>
    readAll(deps, trx, caseId, shown),
  );
  const { row } = found;
  await deps.audit.append({
    actor: principal,
    institutionId: row.institution_id,
    action: 'case.look',
    object: `case:${caseId}`,
  });
  const people = await peopleOf(deps.store, [
    ...found.items.map(({ added_by }) => added_by),
    ...found.tasks.flatMap(({ assignee, created_by, ended_by }) => [
      assignee,
      created_by,
      ended_by,
    ]),
  ]);
  const acts =
    principal.kind === 'user' && isTheirs(row, principal)
      ? possibleCaseActs(standingOf(row), principal)
      : [];
  return {
    ...(await viewOf(deps, row, shown)),
    request: requestOf(deps, row.request_sealed, shown),
    figures: figuresIn(row.figures),
    figuredAt: row.figured_at,
    items: found.items.map((item) => itemView(deps, item, people, shown)),
    tasks: found.tasks
      .map((task) => taskView(deps, task, people, shown))
      .sort((a, b) => placeOf(a) - placeOf(b)),
    facts: found.facts.map((fact) => factView(deps, fact, shown)),
    files: found.files,
    proposals: found.proposals.map((one) => proposalView(deps, one, principal, shown, acts)),
    feedback: found.feedback.map((one) => feedbackView(deps, one, shown)),
    events: found.events,
    mergedFrom: found.mergedFrom,
    splitInto: found.splitInto,
    acts,
  };
}

/** Open ones first, soonest first; those without a due time after those with one; last those that are over. */
const placeOf = ({ endedAt, dueAt, taskId }: TaskView): number =>
  endedAt === null ? (dueAt ?? 8e15) : 8.5e15 + taskId;

async function readAll(deps: CaseDeps, trx: Transaction, caseId: number, shown: Shown) {
  const row = await findCase(trx, caseId);
  const of = { case_id: caseId };
  const numbers = async (column: 'merged_into' | 'split_from'): Promise<number[]> => {
    const rows = await trx
      .selectFrom('cases')
      .select('case_id')
      .where(column, '=', caseId)
      .orderBy('case_id')
      .limit(OTHERS_MOST)
      .execute();
    return rows.map(({ case_id }) => case_id);
  };
  return {
    row,
    items: await itemsOf(trx, caseId),
    tasks: await trx
      .selectFrom('case_tasks')
      .selectAll()
      .where('case_id', '=', of.case_id)
      .orderBy('task_id')
      .limit(ROWS_MOST)
      .execute(),
    facts: await trx
      .selectFrom('case_facts')
      .selectAll()
      .where('case_id', '=', of.case_id)
      .orderBy('fact_id')
      .limit(ROWS_MOST)
      .execute(),
    files: await filesOf(deps, trx, caseId, shown),
    proposals: await trx
      .selectFrom('case_proposals')
      .selectAll()
      .where('case_id', '=', of.case_id)
      .orderBy('proposal_id', 'desc')
      .limit(200)
      .execute(),
    feedback: await trx
      .selectFrom('case_feedback')
      .selectAll()
      .where('case_id', '=', of.case_id)
      .orderBy('feedback_id', 'desc')
      .limit(500)
      .execute(),
    events: await eventsOf(deps, trx, caseId, { limit: EVENTS_MOST, shown }),
    mergedFrom: await numbers('merged_into'),
    splitInto: await numbers('split_from'),
  };
}

/**
 * With the account that a thing is about, so that a person sees more than a number. Alerts are asked for by themselves: in one
 * statement row security would keep their key from being used, and all of them would be read.
 */
async function itemsOf(trx: Transaction, caseId: number) {
  const items = await trx
    .selectFrom('case_items')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('removed_at', 'is', null)
    .orderBy('item_id')
    .limit(ROWS_MOST)
    .execute();
  const ids = items.flatMap(({ kind, ref }) => (kind === 'alert' ? [Number(ref)] : []));
  const alerts =
    ids.length === 0
      ? []
      : await trx
          .selectFrom('alerts')
          .select(['alert_id', 'account_no', 'amount_minor'])
          .where('alert_id', 'in', ids)
          .execute();
  const byRef = new Map(alerts.map((alert) => [String(alert.alert_id), alert]));
  return items.map((item) => {
    const alert = item.kind === 'alert' ? byRef.get(item.ref) : undefined;
    return {
      ...item,
      account_no: alert?.account_no ?? null,
      amount_minor: alert?.amount_minor ?? null,
    };
  });
}

type ItemRow = Awaited<ReturnType<typeof itemsOf>>[number];
type TaskRow = Selectable<CaseTables['case_tasks']>;
type FactRow = Selectable<CaseTables['case_facts']>;
type Opening = Pick<CaseDeps, 'store'>;

const textOf = ({ store }: Opening, sealed: Buffer | null, shown: Shown): string | null =>
  sealed === null ? null : shownText(store.vault.open(sealed).toString(), shown);

function requestOf(deps: Opening, sealed: Buffer | null, shown: Shown): BodyRequest | null {
  if (sealed === null) return null;
  const request = JSON.parse(deps.store.vault.open(sealed).toString()) as BodyRequest;
  const { from, number, text } = request;
  return {
    ...request,
    from: shownText(from, shown),
    number: shownText(number, shown),
    text: shownText(text, shown),
  };
}

/** A case that was just opened has none yet. */
const figuresIn = (figures: unknown): Figures => ({
  reach: [],
  harm: [],
  ...(figures as Partial<Figures>),
});

const itemView = (deps: Opening, row: ItemRow, people: People, shown: Shown): ItemView => ({
  itemId: row.item_id,
  kind: row.kind,
  ref: row.ref,
  addedAt: row.added_at,
  addedBy: people(row.added_by),
  reason: textOf(deps, row.reason_sealed, shown),
  cameFrom: row.came_from,
  account: row.kind === 'account' ? Number(row.ref) : row.account_no,
  amountMinor: row.amount_minor,
});

function taskView(deps: CaseDeps, row: TaskRow, people: People, shown: Shown): TaskView {
  const { terms, calendar } = deps.law;
  const term =
    row.term === null ? null : termAt(terms, calendar, row.term as CaseTerm, row.event_at!);
  return {
    taskId: row.task_id,
    title: textOf(deps, row.title_sealed, shown)!,
    term: term === null || !term.ok ? null : term.value,
    eventAt: row.event_at,
    dueAt: row.due_at,
    uncertain: row.uncertain,
    standing: taskStanding(row, deps.now()),
    assignee: people(row.assignee),
    createdAt: row.created_at,
    createdBy: people(row.created_by),
    endedAt: row.done_at ?? row.stopped_at,
    endedBy: people(row.ended_by),
    note: textOf(deps, row.ended_note_sealed, shown),
  };
}

const factView = (deps: Opening, row: FactRow, shown: Shown): FactView => ({
  factId: row.fact_id,
  kind: row.kind,
  party: row.party,
  says: row.says,
  value: row.value,
  actAt: row.act_at,
  shownBy: row.shown_by,
  note: textOf(deps, row.note_sealed, shown),
  by: { userId: row.by_id, name: row.by_name },
  recordedAt: row.recorded_at,
  withdrawnAt: row.withdrawn_at,
});

function proposalView(
  deps: Opening,
  row: ProposalRow,
  principal: Principal,
  shown: Shown,
  acts: readonly PossibleCaseAct[],
): ProposalView {
  // First whether they may decide anything here at all.
  const may = acts.find(({ kind }) => kind === 'decide_proposal');
  const problem: Problem | null =
    may === undefined
      ? { code: 'QRG_CASE_ROLE', args: { act: 'decide_proposal' } }
      : (may.problem ?? whyNotDecide(row, principal));
  return {
    proposalId: row.proposal_id,
    what: row.what,
    body: row.body,
    proposedAt: row.proposed_at,
    proposedBy: { userId: row.proposed_by_id, name: row.proposed_by },
    note: textOf(deps, row.note_sealed, shown)!,
    decision: row.decision,
    decidedAt: row.decided_at,
    decidedBy:
      row.decided_by_id === null
        ? null
        : { userId: row.decided_by_id, name: row.decided_by ?? '—' },
    decisionNote: textOf(deps, row.decision_note_sealed, shown),
    result: row.result,
    problem,
  };
}
