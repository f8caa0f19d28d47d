import { TAINTS } from '../domain/taint.ts';
import type { Accounts } from './accounts.ts';
import { BlockPool } from './block-pool.ts';
import { DWELL_EDGES_MS, F, U } from './layout.ts';
import { addOrigin, HELD_EDGES_MS, type Provenance, QUICK_MS } from './provenance.ts';

/** Lots one account may keep; past it the two oldest merge, so money is conserved. */
export const LOTS_MAX = 12;
const CAPACITIES = [2, 4, 6, 8, 10, 12] as const;

/**
 * A lot is 24 bytes: amount (f64); then as u32: arrival in seconds, origins low, origins high, and in the
 * last word hops in sixteenths (bits 25..31), earned (24), the taint record (0..23).
 */
const LOT_F64 = 3;
const LOT_BYTES = LOT_F64 * 8;
const AT = 2;
const LOW = 3;
const HIGH = 4;
const TAIL = 5;
const HOP_STEPS = 16;
const HOPS_MAX = 0x7f;
const EARNED = 1 << 24;
const TAINT_MASK = 0xffffff;
const CAUSES = TAINTS.length;

/**
 * The queue of lots behind every balance. A credit opens a lot; a debit consumes lots first in, first
 * out. Each lot belongs to one credit or to several merged ones.
 *
 * Invariant: money in an account's lots = credits - known part of debits.
 */
