import { TAINTS } from '../domain/taint.ts';
import type { Accounts } from './accounts.ts';
import { BlockPool } from './block-pool.ts';
import { DWELL_EDGES_MS, F, U } from './layout.ts';
import { addOrigin, HELD_EDGES_MS, type Provenance, QUICK_MS } from './provenance.ts';

/** Lots one account may keep; past it the two oldest merge, so money is conserved. */
export const LOTS_MAX = 16;
const CAPACITIES = [2, 4, 8, 16] as const;

/** f64 slots of a lot: amount, arrival; then as u32: origins low, high; as f32 and u32: hops, taint record. */
const LOT_F64 = 4;
const LOT_BYTES = LOT_F64 * 8;
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

  /** Opens a lot of `p.amountMinor`, as the other side of the debit that `p` describes. */
  credit(account: number, at: number, p: Provenance): void {
    const page = this.#accounts.page(account);
    const u = this.#accounts.u32Base(account);
    let m = page.u32[u + U.lotMeta]!;
    if (meta.length(m) === meta.capacity(m)) {
      if (meta.capacity(m) === LOTS_MAX) this.#mergeOldest(account);
      else this.#grow(account);
      m = page.u32[u + U.lotMeta]!;
    }
    const block = page.u32[u + U.lotBlock]!;
    const size = meta.size(m);
    const slot = (meta.head(m) + meta.length(m)) % meta.capacity(m);
    const lots = this.pool.page(size, block);
    const i = this.pool.base(size, block) / 8 + slot * LOT_F64;
    lots.f64[i] = p.amountMinor;
    lots.f64[i + 1] = at;
    lots.u32[i * 2 + 4] = p.originsLow;
    lots.u32[i * 2 + 5] = p.originsHigh;
    lots.f32[i * 2 + 6] = p.hops;
    lots.u32[i * 2 + 7] = this.#keepTaint(p.taintMinor);
    page.u32[u + U.lotMeta] = meta.make(size, meta.head(m), meta.length(m) + 1);
  }

  /** Consumes `p.amountMinor` of the account's lots, oldest first, and fills `p` with what they were. */
  debit(account: number, at: number, p: Provenance): void {
    const page = this.#accounts.page(account);
    const u = this.#accounts.u32Base(account);
    const dwell = this.#accounts.f64Base(account) + F.dwell;
    let left = p.amountMinor;
    let hopsMinor = 0;
    let m = page.u32[u + U.lotMeta]!;
    const size = meta.size(m);
    const block = page.u32[u + U.lotBlock]!;
    while (left > 0 && meta.length(m) > 0) {
      const lots = this.pool.page(size, block);
      const i = this.pool.base(size, block) / 8 + meta.head(m) * LOT_F64;
      const have = lots.f64[i]!;
      const take = have < left ? have : left;
      // Late credits may be consumed by debits that came before them: rest is never negative.
      const heldMs = Math.max(0, at - lots.f64[i + 1]!);
      hopsMinor += this.#consume(account, lots.u32, lots.f32, i * 2, have, take, heldMs, p);
      page.f64[dwell + dwellSlot(heldMs)]! += take;
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
    f32: Float32Array,
    i: number,
    have: number,
    take: number,
    heldMs: number,
    p: Provenance,
  ): number {
    p.heldMsMinor += take * heldMs;
    for (let e = HELD_EDGES_MS.length - 1; e >= 0 && heldMs <= HELD_EDGES_MS[e]!; e--)
      p.heldMinor[e]! += take;
    const taint = u32[i + 7]!;
    if (taint !== 0) this.#moveTaint(taint, have, take, p.taintMinor, u32, i + 7);
    if (heldMs > QUICK_MS) {
      addOrigin(p, account);
      return 0;
    }
    p.originsLow = (p.originsLow | u32[i + 4]!) >>> 0;
    p.originsHigh = (p.originsHigh | u32[i + 5]!) >>> 0;
    return take * (f32[i + 6]! + 1);
  }

  /** Moves the taken part's share of taint out of a lot, in whole minor units, never more than the part. */
  #moveTaint(
    record: number,
    have: number,
    take: number,
    into: number[],
    u32: Uint32Array,
    field: number,
  ): void {
    const whole = take === have;
    for (let c = 0; c < CAUSES; c++) {
      const tainted = this.taints[record * CAUSES + c]!;
      const moved = whole ? tainted : Math.min(take, Math.floor((tainted / have) * take));
      // The rest of the lot must be able to hold the rest of its taint.
      const least = Math.max(0, tainted - (have - take));
      const share = Math.max(moved, least);
      into[c]! += share;
      this.taints[record * CAUSES + c] = tainted - share;
    }
    if (whole) {
      this.taintsFree.push(record);
      u32[field] = 0;
    }
  }

  #keepTaint(taintMinor: readonly number[]): number {
    let any = false;
    for (let c = 0; c < CAUSES; c++) if (taintMinor[c]! > 0) any = true;
    if (!any) return 0;
    const record = this.taintsFree.pop() ?? this.taints.length / CAUSES;
    for (let c = 0; c < CAUSES; c++) this.taints[record * CAUSES + c] = taintMinor[c]!;
    return record;
  }

  #grow(account: number): void {
    const page = this.#accounts.page(account);
    const u = this.#accounts.u32Base(account);
    const m = page.u32[u + U.lotMeta]!;
    const was = meta.capacity(m);
    const size = was === 0 ? 0 : meta.size(m) + 1;
    const block = this.pool.take(size);
    const old = page.u32[u + U.lotBlock]!;
    const to = this.pool.base(size, block) / 8;
    for (let n = 0; n < meta.length(m); n++) {
      const from = this.pool.base(meta.size(m), old) / 8 + ((meta.head(m) + n) % was) * LOT_F64;
      // Copied as words: a NaN-shaped pattern of two counters must survive.
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
    const m = page.u32[u + U.lotMeta]!;
    const block = page.u32[u + U.lotBlock]!;
    const size = meta.size(m);
    const { f64, u32, f32 } = this.pool.page(size, block);
    const base = this.pool.base(size, block) / 8;
    const a = base + meta.head(m) * LOT_F64;
    const b = base + ((meta.head(m) + 1) % meta.capacity(m)) * LOT_F64;
    const sum = f64[a]! + f64[b]!;
    f64[b + 1] = f64[a + 1]! + (f64[b + 1]! - f64[a + 1]!) * (f64[b]! / sum);
    f32[b * 2 + 6] = (f32[a * 2 + 6]! * f64[a]! + f32[b * 2 + 6]! * f64[b]!) / sum;
    f64[b] = sum;
    u32[b * 2 + 4] = (u32[b * 2 + 4]! | u32[a * 2 + 4]!) >>> 0;
    u32[b * 2 + 5] = (u32[b * 2 + 5]! | u32[a * 2 + 5]!) >>> 0;
    u32[b * 2 + 7] = this.#mergeTaint(u32[a * 2 + 7]!, u32[b * 2 + 7]!);
    this.merged++;
    page.u32[u + U.lotMeta] = meta.make(
      size,
      (meta.head(m) + 1) % meta.capacity(m),
      meta.length(m) - 1,
    );
  }

  #mergeTaint(a: number, b: number): number {
    if (a === 0 || b === 0) return a + b;
    for (let c = 0; c < CAUSES; c++) this.taints[b * CAUSES + c]! += this.taints[a * CAUSES + c]!;
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
      const { f64, u32, f32 } = this.pool.page(meta.size(m), block);
      const i =
        this.pool.base(meta.size(m), block) / 8 + ((meta.head(m) + n) % meta.capacity(m)) * LOT_F64;
      const taint = u32[i * 2 + 7]! * CAUSES;
      visit(f64[i]!, f64[i + 1]!, f32[i * 2 + 6]!, this.taints.slice(taint, taint + CAUSES));
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
  capacity: (m: number): number => ((m & ALLOCATED) === 0 ? 0 : CAPACITIES[(m >>> 16) & 0xff]!),
};

function dwellSlot(heldMs: number): number {
  let slot = 0;
  while (slot < DWELL_EDGES_MS.length && heldMs > DWELL_EDGES_MS[slot]!) slot++;
  return slot;
}
