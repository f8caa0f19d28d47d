import { POST_LABELS, type PostLabel } from '../../../domain/post.ts';
import { REPORT_STATES, type ReportState } from '../../../store/tables/watch.ts';
import type { TakedownState } from '../../../watch/takedown/takedown-state.ts';
import type { AllCounts } from './count-all.ts';
import { CELL_LEAST, suppress } from './suppress.ts';

/** null: hidden, because it is small or would tell of one that is. */
export type Count = number | null;

export const TAKEDOWN_ENDS = ['waits', 'removed', 'partly', 'refused', 'withdrawn'] as const;
export type TakedownEnd = (typeof TAKEDOWN_ENDS)[number];

export interface FiguresView {
  readonly at: number;
  readonly reports: {
    readonly months: readonly ({ readonly month: string } & ReportCounts)[];
    readonly all: ReportCounts;
  };
  readonly posts: {
    readonly labels: readonly { readonly label: PostLabel; readonly count: Count }[];
    readonly all: Count;
  };
  readonly takedowns: {
    readonly ends: readonly { readonly end: TakedownEnd; readonly count: Count }[];
    readonly all: Count;
    readonly medianHours: number | null;
  };
  /** null: too few institutions, whose own figures these would be. */
  readonly holds: {
    readonly running: Count;
    readonly ended: Count;
    readonly all: Count;
    readonly appealsWaiting: Count;
    readonly appealsDecided: Count;
    readonly appeals: Count;
  } | null;
}

/** How reports stand now that came in a month. */
export type ReportCounts = { readonly all: Count } & Readonly<Record<ReportState, Count>>;

/** As few institutions could subtract themselves and read off the other. */
const HOLDERS_LEAST = 3;

const END_OF: Readonly<Record<TakedownState, TakedownEnd>> = {
  triaged: 'waits',
  sealed: 'waits',
  requested: 'waits',
  acknowledged: 'waits',
  reappeared: 'waits',
  removed: 'removed',
  partly: 'partly',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

/** What of the counts everybody may see. */
export function viewOfCounts(
  counts: AllCounts,
  months: readonly string[],
  at: number,
): FiguresView {
  return {
    at,
    reports: reportsOf(counts, months),
    posts: postsOf(counts),
    takedowns: takedownsOf(counts),
    holds: holdsOf(counts),
  };
}

function reportsOf({ reports }: AllCounts, months: readonly string[]): FiguresView['reports'] {
  const { cells, rowTotals, columnTotals, total } = suppress(
    months.map((month) =>
      REPORT_STATES.map((state) =>
        sumOf(reports.filter((one) => one.month === month && one.state === state)),
      ),
    ),
  );
  const named = (row: readonly Count[], all: Count): ReportCounts => {
    const [received, looked_at, led_to_removal, closed] = row;
    return { all, received, looked_at, led_to_removal, closed };
  };
  return {
    months: months.map((month, i) => ({ month, ...named(cells[i], rowTotals[i]) })),
    all: named(columnTotals, total),
  };
}

function postsOf({ labels }: AllCounts): FiguresView['posts'] {
  const { cells, total } = suppress([
    POST_LABELS.map((label) => sumOf(labels.filter((one) => one.label === label))),
  ]);
  return { labels: POST_LABELS.map((label, i) => ({ label, count: cells[0][i] })), all: total };
}

function takedownsOf({ takedowns, removal }: AllCounts): FiguresView['takedowns'] {
  const { cells, total } = suppress([
    TAKEDOWN_ENDS.map((end) => sumOf(takedowns.filter(({ state }) => END_OF[state] === end))),
  ]);
  return {
    ends: TAKEDOWN_ENDS.map((end, i) => ({ end, count: cells[0][i] })),
    all: total,
    medianHours:
      removal.medianHours === null || removal.count < CELL_LEAST
        ? null
        : Math.round(removal.medianHours),
  };
}

function holdsOf({ holds, appeals, holders }: AllCounts): FiguresView['holds'] {
  if (holders < HOLDERS_LEAST) return null;
  const held = suppress([
    [false, true].map((is) => sumOf(holds.filter(({ ended }) => ended === is))),
  ]);
  const heard = suppress([
    [false, true].map((is) => sumOf(appeals.filter(({ decided }) => decided === is))),
  ]);
  return {
    running: held.cells[0][0],
    ended: held.cells[0][1],
    all: held.total,
    appealsWaiting: heard.cells[0][0],
    appealsDecided: heard.cells[0][1],
    appeals: heard.total,
  };
}

const sumOf = (some: readonly { readonly count: number }[]): number =>
  some.reduce((sum, { count }) => sum + count, 0);
