import { type Clock, momentOf } from './clock.ts';
import type { Flows } from './model.ts';
import { MomentOrder } from './moment-order.ts';

/**
 * Which money left with which payment: every account pays its oldest money first (Clayton's case). A link says
 * that `amountMinor` of the payment `debit` came with the payment `credit` and rested `heldMs` in between.
 * A hub (shop, utility, the outside) keeps no queue: nothing is ever linked through it.
 *
 * For every transfer t: its links as a debit + unknownMinor[t] = amount; its links as a credit + restMinor[t] = amount.
 */
export interface MoneyLinks {
  readonly flows: Flows;
  readonly clock: Clock;
  readonly hubs: ReadonlySet<number>;
  /** Accounts, by index 0 .. accounts - 1. */
  readonly accounts: number;
  readonly count: number;
  readonly credit: Uint32Array;
  readonly debit: Uint32Array;
  readonly amountMinor: Float64Array;
  /** >= 0; whole days when the input has days only. */
  readonly heldMs: Float64Array;
  /** Links of debit d: debitFrom[d] .. debitTo[d], oldest money first. */
  readonly debitFrom: Uint32Array;
  readonly debitTo: Uint32Array;
  /** Links of credit c: byCredit[creditFrom[c] .. creditFrom[c + 1]], as they left. */
  readonly creditFrom: Uint32Array;
  readonly byCredit: Uint32Array;
  /** Part of a debit that was there before the data began. */
  readonly unknownMinor: Float64Array;
  /** Part of a credit that has not left by the end of the data (all of it in a hub). */
  readonly restMinor: Float64Array;
  /** Place of a transfer in the order the money moved; links only run from a smaller to a larger place. */
  readonly place: Uint32Array;
}

/** Links all money of `flows` (in time order). One pass; at most two links a transfer. */
export function linkMoney(flows: Flows, hubs: ReadonlySet<number>, clock: Clock): MoneyLinks {
  const accounts = accountsIn(flows);
  const isHub = new Uint8Array(accounts);
  for (const hub of hubs) if (hub < accounts) isHub[hub] = 1;
  const queues = new Queues(flows, clock, accounts, isHub);
  const order = new MomentOrder(flows, accounts, isHub);
  const place = new Uint32Array(flows.count);
  const sorted = Uint32Array.from({ length: flows.count }, (_, t) => t);
  for (let start = 0; start < flows.count; ) {
    const moment = momentOf(flows.at[start], clock);
    let end = start + 1;
    while (end < flows.count && momentOf(flows.at[end], clock) === moment) end++;
    if (end < flows.count && flows.at[end] < flows.at[end - 1])
      throw new RangeError(`flows must be in time order (row ${end})`);
    const group = sorted.subarray(start, end);
    order.arrange(group, queues.balance);
    for (let i = 0; i < group.length; i++) {
      place[group[i]] = start + i;
      queues.move(group[i]);
    }
    start = end;
  }
  return { flows, clock, hubs, accounts, place, ...queues.finish() };
}

export function accountsIn(flows: Flows): number {
  let last = -1;
  for (let t = 0; t < flows.count; t++) last = Math.max(last, flows.payer[t], flows.payee[t]);
  return last + 1;
}

/** The queue of unspent credits of every account, as lists through the transfers. */
class Queues {
  readonly balance: Float64Array;
  readonly #flows: Flows;
  readonly #clock: Clock;
  readonly #isHub: Uint8Array;
  /** By account: oldest and newest unspent credit + 1, 0 = none; by credit: the next one + 1. */
  readonly #head: Uint32Array;
  readonly #tail: Uint32Array;
  readonly #next: Uint32Array;
  readonly #rest: Float64Array;
  readonly #unknown: Float64Array;
  readonly #credit: Uint32Array;
  readonly #debit: Uint32Array;
  readonly #amount: Float64Array;
  readonly #held: Float64Array;
  readonly #debitFrom: Uint32Array;
  readonly #debitTo: Uint32Array;
  #count = 0;

  constructor(flows: Flows, clock: Clock, accounts: number, isHub: Uint8Array) {
    const n = flows.count;
    this.#flows = flows;
    this.#clock = clock;
    this.#isHub = isHub;
    this.balance = new Float64Array(accounts);
    this.#head = new Uint32Array(accounts);
    this.#tail = new Uint32Array(accounts);
    this.#next = new Uint32Array(n);
    this.#rest = new Float64Array(n);
    this.#unknown = new Float64Array(n);
    this.#debitFrom = new Uint32Array(n);
    this.#debitTo = new Uint32Array(n);
    // A link ends a credit or a debit, so there are never more than both together.
    this.#credit = new Uint32Array(2 * n);
    this.#debit = new Uint32Array(2 * n);
    this.#amount = new Float64Array(2 * n);
    this.#held = new Float64Array(2 * n);
  }

  move(t: number): void {
    const payer = this.#flows.payer[t];
    const payee = this.#flows.payee[t];
    const amount = this.#flows.amountMinor[t];
    this.#debitFrom[t] = this.#count;
    if (this.#isHub[payer] === 1) this.#unknown[t] = amount;
    else this.#pay(t, payer, amount);
    this.#debitTo[t] = this.#count;
    this.#rest[t] = amount;
    if (this.#isHub[payee] === 1) return;
    if (this.#head[payee] === 0) this.#head[payee] = t + 1;
    else this.#next[this.#tail[payee] - 1] = t + 1;
    this.#tail[payee] = t + 1;
    this.balance[payee] += amount;
  }

  #pay(t: number, account: number, amount: number): void {
    const now = momentOf(this.#flows.at[t], this.#clock);
    let left = amount;
    while (left > 0 && this.#head[account] !== 0) {
      const lot = this.#head[account] - 1;
      const taken = Math.min(left, this.#rest[lot]);
      const link = this.#count++;
      this.#credit[link] = lot;
      this.#debit[link] = t;
      this.#amount[link] = taken;
      this.#held[link] = now - momentOf(this.#flows.at[lot], this.#clock);
      this.#rest[lot] -= taken;
      left -= taken;
      if (this.#rest[lot] === 0) this.#head[account] = this.#next[lot];
    }
    this.#unknown[t] = left;
    this.balance[account] -= amount - left;
  }

  finish(): Omit<MoneyLinks, 'flows' | 'clock' | 'hubs' | 'accounts' | 'place'> {
    const count = this.#count;
    const credit = this.#credit.subarray(0, count);
    const creditFrom = new Uint32Array(this.#flows.count + 1);
    for (let link = 0; link < count; link++) creditFrom[credit[link] + 1]++;
    for (let t = 0; t < this.#flows.count; t++) creditFrom[t + 1] += creditFrom[t];
    const byCredit = new Uint32Array(count);
    const fill = creditFrom.slice(0, this.#flows.count);
    for (let link = 0; link < count; link++) byCredit[fill[credit[link]]++] = link;
    return {
      count,
      credit,
      debit: this.#debit.subarray(0, count),
      amountMinor: this.#amount.subarray(0, count),
      heldMs: this.#held.subarray(0, count),
      debitFrom: this.#debitFrom,
      debitTo: this.#debitTo,
      creditFrom,
      byCredit,
      unknownMinor: this.#unknown,
      restMinor: this.#rest,
    };
  }
}
