import { FEATURES } from '../features.ts';
import { marginOf, sigmoid, treesSay } from './forest.ts';
import { HEARD_NAMES, Heard } from './heard.ts';
import type { Line, Model } from './model.ts';

const FIRST_MARGIN = FEATURES.length;
const HEARD = FIRST_MARGIN + 1;

/**
 * A model at work on the stream: the first stage judges a transfer by its features, the second together with what the
 * first said of earlier transfers of both accounts. Knows nothing of what comes after.
 */
export class Learned {
  readonly model: Model;
  readonly heard = new Heard();
  /** What the second stage saw of the transfer judged last: features, margin of the first stage, what was heard. */
  readonly seen = new Float64Array(HEARD + HEARD_NAMES.length);
  /** Margin of the second stage, of the transfer judged last. */
  margin = 0;

  constructor(model: Model) {
    this.model = model;
  }

  /** Score 0..100, unrounded, of a transfer with features `f`; 0 if a glance finds nothing against it. */
  judge(f: Float64Array, payer: number, payee: number, atMs: number): number {
    const { glance, first, second, score } = this.model.arrival;
    const { seen, heard } = this;
    let margin = first.base + treesSay(first, f, 0, glance.trees);
    if (glance.trees > 0 && margin < glance.below) return 0;
    margin += treesSay(first, f, glance.trees, first.roots.length);
    seen.set(f);
    seen[FIRST_MARGIN] = margin;
    heard.ensure(Math.max(payer, payee));
    heard.read(seen, HEARD, payer, payee, atMs);
    heard.note(payer, payee, sigmoid(margin));
    this.margin = marginOf(second, seen);
    return scoreOf(this.margin, score);
  }
}

/**
 * Score 0..100 of a margin. An algebraic sigmoid and not the logistic one: it nears its ends slowly, so that in
 * hundredths the surest of many sure alarms still stand apart.
 */
export function scoreOf(margin: number, { slope, offset }: Line): number {
  const z = slope * margin + offset;
  return 50 * (1 + z / Math.sqrt(1 + z * z));
}

/** The place on the line at which `scoreOf` gives `score`, 0 < score < 100. */
export function placeOfScore(score: number): number {
  const share = score / 50 - 1;
  return share / Math.sqrt(1 - share * share);
}
