import type { Lots } from '../api.ts';

export type Lot = Lots['items'][number];

/** What became of money that came in. */
export const FATES = ['hour', 'day', 'later', 'here'] as const;
export type Fate = (typeof FATES)[number];

export interface LotShare {
  readonly fate: Fate;
  /** 0..1 of the sum; all of a lot come to one. */
  readonly share: number;
  /** Where it begins, 0..1. */
  readonly from: number;
}

/** The parts of a sum side by side, what left soonest first, what is still here last. */
export function lotShares({ amountMinor, restMinor, left }: Lot): LotShare[] {
  const minor = {
    hour: left.hourMinor,
    day: left.dayMinor,
    later: left.laterMinor,
    here: restMinor,
  };
  let from = 0;
  return FATES.filter((fate) => minor[fate] > 0).map((fate) => {
    const share = minor[fate] / amountMinor;
    const begin = from;
    from += share;
    return { fate, share, from: begin };
  });
}
