import type { Accounts, Page } from './accounts.ts';
import { BlockPool } from './block-pool.ts';
import { WINDOW_MS } from './features.ts';
import { F, H, lengthOf, metaOf, sizeOf, U, WINDOW_COUNT } from './layout.ts';

/**
 * Sums and counts of what an account received and paid in 1 h, 24 h, 7 d and 28 d.
 *
 * A window slides in eighths: it covers between 7/8 and the whole of its nominal span. The eighths of
 * one window are 24, 7 or 4 times those of the next shorter, so their grids nest and one short list of
 * entries serves all four: an entry is as narrow as the eighths of the shortest window it still lies in,
 * and joins its neighbours of the wider eighth once it has left that window. Every window is exact to its
 * eighths, a list has at most 32 entries, and most accounts need few.
 */
export type Direction = 0 | 1;
export const IN: Direction = 0;
export const OUT: Direction = 1;

const EIGHTHS = 8;
const BIN_MS = WINDOW_MS[0] / EIGHTHS;
/** Width of each window's eighth, in bins of the shortest. */
const GRAINS = WINDOW_MS.map((ms) => ms / WINDOW_MS[0]);
const GONE = WINDOW_COUNT;

/**
 * A block of capacity C is three columns, oldest entry first: C sums (f64), C first bins (i32), C counts
 * (u32).
 */
const CAPACITIES = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 32] as const;
const ENTRY_BYTES = 16;
const MOST = WINDOW_COUNT * EIGHTHS;
/** A list that is still so full after merging gets a larger block. */
const CROWDED = 0.9;

const BLOCK = [U.windowInBlock, U.windowOutBlock] as const;
const META = [H.windowInMeta, H.windowOutMeta] as const;

/** Values per window in the feature vector: count, sum, and one that is not ours. */
const PER_WINDOW = 3;

/** One list, opened: filled in place, never allocated in the hot path. */
interface List {
  f64: Float64Array;
  u32: Uint32Array;
  /** Index of each column's first element. */
  sums: number;
  bins: number;
  counts: number;
  capacity: number;
  length: number;
}

