import { placeOfScore } from '../engine/model/learned.ts';
import type { Line } from '../engine/model/model.ts';
import { layFlat } from './boost.ts';
import { calibrate } from './calibrate.ts';
import { bestPoint, type Judged, operatingPoints } from './metrics.ts';
import type { TwoStage } from './two-stage.ts';

/** Scores from which a verdict is review, hold (data/rules/kz/verdict.yaml). */
export interface Verdicts {
  readonly review: number;
  readonly hold: number;
}

/** To recommend holding money, so many of a hundred such must have been right on slices not learnt from. */
const HOLD_PRECISION = 0.95;
/** And so many alarms must say so. */
const HOLD_ALARMS = 20;
/** Log-odds between review and hold where no margin is so sure. */
const HOLD_APART = 2;
const LEAST_APART = 0.5;

/** What was learnt, as the engine takes it: flat forests, chances, and scores on the scale of the verdicts. */
export function toStages(two: TwoStage, label: Uint8Array, verdicts: Verdicts) {
  const from = two.heldOutFrom;
  const heldOut: Judged = { score: two.heldOut.subarray(from), label: label.subarray(from) };
  const judged = whatPassed(heldOut);
  return {
    glance: two.glance,
    first: layFlat(two.first),
    second: layFlat(two.second),
    chance: calibrate(judged),
    score: scoreLine(heldOut, verdicts),
  };
}

/** The rows that a glance let pass: the others have no margin to fit a chance to. */
function whatPassed({ score, label }: Judged): Judged {
  const rows = Array.from({ length: score.length }, (_, i) => i).filter((i) =>
    Number.isFinite(score[i]),
  );
  return {
    score: Float64Array.from(rows, (i) => score[i]),
    label: Uint8Array.from(rows, (i) => label[i]),
  };
}

/**
 * The line that gives `review` to the margin of the greatest F1, and `hold` to the least margin from which alarms
 * are nearly always right; both found on rows that were not learnt from. So a score means the same act with a model
 * as without.
 */
function scoreLine(heldOut: Judged, { review, hold }: Verdicts): Line {
  const reviewMargin = bestPoint(heldOut)?.score ?? 0;
  const holdMargin = Math.max(sureFrom(heldOut, reviewMargin), reviewMargin + LEAST_APART);
  const low = placeOfScore(review);
  const slope = (placeOfScore(hold) - low) / (holdMargin - reviewMargin);
  return { slope, offset: low - slope * reviewMargin };
}

function sureFrom(heldOut: Judged, reviewMargin: number): number {
  let from: number | undefined;
  for (const point of operatingPoints(heldOut)) {
    if (point.score < reviewMargin) break;
    if (point.alarms >= HOLD_ALARMS && point.precision >= HOLD_PRECISION) from = point.score;
  }
  return from ?? reviewMargin + HOLD_APART;
}
