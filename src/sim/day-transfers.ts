/**
 * Transfers of one day as growing columns. Rows may be added in any order; `sorted` puts them in time
 * order. Rows of one second are ordered by their content, never by who added them: an order of adding
 * would tell planned crime from daily life.
 */
export interface DayTransfers {
  readonly count: number;
  /** Rows of all days before this one: row i of the day is transfer `first + i` of the world. */
  readonly first: number;
  /** Epoch ms UTC, whole seconds. */
  readonly at: Float64Array;
  /** Indexes into SimWorld.accounts. */
  readonly payer: Uint32Array;
  readonly payee: Uint32Array;
  readonly amountMinor: Float64Array;
  /** Codes of domain CHANNELS and PURPOSES. */
  readonly channel: Uint8Array;
  readonly purpose: Uint8Array;
  /** Index into SimWorld.devices. */
  readonly device: Uint32Array;
  /** Code of SIM_TYPOLOGIES; 0 = honest. */
  readonly typology: Uint8Array;
  readonly ring: Uint32Array;
}

const FIRST_CAPACITY = 64;
const SECOND_MS = 1000;
/** Sort key: second of the day (17 bits), hash (12 bits), row (24 bits): exact in a double. */
const ROW_SPAN = 2 ** 24;
const HASH_SPAN = 2 ** 12;

export class DayColumns {
  count = 0;
  at = new Float64Array(FIRST_CAPACITY);
  payer = new Uint32Array(FIRST_CAPACITY);
  payee = new Uint32Array(FIRST_CAPACITY);
  amountMinor = new Float64Array(FIRST_CAPACITY);
  channel = new Uint8Array(FIRST_CAPACITY);
  purpose = new Uint8Array(FIRST_CAPACITY);
  device = new Uint32Array(FIRST_CAPACITY);
  typology = new Uint8Array(FIRST_CAPACITY);
  ring = new Uint32Array(FIRST_CAPACITY);

  /** Adds a row; `at` is cut to whole seconds, as banks record it. */
  push(
    at: number,
    payer: number,
    payee: number,
    amountMinor: number,
    channel: number,
    purpose: number,
    device: number,
    typology = 0,
    ring = 0,
  ): void {
    const i = this.count;
    if (i === this.at.length) this.#grow();
    this.at[i] = at - (at % SECOND_MS);
    this.payer[i] = payer;
    this.payee[i] = payee;
    this.amountMinor[i] = amountMinor;
    this.channel[i] = channel;
    this.purpose[i] = purpose;
    this.device[i] = device;
    this.typology[i] = typology;
    this.ring[i] = ring;
    this.count = i + 1;
  }

  append(other: DayColumns): void {
    for (let i = 0; i < other.count; i++)
      this.push(
        other.at[i],
        other.payer[i],
        other.payee[i],
        other.amountMinor[i],
        other.channel[i],
        other.purpose[i],
        other.device[i],
        other.typology[i],
        other.ring[i],
      );
  }

  /** The rows in time order; `dayStart` is the earliest possible `at`. */
  sorted(dayStart: number, first: number): DayTransfers {
    const n = this.count;
    if (n >= ROW_SPAN) throw new RangeError(`${n} transfers in one day are more than ${ROW_SPAN}`);
    const keys = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const second = (this.at[i] - dayStart) / SECOND_MS;
      keys[i] = (second * HASH_SPAN + this.#hash(i)) * ROW_SPAN + i;
    }
    keys.sort();
    const out = {
      count: n,
      first,
      at: new Float64Array(n),
      payer: new Uint32Array(n),
      payee: new Uint32Array(n),
      amountMinor: new Float64Array(n),
      channel: new Uint8Array(n),
      purpose: new Uint8Array(n),
      device: new Uint32Array(n),
      typology: new Uint8Array(n),
      ring: new Uint32Array(n),
    };
    for (let to = 0; to < n; to++) {
      const from = keys[to] % ROW_SPAN;
      out.at[to] = this.at[from];
      out.payer[to] = this.payer[from];
      out.payee[to] = this.payee[from];
      out.amountMinor[to] = this.amountMinor[from];
      out.channel[to] = this.channel[from];
      out.purpose[to] = this.purpose[from];
      out.device[to] = this.device[from];
      out.typology[to] = this.typology[from];
      out.ring[to] = this.ring[from];
    }
    return out;
  }

  #hash(i: number): number {
    const mixed = Math.imul(this.payer[i] ^ Math.imul(this.payee[i], 0x9e3779b1), 0x85ebca6b);
    return ((mixed ^ (mixed >>> 15)) + this.amountMinor[i]) & (HASH_SPAN - 1);
  }

  #grow(): void {
    const capacity = this.at.length * 2;
    const wider = <T extends Float64Array | Uint32Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.at = wider(this.at, new Float64Array(capacity));
    this.payer = wider(this.payer, new Uint32Array(capacity));
    this.payee = wider(this.payee, new Uint32Array(capacity));
    this.amountMinor = wider(this.amountMinor, new Float64Array(capacity));
    this.channel = wider(this.channel, new Uint8Array(capacity));
    this.purpose = wider(this.purpose, new Uint8Array(capacity));
    this.device = wider(this.device, new Uint32Array(capacity));
    this.typology = wider(this.typology, new Uint8Array(capacity));
    this.ring = wider(this.ring, new Uint32Array(capacity));
  }
}
