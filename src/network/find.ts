import { indexByAccount, type Period } from './account-flows.ts';
import { type AccountLot, heldMsMedian, lotsOf } from './account-lots.ts';
import { activePeriod, untilPaidOn } from './active-period.ts';
import type { Clock } from './clock.ts';
import { withoutEchoes } from './echoes.ts';
import { edgesBetween } from './edges.ts';
import { linkMoney } from './fifo.ts';
import { findFringe } from './fringe.ts';
import { type HandOvers, measureHandOvers } from './hand-over.ts';
import { harmMinor } from './harm.ts';
import { layersOf } from './layers.ts';
import { accountScores } from './lift.ts';
import { lookBack } from './look-back.ts';
import type { Flows, Member, Network, Suspect } from './model.ts';
import { organisations } from './organisations.ts';
import { certaintyOf, rankOrder } from './rank.ts';
import { formRings, type Ring } from './rings.ts';
import type { Role } from './role.ts';
import { type Conduct, conductOf, roleOf } from './roles.ts';
import { buildScene, DOUBT_SCORE_MIN, type Scene, SUSPECT_SCORE_MIN } from './scene.ts';
import { type CommonSink, findCommonSink } from './sink.ts';
import { type StoryFacts, storyFacts } from './story-facts.ts';
import { tieTogether } from './ties.ts';

export interface FindOptions {
  /** Shops, employers, utilities, the outside: never walked through, never a member. */
  hubs: ReadonlySet<number>;
  /** 'day': the order of transfers inside one day is not known. */
  clock: Clock;
  /** Companies whose whole account is seen; none told if not given. */
  firms?: ReadonlySet<number>;
  /**
   * What is much money, minor units. Not given: 40 times the median payment between people
   * in `flows`, which may all be a ring's; then scores are only ever raised.
   */
  muchMinor?: number;
}

export interface Found {
  /** Ranked by harm x certainty, rank 1 first. */
  networks: Network[];
  /** The numbers of each network's story, in the same order. */
  facts: StoryFacts[];
  /** Steps not walked because they led into a hub: payments of working members to hubs. */
  walksCut: number;
  /** Score in retrospect by account, 0..100; an account without an entry has none. */
  accountScores: Map<number, number>;
  /** What every account did with the money of others. */
  handOvers: HandOvers;
  /** The lots of an account, oldest first. */
  detail(account: number): AccountLot[];
  /** Amount-weighted median of how long its money rested; null if nothing left. */
  heldMsMedian(account: number): number | null;
}

/** What a payer may be besides a victim. */
const PAYER_ROLES: ReadonlySet<Role> = new Set(['transit', 'collector', 'organiser']);

/** Accounts that make a network: fewer is a suspect, not a ring. */
const NETWORK_MIN = 3;

/**
 * Finds the networks around the suspects. `flows` in time order (throws a RangeError if not), suspects in any
 * order; the result depends on nothing else and not on the order of rows of one moment.
 */
export function findNetworks(
  flows: Flows,
  told: readonly Suspect[],
  { hubs, clock, muchMinor, firms = new Set() }: FindOptions,
): Found {
  const index = indexByAccount(flows);
  const apart = new Set([...hubs, ...organisations(flows, index, firms)]);
  const links = linkMoney(flows, apart, clock);
  const handOvers = measureHandOvers(links, index, muchMinor);
  const suspects = lookBack(told, handOvers, apart, muchMinor !== undefined);
  const scene = buildScene(links, index, suspects);
  const found = formRings(tieTogether(scene))
    .map((ring) => describe(scene, ring))
    .filter((network) => network !== null);
  const networks = withoutEchoes(rankOrder(found).map((i) => found[i])).map((network, place) => ({
    ...network,
    rank: place + 1,
  }));
  return {
    networks,
    facts: networks.map((network) => storyFacts(scene, network)),
    walksCut: countCut(scene, networks),
    accountScores: accountScores(scene, suspects, networks),
    handOvers,
    detail: (account) => lotsOf(scene, account),
    heldMsMedian: (account) => heldMsMedian(scene, account),
  };
}

