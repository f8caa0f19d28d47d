import type { WorkCalendar } from './calendar.ts';

/** A moment (epoch ms UTC) on the clock of the country: 'YYYY-MM-DDTHH:MM:SS'. */
export function localMoment({ offsets }: WorkCalendar, at: number): string {
  const offset = offsets.find(({ fromUtc }) => at >= fromUtc) ?? offsets.at(-1);
  return new Date(at + (offset?.ms ?? 0)).toISOString().slice(0, 19);
}
