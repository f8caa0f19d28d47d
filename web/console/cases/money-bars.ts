interface Spread {
  readonly firstAt: number;
  readonly lastAt: number;
  readonly amountMinor: number;
}

/**
 * How high each bar stands, 0 to 1: money by time. What moved between two moments is spread evenly over the bars between them,
 * for its single transfers are not known here.
 */
export function barsOf(
  edges: readonly Spread[],
  from: number,
  to: number,
  count: number,
): number[] {
  const bars = Array<number>(count).fill(0);
  const span = Math.max(1, to - from);
  const barAt = (at: number): number =>
    Math.min(count - 1, Math.max(0, Math.floor(((at - from) / span) * count)));
  for (const { firstAt, lastAt, amountMinor } of edges) {
    const [first, last] = [barAt(firstAt), barAt(lastAt)];
    for (let bar = first; bar <= last; bar++) bars[bar] += amountMinor / (last - first + 1);
  }
  const most = Math.max(...bars);
  // The root: a day of little is still seen beside one of much.
  return bars.map((sum) => (most === 0 ? 0 : Math.sqrt(sum / most)));
}
