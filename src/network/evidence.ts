import type { AccountFlows } from './account-flows.ts';
import { DAY_MS } from './clock.ts';
import type { Flows } from './model.ts';
import { ramp } from './ramp.ts';
import { type Suspicion, TRANSFER_SCORE_MIN } from './suspicion.ts';

/** Half the window in which a payment is compared with the rest of an account's suspicious money. */
const AROUND_MS = 14 * DAY_MS;
/** A transfer's own score proves nothing at lo and all at hi. */
const CERTAIN = { lo: 40, hi: 100 };
/** What an unscored payment proves at most: between two suspects, and between a suspect and somebody else. */
const BOTH_SUSPECT = 0.6;
const ONE_SUSPECT = 0.4;
/**
 * A card that sends all it has to a supplier is tied to it although it is one card of twenty there: the share on the
 * side where it is larger weighs most.
 */
const LARGER_SIDE = 0.8;

/**
 * How strongly transfers tie their two accounts together. A transfer that scored high by itself speaks with its
 * score; all others of a pair together with the share that their suspicious money is of all such money the payer
 * paid, and the payee received, in the four weeks around.
 */
export class Evidence {
  readonly #flows: Flows;
  readonly #suspicion: Suspicion;
  readonly #strength: Float32Array;
  /** By transfer: suspicious money of its payer to its payee in the weeks around it. */
  readonly #pairAround: Float64Array;
  readonly #paid: RunningSums;
  readonly #received: RunningSums;

  /** `strength`: by account, 0..1, how much its own score counts; 0 of an account nobody suspects. */
  constructor(flows: Flows, index: AccountFlows, suspicion: Suspicion, strength: Float32Array) {
    this.#flows = flows;
    this.#suspicion = suspicion;
    this.#strength = strength;
    this.#pairAround = pairSums(flows, index, suspicion.minor);
    this.#paid = new RunningSums(flows.at, suspicion.minor, index.out, index.outFrom);
    this.#received = new RunningSums(flows.at, suspicion.minor, index.in, index.inFrom);
  }

  /** 0..1, the score of a transfer that scored high by itself; 0 of any other. */
  scored(t: number): number {
    const counts = this.#suspicion.minor[t] > 0 && this.#flows.score[t] >= TRANSFER_SCORE_MIN;
    return counts ? ramp(this.#flows.score[t], CERTAIN) : 0;
  }

  /** 0..1, what the pair of a transfer proves by its share of the business around it. */
  share(t: number): number {
    const minor = this.#suspicion.minor[t];
    if (minor === 0) return 0;
    const payer = this.#flows.payer[t];
    const payee = this.#flows.payee[t];
    const at = this.#flows.at[t];
    const pair = this.#pairAround[t];
    const ofPaid = pair / this.#paid.between(payer, at - AROUND_MS, at + AROUND_MS);
    const ofReceived = pair / this.#received.between(payee, at - AROUND_MS, at + AROUND_MS);
    const ends = [this.#strength[payer], this.#strength[payee]];
    const both = Math.min(...ends) > 0;
    const strength = both ? Math.sqrt(ends[0] * ends[1]) : Math.max(...ends);
    // What a pair does all the time was lessened: it is a large share only of what is suspicious anyway.
    const unusual = minor / this.#flows.amountMinor[t];
    const larger = Math.max(ofPaid, ofReceived);
    const smaller = Math.min(ofPaid, ofReceived);
    return (
      (both ? BOTH_SUSPECT : ONE_SUSPECT) *
      strength *
      unusual *
      (LARGER_SIDE * larger + (1 - LARGER_SIDE) * smaller)
    );
  }

  /** Suspicious money the account paid and received in the span, epoch ms, both included. */
  business(account: number, from: number, to: number): number {
    return this.#paid.between(account, from, to) + this.#received.between(account, from, to);
  }
}

/** All the evidence between two accounts, or between one and a group, put together. */
export class Pull {
  #doubt = 1;
  #share = 0;

  add(evidence: Evidence, t: number): void {
    this.#doubt *= 1 - evidence.scored(t);
    this.#share = Math.max(this.#share, evidence.share(t));
  }

  /** 0..1: scored transfers and the share joined as independent chances. */
  get weight(): number {
    return 1 - this.#doubt * (1 - this.#share);
  }
}

/** By transfer: sum of `minor` over what its payer paid its payee in the weeks around it. */
function pairSums(
  { count, at, payee }: Flows,
  { accounts, out, outFrom }: AccountFlows,
  minor: Float64Array,
): Float64Array {
  const sums = new Float64Array(count);
  for (let account = 0; account < accounts; account++) {
    const pairs = new Map<number, number[]>();
    for (let i = outFrom[account]; i < outFrom[account + 1]; i++) {
      if (minor[out[i]] === 0) continue;
      const pair = pairs.get(payee[out[i]]);
      if (pair === undefined) pairs.set(payee[out[i]], [out[i]]);
      else pair.push(out[i]);
    }
    for (const pair of pairs.values()) {
      let from = 0;
      let to = 0;
      let sum = 0;
      for (const t of pair) {
        while (to < pair.length && at[pair[to]] <= at[t] + AROUND_MS) sum += minor[pair[to++]];
        while (at[pair[from]] < at[t] - AROUND_MS) sum -= minor[pair[from++]];
        sums[t] = sum;
      }
    }
  }
  return sums;
}

/** Sums over the transfers of one account in a span of time. */
class RunningSums {
  readonly #at: Float64Array;
  readonly #minor: Float64Array;
  readonly #transfers: Uint32Array;
  readonly #from: Uint32Array;
  /** Sum of all before position i, over all accounts. */
  readonly #before: Float64Array;

  constructor(at: Float64Array, minor: Float64Array, transfers: Uint32Array, from: Uint32Array) {
    this.#at = at;
    this.#minor = minor;
    this.#transfers = transfers;
    this.#from = from;
    this.#before = new Float64Array(transfers.length + 1);
    for (let a = 0; a + 1 < from.length; a++) {
      // Each account begins at nought, so that sums stay exact.
      let sum = 0;
      for (let i = from[a]; i < from[a + 1]; i++) {
        this.#before[i] = sum;
        sum += minor[transfers[i]];
      }
    }
  }

  between(account: number, from: number, to: number): number {
    const start = this.#first(account, (at) => at >= from);
    const end = this.#first(account, (at) => at > to);
    if (start >= end) return 0;
    return this.#before[end - 1] + this.#minor[this.#transfers[end - 1]] - this.#before[start];
  }

  /** Position of the account's first transfer whose time `holds`. */
  #first(account: number, holds: (at: number) => boolean): number {
    let low = this.#from[account];
    let high = this.#from[account + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.#at[this.#transfers[middle]])) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
