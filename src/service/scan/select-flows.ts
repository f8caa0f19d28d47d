import type { Flows } from '../../network/model.ts';
import type { Journal } from './journal.ts';
import type { VerdictLog } from './verdict-log.ts';

/** Most payments of suspects that the network stage holds; past it the least suspicious stay out. */
export const FLOWS_MAX = 2_000_000;

/**
 * The transfers that touch an account of `around`, in time order, without repeats: the money of those
 * accounts is then complete, and FIFO over it exact.
 */
export async function selectFlows(
  journal: Journal,
  verdicts: VerdictLog,
  around: ReadonlySet<number>,
  accounts: number,
): Promise<Flows> {
  const wanted = new Uint8Array(accounts);
  for (const account of around) wanted[account] = 1;
  const flows = new GrowingFlows();
  for (let b = 0; b < journal.length; b++) {
    const batch = await journal.read(b);
    const said = await verdicts.read(b);
    for (let i = 0; i < batch.count; i++)
      if (said.score[i] >= 0 && (wanted[batch.payer[i]] || wanted[batch.payee[i]]))
        flows.add(
          batch.at[i],
          batch.payer[i],
          batch.payee[i],
          batch.amountMinor[i],
          batch.channel[i],
          said.score[i],
        );
  }
  return flows.columns();
}

class GrowingFlows {
  #columns = sized(4096);

  add(
    at: number,
    payer: number,
    payee: number,
    amountMinor: number,
    channel: number,
    score: number,
  ): void {
    const c = this.#columns;
    if (c.count === c.at.length) this.#grow();
    const n = this.#columns.count++;
    this.#columns.at[n] = at;
    this.#columns.payer[n] = payer;
    this.#columns.payee[n] = payee;
    this.#columns.amountMinor[n] = amountMinor;
    this.#columns.channel[n] = channel;
    this.#columns.score[n] = Math.round(score);
  }

  columns(): Flows {
    return this.#columns;
  }

  #grow(): void {
    const old = this.#columns;
    const wider = sized(old.at.length * 2);
    wider.count = old.count;
    wider.at.set(old.at);
    wider.payer.set(old.payer);
    wider.payee.set(old.payee);
    wider.amountMinor.set(old.amountMinor);
    wider.channel.set(old.channel);
    wider.score.set(old.score);
    this.#columns = wider;
  }
}

const sized = (rows: number): Flows => ({
  count: 0,
  at: new Float64Array(rows),
  payer: new Uint32Array(rows),
  payee: new Uint32Array(rows),
  amountMinor: new Float64Array(rows),
  channel: new Uint8Array(rows),
  score: new Uint8Array(rows),
});
