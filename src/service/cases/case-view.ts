import type { CaseOutcome, CaseState } from '../../domain/case/case-file.ts';
import type { Tlp } from '../../domain/case/marking.ts';
import type { CaseSource } from '../../store/tables/cases.ts';
import { maskIdentifiers } from '../audit/mask-identifiers.ts';
import type { CaseRow } from './case-row.ts';
import type { CaseDeps } from './deps.ts';
import { type Actor, type People, peopleOf } from './person.ts';

/** A case as its queue shows it. */
export interface CaseView {
  readonly caseId: number;
  readonly version: number;
  readonly number: string;
  readonly title: string;
  /** Code of the institution whose case it is. */
  readonly institution: string;
  readonly state: CaseState;
  readonly outcome: CaseOutcome | null;
  readonly openedAt: number;
  /** Null: Qorgan. */
  readonly openedBy: Actor | null;
  readonly openedFrom: CaseSource;
  readonly assignee: Actor | null;
  readonly reachMinor: number;
  readonly harmMinor: number;
  readonly priority: number;
  readonly nextDueAt: number | null;
  readonly overdue: boolean;
  readonly tlp: Tlp;
  readonly mergedInto: number | null;
  readonly splitFrom: number | null;
  readonly fromNetwork: string | null;
  readonly closedAt: number | null;
  readonly updatedAt: number;
}

/** Whether words of people are shown as they are, or without numbers of people in them. */
export type Shown = 'full' | 'masked';

/** A text of people as somebody may see it. */
export const shownText = (text: string, shown: Shown): string =>
  shown === 'full' ? text : maskIdentifiers(text);

/** Cases as lists show them: numbers of people in titles are masked. */
export async function caseViews(
  deps: Pick<CaseDeps, 'store' | 'now'>,
  rows: readonly CaseRow[],
  shown: Shown = 'masked',
): Promise<CaseView[]> {
  const people = await peopleOf(
    deps.store,
    rows.flatMap(({ opened_by, assignee }) => [opened_by, assignee]),
  );
  return rows.map((row) => caseView(deps, row, people, shown));
}

/** The same of one case, in full. */
export async function viewOf(
  deps: Pick<CaseDeps, 'store' | 'now'>,
  row: CaseRow,
  shown: Shown = 'full',
): Promise<CaseView> {
  const [view] = await caseViews(deps, [row], shown);
  return view;
}

function caseView(
  { store, now }: Pick<CaseDeps, 'store' | 'now'>,
  row: CaseRow,
  people: People,
  shown: Shown,
): CaseView {
  return {
    caseId: row.case_id,
    version: row.version,
    number: row.number,
    title: shownText(store.vault.open(row.title_sealed).toString(), shown),
    institution: row.code,
    state: row.state,
    outcome: row.outcome,
    openedAt: row.opened_at,
    openedBy: people(row.opened_by),
    openedFrom: row.opened_from,
    assignee: people(row.assignee),
    reachMinor: row.reach_minor,
    harmMinor: row.harm_minor,
    priority: row.priority,
    nextDueAt: row.next_due_at,
    overdue: row.next_due_at !== null && row.next_due_at <= now(),
    tlp: row.tlp,
    mergedInto: row.merged_into,
    splitFrom: row.split_from,
    fromNetwork: row.from_network,
    closedAt: row.closed_at,
    updatedAt: row.updated_at,
  };
}
