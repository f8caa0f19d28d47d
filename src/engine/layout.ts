/**
 * The layout of one account's record: one contiguous block, so that a transfer touches few cache lines.
 * Offsets are in elements of the view they belong to; the record starts at `base * <elements per record>`.
 *
 *   f64    0..63   bucket sums: window w, in at w*16 .. +7, out at w*16+8 .. +15
 *         64..71   window totals: in[4], out[4]
 *         72..75   number of the newest bucket of each window
 *         76..95   scalars and the dwell histogram (below)
 *   u32  192..223  counters, block handles, flags (below)
 *   u16  448..511  bucket counts, laid out like the sums
 *   u8  1024..1055 registers of the counterparty sketch
 */
export const RECORD_BYTES = 1056;
export const F64_PER_RECORD = RECORD_BYTES / 8;
export const U32_PER_RECORD = RECORD_BYTES / 4;
export const U16_PER_RECORD = RECORD_BYTES / 2;

export const WINDOW_COUNT = 4;
/** A window slides in eighths: it covers between 7/8 and the whole of its nominal span. */
export const BUCKETS = 8;

/** f64 fields */
export const F = {
  sums: 0,
  sumIn: 64,
  sumOut: 68,
  bucket: 72,
  firstAt: 76,
  lastAt: 77,
  openedAt: 78,
  inTotal: 79,
  outTotal: 80,
  idleMs: 81,
  idleEndAt: 82,
  justUnderAt: 83,
  incomeMonth: 84,
  bornAt: 85,
  purchaseOut: 86,
  /** Known money ever passed on (not spent), by how long it had rested: see DWELL_EDGES_MS. */
  dwell: 88,
} as const;

/** u32 fields, from the start of the record */
export const U = {
  inCount: 192,
  outCount: 193,
  countIn: 194,
  countOut: 198,
  lotBlock: 202,
  lotMeta: 203,
  payerBlock: 204,
  payerMeta: 205,
  payeeBlock: 206,
  payeeMeta: 207,
  flags: 208,
  ownerAccounts: 209,
  deviceAccounts: 210,
  lastDevice: 211,
  justUnder: 212,
  night: 213,
  round: 214,
  counterparties: 215,
  /** Payments in which the account was the till, the employer or the cash desk. */
  served: 216,
  /** Payments out by a channel that the file tells. */
  toldOut: 217,
} as const;

/** u16 fields */
export const COUNTS_U16 = 448;
/** u8 fields */
export const SKETCH_U8 = 1024;
export const SKETCH_REGISTERS = 32;

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
