import { DAY_MS } from '../local-time.ts';
import type { Ownership } from './aliases.ts';
import type { JoinedTransfer, View } from './joined-transfer.ts';
import { standExact, standPosted, standSameDay } from './one-transfer.ts';
import { pairUp, type Standing } from './pair-up.ts';
import { isAlias, isUnknown } from './party.ts';

type Stand = (a: JoinedTransfer, b: JoinedTransfer) => Standing;
type Pair = (known: JoinedTransfer, told: JoinedTransfer) => void;

/**
 * Matches what a new view tells with what is known from the views before it, the surest first: exact times; a day
 * and a time; sides known by their owner only; and last, what is left over on both sides although each
 * statement covers the other's time, as posted later.
 */
export function matchViews(
  known: readonly JoinedTransfer[],
  told: readonly JoinedTransfer[],
  ownership: Ownership,
  merge: Pair,
): void {
  const taken = new Set<JoinedTransfer>();
  const take: Pair = (a, b) => {
    taken.add(a).add(b);
    merge(a, b);
  };
  const free = (list: readonly JoinedTransfer[]) => list.filter((t) => !taken.has(t));
  pairByKeys(known, told, standExact, take);
  pairByKeys(free(known), free(told), standSameDay, take);
  matchAliases(free(known), free(told), ownership, take);
  const [lateKnown, lateTold] = coveredByEachOther(free(known), free(told));
  pairByKeys(lateKnown.filter(isSent), lateTold.filter(isPosted), standPosted, take);
  const turned: Stand = (a, b) => TURNED[standPosted(b, a)];
  pairByKeys(free(lateKnown).filter(isPosted), free(lateTold).filter(isSent), turned, take);
}

const TURNED = { same: 'same', early: 'late', late: 'early' } as const;

/** Pairs within the same payer, payee, currency and amount. */
export function pairByKeys(
  known: readonly JoinedTransfer[],
  told: readonly JoinedTransfer[],
  stand: Stand,
  paired: Pair,
): void {
  const key = (t: JoinedTransfer) => `${t.sumKey}|${t.payerKey}|${t.payeeKey}`;
  const toldBy = Map.groupBy(told, key);
  for (const [bucket, as] of Map.groupBy(
    known.filter((t) => toldBy.has(key(t))),
    key,
  ))
    pairUp(inTime(as), inTime(toldBy.get(bucket) ?? []), stand, paired);
}

const inTime = (list: readonly JoinedTransfer[]): JoinedTransfer[] =>
  list.toSorted((a, b) => a.at - b.at || a.order - b.order);

const isSent = (t: JoinedTransfer): boolean => [...t.views].some((v) => v.accounts.has(t.payerKey));
const isPosted = (t: JoinedTransfer): boolean =>
  [...t.views].some((v) => v.accounts.has(t.payeeKey));

/**
 * Rows that have no partner where they should have one: the other account's statements cover their time. Only
 * these may be the same payment posted later; elsewhere a missing partner is a missing statement.
 */
function coveredByEachOther(
  known: readonly JoinedTransfer[],
  told: readonly JoinedTransfer[],
): [JoinedTransfer[], JoinedTransfer[]] {
  const viewOf = new Map<string, View>();
  for (const { views } of [...known, ...told])
    for (const view of views) for (const account of view.accounts) viewOf.set(account, view);
  const covered = (t: JoinedTransfer) =>
    [t.payerKey, t.payeeKey].every((key) =>
      (viewOf.get(key)?.statements ?? []).some(({ from, to }) => from <= t.at && t.at <= to),
    );
  return [known.filter(covered), told.filter(covered)];
}

/** Pairs where one statement knows a side only by its owner, or not at all: nearest in time within the tolerance. */
function matchAliases(
  known: readonly JoinedTransfer[],
  told: readonly JoinedTransfer[],
  ownership: Ownership,
  paired: Pair,
): void {
  const bySum = Map.groupBy(known, (t) => t.sumKey);
  for (const [sum, list] of bySum) bySum.set(sum, inTime(list));
  const taken = new Set<JoinedTransfer>();
  for (const b of inTime(told)) {
    const candidates = bySum.get(b.sumKey) ?? [];
    let best: JoinedTransfer | undefined;
    for (let i = firstFrom(candidates, b.at - DAY_MS); i < candidates.length; i++) {
      const a = candidates[i] as JoinedTransfer;
      if (a.at > b.at + DAY_MS) break;
      if (taken.has(a) || !isNear(a, b) || !mayBeOneTransfer(a, b, ownership)) continue;
      if (best === undefined || Math.abs(a.at - b.at) < Math.abs(best.at - b.at)) best = a;
    }
    if (best === undefined) continue;
    taken.add(best);
    paired(best, b);
  }
}

const isNear = (a: JoinedTransfer, b: JoinedTransfer): boolean =>
  standExact(a, b) === 'same' || standSameDay(a, b) === 'same';

/** A side that one statement does not name at all is only believed when the other side is the same account. */
function mayBeOneTransfer(a: JoinedTransfer, b: JoinedTransfer, ownership: Ownership): boolean {
  const vague = [a.payerKey, a.payeeKey, b.payerKey, b.payeeKey];
  if (!vague.some((key) => isAlias(key) || isUnknown(key))) return false;
  if (vague.some(isUnknown) && a.payerKey !== b.payerKey && a.payeeKey !== b.payeeKey) return false;
  return ownership.mayBeOne(a.payerKey, b.payerKey) && ownership.mayBeOne(a.payeeKey, b.payeeKey);
}

function firstFrom(list: readonly JoinedTransfer[], at: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
