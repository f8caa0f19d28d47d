import { type BoosterState, finishRound, nextRoundAt } from '../../../src/academy/boosters.ts';

/** When the rounds that are left are due, if each is done on its day. */
export function plannedRounds(state: BoosterState): number[] {
  const planned: number[] = [];
  let later = state;
  for (let at = nextRoundAt(later); at !== undefined; at = nextRoundAt(later)) {
    planned.push(at);
    later = finishRound(later, {}, at);
  }
  return planned;
}