export class Lots {
  readonly #accounts: Accounts;
  readonly pool = new BlockPool(CAPACITIES, LOT_BYTES);
  /** Taint of tainted lots, CAUSES f64 a record; record 0 stays unused and means none. */
  readonly taints: number[] = [0, 0, 0, 0].slice(0, CAUSES);
  readonly taintsFree: number[] = [];
  /** Lots merged because an account was full. */
  merged = 0;

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
  }

  count(account: number): number {
    return meta.length(this.#accounts.u32(account, U.lotMeta));
  }

  /** Bytes of the lot block of this account. */
  bytesOf(account: number): number {
    const m = this.#accounts.u32(account, U.lotMeta);
    return meta.capacity(m) === 0 ? 0 : this.pool.blockBytes(meta.size(m));
  }

  /**
   * Opens a lot of `p.amountMinor`, as the other side of the debit that `p` describes.
   * @param earned wages, benefits, money of a hub: the account's own from the start, never a hand-over
   */
  credit(account: number, at: number, p: Provenance, earned: boolean): void {
    const page = this.#accounts.page(account);
    const u = this.#accounts.u32Base(account);
    let m = page.u32[u + U.lotMeta];
    if (meta.length(m) === meta.capacity(m)) {
      if (meta.capacity(m) === LOTS_MAX) this.#mergeOldest(account);
      else this.#grow(account);
      m = page.u32[u + U.lotMeta];
    }
    const block = page.u32[u + U.lotBlock];
    const size = meta.size(m);
    const slot = (meta.head(m) + meta.length(m)) % meta.capacity(m);
    const lots = this.pool.page(size, block);
    const i = this.pool.base(size, block) / 8 + slot * LOT_F64;
    lots.f64[i] = p.amountMinor;
    lots.u32[i * 2 + AT] = Math.floor(at / 1000);
    lots.u32[i * 2 + LOW] = p.originsLow;
    lots.u32[i * 2 + HIGH] = p.originsHigh;
    lots.u32[i * 2 + TAIL] = tail(p.hops, earned, this.#keepTaint(p.taintMinor));
    page.u32[u + U.lotMeta] = meta.make(size, meta.head(m), meta.length(m) + 1);
  }

  /**
   * Consumes `p.amountMinor` of the account's lots, oldest first, and fills `p` with what they were.
   * @param passedOn false for spending: what is bought is no hand-over and stays out of the histogram
   */
  debit(account: number, at: number, p: Provenance, passedOn: boolean): void {
    const page = this.#accounts.page(account);
    const u = this.#accounts.u32Base(account);
    const dwell = this.#accounts.f64Base(account) + F.dwell;
    let left = p.amountMinor;
    let hopsMinor = 0;
    let m = page.u32[u + U.lotMeta];
    const size = meta.size(m);
    const block = page.u32[u + U.lotBlock];
    while (left > 0 && meta.length(m) > 0) {
      const lots = this.pool.page(size, block);
      const i = this.pool.base(size, block) / 8 + meta.head(m) * LOT_F64;
      const have = lots.f64[i];
      const take = have < left ? have : left;
      // Late credits may be consumed by debits that came before them: rest is never negative.
      const heldMs = Math.max(0, at - lots.u32[i * 2 + AT] * 1000);
      hopsMinor += this.#consume(account, lots.u32, i * 2, have, take, heldMs, p);
      if (passedOn && (lots.u32[i * 2 + TAIL] & EARNED) === 0)
        page.f64[dwell + dwellSlot(heldMs)] += take;
      left -= take;
      if (take === have)
        m = meta.make(size, (meta.head(m) + 1) % meta.capacity(m), meta.length(m) - 1);
      else lots.f64[i] = have - take;
    }
    page.u32[u + U.lotMeta] = m;
    p.knownMinor = p.amountMinor - left;
    p.hops = hopsMinor / p.amountMinor;
    // What was there before the data began, and what rested long, starts here.
    if (left > 0) addOrigin(p, account);
  }

  /** Adds one consumed part to the provenance; returns amount x hops. */
  #consume(
    account: number,
    u32: Uint32Array,
    i: number,
    have: number,
    take: number,
    heldMs: number,
    p: Provenance,
  ): number {
    p.heldMsMinor += take * heldMs;
    const earned = (u32[i + TAIL] & EARNED) !== 0;
    for (let e = HELD_EDGES_MS.length - 1; !earned && e >= 0 && heldMs <= HELD_EDGES_MS[e]; e--)
      p.heldMinor[e] += take;
    if ((u32[i + TAIL] & TAINT_MASK) !== 0)
      this.#moveTaint(u32, i + TAIL, have, take, p.taintMinor);
    if (earned || heldMs > QUICK_MS) {
      addOrigin(p, account);
      return 0;
    }
    p.originsLow = (p.originsLow | u32[i + LOW]) >>> 0;
    p.originsHigh = (p.originsHigh | u32[i + HIGH]) >>> 0;
    return take * (hopsOf(u32[i + TAIL]) + 1);
  }

  /** Moves the taken part's share of taint out of a lot, in whole minor units, never more than the part. */
  #moveTaint(u32: Uint32Array, field: number, have: number, take: number, into: number[]): void {
    const record = u32[field] & TAINT_MASK;
    const whole = take === have;
    for (let c = 0; c < CAUSES; c++) {
      const tainted = this.taints[record * CAUSES + c];
      const moved = whole ? tainted : Math.min(take, Math.floor((tainted / have) * take));
      // The rest of the lot must be able to hold the rest of its taint.
      const least = Math.max(0, tainted - (have - take));
      const share = Math.max(moved, least);
      into[c] += share;
      this.taints[record * CAUSES + c] = tainted - share;
    }
    if (whole) {
      this.taintsFree.push(record);
      u32[field] = tail(hopsOf(u32[field]), (u32[field] & EARNED) !== 0, 0);
    }
  }

  #keepTaint(taintMinor: readonly number[]): number {
    let any = false;
    for (let c = 0; c < CAUSES; c++) if (taintMinor[c] > 0) any = true;
    if (!any) return 0;
    const record = this.taintsFree.pop() ?? this.taints.length / CAUSES;
    if (record > TAINT_MASK) throw new RangeError('more than 16.7 million tainted lots at once');
    for (let c = 0; c < CAUSES; c++) this.taints[record * CAUSES + c] = taintMinor[c];
    return record;
  }

  #grow(account: number): void {
    const page = this.#accounts.page(account);
    const u = this.#accounts.u32Base(account);
    const m = page.u32[u + U.lotMeta];
    const was = meta.capacity(m);
    const size = was === 0 ? 0 : meta.size(m) + 1;
    const block = this.pool.take(size);
    const old = page.u32[u + U.lotBlock];
    const to = this.pool.base(size, block) / 8;
    for (let n = 0; n < meta.length(m); n++) {
      const from = this.pool.base(meta.size(m), old) / 8 + ((meta.head(m) + n) % was) * LOT_F64;
      const source = this.pool.page(meta.size(m), old).u32;
      this.pool
        .page(size, block)
        .u32.set(source.subarray(from * 2, (from + LOT_F64) * 2), (to + n * LOT_F64) * 2);
    }
    if (was > 0) this.pool.give(meta.size(m), old);
    page.u32[u + U.lotBlock] = block;
    page.u32[u + U.lotMeta] = meta.make(size, 0, meta.length(m)) | ALLOCATED;
  }

  /** The second oldest lot takes in the oldest: amounts add, arrival and hops average by amount. */
  #mergeOldest(account: number): void {
    const page = this.#accounts.page(account);
    const u = this.#accounts.u32Base(account);
    const m = page.u32[u + U.lotMeta];
    const block = page.u32[u + U.lotBlock];
    const size = meta.size(m);
    const { f64, u32 } = this.pool.page(size, block);
    const base = this.pool.base(size, block) / 8;
    const a = base + meta.head(m) * LOT_F64;
    const b = base + ((meta.head(m) + 1) % meta.capacity(m)) * LOT_F64;
    const sum = f64[a] + f64[b];
    const share = f64[b] / sum;
    const mean = (x: number, y: number): number => x + (y - x) * share;
    const tailA = u32[a * 2 + TAIL];
    const tailB = u32[b * 2 + TAIL];
    f64[b] = sum;
    u32[b * 2 + AT] = Math.round(mean(u32[a * 2 + AT], u32[b * 2 + AT]));
    u32[b * 2 + LOW] = (u32[b * 2 + LOW] | u32[a * 2 + LOW]) >>> 0;
    u32[b * 2 + HIGH] = (u32[b * 2 + HIGH] | u32[a * 2 + HIGH]) >>> 0;
    u32[b * 2 + TAIL] = tail(
      mean(hopsOf(tailA), hopsOf(tailB)),
      // Merged lots are what most of their money is.
      ((share < 0.5 ? tailA : tailB) & EARNED) !== 0,
      this.#mergeTaint(tailA & TAINT_MASK, tailB & TAINT_MASK),
    );
    this.merged++;
    page.u32[u + U.lotMeta] = meta.make(
      size,
      (meta.head(m) + 1) % meta.capacity(m),
      meta.length(m) - 1,
    );
  }

  #mergeTaint(a: number, b: number): number {
    if (a === 0 || b === 0) return a + b;
    for (let c = 0; c < CAUSES; c++) this.taints[b * CAUSES + c] += this.taints[a * CAUSES + c];
    this.taintsFree.push(a);
    return b;
  }

  /** Money in the lots of one account, minor units; for invariants and tests. */
  balance(account: number): number {
    let sum = 0;
    this.each(account, (amountMinor) => {
      sum += amountMinor;
    });
    return sum;
  }

  /** Calls back for every lot, oldest first. */
  each(
    account: number,
    visit: (amountMinor: number, at: number, hops: number, taintMinor: readonly number[]) => void,
  ): void {
    const m = this.#accounts.u32(account, U.lotMeta);
    const block = this.#accounts.u32(account, U.lotBlock);
    for (let n = 0; n < meta.length(m); n++) {
      const { f64, u32 } = this.pool.page(meta.size(m), block);
      const i =
        this.pool.base(meta.size(m), block) / 8 + ((meta.head(m) + n) % meta.capacity(m)) * LOT_F64;
      const last = u32[i * 2 + TAIL];
      const taint = (last & TAINT_MASK) * CAUSES;
      const at = u32[i * 2 + AT] * 1000;
      visit(f64[i], at, hopsOf(last), this.taints.slice(taint, taint + CAUSES));
    }
  }
}

const ALLOCATED = 1 << 31;

/** The word that says where a queue is in its block: bit 31 allocated, 16.. size class, 8.. head, 0.. length. */
const meta = {
  make: (size: number, head: number, length: number): number =>
    (ALLOCATED | (size << 16) | (head << 8) | length) >>> 0,
  size: (m: number): number => (m >>> 16) & 0xff,
  head: (m: number): number => (m >>> 8) & 0xff,
  length: (m: number): number => m & 0xff,
  capacity: (m: number): number => ((m & ALLOCATED) === 0 ? 0 : CAPACITIES[(m >>> 16) & 0xff]),
};

/** Hops, earned and taint record of a lot in one word. */
const tail = (hops: number, earned: boolean, taint: number): number =>
  ((Math.min(HOPS_MAX, Math.round(hops * HOP_STEPS)) << 25) | (earned ? EARNED : 0) | taint) >>> 0;

const hopsOf = (word: number): number => (word >>> 25) / HOP_STEPS;

function dwellSlot(heldMs: number): number {
  let slot = 0;
  while (slot < DWELL_EDGES_MS.length && heldMs > DWELL_EDGES_MS[slot]) slot++;
  return slot;
}
