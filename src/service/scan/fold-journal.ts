import type { AccountTable } from '../../domain/account.ts';
import type { AccountMark, TransferBatch } from '../../domain/transfer.ts';
import {
  createVerdictBatch,
  Engine,
  type EngineOptions,
  type VerdictBatch,
} from '../../engine/engine.ts';
import { ROWS_MAX } from './batch-bytes.ts';
import { Drift } from './drift.ts';
import type { SecondLook } from './second-look.ts';
import type { VerdictLog } from './verdict-log.ts';

/** An engine over the transfers of one scan: told what is known of accounts, writing down what it says. */
export class Folding {
  readonly engine: Engine;
  readonly log: VerdictLog;
  /** Looks back afterwards; only with a model. */
  readonly look: SecondLook | undefined;
  /** What a model never met; only with one. */
  readonly drift: Drift | undefined;
  #verdicts = createVerdictBatch(ROWS_MAX);

  constructor(
    options: EngineOptions,
    log: VerdictLog,
    accounts: AccountTable,
    marks: readonly AccountMark[],
    look?: SecondLook,
  ) {
    this.engine = new Engine(options);
    this.log = log;
    this.look = look;
    this.drift = options.model && new Drift(options.model);
    for (const [account, facts] of accounts.facts) this.engine.learn(account, facts);
    for (const { account, cause } of marks) this.engine.mark(account, cause);
  }

  async fold(batch: TransferBatch): Promise<VerdictBatch> {
    if (batch.count > this.#verdicts.score.length) this.#verdicts = createVerdictBatch(batch.count);
    this.engine.fold(batch, this.#verdicts, this.drift && this.#watch);
    await this.look?.flush();
    await this.log.append(this.#verdicts, batch.count);
    return this.#verdicts;
  }

  readonly #watch = (features: Float64Array): void => {
    this.look?.note(features);
    this.drift?.note(features);
  };
}
