import type { Wording } from '../../domain/format.ts';
import type { Language } from '../../domain/language.ts';
import { FEATURES } from '../features.ts';
import type { Signal } from '../verdict.ts';
import type { CompiledRule } from './ruleset.ts';
import { render } from './template.ts';

/**
 * The numbers a rule saw when it fired: one value per entry of `rule.uses`, in that order. What the
 * evidence of an account keeps; `factsOf` takes them out of a whole feature vector.
 */
export type Seen = ArrayLike<number>;

export const factsOf = (rule: CompiledRule, f: Float64Array): Float64Array =>
  Float64Array.from(rule.uses, (i) => f[i]!);

/** The reason in words, with the numbers that were seen. */
export function explain(
  rule: CompiledRule,
  seen: Seen,
  wording: Wording,
  language: Language,
): string {
  return render(rule.template, (i) => seen[rule.uses.indexOf(i)]!, wording, language);
}

/** One fired rule as a reason an analyst reads. `strength` 0..1 as `evaluate` gave it. */
export function signalOf(
  rule: CompiledRule,
  strength: number,
  seen: Seen,
  wording: Wording,
): Signal {
  return {
    rule: rule.id,
    typology: rule.typology,
    subject: rule.subject,
    points: rule.weight * strength,
    strength,
    // What was not known is left out: JSON has no NaN.
    facts: Object.fromEntries(
      rule.uses
        .map((i, k) => [FEATURES[i]!.name, seen[k]!] as const)
        .filter(([, value]) => Number.isFinite(value)),
    ),
    text: {
      ru: explain(rule, seen, wording, 'ru'),
      kk: explain(rule, seen, wording, 'kk'),
      en: explain(rule, seen, wording, 'en'),
    },
  };
}
