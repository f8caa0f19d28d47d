/** Rows beyond each end of what is seen that are drawn too, so that Tab always finds a next one. */
const BEYOND = 6;

export interface RowRange {
  /** Inclusive. */
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/**
 * Which of `count` rows of equal height have to be drawn.
 *
 * @param top where the first row stands against the top of what is seen, CSS pixels; negative once it has been scrolled past
 * @param height of what is seen
 */
export function rangeInSight(
  count: number,
  rowHeight: number,
  top: number,
  height: number,
): RowRange {
  const from = Math.max(0, Math.floor(-top / rowHeight) - BEYOND);
  const to = Math.min(count, Math.ceil((height - top) / rowHeight) + BEYOND);
  return { from: Math.min(from, Math.max(0, to)), to: Math.max(0, to) };
}

/** Indexes to draw, in order: those in sight, and the row with the focus wherever it is. */
export function drawnRows({ from, to }: RowRange, kept: number | null): number[] {
  const rows = Array.from({ length: to - from }, (_, i) => from + i);
  if (kept === null || (kept >= from && kept < to)) return rows;
  return kept < from ? [kept, ...rows] : [...rows, kept];
}

/**
 * How far the page has to scroll so that a row is in sight whole.
 *
 * @param rowTop of the row against the top of what is seen; `under` pixels of the top are covered by bars that stay
 */
export function scrollTo(rowTop: number, rowHeight: number, height: number, under: number): number {
  if (rowTop < under) return rowTop - under;
  if (rowTop + rowHeight > height) return rowTop + rowHeight - height;
  return 0;
}
