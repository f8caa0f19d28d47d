import { type Period, paidBy, receivedBy } from './account-flows.ts';
import { DAY_MS } from './clock.ts';
import { isPurchase, leavesSystem } from './leaving.ts';
import type { Scene } from './scene.ts';
import { TRACE_ENDS, type TraceStart, traceDown } from './trace.ts';

/** Rest past which money is no longer the same business. */
const HELD_MS_MAX = 7 * DAY_MS;
/** A ring walks its money through fewer accounts than this; what is longer is left out of a lower bound. */
const HOPS_MAX = 16;
const RESTS = TRACE_ENDS.indexOf('rests');

/**
 * Money that a network moved, each tiyn once: a lower bound, in minor units. `passing` are the accounts it went
 * through (not the victims, not those it ended with). Counted is suspicious money that came into them from outside
 * in the period and, followed first in first out, went out of them to another account or as cash, or still rests
 * there at the end of the data. Spending in shops and what rested over a week is left out.
 *
 * Never more than what came in from outside (opening balances included), and never more than what went out and
 * what rests.
 */
export function harmMinor(scene: Scene, passing: ReadonlySet<number>, period: Period): number {
  const { links, index, suspicion } = scene;
  const { flows } = links;
  const starts: TraceStart[] = [];
  for (const account of [...passing].sort((a, b) => a - b)) {
    for (const t of receivedBy(index, flows, account, period))
      if (!passing.has(flows.payer[t])) starts.push({ transfer: t, minor: suspicion.minor[t] });
    for (const t of paidBy(index, flows, account, period))
      starts.push({ transfer: t, minor: Math.min(links.unknownMinor[t], suspicion.minor[t]) });
  }
  const trace = traceDown(links, starts, {
    hopsMax: HOPS_MAX,
    heldMsMax: HELD_MS_MAX,
    until: (account) => !passing.has(account),
  });
  let harm = 0;
  for (const [t, minor] of trace.transfers)
    if (!passing.has(flows.payee[t]) && goesOut(scene, t)) harm += minor;
  for (const visit of trace.accounts.values()) harm += visit.endedMinor[RESTS];
  return harm;
}

function goesOut(scene: Scene, t: number): boolean {
  const { flows } = scene.links;
  const channel = flows.channel[t];
  return leavesSystem(channel) || (!isPurchase(channel) && !scene.isHub(flows.payee[t]));
}
