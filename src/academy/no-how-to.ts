import { LANGUAGES } from '../domain/language.ts';

/** A pattern holds in one language, or in all of them: links and numbers. */
export const NO_HOW_TO_LANGUAGES = [...LANGUAGES, 'any'] as const;

/** Words that no lesson may hold, because they would teach the doing and not the refusing. */
export interface NoHowTo {
  readonly id: string;
  readonly language: (typeof NO_HOW_TO_LANGUAGES)[number];
  /** Regular expression over the text in small letters, `ё` as `е`; flags `u`. */
  readonly pattern: string;
  readonly reason: string;
  /** Words that the pattern must find: a pattern that finds nothing guards nothing. */
  readonly finds: readonly string[];
  /** Near words that it must leave alone. */
  readonly spares: readonly string[];
}
