/** How failed attempts of one kind slow down the next. */
export interface Lockout {
  /** Failures that cost nothing: people mistype. */
  readonly free: number;
  /** Wait after the first failure beyond; doubles with each further one. */
  readonly firstMs: number;
  readonly mostMs: number;
  /** One failure is forgotten in so long. */
  readonly fadesMs: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * The waits grow and end by themselves: an account that a stranger could lock for good would be a weapon against its
 * owner (OWASP Authentication Cheat Sheet, account lockout). A quarter of an hour at most leaves about a hundred guesses a
 * day, the number of failures in a row that NIST SP 800-63B (5.2.2) allows at all. An address may stand for a whole
 * office, where somebody mistypes all day: it may fail more often, and is forgiven sooner.
 */
export const LOCKOUTS = {
  login: { free: 4, firstMs: 5 * SECOND_MS, mostMs: 15 * MINUTE_MS, fadesMs: HOUR_MS },
  code: { free: 4, firstMs: 5 * SECOND_MS, mostMs: 15 * MINUTE_MS, fadesMs: HOUR_MS },
  address: { free: 20, firstMs: 5 * SECOND_MS, mostMs: 15 * MINUTE_MS, fadesMs: 10 * MINUTE_MS },
} as const satisfies Record<string, Lockout>;

export type LockoutKind = keyof typeof LOCKOUTS;

/** What is left of failures, and the time up to which they have faded. A clock that stepped back fades nothing. */
export function fade(
  kind: LockoutKind,
  { failures, at }: { failures: number; at: number },
  now: number,
): { failures: number; at: number } {
  const { fadesMs } = LOCKOUTS[kind];
  const faded = Math.max(0, Math.floor((now - at) / fadesMs));
  const left = Math.max(0, failures - faded);
  // The part of a step that has passed is kept: whoever fails just before each step fades all the same.
  return { failures: left, at: left === 0 || now < at ? now : at + faded * fadesMs };
}

/** How long the next attempt waits after so many failures in a row, ms. */
export function lockoutMs(kind: LockoutKind, failures: number): number {
  const { free, firstMs, mostMs } = LOCKOUTS[kind];
  if (failures <= free) return 0;
  // Past 30 doublings the number means nothing, only the cap does.
  return Math.min(mostMs, firstMs * 2 ** Math.min(30, failures - free - 1));
}
