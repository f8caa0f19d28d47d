import { expect, it } from 'vitest';
import type { Found } from '../../network/find.ts';
import { onwardPairs } from './onward.ts';

const HOUR_MS = 3_600_000;

/** A lone suspect, 1, whose statement is all there is: it handed most to 2 at once and bought little at 3; 5 kept what it got. */
function foundOf(score: number): Found {
  const lot = (to: number | null, amountMinor: number, heldMs = HOUR_MS) => ({
    inAt: 0,
    outAt: heldMs,
    amountMinor,
    from: 9,
    to,
  });
  return {
    networks: [],
    accountScores: new Map([[1, score]]),
    detail: () => [lot(2, 900), lot(3, 100), lot(4, 5_000, 100 * HOUR_MS), lot(null, 50)],
  } as unknown as Found;
}

const worthALook = (score: number) => score >= 45;

it('follows on what an account worth a look handed on, though it stands in no network', () => {
  expect([...onwardPairs(foundOf(60), worthALook)]).toEqual(['1 2']);
  expect([...onwardPairs(foundOf(20), worthALook)]).toEqual([]);
});
