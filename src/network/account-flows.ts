import { accountsIn } from './fifo.ts';
import type { Flows } from './model.ts';

/** The transfers of every account, in time order: out[outFrom[a] .. outFrom[a + 1]] and likewise in. */
export interface AccountFlows {
  readonly accounts: number;
  readonly outFrom: Uint32Array;
  readonly out: Uint32Array;
  readonly inFrom: Uint32Array;
  readonly in: Uint32Array;
}

export function indexByAccount(flows: Flows): AccountFlows {
  const accounts = accountsIn(flows);
  const [outFrom, out] = sortBy(flows.payer, flows.count, accounts);
  const [inFrom, into] = sortBy(flows.payee, flows.count, accounts);
  return { accounts, outFrom, out, inFrom, in: into };
}

function sortBy(column: Uint32Array, count: number, accounts: number): [Uint32Array, Uint32Array] {
  const from = new Uint32Array(accounts + 1);
  for (let t = 0; t < count; t++) from[column[t] + 1]++;
  for (let a = 0; a < accounts; a++) from[a + 1] += from[a];
  const fill = from.slice(0, accounts);
  const sorted = new Uint32Array(count);
  for (let t = 0; t < count; t++) sorted[fill[column[t]]++] = t;
  return [from, sorted];
}

/** Epoch ms, both included. */
export interface Period {
  from: number;
  to: number;
}

export const ALWAYS: Period = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Transfers the account paid in the period. */
export function paidBy(
  index: AccountFlows,
  flows: Flows,
  account: number,
  period: Period = ALWAYS,
): Uint32Array {
  if (account >= index.accounts) return new Uint32Array(0);
  return within(
    index.out.subarray(index.outFrom[account], index.outFrom[account + 1]),
    flows,
    period,
  );
}

/** Transfers the account received in the period. */
export function receivedBy(
  index: AccountFlows,
  flows: Flows,
  account: number,
  period: Period = ALWAYS,
): Uint32Array {
  if (account >= index.accounts) return new Uint32Array(0);
  return within(index.in.subarray(index.inFrom[account], index.inFrom[account + 1]), flows, period);
}

function within(transfers: Uint32Array, { at }: Flows, { from, to }: Period): Uint32Array {
  return transfers.subarray(
    firstWhere(transfers, (t) => at[t] >= from),
    firstWhere(transfers, (t) => at[t] > to),
  );
}

/** Position of the first transfer that `holds`, which then holds for all later ones. */
function firstWhere(transfers: Uint32Array, holds: (t: number) => boolean): number {
  let low = 0;
  let high = transfers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(transfers[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
