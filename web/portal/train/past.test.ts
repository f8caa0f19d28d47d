import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { finishRound } from '../../../src/academy/boosters.ts';
import { withBoosters } from '../../../src/academy/progress.ts';
import { drawnScene } from '../../../src/academy/scene.fixture.ts';
import { createRandom } from '../../../src/domain/random.ts';
import { deviceWith } from './device.fixture.ts';
import { isBoosterDue, nextBoosterAt } from './due.ts';
import { forgetAll, isPlayed, keepPlay, keepProgress, keepSimple, past } from './past.ts';
import { plannedRounds } from './planned-rounds.ts';

const scene = drawnScene(createRandom(4));
const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);

describe('what a device keeps of training', () => {
  let kept: Map<string, string>;

  beforeEach(() => {
    kept = deviceWith();
    forgetAll();
  });
  afterEach(() => {
    forgetAll();
    vi.unstubAllGlobals();
  });

  it('is how scenes ended, and is gone when it is forgotten', () => {
    expect(nextBoosterAt()).toBeUndefined();
    keepPlay(scene, 'declined', NOW);
    keepSimple(true);
    expect(isPlayed(past(), scene.id)).toBe(true);
    expect([...kept.keys()].sort()).toEqual(['qorgan.train.look', 'qorgan.train.progress']);
    forgetAll();
    expect(kept.size).toBe(0);
    expect(isPlayed(past(), scene.id)).toBe(false);
    expect(past().simple).toBe(false);
  });

  it('has boosters due 1, 7 and 21 days after the last play of the training', () => {
    keepPlay(scene, 'took', NOW);
    keepPlay(scene, 'took', NOW + 1_000);
    const trained = NOW + 1_000;
    expect(plannedRounds(past().progress.boosters!, trained)).toEqual(
      [1, 7, 21].map((day) => trained + day * DAY_MS),
    );
    expect(isBoosterDue(trained + DAY_MS - 1)).toBe(false);
    expect(isBoosterDue(trained + DAY_MS)).toBe(true);
  });

  it('does not put off what is due, nor begin anew between rounds, by another play', () => {
    keepPlay(scene, 'took', NOW);
    keepPlay(scene, 'took', NOW + 2 * DAY_MS);
    expect(isBoosterDue(NOW + 2 * DAY_MS)).toBe(true);
    round(NOW + 2 * DAY_MS);
    keepPlay(scene, 'took', NOW + 3 * DAY_MS);
    expect(nextBoosterAt()).toBe(NOW + 8 * DAY_MS);
  });

  it('plans the days to come from today, where a round is late', () => {
    keepPlay(scene, 'took', NOW);
    const late = NOW + 10 * DAY_MS;
    expect(plannedRounds(past().progress.boosters!, late)).toEqual([
      late + 6 * DAY_MS,
      late + 20 * DAY_MS,
    ]);
  });

  it('begins anew by a play once all rounds are done', () => {
    keepPlay(scene, 'took', NOW);
    for (const day of [1, 7, 21]) round(NOW + day * DAY_MS);
    expect(nextBoosterAt()).toBeUndefined();
    keepPlay(scene, 'took', NOW + 40 * DAY_MS);
    expect(nextBoosterAt()).toBe(NOW + 41 * DAY_MS);
  });
});

function round(at: number): void {
  const { progress } = past();
  keepProgress(withBoosters(progress, finishRound(progress.boosters!, { r1: true }, at)));
}
