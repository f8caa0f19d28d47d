import { GrowingColumns } from './growing-columns.ts';
import { isCashIn, isCashOut } from './transfer-features.ts';

/** Words per account: last arrival (s), last payment (s), cash paid in, cash taken out (f32, minor units). */
const WORDS = 4;
const LAST_IN = 0;
const LAST_OUT = 1;
const CASH_IN = 2;
const CASH_OUT = 3;

/**
 * When money last came to and left an account, and how much of it was cash. 16 bytes an account, kept only while
 * a model reads it; no rule does.
 */
export class LastMoves {
  readonly columns = new GrowingColumns(WORDS);

  /** Seconds since money last came to `account`; NaN if it never did. */
  sinceIn(account: number, nowSec: number): number {
    return this.#since(account, nowSec, LAST_IN);
  }

  /** Seconds since `account` last paid; NaN if it never did. */
  sinceOut(account: number, nowSec: number): number {
    return this.#since(account, nowSec, LAST_OUT);
  }

  cashIn(account: number): number {
    return this.columns.f32[account * WORDS + CASH_IN];
  }

  cashOut(account: number): number {
    return this.columns.f32[account * WORDS + CASH_OUT];
  }

  /** Makes room for `account`. Call before reading. */
  ensure(account: number): void {
    this.columns.ensure(account);
  }

  /** Notes one transfer; call after its features were read. */
  note(payer: number, payee: number, atMs: number, amountMinor: number, channel: number): void {
    const { u32, f32 } = this.columns;
    // Moved by one: 0 says never.
    const sec = Math.floor(atMs / 1000) + 1;
    u32[payee * WORDS + LAST_IN] = sec;
    u32[payer * WORDS + LAST_OUT] = sec;
    if (isCashIn(channel)) f32[payee * WORDS + CASH_IN] += amountMinor;
    if (isCashOut(channel)) f32[payer * WORDS + CASH_OUT] += amountMinor;
  }

  #since(account: number, nowSec: number, word: number): number {
    const sec = this.columns.u32[account * WORDS + word];
    return sec === 0 ? Number.NaN : Math.max(0, nowSec + 1 - sec);
  }
}
