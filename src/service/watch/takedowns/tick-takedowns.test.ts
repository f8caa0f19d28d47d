import { beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnStores } from '../../../store/test-stores.ts';
import { listTakedowns } from './list-takedowns.ts';
import { measureTakedowns } from './measure-takedowns.ts';
import { showTakedown } from './show-takedown.ts';
import { DAY, HOUR, reason, START, TakedownWorld } from './takedown-world.fixture.ts';

describeOnStores('requests and the clock', (open) => {
  let w: TakedownWorld;

  beforeAll(async () => {
    w = await TakedownWorld.make(await open());
  });
  beforeEach(async () => {
    w.now = START;
    w.pages.clear();
    await w.forget();
  });

  it('looks again after an hour; a page that is gone closes the request, one that is back opens it', async () => {
    const post = await w.post();
    const takedownId = await w.sent(post);
    expect(await w.tick()).toEqual({ checked: 0, gone: 0, back: 0 });
    w.now = START + HOUR;
    expect(await w.tick()).toEqual({ checked: 1, gone: 0, back: 0 });
    expect(await w.stateOf(takedownId)).toBe('requested');
    w.now = START + DAY;
    w.pages.set(post, 'gone');
    expect(await w.tick()).toEqual({ checked: 1, gone: 1, back: 0 });
    const closed = await showTakedown(w.deps, w.analyst, takedownId);
    expect(closed).toMatchObject({ state: 'removed', removedAt: w.now });
    expect(closed.events.at(-1)).toMatchObject({ event: 'found_gone', by: null, note: '24 h' });
    w.now = START + 7 * DAY;
    w.pages.set(post, 'up');
    expect(await w.tick()).toEqual({ checked: 1, gone: 0, back: 1 });
    expect(await w.stateOf(takedownId)).toBe('reappeared');
    w.now = START + 30 * DAY;
    w.pages.set(post, 'gone');
    await w.tick();
    const last = await showTakedown(w.deps, w.analyst, takedownId);
    // What came back once is for a person to close.
    expect(last.state).toBe('reappeared');
    expect(last.checks.map(({ hours, result }) => [hours, result])).toEqual([
      [1, 'up'],
      [24, 'gone'],
      [168, 'up'],
      [720, 'gone'],
    ]);
    expect(last.checks.every(({ captureId }) => captureId !== null)).toBe(true);
    expect(await w.audited(takedownId)).toEqual([
      'takedown.draft',
      'takedown.seal',
      'takedown.send',
      'takedown.recheck',
      'takedown.found-gone',
      'takedown.found-again',
      'takedown.recheck',
    ]);
  });

  it('a page that cannot be reached says nothing, a refusal stays one, and what was missed is made up once', async () => {
    const post = await w.post();
    const takedownId = await w.sent(post);
    w.pages.set(post, 'refuses');
    w.now = START + 8 * DAY;
    expect(await w.tick()).toEqual({ checked: 1, gone: 0, back: 0 });
    const seen = await showTakedown(w.deps, w.analyst, takedownId);
    expect(seen.checks.map(({ result }) => result)).toEqual([
      'unreachable',
      'unreachable',
      'unreachable',
      null,
    ]);
    await w.act(takedownId, { kind: 'refuse', answeredAt: w.now, wasWrong: true, reason });
    w.pages.set(post, 'gone');
    w.now = START + 30 * DAY;
    await w.tick();
    expect(await w.stateOf(takedownId)).toBe('refused');
  });

  it('what a source saw of the page counts at once; a page that says something else opens nothing', async () => {
    const post = await w.post();
    const takedownId = await w.sent(post);
    const other = await w.post();
    const told = await w.sent(other);
    w.pages.set(other, 'changed');
    await w.act(told, { kind: 'remove', answeredAt: w.now, reason });
    const set = (goneAt: number | null) =>
      w.store.db
        .updateTable('posts')
        .set({ gone_at: goneAt })
        .where('post_id', '=', post)
        .execute();
    await set(w.now - 1);
    expect((await w.tick()).gone).toBe(0);
    w.now += 60_000;
    await set(w.now);
    expect((await w.tick()).gone).toBe(1);
    expect(await showTakedown(w.deps, w.analyst, takedownId)).toMatchObject({
      state: 'removed',
      removedAt: w.now,
    });
    w.pages.set(post, 'changed');
    w.now = START + HOUR;
    await w.tick();
    expect(await w.stateOf(takedownId)).toBe('removed');
    await set(null);
    expect((await w.tick()).back).toBe(1);
    expect(await w.stateOf(takedownId)).toBe('reappeared');
    // Removed by word of the addressee: that its page was never seen gone opens nothing.
    expect(await w.stateOf(told)).toBe('removed');
  });

  it('two clocks look at a page once', async () => {
    const takedownId = await w.sent(await w.post());
    w.now = START + HOUR;
    const [a, b] = await Promise.all([w.tick(), w.tick()]);
    expect(a.checked + b.checked).toBe(1);
    const copies = await w.store.db
      .selectFrom('takedown_checks')
      .select('result')
      .where('takedown_id', '=', takedownId)
      .where('done_at', 'is not', null)
      .execute();
    expect(copies).toEqual([{ result: 'up' }]);
  });

  it('a post of the same campaign opens a removal again, and a new request follows it', async () => {
    const campaign = await w.campaign();
    const first = await w.post({ campaign });
    const takedownId = await w.sent(first);
    await w.act(takedownId, { kind: 'remove', answeredAt: w.now, reason });
    w.now += 2 * DAY;
    w.pages.set(first, 'gone');
    expect((await w.tick()).back).toBe(0);
    const harmless = await w.post({ campaign, said: ['dropper', 'warning'] });
    expect((await w.tick()).back).toBe(0);
    const again = await w.post({ campaign, said: null });
    expect((await w.tick()).back).toBe(1);
    expect((await w.tick()).back).toBe(0);
    const seen = await showTakedown(w.deps, w.analyst, takedownId);
    expect(seen).toMatchObject({ state: 'reappeared', reposts: [again] });
    expect(seen.reposts).not.toContain(harmless);
    expect(seen.events.at(-1)).toMatchObject({ event: 'found_again', note: `post:${again}` });
    const other = await w.post({ campaign });
    const next = await w.draft(other);
    expect(next.follows).toBe(takedownId);
    expect((await showTakedown(w.deps, w.analyst, takedownId)).followedBy).toEqual([
      next.takedownId,
    ]);
  });

  it('a draft for the next post of a campaign says by itself that the removal is undone', async () => {
    const campaign = await w.campaign();
    const takedownId = await w.sent(await w.post({ campaign }));
    await w.act(takedownId, { kind: 'remove', answeredAt: w.now, reason });
    w.now += DAY;
    const next = await w.draft(await w.post({ campaign }));
    expect(next.follows).toBe(takedownId);
    expect(await w.stateOf(takedownId)).toBe('reappeared');
  });

  it('lists what is late, as each view says', async () => {
    const takedownId = await w.sent(await w.post(), { channel: 'platform_complaint' });
    const page = async (overdue: boolean) => {
      const wish = { limit: 100 };
      const filter = { overdue, channel: 'platform_complaint' };
      const { items } = await listTakedowns(w.deps, w.analyst, filter, wish);
      for (const item of items) expect(item.overdue).toBe(overdue);
      return items.map((item) => item.takedownId);
    };
    expect(await page(false)).toContain(takedownId);
    w.now = START + 2 * HOUR;
    // Nobody looked after the first hour.
    expect(await page(true)).toContain(takedownId);
    await w.tick();
    expect(await page(false)).toContain(takedownId);
    w.now = Date.parse('2026-12-16T23:59:59+05:00');
    await w.tick();
    expect(await page(false)).toContain(takedownId);
    w.now = Date.parse('2026-12-17T00:00:00+05:00');
    expect(await page(true)).toContain(takedownId);
    await w.act(takedownId, { kind: 'acknowledge', answeredAt: w.now, reason });
    expect(await page(false)).toContain(takedownId);
  });

  it('walks the list page by page, the latest first', async () => {
    for (let i = 0; i < 5; i++) await w.draft(await w.post());
    const ids: number[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await listTakedowns(w.deps, w.analyst, {}, { limit: 3, cursor });
      ids.push(...page.items.map(({ takedownId }) => takedownId));
      cursor = page.next ?? undefined;
      more = page.next !== null;
    }
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
  });

  it('measures by channel what was asked, removed and posted again', async () => {
    const channel = 'regulator_register';
    const campaign = await w.campaign();
    const from = w.now;
    const post = await w.post({ campaign });
    w.now += 4 * HOUR;
    const takedownId = await w.sent(post, { channel });
    w.now += 20 * HOUR;
    await w.act(takedownId, { kind: 'remove', answeredAt: w.now, reason });
    w.now += 3 * DAY;
    await w.post({ campaign });
    w.now += 10 * DAY;
    const wrong = await w.sent(await w.post(), { channel });
    await w.act(wrong, { kind: 'refuse', answeredAt: w.now, wasWrong: true, reason });
    const figures = await measureTakedowns(w.deps, w.analyst, { from, channel });
    expect(figures).toMatchObject({
      drafted: 2,
      requested: 2,
      removed: 1,
      foundToRequested: { of: 2, hours: 2 },
      requestedToRemoved: { of: 1, hours: 20 },
      repostedIn7Days: { of: 1, count: 1, share: 1 },
      refusedAsWrong: { of: 2, count: 1, share: 0.5 },
    });
    expect(figures.byChannel.map((one) => one.channel)).toEqual([channel]);
  });
});
