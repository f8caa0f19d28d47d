import { type Period, receivedBy } from './account-flows.ts';
import { DAY_MS } from './clock.ts';
import { takesOut } from './leaving.ts';
import type { Network } from './model.ts';
import { conductOf } from './roles.ts';
import type { Scene } from './scene.ts';
import { traceDown } from './trace.ts';

/** The numbers a network's story is told with. Money in minor units. */
export interface StoryFacts {
  /** Victims or first payers; 0 when the money was there before. */
  payers: number;
  /** What they paid, or, without payers, what moved. */
  paidMinor: number;
  /** Accounts that were paid by them, or, without payers, accounts the money moved through. */
  paidAccounts: number;
  /** From the first of these payments to the last. */
  spanMs: number;
  /** 0..1: of that money, what left the accounts it came to within `leftWithinMs`. */
  leftShare: number;
  leftWithinMs: number;
  /** Accounts it went through after those. */
  furtherAccounts: number;
  /** Where most of it ended: common sink, organiser or casher; null if nobody stands out. */
  end: { account: number; receivedMinor: number; cashMinor: number } | null;
  /** Of that money, taken out as cash or crypto by all accounts of the network. */
  cashMinor: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Spans a story speaks in; the first in which most of the money left is told. */
const SPANS_MS = [
  MINUTE_MS,
  5 * MINUTE_MS,
  20 * MINUTE_MS,
  HOUR_MS,
  6 * HOUR_MS,
  DAY_MS,
  2 * DAY_MS,
  7 * DAY_MS,
  30 * DAY_MS,
] as const;
const MOST = 0.8;

export function storyFacts(scene: Scene, network: Network): StoryFacts {
  const { flows } = scene.links;
  const period: Period = { from: network.from, to: network.to };
  const victims = new Set(network.members.filter((m) => m.role === 'victim').map((m) => m.account));
  const inside = new Set(network.members.map((m) => m.account).filter((a) => !victims.has(a)));
  const first: number[] = [];
  const moved: number[] = [];
  for (const account of inside)
    for (const t of receivedBy(scene.index, flows, account, period)) {
      if (victims.has(flows.payer[t])) first.push(t);
      if (inside.has(flows.payer[t])) moved.push(t);
    }
  const told = first.length > 0 ? first : moved;
  const paid = new Set(told.map((t) => flows.payee[t]));
  const cash = cashOf(scene, told, inside);
  const end = endOf(scene, network, inside, period, cash);
  const further = network.members.filter(
    (m) =>
      inside.has(m.account) &&
      !paid.has(m.account) &&
      m.account !== end?.account &&
      m.role !== 'none',
  );
  return {
    payers: new Set(first.map((t) => flows.payer[t])).size,
    paidMinor: first.length > 0 ? sum(told, flows.amountMinor) : network.harmMinor,
    paidAccounts: paid.size,
    spanMs: spanOf(told, flows.at),
    ...left(scene, told),
    furtherAccounts: further.length,
    end,
    cashMinor: [...cash.values()].reduce((total, minor) => total + minor, 0),
  };
}

/** Rest past which money is no longer the same business, and more hands than a ring walks it through; as for its harm. */
const HELD_MS_MAX = 7 * DAY_MS;
const HOPS_MAX = 16;

/**
 * By account inside: what it took out as cash or crypto of the money of `credits`, followed first in, first out. Cash of other
 * money is another story: with it more would be taken out than came.
 */
function cashOf(
  { links }: Scene,
  credits: readonly number[],
  inside: ReadonlySet<number>,
): Map<number, number> {
  const { channel, payer, amountMinor } = links.flows;
  const starts = credits.map((transfer) => ({ transfer, minor: amountMinor[transfer] }));
  const options = { hopsMax: HOPS_MAX, heldMsMax: HELD_MS_MAX };
  const cash = new Map<number, number>();
  for (const [t, minor] of traceDown(links, starts, options).transfers)
    if (takesOut(channel[t]) && inside.has(payer[t]))
      cash.set(payer[t], (cash.get(payer[t]) ?? 0) + minor);
  return cash;
}

function endOf(
  scene: Scene,
  network: Network,
  inside: ReadonlySet<number>,
  period: Period,
  cash: ReadonlyMap<number, number>,
): StoryFacts['end'] {
  const ends = network.members.filter((m) => m.role === 'organiser' || m.role === 'cashout');
  let account = network.commonSink?.account;
  if (account === undefined) {
    let most = 0;
    for (const member of ends)
      if (member.inMinor > most) {
        most = member.inMinor;
        account = member.account;
      }
  }
  if (account === undefined) return null;
  const conduct = conductOf(scene, account, inside, period, true);
  const receivedMinor = conduct.fromMembersMinor + conduct.fromOutsideMinor;
  return { account, receivedMinor, cashMinor: cash.get(account) ?? 0 };
}

function left(
  scene: Scene,
  credits: readonly number[],
): { leftShare: number; leftWithinMs: number } {
  const { links } = scene;
  const total = sum(credits, links.flows.amountMinor);
  const within = new Float64Array(SPANS_MS.length);
  for (const t of credits)
    for (let i = links.creditFrom[t]; i < links.creditFrom[t + 1]; i++) {
      const link = links.byCredit[i];
      SPANS_MS.forEach((span, s) => {
        if (links.heldMs[link] <= span) within[s] += links.amountMinor[link];
      });
    }
  let s = SPANS_MS.findIndex((_, i) => within[i] >= MOST * total);
  if (s < 0) s = SPANS_MS.length - 1;
  // Without a longer span that adds anything the shortest one says it all.
  while (s > 0 && within[s - 1] === within[s]) s--;
  return { leftShare: total > 0 ? within[s] / total : 0, leftWithinMs: SPANS_MS[s] };
}

function sum(transfers: readonly number[], minor: Float64Array): number {
  return transfers.reduce((total, t) => total + minor[t], 0);
}

function spanOf(transfers: readonly number[], at: Float64Array): number {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const t of transfers) {
    from = Math.min(from, at[t]);
    to = Math.max(to, at[t]);
  }
  return Math.max(0, to - from);
}
