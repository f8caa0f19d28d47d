/** A site that says nothing is left alone so long. */
const UNSAID_MS = 5 * 60_000;
/** A site may not make itself unwatched for longer: the next visit asks again. */
const LONGEST_MS = 24 * 3_600_000;

/** Epoch ms before which a site that answered 429 or 503 is not asked again; its Retry-After is seconds or a date (RFC 9110, 10.2.3). */
export function retryAt(told: string | undefined, now: number): number {
  const text = told?.trim() ?? '';
  const at = /^\d{1,10}$/.test(text) ? now + Number(text) * 1000 : Date.parse(text.slice(0, 64));
  const wait = Number.isNaN(at) ? UNSAID_MS : at - now;
  return now + Math.min(LONGEST_MS, Math.max(1_000, wait));
}
