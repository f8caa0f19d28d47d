import { sql } from 'kysely';
import type { PostLabel } from '../../../domain/post.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import type { ReportState } from '../../../store/tables/watch.ts';
import type { TakedownState } from '../../../watch/takedown/takedown-state.ts';

/** Counts before anything is hidden; they leave this folder only through `suppress`. */
export interface AllCounts {
  readonly reports: readonly {
    readonly month: string;
    readonly state: ReportState;
    readonly count: number;
  }[];
  readonly labels: readonly { readonly label: PostLabel; readonly count: number }[];
  readonly takedowns: readonly {
    readonly state: TakedownState;
    readonly count: number;
  }[];
  /** Of requests whose page is gone: hours from the request to that. */
  readonly removal: { readonly count: number; readonly medianHours: number | null };
  readonly holds: readonly { readonly ended: boolean; readonly count: number }[];
  readonly appeals: readonly { readonly decided: boolean; readonly count: number }[];
  /** Institutions that hold payments: the figures of one alone would be its own. */
  readonly holders: number;
}

interface CountedTime {
  readonly store: Store;
  readonly since: number;
  readonly until: number;
}

/** All Kazakhstan lives by UTC+5 since 2024. */
const KZ_MS = 5 * 3_600_000;
const DAY_MS = 86_400_000;

export const monthOf = (at: number): string => new Date(at + KZ_MS).toISOString().slice(0, 7);

/** The midnight before a moment. */
export const midnightBefore = (at: number): number =>
  Math.floor((at + KZ_MS) / DAY_MS) * DAY_MS - KZ_MS;

/** Counts what came before a moment, since another one (reports) or in all (the rest), whoever it belongs to. */
export function countAll({ store, since, until }: CountedTime): Promise<AllCounts> {
  return store.write(async (trx) => ({
    reports: await rows(
      trx,
      sql`SELECT to_char(to_timestamp((at + ${KZ_MS}::bigint) / 1000) AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
        state, count(*)::int AS count
      FROM reports WHERE at >= ${since} AND at < ${until} GROUP BY 1, 2`,
    ),
    labels: await rows(
      trx,
      sql`SELECT said_label AS label, count(*)::int AS count FROM posts
      WHERE said_at < ${until} AND said_label IS NOT NULL GROUP BY 1`,
    ),
    takedowns: await rows(
      trx,
      sql`SELECT state, count(*)::int AS count FROM takedowns WHERE requested_at < ${until} GROUP BY 1`,
    ),
    removal: (
      await rows<AllCounts['removal']>(
        trx,
        sql`SELECT count(*)::int AS count,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY (removed_at - requested_at) / 3600000.0) AS "medianHours"
        FROM takedowns WHERE removed_at < ${until} AND requested_at IS NOT NULL`,
      )
    )[0],
    holds: await rows(
      trx,
      sql`SELECT state IN ('released', 'refused', 'returned') AS ended, count(*)::int AS count
      FROM holds WHERE placed_at < ${until} GROUP BY 1`,
    ),
    appeals: await rows(
      trx,
      sql`SELECT coalesce((course->>'appealDecidedAt') IS NOT NULL, false) AS decided, count(*)::int AS count
      FROM holds WHERE (course->>'appealFiledAt')::bigint < ${until} GROUP BY 1`,
    ),
    holders: (
      await rows<{ holders: number }>(
        trx,
        sql`SELECT count(DISTINCT institution_id)::int AS holders FROM holds WHERE placed_at < ${until}`,
      )
    )[0].holders,
  }));
}

const rows = async <T>(trx: Transaction, query: ReturnType<typeof sql>): Promise<T[]> =>
  (await query.execute(trx)).rows as T[];
