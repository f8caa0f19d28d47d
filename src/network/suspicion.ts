import { channelCode } from '../domain/transfer.ts';
import { quickMs } from './clock.ts';
import type { MoneyLinks } from './fifo.ts';

/** From this score at arrival a transfer counts as suspicious as a whole; half way up the scale. */
export const TRANSFER_SCORE_MIN = 50;

/**
 * How much of every transfer looks like a hand-over, in minor units: all of it between two suspects or when the
 * transfer scored high by itself, otherwise the part that came quickly before or went on quickly after. Purchases
 * and what a hub gets or gives are never suspicious by themselves: everybody buys with the salary of the day.
 */
export interface Suspicion {
  /** By transfer, 0 .. its amount. */
  minor: Float64Array;
  /** By account: sums over what it received and paid. */
  inMinor: Float64Array;
  outMinor: Float64Array;
}

export function weighSuspicion(links: MoneyLinks, isSuspect: Uint8Array): Suspicion {
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
    inMinor[payee] += minor[t];
    outMinor[payer] += minor[t];
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
