import { basename } from 'node:path';
import { AccountTable } from '../../domain/account.ts';
import { hintOf, QorganError } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import { toReject } from '../../domain/reject.ts';
import type { AccountMark, TransferBatch } from '../../domain/transfer.ts';
import type { Accounts } from '../../engine/accounts.ts';
import type { EngineOptions } from '../../engine/engine.ts';
import { isHub } from '../../engine/hubs.ts';
import { U } from '../../engine/layout.ts';
import type { Model } from '../../engine/model/model.ts';
import type { Ruleset } from '../../engine/rules/ruleset.ts';
import { standings } from '../../engine/standing.ts';
import { VERDICTS } from '../../engine/verdict.ts';
import { readCustomers, readMarks } from '../../intake/account-facts.ts';
import type { OutsideFeature } from '../../learning/evaluation/evaluation.ts';
import { type Found, findNetworks } from '../../network/find.ts';
import type { Suspect } from '../../network/model.ts';
import type { ReportModel } from '../../report/model.ts';
import { loadModel } from '../model.ts';
import { readText } from '../read-text.ts';
import { loadRuleset } from '../ruleset.ts';
import { buildReport, reportedAccounts, type ScanState } from './build-report.ts';
import { FirstSeen } from './first-seen.ts';
import { Folding } from './fold-journal.ts';
import { inTimeOrder, isOrdered } from './in-time-order.ts';
import { type InputWishes, openInput, type ScanInput } from './input.ts';
import { Journal } from './journal.ts';
import { learnedByAccount, learnedStandings } from './learned-standings.ts';
import { OutFolder, outError } from './out-folder.ts';
import { RejectLog } from './reject-log.ts';
import { Hindsight, LookedBack } from './retrospect.ts';
import { SecondLook } from './second-look.ts';
import { FLOWS_MAX, selectFlows } from './select-flows.ts';

import { Tally } from './tally.ts';
import { TransfersCsv } from './transfers-csv.ts';
import { VerdictLog } from './verdict-log.ts';
import { type VerdictCounts, writeOutputs } from './write-outputs.ts';

export interface ScanOptions extends InputWishes {
  readonly out: string;
  /** customers.csv: what is known of accounts. */
  readonly customers?: string;
  /** account,cause: accounts known from elsewhere. */
  readonly marks?: string;
  /** A model that was learnt, to judge with. */
  readonly model?: string;
}

export const SCAN_PHASES = ['reading', 'sorting', 'folding', 'networks', 'writing'] as const;
export type ScanPhase = (typeof SCAN_PHASES)[number];

/** Told how a scan goes on; a terminal draws it, a test ignores it. */
export interface ScanListener {
  phase(phase: ScanPhase): void;
  /** Total bytes of input, once known. */
  opened(totalBytes: number): void;
  advanced(bytes: number, rows: number): void;
}

const SILENT: ScanListener = { phase() {}, opened() {}, advanced() {} };

export interface ScanResult {
  readonly report: ReportModel;
  readonly out: string;
  /** Accounts with each verdict in retrospect. */
  readonly verdicts: Readonly<VerdictCounts>;
  /** Transfers with each verdict in retrospect. */
  readonly transferVerdicts: Readonly<VerdictCounts>;
  /** Features that often lie outside of what the model learnt from; none without a model. */
  readonly outside: readonly OutsideFeature[];
}

/** Much money to pass on for a person in Kazakhstan: 200,000 tenge. Our own figure, chosen on simulated towns. */
const MUCH_TIYN = 200_000_00;

/** Suspects the network stage looks around; the strongest first. */
const SUSPECTS_MAX = 20_000;

/**
 * The main job: reads whatever bank statements and files of transfers are under the paths, follows the
 * money, finds the networks and writes the report. Two passes over a journal on disk, so memory grows
 * with accounts and not with transfers. Throws QorganError; nothing is left in `out` under a final name
 * unless all of it is.
 */
