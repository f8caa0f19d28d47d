import type { TransferBatch } from '../../domain/transfer.ts';
import type { VerdictBatch } from '../../engine/engine.ts';

interface Parties {
  readonly payers: Set<number>;
  readonly payees: Set<number>;
}

/** Sums over all transfers, and with whom the accounts of the report dealt. */
export class Tally {
  amountMinor = 0;
  from = Number.POSITIVE_INFINITY;
  to = Number.NEGATIVE_INFINITY;
  readonly #wanted: Uint8Array;
  readonly #parties = new Map<number, Parties>();

  /** @param of accounts whose counterparties are counted */
  constructor(of: Iterable<number>, accounts: number) {
    this.#wanted = new Uint8Array(accounts);
    for (const account of of) {
      this.#wanted[account] = 1;
      this.#parties.set(account, { payers: new Set(), payees: new Set() });
    }
  }

  add(batch: TransferBatch, said: VerdictBatch): void {
    for (let i = 0; i < batch.count; i++) {
      if (said.score[i] < 0) continue;
      const [payer, payee, at] = [batch.payer[i], batch.payee[i], batch.at[i]];
      this.amountMinor += batch.amountMinor[i];
      if (at < this.from) this.from = at;
      if (at > this.to) this.to = at;
      if (this.#wanted[payer]) this.#parties.get(payer)?.payees.add(payee);
      if (this.#wanted[payee]) this.#parties.get(payee)?.payers.add(payer);
    }
  }

  payers(account: number): number {
    return this.#parties.get(account)?.payers.size ?? 0;
  }

  payees(account: number): number {
    return this.#parties.get(account)?.payees.size ?? 0;
  }
}
