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
