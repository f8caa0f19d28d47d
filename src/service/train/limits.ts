import type { LearnOptions } from '../../learning/folds.ts';

/**
 * How forests are grown. Chosen by held-out average precision on simulated towns and on the first four fifths of public
 * sets, where few positives (some hundreds) are the rule: shallow steps, few columns a tree, much ridge. Finer bins,
 * deeper trees and more negatives gained less than the noise between seeds.
 */
const FIRST = {
  depth: 6,
  leafWeight: 4,
  ridge: 5,
  columnShare: 0.3,
  worstShare: 0.1,
  restShare: 0.15,
  rate: 0.1,
  trees: 300,
} as const;

/** The same for both views; what differs is below. */
const BOTH: Omit<LearnOptions, 'seed' | 'negatives'> = {
  first: FIRST,
  second: { ...FIRST, depth: 5, trees: 200 },
  folds: 4,
  beginning: 0.15,
  glanceTrees: 40,
};

/** A look-back has twice the features and two views of every row: it keeps fewer rows of each. */
export const LEARN_OPTIONS = {
  arrival: { ...BOTH, negatives: 120_000 },
  lookBack: { ...BOTH, negatives: 60_000 },
} as const;

/** Spans of the look-back's second view; so many ends of a file are learnt from. */
export const SPANS = 4;
