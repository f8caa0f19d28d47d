/** How failed attempts of one kind slow down the next. */
export interface Lockout {
  /** Failures that cost nothing: people mistype. */
  readonly free: number;
  /** Wait after the first failure beyond; doubles with each further one. */
  readonly firstMs: number;
  readonly mostMs: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * The waits grow and end by themselves: an account that a stranger could lock for good would be a weapon against its
 * owner (OWASP Authentication Cheat Sheet, account lockout). A quarter of an hour at most leaves about a hundred guesses a
 * day, the number of failures in a row that NIST SP 800-63B (5.2.2) allows at all. An address may stand for a whole
 * office, so it may fail more often.
 */
export const LOCKOUTS = {
  login: { free: 4, firstMs: 5 * SECOND_MS, mostMs: 15 * MINUTE_MS },
  code: { free: 4, firstMs: 5 * SECOND_MS, mostMs: 15 * MINUTE_MS },
  address: { free: 20, firstMs: 5 * SECOND_MS, mostMs: 15 * MINUTE_MS },
} as const satisfies Record<string, Lockout>;

export type LockoutKind = keyof typeof LOCKOUTS;

/** Failures are forgotten a day after the last one. */
export const FORGET_AFTER_MS = DAY_MS;

/** How long the next attempt waits after so many failures in a row, ms. */
export function lockoutMs(kind: LockoutKind, failures: number): number {
  const { free, firstMs, mostMs } = LOCKOUTS[kind];
  if (failures <= free) return 0;
  // Past 30 doublings the number means nothing, only the cap does.
  return Math.min(mostMs, firstMs * 2 ** Math.min(30, failures - free - 1));
}
