import type { AccountTable } from '../../domain/account.ts';
import type { TransferBatch } from '../../domain/transfer.ts';

/**
 * Numbers accounts by when they first moved money. Where the engine keeps only a sketch of many accounts it hashes
 * their numbers; numbers must therefore not depend on the order in which a file happens to list its rows.
 * Accounts that side files named (the first `known`) keep their numbers.
 */
export class FirstSeen {
  /** New number by old one, plus 1; 0 = not seen yet. */
  readonly #numbers: Uint32Array;
  #next: number;

  constructor(accounts: number, known: number) {
    this.#numbers = new Uint32Array(accounts);
    for (let a = 0; a < known; a++) this.#numbers[a] = a + 1;
    this.#next = known;
  }

  /** The new number of `account`; the next free one if it was not seen before. */
  numberOf(account: number): number {
    const number = this.#numbers[account];
    if (number > 0) return number - 1;
    this.#numbers[account] = ++this.#next;
    return this.#next - 1;
  }

  /** Puts both accounts of row `i` under their new numbers. */
  renumber(batch: TransferBatch, i: number): void {
    batch.payer[i] = this.numberOf(batch.payer[i]);
    batch.payee[i] = this.numberOf(batch.payee[i]);
  }

  /** Gives the table the new numbers; accounts never seen come last, in their old order. */
  settle(accounts: AccountTable): void {
    accounts.renumber(Uint32Array.from(this.#numbers, (_, account) => this.numberOf(account)));
  }
}
