import { averagePrecision, precisionAt } from '../metrics.ts';
import type { LabelledRows } from './rows.ts';
import { round } from './transfers.ts';

/** By account: what the labels say of it. */
export interface AccountLabels {
  /** Accounts that moved money in the judged rows, in the order they first did, without the outside and those known before. */
  readonly judged: Uint32Array;
  /** 1 by account if it paid or was paid in a confirmed transfer of the judged rows. */
  readonly positive: Uint8Array;
  /** 1 by account if it did so before them: the model may have learnt it, so it counts neither way. */
  readonly knownBefore: Uint8Array;
}

/** @param outside 1 by account that the input says is a shop, bank or the world outside */
export function accountLabels(
  { count, payer, payee, label }: LabelledRows,
  from: number,
  outside: Uint8Array,
): AccountLabels {
  const positive = new Uint8Array(outside.length);
  const knownBefore = new Uint8Array(outside.length);
  for (let i = 0; i < count; i++) {
    if (label[i] === 0) continue;
    const into = i < from ? knownBefore : positive;
    into[payer[i]] = 1;
    into[payee[i]] = 1;
  }
  const judged = new Set<number>();
  for (let i = from; i < count; i++)
    for (const account of [payer[i], payee[i]])
      if (outside[account] === 0 && knownBefore[account] === 0) judged.add(account);
  return { judged: Uint32Array.from(judged), positive, knownBefore };
}

export interface AccountFigures {
  readonly accounts: number;
  readonly positives: number;
  readonly precisionAt50: number;
  readonly precisionAt200: number;
  readonly prAuc: number;
}

/** Judges a ranking of accounts. @param score by account; of equals the account that moved money first comes first */
export function judgeAccounts(
  { judged, positive }: AccountLabels,
  score: ArrayLike<number>,
): AccountFigures {
  const ranking = {
    score: Float64Array.from(judged, (account) => score[account]),
    label: Uint8Array.from(judged, (account) => positive[account]),
  };
  return {
    accounts: judged.length,
    positives: ranking.label.reduce((sum, one) => sum + one, 0),
    precisionAt50: round(precisionAt(ranking, 50)),
    precisionAt200: round(precisionAt(ranking, 200)),
    prAuc: round(averagePrecision(ranking)),
  };
}

/** By account the greatest score of a judged transfer that it paid or was paid in: what a team had seen of it by the end. */
export function strongestOf(
  { count, payer, payee }: LabelledRows,
  score: Float32Array,
  from: number,
  accounts: number,
): Float32Array {
  const most = new Float32Array(accounts);
  for (let i = from; i < count; i++)
    for (const account of [payer[i], payee[i]])
      if (score[i] > most[account]) most[account] = score[i];
  return most;
}
