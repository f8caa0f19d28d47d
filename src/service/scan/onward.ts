import type { Found } from '../../network/find.ts';
import { HANDED_ON_MS } from '../../network/hand-over.ts';

/** An account that got at least this part of what a suspect handed on is where its money went. */
const MATERIAL_SHARE = 0.25;

/**
 * Pairs 'payer payee' on which money must be followed on: between working members of a network, and from an account worth a
 * look that stands in none (one statement alone shows no ring) to whom it handed most on.
 */
export function onwardPairs(found: Found, worthALook: (score: number) => boolean): Set<string> {
  const { networks, accountScores } = found;
  const pairs = new Set<string>();
  const placed = new Set<number>();
  for (const { members, edges } of networks) {
    const working = new Set(members.filter((m) => m.role !== 'victim').map((m) => m.account));
    for (const account of working) placed.add(account);
    for (const { from, to } of edges)
      if (working.has(from) && working.has(to)) pairs.add(`${from} ${to}`);
  }
  for (const [account, score] of accountScores)
    if (!placed.has(account) && worthALook(score))
      for (const payee of handedTo(found, account)) pairs.add(`${account} ${payee}`);
  return pairs;
}

function handedTo({ detail }: Found, account: number): number[] {
  const sums = new Map<number, number>();
  let total = 0;
  for (const { to, inAt, outAt, amountMinor } of detail(account)) {
    if (to === null || outAt === null || outAt - inAt > HANDED_ON_MS) continue;
    sums.set(to, (sums.get(to) ?? 0) + amountMinor);
    total += amountMinor;
  }
  return [...sums].filter(([, minor]) => minor >= MATERIAL_SHARE * total).map(([to]) => to);
}
