/**
 * The layout of one account's record: one contiguous block of four cache lines, so that a transfer
 * touches few of them. Offsets are in elements of the view they belong to; the record starts at
 * `base * <elements per record>`. What grows with the account (windows, lots, counterparties) lies in
 * blocks that the record names.
 *
 *   f64    0..17   times, totals, the dwell histogram, told facts
 *   u32        36   birth
 *   u8   148..150  what is told of the customer: rating, linked accounts, cards
 *   u32   38..52   counters, block handles, flags
 *   u16  106..110  what says how full the blocks are, and a small counter
 *   u8   222..223  accounts of one owner, of one device
 *   u8   224..255  registers of the counterparty sketch
 */
export const RECORD_BYTES = 256;
export const F64_PER_RECORD = RECORD_BYTES / 8;
export const U32_PER_RECORD = RECORD_BYTES / 4;
export const U16_PER_RECORD = RECORD_BYTES / 2;

export const WINDOW_COUNT = 4;

/** f64 fields */
export const F = {
  firstAt: 0,
  lastAt: 1,
  inTotal: 2,
  outTotal: 3,
  idleMs: 4,
  idleEndAt: 5,
  justUnderAt: 6,
  purchaseOut: 7,
  /** Known money ever passed on (not spent), by how long it had rested: see DWELL_EDGES_MS. */
  dwell: 8,
  openedAt: 16,
  incomeMonth: 17,
} as const;

/** u32 fields, from the start of the record */
export const U = {
  /** See told-facts.ts. */
  born: 36,
  inCount: 38,
  outCount: 39,
  flags: 40,
  windowInBlock: 41,
  windowOutBlock: 42,
  lotBlock: 43,
  lotMeta: 44,
  payerBlock: 45,
  payeeBlock: 46,
  lastDevice: 47,
  night: 48,
  round: 49,
  counterparties: 50,
  /** Payments in which the account was the till, the employer or the cash desk. */
  served: 51,
  /** Payments out by a channel that the file tells. */
  toldOut: 52,
} as const;

/** u16 fields, from the start of the record. A meta word is (size class + 1) * 256 + entries; 0 = no block. */
export const H = {
  windowInMeta: 106,
  windowOutMeta: 107,
  payerMeta: 108,
  payeeMeta: 109,
  justUnder: 110,
} as const;

/** u8 fields, from the start of the record */
export const B = {
  /** See told-facts.ts. */
  rating: 148,
  linkedAccounts: 149,
  cards: 150,
  ownerAccounts: 222,
  deviceAccounts: 223,
  sketch: 224,
} as const;
export const SKETCH_REGISTERS = 32;

/** Size class of a block by its meta word. */
export const sizeOf = (meta: number): number => (meta >>> 8) - 1;
export const metaOf = (size: number, length: number): number => ((size + 1) << 8) | length;
/** Entries in use of a block by its meta word. */
export const lengthOf = (meta: number): number => meta & 0xff;

/** Bits of U.flags. Bits 8.. are taint marks, one per TAINTS entry. */
export const FLAG = {
  hub: 1,
  hubTold: 2,
  person: 4,
  notPerson: 8,
  seen: 16,
} as const;
export const MARK_SHIFT = 8;

/** Upper edges of the dwell histogram; the last slot holds what rested longer. */
export const DWELL_EDGES_MS = [
  60_000, 900_000, 3_600_000, 86_400_000, 259_200_000, 604_800_000, 2_419_200_000,
] as const;
export const DWELL_SLOTS = DWELL_EDGES_MS.length + 1;
