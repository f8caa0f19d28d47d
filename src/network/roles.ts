import { type Period, paidBy, receivedBy } from './account-flows.ts';
import { HANDED_ON_MS } from './hand-over.ts';
import { takesOut } from './leaving.ts';
import { ramp } from './ramp.ts';
import type { Role } from './role.ts';
import type { Scene } from './scene.ts';

/** What an account did in the period of its network; money in minor units. */
export interface Conduct {
  inMinor: number;
  outMinor: number;
  /** From people outside the network's working accounts, and from these; hubs left out. */
  fromOutsideMinor: number;
  outsidePayers: number;
  fromMembersMinor: number;
  fromMembers: number;
  toMembersMinor: number;
  toMembers: number;
  /** Received from people (not hubs) and passed on or taken out quickly. */
  passedMinor: number;
  /** Taken out as cash or exchanged. */
  cashMinor: number;
  isCommonSink: boolean;
}

/** The one table of thresholds. Chosen by us: they name what was found and decide no case. */
const LIMITS = {
  /** Payers from outside that make a gathering: fewer is how ordinary people live. */
  gather: { lo: 2, hi: 6 },
  /** Share of the income from people that goes on quickly. */
  pass: { lo: 0.2, hi: 0.8 },
  /** Share of the income taken out as cash or crypto. */
  cash: { lo: 0.1, hi: 0.35 },
  /** Members that pay one account, or that one account pays. */
  many: { lo: 1, hi: 4 },
  /** Share of what members paid that may return to them before an end is no end. */
  returned: { lo: 0.1, hi: 0.5 },
  /** A victim may get back this share: recruiters return small sums to win trust. */
  lureMax: 0.1,
  /** Members that a source must feed to be the one who deals out rather than one who lost money. */
  dealsOutMin: 6,
  /** Below this no role fits. */
  scoreMin: 0.3,
} as const;

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/**
 * How well each role fits, 0..1:
 * - victim: pays members, gets nothing (or a lure) from them, hands on nobody's money;
 * - collector: gathers from many outside and hands on or keeps;
 * - transit: hands members' (or a few payers') money on quickly;
 * - cashout: gets members' money and takes it out, or is where a single line of it ends;
 * - organiser: several members' money ends with it, or it deals out to many, or its own money comes back to it.
 */
function roleScores(c: Conduct): Record<Exclude<Role, 'none'>, number> {
  const fromPeople = c.fromOutsideMinor + c.fromMembersMinor;
  const passes = ramp(ratio(c.passedMinor, fromPeople), LIMITS.pass);
  const cash = ramp(ratio(c.cashMinor, fromPeople), LIMITS.cash);
  const outside = ratio(c.fromOutsideMinor, fromPeople);
  const onlyPays =
    c.toMembersMinor > 0 && c.fromMembersMinor <= LIMITS.lureMax * c.toMembersMinor ? 1 : 0;
  const dealsOut = onlyPays === 1 && c.toMembers >= LIMITS.dealsOutMin ? 1 : 0;
  const source = onlyPays * (1 - passes) * (1 - ramp(c.outsidePayers, LIMITS.gather));
  const ends =
    c.fromMembersMinor > 0
      ? 1 - ramp(ratio(c.toMembersMinor, c.fromMembersMinor), LIMITS.returned)
      : 0;
  const many = ramp(c.fromMembers, LIMITS.many);
  const cameBack =
    c.toMembersMinor > 0 && c.fromMembersMinor >= c.toMembersMinor / 2 && outside < 0.5
      ? 0.6 * (1 - passes)
      : 0;
  return {
    victim: source * (1 - dealsOut),
    collector: ramp(c.outsidePayers, LIMITS.gather) * outside,
    transit: passes * ramp(ratio(c.toMembersMinor + c.passedMinor, fromPeople), LIMITS.pass) * 0.9,
    cashout: Math.max(cash, 0.5 * ends * (1 - outside)),
    organiser: Math.max(
      (c.isCommonSink ? 1 : 0.9) * many * ends * (1 - cash),
      source * dealsOut,
      cameBack,
    ),
  };
}

/** Of equal scores the earlier in this order wins: the end of the money says more than its middle. */
const PRECEDENCE = ['organiser', 'cashout', 'collector', 'transit', 'victim'] as const;

export function roleOf(conduct: Conduct): Role {
  const scores = roleScores(conduct);
  let role: Role = 'none';
  let best: number = LIMITS.scoreMin;
  for (const candidate of PRECEDENCE)
    if (scores[candidate] > best) {
      role = candidate;
      best = scores[candidate];
    }
  return role;
}

/** What `account` did in the period. `inside`: the network without its victims. */
export function conductOf(
  scene: Scene,
  account: number,
  inside: ReadonlySet<number>,
  period: Period,
  isCommonSink: boolean,
): Conduct {
  const { links, index, suspicion } = scene;
  const { flows } = links;
  const c: Conduct = {
    inMinor: 0,
    outMinor: 0,
    fromOutsideMinor: 0,
    outsidePayers: 0,
    fromMembersMinor: 0,
    fromMembers: 0,
    toMembersMinor: 0,
    toMembers: 0,
    passedMinor: 0,
    cashMinor: 0,
    isCommonSink,
  };
  const payers = new Set<number>();
  const outsiders = new Set<number>();
  const payees = new Set<number>();
  const limit = HANDED_ON_MS;
  for (const t of receivedBy(index, flows, account, period)) {
    const payer = flows.payer[t];
    if (payer === account) continue;
    c.inMinor += flows.amountMinor[t];
    if (scene.isHub(payer)) continue;
    if (inside.has(payer)) {
      c.fromMembersMinor += flows.amountMinor[t];
      payers.add(payer);
    } else if (suspicion.minor[t] > 0 || links.restMinor[t] > 0) {
      c.fromOutsideMinor += flows.amountMinor[t];
      outsiders.add(payer);
    }
    for (let i = links.creditFrom[t]; i < links.creditFrom[t + 1]; i++) {
      const link = links.byCredit[i];
      const debit = links.debit[link];
      const goesOn = !scene.isHub(flows.payee[debit]) || takesOut(flows.channel[debit]);
      if (goesOn && links.heldMs[link] <= limit) c.passedMinor += links.amountMinor[link];
    }
  }
  for (const t of paidBy(index, flows, account, period)) {
    const payee = flows.payee[t];
    if (payee === account) continue;
    c.outMinor += flows.amountMinor[t];
    if (takesOut(flows.channel[t])) c.cashMinor += flows.amountMinor[t];
    else if (inside.has(payee)) {
      c.toMembersMinor += flows.amountMinor[t];
      payees.add(payee);
    }
  }
  c.outsidePayers = outsiders.size;
  c.fromMembers = payers.size;
  c.toMembers = payees.size;
  return c;
}
