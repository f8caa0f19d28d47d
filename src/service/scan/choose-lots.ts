/** What of a lot decides whether it is shown; `outAt` is null while the money is still there. */
export interface Chosen {
  readonly inAt: number;
  readonly outAt: number | null;
  readonly amountMinor: number;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A timeline of more bars cannot be read, and all accounts of a report share what a page opens with. */
const LOTS_MOST = 200;

/**
 * The lots of an account that its timeline shows: all, or where there are too many those that came or left in the
 * stretches that matter, the greatest first, and only then the rest. Years of salary must not push out the day in question.
 * In the order they had, oldest first.
 */
export function chooseLots<T extends Chosen>(
  lots: readonly T[],
  stretches: readonly Stretch[],
  most = LOTS_MOST,
): T[] {
  if (lots.length <= most) return [...lots];
  const isIn = (at: number | null): boolean =>
    at !== null && stretches.some(({ from, to }) => from <= at && at <= to);
  return lots
    .map((lot, i) => ({ lot, i, matters: Number(isIn(lot.inAt) || isIn(lot.outAt)) }))
    .sort((a, b) => b.matters - a.matters || b.lot.amountMinor - a.lot.amountMinor || a.i - b.i)
    .slice(0, most)
    .sort((a, b) => a.i - b.i)
    .map(({ lot }) => lot);
}
