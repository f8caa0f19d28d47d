import type { Localized } from '../../domain/language.ts';
import { featureIndex } from '../features.ts';
import type { Subject } from '../verdict.ts';
import type { Conjunction, NumberOf, Test } from './closure.ts';
import { combine } from './combine.ts';
import type { Need } from './needs.ts';
import type { Param, Threshold, Typology, Verdicts } from './schema.ts';
import type { Template } from './template.ts';

/** Most rules a ruleset may hold: indexes fit a byte with room for "none", evidence stays small. */
export const RULES_MAX = 64;

export interface CompiledRule {
  readonly id: string;
  /** File the rule came from, for messages and the reference page. */
  readonly file: string;
  readonly typology: string;
  readonly subject: Subject;
  readonly title: Localized;
  readonly explain: Localized;
  readonly template: Template;
  readonly weight: number;
  readonly amltrix: string | null;
  readonly aboutHubs: boolean;
  /** One time is enough; see `combineHabits`. */
  readonly once: boolean;
  readonly params: Readonly<Record<string, Param>>;
  /** Features the rule reads or shows, ascending. */
  readonly uses: readonly number[];
  readonly usesPatterns: boolean;
  readonly needs: readonly Need[];
  /** Columns of a model that the rule speaks for; empty for a rule with a condition of its own. */
  readonly learned: readonly string[];
  /** Nodes of its trees; rules stand cheapest first. */
  readonly cost: number;
  readonly test: Conjunction;
  readonly strength: NumberOf;
}

/** The rules that fired on one vector. Made once, filled by every `evaluate`. */
export interface RuleHits {
  count: number;
  /** Indexes into `Ruleset.rules`. */
  readonly rules: Uint8Array;
  /** 0..1, never 0. */
  readonly strengths: Float64Array;
}

export interface Ruleset {
  readonly rules: readonly CompiledRule[];
  readonly typologies: ReadonlyMap<string, Typology>;
  /** Scores from which a verdict is `review`, `hold`. */
  readonly review: number;
  readonly hold: number;
  readonly verdicts: Verdicts;
  /** Reporting thresholds of the law, for "just under". */
  readonly thresholds: readonly Threshold[];
  /** The same in minor units of the tenge, ascending: what the engine takes. */
  readonly thresholdsMinor: readonly number[];
  /**
   * Runs every rule on a feature vector and returns the score, 0..100. Allocates nothing; `out` is
   * overwritten.
   */
  evaluate(f: Float64Array, out: RuleHits): number;
}

export const createHits = (ruleset: { readonly rules: readonly unknown[] }): RuleHits => ({
  count: 0,
  rules: new Uint8Array(ruleset.rules.length),
  strengths: new Float64Array(ruleset.rules.length),
});

const PAYER_HUB = featureIndex('payer.is_hub');
const PAYEE_HUB = featureIndex('payee.is_hub');

/** Rules laid out for the hot loop: gates of all rules end to end in typed arrays. */
export function createEvaluate(all: readonly CompiledRule[]): Ruleset['evaluate'] {
  // Reasons that a model fires stand last and have nothing to ask.
  const rules = all.filter((rule) => rule.learned.length === 0);
  const count = rules.length;
  const gates = rules.flatMap((r) => r.test.gates);
  const gateFeature = Uint16Array.from(gates, (g) => g.feature);
  const gateLow = Float64Array.from(gates, (g) => g.low);
  const gateHigh = Float64Array.from(gates, (g) => g.high);
  const gateEnd = new Uint16Array(count);
  let end = 0;
  for (let i = 0; i < count; i++) {
    end += rules[i]!.test.gates.length;
    gateEnd[i] = end;
  }
  // Bit 0: silent when the payer is a hub, bit 1: when the payee is.
  const silencedBy = Uint8Array.from(rules, (r) =>
    r.aboutHubs ? 0 : r.subject === 'payer' ? 1 : 2,
  );
  const rests: readonly (Test | null)[] = rules.map((r) => r.test.rest);
  const strengths: readonly NumberOf[] = rules.map((r) => r.strength);
  const score = combine(rules);

  return (f, out) => {
    out.count = 0;
    const hubs = (f[PAYER_HUB] === 1 ? 1 : 0) | (f[PAYEE_HUB] === 1 ? 2 : 0);
    let g = 0;
    for (let i = 0; i < count; i++) {
      const last = gateEnd[i]!;
      let passed = (silencedBy[i]! & hubs) === 0;
      for (; passed && g < last; g++) {
        const v = f[gateFeature[g]!]!;
        passed = v >= gateLow[g]! && v <= gateHigh[g]!;
      }
      g = last;
      if (!passed) continue;
      const rest = rests[i]!;
      if (rest !== null && !rest(f)) continue;
      const strength = strengths[i]!(f);
      if (strength > 0) {
        out.rules[out.count] = i;
        out.strengths[out.count++] = strength;
      }
    }
    return out.count === 0 ? 0 : score(out);
  };
}
