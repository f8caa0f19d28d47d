/** The part of a network's time that is shown; stands in the address. Epoch ms; `to` is exclusive. */
export interface NetworkTime {
  readonly from?: number;
  readonly to?: number;
}

const LEAST = 946_684_800_000;
const MOST = 4_102_444_800_000;
const DAY_MS = 86_400_000;
/** Kazakhstan has had one time zone, UTC+5, since 1 March 2024. */
const OFFSET_MS = 5 * 3_600_000;

export function parseNetworkTime(search: Record<string, unknown>): NetworkTime {
  const from = momentOf(search.from);
  const to = momentOf(search.to);
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function momentOf(value: unknown): number | undefined {
  const at = Number(value);
  return Number.isSafeInteger(at) && at >= LEAST && at <= MOST ? at : undefined;
}

/** The day of a moment, 'YYYY-MM-DD', in Kazakhstan: what an input of type date takes. */
export const dayOf = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 10);

/** The first moment of a day; undefined for what is no day. */
export function startOf(day: string): number | undefined {
  const at = Date.parse(`${day}T00:00:00Z`) - OFFSET_MS;
  return momentOf(at);
}

/** The first moment after a day. */
export function endOf(day: string): number | undefined {
  const from = startOf(day);
  return from === undefined ? undefined : from + DAY_MS;
}

/** More days than a network is looked for in. */
const DAYS_MOST = 400;

/** Every day from one to another, both inclusive. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (
    let day = first;
    day <= last && days.length < DAYS_MOST;
    day = dayOf((startOf(day) ?? 0) + DAY_MS)
  )
    days.push(day);
  return days;
}
