import type { AccountFlows } from './account-flows.ts';
import { DAY_MS } from './clock.ts';
import type { Flows } from './model.ts';

/** So many payers, for longer than a card of a drug shop lives: 8 to 28 days in our simulated towns. */
const PAYERS_MIN = 40;
const PAID_FOR_MS = 42 * DAY_MS;
/** Payments out for each in: what an organisation pays is not in what its customers' banks know. */
const PAYS_MAX = 0.02;

/**
 * Lenders, wholesalers, taxi fleets: accounts that many pay for months and that pay nobody. Whoever pays the same
 * lender has nothing else in common, so money is not followed through them, and they are no members of a ring.
 */
export function organisations(
  { at, payer }: Flows,
  { accounts, in: received, inFrom, outFrom }: AccountFlows,
): Set<number> {
  const found = new Set<number>();
  for (let account = 0; account < accounts; account++) {
    const from = inFrom[account];
    const to = inFrom[account + 1];
    if (to - from < PAYERS_MIN || at[received[to - 1]] - at[received[from]] < PAID_FOR_MS) continue;
    if (outFrom[account + 1] - outFrom[account] > PAYS_MAX * (to - from)) continue;
    const payers = new Set<number>();
    for (let i = from; i < to; i++) payers.add(payer[received[i]]);
    if (payers.size >= PAYERS_MIN) found.add(account);
  }
  return found;
}
