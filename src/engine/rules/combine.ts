import type { Subject } from '../verdict.ts';

/** What combining needs of a rule. */
export interface Weighted {
  readonly typology: string;
  readonly subject: Subject;
  readonly weight: number;
}

/** Rules that fired: indexes into the list given to `combine`, with their strengths. */
export interface Fired {
  readonly count: number;
  readonly rules: ArrayLike<number>;
  readonly strengths: ArrayLike<number>;
}

/**
 * Score 0..100 of the rules that fired. Rules of one typology about one subject tell the same story, so
 * the strongest counts; different stories add up as independent reasons (noisy-or):
 * 100 (1 - product of (1 - weight/100 x strength)). Allocates nothing after it is made.
 */
export function combine(rules: readonly Weighted[]): (fired: Fired) => number {
  const groups = new Map<string, number>();
  const groupOf = Uint8Array.from(rules, ({ typology, subject }) => {
    const key = `${subject} ${typology}`;
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    return group;
  });
  const shares = Float64Array.from(rules, (r) => r.weight / 100);
  const best = new Float64Array(groups.size);
  return (fired) => {
    best.fill(0);
    for (let i = 0; i < fired.count; i++) {
      const rule = fired.rules[i]!;
      const points = shares[rule]! * fired.strengths[i]!;
      const group = groupOf[rule]!;
      if (points > best[group]!) best[group] = points;
    }
    let silent = 1;
    for (let g = 0; g < best.length; g++) silent *= 1 - best[g]!;
    return 100 * (1 - silent);
  };
}

/** What an account's evidence says of one rule: its best moment, and how often it fired. */
export interface Habit {
  readonly rule: number;
  readonly strength: number;
  readonly fired: number;
}

/**
 * A rule that fires on less than this share of an account's payments is discounted in proportion: the
 * busier an account, the more often chance makes a rule fire, and a dropper's account does little else.
 * Measured on simulated towns: average precision of the accounts 0.12 without, 0.28 with 0.1.
 */
const HABIT_SHARE = 0.1;

/**
 * Score 0..100 of an account from the evidence of its whole life. `payments` counts what it received and
 * paid. Rules marked `once` (a victim's money, a circle) count fully however rarely they fire.
 */
export function combineHabits(
  rules: readonly (Weighted & { readonly once: boolean })[],
): (habits: readonly Habit[], payments: number) => number {
  const score = combine(rules);
  return (habits, payments) =>
    score({
      count: habits.length,
      rules: habits.map((h) => h.rule),
      strengths: habits.map((h) =>
        rules[h.rule]!.once
          ? h.strength
          : h.strength * Math.min(1, h.fired / Math.max(1, HABIT_SHARE * payments)),
      ),
    });
}
