import { explainPairs } from './explain-pairs.ts';
import type { NameAsked, NameListed, NameMatch } from './name-match.ts';
import { pairWords } from './pair-words.ts';
import { type ReadName, readName } from './read-name.ts';
import { scorePairs } from './score-pairs.ts';
import { factsOf, weighFacts } from './weigh-facts.ts';
import { wordLikeness } from './word-likeness.ts';

/** How a name and a name of a list agree, part by part; what a search scores with. Reads 500 characters and 12 words a side. */
export const compareNames = (asked: NameAsked, listed: NameListed): NameMatch =>
  compareRead(
    asked,
    listed,
    readName(asked.text, asked.party),
    readName(listed.text, listed.party),
  );

/** The same for names that are read already. */
export function compareRead(
  asked: NameAsked,
  listed: NameListed,
  one: ReadName,
  other: ReadName,
): NameMatch {
  const pairs = pairWords(one, other, (a, l) =>
    wordLikeness(one.spans[a].word, other.spans[l].word),
  );
  const facts = factsOf(asked, listed);
  return {
    entry: listed.entry,
    listed: listed.text,
    score: weighFacts(scorePairs(one, other, pairs), facts, listed.weak),
    parts: explainPairs(one, other, pairs),
    ...facts,
  };
}
