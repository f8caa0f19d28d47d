import { TAINTS } from '../domain/taint.ts';

/** How long money may rest and still count as handed over quickly: 24 h; whole days in a file without a clock. */
export const QUICK_MS = 86_400_000;

/** Upper edges of the shares a debit reports: within 1 min, 15 min, 1 h, 24 h. */
export const HELD_EDGES_MS = [60_000, 900_000, 3_600_000, 86_400_000] as const;

/**
 * What is known of the money of one debit: the small header that travels with a payment and names nobody.
 * Amounts are minor units of the debit; every part is <= amountMinor.
 */
export interface Provenance {
  amountMinor: number;
  /** Part whose arrival was seen; the rest was there before the data began. */
  knownMinor: number;
  /** Sum over the known part of amount x rest, minor units x ms. */
  heldMsMinor: number;
  /** Known part that rested no longer than each of HELD_EDGES_MS. */
  heldMinor: [number, number, number, number];
  /** Quick hand-overs behind this money, amount-weighted, this debit's own rest included. */
  hops: number;
  /** Distinct first payers: a 64-bit linear counter in two words. */
  originsLow: number;
  originsHigh: number;
  /** Part that descends from something known, by TAINTS. */
  taintMinor: number[];
}

export function emptyProvenance(): Provenance {
  return {
    amountMinor: 0,
    knownMinor: 0,
    heldMsMinor: 0,
    heldMinor: [0, 0, 0, 0],
    hops: 0,
    originsLow: 0,
    originsHigh: 0,
    taintMinor: TAINTS.map(() => 0),
  };
}

export function resetProvenance(p: Provenance, amountMinor: number): void {
  p.amountMinor = amountMinor;
  p.knownMinor = 0;
  p.heldMsMinor = 0;
  for (let e = 0; e < p.heldMinor.length; e++) p.heldMinor[e] = 0;
  p.hops = 0;
  p.originsLow = 0;
  p.originsHigh = 0;
  for (let c = 0; c < p.taintMinor.length; c++) p.taintMinor[c] = 0;
}

/** Marks `account` as a first payer of this money. */
export function addOrigin(p: Provenance, account: number): void {
  const bit = mix(account) & 63;
  if (bit < 32) p.originsLow = (p.originsLow | (1 << bit)) >>> 0;
  else p.originsHigh = (p.originsHigh | (1 << (bit - 32))) >>> 0;
}

/**
 * Distinct first payers, estimated by linear counting (Whang et al. 1990): 64 ln(64 / zero bits).
 * Within one of the truth up to about 15, within a fifth up to about 100; 266 is the most it can say.
 */
export function originsOf(p: Provenance): number {
  const zeros = 64 - popcount(p.originsLow) - popcount(p.originsHigh);
  return ESTIMATE[zeros];
}

const ESTIMATE = Float64Array.from({ length: 65 }, (_, zeros) =>
  Math.round(64 * Math.log(64 / Math.max(1, zeros))),
);

function popcount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Spreads an account index over 32 bits (the finaliser of MurmurHash3). */
export function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
