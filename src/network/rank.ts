import type { Member, Network } from './model.ts';

/**
 * How many of the strongest accounts speak for a network: at least so many, and two of three. The ends of a line are
 * often known by nothing but where they stand; where most members are weak, strangers were joined.
 */
const STRONGEST = 5;
const MOST = 2 / 3;

/** What the shape of a network adds, each as the chance that it shows a network where scores alone do not. */
const STRUCTURE = {
  /** Three working accounts or more, each a suspect or tied to suspects: chance meetings are pairs. */
  severalMembers: 0.15,
  /** Money of two or more members ends at one account, by the share of it that does. */
  commonSink: 0.25,
  /** A collector and somebody the money goes on to. */
  gatheredAndPassed: 0.2,
  /** Money is taken out. */
  cashedOut: 0.1,
} as const;

/**
 * How sure it is that this is a network, 0..100: the mean score of its stronger accounts, and what its shape
 * adds to it. Parts are joined as independent chances, so the result never passes 100 and never falls below
 * the mean.
 */
export function certaintyOf(members: readonly Member[], commonSink: Network['commonSink']): number {
  const working = members.filter((member) => member.role !== 'victim');
  const scores = working.map((member) => member.score).sort((a, b) => b - a);
  const strongest = scores.slice(0, Math.max(STRONGEST, Math.ceil(MOST * scores.length)));
  const mean =
    strongest.reduce((sum, score) => sum + score, 0) / Math.max(1, strongest.length) / 100;
  const has = (role: Member['role']): boolean => working.some((member) => member.role === role);
  let doubt = 1 - mean;
  if (working.length >= 3) doubt *= 1 - STRUCTURE.severalMembers;
  if (commonSink !== null) doubt *= 1 - STRUCTURE.commonSink * commonSink.shareOfMoney;
  if (has('collector') && (has('transit') || has('cashout') || has('organiser')))
    doubt *= 1 - STRUCTURE.gatheredAndPassed;
  if (has('cashout')) doubt *= 1 - STRUCTURE.cashedOut;
  return Math.round(100 * (1 - doubt));
}

/**
 * Networks by the harm to be expected, money x certainty, largest first; of equals the surer, then the earlier, then
 * the one with the smaller account. Returns the order as indexes.
 */
export function rankOrder(networks: readonly Network[]): number[] {
  const expected = networks.map((network) => network.harmMinor * (network.certainty / 100));
  const lowest = networks.map((network) => Math.min(...network.members.map((m) => m.account)));
  return Array.from(networks.keys()).sort(
    (a, b) =>
      expected[b] - expected[a] ||
      networks[b].certainty - networks[a].certainty ||
      networks[a].from - networks[b].from ||
      lowest[a] - lowest[b],
  );
}
