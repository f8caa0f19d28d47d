import { type Period, paidBy, receivedBy } from './account-flows.ts';
import { DAY_MS } from './clock.ts';
import { HANDED_ON_MS } from './hand-over.ts';
import { isPurchase, leavesSystem } from './leaving.ts';
import type { Scene } from './scene.ts';

/** Share of the suspicious money between members that the period of a network holds. */
const MOST = 0.9;
/** The gathering comes before the first hand-over inside and the cash after the last: so much is added at each end. */
const MARGIN_MS = 7 * DAY_MS;

/**
 * When a network was at work, looked for in and just around `within`: the shortest span that holds most of the suspicious money between its accounts (or, if
 * there is none between them, of all theirs), a margin around it, cut to suspicious transfers (and money taken out) that exist. Years of
 * ordinary life before and after are not part of its picture. Null if there is no suspicious money at all.
 */
export function activePeriod(
  scene: Scene,
  accounts: ReadonlySet<number>,
  within: Period,
): Period | null {
  const { flows } = scene.links;
  const wide = { from: within.from - MARGIN_MS, to: within.to + MARGIN_MS };
  const inside: number[] = [];
  const around: number[] = [];
  for (const account of accounts) {
    for (const t of paidBy(scene.index, flows, account, wide)) {
      if (scene.suspicion.minor[t] === 0) {
        // What a hub gets is not suspicious by itself, but here the money of the ring leaves.
        if (takesOutHandedMoney(scene, t)) around.push(t);
        continue;
      }
      around.push(t);
      if (accounts.has(flows.payee[t])) inside.push(t);
    }
    for (const t of receivedBy(scene.index, flows, account, wide))
      if (scene.suspicion.minor[t] > 0 && !accounts.has(flows.payer[t])) around.push(t);
  }
  if (around.length === 0) return null;
  const core = shortest(scene, inside.length > 0 ? inside : around);
  const period = { from: core.to, to: core.from };
  for (const t of around) {
    const at = flows.at[t];
    if (at < core.from - MARGIN_MS || at > core.to + MARGIN_MS) continue;
    period.from = Math.min(period.from, at);
    period.to = Math.max(period.to, at);
  }
  return period;
}

/**
 * The period, made longer until those around the core have paid on what the ring paid them: an end of the line that empties
 * after the last hand-over is part of the picture. Shopping is not.
 */
export function untilPaidOn(scene: Scene, accounts: ReadonlySet<number>, period: Period): Period {
  const { links, index } = scene;
  const { flows } = links;
  const soon = { from: period.to, to: period.to + HANDED_ON_MS };
  let { to } = period;
  for (const account of accounts)
    for (const t of paidBy(index, flows, account, soon)) {
      if (isPurchase(flows.channel[t])) continue;
      for (let link = links.debitFrom[t]; link < links.debitTo[t]; link++) {
        const credit = links.credit[link];
        const ofTheRing = accounts.has(flows.payer[credit]) && flows.at[credit] <= period.to;
        if (ofTheRing && links.heldMs[link] <= HANDED_ON_MS) to = Math.max(to, flows.at[t]);
      }
    }
  return { from: period.from, to };
}

/** Takes out, as cash, at an exchange or abroad, suspicious money that had come within three days. */
function takesOutHandedMoney({ links, suspicion }: Scene, t: number): boolean {
  if (!leavesSystem(links.flows.channel[t])) return false;
  for (let link = links.debitFrom[t]; link < links.debitTo[t]; link++)
    if (links.heldMs[link] <= HANDED_ON_MS && suspicion.minor[links.credit[link]] > 0) return true;
  return false;
}

/** The shortest span with most of the money; of equals the earliest. */
function shortest(scene: Scene, transfers: number[]): Period {
  const { at } = scene.links.flows;
  const { minor } = scene.suspicion;
  transfers.sort((a, b) => a - b);
  const total = transfers.reduce((sum, t) => sum + minor[t], 0);
  let best: Period = { from: at[transfers[0]], to: at[transfers[transfers.length - 1]] };
  let within = 0;
  let oldest = 0;
  for (const t of transfers) {
    within += minor[t];
    while (within - minor[transfers[oldest]] >= MOST * total) within -= minor[transfers[oldest++]];
    const from = at[transfers[oldest]];
    if (within >= MOST * total && at[t] - from < best.to - best.from) best = { from, to: at[t] };
  }
  return best;
}
