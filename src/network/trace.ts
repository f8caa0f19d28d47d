import { apportion } from './apportion.ts';
import type { MoneyLinks } from './fifo.ts';
import { MinHeap } from './min-heap.ts';

/** Why traced money was not followed further from an account. */
export const TRACE_ENDS = [
  'rests', // down: still here at the end of the data; up: was here before the data began
  'hub', // a shop, a utility, the outside: never walked through
  'hops', // the limit of hops
  'floor', // too little to follow
  'slow', // rested longer than heldMsMax
  'home', // came back to the account the trace began at
  'until', // reached what the caller wanted to reach
  'unseen', // the caller does not know what this account paid (down) or received (up)
] as const;
export type TraceEnd = (typeof TRACE_ENDS)[number];

export interface TraceOptions {
  /** Transfers away from the start; default 8. */
  hopsMax?: number;
  /** A payment that carries less traced money than this is not followed further; minor units, default 0. */
  floorMinor?: number;
  /** Money that rested longer than this is not followed further; default: any rest. */
  heldMsMax?: number;
  /** Accounts where the money stops because they are what is looked for. */
  until?: (account: number) => boolean;
  /** Accounts of which not all transfers are among the links: what comes to them cannot be followed further. */
  unseen?: (account: number) => boolean;
  /** Epoch ms: money that came before (up) was there already. Default: the beginning of the data. */
  since?: number;
}

/** What reached one account (down) or came from it (up). */
export interface Visit {
  /**
   * Traced money that passed the account, in minor units, by hop (index 1 .. hopsMax). Money that goes round
   * in a circle passes an account more than once and counts each time; use `until` to count it once.
   */
  byHop: Float64Array;
  minor: number;
  /** Part of it that was followed no further, by TRACE_ENDS. */
  endedMinor: Float64Array;
  firstAt: number;
  lastAt: number;
}

/** Conservation: startedMinor = the sum of endedMinor over all accounts, to the last minor unit. */
export interface Trace {
  startedMinor: number;
  accounts: Map<number, Visit>;
  /** Transfer -> traced money it carried, in minor units; never more than its amount. */
  transfers: Map<number, number>;
  /** Payments not followed because they met a hub, the hop limit or the floor. */
  cut: number;
}

/** A transfer to begin with, and how much of it. What is traced to here from another start does not start again. */
export interface TraceStart {
  transfer: number;
  minor: number;
}

/** Where the money of these payments went. */
export function traceDown(
  links: MoneyLinks,
  starts: readonly TraceStart[],
  options: TraceOptions = {},
): Trace {
  return new Sweep(links, 'down', options, Number.NaN).run(starts);
}

/** Where the money of these payments came from. */
export function traceUp(
  links: MoneyLinks,
  starts: readonly TraceStart[],
  options: TraceOptions = {},
): Trace {
  return new Sweep(links, 'up', options, Number.NaN).run(starts);
}

/** Where the money of `paid`, payments by `account`, went. Money that comes back to it ends there. */
export function traceDownFrom(
  links: MoneyLinks,
  account: number,
  paid: Iterable<number>,
  options: TraceOptions = {},
): Trace {
  return new Sweep(links, 'down', options, account).run(whole(links, paid));
}

/** Where the money of `received`, payments to `account`, came from. */
export function traceUpFrom(
  links: MoneyLinks,
  account: number,
  received: Iterable<number>,
  options: TraceOptions = {},
): Trace {
  return new Sweep(links, 'up', options, account).run(whole(links, received));
}

function whole({ flows }: MoneyLinks, transfers: Iterable<number>): TraceStart[] {
  return Array.from(transfers, (transfer) => ({ transfer, minor: flows.amountMinor[transfer] }));
}

/**
 * One walk over the links in the order the money moved (down) or against it (up). Every transfer is handled
 * once, after everything that can bring traced money to it: near-linear in the links met, no paths listed.
 */
class Sweep {
  readonly #links: MoneyLinks;
  readonly #down: boolean;
  readonly #home: number;
  readonly #hopsMax: number;
  readonly #floorMinor: number;
  readonly #heldMsMax: number;
  readonly #until: ((account: number) => boolean) | undefined;
  readonly #unseen: ((account: number) => boolean) | undefined;
  readonly #since: number;
  /** Traced money of a transfer that is still to be handled, by hop. */
  readonly #waiting = new Map<number, { transfer: number; byHop: Float64Array }>();
  readonly #starts = new Map<number, number>();
  readonly #queue = new MinHeap();
  readonly #trace: Trace = { startedMinor: 0, accounts: new Map(), transfers: new Map(), cut: 0 };

  constructor(links: MoneyLinks, way: 'down' | 'up', options: TraceOptions, home: number) {
    this.#links = links;
    this.#down = way === 'down';
    this.#home = home;
    this.#hopsMax = options.hopsMax ?? 8;
    this.#floorMinor = options.floorMinor ?? 0;
    this.#heldMsMax = options.heldMsMax ?? Number.POSITIVE_INFINITY;
    this.#until = options.until;
    this.#unseen = options.unseen;
    this.#since = options.since ?? Number.NEGATIVE_INFINITY;
  }

