import type { AccountLabels } from './accounts.ts';
import type { LabelledRows } from './rows.ts';
import { round } from './transfers.ts';

/** A found network: its members, victims told apart. */
export interface FoundNetwork {
  readonly members: readonly { readonly account: number; readonly isVictim: boolean }[];
}

export interface NetworkFigures {
  readonly networks: number;
  /** Labelled patterns, and those of which some one network holds at least half of the accounts. */
  readonly patterns: number;
  readonly met: number;
  readonly metShare: number;
  /** Members of the first networks, victims left out, and those of them that are positive. */
  readonly firstNetworks: number;
  readonly firstMembers: number;
  readonly firstPositives: number;
  readonly firstShare: number;
}

const FIRST_NETWORKS = 10;

/**
 * @param networks by rank
 * @param patterns rows of each judged pattern
 * @param outside 1 by account that no network could hold: it counts neither way
 */
export function judgeNetworks(
  rows: LabelledRows,
  networks: readonly FoundNetwork[],
  patterns: readonly (readonly number[])[],
  labels: AccountLabels,
  outside: Uint8Array,
): NetworkFigures {
  const memberOf = new Map<number, number[]>();
  networks.forEach(({ members }, n) => {
    for (const { account } of members) memberOf.set(account, [...(memberOf.get(account) ?? []), n]);
  });
  const met = patterns.filter((pattern) => isMet(accountsOf(rows, pattern, outside), memberOf));
  const first = networks.slice(0, FIRST_NETWORKS);
  const members = new Set(
    first.flatMap((n) => n.members.filter((m) => !m.isVictim).map((m) => m.account)),
  );
  const counted = [...members].filter((a) => labels.knownBefore[a] === 0 && outside[a] === 0);
  const positives = counted.filter((a) => labels.positive[a] === 1).length;
  return {
    networks: networks.length,
    patterns: patterns.length,
    met: met.length,
    metShare: round(met.length / patterns.length),
    firstNetworks: first.length,
    firstMembers: counted.length,
    firstPositives: positives,
    firstShare: round(positives / counted.length),
  };
}

function accountsOf(
  { payer, payee }: LabelledRows,
  pattern: readonly number[],
  outside: Uint8Array,
): Set<number> {
  return new Set(pattern.flatMap((i) => [payer[i], payee[i]]).filter((a) => outside[a] === 0));
}

function isMet(accounts: ReadonlySet<number>, memberOf: ReadonlyMap<number, number[]>): boolean {
  const held = new Map<number, number>();
  for (const account of accounts)
    for (const n of memberOf.get(account) ?? []) held.set(n, (held.get(n) ?? 0) + 1);
  return [...held.values()].some((count) => 2 * count >= accounts.size);
}
