import { type ExpressionBuilder, sql } from 'kysely';
import type { CaseState } from '../../domain/case/case-file.ts';
import { dayAt, startOfDay } from '../../law/calendar.ts';
import type { Transaction } from '../../store/store.ts';
import type { Tables } from '../../store/tables/index.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { cursorText, type Page, pageOf, parseCursor } from '../cursor.ts';
import { orThrow } from '../or-throw.ts';
import type { CaseThing } from './case-items.ts';
import { type CaseRow, caseRows } from './case-row.ts';
import { type CaseView, caseViews } from './case-view.ts';
import type { CaseDeps } from './deps.ts';

export type CaseOrder = 'priority' | 'due' | 'newest';

/** What a reader of the queue asks for; everything given must hold. */
export interface CaseFilter {
  /** Those that are worked on when not said. */
  readonly states?: readonly CaseState[] | undefined;
  readonly assignee?: number | 'nobody' | undefined;
  readonly due?: 'overdue' | 'today' | undefined;
  readonly network?: string | undefined;
  readonly has?: CaseThing | undefined;
  /** Only these: what a search found. */
  readonly ids?: readonly number[] | undefined;
  readonly order: CaseOrder;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const STANDING: readonly CaseState[] = ['open', 'in_work', 'waiting'];

/** A page of cases that the reader may see. Throws QRG_HTTP_CURSOR. */
export async function listCases(
  deps: CaseDeps,
  principal: Principal,
  filter: CaseFilter,
): Promise<Page<CaseView>> {
  const { order, limit } = filter;
  const rows = await deps.store.read(scopeOf(principal), (trx) =>
    askedCases(trx, principal, filter, dayEnd(deps)).execute(),
  );
  const views = await caseViews(deps, rows);
  const shown = new Map(views.map((view) => [view.caseId, view]));
  return pageOf(
    rows,
    limit,
    ({ case_id }) => shown.get(case_id)!,
    (row) => cursorText(listName(order), placeOf(row, order)),
  );
}

interface Moments {
  readonly now: number;
  /** The midnight of the country that ends today. */
  readonly tomorrow: number;
}

function dayEnd({ law: { calendar }, now }: CaseDeps): Moments {
  const at = now();
  return { now: at, tomorrow: startOfDay(calendar, dayAt(calendar, at) + 1) };
}

/** A cursor of one order means nothing in another. */
const listName = (order: CaseOrder): string => `cases-${order}`;

/** Past every moment that anything is due. */
const NO_DUE = Number.MAX_SAFE_INTEGER;

const placeOf = ({ priority, next_due_at, case_id }: CaseRow, order: CaseOrder): number[] =>
  order === 'newest'
    ? [case_id]
    : order === 'due'
      ? [next_due_at ?? NO_DUE, case_id]
      : [priority, case_id];

/** The statement of a page, with one row more to know whether there is a next. */
function askedCases(
  trx: Transaction,
  { institutionId, seesAll }: Pick<Principal, 'institutionId' | 'seesAll'>,
  filter: CaseFilter,
  { now, tomorrow }: Moments,
) {
  let rows = caseRows(trx).limit(filter.limit + 1);
  // The policy of the table says so too, in a form that no index answers.
  if (!seesAll) rows = rows.where('cases.institution_id', '=', institutionId);
  const { states = STANDING, assignee, due, network, has, ids } = filter;
  // In the words of the partial index.
  rows =
    states === STANDING
      ? rows.where(sql<boolean>`cases.state IN ('open', 'in_work', 'waiting')`)
      : rows.where('cases.state', 'in', [...states]);
  if (assignee === 'nobody') rows = rows.where('cases.assignee', 'is', null);
  else if (assignee !== undefined) rows = rows.where('cases.assignee', '=', assignee);
  if (due !== undefined)
    rows = rows.where(
      'cases.next_due_at',
      due === 'overdue' ? '<=' : '<',
      due === 'overdue' ? now : tomorrow,
    );
  if (network !== undefined) rows = rows.where('cases.from_network', '=', network);
  if (has !== undefined) rows = rows.where((eb) => holds(eb, has));
  if (ids !== undefined)
    rows = rows.where('cases.case_id', 'in', ids.length === 0 ? [0] : [...ids]);
  return ordered(rows, filter);
}

type Rows = ReturnType<typeof caseRows>;

const holds = (eb: ExpressionBuilder<Tables, 'cases'>, { kind, ref }: CaseThing) =>
  eb(
    'cases.case_id',
    'in',
    eb
      .selectFrom('case_items')
      .select('case_items.case_id')
      .where('case_items.kind', '=', kind)
      .where('case_items.ref', '=', ref)
      .where('case_items.removed_at', 'is', null),
  );

function ordered(rows: Rows, { order, cursor }: CaseFilter): Rows {
  const name = listName(order);
  if (order === 'newest') {
    const sorted = rows.orderBy('cases.case_id', 'desc');
    if (cursor === undefined) return sorted;
    const [id] = orThrow(parseCursor(name, cursor, ['number']));
    return sorted.where('cases.case_id', '<', id);
  }
  if (order === 'priority') {
    const sorted = rows.orderBy('cases.priority', 'desc').orderBy('cases.case_id', 'desc');
    if (cursor === undefined) return sorted;
    const [priority, id] = orThrow(parseCursor(name, cursor, ['number', 'number']));
    return sorted.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('cases.priority', 'cases.case_id'), '<', tuple(priority, id)),
    );
  }
  const sorted = rows
    .orderBy('cases.next_due_at', (column) => column.asc().nullsLast())
    .orderBy('cases.case_id');
  if (cursor === undefined) return sorted;
  const [due, id] = orThrow(parseCursor(name, cursor, ['number', 'number']));
  return sorted.where((eb) => afterDue(eb, due, id));
}

function afterDue(eb: ExpressionBuilder<Tables, 'cases'>, due: number, id: number) {
  const later = eb('cases.case_id', '>', id);
  if (due === NO_DUE) return eb.and([eb('cases.next_due_at', 'is', null), later]);
  return eb.or([
    eb('cases.next_due_at', '>', due),
    eb('cases.next_due_at', 'is', null),
    eb.and([eb('cases.next_due_at', '=', due), later]),
  ]);
}
