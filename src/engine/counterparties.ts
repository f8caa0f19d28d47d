import type { Accounts } from './accounts.ts';
import { BlockPool } from './block-pool.ts';
import { WINDOW_MS } from './features.ts';
import { B, H, lengthOf, metaOf, SKETCH_REGISTERS, sizeOf, U } from './layout.ts';
import { mix } from './provenance.ts';

/**
 * Whom an account dealt with lately: two small tables, payers and payees, of at most 64 counterparties
 * each, the least recent giving way. One table answers many questions: how many distinct in a window
 * (exact up to 64), first payment of a pair, equal sums, and the way back for searches.
 *
 * A block of capacity C is four columns of C words: who, last payment (s), its sum (f32), and packed:
 * day of the first payment (bits 0..15), payments on the pair (16..23), equal sums in a row (24..27),
 * chain depth (28..31); the last three stand still at their greatest value.
 */
const TABLE_MAX = 64;
/** Fine steps: what an account does not use, another may. */
const CAPACITIES = [
  2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 44, 48, 52, 56, 60, 64,
] as const;
const COLUMNS = 4;
const DAY_SEC = 86_400;
/**
 * A counterparty not dealt with for 35 days gives way before a table of eight or more grows: what is
 * paid every month is remembered, and a table is as large as its account is busy.
 */
const FORGET_SEC = 35 * DAY_SEC;
const FORGET_FROM = 8;
const COUNT_MAX = 0xff;
const RUN_MAX = 0xf;
export const DEPTH_MAX = 0xf;
const WORD = 4;

export type Side = 0 | 1;
export const PAYERS: Side = 0;
export const PAYEES: Side = 1;

const BLOCK = [U.payerBlock, U.payeeBlock] as const;
const META = [H.payerMeta, H.payeeMeta] as const;

/** One table, opened for reading: filled in place, never allocated in the hot path. */
export interface TableView {
  words: Uint32Array;
  floats: Float32Array;
  /** Index of column `who`; the others follow at + capacity each. */
  who: number;
  capacity: number;
  length: number;
}

export const emptyView = (): TableView => ({
  words: new Uint32Array(0),
  floats: new Float32Array(0),
  who: 0,
  capacity: 0,
  length: 0,
});

