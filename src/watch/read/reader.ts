import type { Span } from '../../domain/card.ts';
import {
  ASKS,
  isUnlawful,
  POST_LABELS,
  type PostLabel,
  STANCES,
  TECHNIQUES,
} from '../../domain/post.ts';
import { featuresOf, type PostFeatures } from './features.ts';
import { type GramCounts, gramCounts } from './grams.ts';
import { besideMean, Head } from './head.ts';
import type { Lexicon, LexiconRule } from './lexicon.ts';
import { RuleIndex } from './match-rules.ts';
import { originalSpan } from './normalise.ts';
import type { PostReading, ReadReason } from './read-post.ts';

/** Reads posts by one lexicon. */
export interface PostReader {
  /** Which rules and model read: kept with every reading. */
  readonly edition: string;
  /** Never throws; a text over 20,000 UTF-16 units is cut. */
  read(text: string): PostReading;
}

/** How much of the points that a person gave a rule is believed before learning: people are surer than words are. */
const TRUST = 0.7;

/** Points of a rule for every label, and for every stance, in their order, before learning adds to them. */
export const labelPoints = ({ labels }: LexiconRule): number[] =>
  POST_LABELS.map((label) => TRUST * (labels[label] ?? 0));
export const stancePoints = ({ stances }: LexiconRule): number[] =>
  STANCES.map((stance) => TRUST * (stances[stance] ?? 0));

export function createReader({ rules, model, edition }: Lexicon): PostReader {
  const index = new RuleIndex(rules);
  const labels = new Head(model.labels, rules, labelPoints);
  const stances = new Head(model.stances, rules, stancePoints);
  return {
    edition,
    read(text) {
      const post = featuresOf(text, index);
      const grams = gramCounts(post.grams.text, model.buckets);
      const chances = labels.chances(post, grams);
      const stance = stances.chances(post, grams);
      const chance =
        POST_LABELS.reduce((sum, one, k) => sum + (isUnlawful(one) ? chances[k] : 0), 0) *
        believed(stance[STANCES.indexOf('offer')]);
      const score = scoreOf(chance, model.thresholds[post.lang === 'kk' ? 'kk' : 'others']);
      const unlawful = score >= 0.5;
      const label = likeliest(chances, (one) => isUnlawful(one) === unlawful);
      const said = post.hits.map(({ rule }) => rules[rule]);
      return {
        label,
        score: Math.round(score * 1e4) / 1e4,
        stance: unlawful ? 'offer' : STANCES[argMax(stance)],
        lang: post.lang,
        asks: unlawful ? ASKS.filter((ask) => said.some((rule) => rule.ask === ask)) : [],
        techniques: TECHNIQUES.filter((one) => said.some((rule) => rule.technique === one)),
        reasons: reasonsOf({ post, grams, label }, labels, rules),
      };
    },
  };
}

/** From this chance of being an offer on, the words are taken as they stand; below it a warning, news or a question is likelier. */
const OFFER_SURE = 0.5;

/** How far the words of an offer are believed: a warning has them, too. */
const believed = (offer: number): number => Math.min(1, offer / OFFER_SURE);

/** The chance, stretched so that 0.5 is where it is believed: what that takes differs by language. */
const scoreOf = (chance: number, threshold: number): number =>
  chance < threshold
    ? chance / (2 * threshold)
    : 0.5 + (chance - threshold) / (2 * (1 - threshold));

function likeliest(chances: readonly number[], among: (label: PostLabel) => boolean): PostLabel {
  const allowed = chances.map((chance, k) => (among(POST_LABELS[k]) ? chance : -1));
  return POST_LABELS[argMax(allowed)];
}

const argMax = (values: readonly number[]): number => values.indexOf(Math.max(...values));

/** Reasons shown of one post, and words of the model among them. */
const REASONS_MOST = 12;
const MODEL_WORDS = 4;
/** Less than this moves nothing. */
const WEIGHT_LEAST = 0.05;

function reasonsOf(
  { post, grams, label }: { post: PostFeatures; grams: GramCounts; label: PostLabel },
  head: Head,
  rules: readonly LexiconRule[],
): ReadReason[] {
  const of = POST_LABELS.indexOf(label);
  const place = (span: Span): Span => originalSpan(post.normalised.map, span);
  const reasons: ReadReason[] = post.hits.map(({ rule, spans }) => ({
    rule: rules[rule].id,
    weight: rounded(besideMean(head.rule(rule), of)),
    spans: spans.map(place),
  }));
  const words = modelWords(post, head.tokenPoints(post, grams, of));
  if (words.length > 0)
    reasons.push({
      rule: 'model',
      weight: rounded(words.reduce((sum, { points }) => sum + points, 0)),
      spans: words.map(({ at }) => place(post.tokens[at])).sort((a, b) => a.start - b.start),
    });
  return reasons
    .filter(({ weight }) => Math.abs(weight) >= WEIGHT_LEAST)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, REASONS_MOST);
}

/** The words that speak most for a label with the model. */
function modelWords(
  { tokens }: PostFeatures,
  points: Float64Array,
): { readonly at: number; readonly points: number }[] {
  return [...points]
    .map((one, at) => ({ at, points: one }))
    .filter(({ at, points: one }) => one > 0 && tokens[at].kind === 'word')
    .sort((a, b) => b.points - a.points)
    .slice(0, MODEL_WORDS);
}

const rounded = (weight: number): number => Math.round(weight * 100) / 100;
