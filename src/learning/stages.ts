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
  const chance = calibrate(whatPassed(heldOut));
  return {
    glance: two.glance,
    first: layFlat(two.first),
    second: layFlat(two.second),
    chance,
    score: scoreLine(heldOut, chance, verdicts),
  };
}

/**
 * The margin from which a transfer is worth a look: where its chance is half of the greatest F1 that held-out rows
 * reached, which is where F1 is greatest if chances are true (Lipton et al. 2014). The very margin of the greatest F1
 * hangs on a few rows; the line of chances hangs on all. 0 where nothing was confirmed.
 */
function reviewMargin(heldOut: Judged, chance: Line): number {
  const best = bestPoint(heldOut);
  if (best === undefined) return 0;
  const half = best.f1 / 2;
  return (Math.log(half / (1 - half)) - chance.offset) / chance.slope;
}

/** The margin for a look of two stages that were just learnt. */
export function reviewMarginOf(two: TwoStage, label: Uint8Array): number {
  const from = two.heldOutFrom;
  const heldOut: Judged = { score: two.heldOut.subarray(from), label: label.subarray(from) };
  return reviewMargin(heldOut, calibrate(whatPassed(heldOut)));
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
 * The line that gives `review` to the margin from which a look is worth it, and `hold` to the least margin from which
 * alarms are nearly always right; both found on rows that were not learnt from. So a score means the same act with a
 * model as without.
 */
function scoreLine(heldOut: Judged, chance: Line, { review, hold }: Verdicts): Line {
  const reviewAt = reviewMargin(heldOut, chance);
  const holdAt = Math.max(sureFrom(heldOut, reviewAt), reviewAt + LEAST_APART);
  const low = placeOfScore(review);
  const slope = (placeOfScore(hold) - low) / (holdAt - reviewAt);
  return { slope, offset: low - slope * reviewAt };
}

function sureFrom(heldOut: Judged, reviewAt: number): number {
  let from: number | undefined;
  for (const point of operatingPoints(heldOut)) {
    if (point.score < reviewAt) break;
    if (point.alarms >= HOLD_ALARMS && point.precision >= HOLD_PRECISION) from = point.score;
  }
  return from ?? reviewAt + HOLD_APART;
}
