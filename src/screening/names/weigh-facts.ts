import { compareBirths } from './compare-births.ts';
import type { NameAsked, NameListed, NameMatch } from './name-match.ts';

/** Of what a name lacks to 1, this share is given for the same birth, and for one that is a slip away. */
const SAME_BIRTH = 0.3;
const NEAR_BIRTH = 0.1;
/** Another birth: even the same name is then below the default threshold, and comes back with a lower one. */
const OTHER_BIRTH = 0.8;
/** Another IIN or BIN. */
const OTHER_KEY = 0.6;
/** An alias of which its source is not sure. */
const WEAK = 0.95;

/** What is known beside two names, and what it makes of the score of the names. */
export type Facts = Pick<NameMatch, 'birth' | 'key'>;

export function factsOf(asked: NameAsked, listed: NameListed): Facts {
  const [a, l] = [asked.iinOrBin, listed.iinOrBin];
  return {
    birth: compareBirths(asked.births, listed.births),
    key: a === undefined || l === undefined ? 'unknown' : a === l ? 'same' : 'differs',
  };
}

/** The score of a match, 0..1. */
export function weighFacts(nameScore: number, { birth, key }: Facts, isWeak = false): number {
  if (key === 'same') return 1;
  const score = nameScore * (isWeak ? WEAK : 1) * (key === 'differs' ? OTHER_KEY : 1);
  if (birth === 'same') return score + (1 - score) * SAME_BIRTH;
  if (birth === 'near') return score + (1 - score) * NEAR_BIRTH;
  return birth === 'differs' ? score * OTHER_BIRTH : score;
}

/** The lowest score of names that may still come to `threshold` once a birth is found the same. */
export const leastNameScore = (threshold: number): number =>
  (threshold - SAME_BIRTH) / (1 - SAME_BIRTH);
