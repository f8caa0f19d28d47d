import { type Period, paidBy, receivedBy } from './account-flows.ts';
import { DAY_MS, quickMs } from './clock.ts';
import { Pull } from './evidence.ts';
import { leavesSystem } from './leaving.ts';
import { DOUBT_SCORE_MIN, type Scene, SUSPECT_SCORE_MIN } from './scene.ts';
import { TRANSFER_SCORE_MIN } from './suspicion.ts';
import { TIE_MIN } from './ties.ts';

/** Who stands around a core: those it pays and those who feed it. */
export interface Fringe {
  takers: number[];
  payers: number[];
}

/** Most payers and takers kept, the largest sums first: a card of a drug shop has 30 to 150 payers. */
const PAYERS_MAX = 300;
const TAKERS_MAX = 40;
/** A taker has at least this share of its own suspicious business with the core: else it is a small shop. */
const TAKER_SHARE = 0.3;
/** And at least this part of what the greatest taker got: droppers buy lunch too. */
const TAKER_OF_GREATEST = 0.05;
/** Where a single member pays, the end of a line gets at least this share of what that member pays. */
const END_SHARE = 0.5;
/** So much of a payment must go on into the network, or out as cash, to make its payer a victim. */
const FED_SHARE = 0.5;
/** Or so much as the payment must leave its payee soon after, whosever money it was. */
const DISPLACED_SHARE = 0.8;
/** Money that rests longer than this stays. */
const STAYS_MS = 7 * DAY_MS;
/** So many payers whose money just stays make their payee a gathering point. */
const GATHERED_MIN = 5;

/** The fringe of `core` in the period; hubs are never part of it. */
export function findFringe(scene: Scene, core: ReadonlySet<number>, period: Period): Fringe {
  const takers = findTakers(scene, core, period);
  const inside = new Set([...core, ...takers]);
  const fed = new Map<number, number>();
  const { flows } = scene.links;
  for (const member of inside) {
    const received = receivedBy(scene.index, flows, member, period);
    const fresh = newPayers(scene, member, received, period);
    // One suspect alone whom many pay and who keeps it may be a trader: that takes company to be a ring.
    const gathers = inside.size > 1 && isGathering(scene, received, fresh);
    for (const t of received) {
      const payer = flows.payer[t];
      if (inside.has(payer) || scene.isHub(payer)) continue;
      const lost =
        feeds(scene, inside, t) ||
        (fresh.has(payer) && ((gathers && rests(scene, t)) || displaces(scene, inside, t)));
      if (!lost) continue;
      fed.set(payer, (fed.get(payer) ?? 0) + flows.amountMinor[t]);
    }
  }
  return { takers, payers: largest(fed, PAYERS_MAX) };
}

/** What one account outside got of a core. */
interface Taken {
  minor: number;
  readonly pull: Pull;
  /** Share 0..1 of what a member paid, for each that paid it. */
  readonly shares: Map<number, number>;
}

/** Accounts that the core pays, as strongly tied to it as its own members are to each other. */
function findTakers(scene: Scene, core: ReadonlySet<number>, period: Period): number[] {
  const sums = new Map<number, number>();
  for (const [account, taken] of takenFrom(scene, core, period)) {
    const business = scene.evidence.business(account, period.from, period.to);
    const livesOfIt = taken.pull.weight >= TIE_MIN && taken.minor >= TAKER_SHARE * business;
    if (livesOfIt && !isOneOfMany(scene, account, taken)) sums.set(account, taken.minor);
  }
  const least = TAKER_OF_GREATEST * Math.max(0, ...sums.values());
  for (const [account, minor] of sums) if (minor < least) sums.delete(account);
  return largest(sums, TAKERS_MAX);
}

