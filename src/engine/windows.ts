import type { Accounts } from './accounts.ts';
import { WINDOW_MS } from './features.ts';
import { BUCKETS, COUNTS_U16, F, U, WINDOW_COUNT } from './layout.ts';

/**
 * Sums and counts of what an account received and paid in 1 h, 24 h, 7 d and 28 d: one ring of eight
 * buckets a window, totals kept as buckets come and go. Constant work per transfer, no event list.
 */
export type Direction = 0 | 1;
export const IN: Direction = 0;
export const OUT: Direction = 1;

const BUCKET_MS = WINDOW_MS.map((ms) => ms / BUCKETS);
const U16_MAX = 0xffff;

/** Drops what has left the windows by `at`. Time that goes backwards drops nothing. */
export function advance(accounts: Accounts, account: number, at: number): void {
  const f = accounts.page(account).f64;
  const b = accounts.f64Base(account);
  for (let w = 0; w < WINDOW_COUNT; w++) {
    const now = Math.floor(at / BUCKET_MS[w]!);
    const last = f[b + F.bucket + w]!;
    if (now <= last) continue;
    f[b + F.bucket + w] = now;
    if (last >= 0) expire(accounts, account, w, last, now);
  }
}

function expire(accounts: Accounts, account: number, w: number, last: number, now: number): void {
  const page = accounts.page(account);
  const { f64, u32, u16 } = page;
  const fb = accounts.f64Base(account);
  const ub = accounts.u32Base(account);
  const sums = fb + w * 2 * BUCKETS;
  const counts = accounts.u16Base(account) + COUNTS_U16 + w * 2 * BUCKETS;
  const steps = Math.min(BUCKETS, now - last);
  for (let s = 1; s <= steps; s++) {
    const slot = (last + s) % BUCKETS;
    for (let dir = 0; dir < 2; dir++) {
      const i = dir * BUCKETS + slot;
      const count = u16[counts + i]!;
      if (count === 0) continue;
      f64[fb + F.sumIn + dir * WINDOW_COUNT + w]! -= f64[sums + i]!;
      u32[ub + U.countIn + dir * WINDOW_COUNT + w]! -= count;
      f64[sums + i] = 0;
      u16[counts + i] = 0;
    }
  }
}

/**
 * Adds one payment to the windows that still cover `at`. Call `advance` first.
 * A bucket counts to 65,535; past that (hubs only) the count stands still while the sum goes on.
 */
export function add(
  accounts: Accounts,
  account: number,
  direction: Direction,
  at: number,
  amountMinor: number,
): void {
  const { f64, u32, u16 } = accounts.page(account);
  const fb = accounts.f64Base(account);
  const ub = accounts.u32Base(account);
  const cb = accounts.u16Base(account) + COUNTS_U16;
  for (let w = 0; w < WINDOW_COUNT; w++) {
    const bucket = Math.floor(at / BUCKET_MS[w]!);
    if (f64[fb + F.bucket + w]! - bucket >= BUCKETS) continue;
    const i = (w * 2 + direction) * BUCKETS + (bucket % BUCKETS);
    f64[fb + i]! += amountMinor;
    f64[fb + F.sumIn + direction * WINDOW_COUNT + w]! += amountMinor;
    if (u16[cb + i]! === U16_MAX) continue;
    u16[cb + i]! += 1;
    u32[ub + U.countIn + direction * WINDOW_COUNT + w]! += 1;
  }
}
