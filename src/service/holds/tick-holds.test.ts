import { beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnStores } from '../../store/test-stores.ts';
import {
  codeOf,
  DAY,
  HOUR,
  HoldWorld,
  local,
  reason,
  START,
  TERM_END,
} from './hold-world.fixture.ts';
import { listHolds } from './list-holds.ts';
import { showHold } from './show-hold.ts';
import { tickHolds } from './tick-holds.ts';

describeOnStores('holds and the clock', (open) => {
  let w: HoldWorld;

  beforeAll(async () => {
    w = await HoldWorld.make(await open());
  });
  beforeEach(() => {
    w.now = START;
    w.inEvents.clear();
  });

  it('goes the way of the payments law: asked, blocked, answered, notified, silent, released', async () => {
    const holdId = await w.placed(['internal_rules']);
    await w.act(holdId, { kind: 'ask', reason: 'whom do you pay?' });
    w.now = TERM_END;
    await tickHolds(w.deps);
    expect((await showHold(w.deps, w.analyst, holdId)).state).toBe('blocked_until_explanations');
    w.now = TERM_END + 40 * DAY;
    expect((await tickHolds(w.deps)).changed).toBe(0);
    // Wednesday 13 January 2027.
    await w.act(holdId, { kind: 'answer', reason: 'for a course' });
    const notified = await w.act(holdId, { kind: 'notify_centre', reason });
    expect(notified.deadlines[0]).toMatchObject({
      term: 'le-answer',
      dueAt: local('2027-01-19T00:00'),
    });
    w.now = local('2027-01-19T00:00');
    await tickHolds(w.deps);
    const silent = await showHold(w.deps, w.analyst, holdId);
    expect(silent).toMatchObject({ state: 'expired', mustRelease: true, overdueSince: w.now });
    expect((await w.act(holdId, { kind: 'release', reason, basis: 'term_over' })).state).toBe(
      'released',
    );
    expect(await w.tasksOf(holdId)).toEqual([
      'client_notice', // placed
      'client_notice', // asked
      'client_notice', // blocked
      'centre_notice',
      'must_release',
      'release',
      'client_notice', // released
      'centre_release',
    ]);
    expect((await showHold(w.deps, w.analyst, holdId)).events.map((event) => event.act)).toEqual([
      'propose',
      'place',
      'ask',
      'time',
      'answer',
      'notify_centre',
      'time',
      'release',
    ]);
  });

  it('the clock tells the truth to whoever comes before it has looked', async () => {
    const holdId = await w.placed(['internal_rules']);
    w.now = TERM_END + HOUR;
    expect(await codeOf(w.act(holdId, { kind: 'ask', reason }))).toBe('QRG_HOLD_STATE');
    const done = await w.act(holdId, { kind: 'release', reason, basis: 'term_over' });
    expect(done.state).toBe('released');
    const { events } = await showHold(w.deps, w.analyst, holdId);
    expect(events.map((event) => event.act)).toEqual(['propose', 'place', 'time', 'release']);
    expect(await w.tasksOf(holdId)).toContain('must_release');
  });

  it('the clock says what is missed, once, in the name of the system', async () => {
    w.now = START;
    await tickHolds(w.deps);
    const ids = await w.propose(
      ...Array.from({ length: 230 }, () => w.proposal(['internal_rules'])),
    );
    expect(await tickHolds(w.deps)).toEqual({ changed: 0, uncounted: 0 });
    w.now = START + DAY;
    expect((await tickHolds(w.deps)).changed).toBeGreaterThanOrEqual(ids.length);
    expect(await tickHolds(w.deps)).toEqual({ changed: 0, uncounted: 0 });
    const { items } = await listHolds(w.deps, w.analyst, {
      overdue: true,
      states: ['proposed'],
      limit: 100,
    });
    expect(items).toHaveLength(100);
    const { actor, action, institution_id } = await w.store.db
      .selectFrom('audit')
      .select(['actor', 'action', 'institution_id'])
      .where('object', '=', `hold:${ids[0]}`)
      .executeTakeFirstOrThrow();
    expect({ actor, action, institution_id }).toEqual({
      actor: 'qorgan',
      action: 'hold.overdue',
      institution_id: w.bank,
    });
    w.now = TERM_END;
    await Promise.all([tickHolds(w.deps), tickHolds(w.deps)]);
    const states = await w.store.db
      .selectFrom('holds')
      .select(['state', 'version'])
      .where('hold_id', 'in', ids)
      .distinct()
      .execute();
    expect(states).toEqual([{ state: 'expired', version: 3 }]);
  });

  it('without a calendar of the year a hold can be proposed and not be placed, and others go on', async () => {
    const late = local('2027-12-30T12:00');
    const [holdId] = await w.propose(w.proposal(['internal_rules'], { at: late }));
    const [fine] = await w.propose(w.proposal(['internal_rules'], { at: START }));
    w.now = late + HOUR;
    expect((await tickHolds(w.deps)).uncounted).toBe(1);
    expect((await showHold(w.deps, w.analyst, fine)).state).toBe('expired');
    expect(await codeOf(w.act(holdId, { kind: 'place', reason }))).toBe('QRG_LAW_CALENDAR_YEAR');
    const seen = await showHold(w.deps, w.analyst, holdId);
    expect(seen).toMatchObject({ deadlines: [], termsProblem: 'QRG_LAW_CALENDAR_YEAR' });
  });
});
