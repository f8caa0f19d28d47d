import type { LearnOptions } from '../../learning/two-stage.ts';

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

export const LEARN_OPTIONS: Omit<LearnOptions, 'seed'> = {
  first: FIRST,
  second: { ...FIRST, depth: 5, trees: 200 },
  negatives: 50_000,
  folds: 4,
  beginning: 0.15,
};

/** Spans of the look-back's second view; so many ends of a file are learnt from. */
export const SPANS = 4;
