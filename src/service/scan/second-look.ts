import type { AccountTable } from '../../domain/account.ts';
import { localDayStart } from '../../domain/local-day.ts';
import type { TransferBatch } from '../../domain/transfer.ts';
import type { Engine, EngineOptions, VerdictBatch } from '../../engine/engine.ts';
import { FEATURES } from '../../engine/features.ts';
import { isHub } from '../../engine/hubs.ts';
import { Mirror } from '../../engine/mirror.ts';
import { columnsOf, marginOf, sigmoid, treesSay } from '../../engine/model/forest.ts';
import { HEARD_NAMES, Heard } from '../../engine/model/heard.ts';
import { scoreOf } from '../../engine/model/learned.ts';
import type { Stages } from '../../engine/model/model.ts';
import { rankCode, valueOfCode } from '../../learning/rank-code.ts';
import type { Journal } from './journal.ts';
import { RowColumns } from './row-columns.ts';
import type { VerdictLog } from './verdict-log.ts';

const F = FEATURES.length;
const FIRST_MARGIN = 2 * F;
const BEFORE = FIRST_MARGIN + 1;
const AFTER = BEFORE + HEARD_NAMES.length;
/** A margin that leaves no chance at all. */
const NEVER = Number.NEGATIVE_INFINITY;
const WIDTH = AFTER + HEARD_NAMES.length;

/** Where a file's rows are kept between the three passes. */
export interface LookFiles {
  scratch(name: string): string;
  keep<T extends { close(): Promise<void> }>(file: T): T;
}

/**
 * Judges every transfer of a scan by what came before and after it. Three passes of constant work a transfer: forwards
 * (while the scan folds) the features are written down; backwards the mirror's features join them, the first stage
 * judges and what it says of later transfers is heard; forwards again what it said of earlier ones, and the second
 * stage judges. Only features that the model asks are kept, two bytes each, on disk.
 */
export class SecondLook {
  readonly #stages: Stages;
  readonly #options: EngineOptions;
  readonly #files: LookFiles;
  readonly #ahead: RowColumns;
  readonly #forwards: Int32Array;
  readonly #backwards: Int32Array;
  #codes: Uint16Array = new Uint16Array(0);
  #used = 0;
  #batch = 0;
  #rows = 0;

  private constructor(stages: Stages, options: EngineOptions, files: LookFiles, ahead: RowColumns) {
    this.#stages = stages;
    this.#options = options;
    this.#files = files;
    this.#ahead = ahead;
    const asked = [...new Set([...columnsOf(stages.first), ...columnsOf(stages.second)])].sort(
      (a, b) => a - b,
    );
    this.#forwards = Int32Array.from(asked.filter((c) => c < F));
    this.#backwards = Int32Array.from(asked.filter((c) => c >= F && c < FIRST_MARGIN));
  }

  static async create(
    stages: Stages,
    options: EngineOptions,
    files: LookFiles,
    name: string,
  ): Promise<SecondLook> {
    const ahead = files.keep(await RowColumns.create(files.scratch(`${name}-ahead`)));
    return new SecondLook(stages, options, files, ahead);
  }

