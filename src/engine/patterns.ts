import type { Accounts } from './accounts.ts';
import { type Counterparties, emptyView, find, PAYEES, PAYERS } from './counterparties.ts';
import { WINDOW_MS } from './features.ts';
import { isHub } from './hubs.ts';

/**
 * Shapes that need a look beyond the two accounts of a transfer. Each search is bounded by a budget of
 * table entries, never enters a hub, and counts what it did not walk. They run only when the pair is
 * new: money that goes the same way every month closes the same shape every month.
 */
const CYCLE_MAX = 6;
const CYCLE_BUDGET = 256;
const SCATTER_BUDGET = 256;
const SCATTER_PAYERS = 16;
const MONTH_SEC = WINDOW_MS[3] / 1000;

export interface CycleFound {
  /** Transfers in the cycle, the closing one included; 0 if none was found. */
  length: number;
  /** What the payee had sent into it, minor units (single precision). */
  sentMinor: number;
}

export class Patterns {
  readonly #accounts: Accounts;
  readonly #counterparties: Counterparties;
  /** Search stamp per account: when it was last visited. */
  #stamps = new Uint32Array(1024);
  #stamp = 0;
  readonly #view = emptyView();
  readonly #middle = emptyView();
  readonly #queue = new Uint32Array(CYCLE_BUDGET + 1);
  readonly #bound = new Uint32Array(CYCLE_BUDGET + 1);
  readonly #sources = new Uint32Array(SCATTER_PAYERS);
  readonly #widths = new Uint16Array(SCATTER_PAYERS);
  readonly cycle: CycleFound = { length: 0, sentMinor: 0 };
  /** Branches not taken: a hub stood there, or the budget was spent. */
  cut = 0;

  constructor(accounts: Accounts, counterparties: Counterparties) {
    this.#accounts = accounts;
    this.#counterparties = counterparties;
  }

  #nextStamp(): number {
    if (this.#stamps.length < this.#accounts.size) {
      const wider = new Uint32Array(Math.max(this.#accounts.size, this.#stamps.length * 2));
      wider.set(this.#stamps);
      this.#stamps = wider;
    }
    if (++this.#stamp === 0xffffffff) {
      this.#stamps.fill(0);
      this.#stamp = 1;
    }
    return this.#stamp;
  }

  /**
   * Looks for the shortest chain payee -> … -> payer whose payments follow each other in time within
   * 28 days before `atSec`; with payer -> payee it is a cycle. Breadth first, backwards from the payer.
   * A pair's last payment stands for all of its payments, so a cycle can be missed, never invented.
   */
  findCycle(payer: number, payee: number, atSec: number): CycleFound {
    this.cycle.length = 0;
    this.cycle.sentMinor = 0;
    const stamp = this.#nextStamp();
    this.#queue[0] = payer;
    this.#bound[0] = atSec;
    this.#stamps[payer] = stamp;
    let head = 0;
    let tail = 1;
    let levelEnd = 1;
    let budget = CYCLE_BUDGET;
    for (let length = 2; length <= CYCLE_MAX && head < tail; length++, levelEnd = tail) {
      for (; head < levelEnd; head++) {
        const v = this.#counterparties.open(this.#queue[head]!, PAYERS, this.#view);
        const bound = this.#bound[head]!;
        for (let i = 0; i < v.length; i++) {
          if (--budget < 0) {
            this.cut++;
            return this.cycle;
          }
          const last = v.words[v.who + v.capacity + i]!;
          if (last > bound || atSec - last > MONTH_SEC) continue;
          const who = v.words[v.who + i]!;
          if (who === payee) {
            this.cycle.length = length;
            this.cycle.sentMinor = v.floats[v.who + 2 * v.capacity + i]!;
            return this.cycle;
          }
          if (this.#stamps[who] === stamp) continue;
          this.#stamps[who] = stamp;
          if (isHub(this.#accounts, who)) this.cut++;
          else if (tail < this.#queue.length) {
            this.#queue[tail] = who;
            this.#bound[tail++] = last;
          }
        }
      }
    }
    return this.cycle;
  }

  /**
   * How many accounts in the middle carry money from one source to `payee`: the greatest number, over
   * the sources that paid `payer` in the last 28 days, of payers of `payee` that the source also paid.
   * 0 when no source is shared.
   */
  scatterGatherWidth(payer: number, payee: number, atSec: number): number {
    const sources = this.#recentPayers(payer, atSec);
    if (sources === 0) return 0;
    this.#widths.fill(1, 0, sources);
    const v = this.#counterparties.open(payee, PAYERS, this.#view);
    let budget = SCATTER_BUDGET;
    for (let i = 0; i < v.length; i++) {
      const middle = v.words[v.who + i]!;
      const last = v.words[v.who + v.capacity + i]!;
      if (middle === payer || atSec - last > MONTH_SEC) continue;
      if (isHub(this.#accounts, middle)) {
        this.cut++;
        continue;
      }
      const m = this.#counterparties.open(middle, PAYERS, this.#middle);
      for (let s = 0; s < sources; s++) {
        if (--budget < 0) {
          this.cut++;
          return this.#widest(sources);
        }
        const at = find(m, this.#sources[s]!);
        if (at < 0) continue;
        const paidAt = m.words[m.who + m.capacity + at]!;
        if (paidAt <= last && atSec - paidAt <= MONTH_SEC) this.#widths[s]! += 1;
      }
    }
    return this.#widest(sources);
  }

  #recentPayers(account: number, atSec: number): number {
    const v = this.#counterparties.open(account, PAYERS, this.#view);
    let sources = 0;
    for (let i = v.length - 1; i >= 0 && sources < SCATTER_PAYERS; i--) {
      const who = v.words[v.who + i]!;
      if (atSec - v.words[v.who + v.capacity + i]! > MONTH_SEC) continue;
      if (isHub(this.#accounts, who)) this.cut++;
      else this.#sources[sources++] = who;
    }
    return sources;
  }

  #widest(sources: number): number {
    let widest = 0;
    for (let s = 0; s < sources; s++) widest = Math.max(widest, this.#widths[s]!);
    return widest > 1 ? widest : 0;
  }

  /** True when the payee has paid anybody but hubs lately: without that no cycle can close. */
  mayClose(payee: number, atSec: number): boolean {
    const v = this.#counterparties.open(payee, PAYEES, this.#view);
    for (let i = 0; i < v.length; i++)
      if (atSec - v.words[v.who + v.capacity + i]! <= MONTH_SEC) return true;
    return false;
  }
}
