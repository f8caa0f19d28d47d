import { type BoosterState, finishRound, nextRoundAt } from '../../../src/academy/boosters.ts';

/** Days to come on which rounds will be due, if the one that waits is done now and each later one on its day. */
export function plannedRounds(state: BoosterState, now: number): number[] {
  const planned: number[] = [];
  let later = state;
  for (let at = nextRoundAt(later); at !== undefined; at = nextRoundAt(later)) {
    if (at > now) planned.push(at);
    later = finishRound(later, {}, Math.max(at, now));
  }
  return planned;
}
