import { channelCode } from '../domain/transfer.ts';
import type { AccountFlows } from './account-flows.ts';
import { DAY_MS } from './clock.ts';
import type { MoneyLinks } from './fifo.ts';
import { isPurchase, leavesSystem } from './leaving.ts';

/** What accounts did with the money of others. Columns by account, money in minor units. */
export interface HandOvers {
  /** All that came, salary included. */
  readonly inMinor: Float64Array;
  /** Came from people or as cash, and was gone within three days to people, as cash, to an exchange or abroad. */
  readonly passedMinor: Float64Array;
  /** Of what it paid and got: the part that its payer had got so and that its payee passed on so. */
  readonly chainMinor: Float64Array;
  /** Paid to accounts that passed it on so, the largest of them left out: a victim pays one, a source deals out. */
  readonly dealtMinor: Float64Array;
  /** Accounts ever paid or paid by, hubs included. */
  readonly counterparties: Uint32Array;
  /** What is much money in this input. */
  readonly muchMinor: number;
  /** False if the input tells no channels: spending cannot then be told from handing on. */
  readonly channelsTold: boolean;
}

/** Drug-shop cards are emptied every day or two, and careful droppers wait a night or two. */
export const HANDED_ON_MS = 3 * DAY_MS;
/** A pair that hands over money further apart than this has a life of its own: rent, family, a supplier. */
const HABIT_MS = 28 * DAY_MS;
/** In a file that is too short to show that: one that does it from nearly its first day to its last. */
const HABIT_OF_FILE = 0.8;
const HABIT_LEAST_MS = 14 * DAY_MS;
/** What money between such a pair still counts. */
const HABIT_PART = 0.3;

/** What was passed on counts in full from so many e-folds over much money, some 3.5 times that. */
export const FULL_FOLDS = 1.5;

/** So many ordinary payments between people are much money: some 200,000 tenge in a Kazakh town. */
const MUCH_PAYMENTS = 40;

const CASH_IN = channelCode('cash_in');
const UNTOLD = new Set([channelCode('unknown'), channelCode('transfer')]);

/**
 * Measures how money was handed on, newest first: what has just come and leaves at once is one business even if the
 * account holds savings. (Whose money was lost is another question, and that is followed first in, first out.)
 * Hubs have nought. Linear in the transfers.
 */
export function measureHandOvers(
  links: MoneyLinks,
  index: AccountFlows,
  muchMinor?: number,
): HandOvers {
  const { flows, accounts } = links;
  const quick = quickParts(links);
  const measured = {
    inMinor: new Float64Array(accounts),
    passedMinor: new Float64Array(accounts),
    chainMinor: new Float64Array(accounts),
    dealtMinor: new Float64Array(accounts),
    counterparties: new Uint32Array(accounts),
    muchMinor: muchMinor ?? MUCH_PAYMENTS * ordinaryPayment(links),
    channelsTold: flows.channel.subarray(0, flows.count).some((channel) => !UNTOLD.has(channel)),
  };
  const met = new Set<number>();
  for (let account = 0; account < accounts; account++) {
    if (links.hubs.has(account)) continue;
    met.clear();
    for (let i = index.inFrom[account]; i < index.inFrom[account + 1]; i++) {
      measured.inMinor[account] += flows.amountMinor[index.in[i]];
      met.add(flows.payer[index.in[i]]);
    }
    const pairs = handedTo(index, account, flows.payee, met, quick);
    for (const [payee, transfers] of pairs) addPair(measured, quick, links, payee, transfers);
    measured.dealtMinor[account] -= largestDeal(links, quick, pairs);
    measured.counterparties[account] = met.size;
  }
  if (muchMinor !== undefined) measured.muchMinor = muchHere(muchMinor, measured.passedMinor);
  return measured;
}

/**
 * In a file where nobody passed on enough to count in full, the most that anybody did counts so: a chain of small sums is a
 * chain, and how much it moved is said by its harm. A quarter of what is much is the least.
 */
function muchHere(muchMinor: number, passedMinor: Float64Array): number {
  const most = passedMinor.reduce((least, minor) => Math.max(least, minor), 0);
  return Math.min(muchMinor, Math.max(muchMinor / 4, most / Math.expm1(FULL_FOLDS)));
}

/** By transfer: what had come to its payer quickly before, and what its payee quickly passed on. */
interface QuickParts {
  readonly behind: Float64Array;
  readonly ahead: Float64Array;
}

