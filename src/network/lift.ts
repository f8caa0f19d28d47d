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
const LIFT_MAX = 0.6;

/**
 * Scores in retrospect, 0..100: what the engine said of an account, lifted by the network it stands in. The lift is
 * the network's certainty x what the role says x the share of the account's suspicious money that is with other
 * working members, at most 0.6, joined with the own score as independent chances: never lower than the own score.
 * An account in several networks takes the greatest lift.
 */
export function accountScores(
  scene: Scene,
  told: Iterable<{ account: number; score: number }>,
  networks: readonly Network[],
): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { account, score } of told)
    scores.set(account, Math.max(score, scores.get(account) ?? 0));
  const lifts = new Map<number, number>();
  for (const network of networks) {
    const roles = new Map(network.members.map((member) => [member.account, member.role]));
    for (const member of network.members) {
      const lift =
        LIFT_MAX *
        (network.certainty / 100) *
        BY_ROLE[member.role] *
        involvement(scene, member, network, roles);
      if (lift > (lifts.get(member.account) ?? 0)) lifts.set(member.account, lift);
    }
  }
  for (const [account, lift] of lifts) {
    const own = scores.get(account) ?? 0;
    scores.set(account, 100 - (100 - own) * (1 - lift));
  }
  return scores;
}

/** Share 0..1 of the account's suspicious money that it received from or paid to members. */
function involvement(
  { suspicion }: Scene,
  member: Member,
  network: Network,
  roles: ReadonlyMap<number, Role>,
): number {
  const all = suspicion.inMinor[member.account] + suspicion.outMinor[member.account];
  if (all === 0) return 0;
  let within = 0;
  for (const edge of network.edges)
    if (
      (edge.from === member.account && roles.get(edge.to) !== 'victim') ||
      edge.to === member.account
    )
      within += edge.amountMinor;
  return Math.min(1, within / all);
}
