import type { LabelledRows } from './rows.ts';

/** Confirmed transfers of each labelled pattern that began in the judged rows, in time order, by pattern. */
export function judgedPatterns(
  { count, label, pattern }: LabelledRows,
  from: number,
): { patterns: number[][]; begunBefore: number } {
  const lists = new Map<number, number[]>();
  for (let i = 0; i < count; i++) {
    if (label[i] === 0 || pattern[i] < 0) continue;
    const list = lists.get(pattern[i]) ?? [];
    list.push(i);
    lists.set(pattern[i], list);
  }
  const all = [...lists.values()];
  const patterns = all.filter(([first]) => first >= from);
  const straddling = all.filter((list) => list[0] < from && list[list.length - 1] >= from);
  return { patterns, begunBefore: straddling.length };
}