export class Counterparties {
  readonly #accounts: Accounts;
  readonly pool = new BlockPool(
    CAPACITIES.map((c) => c),
    COLUMNS * WORD,
  );
  readonly #view = emptyView();
  /** Entries that gave way because a table was full. */
  evicted = 0;

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
  }

  open(account: number, side: Side, into: TableView): TableView {
    const page = this.#accounts.page(account);
    const u = this.#accounts.u32Base(account);
    const m = page.u16[this.#accounts.u16Base(account) + META[side]];
    into.length = lengthOf(m);
    if (m === 0) {
      into.capacity = 0;
      return into;
    }
    const size = sizeOf(m);
    const block = page.u32[u + BLOCK[side]];
    const blocks = this.pool.page(size, block);
    into.words = blocks.u32;
    into.floats = blocks.f32;
    into.who = this.pool.base(size, block) / WORD;
    into.capacity = CAPACITIES[size];
    return into;
  }

  bytesOf(account: number): number {
    let bytes = 0;
    for (const side of [PAYERS, PAYEES]) {
      const m = this.#accounts.u16(account, META[side]);
      if (m !== 0) bytes += this.pool.blockBytes(sizeOf(m));
    }
    return bytes;
  }

  /** Notes a payment between the leg's account and the other; leaves what the pair was before in `was`. */
  note(leg: Dealing, side: Side, depth: number, was: PairBefore): void {
    const v = this.open(leg.account, side, this.#view);
    const atSec = Math.floor(leg.at / 1000);
    const found = find(v, leg.other);
    if (found >= 0) {
      again(v, found, atSec, leg, depth, was);
      return;
    }
    was.count = 0;
    was.sameSumRun = 0;
    was.lastSec = Number.NaN;
    const i = v.length < v.capacity ? v.length : this.#room(leg.account, side, v, atSec);
    const c = v.capacity;
    v.words[v.who + i] = leg.other;
    v.words[v.who + c + i] = atSec;
    v.floats[v.who + 2 * c + i] = leg.amountMinor;
    v.words[v.who + 3 * c + i] = pack((atSec / DAY_SEC) & 0xffff, 1, 1, depth);
    if (i === v.length)
      this.#accounts.page(leg.account).u16[this.#accounts.u16Base(leg.account) + META[side]] += 1;
    this.#sketch(leg.account, leg.other);
  }

  /** A free position: the place of the least recent if it is long past, else the next block up. Refreshes `v`. */
  #room(account: number, side: Side, v: TableView, atSec: number): number {
    const least = oldest(v);
    const forgotten =
      v.capacity >= FORGET_FROM && atSec - v.words[v.who + v.capacity + least] > FORGET_SEC;
    if (forgotten || v.capacity === TABLE_MAX) {
      this.evicted++;
      return least;
    }
    const page = this.#accounts.page(account);
    const u = this.#accounts.u32Base(account);
    const meta = this.#accounts.u16Base(account) + META[side];
    const size = sizeOf(page.u16[meta]) + 1;
    const block = this.pool.take(size);
    const to = this.pool.page(size, block).u32;
    const base = this.pool.base(size, block) / WORD;
    const capacity = CAPACITIES[size];
    for (let column = 0; column < COLUMNS; column++)
      for (let i = 0; i < v.length; i++)
        to[base + column * capacity + i] = v.words[v.who + column * v.capacity + i];
    if (v.capacity > 0) this.pool.give(size - 1, page.u32[u + BLOCK[side]]);
    page.u32[u + BLOCK[side]] = block;
    page.u16[meta] = metaOf(size, v.length);
    this.open(account, side, v);
    return v.length;
  }

  /**
   * Counts distinct counterparties over the account's life: exact while both tables hold them all,
   * then by a HyperLogLog of 32 registers (error about 18 %): enough to tell a shop from a person.
   */
  #sketch(account: number, other: number): void {
    const page = this.#accounts.page(account);
    const u = this.#accounts.u32Base(account);
    const hash = mix(other);
    const r = this.#accounts.u8Base(account) + B.sketch + (hash & (SKETCH_REGISTERS - 1));
    const rank = Math.clz32((hash >>> 5) | 0) - 4;
    if (rank <= page.u8[r]) return;
    page.u8[r] = rank;
    let sum = 0;
    let zeros = 0;
    const first = this.#accounts.u8Base(account) + B.sketch;
    for (let i = 0; i < SKETCH_REGISTERS; i++) {
      sum += INVERSE_POWER[page.u8[first + i]];
      if (page.u8[first + i] === 0) zeros++;
    }
    const raw = (ALPHA * SKETCH_REGISTERS * SKETCH_REGISTERS) / sum;
    const estimate =
      raw <= 2.5 * SKETCH_REGISTERS && zeros > 0
        ? SKETCH_REGISTERS * Math.log(SKETCH_REGISTERS / zeros)
        : raw;
    page.u32[u + U.counterparties] = Math.round(estimate);
  }
}

/** The known pair paid again. */
function again(
  v: TableView,
  i: number,
  atSec: number,
  leg: Dealing,
  depth: number,
  was: PairBefore,
): void {
  const c = v.capacity;
  const packed = v.words[v.who + 3 * c + i];
  was.count = (packed >>> 16) & COUNT_MAX;
  const equal = v.floats[v.who + 2 * c + i] === Math.fround(leg.amountMinor);
  was.sameSumRun = equal ? (packed >>> 24) & RUN_MAX : 0;
  was.lastSec = v.words[v.who + c + i];
  const count = Math.min(COUNT_MAX, was.count + 1);
  const run = Math.min(RUN_MAX, was.sameSumRun + 1);
  v.words[v.who + 3 * c + i] = pack(packed & 0xffff, count, run, depth);
  v.floats[v.who + 2 * c + i] = leg.amountMinor;
  if (atSec > v.words[v.who + c + i]) v.words[v.who + c + i] = atSec;
}

