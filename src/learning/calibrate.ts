import { sigmoid } from '../engine/model/forest.ts';
import type { Judged } from './metrics.ts';

/** chance = sigmoid(slope * margin + offset) */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

const ROUNDS = 50;
const ENOUGH = 1e-9;

/**
 * Fits chances to margins by logistic regression (Platt 1999, with his guard against certainty), by Newton's method.
 * Margins must come from rows that the forest did not learn from.
 */
export function calibrate({ score, label }: Judged): Calibration {
  let positives = 0;
  for (let i = 0; i < label.length; i++) positives += label[i];
  const negatives = label.length - positives;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let gs = 0;
    let go = 0;
    let hss = 1e-9;
    let hso = 0;
    let hoo = 1e-9;
    for (let i = 0; i < score.length; i++) {
      const p = sigmoid(slope * score[i] + offset);
      const miss = p - (label[i] ? high : low);
      const w = p * (1 - p);
      gs += miss * score[i];
      go += miss;
      hss += w * score[i] * score[i];
      hso += w * score[i];
      hoo += w;
    }
    const det = hss * hoo - hso * hso;
    if (det <= 0) break;
    const ds = (gs * hoo - go * hso) / det;
    const d0 = (go * hss - gs * hso) / det;
    slope -= ds;
    offset -= d0;
    if (Math.abs(ds) + Math.abs(d0) < ENOUGH) break;
  }
  return { slope, offset };
}