  run(starts: readonly TraceStart[]): Trace {
    for (const { transfer, minor } of starts) {
      if (minor <= 0) continue;
      if (minor > this.#links.flows.amountMinor[transfer])
        throw new RangeError(`transfer ${transfer} cannot start with ${minor}`);
      if (this.#starts.has(transfer)) throw new RangeError(`transfer ${transfer} starts twice`);
      this.#starts.set(transfer, minor);
      this.#due(transfer);
    }
    while (this.#queue.size > 0) {
      const key = this.#queue.pop();
      const due = this.#waiting.get(key);
      this.#waiting.delete(key);
      if (due !== undefined) this.#handle(due.transfer, due.byHop);
    }
    return this.#trace;
  }

  #key(transfer: number): number {
    const place = this.#links.place[transfer];
    return this.#down ? place : -place;
  }

  /** The traced money waiting at a transfer, by hop. */
  #due(transfer: number): Float64Array {
    const key = this.#key(transfer);
    let due = this.#waiting.get(key);
    if (due === undefined) {
      due = { transfer, byHop: new Float64Array(this.#hopsMax + 1) };
      this.#waiting.set(key, due);
      this.#queue.push(key);
    }
    return due.byHop;
  }

  /** Adds what starts here, unless it is money that was traced to here already. */
  #start(transfer: number, byHop: Float64Array): void {
    const wanted = this.#starts.get(transfer);
    if (wanted === undefined) return;
    const arrived = byHop.reduce((sum, part) => sum + part, 0);
    const fresh = Math.min(wanted, this.#links.flows.amountMinor[transfer] - arrived);
    byHop[1] += fresh;
    this.#trace.startedMinor += fresh;
  }

  #handle(transfer: number, byHop: Float64Array): void {
    const { flows, hubs } = this.#links;
    const account = this.#down ? flows.payee[transfer] : flows.payer[transfer];
    this.#start(transfer, byHop);
    const minor = byHop.reduce((sum, part) => sum + part, 0);
    this.#trace.transfers.set(transfer, minor);
    const visit = this.#visit(account, flows.at[transfer]);
    for (let hop = 1; hop < byHop.length; hop++) visit.byHop[hop] += byHop[hop];
    visit.minor += minor;
    const end = this.#endAt(account, minor, hubs);
    if (end !== null) {
      visit.endedMinor[TRACE_ENDS.indexOf(end)] += minor;
      if (end === 'hub' || end === 'floor') this.#trace.cut++;
      return;
    }
    const atLimit = byHop[this.#hopsMax];
    if (atLimit > 0) {
      visit.endedMinor[TRACE_ENDS.indexOf('hops')] += atLimit;
      this.#trace.cut++;
    }
    if (minor === atLimit) return;
    if (this.#unseen?.(account) === true)
      visit.endedMinor[TRACE_ENDS.indexOf('unseen')] += minor - atLimit;
    else this.#passOn(transfer, byHop, visit);
  }

  #endAt(account: number, minor: number, hubs: ReadonlySet<number>): TraceEnd | null {
    if (account === this.#home) return 'home';
    if (this.#until?.(account) === true) return 'until';
    if (hubs.has(account)) return 'hub';
    return minor < this.#floorMinor ? 'floor' : null;
  }

  /** Shares what a payment carries over its links and what stayed, hop by hop, pro rata. */
  #passOn(transfer: number, byHop: Float64Array, visit: Visit): void {
    const links = this.#links;
    const from = this.#down ? links.creditFrom[transfer] : links.debitFrom[transfer];
    const to = this.#down ? links.creditFrom[transfer + 1] : links.debitTo[transfer];
    const fan = to - from;
    const linkAt = (i: number): number => (this.#down ? links.byCredit[from + i] : from + i);
    const capacity = new Float64Array(fan + 1);
    for (let i = 0; i < fan; i++) capacity[i] = links.amountMinor[linkAt(i)];
    capacity[fan] = (this.#down ? links.restMinor : links.unknownMinor)[transfer];
    const shares = new Float64Array(fan + 1);
    // The last hop keeps its share of every link too, so that the others do not take more than theirs.
    for (let hop = this.#hopsMax; hop >= 1; hop--) {
      if (byHop[hop] === 0) continue;
      apportion(byHop[hop], capacity, shares);
      if (hop === this.#hopsMax) continue;
      visit.endedMinor[TRACE_ENDS.indexOf('rests')] += shares[fan];
      for (let i = 0; i < fan; i++) {
        if (shares[i] === 0) continue;
        const link = linkAt(i);
        const next = (this.#down ? links.debit : links.credit)[link];
        if (links.heldMs[link] > this.#heldMsMax)
          visit.endedMinor[TRACE_ENDS.indexOf('slow')] += shares[i];
        else if (links.flows.at[next] < this.#since)
          visit.endedMinor[TRACE_ENDS.indexOf('rests')] += shares[i];
        else this.#due(next)[hop + 1] += shares[i];
      }
    }
  }

  #visit(account: number, at: number): Visit {
    let visit = this.#trace.accounts.get(account);
    if (visit === undefined) {
      visit = {
        byHop: new Float64Array(this.#hopsMax + 1),
        minor: 0,
        endedMinor: new Float64Array(TRACE_ENDS.length),
        firstAt: at,
        lastAt: at,
      };
      this.#trace.accounts.set(account, visit);
    }
    visit.firstAt = Math.min(visit.firstAt, at);
    visit.lastAt = Math.max(visit.lastAt, at);
    return visit;
  }
}

/** Share 0..1 of the traced money of these payments that reached `goal`, each unit counted once. */
export function shareReaching(
  links: MoneyLinks,
  starts: readonly TraceStart[],
  goal: number,
  options: TraceOptions = {},
): number {
  const trace = traceDown(links, starts, { ...options, until: (account) => account === goal });
  if (trace.startedMinor === 0) return 0;
  return (trace.accounts.get(goal)?.minor ?? 0) / trace.startedMinor;
}
