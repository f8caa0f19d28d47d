import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnStores } from '../../../store/test-stores.ts';
import { takeReport } from '../../watch/reports/take-report.ts';
import { WatchTown } from '../../watch/watch.fixture.ts';
import { type AllCounts, countAll } from './count-all.ts';
import { type Figures, openFigures, showFigures } from './figures.ts';
import { viewOfCounts } from './figures-view.ts';

const DAY_MS = 86_400_000;
const told = { story: 'offer', text: 'Предлагают сдать карту', links: [], asks: [] } as const;

describeOnStores('figures for everybody', (open) => {
  let town: WatchTown;
  let figures: Figures;

  beforeAll(async () => {
    town = new WatchTown(await open());
    await town.open();
    figures = openFigures({ store: town.store, now: () => town.at });
  }, 120_000);
  afterAll(() => town.close());

  it('are all hidden where there is nothing', async () => {
    const { reports, posts, takedowns, holds } = await showFigures(figures);
    expect(reports.months).toHaveLength(12);
    expect(reports.months.at(-1)?.month).toBe('2026-11');
    expect(reports.months[0].month).toBe('2025-12');
    expect([reports.all.all, posts.all, takedowns.all, takedowns.medianHours, holds]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('count reports by the month they came in, in the time of Kazakhstan, and stay for the day', async () => {
    // The first hours of November there are still October by UTC.
    town.at = Date.UTC(2026, 9, 31, 20);
    for (let i = 0; i < 6; i++) await takeReport(town.watch, told);
    town.at = Date.UTC(2026, 9, 31, 18);
    for (let i = 0; i < 7; i++) await takeReport(town.watch, told);
    town.at = Date.UTC(2026, 10, 20, 9);
    const kept = await showFigures(figures);
    expect(kept.reports.all.all).toBeNull();
    town.at += DAY_MS;
    const { reports } = await showFigures(figures);
    expect(reports.months.slice(-2)).toMatchObject([
      { month: '2026-10', all: 7, received: 7 },
      { month: '2026-11', all: 6, received: 6 },
    ]);
    expect(reports.all).toMatchObject({ all: 13, received: 13, led_to_removal: null });
  });

  it('say nothing of a day that is not over: whoever watches them learns nobody’s hour', async () => {
    await takeReport(town.watch, told);
    const today = openFigures({ store: town.store, now: () => town.at });
    const view = await showFigures(today);
    expect(view.reports.all.all).toBe(13);
    expect(view.at).toBe(Date.UTC(2026, 10, 20, 19));
    town.at += DAY_MS;
    expect((await showFigures(today)).reports.all.all).toBe(14);
  });

  it('count what people said of posts, and name nobody', async () => {
    await town.store.db
      .updateTable('posts')
      .set({ said_label: 'dropper', said_stance: 'offer', said_at: town.at })
      .execute();
    const counts = await countAll({ store: town.store, since: 0, until: town.at + 1 });
    expect(counts.labels).toEqual([{ label: 'dropper', count: 14 }]);
    town.at += DAY_MS;
    const shown = await showFigures(figures);
    expect(shown.posts.labels[0]).toEqual({ label: 'dropper', count: 14 });
    expect(shown.posts.all).toBe(14);
  });

  it('ask the store once for all who come at the same time', async () => {
    town.at += DAY_MS;
    const [one, other] = await Promise.all([showFigures(figures), showFigures(figures)]);
    expect(one).toBe(other);
  });
});

const NOTHING: AllCounts = {
  ...{ reports: [], labels: [], takedowns: [], holds: [], appeals: [] },
  ...{ removal: { count: 0, medianHours: null }, holders: 0 },
};

it('the figures of holds are nobody’s own: three institutions at least', () => {
  const holds = [{ ended: true, count: 40 }];
  const view = (holders: number) => viewOfCounts({ ...NOTHING, holds, holders }, [HERE], 0).holds;
  expect(view(2)).toBeNull();
  expect(view(3)).toMatchObject({ ended: 40, all: 40, running: null });
});

it('a median of few is not told', () => {
  const view = (count: number) =>
    viewOfCounts({ ...NOTHING, removal: { count, medianHours: 30.4 } }, [HERE], 0).takedowns;
  expect([view(4).medianHours, view(5).medianHours]).toEqual([null, 30]);
});

const HERE = '2026-11';
