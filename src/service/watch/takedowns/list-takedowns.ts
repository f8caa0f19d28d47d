import { type ExpressionBuilder, sql } from 'kysely';
import type { Tables } from '../../../store/tables/index.ts';
import type { TakedownBook } from '../../../watch/takedown/takedown-book.ts';
import type { TakedownState } from '../../../watch/takedown/takedown-state.ts';
import { overBefore } from '../../../watch/takedown/terms.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import type { Page } from '../../cursor.ts';
import { NumberedPages, type PageWish } from '../../lists/page.ts';
import type { TakedownDeps } from './deps.ts';
import { takedownRows } from './takedown-row.ts';
import { CHECK_LATE_MS, type TakedownView, viewOf } from './takedown-view.ts';

/** What a reader of requests asks for; everything given must hold. */
export interface TakedownFilter {
  readonly states?: readonly TakedownState[] | undefined;
  readonly channel?: string | undefined;
  /** An answer, or a look at the page, is late. */
  readonly overdue?: boolean | undefined;
  readonly postId?: number | undefined;
  readonly campaignId?: number | undefined;
}

const TAKEDOWNS = new NumberedPages('takedowns', Number.MAX_SAFE_INTEGER);

/** Requests that the reader may see, latest draft first. Throws QRG_HTTP_CURSOR. */
export function listTakedowns(
  { store, book, now }: TakedownDeps,
  principal: Principal,
  filter: TakedownFilter,
  wish: PageWish,
): Promise<Page<TakedownView>> {
  const before = TAKEDOWNS.after(wish);
  const at = now();
  return store.read(scopeOf(principal), async (trx) => {
    let rows = takedownRows(trx)
      .where('takedowns.takedown_id', '<', before)
      .orderBy('takedowns.takedown_id', 'desc')
      .limit(wish.limit + 1);
    const { states, channel, overdue, postId, campaignId } = filter;
    if (states !== undefined) rows = rows.where('takedowns.state', 'in', [...states]);
    if (channel !== undefined) rows = rows.where('takedowns.channel', '=', channel);
    if (postId !== undefined) rows = rows.where('takedowns.post_id', '=', postId);
    if (campaignId !== undefined) rows = rows.where('posts.campaign_id', '=', campaignId);
    if (overdue !== undefined)
      rows = rows.where((eb) => {
        const late = isLate(eb, book, at);
        return overdue ? late : eb.not(late);
      });
    return TAKEDOWNS.of(
      await rows.execute(),
      wish,
      ({ takedown_id }) => takedown_id,
      (row) => viewOf(book, row, at),
    );
  });
}

/** The same as `overdue` of a view. */
function isLate(eb: ExpressionBuilder<Tables, 'takedowns'>, book: TakedownBook, now: number) {
  const answers = [...book.channels.values()].map(({ id, answer }) =>
    eb.and([
      eb('takedowns.channel', '=', id),
      eb('takedowns.state', '=', 'requested'),
      eb('takedowns.requested_at', '<', overBefore(book.terms.get(answer)!, now)),
    ]),
  );
  const look = sql<boolean>`EXISTS (SELECT FROM takedown_checks c
    WHERE c.takedown_id = takedowns.takedown_id AND c.done_at IS NULL
      AND takedowns.requested_at + c.hours * 3600000::bigint <= ${now - CHECK_LATE_MS})`;
  return eb.or([...answers, look]);
}
