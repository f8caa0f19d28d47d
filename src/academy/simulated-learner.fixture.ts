import type { Random } from '../domain/random.ts';
import type { Answer } from './discernment.ts';

/**
 * A learner of signal detection: each offer looks as suspicious as a normal draw around d′/2 for a trap and −d′/2 for a genuine one,
 * and is called a trap above the criterion.
 */
export interface Learner {
  readonly dPrime: number;
  readonly criterion: number;
}

export function answersOf(
  { dPrime, criterion }: Learner,
  random: Random,
  { traps = 5, genuine = 5 } = {},
): Answer[] {
  const answer = (kind: Answer['kind'], mean: number): Answer => ({
    kind,
    said: random.normal(mean, 1) > criterion ? 'trap' : 'genuine',
  });
  return [
    ...Array.from({ length: traps }, () => answer('trap', dPrime / 2)),
    ...Array.from({ length: genuine }, () => answer('genuine', -dPrime / 2)),
  ];
}

/** Rates that such a learner has in the long run. */
export function trueRates({ dPrime, criterion }: Learner): { hits: number; falseAlarms: number } {
  return {
    hits: normalShare(dPrime / 2 - criterion),
    falseAlarms: normalShare(-dPrime / 2 - criterion),
  };
}

/** Share of the normal distribution below x: Taylor series of the density (Marsaglia, 2004), to the last digits. */
export function normalShare(x: number): number {
  if (Math.abs(x) > 8) return x > 0 ? 1 : 0;
  let [sum, term] = [x, x];
  for (let i = 3; Math.abs(term) > 1e-17 && i < 400; i += 2) {
    term *= (x * x) / i;
    sum += term;
  }
  return 0.5 + sum * (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI));
}

/** Chances of 0..n successes of n with probability p. */
export function binomial(n: number, p: number): number[] {
  const chances: number[] = [];
  let ways = 1;
  for (let k = 0; k <= n; k++) {
    chances.push(ways * p ** k * (1 - p) ** (n - k));
    ways = (ways * (n - k)) / (k + 1);
  }
  return chances;
}
