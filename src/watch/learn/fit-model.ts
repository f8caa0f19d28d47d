import { POST_LABELS, type PostLabel, STANCES, type Stance } from '../../domain/post.ts';
import { FACTS } from '../read/facts.ts';
import { featuresOf, type PostFeatures } from '../read/features.ts';
import { gramCounts } from '../read/grams.ts';
import type { HeadFile, LexiconRule, ModelFile } from '../read/lexicon.ts';
import { RuleIndex } from '../read/match-rules.ts';
import { labelPoints, stancePoints } from '../read/reader.ts';
import { type Example, type Fit, fitSoftmax } from './softmax-regression.ts';

/** A post that a person has labelled. */
export interface LabelledPost {
  readonly id: string;
  readonly text: string;
  readonly label: PostLabel;
  /** Undefined: nobody said. The post then teaches labels alone. */
  readonly stance?: Stance | undefined;
  /** Posts worded alike: they stay together when rows are split. */
  readonly group: string;
}

export interface FitOptions {
  /** A power of two: places where runs of letters are counted. */
  readonly buckets: number;
  /** How strongly weights are held at 0, per kind of feature. */
  readonly penalty: { readonly grams: number; readonly rules: number; readonly facts: number };
  readonly thresholds: ModelFile['thresholds'];
  /** Hash of rows and settings. */
  readonly made: string;
}

export const FIT_DEFAULTS = {
  buckets: 1 << 14,
  penalty: { grams: 2e-5, rules: 2e-3, facts: 2e-3 },
  thresholds: { kk: 0.5, others: 0.7 },
} as const;

/** Learns both questions of the model, label and stance, from labelled posts. */
export function fitModel(
  posts: readonly LabelledPost[],
  rules: readonly LexiconRule[],
  options: FitOptions,
): ModelFile {
  const index = new RuleIndex(rules);
  const read = posts.map(({ text }) => featuresOf(text, index));
  const balance = stanceWeights(posts);
  const head = <T extends string>(
    classes: readonly T[],
    of: (post: LabelledPost) => T | undefined,
    given: (rule: LexiconRule) => readonly number[],
    weight: (of: T) => number,
  ): HeadFile => {
    const examples = posts.flatMap((post, i) => {
      const one = of(post);
      return one === undefined
        ? []
        : withoutRules(read[i]).map((features) => ({
            ...exampleOf(features, rules, options.buckets, given, classes.length),
            of: classes.indexOf(one),
            weight: weight(one),
          }));
    });
    const fit = fitSoftmax(examples, classes.length, penaltiesOf(rules.length, options));
    return headFile(fit, rules, options.buckets, classes.length);
  };
  return {
    form: 1,
    made: options.made,
    buckets: options.buckets,
    labels: head(
      POST_LABELS,
      ({ label }) => label,
      labelPoints,
      () => 1,
    ),
    stances: head(STANCES, ({ stance }) => stance, stancePoints, balance),
    thresholds: options.thresholds,
  };
}

/** A warning among many offers counts as much as several, or the model would take every post for an offer. */
const BALANCE_MOST = 5;

function stanceWeights(posts: readonly LabelledPost[]): (of: Stance) => number {
  const many = (of: Stance): number => posts.filter(({ stance }) => stance === of).length;
  const weights = new Map(
    STANCES.map((of) => [of, Math.min(BALANCE_MOST, many('offer') / Math.max(1, many(of)))]),
  );
  return (of) => weights.get(of) ?? 1;
}

/**
 * Every post is learned from twice: as it is, and as if no rule had met. Rules are written by people who saw such posts; letters
 * must learn to do without them, or the model is lost where a new wording meets none.
 */
const withoutRules = (post: PostFeatures): PostFeatures[] =>
  post.hits.length === 0 ? [post] : [post, { ...post, hits: [] }];

/** Features in order: runs of letters, rules, facts, the constant. */
function exampleOf(
  { grams, hits, facts }: PostFeatures,
  rules: readonly LexiconRule[],
  buckets: number,
  given: (rule: LexiconRule) => readonly number[],
  classes: number,
): Omit<Example, 'of' | 'weight'> {
  const found = gramCounts(grams.text, buckets).buckets;
  const each = 1 / Math.sqrt(Math.max(1, found.length));
  const points = new Array<number>(classes).fill(0);
  for (const { rule } of hits)
    for (const [k, point] of given(rules[rule]).entries()) points[k] += point;
  const present = facts.map((value, fact) => ({ fact, value })).filter(({ value }) => value !== 0);
  return {
    indices: Int32Array.from([
      ...found,
      ...hits.map(({ rule }) => buckets + rule),
      ...present.map(({ fact }) => buckets + rules.length + fact),
      buckets + rules.length + FACTS.length,
    ]),
    values: Float32Array.from([
      ...Array.from(found, () => each),
      ...hits.map(() => 1),
      ...present.map(({ value }) => value),
      1,
    ]),
    given: points,
  };
}

function penaltiesOf(rules: number, { buckets, penalty }: FitOptions): Float64Array {
  const penalties = new Float64Array(buckets + rules + FACTS.length + 1);
  penalties.fill(penalty.grams, 0, buckets);
  penalties.fill(penalty.rules, buckets, buckets + rules);
  penalties.fill(penalty.facts, buckets + rules);
  return penalties;
}

/** Weights of runs of letters as bytes, the rest as numbers of three digits. */
function headFile(
  { weights }: Fit,
  rules: readonly LexiconRule[],
  buckets: number,
  classes: number,
): HeadFile {
  let most = 1e-9;
  for (let i = 0; i < buckets * classes; i++) most = Math.max(most, Math.abs(weights[i]));
  const scale = most / 127;
  let binary = '';
  for (let i = 0; i < buckets * classes; i++)
    binary += String.fromCharCode(Math.round(weights[i] / scale) & 0xff);
  const row = (feature: number): number[] =>
    Array.from({ length: classes }, (_, k) => rounded(weights[feature * classes + k]));
  return {
    scale,
    grams: btoa(binary),
    rules: Object.fromEntries(rules.map(({ id }, i) => [id, row(buckets + i)])),
    facts: Object.fromEntries(FACTS.map((fact, i) => [fact, row(buckets + rules.length + i)])),
    bias: row(buckets + rules.length + FACTS.length),
  };
}

const rounded = (weight: number): number => Math.round(weight * 1e3) / 1e3;
