import { sigmoid } from '../engine/model/forest.ts';
import type { Line } from '../engine/model/model.ts';
import type { Judged } from './metrics.ts';

const ROUNDS = 50;
const HALVINGS = 30;
const ENOUGH = 1e-9;

/**
 * Fits chances to margins, chance = sigmoid(slope x margin + offset), by logistic regression (Platt 1999, with his
 * guard against certainty): Newton's method, steps halved until they gain. Margins must come from rows that the forest
 * did not learn from.
 */
export function calibrate({ score, label }: Judged): Line {
  let positives = 0;
  for (let i = 0; i < label.length; i++) positives += label[i];
  const aim = {
    high: (positives + 1) / (positives + 2),
    low: 1 / (label.length - positives + 2),
  };
  const judged = { score, label };
  let line: Line = { slope: 1, offset: 0 };
  let loss = lossOf(judged, aim, line);
  for (let round = 0; round < ROUNDS; round++) {
    const step = newtonStep(judged, aim, line);
    let part = 1;
    let next = line;
    let less = loss;
    for (let h = 0; h < HALVINGS; h++, part /= 2) {
      next = { slope: line.slope - part * step.slope, offset: line.offset - part * step.offset };
      less = next.slope > 0 ? lossOf(judged, aim, next) : Number.POSITIVE_INFINITY;
      if (less < loss) break;
    }
    if (!(less < loss)) break;
    const gained = loss - less;
    line = next;
    loss = less;
    if (gained < ENOUGH * Math.abs(loss)) break;
  }
  return line;
}

interface Aim {
  readonly high: number;
  readonly low: number;
}

function lossOf({ score, label }: Judged, { high, low }: Aim, { slope, offset }: Line): number {
  let loss = 0;
  for (let i = 0; i < score.length; i++) {
    const margin = slope * score[i] + offset;
    const target = label[i] ? high : low;
    // log(1 + e^m) without overflow.
    loss += Math.max(margin, 0) + Math.log1p(Math.exp(-Math.abs(margin))) - target * margin;
  }
  return loss;
}

function newtonStep({ score, label }: Judged, { high, low }: Aim, line: Line): Line {
  let gs = 0;
  let go = 0;
  let hss = 1e-9;
  let hso = 0;
  let hoo = 1e-9;
  for (let i = 0; i < score.length; i++) {
    const p = sigmoid(line.slope * score[i] + line.offset);
    const miss = p - (label[i] ? high : low);
    const w = p * (1 - p);
    gs += miss * score[i];
    go += miss;
    hss += w * score[i] * score[i];
    hso += w * score[i];
    hoo += w;
  }
  const det = hss * hoo - hso * hso;
  return { slope: (gs * hoo - go * hso) / det, offset: (go * hss - gs * hso) / det };
}
