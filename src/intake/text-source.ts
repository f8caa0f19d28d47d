import type { AccountTable } from '../domain/account.ts';
import { toReject } from '../domain/reject.ts';
import type { TransferBatch } from '../domain/transfer.ts';
import { parse } from './parse.ts';
import { parseInWorker } from './parse-in-worker.ts';
import type { ParsedBatch } from './parsed-batch.ts';
import type { ReadPlan } from './read-plan.ts';
import type { IntakeContext, TransferSource } from './source.ts';

/** A column carried beside the transfers: row i says words[codes[i]]. `words` grows from batch to batch. */
export interface SideColumn {
  readonly codes: Uint32Array;
  readonly words: readonly string[];
}

/** A file of rows as a source of transfers. */
export class TextSource implements TransferSource {
  readonly format: string;
  readonly currency: string;
  readonly clock: 'exact' | 'day';
  /** Known schema by which the columns were found, 'map' or 'words'. */
  readonly schema: string;
  /** Amounts read so far that had more than two decimals and were rounded half to even. */
  rounded = 0;
  readonly #plan: ReadPlan;
  readonly #inWorker: boolean;

  constructor(
    plan: ReadPlan,
    about: { currency: string; clock: 'exact' | 'day'; schema: string },
    inWorker: boolean,
  ) {
    this.format = plan.format;
    this.currency = about.currency;
    this.clock = about.clock;
    this.schema = about.schema;
    this.#plan = plan;
    this.#inWorker = inWorker;
  }

  async *read(context: IntakeContext): AsyncGenerator<TransferBatch, void> {
    for await (const { batch } of this.readWithSide(context)) yield batch;
  }

  /** As `read`, with the side columns that were asked for. For evaluations: the engine never gets them. */
  async *readWithSide(
    context: IntakeContext,
  ): AsyncGenerator<{ batch: TransferBatch; side: SideColumn[] }, void> {
    const inTable = new NumbersInTable(context.accounts);
    const words: string[][] = this.#plan.row.side.map(() => []);
    const parsing = this.#inWorker ? parseInWorker(this.#plan) : parse(this.#plan);
    for await (const parsed of parsing) {
      this.rounded += parsed.rounded;
      context.advanced(parsed.bytes);
      this.#passRejects(parsed, context);
      parsed.sideWords.forEach((fresh, i) => {
        words[i]?.push(...fresh);
      });
      inTable.translate(parsed);
      yield {
        batch: parsed.batch,
        side: parsed.side.map((codes, i) => ({ codes, words: words[i] ?? [] })),
      };
    }
  }

  #passRejects(parsed: ParsedBatch, context: IntakeContext): void {
    for (const { line, ...problem } of parsed.rejects)
      context.reject(toReject(this.#plan.row.fileName, line, problem, context.language));
  }
}

/** The file's own numbers of accounts and devices -> the scan's. */
class NumbersInTable {
  readonly #table: AccountTable;
  #accounts = new Uint32Array(1024);
  #known = 0;
  /** Position 0 is 'not told' on both sides. */
  readonly #devices: number[] = [0];
  /** No file before this one named an account: both numberings are the same so far. */
  #same = true;

  constructor(table: AccountTable) {
    this.#table = table;
  }

  /** Enters the batch's new names and facts in the table and re-numbers its columns, in place. */
  translate({ batch, accounts, devices, facts }: ParsedBatch): void {
    this.#enter(accounts);
    for (const name of devices) this.#devices.push(this.#table.internDevice(name));
    for (const { account, ...told } of facts) this.#table.learn(this.#accounts[account], told);
    const { count, payer, payee, device } = batch;
    if (!this.#same) {
      const numbers = this.#accounts;
      for (let i = 0; i < count; i++) {
        payer[i] = numbers[payer[i]];
        payee[i] = numbers[payee[i]];
      }
    }
    if (this.#devices.length > 1)
      for (let i = 0; i < count; i++) device[i] = this.#devices[device[i]] ?? 0;
  }

  #enter(names: readonly string[]): void {
    const need = this.#known + names.length;
    if (need > this.#accounts.length) {
      const wider = new Uint32Array(Math.max(need, this.#accounts.length * 2));
      wider.set(this.#accounts);
      this.#accounts = wider;
    }
    for (const name of names) {
      const number = this.#table.intern(name);
      if (number !== this.#known) this.#same = false;
      this.#accounts[this.#known++] = number;
      const bankCode = /^KZ\d\d(\d{3})[0-9A-Z]{13}$/.exec(name)?.[1];
      if (bankCode !== undefined) this.#table.learn(number, { bankCode });
    }
  }
}
