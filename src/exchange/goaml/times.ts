/** The schema's sql_date begins in 1753, and its times have no zone. */
const FIRST = Date.UTC(1753, 0, 1);
const LAST = Date.UTC(9999, 11, 30);

/** A moment as `xs:dateTime` without a zone, at `offsetMinutes` east of Greenwich; null for one that no report may carry. */
export function moment(at: number, offsetMinutes: number): string | null {
  const local = Math.floor(at / 1000) * 1000 + offsetMinutes * 60_000;
  return local >= FIRST && local <= LAST ? new Date(local).toISOString().slice(0, 19) : null;
}

/** Midnight of a day 'YYYY-MM-DD'; null for what is no day, or for one that no report may carry. */
export function midnight(day: string | null): string | null {
  if (day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  if (!Number.isFinite(at) || new Date(at).toISOString().slice(0, 10) !== day) return null;
  return moment(at, 0);
}