/** Flajolet et al. 2007: correction for 32 registers. */
const ALPHA = 0.697;
const INVERSE_POWER = Float64Array.from({ length: 64 }, (_, i) => 2 ** -i);

const pack = (firstDay: number, count: number, run: number, depth: number): number =>
  ((depth << 28) | (run << 24) | (count << 16) | firstDay) >>> 0;

/** Chain depth kept with entry `i`. */
export const depthOf = (v: TableView, i: number): number =>
  v.words[v.who + 3 * v.capacity + i] >>> 28;

/** What `note` needs of a leg. */
export interface Dealing {
  account: number;
  other: number;
  at: number;
  amountMinor: number;
}

/** What a pair was before the payment that was just noted. */
export interface PairBefore {
  count: number;
  sameSumRun: number;
  /** When the pair last paid, epoch seconds; NaN if it never did. */
  lastSec: number;
}

/** Position of `other` in the table, -1 if absent. */
export function find(v: TableView, other: number): number {
  const { words, who, length } = v;
  for (let i = 0; i < length; i++) if (words[who + i] === other) return i;
  return -1;
}

function oldest(v: TableView): number {
  let at = 0;
  for (let i = 1; i < v.length; i++)
    if (v.words[v.who + v.capacity + i] < v.words[v.who + v.capacity + at]) at = i;
  return at;
}

const MONTH_DAYS = 28;
const WEEK_DAYS = 7;
/** First age in seconds that is outside of each window. */
const [HOUR_END, DAY_END, WEEK_END, MONTH_END] = WINDOW_MS.map((ms) => ms / 1000 + 1) as [
  number,
  number,
  number,
  number,
];

/** Distinct counterparties per window, and those of the two widest whose first payment lies in it. */
export interface DistinctCounts {
  windows: Float64Array;
  freshWeek: number;
  fresh: number;
}

export function countDistinct(v: TableView, nowSec: number, into: DistinctCounts): void {
  const { words } = v;
  const last = v.who + v.capacity;
  const first = v.who + 3 * v.capacity;
  const today = (nowSec / DAY_SEC) & 0xffff;
  let h = 0;
  let d = 0;
  let w = 0;
  let m = 0;
  let freshWeek = 0;
  let fresh = 0;
  // Signs instead of branches: whether a payment is recent is as good as random to the processor.
  for (let i = 0; i < v.length; i++) {
    const age = (nowSec - words[last + i]) | 0;
    const inMonth = (age - MONTH_END) >>> 31;
    h += (age - HOUR_END) >>> 31;
    d += (age - DAY_END) >>> 31;
    w += (age - WEEK_END) >>> 31;
    m += inMonth;
    const days = today - (words[first + i] & 0xffff);
    fresh += ((days - MONTH_DAYS - 1) >>> 31) & inMonth;
    freshWeek += ((days - WEEK_DAYS - 1) >>> 31) & inMonth;
  }
  into.windows[0] = h;
  into.windows[1] = d;
  into.windows[2] = w;
  into.windows[3] = m;
  into.freshWeek = freshWeek;
  into.fresh = fresh;
}

/** Counterparties first dealt with in the last `days` days, by the whole days that a table keeps. */
export function countFresh(v: TableView, nowSec: number, days: number): number {
  const today = (nowSec / DAY_SEC) & 0xffff;
  const first = v.who + 3 * v.capacity;
  let fresh = 0;
  for (let i = 0; i < v.length; i++) if (today - (v.words[first + i] & 0xffff) <= days) fresh++;
  return fresh;
}
