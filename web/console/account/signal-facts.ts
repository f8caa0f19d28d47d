import { WINDOW_MS, WINDOWS } from '../../../src/engine/features.ts';

/** Transfers that a number counts: those of a time, of one direction or of both. */
export interface CountedTransfers {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly direction?: 'in' | 'out';
}

/** One number of a reason that can be said in words and opened. */
export interface SpokenFact {
  readonly name: string;
  /** Name of its text without the prefix 'fact.': 'in_parties'. */
  readonly text: `${'in' | 'out'}_${'count' | 'sum' | 'parties'}`;
  readonly window: (typeof WINDOWS)[number];
  readonly value: number;
  /** Whose number it is, seen from the account of the page. */
  readonly isOwn: boolean;
  readonly counted: CountedTransfers;
}

const COUNTED = /^(payer|payee)\.(in|out)_(count|sum|parties)_(1h|24h|7d|28d)$/;

/**
 * A number of a reason as what it counts; undefined for one that is no count of transfers.
 *
 * @param side which end of the transfer the account of the page is
 * @param at moment of the transfer, which itself is counted
 */
export function spokenFact(
  name: string,
  value: number,
  side: 'payer' | 'payee',
  at: number,
): SpokenFact | undefined {
  const found = COUNTED.exec(name);
  if (found === null) return undefined;
  const [, whose, direction, what, window] = found as unknown as [
    string,
    'payer' | 'payee',
    'in' | 'out',
    'count' | 'sum' | 'parties',
    (typeof WINDOWS)[number],
  ];
  return {
    name,
    text: `${direction}_${what}`,
    window,
    value,
    isOwn: whose === side,
    counted: { from: at - WINDOW_MS[WINDOWS.indexOf(window)], to: at + 1, direction },
  };
}
