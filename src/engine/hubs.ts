import type { Accounts } from './accounts.ts';
import { F, FLAG, U } from './layout.ts';

/**
 * Shops, utilities, salary payers, the outside: accounts that deal with everybody. They are never
 * walked through, because a path through a shop joins strangers. A file that does not name them shows
 * them by how many they deal with.
 *
 * 400 lies far above a drug-shop card (30 to 150 payers before it is dropped) and far below a shop.
 */
const HUB_COUNTERPARTIES = 400;
/** And so many per 28 days on average, so that a long life alone makes no one a hub. */
const HUB_PER_MONTH = 100;
const MONTH_MS = 28 * 86_400_000;

/** True if the account is a hub now. A hub stays one. */
export function isHub(accounts: Accounts, account: number): boolean {
  return accounts.isHub(account);
}

/**
 * A person is never the till, the employer or the cash desk of a payment; an account that is it so often,
 * and in so large a part of its payments, is a business of that kind.
 */
const SERVED_PAYMENTS = 30;
const SERVED_SHARE = 0.5;

/** Recognises a hub by what it has done so far; true when it becomes one with this call. */
export function recognise(accounts: Accounts, account: number, at: number): boolean {
  if (isHub(accounts, account)) return false;
  if (!serves(accounts, account) && !dealsWithEverybody(accounts, account, at)) return false;
  accounts.setFlag(account, FLAG.hub);
  return true;
}

function serves(accounts: Accounts, account: number): boolean {
  const served = accounts.u32(account, U.served);
  if (served < SERVED_PAYMENTS) return false;
  const payments = accounts.u32(account, U.inCount) + accounts.u32(account, U.outCount);
  return served >= SERVED_SHARE * payments;
}

function dealsWithEverybody(accounts: Accounts, account: number, at: number): boolean {
  const met = accounts.u32(account, U.counterparties);
  if (met < HUB_COUNTERPARTIES) return false;
  const months = Math.max(1, (at - accounts.f64(account, F.firstAt)) / MONTH_MS);
  return met >= HUB_PER_MONTH * months;
}
