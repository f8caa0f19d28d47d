import type { AccountFlows } from './account-flows.ts';
import type { Flows } from './model.ts';
import type { Suspicion } from './suspicion.ts';

/** Suspicious money between two accounts, whichever way it ran. */
export interface Tie {
  a: number;
  b: number;
  /** 0..1: mean of the shares it is of what the one paid and of what the other received, suspicious money only. */
  weight: number;
  minor: number;
}

/** A tie below this is a trifle for both sides. */
export const TIE_MIN = 0.05;

/** An account that ties suspects together belongs to them if at least this share of its suspicious money is with them. */
const BRIDGE_SHARE = 0.3;
/** Accounts without a score of their own that may stand in a row between two suspects. */
const BRIDGES_IN_ROW = 2;

/**
 * The core of the rings: the suspects, the accounts that join at least two of them, and the ties between all these.
 * Ordered by account; nothing depends on the order of the suspects.
 */
export function tieTogether(
  flows: Flows,
  index: AccountFlows,
  suspicion: Suspicion,
  isHub: (account: number) => boolean,
  suspects: readonly number[],
): { accounts: number[]; ties: Tie[] } {
  const core = new Set(suspects);
  for (let round = 0; round < BRIDGES_IN_ROW; round++) {
    const found = bridges(tiesOf(flows, index, suspicion, isHub, core), core, suspicion);
    if (found.length === 0) break;
    for (const account of found) core.add(account);
  }
  const ties = tiesOf(flows, index, suspicion, isHub, core);
  return {
    accounts: [...core].sort((a, b) => a - b),
    ties: ties.filter((tie) => core.has(tie.a) && core.has(tie.b)),
  };
}

/** Ties with at least one end in the core, hubs left out. */
function tiesOf(
  flows: Flows,
  index: AccountFlows,
  suspicion: Suspicion,
  isHub: (account: number) => boolean,
  core: ReadonlySet<number>,
): Tie[] {
  const ties = new Map<string, Tie>();
  const add = (payer: number, payee: number, minor: number): void => {
    const weight = (minor / suspicion.outMinor[payer] + minor / suspicion.inMinor[payee]) / 2;
    const [a, b] = payer < payee ? [payer, payee] : [payee, payer];
    const tie = ties.get(`${a} ${b}`);
    if (tie === undefined) ties.set(`${a} ${b}`, { a, b, weight, minor });
    else {
      tie.weight = Math.min(1, tie.weight + weight);
      tie.minor += minor;
    }
  };
  for (const account of core) {
    if (isHub(account) || account >= index.accounts) continue;
    const paid = index.out.subarray(index.outFrom[account], index.outFrom[account + 1]);
    for (const [payee, minor] of sumBy(paid, flows.payee, suspicion.minor))
      if (!isHub(payee)) add(account, payee, minor);
    const received = index.in.subarray(index.inFrom[account], index.inFrom[account + 1]);
    for (const [payer, minor] of sumBy(received, flows.payer, suspicion.minor))
      if (!isHub(payer) && !core.has(payer)) add(payer, account, minor);
  }
  return [...ties.values()]
    .filter((tie) => tie.weight >= TIE_MIN)
    .sort((x, y) => x.a - y.a || x.b - y.b);
}

function sumBy(
  transfers: Uint32Array,
  party: Uint32Array,
  minor: Float64Array,
): Map<number, number> {
  const sums = new Map<number, number>();
  for (const t of transfers)
    if (minor[t] > 0) sums.set(party[t], (sums.get(party[t]) ?? 0) + minor[t]);
  return sums;
}

/** Accounts outside the core with material ties to two or more inside, and little business elsewhere. */
function bridges(ties: readonly Tie[], core: ReadonlySet<number>, suspicion: Suspicion): number[] {
  const found = new Map<number, { ties: number; minor: number }>();
  for (const tie of ties) {
    if (core.has(tie.a) === core.has(tie.b)) continue;
    const outside = core.has(tie.a) ? tie.b : tie.a;
    const known = found.get(outside) ?? { ties: 0, minor: 0 };
    known.ties++;
    known.minor += tie.minor;
    found.set(outside, known);
  }
  const joins: number[] = [];
  for (const [account, known] of found) {
    const business = suspicion.inMinor[account] + suspicion.outMinor[account];
    if (known.ties >= 2 && known.minor >= BRIDGE_SHARE * business) joins.push(account);
  }
  return joins;
}
