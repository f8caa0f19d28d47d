import type { Wording } from '../../domain/format.ts';
import type { Language } from '../../domain/language.ts';
import { FEATURES } from '../../engine/features.ts';
import { explain } from '../../engine/rules/explain.ts';
import type { Ruleset } from '../../engine/rules/ruleset.ts';
import type { Subject } from '../../engine/verdict.ts';

/** One reason as it is kept: numbers and names, no words. Words are made for whoever reads, in their language. */
export interface SignalRecord {
  readonly rule: string;
  readonly typology: string;
  readonly subject: Subject;
  /** Points out of 100, hundredths. */
  readonly points: number;
  /** 0..1 */
  readonly strength: number;
  /** Feature -> value when the rule fired. */
  readonly facts: Readonly<Record<string, number>>;
}

/** A kept reason in words; by its title where the rule has gone or asks for other numbers since. */
export function tellSignal(
  signal: SignalRecord,
  ruleset: Ruleset,
  wording: Wording,
  language: Language,
): string {
  const rule = ruleset.rules.find(({ id }) => id === signal.rule);
  if (rule === undefined) return signal.rule;
  const seen = rule.uses.map((i) => signal.facts[FEATURES[i].name] ?? Number.NaN);
  return explain(rule, seen, wording, language);
}