function takenFrom(
  { links: { flows }, index, suspicion, evidence }: Scene,
  core: ReadonlySet<number>,
  period: Period,
): Map<number, Taken> {
  const all = new Map<number, Taken>();
  for (const member of core) {
    const paid = paidBy(index, flows, member, period);
    const total = paid.reduce((sum, t) => sum + suspicion.minor[t], 0);
    for (const t of paid) {
      const payee = flows.payee[t];
      if (core.has(payee) || suspicion.minor[t] === 0) continue;
      const taken = all.get(payee) ?? { minor: 0, pull: new Pull(), shares: new Map() };
      taken.minor += suspicion.minor[t];
      taken.pull.add(evidence, t);
      taken.shares.set(member, (taken.shares.get(member) ?? 0) + suspicion.minor[t] / total);
      all.set(payee, taken);
    }
  }
  return all;
}

/** Paid by a single member as one among others, and nothing is said of it: a friend, a worker, a landlord. */
function isOneOfMany(scene: Scene, account: number, { shares }: Taken): boolean {
  if (shares.size > 1 || (scene.suspectOf(account)?.score ?? 0) >= DOUBT_SCORE_MIN) return false;
  return Math.max(...shares.values()) < END_SHARE;
}

/** The payment went on quickly into the network or out of the system, or was suspicious by itself. */
function feeds(scene: Scene, inside: ReadonlySet<number>, t: number): boolean {
  const { links } = scene;
  const { flows } = links;
  // What the pair does all the time feeds nobody's ring.
  if (scene.suspicion.minor[t] < FED_SHARE * flows.amountMinor[t]) return false;
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

/** Most of the payment stayed for long, or has not left by the end of the data. */
function rests({ links }: Scene, t: number): boolean {
  let stayed = links.restMinor[t];
  for (let i = links.creditFrom[t]; i < links.creditFrom[t + 1]; i++)
    if (links.heldMs[links.byCredit[i]] > STAYS_MS) stayed += links.amountMinor[links.byCredit[i]];
  return stayed >= FED_SHARE * links.flows.amountMinor[t];
}

/** Payers of a suspect that had never paid it before the period; hubs left out. */
function newPayers(
  scene: Scene,
  member: number,
  received: Uint32Array,
  period: Period,
): ReadonlySet<number> {
  const payers = new Set<number>();
  if ((scene.suspectOf(member)?.score ?? 0) < SUSPECT_SCORE_MIN) return payers;
  const { payer } = scene.links.flows;
  for (const t of received) if (!scene.isHub(payer[t])) payers.add(payer[t]);
  const before = { from: Number.NEGATIVE_INFINITY, to: period.from - 1 };
  for (const t of receivedBy(scene.index, scene.links.flows, member, before))
    payers.delete(payer[t]);
  return payers;
}

/**
 * Whether new payers of a suspect are gathered from: they are many and their money just stays, as in a fan-in seen
 * before it empties.
 */
function isGathering(scene: Scene, received: Uint32Array, fresh: ReadonlySet<number>): boolean {
  const { payer } = scene.links.flows;
  const kept = new Set<number>();
  for (const t of received) if (fresh.has(payer[t]) && rests(scene, t)) kept.add(payer[t]);
  return kept.size >= GATHERED_MIN;
}

/**
 * Soon after the payment its payee paid as much into the network or took it out. First in, first out the money that
 * left may be older money of the payee's own, and this payment lies in its place: its payer lost it all the same.
 */
function displaces(scene: Scene, inside: ReadonlySet<number>, t: number): boolean {
  const { flows, clock } = scene.links;
  const soon = { from: flows.at[t], to: flows.at[t] + quickMs(clock) };
  let onward = 0;
  for (const debit of paidBy(scene.index, flows, flows.payee[t], soon))
    if (inside.has(flows.payee[debit]) || leavesSystem(flows.channel[debit]))
      onward += flows.amountMinor[debit];
  return onward >= DISPLACED_SHARE * flows.amountMinor[t];
}

function largest(sums: ReadonlyMap<number, number>, count: number): number[] {
  return [...sums]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, count)
    .map(([account]) => account)
    .sort((a, b) => a - b);
}