function quickParts(links: MoneyLinks): QuickParts {
  const { flows, hubs, accounts, place } = links;
  const behind = new Float64Array(flows.count);
  const ahead = new Float64Array(flows.count);
  const rest = new Float64Array(flows.count);
  /** By account the newest unspent credit + 1, by credit the next older one + 1; 0 = none. */
  const newest = new Uint32Array(accounts);
  const older = new Uint32Array(flows.count);
  const pay = (t: number): void => {
    const payer = flows.payer[t];
    const onward =
      leavesSystem(flows.channel[t]) ||
      (!isPurchase(flows.channel[t]) && !hubs.has(flows.payee[t]));
    for (let left = flows.amountMinor[t]; left > 0 && newest[payer] > 0; ) {
      const credit = newest[payer] - 1;
      if (flows.at[t] - flows.at[credit] > HANDED_ON_MS) return;
      const used = Math.min(left, rest[credit]);
      rest[credit] -= used;
      left -= used;
      if (rest[credit] === 0) newest[payer] = older[credit];
      if (!onward) continue;
      ahead[credit] += used;
      if (flows.channel[credit] === CASH_IN || !hubs.has(flows.payer[credit])) behind[t] += used;
    }
  };
  const inOrder = new Uint32Array(flows.count);
  for (let t = 0; t < flows.count; t++) inOrder[place[t]] = t;
  for (const t of inOrder) {
    if (!hubs.has(flows.payer[t])) pay(t);
    if (hubs.has(flows.payee[t])) continue;
    rest[t] = flows.amountMinor[t];
    older[t] = newest[flows.payee[t]];
    newest[flows.payee[t]] = t + 1;
  }
  return { behind, ahead };
}

/** The account's quick payments by payee, in time order; everybody it paid is added to `met`. */
function handedTo(
  index: AccountFlows,
  account: number,
  payee: Uint32Array,
  met: Set<number>,
  { behind, ahead }: QuickParts,
): Map<number, number[]> {
  const pairs = new Map<number, number[]>();
  for (let i = index.outFrom[account]; i < index.outFrom[account + 1]; i++) {
    const t = index.out[i];
    met.add(payee[t]);
    if (behind[t] === 0 && ahead[t] === 0) continue;
    const pair = pairs.get(payee[t]);
    if (pair === undefined) pairs.set(payee[t], [t]);
    else pair.push(t);
  }
  return pairs;
}

function habitPart({ flows }: MoneyLinks, transfers: readonly number[]): number {
  const spanMs = flows.at[transfers[transfers.length - 1]] - flows.at[transfers[0]];
  const fileMs = flows.at[flows.count - 1] - flows.at[0];
  const habitMs = Math.max(HABIT_LEAST_MS, Math.min(HABIT_MS, HABIT_OF_FILE * fileMs));
  return spanMs > habitMs ? HABIT_PART : 1;
}

function addPair(
  into: HandOvers,
  { behind, ahead }: QuickParts,
  links: MoneyLinks,
  payee: number,
  transfers: readonly number[],
): void {
  const { flows, hubs } = links;
  const part = habitPart(links, transfers);
  for (const t of transfers) {
    const payer = flows.payer[t];
    into.passedMinor[payer] += part * behind[t];
    if (hubs.has(payee)) continue;
    const both = part * Math.min(behind[t], ahead[t]);
    into.chainMinor[payer] += both;
    into.chainMinor[payee] += both;
    into.dealtMinor[payer] += part * ahead[t];
  }
}

/** The most that any one payee passed on of what the account paid it. */
function largestDeal(
  links: MoneyLinks,
  { ahead }: QuickParts,
  pairs: ReadonlyMap<number, readonly number[]>,
): number {
  let most = 0;
  for (const [payee, transfers] of pairs) {
    if (links.hubs.has(payee)) continue;
    const part = habitPart(links, transfers);
    most = Math.max(
      most,
      transfers.reduce((sum, t) => sum + part * ahead[t], 0),
    );
  }
  return most;
}

/** The median payment between people, minor units; at least 1. */
function ordinaryPayment({ flows, hubs }: MoneyLinks): number {
  const sums = new Float64Array(flows.count);
  let count = 0;
  for (let t = 0; t < flows.count; t++) {
    const channel = flows.channel[t];
    if (isPurchase(channel) || leavesSystem(channel)) continue;
    if (hubs.has(flows.payer[t]) || hubs.has(flows.payee[t])) continue;
    sums[count++] = flows.amountMinor[t];
  }
  return Math.max(1, sums.subarray(0, count).sort()[count >> 1] ?? 1);
}
