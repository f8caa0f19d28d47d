import { explainPairs } from './explain-pairs.ts';
import type { NameAsked, NameListed, NameMatch } from './name-match.ts';
import { pairWords, type SpanLikeness } from './pair-words.ts';
import { type ReadName, readName } from './read-name.ts';
import { scorePairs } from './score-pairs.ts';
import { factsOf, weighFacts } from './weigh-facts.ts';
import { wordLikeness } from './word-likeness.ts';

/** How a name and a name of a list agree, part by part; what a search scores with. Reads 500 characters and 12 words a side. */
export function compareNames(asked: NameAsked, listed: NameListed): NameMatch {
  const one = readName(asked.text, asked.party);
  const other = readName(listed.text, listed.party);
  return compareRead(asked, listed, one, other, (a, l) =>
    wordLikeness(one.spans[a].word, other.spans[l].word),
  );
}

/** The same for names that are read already and whose words were held against one another. */
export function compareRead(
  asked: NameAsked,
  listed: NameListed,
  one: ReadName,
  other: ReadName,
  likenessOf: SpanLikeness,
): NameMatch {
  const pairs = pairWords(one, other, likenessOf);
  const facts = factsOf(asked, listed);
  return {
    entry: listed.entry,
    listed: listed.text,
    score: weighFacts(scorePairs(one, other, pairs), facts, listed.weak),
    parts: explainPairs(one, other, pairs),
    ...facts,
  };
}