/** The network around one ring, its rank still open; null if it is too small to be one. */
function describe(scene: Scene, ring: Ring): Network | null {
  const core = new Set(ring.accounts);
  const active = activePeriod(scene, core, ring);
  if (active === null) return null;
  const { takers, payers } = findFringe(scene, core, active);
  const sink = findCommonSink(scene, [...ring.accounts, ...takers], active);
  const inside = new Set([...core, ...takers, ...(sink?.onTheWay ?? [])]);
  if (sink !== null) inside.add(sink.account);
  const period = untilPaidOn(scene, inside, active);
  const outside = payers.filter((account) => !inside.has(account));
  if (inside.size + outside.length < NETWORK_MIN) return null;
  const described = describeMembers(scene, inside, outside, period, sink);
  const connected = edgesBetween(scene, new Set(described.map((m) => m.account)), period);
  // Who only shops at a member, or whose ties lie outside of the period, stands in no picture of it.
  const met = new Set(connected.flatMap(({ from, to }) => [from, to]));
  const members = described.filter((member) => met.has(member.account));
  if (members.length < NETWORK_MIN) return null;
  const layers = layersOf(
    members.map((m) => m.account),
    connected,
  );
  for (const member of members) member.layer = layers.get(member.account) ?? 0;
  const commonSink =
    sink === null || !met.has(sink.account)
      ? null
      : {
          account: sink.account,
          shareOfMoney: sink.shareOfMoney,
          fromMembers: sink.fromMembers,
        };
  return {
    rank: 0,
    certainty: certaintyOf(members, commonSink),
    harmMinor: harmMinor(scene, passing(members), period),
    from: period.from,
    to: period.to,
    members,
    edges: connected,
    typologies: typologiesOf(scene, members),
    commonSink,
  };
}

function describeMembers(
  scene: Scene,
  inside: ReadonlySet<number>,
  payers: readonly number[],
  period: Period,
  sink: CommonSink | null,
): Member[] {
  const members: Member[] = [];
  const add = (account: number, c: Conduct, role: Role): void => {
    const score = scene.suspectOf(account)?.score ?? 0;
    members.push({ account, role, layer: 0, inMinor: c.inMinor, outMinor: c.outMinor, score });
  };
  for (const account of inside) {
    const conduct = conductOf(scene, account, inside, period, account === sink?.account);
    if (conduct.inMinor + conduct.outMinor > 0)
      add(account, conduct, roleOfWorker(scene, account, conduct));
  }
  for (const account of payers) {
    const conduct = conductOf(scene, account, inside, period, false);
    if (conduct.toMembersMinor > 0) add(account, conduct, roleOfPayer(scene, account, conduct));
  }
  return members.sort((a, b) => a.account - b.account);
}

/**
 * Whom the engine suspects is no victim, though it only pays: it feeds several members, or it handed to one what it had got.
 * Where the flow shows neither, it is linked and no more is said.
 */
function roleOfWorker(scene: Scene, account: number, conduct: Conduct): Role {
  const role = roleOf(conduct);
  const suspected = (scene.suspectOf(account)?.score ?? 0) >= SUSPECT_SCORE_MIN;
  if (role !== 'victim' || !suspected) return role;
  if (conduct.toMembers > 1) return 'organiser';
  return conduct.passedMinor > 0 ? 'transit' : 'none';
}

/**
 * A payer is a victim unless the money it paid was itself gathered or handed on, and the engine too has something
 * to say of it: who forwards a salary or a repaid debt is a victim like the others.
 */
function roleOfPayer(scene: Scene, account: number, conduct: Conduct): Role {
  const role = roleOfWorker(scene, account, conduct);
  const doubted = (scene.suspectOf(account)?.score ?? 0) >= DOUBT_SCORE_MIN;
  return doubted && PAYER_ROLES.has(role) ? role : 'victim';
}

/** Accounts the money goes through: all but those who paid in and those it ends with. */
function passing(members: readonly Member[]): Set<number> {
  return new Set(
    members.filter((m) => m.role !== 'victim' && m.role !== 'organiser').map((m) => m.account),
  );
}

/** Typologies of the members' signals, strongest first, each as strong as at its strongest member. */
function typologiesOf(scene: Scene, members: readonly Member[]): string[] {
  const strength = new Map<string, number>();
  for (const { account, role } of members) {
    if (role === 'victim') continue;
    for (const [typology, points] of Object.entries(scene.suspectOf(account)?.typologies ?? {}))
      strength.set(typology, Math.max(points, strength.get(typology) ?? 0));
  }
  return [...strength]
    .filter(([, points]) => points > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([typology]) => typology);
}

function countCut(scene: Scene, networks: readonly Network[]): number {
  const { links, index } = scene;
  const working = new Set<number>();
  for (const network of networks)
    for (const { account, role } of network.members) if (role !== 'victim') working.add(account);
  let cut = 0;
  for (const account of working)
    for (let i = index.outFrom[account]; i < index.outFrom[account + 1]; i++)
      if (scene.isHub(links.flows.payee[index.out[i]])) cut++;
  return cut;
}
