import type { Random } from '../../domain/random.ts';
import type { LabelledRows } from './rows.ts';

/** Chance that Poisson(1) is at most k; past the last the chance of more is below 1 in 10^8. */
const AT_MOST: readonly number[] = (() => {
  const sums: number[] = [];
  let part = Math.exp(-1);
  let sum = 0;
  for (let k = 0; k < 12; k++, part /= k) {
    sum += part;
    sums.push(sum);
  }
  return sums;
})();

/** How often one thing stands in a resample: Poisson with mean 1, 0 to 12. */
export function drawTimes(random: Random): number {
  const u = random.next();
  let k = 0;
  while (k < AT_MOST.length && u >= AT_MOST[k]) k++;
  return k;
}

/**
 * Writes how often each row from `from` on stands in one resample into `weight`. Rows of one pattern stand and fall
 * together, for they are one finding and not many; all others are drawn alone. Weights instead of copies (the Poisson
 * bootstrap): ranks stay as they are, so nothing is sorted again.
 */
export function resample(
  { count, label, pattern, patterns }: LabelledRows,
  from: number,
  random: Random,
  weight: Uint8Array,
): void {
  const ofPattern = Uint8Array.from({ length: patterns }, () => drawTimes(random));
  for (let i = from; i < count; i++)
    weight[i] = label[i] === 1 && pattern[i] >= 0 ? ofPattern[pattern[i]] : drawTimes(random);
}

/** The values that leave 2.5 of 100 out on either side; what is not known is left out. NaN of none. */
export function interval(values: ArrayLike<number>): readonly [low: number, high: number] {
  const known = Float64Array.from(values)
    .filter((v) => !Number.isNaN(v))
    .sort();
  const at = (share: number): number =>
    known.length === 0 ? Number.NaN : known[Math.round(share * (known.length - 1))];
  return [at(0.025), at(0.975)];
}
