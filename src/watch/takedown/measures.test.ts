import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeasuredTakedown, takedownMeasures } from './measures.ts';
import { TAKEDOWN_STATES } from './takedown-state.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 1_800_000_000_000;

const one = (more: Partial<MeasuredTakedown> = {}): MeasuredTakedown => ({
  channel: 'host_abuse',
  state: 'removed',
  foundAt: NOW - 40 * DAY,
  requestedAt: NOW - 40 * DAY + 4 * HOUR,
  isAnswered: true,
  removedAt: NOW - 39 * DAY,
  wasWrong: false,
  repostedAt: null,
  appeals: 0,
  appealsDecided: 0,
  appealsReversed: 0,
  ...more,
});

describe('measures of requests', () => {
  it('say nothing of nothing', () => {
    expect(takedownMeasures([], NOW)).toMatchObject({
      drafted: 0,
      foundToRequested: { of: 0, hours: null },
      repostedIn7Days: { of: 0, count: 0, share: null },
    });
  });

  it('wait until seven days are over before they say whether a page came back', () => {
    const fresh = one({ removedAt: NOW - DAY, repostedAt: NOW - HOUR });
    expect(takedownMeasures([fresh], NOW).repostedIn7Days.of).toBe(0);
    const old = one({ repostedAt: NOW - 33 * DAY });
    const late = one({ repostedAt: NOW - 31 * DAY });
    expect(takedownMeasures([fresh, old, late], NOW).repostedIn7Days).toEqual({
      of: 2,
      count: 1,
      share: 0.5,
    });
  });

  const moment = fc.integer({ min: 0, max: 60 * 24 }).map((hours) => NOW - hours * HOUR);
  const row = fc
    .record({
      found: moment,
      toRequest: fc.option(fc.integer({ min: 0, max: 500 })),
      toRemoval: fc.option(fc.integer({ min: 0, max: 500 })),
      toRepost: fc.option(fc.integer({ min: 0, max: 400 })),
      wrong: fc.boolean(),
      appeals: fc.array(fc.constantFrom('open', 'upheld', 'reversed'), { maxLength: 3 }),
      state: fc.constantFrom(...TAKEDOWN_STATES),
    })
    .map(({ found, toRequest, toRemoval, toRepost, wrong, appeals, state }): MeasuredTakedown => {
      const requestedAt = toRequest === null ? null : found + toRequest * HOUR;
      const removedAt =
        requestedAt === null || toRemoval === null ? null : requestedAt + toRemoval * HOUR;
      const isSent = requestedAt !== null;
      return one({
        state,
        foundAt: found,
        requestedAt,
        isAnswered: isSent && (removedAt !== null || wrong),
        removedAt,
        wasWrong: isSent && wrong,
        repostedAt: removedAt === null || toRepost === null ? null : removedAt + toRepost * HOUR,
        appeals: isSent ? appeals.length : 0,
        appealsDecided: isSent ? appeals.filter((a) => a !== 'open').length : 0,
        appealsReversed: isSent ? appeals.filter((a) => a === 'reversed').length : 0,
      });
    });

  it('are what counting by hand gives', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        expect(takedownMeasures(rows, NOW)).toEqual(byHand(rows));
      }),
      { seed: 6 },
    );
  });
});

/** The slow, obvious version. */
function byHand(rows: readonly MeasuredTakedown[]) {
  let [requested, removed, old, back, answered, wrong, appealed, decided, reversed] =
    Array<number>(9).fill(0);
  const toRequest: number[] = [];
  const toRemoval: number[] = [];
  for (const row of rows) {
    if (row.requestedAt === null) continue;
    requested++;
    toRequest.push((row.requestedAt - row.foundAt) / HOUR);
    if (row.isAnswered) answered++;
    if (row.wasWrong) wrong++;
    if (row.appeals > 0) appealed++;
    decided += row.appealsDecided;
    reversed += row.appealsReversed;
    if (row.removedAt === null) continue;
    removed++;
    toRemoval.push((row.removedAt - row.requestedAt) / HOUR);
    if (NOW - row.removedAt < 7 * DAY) continue;
    old++;
    if (row.repostedAt !== null && row.repostedAt <= row.removedAt + 7 * DAY) back++;
  }
  const share = (of: number, count: number) => ({ of, count, share: of === 0 ? null : count / of });
  return {
    drafted: rows.length,
    requested,
    removed,
    foundToRequested: { of: toRequest.length, hours: middle(toRequest) },
    requestedToRemoved: { of: toRemoval.length, hours: middle(toRemoval) },
    repostedIn7Days: share(old, back),
    refusedAsWrong: share(answered, wrong),
    appealed: share(requested, appealed),
    reversed: share(decided, reversed),
  };
}

/** Takes the smallest and the largest away until one or two are left. */
function middle(values: readonly number[]): number | null {
  const left = [...values];
  while (left.length > 2) {
    left.splice(left.indexOf(Math.min(...left)), 1);
    left.splice(left.indexOf(Math.max(...left)), 1);
  }
  return left.length === 0 ? null : left.reduce((a, b) => a + b) / left.length;
}
