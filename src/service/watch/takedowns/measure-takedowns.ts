import { sql } from 'kysely';
import {
  type MeasuredTakedown,
  type Measures,
  takedownMeasures,
} from '../../../watch/takedown/measures.ts';
import type { TakedownState } from '../../../watch/takedown/takedown-state.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import type { TakedownDeps } from './deps.ts';
import { UNLAWFUL_OFFER } from './reappearance.ts';

/** Which requests are counted, by when they were drafted. */
export interface MeasureWish {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly channel?: string | undefined;
}

export interface TakedownFigures extends Measures {
  readonly byState: Readonly<Partial<Record<TakedownState, number>>>;
  readonly byChannel: readonly (Measures & { readonly channel: string })[];
}

/** Requests that are counted at once; the latest ones. */
const COUNTED_MOST = 50_000;

interface Counted {
  readonly channel: string;
  readonly state: TakedownState;
  readonly found_at: number;
  readonly requested_at: number | null;
  readonly answered_at: number | null;
  readonly removed_at: number | null;
  readonly was_wrong: boolean;
  readonly reposted_at: number | null;
  readonly appeals: number;
  readonly decided: number;
  readonly reversed: number;
}

/** How well the requests go that the reader may see. */
export async function measureTakedowns(
  { store, book, now }: TakedownDeps,
  principal: Principal,
  { from = 0, to = Number.MAX_SAFE_INTEGER, channel }: MeasureWish,
): Promise<TakedownFigures> {
  const only = channel === undefined ? sql`true` : sql`t.channel = ${channel}`;
  const { rows } = await store.read(scopeOf(principal), (trx) =>
    sql<Counted>`
      SELECT t.channel, t.state, t.found_at, t.requested_at, t.answered_at, t.removed_at, t.was_wrong,
        (SELECT min(s.at) FROM (
          SELECT e.at FROM takedown_events e
          WHERE e.takedown_id = t.takedown_id AND e.event = 'found_again' AND e.at >= t.removed_at
          UNION ALL
          SELECT p.found_at FROM posts p
          WHERE p.campaign_id = o.campaign_id AND p.post_id <> t.post_id AND p.found_at > t.removed_at
            AND ${UNLAWFUL_OFFER}) s) AS reposted_at,
        (SELECT count(*)::int FROM takedown_appeals a WHERE a.takedown_id = t.takedown_id) AS appeals,
        (SELECT count(*)::int FROM takedown_appeals a
          WHERE a.takedown_id = t.takedown_id AND a.outcome IS NOT NULL) AS decided,
        (SELECT count(*)::int FROM takedown_appeals a
          WHERE a.takedown_id = t.takedown_id AND a.outcome = 'reversed') AS reversed
      FROM takedowns t JOIN posts o ON o.post_id = t.post_id
      WHERE t.created_at >= ${from} AND t.created_at < ${to} AND ${only}
      ORDER BY t.takedown_id DESC LIMIT ${COUNTED_MOST}`.execute(trx),
  );
  const all = rows.map(measured);
  const at = now();
  const of = (some: readonly MeasuredTakedown[]) => takedownMeasures(some, at, book.repostDays);
  const channels = [...Map.groupBy(all, (row) => row.channel)];
  return {
    ...of(all),
    byState: Object.fromEntries(
      [...Map.groupBy(all, ({ state }) => state)].map(([state, some]) => [state, some.length]),
    ),
    byChannel: channels.map(([id, some]) => ({ channel: id, ...of(some) })),
  };
}

const measured = (row: Counted): MeasuredTakedown => ({
  channel: row.channel,
  state: row.state,
  foundAt: row.found_at,
  requestedAt: row.requested_at,
  isAnswered: row.answered_at !== null || row.removed_at !== null,
  removedAt: row.removed_at,
  wasWrong: row.was_wrong,
  repostedAt: row.reposted_at === null ? null : Number(row.reposted_at),
  appeals: row.appeals,
  appealsDecided: row.decided,
  appealsReversed: row.reversed,
});
