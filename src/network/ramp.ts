/** Rises from 0 at `lo` to 1 at `hi`, flat outside. */
export function ramp(x: number, { lo, hi }: { lo: number; hi: number }): number {
  return Math.min(1, Math.max(0, (x - lo) / (hi - lo)));
}
