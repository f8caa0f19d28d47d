import type { PortalGiven } from '../portal-given.ts';
import { countAll, midnightBefore, monthOf } from './count-all.ts';
import { type FiguresView, viewOfCounts } from './figures-view.ts';

/** Figures for everybody, small cells suppressed. */
export interface Figures extends Pick<PortalGiven, 'store' | 'now'> {
  /** What was counted last, up to which midnight; shared by everybody who asks meanwhile. */
  readonly last: { until: number; view: Promise<FiguresView> | undefined };
}

const MONTHS = 12;

export const openFigures = ({ store, now }: Pick<PortalGiven, 'store' | 'now'>): Figures => ({
  store,
  now,
  last: { until: 0, view: undefined },
});

/**
 * The figures as of last midnight, counted once a day. Whoever sent an offer to one person and watched a count go up minutes later
 * would know who told of it; and counting goes through whole tables, not for each visitor.
 */
export function showFigures(figures: Figures): Promise<FiguresView> {
  const { last, now } = figures;
  const until = midnightBefore(now());
  if (last.view !== undefined && until === last.until) return last.view;
  const view = count(figures, until);
  last.until = until;
  last.view = view;
  view.catch(() => {
    if (last.view === view) last.view = undefined;
  });
  return view;
}

async function count({ store }: Figures, until: number): Promise<FiguresView> {
  const months = monthsUntil(until);
  const since = Date.parse(`${months[0]}-01T00:00:00+05:00`);
  return viewOfCounts(await countAll({ store, since, until }), months, until);
}

/** This month and those before it, in order. */
function monthsUntil(at: number): string[] {
  const [year, month] = monthOf(at).split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, i) =>
    new Date(Date.UTC(year, month - MONTHS + i, 1)).toISOString().slice(0, 7),
  );
}
