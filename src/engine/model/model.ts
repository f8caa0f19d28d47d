import type { Forest } from './forest.ts';

/** A glance with the first few trees of the first stage, which ends the matter for nearly all transfers. */
export interface Glance {
  /** 0: no glance, everything is judged in full. */
  readonly trees: number;
  /** A margin below it after so many trees: nothing speaks against the transfer, its score is 0. */
  readonly below: number;
}

/** Judges in two stages; see `Learned`. */
export interface Stages {
  readonly glance: Glance;
  readonly first: Forest;
  readonly second: Forest;
  /** Features that either stage asks, ascending. */
  readonly uses: readonly number[];
  /** chance = sigmoid(chance.slope x margin + chance.offset): how many of a hundred such are what was learnt. */
  readonly chance: Line;
  /** The same on the scale of verdicts: see `scoreOf`. */
  readonly score: Line;
}

export interface Line {
  readonly slope: number;
  readonly offset: number;
}

/** What was learnt from labelled transfers, ready to judge. */
export interface Model {
  readonly name: string;
  /** By what was known when the transfer came. */
  readonly arrival: Stages;
  /** By what came before and after. */
  readonly lookBack: Stages;
  /** By feature: the range in which nearly all that was learnt from lay. */
  readonly range: ReadonlyMap<number, readonly [low: number, high: number]>;
}
