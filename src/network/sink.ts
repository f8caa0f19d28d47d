import { type Period, paidBy } from './account-flows.ts';
import { DAY_MS } from './clock.ts';
import type { Scene } from './scene.ts';
import { type TraceOptions, type TraceStart, traceDown, traceDownFrom, traceUp } from './trace.ts';

/** The account that the money of several members reaches: often the supplier nobody names. */
export interface CommonSink {
  account: number;
  /** 0..1: of the suspicious money the other members paid, money on its way between them counted once. */
  shareOfMoney: number;
  /** Members of whose money at least MEMBER_SHARE reaches it. */
  fromMembers: number;
  /** Accounts outside the members through which a material part reached it. */
  onTheWay: number[];
}

/** A member's money reaches an account if this share of it does. */
const MEMBER_SHARE = 0.1;
const MEMBERS_MIN = 2;
/** Less than this is not a sink of the network but one payee of many. */
const SHARE_MIN = 0.25;
/** Rest past which money is no longer the same business. */
const HELD_MS_MAX = 7 * DAY_MS;
const HOPS_MAX = 6;
/** Parts below this share of what a member paid are not followed. */
const FLOOR_SHARE = 0.01;
/** If this share of a candidate's money goes on to another one that is as common, the other one is the sink. */
const PASSED_ON = 0.5;
const AS_COMMON = 0.7;
const STEPS_MAX = 8;
const ON_THE_WAY_SHARE = 0.1;

/** The common sink of `members` in the period, or null. Hubs (shops, the outside) never are one. */
export function findCommonSink(
  scene: Scene,
  members: readonly number[],
  period: Period,
): CommonSink | null {
  const reach = reachOfMembers(scene, members, period);
  const candidates = [...reach.entries()].filter(([, r]) => r.members >= MEMBERS_MIN);
  candidates.sort((a, b) => b[1].members * b[1].minor - a[1].members * a[1].minor || a[0] - b[0]);
  if (candidates.length === 0) return null;
  const account = followOn(scene, candidates[0][0], reach, period);
  const fromMembers = reach.get(account)?.members ?? 0;
  return measure(scene, account, fromMembers, members, period);
}

interface Reach {
  members: number;
  /** Each member's money that reached the account, at most what the member paid. */
  minor: number;
}

function reachOfMembers(
  scene: Scene,
  members: readonly number[],
  period: Period,
): Map<number, Reach> {
  const reach = new Map<number, Reach>();
  for (const member of members) {
    for (const [account, share] of sharesFrom(scene, member, period)) {
      if (share.part < MEMBER_SHARE) continue;
      const known = reach.get(account) ?? { members: 0, minor: 0 };
      known.members++;
      known.minor += share.minor;
      reach.set(account, known);
    }
  }
  return reach;
}

/** Where the suspicious money an account paid went: share and sum by account, hubs and itself left out. */
function sharesFrom(
  scene: Scene,
  account: number,
  period: Period,
): Map<number, { part: number; minor: number }> {
  const { links, index } = scene;
  const paid = paidBy(index, links.flows, account, period).filter(
    (t) => scene.suspicion.minor[t] > 0,
  );
  const shares = new Map<number, { part: number; minor: number }>();
  let paidMinor = 0;
  for (const t of paid) paidMinor += links.flows.amountMinor[t];
  const options = { ...followed(scene), floorMinor: paidMinor * FLOOR_SHARE };
  const trace = traceDownFrom(links, account, paid, options);
  for (const [reached, visit] of trace.accounts) {
    if (reached === account || scene.isHub(reached)) continue;
    const minor = Math.min(visit.minor, trace.startedMinor);
    shares.set(reached, { part: minor / trace.startedMinor, minor });
  }
  return shares;
}

function followed({ links }: Scene): TraceOptions {
  // With days only, a rest of seven days and one of eight cannot be told apart.
  return { hopsMax: HOPS_MAX, heldMsMax: HELD_MS_MAX + (links.clock === 'day' ? DAY_MS : 0) };
}

/** Walks from an account that hands the money on to the one that it is handed to, while that one is as common. */
function followOn(
  scene: Scene,
  first: number,
  reach: ReadonlyMap<number, Reach>,
  period: Period,
): number {
  const seen = new Set([first]);
  let account = first;
  for (let step = 0; step < STEPS_MAX; step++) {
    const from = reach.get(account);
    if (from === undefined) return account;
    let next = -1;
    let most = PASSED_ON;
    for (const [reached, { part }] of sharesFrom(scene, account, period)) {
      const to = reach.get(reached);
      const common = to !== undefined && to.members >= AS_COMMON * from.members;
      if (common && !seen.has(reached) && (part > most || (part === most && reached < next))) {
        next = reached;
        most = part;
      }
    }
    if (next < 0) return account;
    account = next;
    seen.add(account);
  }
  return account;
}

/** Counts the members' money once, with the sink taking in whatever arrives. */
function measure(
  scene: Scene,
  account: number,
  fromMembers: number,
  members: readonly number[],
  period: Period,
): CommonSink | null {
  const { links, index } = scene;
  const { flows } = links;
  const starts: TraceStart[] = [];
  for (const member of members)
    if (member !== account)
      for (const transfer of paidBy(index, flows, member, period))
        if (scene.suspicion.minor[transfer] > 0)
          starts.push({ transfer, minor: flows.amountMinor[transfer] });
  const until = (reached: number): boolean => reached === account;
  const down = traceDown(links, starts, { ...followed(scene), until });
  const arrived = down.accounts.get(account)?.minor ?? 0;
  const shareOfMoney = down.startedMinor === 0 ? 0 : arrived / down.startedMinor;
  if (shareOfMoney < SHARE_MIN || fromMembers < MEMBERS_MIN) return null;
  const last = [...down.transfers]
    .filter(([t]) => flows.payee[t] === account)
    .map(([transfer, minor]) => ({ transfer, minor }));
  const inside = new Set(members);
  const up = traceUp(links, last, { ...followed(scene), until: (a) => inside.has(a) });
  const onTheWay = [...up.accounts]
    .filter(
      ([a, visit]) =>
        !inside.has(a) &&
        a !== account &&
        !scene.isHub(a) &&
        (down.accounts.get(a)?.minor ?? 0) > 0 &&
        visit.minor >= ON_THE_WAY_SHARE * arrived,
    )
    .map(([a]) => a)
    .sort((a, b) => a - b);
  return { account, shareOfMoney, fromMembers, onTheWay };
}
