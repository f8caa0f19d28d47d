import type { PortalGiven } from '../portal-given.ts';
import { countAll, monthOf } from './count-all.ts';
import { type FiguresView, viewOfCounts } from './figures-view.ts';

/** Figures for everybody, small cells suppressed. */
export interface Figures extends Pick<PortalGiven, 'store' | 'now'> {
  /** What was counted last; shared by everybody who asks meanwhile. */
  readonly last: { at: number; view: Promise<FiguresView> | undefined };
}

/** Counting goes through whole tables: not for each visitor. */
const KEPT_MS = 10 * 60_000;
const MONTHS = 12;

export const openFigures = ({ store, now }: Pick<PortalGiven, 'store' | 'now'>): Figures => ({
  store,
  now,
  last: { at: 0, view: undefined },
});

/** The figures, some minutes old at most. */
export function showFigures(figures: Figures): Promise<FiguresView> {
  const { last, now } = figures;
  const at = now();
  if (last.view !== undefined && at - last.at < KEPT_MS && at >= last.at) return last.view;
  const view = count(figures, at);
  last.at = at;
  last.view = view;
  view.catch(() => {
    if (last.view === view) last.view = undefined;
  });
  return view;
}

async function count({ store }: Figures, at: number): Promise<FiguresView> {
  const months = monthsUntil(at);
  const since = Date.parse(`${months[0]}-01T00:00:00+05:00`);
  return viewOfCounts(await countAll({ store, since }), months, at);
}

/** This month and those before it, in order. */
function monthsUntil(at: number): string[] {
  const [year, month] = monthOf(at).split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, i) =>
    new Date(Date.UTC(year, month - MONTHS + i, 1)).toISOString().slice(0, 7),
  );
}
