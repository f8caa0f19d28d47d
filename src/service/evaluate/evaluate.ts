import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import { localDayStart } from '../../domain/local-day.ts';
import { accountLabels, judgeAccounts, strongestOf } from '../../learning/evaluation/accounts.ts';
import type { Evaluation, Loss, OutsideFeature } from '../../learning/evaluation/evaluation.ts';
import { judgeNetworks } from '../../learning/evaluation/networks.ts';
import { judgedPatterns } from '../../learning/evaluation/patterns.ts';
import { daysOf } from '../../learning/evaluation/ranked-view.ts';
import { judgeReach } from '../../learning/evaluation/reach.ts';
import type { BothViews, LabelledRows } from '../../learning/evaluation/rows.ts';
import {
  judgeTransfers,
  round,
  type TransferFigures,
} from '../../learning/evaluation/transfers.ts';
import { renderEvaluation } from '../../report/evaluation/page.ts';
import { EVALUATION_FILES } from '../../report/output-files.ts';
import { loadModel } from '../model.ts';
import { makeFolder } from '../scan/make-folder.ts';
import { outError, withScratch } from '../scan/out-folder.ts';
import { type ScanListener, type ScanOptions, type ScanResult, scan } from '../scan/scan.ts';
import { type LabelColumns, type Labels, readLabels } from './read-labels.ts';
import { readAccountScores, readNetworks, readSaid } from './read-scan.ts';

export interface EvaluateOptions extends Omit<ScanOptions, 'out'>, LabelColumns {
  /** Only rows after this share of the time-ordered labelled rows are judged, 0..1. */
  readonly from: number;
  /** Alerts that a team can look at in a day. */
  readonly perDay: number;
  /** Where evaluation.json and evaluation.html go. */
  readonly out?: string;
}

const ROUNDS = 200;
const SEED = 1;

/**
 * Scans labelled transfers and compares what was said with the labels, which the scan never sees. Leaves nothing behind
 * but what goes into `out`. Throws QorganError.
 */
export async function evaluate(
  options: EvaluateOptions,
  listener?: ScanListener,
): Promise<Evaluation> {
  const labels = await readLabels(options, options);
  const first = Math.floor(labels.rows.count * options.from);
  if (!labels.rows.label.subarray(first).includes(1))
    throw new QorganError('QRG_LABEL_NONE', {
      column: options.label,
      rows: labels.rows.count - first,
    });
  const evaluation = await withScratch('qorgan-evaluate-', async (dir) => {
    const { out: _, ...wishes } = options;
    const result = await scan({ ...wishes, out: dir }, listener);
    return judge(options, labels, first, dir, result);
  });
  if (options.out !== undefined) await write(options.out, evaluation, options.language);
  return evaluation;
}

async function judge(
  options: EvaluateOptions,
  labels: Labels,
  from: number,
  dir: string,
  { outside: neverMet, report: { clock } }: ScanResult,
): Promise<Evaluation> {
  const { rows, accounts } = labels;
  const { perDay } = options;
  const said = await readSaid(dir, labels);
  const transfers = judgeTransfers(rows, said, { from, perDay, rounds: ROUNDS, seed: SEED });
  const outside = new Uint8Array(accounts.size);
  for (const [account, { hub }] of accounts.facts) if (hub === true) outside[account] = 1;
  const known = accountLabels(rows, from, outside);
  const { patterns, begunBefore } = judgedPatterns(rows, from);
  const strongest = strongestOf(rows, said.arrival.score, from, accounts.size);
  const networks = await readNetworks(dir, labels, rows.at[from]);
  return {
    version: 1,
    rows: { ...countsOf(rows, from), rejected: labels.rejected, repeats: labels.repeats },
    label: options.label,
    clock,
    perDay,
    days: daysOf(rows, from),
    rounds: ROUNDS,
    ...(options.model !== undefined && {
      model: await modelOf(options.model, transfers, neverMet),
    }),
    transfers,
    accounts: {
      arrival: judgeAccounts(known, strongest),
      retrospect: judgeAccounts(known, await readAccountScores(dir, labels)),
    },
    networks: judgeNetworks(rows, networks, patterns, known, outside),
    reach: judgeReach(onTheClock(rows, clock), patterns, begunBefore, said.arrival.alarm),
  };
}

/** Without a clock the order inside a day is no time: the day itself is. */
const onTheClock = (rows: LabelledRows, clock: Evaluation['clock']): LabelledRows =>
  clock === 'exact' ? rows : { ...rows, at: rows.at.map(localDayStart) };

function countsOf({ count, at, label, pattern }: LabelledRows, from: number) {
  let [positives, inPatterns] = [0, 0];
  for (let i = from; i < count; i++) {
    positives += label[i];
    if (label[i] === 1 && pattern[i] >= 0) inPatterns++;
  }
  return {
    all: count,
    judged: count - from,
    positives,
    inPatterns,
    from: at[from],
    to: at[count - 1],
  };
}

async function modelOf(
  path: string,
  transfers: BothViews<TransferFigures>,
  outside: readonly OutsideFeature[],
): Promise<NonNullable<Evaluation['model']>> {
  const { model, card } = await loadModel(path);
  const lossOf = (view: 'arrival' | 'lookBack', here: TransferFigures): Loss[] =>
    CARD_FIGURES.flatMap(([figure, name]) => {
      const told = card.figures[`${view}.${name}`];
      const { value } = here[figure];
      return told === undefined
        ? []
        : [{ figure, card: told, here: value, loss: round(told - value) }];
    });
  return {
    name: model.name,
    loss: {
      arrival: lossOf('arrival', transfers.arrival),
      retrospect: lossOf('lookBack', transfers.retrospect),
    },
    outside,
  };
}

/** Our figure and its name on the card. */
const CARD_FIGURES = [
  ['prAuc', 'pr_auc'],
  ['bestF1', 'f1'],
] as const;

async function write(dir: string, evaluation: Evaluation, language: Language): Promise<void> {
  try {
    await makeFolder(dir);
    const texts: Record<(typeof EVALUATION_FILES)[number], string> = {
      'evaluation.html': renderEvaluation(evaluation, language),
      'evaluation.json': `${JSON.stringify(evaluation, undefined, 1)}\n`,
    };
    for (const name of EVALUATION_FILES) await writeFile(join(dir, name), texts[name]);
  } catch (error) {
    throw outError(error, dir);
  }
}
