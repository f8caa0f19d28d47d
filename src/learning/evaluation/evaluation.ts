import type { AccountFigures } from './accounts.ts';
import type { NetworkFigures } from './networks.ts';
import type { ReachFigures } from './reach.ts';
import type { BothViews } from './rows.ts';
import type { TransferFigures } from './transfers.ts';

/** A figure of a model's card, on slices held out where it learnt, beside the same figure here. */
export interface Loss {
  readonly figure: 'prAuc' | 'bestF1';
  readonly card: number;
  readonly here: number;
  /** card - here: what was lost on the way. */
  readonly loss: number;
}

/** A feature that often lies outside of the range that a model learnt from. */
export interface OutsideFeature {
  readonly feature: string;
  readonly low: number;
  readonly high: number;
  /** Share of all rows of the scan. */
  readonly share: number;
}

/** All that an evaluation says, as plain JSON: evaluation.json. */
export interface Evaluation {
  readonly version: 1;
  readonly rows: {
    /** Labelled transfers that were taken, repeats left out. */
    readonly all: number;
    readonly judged: number;
    readonly positives: number;
    /** Of the confirmed ones, those with the id of a pattern. */
    readonly inPatterns: number;
    readonly rejected: number;
    readonly repeats: number;
    /** Epoch ms of the first and the last judged row. */
    readonly from: number;
    readonly to: number;
  };
  readonly label: string;
  /** `day`: the input has no time of day, so delays are whole days. */
  readonly clock: 'exact' | 'day';
  readonly perDay: number;
  readonly days: number;
  readonly rounds: number;
  readonly model?: {
    readonly name: string;
    readonly loss: BothViews<readonly Loss[]>;
    /** Asked features that lie outside in more than a twentieth of the rows, the most first. */
    readonly outside: readonly OutsideFeature[];
  };
  readonly transfers: BothViews<TransferFigures>;
  readonly accounts: BothViews<AccountFigures>;
  readonly networks: NetworkFigures;
  readonly reach: ReachFigures;
}
