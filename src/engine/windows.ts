import type { Page } from './accounts.ts';
import { WINDOW_MS } from './features.ts';
import { BUCKETS, F, U, WINDOW_COUNT } from './layout.ts';

/**
 * Sums and counts of what an account received and paid in 1 h, 24 h, 7 d and 28 d: one ring of eight
 * buckets a window, totals kept as buckets come and go. Constant work per transfer, no event list.
 *
 * A record is given by its page and the start of its f64, u32 and bucket-count fields there.
 */
export type Direction = 0 | 1;
export const IN: Direction = 0;
export const OUT: Direction = 1;

const BUCKET_MS = WINDOW_MS.map((ms) => ms / BUCKETS);
const U16_MAX = 0xffff;

/** Drops what has left the windows by `at`. Time that goes backwards drops nothing. */
export function advance(page: Page, fb: number, ub: number, cb: number, leg: { at: number }): void {
  const { f64, u32 } = page;
  for (let w = 0; w < WINDOW_COUNT; w++) {
    const now = Math.floor(leg.at / BUCKET_MS[w]);
    const last = f64[fb + F.bucket + w];
    if (now <= last) continue;
    f64[fb + F.bucket + w] = now;
    // Most windows of most accounts are empty when time moves on.
    if ((u32[ub + U.countIn + w] | u32[ub + U.countOut + w]) === 0) continue;
    if (now - last >= BUCKETS) clear(page, fb, ub, cb, w);
    else for (let b = last + 1; b <= now; b++) drop(page, fb, ub, cb, w, b % BUCKETS);
  }
}

function clear({ f64, u32, u16 }: Page, fb: number, ub: number, cb: number, w: number): void {
  const first = w * 2 * BUCKETS;
  for (let i = first; i < first + 2 * BUCKETS; i++) {
    f64[fb + i] = 0;
    u16[cb + i] = 0;
  }
  f64[fb + F.sumIn + w] = 0;
  f64[fb + F.sumOut + w] = 0;
  u32[ub + U.countIn + w] = 0;
  u32[ub + U.countOut + w] = 0;
}

function drop(page: Page, fb: number, ub: number, cb: number, w: number, slot: number): void {
  const { f64, u32, u16 } = page;
  for (let direction = 0; direction < 2; direction++) {
    const i = (w * 2 + direction) * BUCKETS + slot;
    const count = u16[cb + i];
    if (count === 0) continue;
    f64[fb + F.sumIn + direction * WINDOW_COUNT + w] -= f64[fb + i];
    u32[ub + U.countIn + direction * WINDOW_COUNT + w] -= count;
    f64[fb + i] = 0;
    u16[cb + i] = 0;
  }
}

/**
 * Adds one payment to the windows that still cover its time. Call `advance` first.
 * A bucket counts to 65,535; past that (hubs only) the count stands still while the sum goes on.
 */
export function add(
  page: Page,
  fb: number,
  ub: number,
  cb: number,
  direction: Direction,
  leg: { at: number; amountMinor: number },
): void {
  const { f64, u32, u16 } = page;
  for (let w = 0; w < WINDOW_COUNT; w++) {
    const bucket = Math.floor(leg.at / BUCKET_MS[w]);
    if (f64[fb + F.bucket + w] - bucket >= BUCKETS) continue;
    const i = (w * 2 + direction) * BUCKETS + (bucket % BUCKETS);
    f64[fb + i] += leg.amountMinor;
    f64[fb + F.sumIn + direction * WINDOW_COUNT + w] += leg.amountMinor;
    if (u16[cb + i] === U16_MAX) continue;
    u16[cb + i] += 1;
    u32[ub + U.countIn + direction * WINDOW_COUNT + w] += 1;
  }
}
