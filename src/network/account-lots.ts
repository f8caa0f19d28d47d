import { receivedBy } from './account-flows.ts';
import type { Scene } from './scene.ts';

/** Money that came to an account with one payment and left with one, or is still there. */
export interface AccountLot {
  inAt: number;
  /** null: still here at the end of the data. */
  outAt: number | null;
  amountMinor: number;
  from: number;
  to: number | null;
}

/** Every lot of the account, oldest first: what came, and when it left to whom. Empty for a hub. */
export function lotsOf(scene: Scene, account: number): AccountLot[] {
  const { links, index } = scene;
  const { flows } = links;
  if (scene.isHub(account)) return [];
  const lots: AccountLot[] = [];
  for (const t of receivedBy(index, flows, account)) {
    const inAt = flows.at[t];
    const from = flows.payer[t];
    for (let i = links.creditFrom[t]; i < links.creditFrom[t + 1]; i++) {
      const link = links.byCredit[i];
      const debit = links.debit[link];
      const to = flows.payee[debit];
      lots.push({ inAt, outAt: flows.at[debit], amountMinor: links.amountMinor[link], from, to });
    }
    if (links.restMinor[t] > 0)
      lots.push({ inAt, outAt: null, amountMinor: links.restMinor[t], from, to: null });
  }
  return lots;
}

/** Amount-weighted median of how long the account's money rested, of what left; null if nothing did. */
export function heldMsMedian(scene: Scene, account: number): number | null {
  const { links, index } = scene;
  const parts: { heldMs: number; minor: number }[] = [];
  let total = 0;
  for (const t of receivedBy(index, links.flows, account))
    for (let i = links.creditFrom[t]; i < links.creditFrom[t + 1]; i++) {
      const link = links.byCredit[i];
      parts.push({ heldMs: links.heldMs[link], minor: links.amountMinor[link] });
      total += links.amountMinor[link];
    }
  parts.sort((a, b) => a.heldMs - b.heldMs);
  let sum = 0;
  for (const part of parts) {
    sum += part.minor;
    if (2 * sum >= total) return part.heldMs;
  }
  return null;
}
