import type { Accounts } from '../../engine/accounts.ts';
import { DWELL_EDGES_MS, DWELL_SLOTS, F } from '../../engine/layout.ts';

/** Where the last slot of the histogram, which has no upper edge, is taken to end: 84 days. */
const LAST_EDGE_MS = 3 * DWELL_EDGES_MS[DWELL_EDGES_MS.length - 1];

/**
 * Amount-weighted median of how long money rested, from the engine's histogram, linear inside a slot;
 * null if nothing known left. Exact medians come from the network stage, for accounts it looked at.
 */
export function heldMedianOf(accounts: Accounts, account: number): number | null {
  const base = accounts.f64Base(account) + F.dwell;
  const slots = accounts.page(account).f64.subarray(base, base + DWELL_SLOTS);
  const total = slots.reduce((sum, minor) => sum + minor, 0);
  if (total === 0) return null;
  let below = 0;
  for (let s = 0; s < DWELL_SLOTS; s++) {
    if (2 * (below + slots[s]) < total) {
      below += slots[s];
      continue;
    }
    const low = s === 0 ? 0 : DWELL_EDGES_MS[s - 1];
    const high = s < DWELL_EDGES_MS.length ? DWELL_EDGES_MS[s] : LAST_EDGE_MS;
    return Math.round(low + ((total / 2 - below) / slots[s]) * (high - low));
  }
  return null;
}
