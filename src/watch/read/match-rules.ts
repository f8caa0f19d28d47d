import type { Span } from '../../domain/card.ts';
import { fold } from './fold.ts';
import { type LexiconRule, PATTERN_LANGUAGES } from './lexicon.ts';
import { compilePattern, keysOf, matchAt, type Pattern, tokenKeys } from './pattern.ts';
import type { Token } from './tokens.ts';

/** A rule that met, by its number, and where: spans of the normalised text. */
export interface RuleHit {
  readonly rule: number;
  readonly spans: readonly Span[];
}

/** Places shown of one rule. */
const SPANS_MOST = 5;

/** Looks all rules up in a post at once, by the first letters of their patterns. */
export class RuleIndex {
  readonly #byKey = new Map<string, { readonly rule: number; readonly pattern: Pattern }[]>();

  /** The rules have been checked: a pattern that cannot be read is left out. */
  constructor(rules: readonly LexiconRule[]) {
    for (const [rule, { words }] of rules.entries())
      for (const language of PATTERN_LANGUAGES)
        for (const text of words[language] ?? []) this.#add(rule, text);
  }

  #add(rule: number, text: string): void {
    const patterns = compilePattern(fold(text.toLowerCase()));
    if (typeof patterns === 'string') return;
    for (const pattern of patterns)
      for (const key of new Set(keysOf(pattern))) {
        const entries = this.#byKey.get(key) ?? [];
        entries.push({ rule, pattern });
        this.#byKey.set(key, entries);
      }
  }

  /** Rules that meet, in the order of the lexicon. */
  hits(tokens: readonly Token[]): RuleHit[] {
    const found = new Map<number, Span[]>();
    for (let at = 0; at < tokens.length; at++)
      for (const key of tokenKeys(tokens[at]))
        for (const { rule, pattern } of this.#byKey.get(key) ?? []) {
          const spans = found.get(rule);
          if (spans !== undefined && spans.length >= SPANS_MOST) continue;
          const end = matchAt(pattern, tokens, at);
          if (end < 0) continue;
          const span = { start: tokens[at].start, end: tokens[end - 1].end };
          if (spans === undefined) found.set(rule, [span]);
          else if (spans[spans.length - 1].end <= span.start) spans.push(span);
        }
    return [...found].sort(([a], [b]) => a - b).map(([rule, spans]) => ({ rule, spans }));
  }
}
