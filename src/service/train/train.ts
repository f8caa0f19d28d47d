import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AccountTable } from '../../domain/account.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { localDayStart } from '../../domain/local-day.ts';
import type { Reject } from '../../domain/reject.ts';
import type { EngineOptions } from '../../engine/engine.ts';
import { FEATURES } from '../../engine/features.ts';
import { type ModelCard, writeModel } from '../../engine/model/file.ts';
import { columnsOf } from '../../engine/model/forest.ts';
import type { Model } from '../../engine/model/model.ts';
import { readCustomers } from '../../intake/account-facts.ts';
import { type Labels, readLabels } from '../../intake/labels.ts';
import type { LearnOptions } from '../../learning/folds.ts';
import type { CodeBlock } from '../../learning/matrix.ts';
import { bestPoint, precisionAt } from '../../learning/metrics.ts';
import { valueOfCode } from '../../learning/rank-code.ts';
import { packageVersion } from '../package-root.ts';
import { readText } from '../read-text.ts';
import { loadRuleset } from '../ruleset.ts';
import { type InputWishes, openInput } from '../scan/input.ts';
import { type Labelled, readLabelled } from './labelled.ts';
import type { LearnTask, Learnt } from './learn-worker.ts';
import { LEARN_OPTIONS, SPANS } from './limits.ts';
import { ModelPlace } from './model-place.ts';
import { observeBackwards, observeForwards } from './observe.ts';

export interface TrainOptions extends InputWishes {
  /** Column that says whether a transfer is confirmed. */
  readonly label: string;
  /** A file of its own that names confirmed transfers or accounts. */
  readonly labels?: string;
  /** customers.csv: what is known of accounts. */
  readonly customers?: string;
  /** Where the model goes. */
  readonly out: string;
  readonly seed: number;
  /** How forests are grown; as `limits.ts` says unless told. */
  readonly limits?: Readonly<Record<keyof typeof LEARN_OPTIONS, Omit<LearnOptions, 'seed'>>>;
}

export const TRAIN_PHASES = ['reading', 'observing', 'learning'] as const;
export type TrainPhase = (typeof TRAIN_PHASES)[number];

export interface TrainListener {
  phase(phase: TrainPhase): void;
}

export interface TrainResult {
  readonly model: Model;
  readonly card: ModelCard;
  readonly rejected: number;
  /** Features that the forests ask most, with their share of all questions. */
  readonly asked: readonly (readonly [name: string, share: number])[];
}

/**
 * Learns a model from labelled transfers and writes it as one file. The same input and seed give the same file.
 * Throws QorganError.
 */
export async function train(
  options: TrainOptions,
  listener: TrainListener = { phase() {} },
): Promise<TrainResult> {
  const place = await ModelPlace.take(options.out);
  try {
    return await learnInto(place, options, listener);
  } finally {
    await place.discard();
  }
}

async function learnInto(
  place: ModelPlace,
  options: TrainOptions,
  listener: TrainListener,
): Promise<TrainResult> {
  listener.phase('reading');
  const { rows, engine, rejected } = await readRows(options);
  listener.phase('observing');
  const forwards = observeForwards(rows, engine);
  const whole = observeBackwards(rows, engine, forwards.hubs, 1);
  const inSpans = observeBackwards(rows, engine, forwards.hubs, SPANS);
  listener.phase('learning');
  const { payer, payee, label } = rows;
  const at = onTheClock(rows.at, engine.clock);
  const passage = { at, payer, payee, label, accounts: rows.accounts.size };
  const shared = {
    passage,
    verdicts: engine.ruleset,
  };
  const { review, hold } = shared.verdicts;
  const task = (part: keyof typeof LEARN_OPTIONS, views: LearnTask['views']): LearnTask => ({
    ...shared,
    options: { ...(options.limits ?? LEARN_OPTIONS)[part], seed: options.seed },
    verdicts: { review, hold },
    views,
  });
  const block = ({ codes, width }: CodeBlock) => ({ codes, width });
  const [arrival, lookBack] = await Promise.all([
    learnApart(task('arrival', [{ blocks: [block(forwards.block)], spans: 0 }])),
    learnApart(
      task('lookBack', [
        { blocks: [block(forwards.block), block(whole)], spans: 1 },
        { blocks: [block(forwards.block), block(inSpans)], spans: SPANS },
      ]),
    ),
  ]);
  const card = cardOf(options, rows, engine, arrival, lookBack);
  const width = FEATURES.length;
  const usesOf = ({ first, second }: Learnt): number[] =>
    [...new Set([...columnsOf(first), ...columnsOf(second)])].filter((c) => c < width);
  const model: Model = {
    name: nameOf(card, arrival),
    arrival: { ...arrival, uses: usesOf(arrival) },
    lookBack: { ...lookBack, uses: [] },
    range: rangesOf(forwards.block, usesOf(arrival)),
  };
  await place.publish(writeModel({ model, card }));
  return { model, card, rejected, asked: mostAsked(arrival) };
}

