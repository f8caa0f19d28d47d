import { sql } from 'kysely';
import type { FilingKind, FilingState } from '../../domain/filing/filing-acts.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { Page } from '../cursor.ts';
import { NumberedPages, type PageWish } from '../lists/page.ts';
import type { FilingDeps } from './deps.ts';
import { filingRows } from './filing-row.ts';
import { type FilingView, OWING, viewOf } from './filing-view.ts';

/** What a reader of notices asks for; everything given must hold. */
export interface FilingFilter {
  readonly states?: readonly FilingState[] | undefined;
  readonly kind?: FilingKind | undefined;
  readonly caseId?: number | undefined;
  readonly day?: string | undefined;
  readonly overdue?: boolean | undefined;
}

const FILINGS = new NumberedPages('filings', Number.MAX_SAFE_INTEGER);

/** Notices that the reader may see, latest first. Throws QRG_HTTP_CURSOR. */
export function listFilings(
  { cases: { store, now } }: FilingDeps,
  principal: Principal,
  { states, kind, caseId, day, overdue }: FilingFilter,
  wish: PageWish,
): Promise<Page<FilingView>> {
  const before = FILINGS.after(wish);
  const at = now();
  return store.read(scopeOf(principal), async (trx) => {
    let rows = filingRows(trx)
      .where('filings.filing_id', '<', before)
      .orderBy('filings.filing_id', 'desc')
      .limit(wish.limit + 1);
    if (states !== undefined) rows = rows.where('filings.state', 'in', [...states]);
    if (kind !== undefined) rows = rows.where('filings.kind', '=', kind);
    if (caseId !== undefined) rows = rows.where('filings.case_id', '=', caseId);
    if (day !== undefined) rows = rows.where('filings.day', '=', day);
    if (overdue !== undefined)
      rows = rows.where((eb) => {
        const late = eb.and([
          eb('filings.state', 'in', [...OWING]),
          eb('filings.due_at', '<=', at),
          sql<boolean>`NOT EXISTS (SELECT FROM filings later
            WHERE later.follows = filings.filing_id AND later.state <> 'withdrawn')`,
        ]);
        return overdue ? late : eb.not(late);
      });
    return FILINGS.of(
      await rows.execute(),
      wish,
      ({ filing_id }) => filing_id,
      (row) => viewOf(row, at),
    );
  });
}
