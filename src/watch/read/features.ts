import type { PostLanguage } from '../../domain/post.ts';
import { factsOf } from './facts.ts';
import { type GramText, gramText } from './grams.ts';
import { languageOf } from './language.ts';
import type { RuleHit, RuleIndex } from './match-rules.ts';
import { type Normalised, normalise } from './normalise.ts';
import { type Token, tokensOf } from './tokens.ts';

/** All that the reader and the model know of a post. */
export interface PostFeatures {
  readonly normalised: Normalised;
  readonly tokens: readonly Token[];
  readonly lang: PostLanguage;
  readonly hits: readonly RuleHit[];
  readonly facts: readonly number[];
  readonly grams: GramText;
}

/** Text of a post that is read (UTF-16 units); a longer one is cut. */
const POST_MOST = 20_000;

export function featuresOf(text: string, rules: RuleIndex): PostFeatures {
  const read = text.length > POST_MOST ? text.slice(0, POST_MOST) : text;
  const normalised = normalise(read);
  const tokens = tokensOf(normalised);
  const lang = languageOf(normalised.text, tokens);
  return {
    normalised,
    tokens,
    lang,
    hits: rules.hits(tokens),
    facts: factsOf(read, normalised, tokens),
    grams: gramText(tokens, lang),
  };
}
