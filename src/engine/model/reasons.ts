import { FEATURES } from '../features.ts';
import type { CompiledRule, RuleHits } from '../rules/ruleset.ts';
import { contributionsOf } from './forest.ts';
import { HEARD_NAMES } from './heard.ts';
import type { Learned } from './learned.ts';

/** Columns of the second stage: features, the margin of the first, what was heard. */
const COLUMNS = [...FEATURES.map((f) => f.name), 'first.margin', ...HEARD_NAMES];
const FIRST_MARGIN = FEATURES.length;

/** Reasons told of one transfer; smaller ones are noise beside them. */
const TOLD_MOST = 4;
const TOLD_LEAST_SHARE = 0.08;

/**
 * Puts what a model's suspicion comes from into reasons that a person reads: every column belongs to at most one
 * reason, and a reason is as strong as its columns' share of all that speaks against the transfer.
 */
export class LearnedReasons {
  /** By column: index of the reason's rule, -1 for none. */
  readonly #ruleOf: Int16Array;
  readonly #second = new Float64Array(COLUMNS.length);
  readonly #first = new Float64Array(COLUMNS.length);
  readonly #share: Float64Array;

  constructor(rules: readonly CompiledRule[]) {
    this.#ruleOf = Int16Array.from(COLUMNS, (column) =>
      rules.findIndex((rule) => rule.learned.some((pattern) => fits(column, pattern))),
    );
    this.#share = new Float64Array(rules.length);
  }

  /** Adds the strongest reasons of the transfer that `learned` judged last to `hits`. */
  tell(learned: Learned, hits: RuleHits): void {
    const { first, second } = learned.model.arrival;
    this.#second.fill(0);
    this.#first.fill(0);
    contributionsOf(second, learned.seen, this.#second);
    contributionsOf(first, learned.seen, this.#first);
    this.#share.fill(0);
    const whole = this.#gather(this.#second, 1) || 1;
    // What came from the first stage is shared among the columns that it came from.
    const handed = Math.max(0, this.#second[FIRST_MARGIN]);
    if (handed > 0) {
      const all = this.#first.reduce((sum, c) => sum + Math.max(0, c), 0);
      if (all > 0) this.#gather(this.#first, handed / all);
    }
    this.#take(whole, hits);
  }

  /** Adds positive contributions to their reasons; returns their sum, those of no reason included. */
  #gather(contributions: Float64Array, factor: number): number {
    let sum = 0;
    for (let c = 0; c < contributions.length; c++) {
      if (contributions[c] <= 0) continue;
      const points = contributions[c] * factor;
      sum += points;
      const rule = this.#ruleOf[c];
      if (rule >= 0) this.#share[rule] += points;
    }
    return sum;
  }

  #take(whole: number, hits: RuleHits): void {
    for (let told = 0; told < TOLD_MOST; told++) {
      let best = 0;
      for (let r = 1; r < this.#share.length; r++) if (this.#share[r] > this.#share[best]) best = r;
      const strength = Math.min(1, this.#share[best] / whole);
      if (strength < TOLD_LEAST_SHARE) return;
      hits.rules[hits.count] = best;
      hits.strengths[hits.count++] = strength;
      this.#share[best] = 0;
    }
  }
}

/** True if the rule tells of one of these features. */
export const tellsOf = ({ learned }: CompiledRule, features: readonly number[]): boolean =>
  features.some((f) => learned.some((pattern) => fits(COLUMNS[f], pattern)));

function fits(column: string, pattern: string): boolean {
  return pattern.endsWith('*') ? column.startsWith(pattern.slice(0, -1)) : column === pattern;
}
