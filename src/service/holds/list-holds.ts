import type { HoldState } from '../../law/hold-state.ts';
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

/** A page of holds, newest first, with their terms: of the reader's institution, or of all where the reader sees all. */
export async function listHolds(
  { store, law }: HoldDeps,
  principal: Principal,
  query: HoldQuery,
): Promise<Page<HoldView>> {
  const limit = Math.min(Math.max(1, query.limit), LIMIT_MOST);
  const before = placeOf('holds', query.cursor);
  return store.read(scopeOf(principal), async (trx) => {
    let rows = trx
      .selectFrom('holds')
      .selectAll()
      .orderBy('hold_id', 'desc')
      .limit(limit + 1);
    if (before !== undefined) rows = rows.where('hold_id', '<', before);
    if (query.states !== undefined) rows = rows.where('state', 'in', [...query.states]);
    if (query.overdue === true) rows = rows.where('overdue_since', 'is not', null);
    if (query.accountNo !== undefined) rows = rows.where('account_no', '=', query.accountNo);
    return pageOf(
      await rows.execute(),
      limit,
      (row) => viewOf(law, readHold(row)),
      (last) => cursorText('holds', [last.hold_id]),
    );
  });
}

/** The number a page begins after; undefined for the first page. Throws QRG_HTTP_CURSOR. */
export const placeOf = (list: string, cursor: string | undefined): number | undefined =>
  cursor === undefined ? undefined : orThrow(parseCursor(list, cursor, ['number']))[0];
