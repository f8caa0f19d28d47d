import { sigmoid } from '../engine/model/forest.ts';
import { HEARD_NAMES, Heard } from '../engine/model/heard.ts';
import type { Glance } from '../engine/model/model.ts';
import { addMargins, type CodedForest } from './boost.ts';
import { Folds, firstTrees, type LearnOptions, NEVER } from './folds.ts';
import { CodeBlock, Matrix } from './matrix.ts';
import { averagePrecision } from './metrics.ts';

/** Labelled transfers in time order. */
export interface Passage {
  readonly at: Float64Array;
  readonly payer: Uint32Array;
  readonly payee: Uint32Array;
  readonly label: Uint8Array;
  readonly accounts: number;
}

/**
 * The features of a passage, seen one way. A look-back has two ways: with all that came after, and cut into spans each
 * of which ends as a file ends, so that the forest learns what the end of a file looks like.
 */
export interface View {
  readonly matrix: Matrix;
  /** 0: nothing of what came after; 1: all of it; more: into so many spans of equal time. */
  readonly spans: number;
}

export interface TwoStage {
  readonly glance: Glance;
  readonly first: CodedForest;
  readonly second: CodedForest;
  /** Margin of the second stage by row of the last view, each from forests that did not learn from its slice. */
  readonly heldOut: Float64Array;
  /** The rows before it were learnt from by all. */
  readonly heldOutFrom: number;
  /** Average precision of both stages on rows not learnt from. */
  readonly figures: { readonly first: number; readonly second: number };
}

/**
 * Learns in two stages: the first judges each transfer by its features; the second judges it again together with what
 * the first said of the other transfers of both accounts. Folds are slices of time; the second stage learns from what
 * first stages said of slices that they had not seen, as it will be when a new transfer comes.
 */
export function learnTwoStage(
  passage: Passage,
  views: readonly View[],
  options: LearnOptions,
): TwoStage {
  const folds = new Folds(passage.label, options);
  const first = folds.learn(
    views.map((v) => v.matrix),
    options.first,
  );
  const glance = folds.glanceOf(first.glances);
  const said = first.heldOut.map((margins, v) => passed(margins, first.glances[v], glance));
  const widened = views.map((view, v) => {
    const heard = heardColumns(passage, said[v], view.spans);
    return new Matrix([...view.matrix.blocks, heard]);
  });
  const second = folds.learn(widened, options.second, said);
  const last = views.length - 1;
  const from = folds.begin;
  const label = passage.label.subarray(from);
  const figure = (margins: Float64Array): number =>
    averagePrecision({ score: margins.subarray(from), label });
  return {
    glance,
    first: first.whole,
    second: second.whole,
    heldOut: second.heldOut[last],
    heldOutFrom: from,
    figures: { first: figure(first.heldOut[last]), second: figure(second.heldOut[last]) },
  };
}

/** Margins of what passed the glance; -Infinity, no chance at all, for what did not. */
function passed(margins: Float64Array, glances: Float64Array, glance: Glance): Float64Array {
  if (glance.trees === 0) return margins;
  return margins.map((margin, i) => (glances[i] < glance.below ? NEVER : margin));
}

/** Margins of the second stage on a passage that may be longer than what was learnt from; -Infinity past the glance. */
export function judgeTwoStage(
  { glance, first, second }: Pick<TwoStage, 'glance' | 'first' | 'second'>,
  passage: Omit<Passage, 'label'>,
  view: View,
): Float64Array {
  const rows = Uint32Array.from({ length: view.matrix.rows }, (_, i) => i);
  const glances = new Float64Array(rows.length).fill(first.base);
  addMargins(firstTrees(first, glance.trees), view.matrix, rows, glances);
  const whole = glances.slice();
  addMargins(first, view.matrix, rows, whole, glance.trees);
  const said = passed(whole, glances, glance);
  const heard = heardColumns(passage, said, view.spans);
  const margins = new Float64Array(rows.length).fill(second.base);
  addMargins(second, new Matrix([...view.matrix.blocks, heard]), rows, margins);
  return margins.map((margin, i) => (said[i] === NEVER ? NEVER : margin));
}

/** Names of the columns that the second stage sees besides the features. */
function heardNames(looksBack: boolean): string[] {
  const later = looksBack ? HEARD_NAMES.map((name) => `later:${name}`) : [];
  return ['first.margin', ...HEARD_NAMES, ...later];
}

/** What the first stage said: of this transfer, of those before it and, in a look-back, of those after it. */
function heardColumns(
  passage: Omit<Passage, 'label'>,
  margin: Float64Array,
  spans: number,
): CodeBlock {
  const width = heardNames(spans > 0).length;
  const block = new CodeBlock(margin.length, width);
  const rows = margin.length;
  const x = new Float64Array(rows * width);
  for (let i = 0; i < rows; i++) x[i * width] = margin[i];
  listen(passage, margin, false, 1, (i, heard) => x.set(heard, i * width + 1));
  if (spans > 0)
    listen(passage, margin, true, spans, (i, heard) => x.set(heard, i * width + 1 + heard.length));
  for (let i = 0; i < rows; i++) block.put(i, x.subarray(i * width, (i + 1) * width));
  return block;
}

/** Walks the passage, forwards or backwards, and gives for each row what was heard on the way. */
function listen(
  { at, payer, payee, accounts }: Omit<Passage, 'label'>,
  margin: Float64Array,
  backwards: boolean,
  spans: number,
  give: (row: number, heard: Float64Array) => void,
): void {
  const count = at.length;
  const x = new Float64Array(HEARD_NAMES.length);
  let heard = freshHeard(accounts);
  let span = -1;
  for (let n = 0; n < count; n++) {
    const i = backwards ? count - 1 - n : n;
    const here = spanOf(at, i, spans);
    if (here !== span) {
      heard = freshHeard(accounts);
      span = here;
    }
    const [from, to] = backwards ? [payee[i], payer[i]] : [payer[i], payee[i]];
    heard.read(x, 0, from, to, backwards ? at[count - 1] - at[i] : at[i] - at[0]);
    give(i, x);
    heard.note(from, to, sigmoid(margin[i]));
  }
}

function freshHeard(accounts: number): Heard {
  const heard = new Heard();
  heard.ensure(accounts);
  return heard;
}

/** Which of `spans` equal parts of the passage's time row `i` lies in. */
export function spanOf(at: Float64Array, i: number, spans: number): number {
  if (spans <= 1) return 0;
  const length = at[at.length - 1] - at[0] + 1;
  return Math.floor(((at[i] - at[0]) / length) * spans);
}