async function readRows(options: TrainOptions) {
  const accounts = new AccountTable();
  const ruleset = await loadRuleset();
  let rejected = 0;
  let firstReject: Reject | undefined;
  const context = {
    accounts,
    language: options.language,
    reject(reject: Reject) {
      firstReject ??= reject;
      rejected++;
    },
    advanced() {},
  };
  const labels = options.labels === undefined ? undefined : await labelsOf(options);
  if (options.customers !== undefined) {
    const { customers } = options;
    readCustomers({ name: customers, text: await readText(customers) }, context);
  }
  const side = labels === undefined ? [options.label] : [];
  const input = await openInput({ ...options, side }, context);
  const rows = await readLabelled(input, accounts, options.label, labels).catch(
    (error: unknown) => {
      // Of a file that could not be opened at all, the reason is what helps.
      const empty = error instanceof QorganError && error.problem.code === 'QRG_LABEL_FEW';
      if (!empty || error.problem.args.rows !== 0 || firstReject === undefined) throw error;
      throw new QorganError(firstReject.code, firstReject.args);
    },
  );
  const engine: EngineOptions = {
    ruleset,
    clock: input.clock,
    currency: options.currency ?? input.currency,
    thresholdsMinor: ruleset.thresholdsMinor,
  };
  return { rows, engine, rejected };
}

async function labelsOf({ labels = '', label }: TrainOptions): Promise<Labels> {
  const read = readLabels(await readText(labels), { label });
  if (!read.ok) throw new QorganError(read.problem.code, read.problem.args);
  return read.value;
}

/** Times as the engine knows them: of a file with days only, the day. */
function onTheClock(at: Float64Array, clock: EngineOptions['clock']): Float64Array {
  if (clock === 'exact') return at;
  const days = new Float64Array(new SharedArrayBuffer(at.byteLength));
  for (let i = 0; i < at.length; i++) days[i] = localDayStart(at[i]);
  return days;
}

function learnApart(task: LearnTask): Promise<Learnt> {
  return new Promise((resolve, reject) => {
    // The worker stands beside this file, as source or as built.
    const url = new URL(`./learn-worker${extname(import.meta.url)}`, import.meta.url);
    const worker = new Worker(url, { workerData: task, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function cardOf(
  options: TrainOptions,
  rows: Labelled,
  engine: EngineOptions,
  arrival: Learnt,
  lookBack: Learnt,
): ModelCard {
  const figures: Record<string, number> = {};
  for (const [name, learnt] of Object.entries({ arrival, lookBack })) {
    const from = learnt.heldOutFrom;
    const judged = { score: learnt.heldOut.subarray(from), label: rows.label.subarray(from) };
    const best = bestPoint(judged);
    const put = (what: string, value: number): void => {
      figures[`${name}.${what}`] = Math.round(value * 1e4) / 1e4;
    };
    put('pr_auc', learnt.figures.second);
    put('pr_auc_first_stage', learnt.figures.first);
    put('f1', best?.f1 ?? 0);
    put('precision', best?.precision ?? 0);
    put('recall', best?.recall ?? 0);
    put('precision_at_0.1_percent', precisionAt(judged, Math.ceil((rows.count - from) / 1000)));
  }
  return {
    engine: packageVersion(),
    transfers: rows.count,
    positives: rows.label.reduce((sum, one) => sum + one, 0),
    accounts: rows.accounts.size,
    from: rows.at[0],
    to: rows.at[rows.count - 1],
    clock: engine.clock,
    currency: engine.currency,
    label: options.label,
    seed: options.seed,
    figures,
  };
}

/** The outermost rows at each end that do not count as what was learnt from. */
const OUTERMOST = 0.001;

function rangesOf(block: CodeBlock, features: readonly number[]): Model['range'] {
  const ranges = new Map<number, readonly [number, number]>();
  const counts = new Uint32Array(0x10000);
  for (const f of features) {
    counts.fill(0);
    let known = 0;
    for (let i = f; i < block.codes.length; i += block.width) {
      counts[block.codes[i]]++;
      if (block.codes[i] !== 0) known++;
    }
    if (known === 0) continue;
    ranges.set(f, [edge(counts, known, 1), edge(counts, known, -1)]);
  }
  return ranges;
}

/** Value inside of which all but the outermost lie, from below (1) or above (-1). */
function edge(counts: Uint32Array, known: number, step: 1 | -1): number {
  let left = Math.floor(known * OUTERMOST);
  let code = step === 1 ? 1 : counts.length - 1;
  while (left >= counts[code]) {
    left -= counts[code];
    code += step;
  }
  // From above the whole step of the code belongs inside.
  return valueOfCode(step === 1 ? code : code + 1);
}

/** A short name that the numbers give: two models of one name are one model. */
function nameOf(card: ModelCard, { first, second }: Learnt): string {
  const hash = createHash('sha256').update(JSON.stringify(card));
  for (const forest of [first, second]) hash.update(new Uint8Array(forest.value.buffer));
  return `model-${hash.digest('hex').slice(0, 10)}`;
}

function mostAsked({ first, second }: Learnt): [string, number][] {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { feature } of [first, second])
    for (const f of feature) {
      if (f < 0) continue;
      all++;
      counts.set(f, (counts.get(f) ?? 0) + 1);
    }
  return [...counts]
    .filter(([f]) => f < FEATURES.length)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([f, n]) => [FEATURES[f].name, n / all]);
}
