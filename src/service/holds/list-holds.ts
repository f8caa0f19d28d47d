import { QorganError } from '../../domain/errors/catalogue.ts';
import type { HoldState } from '../../law/hold-state.ts';
import type { Principal } from '../access/principal.ts';
import { scopeOf } from '../access/principal.ts';
import type { HoldDeps } from './deps.ts';
import { readHold } from './hold-row.ts';
import { type HoldView, viewOf } from './hold-view.ts';

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
): Promise<{ items: HoldView[]; next: string | null }> {
  const limit = Math.min(Math.max(1, query.limit), LIMIT_MOST);
  const before = query.cursor === undefined ? undefined : idOf(query.cursor);
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
    const found = await rows.execute();
    const items = found.slice(0, limit).map((row) => viewOf(law, readHold(row)));
    return { items, next: found.length > limit ? String(items[limit - 1].holdId) : null };
  });
}

/** A cursor as we gave it out. Throws QRG_HOLD_CURSOR. */
export function idOf(cursor: string): number {
  if (!/^[1-9]\d{0,15}$/.test(cursor)) throw new QorganError('QRG_HOLD_CURSOR');
  return Number(cursor);
}