  /** Writes down the features of the transfer just folded in. */
  readonly note = (features: Float64Array): void => {
    const width = this.#forwards.length;
    if (this.#used + width > this.#codes.length) {
      const wider = new Uint16Array(Math.max(1 << 16, this.#codes.length * 2, width));
      wider.set(this.#codes);
      this.#codes = wider;
    }
    for (let k = 0; k < width; k++)
      this.#codes[this.#used + k] = rankCode(features[this.#forwards[k]]);
    this.#used += width;
    this.#rows++;
  };

  /** Ends a batch. */
  async flush(): Promise<void> {
    await this.#ahead.put(this.#batch++, this.#codes.subarray(0, this.#used));
    this.#used = 0;
  }

  close(): Promise<void> {
    return this.#ahead.close();
  }

  /** Scores 0..100 in hundredths of all transfers that were folded in, in their order. */
  async judge(
    journal: Journal,
    log: VerdictLog,
    engine: Engine,
    accounts: AccountTable,
  ): Promise<Float32Array> {
    const behind = this.#files.keep(await RowColumns.create(this.#files.scratch('look-behind')));
    const margins = new Float64Array(this.#rows);
    await this.#back(journal, log, engine, accounts, behind, margins);
    const scores = await this.#again(journal, log, behind, margins);
    await behind.close();
    await this.close();
    return scores;
  }

  #time(atMs: number): number {
    return this.#options.clock === 'exact' ? atMs : localDayStart(atMs);
  }

  async #back(
    journal: Journal,
    log: VerdictLog,
    engine: Engine,
    accounts: AccountTable,
    behind: RowColumns,
    margins: Float64Array,
  ): Promise<void> {
    const mirror = new Mirror(this.#options, accounts.facts);
    const ledger = engine.ledger.accounts;
    for (let a = 0; a < ledger.size; a++) if (isHub(ledger, a)) mirror.hub(a);
    const x = new Float64Array(WIDTH);
    const heard = new Heard();
    heard.ensure(accounts.size);
    const width = this.#backwards.length + HEARD_NAMES.length;
    let row = this.#rows;
    let latest = Number.NaN;
    for (let b = journal.length - 1; b >= 0; b--) {
      const [batch, said] = [await journal.read(b), await log.read(b)];
      const count = folded(said, batch.count);
      const ahead = await this.#ahead.read(b, count * this.#forwards.length);
      const codes = new Uint16Array(count * width);
      let k = count;
      for (let i = batch.count - 1; i >= 0; i--) {
        if (said.score[i] < 0) continue;
        k--;
        row--;
        const at = this.#time(batch.at[i]);
        if (Number.isNaN(latest)) latest = at;
        this.#decode(ahead, k, x);
        this.#reflect(mirror, batch, i, x);
        margins[row] = this.#firstMargin(x);
        const [payer, payee] = [batch.payer[i], batch.payee[i]];
        heard.read(x, AFTER, payee, payer, latest - at);
        heard.note(payee, payer, sigmoid(margins[row]));
        this.#encode(x, codes, k * width);
      }
      await behind.put(b, codes);
    }
  }

  async #again(
    journal: Journal,
    log: VerdictLog,
    behind: RowColumns,
    margins: Float64Array,
  ): Promise<Float32Array> {
    const scores = new Float32Array(this.#rows);
    const x = new Float64Array(WIDTH);
    const heard = new Heard();
    const { second, score } = this.#stages;
    const width = this.#backwards.length + HEARD_NAMES.length;
    let row = 0;
    let first = Number.NaN;
    for (let b = 0; b < journal.length; b++) {
      const [batch, said] = [await journal.read(b), await log.read(b)];
      const count = folded(said, batch.count);
      const ahead = await this.#ahead.read(b, count * this.#forwards.length);
      const codes = await behind.read(b, count * width);
      let k = 0;
      for (let i = 0; i < batch.count; i++) {
        if (said.score[i] < 0) continue;
        const at = this.#time(batch.at[i]);
        if (Number.isNaN(first)) first = at;
        this.#decode(ahead, k, x);
        this.#decodeBehind(codes, k * width, x);
        k++;
        x[FIRST_MARGIN] = margins[row];
        const [payer, payee] = [batch.payer[i], batch.payee[i]];
        heard.ensure(Math.max(payer, payee));
        heard.read(x, BEFORE, payer, payee, at - first);
        heard.note(payer, payee, sigmoid(margins[row]));
        // Nothing spoke against it at a glance.
        if (margins[row] !== NEVER)
          scores[row] = Math.round(scoreOf(marginOf(second, x), score) * 100) / 100;
        row++;
      }
    }
    return scores;
  }

  /** Margin of the first stage; NEVER if its glance finds nothing against the transfer. */
  #firstMargin(x: Float64Array): number {
    const { glance, first } = this.#stages;
    const margin = first.base + treesSay(first, x, 0, glance.trees);
    if (glance.trees > 0 && margin < glance.below) return NEVER;
    return margin + treesSay(first, x, glance.trees, first.roots.length);
  }

  #reflect(mirror: Mirror, batch: TransferBatch, i: number, x: Float64Array): void {
    const seen = mirror.look(
      batch.at[i],
      batch.payer[i],
      batch.payee[i],
      batch.amountMinor[i],
      batch.channel[i],
      batch.purpose[i],
    );
    for (const column of this.#backwards) x[column] = seen[column - F];
  }

  #decode(codes: Uint16Array, row: number, x: Float64Array): void {
    const width = this.#forwards.length;
    for (let k = 0; k < width; k++) x[this.#forwards[k]] = valueOfCode(codes[row * width + k]);
  }

  #encode(x: Float64Array, into: Uint16Array, from: number): void {
    let p = from;
    for (const column of this.#backwards) into[p++] = rankCode(x[column]);
    for (let k = 0; k < HEARD_NAMES.length; k++) into[p++] = rankCode(x[AFTER + k]);
  }

  #decodeBehind(codes: Uint16Array, from: number, x: Float64Array): void {
    let p = from;
    for (const column of this.#backwards) x[column] = valueOfCode(codes[p++]);
    for (let k = 0; k < HEARD_NAMES.length; k++) x[AFTER + k] = valueOfCode(codes[p++]);
  }
}

/** Rows of a batch that were no repeats. */
function folded(said: VerdictBatch, count: number): number {
  let rows = 0;
  for (let i = 0; i < count; i++) if (said.score[i] >= 0) rows++;
  return rows;
}
