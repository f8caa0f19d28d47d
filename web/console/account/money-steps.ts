import type { TimelineItem } from '../api.ts';

type Move = Pick<TimelineItem, 'at' | 'seq' | 'direction' | 'amountMinor'>;

/** What is left, right after a moment, of the money that came. */
export interface MoneyStep {
  readonly at: number;
  readonly minor: number;
}

/** Transfers in the order the money moved. */
export const inOrder = <T extends Move>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => a.at - b.at || a.seq - b.seq);

/**
 * How much of the money that came is still here after each transfer. What was there before the first of them is not known:
 * a payment can only take what was seen to come.
 *
 * @param moves in order
 */
export function moneySteps(moves: readonly Move[]): MoneyStep[] {
  let minor = 0;
  return moves.map(({ at, direction, amountMinor }) => {
    minor = direction === 'in' ? minor + amountMinor : Math.max(0, minor - amountMinor);
    return { at, minor };
  });
}