export async function scan(
  options: ScanOptions,
  listener: ScanListener = SILENT,
): Promise<ScanResult> {
  const ruleset = await loadRuleset();
  const model = options.model === undefined ? undefined : await loadModel(options.model);
  const out = await OutFolder.open(options.out);
  try {
    const running = new Scan(options, listener, ruleset, model?.model, out);
    const result = await running.run().finally(() => running.close());
    await out.publish();
    return result;
  } catch (error) {
    await out.discard();
    throw outError(error, options.out);
  }
}

class Scan {
  readonly #options: ScanOptions;
  readonly #listener: ScanListener;
  readonly #ruleset: Ruleset;
  readonly #model: Model | undefined;
  readonly #out: OutFolder;
  readonly #accounts = new AccountTable();
  /** Accounts that side files named before any transfer was read. */
  #named = 0;
  /** Files of the scan's own, to be closed however it ends. */
  readonly #opened: { close(): Promise<void> }[] = [];

  constructor(
    options: ScanOptions,
    listener: ScanListener,
    ruleset: Ruleset,
    model: Model | undefined,
    out: OutFolder,
  ) {
    this.#options = options;
    this.#model = model;
    this.#listener = listener;
    this.#ruleset = ruleset;
    this.#out = out;
  }

  async run(): Promise<ScanResult> {
    const { language } = this.#options;
    const rejects = this.#keep(new RejectLog(await this.#out.create('rejects.csv')));
    const context = {
      accounts: this.#accounts,
      language,
      reject: (reject: Parameters<RejectLog['add']>[0]) => rejects.add(reject),
      advanced: (bytes: number) => this.#listener.advanced(bytes, 0),
    };
    this.#listener.phase('reading');
    const marks = await this.#sideFiles(context);
    this.#named = this.#accounts.size;
    const input = await openInput(this.#options, context);
    this.#listener.opened(input.totalBytes);
    const { journal, folding, late } = await this.#read(input, marks, rejects);
    if (journal.rows === 0) {
      await rejects.close();
      // Nothing else is to be had of this input, but why is.
      await this.#out.publish(['rejects.csv']);
      throw nothingRead(input.files.length, rejects, language);
    }
    await this.#repeats(journal, folding.log, input, rejects);
    this.#listener.phase('networks');
    const looked = await folding.look?.judge(journal, folding.log, folding.engine, this.#accounts);
    const byAccount =
      looked && (await learnedByAccount(journal, folding.log, looked, this.#accounts.size));
    const byRules = looked && (await this.#networks(journal, folding, input, undefined));
    const { found, suspects } = await this.#networks(journal, folding, input, byAccount);
    this.#listener.phase('writing');
    const verdictOf = (score: number): number => folding.engine.verdictOf(score);
    const hindsightOf = ({ networks, accountScores }: Found): Hindsight =>
      new Hindsight(networks, accountScores, verdictOf);
    const hindsight =
      looked && byRules
        ? new LookedBack(looked, hindsightOf(byRules.found), this.#ruleset.hold, verdictOf)
        : hindsightOf(found);
    const state: ScanState = {
      accounts: this.#accounts,
      engine: folding.engine,
      found,
      suspects,
      input,
      rejects,
      rows: journal.rows,
      late,
      clock: input.clock,
      currency: this.#currency(input),
      language,
    };
    const reported = reportedAccounts(state);
    const tally = new Tally(reported, this.#accounts.size);
    const transferVerdicts = await this.#transfersCsv(journal, folding.log, hindsight, tally);
    const report = await buildReport(state, reported, tally);
    await rejects.close();
    const verdicts = await writeOutputs(this.#out, report, state);
    const outside = folding.drift?.told() ?? [];
    return { report, out: this.#out.dir, verdicts, transferVerdicts, outside };
  }

  async close(): Promise<void> {
    for (const file of this.#opened) await file.close();
  }

  #keep<T extends { close(): Promise<void> }>(file: T): T {
    this.#opened.push(file);
    return file;
  }

  async #sideFiles(context: Parameters<typeof readMarks>[1]): Promise<AccountMark[]> {
    const { customers, marks } = this.#options;
    const load = async (path: string) => ({ name: basename(path), text: await readText(path) });
    if (customers !== undefined) readCustomers(await load(customers), context);
    return marks === undefined ? [] : readMarks(await load(marks), context);
  }

  #currency(input: ScanInput): string {
    return this.#options.currency ?? input.currency;
  }

  #engineOptions(input: ScanInput): EngineOptions {
    return {
      ruleset: this.#ruleset,
      clock: input.clock,
      currency: this.#currency(input),
      thresholdsMinor: this.#ruleset.thresholdsMinor,
      // A look back may ask what nobody asks at arrival.
      ...(this.#model && { model: this.#model, allFeatures: true }),
    };
  }

  /**
   * Reads the input into a journal and folds it. While rows come in time order they are folded as they
   * are read; if they do not, the journal is sorted and folded from its start.
   */
  async #read(input: ScanInput, marks: readonly AccountMark[], rejects: RejectLog) {
    if (input.currencies.length > 1 && this.#options.currency === undefined)
      throw new QorganError('QRG_SCAN_CURRENCIES', { currencies: input.currencies.join(', ') });
    const journal = this.#keep(await Journal.create(this.#out.scratch('journal')));
    const start = async (name: string) =>
      new Folding(
        this.#engineOptions(input),
        this.#keep(await VerdictLog.create(this.#out.scratch(name))),
        this.#accounts,
        marks,
        await this.#secondLook(input, name),
      );
    let folding: Folding | undefined;
    let latestAt = Number.NEGATIVE_INFINITY;
    let ordered = true;
    for await (const batch of input.batches()) {
      await journal.append(batch);
      ordered &&= isOrdered(batch, latestAt);
      if (ordered && batch.count > 0) {
        latestAt = batch.at[batch.count - 1];
        folding ??= await start('verdicts');
        await folding.fold(batch);
      }
      this.#listener.advanced(0, batch.count);
      await rejects.drain();
    }
    if (ordered) return { journal, folding: folding ?? (await start('verdicts')), late: 0 };
    await folding?.log.close();
    await folding?.look?.close();
    this.#listener.phase('sorting');
    const seen = new FirstSeen(this.#accounts.size, this.#named);
    const { sorted, late } = await inTimeOrder(journal, this.#out.workDir, seen);
    this.#keep(sorted);
    await journal.close();
    seen.settle(this.#accounts);
    for (const batch of input.statements?.batches ?? [])
      for (let i = 0; i < batch.count; i++) seen.renumber(batch, i);
    this.#listener.phase('folding');
    const again = await start('verdicts-sorted');
    for await (const batch of sorted.batches()) await again.fold(batch);
    return { journal: sorted, folding: again, late };
  }

  #secondLook(input: ScanInput, name: string): Promise<SecondLook> | undefined {
    const files = {
      scratch: (file: string) => this.#out.scratch(file),
      keep: <T extends { close(): Promise<void> }>(file: T): T => this.#keep(file),
    };
    return (
      this.#model &&
      SecondLook.create(this.#model.lookBack, this.#engineOptions(input), files, name)
    );
  }

  /** Lists every repeat among the rejects: it was not counted, and that is said. */
  async #repeats(
    journal: Journal,
    log: VerdictLog,
    input: ScanInput,
    rejects: RejectLog,
  ): Promise<void> {
    const names = input.fileNames();
    const text = new TextDecoder();
    for (let b = 0; b < journal.length; b++) {
      const said = await log.read(b);
      if (!said.score.includes(-1)) continue;
      const batch = await journal.read(b);
      for (let i = 0; i < batch.count; i++) {
        if (said.score[i] >= 0) continue;
        const args = { value: text.decode(idOf(batch, i)) };
        const problem = { code: 'QRG_ROW_DUPLICATE', args } as const;
        const file = names[batch.file[i]] ?? '';
        rejects.add(toReject(file, batch.line[i], problem, this.#options.language));
      }
      await rejects.drain();
    }
  }

  async #networks(
    journal: Journal,
    folding: Folding,
    input: ScanInput,
    byAccount: Float64Array | undefined,
  ) {
    const told = standings(folding.engine);
    const all: readonly Suspect[] =
      byAccount === undefined ? told : learnedStandings(told, byAccount);
    const suspects = worthALook(all, folding.engine.ledger.accounts);
    const around = new Set(suspects.map((s) => s.account));
    const flows = await selectFlows(journal, folding.log, around, this.#accounts.size);
    const hubs = new Set<number>();
    const { accounts } = folding.engine.ledger;
    for (let a = 0; a < accounts.size; a++) if (isHub(accounts, a)) hubs.add(a);
    const found: Found = findNetworks(flows, suspects, {
      hubs,
      firms: this.#firms(input),
      clock: input.clock,
      ...(this.#currency(input) === 'KZT' ? { muchMinor: MUCH_TIYN } : {}),
    });
    for (const [account, score] of found.accountScores)
      found.accountScores.set(account, Math.round(score * 100) / 100);
    for (const { account, score } of all)
      if (!found.accountScores.has(account)) found.accountScores.set(account, score);
    return { found, suspects: all };
  }

  /** Companies whose whole account is seen: of what another one does with its money, nothing is known. */
  #firms(input: ScanInput): Set<number> {
    const firms = new Set<number>();
    for (const [account, { ownerKind, hasStatement }] of this.#accounts.facts)
      if (ownerKind === 'company' && (input.statements === undefined || hasStatement))
        firms.add(account);
    return firms;
  }

  async #transfersCsv(
    journal: Journal,
    log: VerdictLog,
    hindsight: Pick<Hindsight, 'look'>,
    tally: Tally,
  ): Promise<VerdictCounts> {
    const ids = this.#ruleset.rules.map((rule) => rule.id);
    const verdicts = { allow: 0, review: 0, hold: 0 };
    const csv = this.#keep(new TransfersCsv(await this.#out.create('transfers.csv'), ids));
    for (let b = 0; b < journal.length; b++) {
      const [batch, said] = [await journal.read(b), await log.read(b)];
      const later = { score: new Float32Array(batch.count), verdict: new Uint8Array(batch.count) };
      hindsight.look(batch, said, later);
      tally.add(batch, said);
      for (let i = 0; i < batch.count; i++)
        if (said.score[i] >= 0) verdicts[VERDICTS[later.verdict[i]]]++;
      await csv.write(batch, said, later);
    }
    await csv.close();
    return verdicts;
  }
}

/** Nothing could be read: why, and what to do about the first reason, or what would be read where there was nothing. */
function nothingRead(files: number, rejects: RejectLog, language: Language): QorganError {
  const [kind] = rejects.byCode.values();
  const first = kind?.examples[0];
  const advice = hintOf(first ?? { code: 'QRG_FILE_FORMAT', args: {} }, language);
  const why = first?.message ?? '';
  return new QorganError('QRG_SCAN_NOTHING', { files, rejected: rejects.count, why, advice });
}

/**
 * The strongest suspects whose payments fit into what the network stage holds in memory. A hub is none of
 * them: it is never walked through, and its payments alone would fill the room.
 */
function worthALook(all: readonly Suspect[], accounts: Accounts): Suspect[] {
  const chosen: Suspect[] = [];
  let payments = 0;
  for (const suspect of all) {
    const { account } = suspect;
    if (isHub(accounts, account)) continue;
    payments += accounts.u32(account, U.inCount) + accounts.u32(account, U.outCount);
    if (payments > FLOWS_MAX || chosen.length === SUSPECTS_MAX) break;
    chosen.push(suspect);
  }
  return chosen;
}

const idOf = (batch: TransferBatch, i: number): Uint8Array =>
  batch.idBytes.subarray(i === 0 ? 0 : batch.idEnd[i - 1], batch.idEnd[i]);
