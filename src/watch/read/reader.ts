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
import { besideMean, Head } from './head.ts';
import type { Lexicon, LexiconRule } from './lexicon.ts';
import { RuleIndex } from './match-rules.ts';
import { originalSpan } from './normalise.ts';
import type { PostReading, ReadReason } from './read-post.ts';

/** Reads posts by one lexicon. */
export interface PostReader {
  /** Which rules and model read: kept with every reading. */
  readonly edition: string;
  /** 0..1: from this score on a post is taken for recruiting or drugs. */
  readonly threshold: number;
  /** Never throws; a text over 20,000 UTF-16 units is cut. */
  read(text: string): PostReading;
}

/** Points of a rule for every label, and for every stance, in their order. */
export const labelPoints = ({ labels }: LexiconRule): number[] =>
  POST_LABELS.map((label) => labels[label] ?? 0);
export const stancePoints = ({ stances }: LexiconRule): number[] =>
  STANCES.map((stance) => stances[stance] ?? 0);

export function createReader({ rules, model, edition }: Lexicon): PostReader {
  const index = new RuleIndex(rules);
  const labels = new Head(model.labels, model.buckets, rules, labelPoints);
  const stances = new Head(model.stances, model.buckets, rules, stancePoints);
  const { threshold } = model;
  return {
    edition,
    threshold,
    read(text) {
      const post = featuresOf(text, index);
      const chances = labels.chances(post);
      const score = POST_LABELS.reduce((sum, l, k) => sum + (isUnlawful(l) ? chances[k] : 0), 0);
      const unlawful = score >= threshold;
      const label = likeliest(chances, (one) => isUnlawful(one) === unlawful);
      const said = post.hits.map(({ rule }) => rules[rule]);
      return {
        label,
        score: Math.round(score * 1e4) / 1e4,
        stance: unlawful ? 'offer' : (STANCES[argMax(stances.chances(post))] ?? 'offer'),
        lang: post.lang,
        asks: unlawful ? ASKS.filter((ask) => said.some((rule) => rule.ask === ask)) : [],
        techniques: TECHNIQUES.filter((one) => said.some((rule) => rule.technique === one)),
        reasons: reasonsOf(post, label, labels, rules),
      };
    },
  };
}

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
  post: PostFeatures,
  label: PostLabel,
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
  const words = modelWords(post, head.tokenPoints(post, of));
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
