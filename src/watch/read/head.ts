import { FACTS } from './facts.ts';
import type { PostFeatures } from './features.ts';
import type { GramCounts } from './grams.ts';
import type { HeadFile, LexiconRule } from './lexicon.ts';

/** One question of the model, ready to be asked: which of `classes` a post is. */
export class Head {
  readonly #classes: number;
  readonly #grams: Int8Array;
  readonly #scale: number;
  readonly #rules: readonly (readonly number[])[];
  readonly #facts: readonly (readonly number[])[];
  readonly #bias: readonly number[];

  /** `given` names the points of a rule for each class, as the lexicon gives them; learning has added to them. */
  constructor(
    file: HeadFile,
    rules: readonly LexiconRule[],
    given: (rule: LexiconRule) => readonly number[],
  ) {
    this.#classes = file.bias.length;
    this.#grams = bytesOf(file.grams);
    this.#scale = file.scale;
    this.#bias = file.bias;
    this.#facts = FACTS.map((fact) => file.facts[fact] ?? file.bias.map(() => 0));
    this.#rules = rules.map((rule) =>
      given(rule).map((points, k) => points + (file.rules[rule.id]?.[k] ?? 0)),
    );
  }

  /** Points of a rule for each class. */
  rule(rule: number): readonly number[] {
    return this.#rules[rule];
  }

  /** The chance of each class; they sum to 1. */
  chances({ hits, facts }: PostFeatures, grams: GramCounts): number[] {
    const logits = [...this.#bias];
    const found = grams.buckets;
    const each = this.#scale / Math.sqrt(Math.max(1, found.length));
    for (let k = 0; k < this.#classes; k++) {
      let sum = 0;
      for (const bucket of found) sum += this.#grams[bucket * this.#classes + k];
      logits[k] += sum * each;
      for (const { rule } of hits) logits[k] += this.#rules[rule][k];
      for (let fact = 0; fact < facts.length; fact++)
        logits[k] += facts[fact] * this.#facts[fact][k];
    }
    return softmax(logits);
  }

  /** What the letters of every token add to a class beside the mean of all classes. */
  tokenPoints(
    { grams, tokens }: PostFeatures,
    { buckets, counts, runs, places }: GramCounts,
    of: number,
  ) {
    const points = new Float64Array(tokens.length);
    const each = this.#scale / Math.sqrt(Math.max(1, buckets.length));
    const moved = Array.from(buckets, (bucket, k) => {
      const from = bucket * this.#classes;
      let mean = 0;
      for (let c = 0; c < this.#classes; c++) mean += this.#grams[from + c] / this.#classes;
      return ((this.#grams[from + of] - mean) * each) / counts[k];
    });
    for (const [i, run] of runs.entries()) points[grams.tokenAt[places[i] + 1]] += moved[run];
    return points;
  }
}

/** A weight beside the mean of all classes: what it moves. */
export const besideMean = (weights: readonly number[], of: number): number =>
  weights[of] - weights.reduce((sum, one) => sum + one, 0) / weights.length;

function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const grown = logits.map((logit) => Math.exp(logit - most));
  const sum = grown.reduce((a, b) => a + b, 0);
  return grown.map((one) => one / sum);
}

function bytesOf(base64: string): Int8Array {
  const binary = atob(base64);
  const bytes = new Int8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = (binary.charCodeAt(i) << 24) >> 24;
  return bytes;
}
