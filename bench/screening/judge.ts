import type { Contender } from './contenders.ts';
import type { NamePair } from './pairs.ts';

/** Scores of pairs that are one party's and of pairs that are not. */
export interface Scores {
  readonly same: readonly number[];
  readonly different: readonly number[];
}

export interface Figures {
  readonly threshold: number;
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
}

export function scoresOf({ score }: Contender, pairs: readonly NamePair[]): Scores {
  const of = (isSame: boolean): number[] =>
    pairs
      .filter((pair) => pair.isSame === isSame)
      .map(({ asked, listed, party }) => score(asked, listed, party));
  return { same: of(true), different: of(false) };
}

export function figuresAt({ same, different }: Scores, threshold: number): Figures {
  const hits = same.filter((score) => score >= threshold).length;
  const wrong = different.filter((score) => score >= threshold).length;
  const recall = hits / same.length;
  const precision = hits / Math.max(1, hits + wrong);
  return { threshold, recall, precision, f1: (2 * hits) / (same.length + hits + wrong) };
}

/** The threshold, in hundredths, with the highest F1. */
export const bestThreshold = (scores: Scores): number =>
  Array.from({ length: 100 }, (_, i) => figuresAt(scores, i / 100)).reduce((best, one) =>
    one.f1 > best.f1 ? one : best,
  ).threshold;
