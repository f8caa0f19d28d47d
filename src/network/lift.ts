import type { Member, Network } from './model.ts';
import type { Role } from './role.ts';
import type { Scene } from './scene.ts';

/** How much standing in a network says about an account, by what it does there. A victim is never lifted. */
const BY_ROLE: Readonly<Record<Role, number>> = {
  collector: 1,
  transit: 1,
  cashout: 1,
  organiser: 1,
  none: 0.5,
  victim: 0,
};

/** A ring alone lifts an account at most so far: to be among thieves is not yet to be one. */
const LIFT_MAX = 0.4;

/**
 * Scores in retrospect, 0..100: an account's own score, lifted by the network it stands in towards the score of the
 * network's surest member. The lift is the network's certainty x what the role says x the share of the account's
 * money that is with other working members, at most 0.4 of the way. Never lower than the own score, and nobody is
 * surer than the surest of the ring. An account in several networks takes the greatest lift.
 */
export function accountScores(
  scene: Scene,
  told: Iterable<{ account: number; score: number }>,
  networks: readonly Network[],
): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { account, score } of told)
    scores.set(account, Math.max(score, scores.get(account) ?? 0));
  const lifted = new Map<number, number>();
  for (const network of networks) {
    const roles = new Map(network.members.map((member) => [member.account, member.role]));
    const surest = Math.max(...network.members.map((m) => scores.get(m.account) ?? 0));
    for (const member of network.members) {
      const own = scores.get(member.account) ?? 0;
      const lift =
        LIFT_MAX *
        (network.certainty / 100) *
        BY_ROLE[member.role] *
        involvement(scene, member, network, roles);
      const score = own + lift * (surest - own);
      if (score > (lifted.get(member.account) ?? 0)) lifted.set(member.account, score);
    }
  }
  for (const [account, score] of lifted) scores.set(account, score);
  return scores;
}

/**
 * Share 0..1 of the account's suspicious money of all time, and of all its money in the network's time, that it
 * received from or paid to members: whichever is less. A ring's small change to an ordinary person says little.
 */
function involvement(
  { suspicion }: Scene,
  member: Member,
  network: Network,
  roles: ReadonlyMap<number, Role>,
): number {
  const suspicious = suspicion.inMinor[member.account] + suspicion.outMinor[member.account];
  if (suspicious === 0) return 0;
  let within = 0;
  for (const edge of network.edges)
    if (
      (edge.from === member.account && roles.get(edge.to) !== 'victim') ||
      edge.to === member.account
    )
      within += edge.amountMinor;
  return Math.min(1, within / Math.max(suspicious, member.inMinor + member.outMinor));
}
