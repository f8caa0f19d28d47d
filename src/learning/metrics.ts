/** Scores with their labels, as typed columns of equal length. */
export interface Judged {
  readonly score: ArrayLike<number>;
  readonly label: ArrayLike<number>;
}

/** One point of the curve: what alarms from `score` on would have been. */
export interface OperatingPoint {
  readonly score: number;
  readonly alarms: number;
  readonly hits: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Rows by score, the greatest first; of equals the earlier row first. */
export function ranked({ score }: Pick<Judged, 'score'>): Uint32Array {
  const order = Uint32Array.from({ length: score.length }, (_, i) => i);
  const by = Float64Array.from(score);
  return order.sort((a, b) => by[b] - by[a] || a - b);
}

/** Every point at which the score changes, from the greatest score down: rows of one score are one step. */
export function* operatingPoints(judged: Judged): Generator<OperatingPoint> {
  const { score, label } = judged;
  const order = ranked(judged);
  const positives = countOf(label);
  let hits = 0;
  for (let i = 0; i < order.length; i++) {
    hits += label[order[i]];
    if (i + 1 < order.length && score[order[i + 1]] === score[order[i]]) continue;
    yield pointAt(score[order[i]], i + 1, hits, positives);
  }
}

/** Area under precision over recall, as the mean of precision at each step of recall. 0 without positives. */
export function averagePrecision(judged: Judged): number {
  let area = 0;
  let recall = 0;
  for (const point of operatingPoints(judged)) {
    area += (point.recall - recall) * point.precision;
    recall = point.recall;
  }
  return area;
}

/** The point of the greatest F1; of equals the one with fewer alarms. Undefined without positives. */
export function bestPoint(judged: Judged): OperatingPoint | undefined {
  let best: OperatingPoint | undefined;
  for (const point of operatingPoints(judged))
    if (point.hits > 0 && point.f1 > (best?.f1 ?? 0)) best = point;
  return best;
}

/** What alarms from a fixed score on are worth. */
export function pointFrom(judged: Judged, from: number): OperatingPoint {
  const { score, label } = judged;
  let alarms = 0;
  let hits = 0;
  for (let i = 0; i < score.length; i++) {
    if (score[i] < from) continue;
    alarms++;
    hits += label[i];
  }
  return pointAt(from, alarms, hits, countOf(label));
}

/** Share of positives among the first `budget` rows. */
export function precisionAt(judged: Judged, budget: number): number {
  const order = ranked(judged);
  const first = Math.min(budget, order.length);
  let hits = 0;
  for (let i = 0; i < first; i++) hits += judged.label[order[i]];
  return first === 0 ? 0 : hits / first;
}

function countOf(label: ArrayLike<number>): number {
  let n = 0;
  for (let i = 0; i < label.length; i++) n += label[i];
  return n;
}

function pointAt(score: number, alarms: number, hits: number, positives: number): OperatingPoint {
  const precision = alarms === 0 ? 0 : hits / alarms;
  const recall = positives === 0 ? 0 : hits / positives;
  const f1 = alarms + positives === 0 ? 0 : (2 * hits) / (alarms + positives);
  return { score, alarms, hits, precision, recall, f1 };
}
