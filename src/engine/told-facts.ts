import type { AccountFacts } from '../domain/account.ts';
import type { Accounts } from './accounts.ts';
import { B, F, U } from './layout.ts';

/**
 * How what is told of an account lies in its record. A birth takes four bytes and a small number one, so that a customer's
 * rating, links and cards found room in the record as it was: no transfer touches a cache line more for them.
 */

/** Births are whole seconds from here: the word then reaches to 2036. 0 is kept for "not told". */
const BIRTHS_FROM_MS = Date.UTC(1900, 0, 1);
const WORD_MAX = 0xffff_ffff;
/** Small numbers stand one higher, for 0 is "not told"; greater ones stand still here. */
const BYTE_MAX = 0xff;

/** Writes what `facts` tells into the record of `account`; what they are silent about stays. */
export function tellFacts(accounts: Accounts, account: number, facts: AccountFacts): void {
  const { f64, u32, u8 } = accounts.page(account);
  const fb = accounts.f64Base(account);
  const bb = accounts.u8Base(account);
  if (facts.openedAt !== undefined) f64[fb + F.openedAt] = facts.openedAt;
  if (facts.incomeMonthMinor !== undefined) f64[fb + F.incomeMonth] = facts.incomeMonthMinor;
  if (facts.bornAt !== undefined)
    u32[accounts.u32Base(account) + U.born] = wordOfBirth(facts.bornAt);
  if (facts.ratingPoints !== undefined) u8[bb + B.rating] = byteOf(facts.ratingPoints);
  if (facts.linkedAccounts !== undefined) u8[bb + B.linkedAccounts] = byteOf(facts.linkedAccounts);
  if (facts.cards !== undefined) u8[bb + B.cards] = byteOf(facts.cards);
}

/** Epoch ms of a birth in a record, NaN where none was told. */
export const bornAtOf = (word: number): number =>
  word === 0 ? Number.NaN : BIRTHS_FROM_MS + word * 1000;

/** The number in a byte of a record, NaN where none was told. */
export const countOf = (byte: number): number => (byte === 0 ? Number.NaN : byte - 1);

const wordOfBirth = (bornAt: number): number =>
  Math.max(1, Math.min(WORD_MAX, Math.floor((bornAt - BIRTHS_FROM_MS) / 1000)));

const byteOf = (count: number): number => Math.max(1, Math.min(BYTE_MAX, Math.round(count) + 1));
