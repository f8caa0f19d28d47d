import type { Accounts } from './accounts.ts';
import { F, FLAG, U } from './layout.ts';

/**
 * Shops, utilities, salary payers, the outside: accounts that deal with everybody. They are never
 * walked through, because a path through a shop joins strangers. A file that does not name them shows
 * them by how many they deal with.
 *
 * 400 lies far above a drug-shop card (30 to 150 payers before it is dropped) and far below a shop.
 */
export const HUB_COUNTERPARTIES = 400;
/** And so many per 28 days on average, so that a long life alone makes no one a hub. */
const HUB_PER_MONTH = 100;
const MONTH_MS = 28 * 86_400_000;

/** True if the account is a hub now. A hub stays one. */
export function isHub(accounts: Accounts, account: number): boolean {
  return (accounts.u32(account, U.flags) & (FLAG.hub | FLAG.hubTold)) !== 0;
}

/** Payments that make a shop or an employer when nearly all are of that kind: a till needs a contract. */
const KIND_PAYMENTS = 30;
const KIND_SHARE = 0.8;

/** Recognises a hub by what it has done so far; true when it becomes one with this call. */
export function recognise(accounts: Accounts, account: number, at: number): boolean {
  if (isHub(accounts, account)) return false;
  if (!isShopOrEmployer(accounts, account) && !dealsWithEverybody(accounts, account, at))
    return false;
  accounts.setFlag(account, FLAG.hub);
  return true;
}

function isShopOrEmployer(accounts: Accounts, account: number): boolean {
  const sold = accounts.u32(account, U.spendingIn);
  if (sold >= KIND_PAYMENTS && sold >= KIND_SHARE * accounts.u32(account, U.inCount)) return true;
  const wages = accounts.u32(account, U.wagesOut);
  return wages >= KIND_PAYMENTS && wages >= KIND_SHARE * accounts.u32(account, U.outCount);
}

function dealsWithEverybody(accounts: Accounts, account: number, at: number): boolean {
  const met = accounts.u32(account, U.counterparties);
  if (met < HUB_COUNTERPARTIES) return false;
  const months = Math.max(1, (at - accounts.f64(account, F.firstAt)) / MONTH_MS);
  return met >= HUB_PER_MONTH * months;
}
