import {
  F,
  F64_PER_RECORD,
  FLAG,
  RECORD_BYTES,
  U,
  U16_PER_RECORD,
  U32_PER_RECORD,
} from './layout.ts';

const PAGE_BITS = 10;
const PAGE_ACCOUNTS = 1 << PAGE_BITS;
/** Flags that make a hub; they fit a byte. */
const HUB = FLAG.hub | FLAG.hubTold;
const PAGE_MASK = PAGE_ACCOUNTS - 1;

/** One page of records, seen through the views its fields need. */
export interface Page {
  readonly f64: Float64Array;
  readonly u32: Uint32Array;
  readonly u16: Uint16Array;
  readonly u8: Uint8Array;
}

/**
 * Records of all accounts, in pages of 1,024, allocated as accounts appear. Pages never move, so
 * growing costs nothing to those already there.
 */
export class Accounts {
  readonly pages: Page[] = [];
  #size = 0;
  /** The hub bits of all flags again, a byte each: asked of many accounts whose records nobody else needs. */
  #hubs = new Uint8Array(PAGE_ACCOUNTS);

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.pages.length * PAGE_ACCOUNTS * RECORD_BYTES;
  }

  /** Makes records 0..account exist. */
  ensure(account: number): void {
    if (account < this.#size) return;
    if (account >= this.#hubs.length) this.#widen(account);
    while (this.pages.length << PAGE_BITS <= account)
      this.pages.push(pageOver(new ArrayBuffer(PAGE_ACCOUNTS * RECORD_BYTES)));
    for (let a = this.#size; a <= account; a++) this.#blank(a);
    this.#size = account + 1;
  }

  page(account: number): Page {
    return this.pages[account >>> PAGE_BITS];
  }

  f64Base(account: number): number {
    return (account & PAGE_MASK) * F64_PER_RECORD;
  }

  u32Base(account: number): number {
    return (account & PAGE_MASK) * U32_PER_RECORD;
  }

  u16Base(account: number): number {
    return (account & PAGE_MASK) * U16_PER_RECORD;
  }

  u8Base(account: number): number {
    return (account & PAGE_MASK) * RECORD_BYTES;
  }

  /** Number in u32 field `field` of `account` (U in layout.ts). */
  u32(account: number, field: number): number {
    return this.page(account).u32[this.u32Base(account) + field];
  }

  /** Number in u16 field `field` of `account` (H in layout.ts). */
  u16(account: number, field: number): number {
    return this.page(account).u16[this.u16Base(account) + field];
  }

  f64(account: number, field: number): number {
    return this.page(account).f64[this.f64Base(account) + field];
  }

  hasFlag(account: number, flag: number): boolean {
    return (this.u32(account, U.flags) & flag) !== 0;
  }

  clearFlag(account: number, flag: number): void {
    this.page(account).u32[this.u32Base(account) + U.flags] &= ~flag;
    this.#hubs[account] = this.#hubs[account] & ~flag;
  }

  setFlag(account: number, flag: number): void {
    this.page(account).u32[this.u32Base(account) + U.flags] |= flag;
    this.#hubs[account] = this.#hubs[account] | (flag & HUB);
  }

  /** True if the account is a hub, recognised or told. */
  isHub(account: number): boolean {
    return this.#hubs[account] !== 0;
  }

  restore(pages: ArrayBuffer[], size: number): void {
    this.pages.length = 0;
    for (const buffer of pages) this.pages.push(pageOver(buffer));
    this.#size = size;
    this.#widen(size);
    for (let a = 0; a < size; a++) this.#hubs[a] = this.u32(a, U.flags) & HUB;
  }

  #widen(account: number): void {
    const wider = new Uint8Array(Math.max(account + 1, this.#hubs.length * 2));
    wider.set(this.#hubs);
    this.#hubs = wider;
  }

  #blank(account: number): void {
    const f = this.page(account).f64;
    const b = this.f64Base(account);
    f[b + F.firstAt] = Number.NaN;
    f[b + F.lastAt] = Number.NaN;
    f[b + F.openedAt] = Number.NaN;
    f[b + F.idleEndAt] = Number.NEGATIVE_INFINITY;
    f[b + F.justUnderAt] = Number.NEGATIVE_INFINITY;
    f[b + F.incomeMonth] = Number.NaN;
  }
}

function pageOver(buffer: ArrayBuffer): Page {
  return {
    f64: new Float64Array(buffer),
    u32: new Uint32Array(buffer),
    u16: new Uint16Array(buffer),
    u8: new Uint8Array(buffer),
  };
}
