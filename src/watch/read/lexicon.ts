import type { Localized } from '../../domain/language.ts';
import type { Ask, PostLabel, Stance, Technique } from '../../domain/post.ts';

/** Languages of patterns: `other` holds Uzbek and Kyrgyz. All of them are looked for in every post: people mix. */
export const PATTERN_LANGUAGES = ['ru', 'kk', 'en', 'other'] as const;
export type PatternLanguage = (typeof PATTERN_LANGUAGES)[number];

/** A named reason: what words speak for what, and how strongly. */
export interface LexiconRule {
  readonly id: string;
  readonly name: Localized;
  /** Points of logit for a label; below 0 against it. 1 is a sign, 2 a strong one, 3 nearly enough by itself. */
  readonly labels: Readonly<Partial<Record<PostLabel, number>>>;
  readonly stances: Readonly<Partial<Record<Stance, number>>>;
  readonly ask?: Ask | undefined;
  readonly technique?: Technique | undefined;
  readonly words: Readonly<Partial<Record<PatternLanguage, readonly string[]>>>;
}

/** The linear model as its file holds it. Weights are bytes in base64, row by row of `buckets`. */
export interface ModelFile {
  readonly form: 1;
  /** Hash of the rows and settings it learned from. */
  readonly made: string;
  readonly buckets: number;
  readonly labels: HeadFile;
  readonly stances: HeadFile;
  /** From which chance on a post is taken for recruiting or drugs; the model is less sure of Kazakh, of which it has seen less. */
  readonly thresholds: { readonly kk: number; readonly others: number };
}

/** One question of the model: a weight per class for every bucket, fact and rule. */
export interface HeadFile {
  readonly scale: number;
  /** int8, buckets × classes, base64. */
  readonly grams: string;
  readonly facts: Readonly<Record<string, readonly number[]>>;
  /** What learning adds to the points that the lexicon gives. */
  readonly rules: Readonly<Record<string, readonly number[]>>;
  readonly bias: readonly number[];
}

/** Everything a reader needs; plain data that a page may fetch as JSON. */
export interface Lexicon {
  readonly rules: readonly LexiconRule[];
  readonly model: ModelFile;
  /** Which rules and model these are: 12 hex digits of their hash. */
  readonly edition: string;
}
