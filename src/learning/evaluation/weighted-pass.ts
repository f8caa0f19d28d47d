import { ALARM, CONFIRMED, IN_BUDGET, type RankedView, STEP_END } from './ranked-view.ts';

/** Share of the rows that "precision at 0.1 %" looks at. */
const FIRST_SHARE = 1000;

/** Figures of one view, or of one resample of it. Shares are 0..1; NaN where there is nothing to divide by. */
export interface PassFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** The greatest F1 that any threshold gives. */
  readonly bestF1: number;
  /** Mean of precision at each step of recall; rows of one score are one step. */
  readonly prAuc: number;
  /** Among the first thousandth of the rows, rounded down, at least one. */
  readonly precisionAtThousandth: number;
  readonly precisionAtBudget: number;
  readonly recallAtBudget: number;
}

export const PASS_FIGURES = [
  'precision',
  'recall',
  'f1',
  'bestF1',
  'prAuc',
  'precisionAtThousandth',
  'precisionAtBudget',
  'recallAtBudget',
] as const satisfies readonly (keyof PassFigures)[];

/** One walk down the ranks; `weight` says by row how often it counts, undefined: each once. */
export function weightedPass({ row, bits }: RankedView, weight?: Uint8Array): PassFigures {
  const [all, positives] = totals({ row, bits }, weight);
  const first = Math.max(1, Math.floor(all / FIRST_SHARE));
  let seen = 0;
  let hits = 0;
  let stepHits = 0;
  let area = 0;
  let bestF1 = 0;
  let firstHits = 0;
  let [alarms, alarmHits, budget, budgetHits] = [0, 0, 0, 0];
  for (let r = 0; r < row.length; r++) {
    const w = weight === undefined ? 1 : weight[row[r]];
    const b = bits[r];
    if (w > 0) {
      const hit = b & CONFIRMED ? w : 0;
      if (hit > 0 && seen < first) firstHits += Math.min(w, first - seen);
      seen += w;
      hits += hit;
      stepHits += hit;
      if (b & ALARM) {
        alarms += w;
        alarmHits += hit;
      }
      if (b & IN_BUDGET) {
        budget += w;
        budgetHits += hit;
      }
    }
    if ((b & STEP_END) === 0 || stepHits === 0) continue;
    area += (stepHits * hits) / seen;
    bestF1 = Math.max(bestF1, (2 * hits) / (seen + positives));
    stepHits = 0;
  }
  return {
    precision: alarmHits / alarms,
    recall: alarmHits / positives,
    f1: (2 * alarmHits) / (alarms + positives),
    bestF1: positives === 0 ? Number.NaN : bestF1,
    prAuc: area / positives,
    precisionAtThousandth: all === 0 ? Number.NaN : firstHits / Math.min(first, all),
    precisionAtBudget: budgetHits / budget,
    recallAtBudget: budgetHits / positives,
  };
}

function totals(
  { row, bits }: Pick<RankedView, 'row' | 'bits'>,
  weight: Uint8Array | undefined,
): [all: number, positives: number] {
  let all = 0;
  let positives = 0;
  for (let r = 0; r < row.length; r++) {
    const w = weight === undefined ? 1 : weight[row[r]];
    all += w;
    if (bits[r] & CONFIRMED) positives += w;
  }
  return [all, positives];
}
