import { isDue, nextRoundAt } from '../../../src/academy/boosters.ts';
import { readProgress } from '../../../src/academy/progress.ts';
import { recall } from './shelf.ts';

const boosters = () => readProgress(recall('progress')).boosters;

/** A round of boosters waits for the visitor of this device; reads what the device keeps and nothing else. */
export function isBoosterDue(now = Date.now()): boolean {
  const state = boosters();
  return state !== undefined && isDue(state, now);
}

/** When the next round is due; undefined before any training and once all rounds are done. */
export function nextBoosterAt(): number | undefined {
  const state = boosters();
  return state === undefined ? undefined : nextRoundAt(state);
}
