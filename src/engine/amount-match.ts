import { DEPTH_MAX, depthOf, type TableView } from './counterparties.ts';

/** How far back a payment may be the one that is now passed on. */
const MATCH_SEC = 72 * 3600;
/** A link of a chain keeps at most a fifth as reward; 2 % above allows for what was there before. */
const LINK_LEAST = 0.8;
const LINK_MOST = 1.02;

export interface AmountMatch {
  /** This amount / the received sum nearest to it; NaN if nothing was received in 72 h. */
  ratio: number;
  /** Links of amounts that follow each other behind this payment; 0 if it follows none. */
  depth: number;
}

/**
 * Compares a payment with what its payer received lately. `payers` is the payer's own table of payers; backwards, a link
 * is as much greater than the one before as it is smaller otherwise.
 */
export function matchAmount(
  payers: TableView,
  leg: { at: number; amountMinor: number },
  into: AmountMatch,
  backwards: boolean,
): void {
  const nowSec = Math.floor(leg.at / 1000);
  const { amountMinor } = leg;
  let nearest = Number.POSITIVE_INFINITY;
  into.ratio = Number.NaN;
  into.depth = 0;
  for (let i = 0; i < payers.length; i++) {
    const age = nowSec - payers.words[payers.who + payers.capacity + i];
    if (age > MATCH_SEC || age < 0) continue;
    const ratio = amountMinor / payers.floats[payers.who + 2 * payers.capacity + i];
    const distance = Math.abs(1 - ratio);
    if (distance < nearest) {
      nearest = distance;
      into.ratio = ratio;
    }
    const kept = backwards ? 1 / ratio : ratio;
    if (kept >= LINK_LEAST && kept <= LINK_MOST)
      into.depth = Math.max(into.depth, Math.min(DEPTH_MAX, depthOf(payers, i) + 1));
  }
}
