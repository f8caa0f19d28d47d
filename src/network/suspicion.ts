import { channelCode } from '../domain/transfer.ts';
import type { AccountFlows } from './account-flows.ts';
import { DAY_MS, quickMs } from './clock.ts';
import type { MoneyLinks } from './fifo.ts';

/** From this score at arrival a transfer counts as suspicious as a whole; half way up the scale. */
export const TRANSFER_SCORE_MIN = 50;

/**
 * Rings work in bursts; friends, families and landlords are paid month after month. Of what one account pays another
 * only the share that falls into their busiest four weeks counts: all of it for a ring or for a single payment,
 * a twelfth for a year of rent. Four weeks is also the longest window of the engine.
 */
const BURST_MS = 28 * DAY_MS;

/**
 * How much of every transfer looks like a hand-over, in whole minor units: all of it between two suspects or when
 * the transfer scored high by itself, otherwise the part that came quickly before or went on quickly after; lessened
 * for pairs that pay each other all the time. Purchases and what a hub gets or gives are never suspicious by
 * themselves: everybody buys with the salary of the day.
 */
export interface Suspicion {
  /** By transfer, 0 .. its amount. */
  minor: Float64Array;
  /** By account: sums over what it received and paid. */
  inMinor: Float64Array;
  outMinor: Float64Array;
}

export function weighSuspicion(
  links: MoneyLinks,
  index: AccountFlows,
  isSuspect: Uint8Array,
): Suspicion {
  const { flows, accounts } = links;
  const [behind, ahead] = quickMoney(links);
  const isHub = new Uint8Array(accounts);
  for (const hub of links.hubs) if (hub < accounts) isHub[hub] = 1;
  const purchase = channelCode('purchase');
  const minor = new Float64Array(flows.count);
  const inMinor = new Float64Array(accounts);
  const outMinor = new Float64Array(accounts);
  for (let t = 0; t < flows.count; t++) {
    const payer = flows.payer[t];
    const payee = flows.payee[t];
    if (payer === payee || flows.channel[t] === purchase) continue;
    if (isHub[payer] === 1 || isHub[payee] === 1) continue;
    const whole =
      flows.score[t] >= TRANSFER_SCORE_MIN || (isSuspect[payer] === 1 && isSuspect[payee] === 1);
    minor[t] = whole ? flows.amountMinor[t] : Math.max(behind[t], ahead[t]);
  }
  lessenHabits(links, index, minor);
  for (let t = 0; t < flows.count; t++) {
    inMinor[flows.payee[t]] += minor[t];
    outMinor[flows.payer[t]] += minor[t];
  }
  return { minor, inMinor, outMinor };
}

/** By transfer: the part that had rested only briefly at the payer, and the part that the payee passed on quickly. */
function quickMoney(links: MoneyLinks): [Float64Array, Float64Array] {
  const limit = quickMs(links.clock);
  const behind = new Float64Array(links.flows.count);
  const ahead = new Float64Array(links.flows.count);
  for (let i = 0; i < links.count; i++) {
    if (links.heldMs[i] > limit) continue;
    behind[links.debit[i]] += links.amountMinor[i];
    ahead[links.credit[i]] += links.amountMinor[i];
  }
  return [behind, ahead];
}

/** Scales what each account paid each other one by the share of it in their busiest four weeks. */
function lessenHabits(
  { flows }: MoneyLinks,
  { accounts, out, outFrom }: AccountFlows,
  minor: Float64Array,
): void {
  const { at } = flows;
  for (let account = 0; account < accounts; account++) {
    const from = outFrom[account];
    const to = outFrom[account + 1];
    if (to - from < 2 || at[out[to - 1]] - at[out[from]] < BURST_MS) continue;
    const pairs = new Map<number, number[]>();
    for (let i = from; i < to; i++) {
      const t = out[i];
      if (minor[t] === 0) continue;
      const pair = pairs.get(flows.payee[t]);
      if (pair === undefined) pairs.set(flows.payee[t], [t]);
      else pair.push(t);
    }
    for (const pair of pairs.values()) {
      if (at[pair[pair.length - 1]] - at[pair[0]] < BURST_MS) continue;
      const share = busiestShare(pair, at, minor);
      for (const t of pair) minor[t] = Math.floor(minor[t] * share);
    }
  }
}

/** Share of the money of `transfers`, in time order, that lies in its richest four weeks. */
function busiestShare(transfers: readonly number[], at: Float64Array, minor: Float64Array): number {
  let total = 0;
  let inside = 0;
  let most = 0;
  let oldest = 0;
  for (const t of transfers) {
    total += minor[t];
    inside += minor[t];
    while (at[t] - at[transfers[oldest]] >= BURST_MS) inside -= minor[transfers[oldest++]];
    most = Math.max(most, inside);
  }
  return most / total;
}