export class Windows {
  readonly #accounts: Accounts;
  readonly pool = new BlockPool(CAPACITIES, ENTRY_BYTES);
  readonly #list: List = {
    f64: new Float64Array(0),
    u32: new Uint32Array(0),
    sums: 0,
    bins: 0,
    counts: 0,
    capacity: 0,
    length: 0,
  };
  /** First bin that lies in each window, as seen from the account looked at last. */
  readonly #lowest = new Int32Array(WINDOW_COUNT);
  /** The time `#lowest` is for: mostly both accounts of a transfer ask for the same. */
  #lookedMs = Number.NaN;

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
  }

  /** Adds one payment to the windows that still cover its time. The account's `lastAt` is never behind it. */
  add(account: number, direction: Direction, leg: { at: number; amountMinor: number }): void {
    const l = this.#open(account, direction);
    const bin = binOf(leg.at);
    let i = l.length - 1;
    if (i < 0 || binAt(l, i) !== bin) i = this.#place(account, direction, bin);
    if (i < 0) return;
    l.f64[l.sums + i] += leg.amountMinor;
    l.u32[l.counts + i] += 1;
  }

  /** Writes count and sum of each window from `first` on, every third place, as of the account's `lastAt`. */
  fill(f: Float64Array, first: number, account: number, direction: Direction): void {
    const { f64, u32, sums, bins, counts, length } = this.#open(account, direction);
    if (length > 0) this.#look(account);
    let sum = 0;
    let count = 0;
    let i = length - 1;
    for (let w = 0; w < WINDOW_COUNT; w++) {
      const lowest = this.#lowest[w];
      for (; i >= 0 && (u32[bins + i] | 0) >= lowest; i--) {
        sum += f64[sums + i];
        count += u32[counts + i];
      }
      f[first + w * PER_WINDOW] = count;
      f[first + w * PER_WINDOW + 1] = sum;
    }
  }

  /** Position of an entry for `bin`, found or made; -1 if that time has left every window. */
  #place(account: number, direction: Direction, bin: number): number {
    const l = this.#list;
    const page = this.#accounts.page(account);
    this.#look(account);
    const window = this.#windowOf(bin);
    if (window === GONE) return -1;
    const meta = this.#accounts.u16Base(account) + META[direction];
    if (l.length === l.capacity) {
      this.#merge();
      page.u16[meta] = metaOf(sizeOf(page.u16[meta]), l.length);
      if (l.length >= l.capacity * CROWDED && l.capacity < MOST)
        this.#grow(page, account, direction);
    }
    let i = l.length;
    while (i > 0 && binAt(l, i - 1) > bin) i--;
    // A late payment joins the entry of its eighth.
    if (i > 0 && binAt(l, i - 1) >= startOf(bin, window)) return i - 1;
    for (let k = l.length; k > i; k--) copyEntry(l, k - 1, l, k);
    l.f64[l.sums + i] = 0;
    l.u32[l.bins + i] = bin;
    l.u32[l.counts + i] = 0;
    l.length++;
    page.u16[meta] = metaOf(sizeOf(page.u16[meta]), l.length);
    return i;
  }

  /** Drops the entries of the open list that are gone; joins those of one eighth. */
  #merge(): void {
    const l = this.#list;
    let kept = 0;
    for (let i = 0; i < l.length; i++) {
      const window = this.#windowOf(binAt(l, i));
      if (window === GONE) continue;
      const start = startOf(binAt(l, i), window);
      if (kept > 0 && binAt(l, kept - 1) === start) {
        l.f64[l.sums + kept - 1] += l.f64[l.sums + i];
        l.u32[l.counts + kept - 1] += l.u32[l.counts + i];
        continue;
      }
      copyEntry(l, i, l, kept);
      l.u32[l.bins + kept++] = start;
    }
    l.length = kept;
  }

  #grow(page: Page, account: number, direction: Direction): void {
    const l = this.#list;
    const old = { ...l };
    const meta = this.#accounts.u16Base(account) + META[direction];
    const handle = this.#accounts.u32Base(account) + BLOCK[direction];
    const size = sizeOf(page.u16[meta]);
    const block = this.pool.take(size + 1);
    this.#layOver(size + 1, block, old.length);
    for (let i = 0; i < old.length; i++) copyEntry(old, i, l, i);
    if (size >= 0) this.pool.give(size, page.u32[handle]);
    page.u32[handle] = block;
    page.u16[meta] = metaOf(size + 1, old.length);
  }

  /** Sets `#lowest` as seen from the account's `lastAt`. */
  #look(account: number): void {
    const page = this.#accounts.page(account);
    const nowMs = page.f64[this.#accounts.f64Base(account) + F.lastAt];
    if (nowMs === this.#lookedMs) return;
    this.#lookedMs = nowMs;
    const now = binOf(nowMs);
    for (let w = 0; w < WINDOW_COUNT; w++)
      this.#lowest[w] = (Math.floor(now / GRAINS[w]) - EIGHTHS + 1) * GRAINS[w];
  }

  #windowOf(bin: number): number {
    let w = 0;
    while (w < WINDOW_COUNT && bin < this.#lowest[w]) w++;
    return w;
  }

  #open(account: number, direction: Direction): List {
    const page = this.#accounts.page(account);
    const m = page.u16[this.#accounts.u16Base(account) + META[direction]];
    if (m === 0) {
      this.#list.capacity = 0;
      this.#list.length = 0;
      return this.#list;
    }
    const block = page.u32[this.#accounts.u32Base(account) + BLOCK[direction]];
    return this.#layOver(sizeOf(m), block, lengthOf(m));
  }

  #layOver(size: number, block: number, length: number): List {
    const l = this.#list;
    const { f64, u32 } = this.pool.page(size, block);
    const capacity = CAPACITIES[size];
    l.f64 = f64;
    l.u32 = u32;
    l.sums = this.pool.base(size, block) / 8;
    l.bins = (l.sums + capacity) * 2;
    l.counts = l.bins + capacity;
    l.capacity = capacity;
    l.length = length;
    return l;
  }

  bytesOf(account: number): number {
    let bytes = 0;
    for (const direction of [IN, OUT]) {
      const m = this.#accounts.u16(account, META[direction]);
      if (m !== 0) bytes += this.pool.blockBytes(sizeOf(m));
    }
    return bytes;
  }
}

const binOf = (at: number): number => Math.floor(at / BIN_MS);

/** First bin of the eighth of window `w` that `bin` lies in. */
const startOf = (bin: number, w: number): number => Math.floor(bin / GRAINS[w]) * GRAINS[w];

/** Bins before 1970 are negative. */
const binAt = (l: List, i: number): number => l.u32[l.bins + i] | 0;

function copyEntry(from: List, i: number, to: List, k: number): void {
  to.f64[to.sums + k] = from.f64[from.sums + i];
  to.u32[to.bins + k] = from.u32[from.bins + i];
  to.u32[to.counts + k] = from.u32[from.counts + i];
}
