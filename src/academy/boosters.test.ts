import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BOOSTER_DAYS,
  type BoosterState,
  finishRound,
  isDue,
  nextRound,
  nextRoundAt,
  ROUND_ITEMS,
  startBoosters,
} from './boosters.ts';
import type { BoosterItem } from './lesson.ts';
import { said } from './scene.fixture.ts';

const DAY = 86_400_000;
const items = Array.from(
  { length: 18 },
  (_, i): BoosterItem => ({
    ...{ id: `r${i + 1}`, kind: i % 2 === 0 ? 'trap' : 'genuine', channel: 'sms' },
    ...{ text: said(`Текст ${i}.`), why: said(`Потому ${i}.`) },
  }),
);
const done = (
  state: BoosterState,
  at: number,
  right: boolean | ((id: string) => boolean) = true,
) => {
  const round = nextRound(items, state, 1);
  const judge = typeof right === 'function' ? right : () => right;
  return finishRound(state, Object.fromEntries(round.map(({ id }) => [id, judge(id)])), at);
};

describe('boosters', () => {
  it('are due 1, 7 and 21 days after the training, and then no more', () => {
    let state = startBoosters(0);
    for (const day of BOOSTER_DAYS) {
      expect(nextRoundAt(state)).toBe(day * DAY);
      expect(isDue(state, day * DAY - 1)).toBe(false);
      expect(isDue(state, day * DAY)).toBe(true);
      state = done(state, day * DAY);
    }
    expect(nextRoundAt(state)).toBeUndefined();
    expect(isDue(state, 1e15)).toBe(false);
  });

  it('keep their gaps when one was late', () => {
    const late = done(startBoosters(0), 9 * DAY);
    expect(nextRoundAt(late)).toBe(15 * DAY);
    expect(nextRoundAt(done(late, 15 * DAY))).toBe(29 * DAY);
  });

  it('bring mistakes back first, and no item twice in a row while others are new', () => {
    const first = nextRound(items, startBoosters(0), 1);
    const wrong = first[1].id;
    const state = done(startBoosters(0), DAY, (id) => id !== wrong);
    const second = nextRound(items, state, 1).map(({ id }) => id);
    expect(second).toContain(wrong);
    for (const { id } of first) if (id !== wrong) expect(second).not.toContain(id);
  });

  it('begin anew after another training, without forgetting the items', () => {
    const state = done(startBoosters(0), DAY);
    const again = startBoosters(30 * DAY, state);
    expect(nextRoundAt(again)).toBe(31 * DAY);
    expect(again.boxes).toEqual(state.boxes);
  });

  it('hold both kinds, three different items, the same for the same seed', () => {
    const box = fc.record({ box: fc.integer({ min: 0, max: 3 }), at: fc.nat() });
    const boxes = fc.dictionary(fc.constantFrom(...items.map(({ id }) => id)), box);
    fc.assert(
      fc.property(boxes, fc.integer(), fc.integer({ min: 0, max: 3 }), (known, seed, rounds) => {
        const state = {
          trainedAt: 0,
          rounds: Array.from({ length: rounds }, () => 1),
          boxes: known,
        };
        const round = nextRound(items, state, seed);
        expect(new Set(round.map(({ id }) => id)).size).toBe(ROUND_ITEMS);
        expect(new Set(round.map(({ kind }) => kind)).size).toBe(2);
        expect(nextRound(items, state, seed)).toEqual(round);
        // Brute force: whatever was left out ranks no lower than the lowest that was taken.
        const rank = (id: string) => known[id]?.box ?? 0.5;
        const least = Math.min(...items.map(({ id }) => rank(id)));
        expect(round.some(({ id }) => rank(id) === least)).toBe(true);
      }),
      { seed: 5 },
    );
  });

  it('meet every item before one that was right is met again', () => {
    let state = startBoosters(0);
    const met = new Set<string>();
    for (let i = 0; i < 6; i++) {
      for (const { id } of nextRound(items, state, 1)) met.add(id);
      state = { ...done(state, i), rounds: [] };
    }
    expect(met.size).toBeGreaterThanOrEqual(15);
  });

  it('take what there is when it is little', () => {
    expect(nextRound(items.slice(0, 2), startBoosters(0), 1)).toHaveLength(2);
    expect(nextRound([], startBoosters(0), 1)).toEqual([]);
  });
});
