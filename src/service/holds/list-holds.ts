import type { ExpressionBuilder } from 'kysely';
import type { HoldState } from '../../law/hold-state.ts';
import type { HoldTables } from '../../store/tables/holds.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { cursorText, type Page, pageOf, parseCursor } from '../cursor.ts';
import type { HoldDeps } from './deps.ts';
import { readHold } from './hold-row.ts';
import { type HoldView, viewOf } from './hold-view.ts';
import { orThrow } from './write-hold.ts';

/** What a reader of holds asks for; everything given must hold. */
export interface HoldQuery {
  readonly states?: readonly HoldState[] | undefined;
  /** Only those with a term that passed. */
  readonly overdue?: boolean | undefined;
  readonly accountNo?: number | undefined;
  /** The `next` of the page before. */
  readonly cursor?: string | undefined;
  /** 1…100. */
  readonly limit: number;
}

const LIMIT_MOST = 100;

/** A page of holds with their terms, the nearest that runs out first, those without any last and newest first: of the reader's institution, or of all where the reader sees all. */
export async function listHolds(
  { store, law }: HoldDeps,
  principal: Principal,
  query: HoldQuery,
): Promise<Page<HoldView>> {
  const limit = Math.min(Math.max(1, query.limit), LIMIT_MOST);
  const after = query.cursor === undefined ? undefined : holdPlace(query.cursor);
  return store.read(scopeOf(principal), async (trx) => {
    let rows = trx
      .selectFrom('holds')
      .selectAll()
      .orderBy('next_term_at', (order) => order.asc().nullsLast())
      .orderBy('hold_id', 'desc')
      .limit(limit + 1);
    if (after !== undefined) rows = rows.where((eb) => isAfter(eb, after));
    if (query.states !== undefined) rows = rows.where('state', 'in', [...query.states]);
    if (query.overdue === true) rows = rows.where('overdue_since', 'is not', null);
    if (query.accountNo !== undefined) rows = rows.where('account_no', '=', query.accountNo);
    return pageOf(
      await rows.execute(),
      limit,
      (row) => viewOf(law, readHold(row)),
      (last) => cursorText('holds', [last.next_term_at ?? NO_TERM, last.hold_id]),
    );
  });
}

/** Past every moment that a term can have. */
const NO_TERM = Number.MAX_SAFE_INTEGER;

interface Place {
  readonly termAt: number;
  readonly holdId: number;
}

function holdPlace(cursor: string): Place {
  const [termAt, holdId] = orThrow(parseCursor('holds', cursor, ['number', 'number']));
  return { termAt, holdId };
}

function isAfter(eb: ExpressionBuilder<HoldTables, 'holds'>, { termAt, holdId }: Place) {
  const older = eb('hold_id', '<', holdId);
  if (termAt === NO_TERM) return eb.and([eb('next_term_at', 'is', null), older]);
  return eb.or([
    eb('next_term_at', '>', termAt),
    eb('next_term_at', 'is', null),
    eb.and([eb('next_term_at', '=', termAt), older]),
  ]);
}

/** The number a page begins after; undefined for the first page. Throws QRG_HTTP_CURSOR. */
export const placeOf = (list: string, cursor: string | undefined): number | undefined =>
  cursor === undefined ? undefined : orThrow(parseCursor(list, cursor, ['number']))[0];
