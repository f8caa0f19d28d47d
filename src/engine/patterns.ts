import type { Accounts } from './accounts.ts';
import {
  type Counterparties,
  countFresh,
  emptyView,
  find,
  PAYEES,
  PAYERS,
} from './counterparties.ts';
import { WINDOW_MS } from './features.ts';
import { isHub } from './hubs.ts';

/**
 * Shapes that need a look beyond the two accounts of a transfer. Each search is bounded by a budget of
 * table entries, never enters a hub, and counts what it did not walk. They run only when the pair is
 * new: money that goes the same way every month closes the same shape every month.
 */
const CYCLE_MAX = 6;
/** Accounts looked into by one search for a cycle, and by one for a scatter-gather. */
const CYCLE_BUDGET = 24;
const CYCLE_QUEUE = 128;
const SCATTER_BUDGET = 16;
const SCATTER_PAYERS = 16;
/** Money that goes round keeps its size: a link of a cycle is between half and twice the closing sum. */
const CYCLE_LEAST = 0.5;
const CYCLE_MOST = 2;
const MONTH_SEC = WINDOW_MS[3] / 1000;
/** A source that deals out does so within days; two weeks hold the widest scatter of the sets we know. */
const FAN_OUT_DAYS = 14;

export interface CycleFound {
  /** Transfers in the cycle, the closing one included; 0 if none was found. */
  length: number;
  /** What the payee had sent into it, minor units (single precision). */
  sentMinor: number;
}

export class Patterns {
  readonly #accounts: Accounts;
  readonly #counterparties: Counterparties;
  readonly #view = emptyView();
  readonly #middle = emptyView();
  readonly #queue = new Uint32Array(CYCLE_QUEUE);
  readonly #bound = new Uint32Array(CYCLE_QUEUE);
  readonly #sources = new Uint32Array(SCATTER_PAYERS);
  readonly #widths = new Uint16Array(SCATTER_PAYERS);
  readonly cycle: CycleFound = { length: 0, sentMinor: 0 };
  /** Branches not taken: a hub stood there, or the budget was spent. */
  cut = 0;

  constructor(accounts: Accounts, counterparties: Counterparties) {
    this.#accounts = accounts;
    this.#counterparties = counterparties;
  }

  /**
   * Looks for the shortest chain payee -> … -> payer whose payments follow each other in time within
   * 28 days before `atSec` and are of the size of `amountMinor`; with payer -> payee it is a cycle.
   * Breadth first, backwards from the payer. A pair's last payment stands for all of its payments and
   * an account is looked into once, so a cycle can be missed, never invented.
   */
  findCycle(payer: number, payee: number, atSec: number, amountMinor: number): CycleFound {
    this.cycle.length = 0;
    this.cycle.sentMinor = 0;
    this.#queue[0] = payer;
    this.#bound[0] = atSec;
    let head = 0;
    let tail = 1;
    let levelEnd = 1;
    let budget = CYCLE_BUDGET;
    for (let length = 2; length <= CYCLE_MAX && head < tail; length++, levelEnd = tail)
      for (; head < levelEnd; head++) {
        const here = this.#queue[head];
        // Asked when it is its turn, not when it is met: most that are met never come to their turn.
        if (isHub(this.#accounts, here) || --budget < 0) {
          this.cut++;
          if (budget < 0) return this.cycle;
          continue;
        }
        const v = this.#counterparties.open(here, PAYERS, this.#view);
        const bound = this.#bound[head];
        for (let i = 0; i < v.length; i++) {
          const last = v.words[v.who + v.capacity + i];
          if (last > bound || atSec - last > MONTH_SEC) continue;
          const sent = v.floats[v.who + 2 * v.capacity + i];
          if (sent < amountMinor * CYCLE_LEAST || sent > amountMinor * CYCLE_MOST) continue;
          const who = v.words[v.who + i];
          if (who === payee) {
            this.cycle.length = length;
            this.cycle.sentMinor = sent;
            return this.cycle;
          }
          if (tail < CYCLE_QUEUE && !this.#queued(who, tail)) {
            this.#queue[tail] = who;
            this.#bound[tail++] = last;
          }
        }
      }
    return this.cycle;
  }

  #queued(account: number, tail: number): boolean {
    for (let i = 0; i < tail; i++) if (this.#queue[i] === account) return true;
    return false;
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
      const middle = v.words[v.who + i];
      const last = v.words[v.who + v.capacity + i];
      if (middle === payer || atSec - last > MONTH_SEC) continue;
      if (isHub(this.#accounts, middle) || --budget < 0) {
        this.cut++;
        if (budget < 0) break;
        continue;
      }
      const m = this.#counterparties.open(middle, PAYERS, this.#middle);
      for (let s = 0; s < sources; s++) {
        const at = find(m, this.#sources[s]);
        if (at < 0) continue;
        const paidAt = m.words[m.who + m.capacity + at];
        if (paidAt <= last && atSec - paidAt <= MONTH_SEC) this.#widths[s] += 1;
      }
    }
    return this.#widest(sources);
  }

  /**
   * How widely a source of the payer deals out: the most accounts that one of the payers of `payer` of the last 28
   * days paid for the first time within 14 days. Looks at as many payers as a scatter-gather does.
   */
  sourceFanOut(payer: number, atSec: number): number {
    const sources = this.#recentPayers(payer, atSec);
    let widest = 0;
    for (let s = 0; s < sources; s++) {
      const source = this.#sources[s];
      if (isHub(this.#accounts, source)) continue;
      const v = this.#counterparties.open(source, PAYEES, this.#middle);
      if (v.length > widest) widest = Math.max(widest, countFresh(v, atSec, FAN_OUT_DAYS));
    }
    return widest;
  }

  #recentPayers(account: number, atSec: number): number {
    const v = this.#counterparties.open(account, PAYERS, this.#view);
    let sources = 0;
    for (let i = v.length - 1; i >= 0 && sources < SCATTER_PAYERS; i--) {
      const who = v.words[v.who + i];
      if (atSec - v.words[v.who + v.capacity + i] > MONTH_SEC) continue;
      // A hub among the sources joins strangers; it is left out when a width comes of it.
      this.#sources[sources++] = who;
    }
    return sources;
  }

  #widest(sources: number): number {
    let widest = 0;
    for (let s = 0; s < sources; s++) {
      if (this.#widths[s] <= widest) continue;
      if (isHub(this.#accounts, this.#sources[s])) this.cut++;
      else widest = this.#widths[s];
    }
    return widest > 1 ? widest : 0;
  }

  /** True when the payee has paid somebody a sum of this size lately: without that no cycle can close. */
  mayClose(payee: number, atSec: number, amountMinor: number): boolean {
    const v = this.#counterparties.open(payee, PAYEES, this.#view);
    for (let i = 0; i < v.length; i++) {
      const sent = v.floats[v.who + 2 * v.capacity + i];
      if (sent < amountMinor * CYCLE_LEAST || sent > amountMinor * CYCLE_MOST) continue;
      if (atSec - v.words[v.who + v.capacity + i] <= MONTH_SEC) return true;
    }
    return false;
  }
}
