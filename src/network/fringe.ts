import { type Period, paidBy, receivedBy } from './account-flows.ts';
import { quickMs } from './clock.ts';
import { leavesSystem } from './leaving.ts';
import type { Scene } from './scene.ts';
import { TRANSFER_SCORE_MIN } from './suspicion.ts';

/** Who stands around a core: those it pays and those who feed it. */
export interface Fringe {
  takers: number[];
  payers: number[];
}

/** Most payers and takers kept, the largest sums first: a card of a drug shop has 30 to 150 payers. */
const PAYERS_MAX = 300;
const TAKERS_MAX = 40;
/** A taker gets at least this share of a member's suspicious payments, or is paid by two members … */
const TAKER_SHARE = 0.1;
/** … and has at least this share of its own suspicious income from the core: else it is a small shop. */
const TAKER_INCOME_SHARE = 0.3;
/** So much of a payment must go on into the network, or out as cash, to make its payer a victim. */
const FED_SHARE = 0.5;
/** So many payers whose money just stays make their payee a gathering point. */
const GATHERED_MIN = 5;

/** First and last suspicious transfer between accounts of `core`, or of `core` with anybody if there is none. */
export function periodOf(scene: Scene, core: ReadonlySet<number>): Period {
  const inside: Period = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
  const around: Period = { ...inside };
  const { flows } = scene.links;
  const widen = (period: Period, at: number): void => {
    period.from = Math.min(period.from, at);
    period.to = Math.max(period.to, at);
  };
  for (const account of core)
    for (const transfers of [
      paidBy(scene.index, flows, account),
      receivedBy(scene.index, flows, account),
    ])
      for (const t of transfers) {
        if (scene.suspicion.minor[t] === 0) continue;
        widen(around, flows.at[t]);
        if (core.has(flows.payer[t]) && core.has(flows.payee[t])) widen(inside, flows.at[t]);
      }
  // The gathering comes before the first hand-over and the cash after the last.
  if (inside.from > inside.to) return around;
  const margin = quickMs(scene.links.clock);
  return {
    from: Math.max(around.from, inside.from - margin),
    to: Math.min(around.to, inside.to + margin),
  };
}

export function findFringe(scene: Scene, core: ReadonlySet<number>): Fringe {
  const takers = findTakers(scene, core);
  const inside = new Set([...core, ...takers]);
  const fed = new Map<number, number>();
  const { flows } = scene.links;
  for (const member of inside) {
    const received = receivedBy(scene.index, flows, member);
    const gathers = isGathering(scene, core, member, received);
    for (const t of received) {
      const payer = flows.payer[t];
      if (inside.has(payer) || scene.isHub(payer)) continue;
      if (!feeds(scene, inside, t) && !(gathers && kept(scene, t))) continue;
      fed.set(payer, (fed.get(payer) ?? 0) + flows.amountMinor[t]);
    }
  }
  return { takers, payers: largest(fed, PAYERS_MAX) };
}

function findTakers(scene: Scene, core: ReadonlySet<number>): number[] {
  const { flows } = scene.links;
  const { minor, inMinor, outMinor } = scene.suspicion;
  const taken = new Map<number, { minor: number; members: number; share: number }>();
  for (const member of core) {
    const sums = new Map<number, number>();
    for (const t of paidBy(scene.index, flows, member)) {
      const payee = flows.payee[t];
      if (minor[t] > 0 && !core.has(payee)) sums.set(payee, (sums.get(payee) ?? 0) + minor[t]);
    }
    for (const [payee, sum] of sums) {
      const known = taken.get(payee) ?? { minor: 0, members: 0, share: 0 };
      known.minor += sum;
      known.members++;
      known.share = Math.max(known.share, sum / outMinor[member]);
      taken.set(payee, known);
    }
  }
  const sums = new Map<number, number>();
  for (const [account, known] of taken)
    if (
      (known.members >= 2 || known.share >= TAKER_SHARE) &&
      known.minor >= TAKER_INCOME_SHARE * inMinor[account]
    )
      sums.set(account, known.minor);
  return largest(sums, TAKERS_MAX);
}

/** The payment went on quickly into the network or out of the system, or was suspicious by itself. */
function feeds(scene: Scene, inside: ReadonlySet<number>, t: number): boolean {
  const { links } = scene;
  const { flows } = links;
  if (scene.suspicion.minor[t] === 0) return false;
  if (flows.score[t] >= TRANSFER_SCORE_MIN) return true;
  const limit = quickMs(links.clock);
  let onward = 0;
  for (let i = links.creditFrom[t]; i < links.creditFrom[t + 1]; i++) {
    const link = links.byCredit[i];
    if (links.heldMs[link] > limit) continue;
    const debit = links.debit[link];
    if (inside.has(flows.payee[debit]) || leavesSystem(flows.channel[debit]))
      onward += links.amountMinor[link];
  }
  return onward >= FED_SHARE * flows.amountMinor[t];
}

/** Most of the payment has not left by the end of the data. */
function kept({ links }: Scene, t: number): boolean {
  return links.restMinor[t] >= FED_SHARE * links.flows.amountMinor[t];
}

/** A suspect with many payers whose money just stays: a fan-in seen before it empties. */
function isGathering(
  scene: Scene,
  core: ReadonlySet<number>,
  member: number,
  received: Uint32Array,
): boolean {
  if (!core.has(member)) return false;
  const payers = new Set<number>();
  for (const t of received)
    if (kept(scene, t) && !scene.isHub(scene.links.flows.payer[t]))
      payers.add(scene.links.flows.payer[t]);
  return payers.size >= GATHERED_MIN;
}

function largest(sums: ReadonlyMap<number, number>, count: number): number[] {
  return [...sums]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, count)
    .map(([account]) => account)
    .sort((a, b) => a - b);
}
