import { type Answer, type Counts, countsOf } from './discernment.ts';
import { type Estimate, estimate } from './statistics/estimate.ts';
import { t95 } from './statistics/student-t.ts';

/** What is told of a class, each on average over its learners. Ranges as in `Discernment`. */
export const CLASS_MEASURES = ['hitRate', 'falseAlarmRate', 'discernment', 'suspicion'] as const;
export type ClassMeasure = (typeof CLASS_MEASURES)[number];

/**
 * Mean over the learners with its interval, by measure; undefined for a measure without an interval: fewer than two learners.
 *
 * The learner is the unit, not the answer: answers of one person are alike, and counting each would make a class of 10 look like 100
 * people. So the interval is Student's t over the learners' own values (W. S. Gosset, Biometrika 6 (1908) 1), which is made for few
 * of them, for the mean of pupils like these. It has one weakness: where nearly everybody has all answers right, their values hardly
 * differ and the interval shrinks to nothing. The variance is therefore never taken to be less than what so few answers bring of
 * themselves, counted with one success and one failure added (Agresti & Caffo, 2000). Coverage, simulated for 5 to 30 learners and
 * 5 + 5 items: 94 to 97 of 100; more for fewer than 10 learners, and where nearly all is right (class-statistics.test.ts).
 */
export type ClassLevel = Readonly<Record<ClassMeasure, Estimate | undefined>>;

/** Level of the learners of one sitting. Whoever has not judged both kinds is passed over. */
export const levelOf = (learners: readonly (readonly Answer[])[]): ClassLevel =>
  byMeasure((measure) => interval(spreadOf(learners, measure), RANGE[measure]));

/** Change of each learner from one sitting to another, on average. A learner is in both or in neither. */
export const changeOf = (pairs: readonly SittingPair[]): ClassLevel =>
  byMeasure((measure) => interval(spreadOfChange(pairs, measure), CHANGE_RANGE));

/**
 * What the lesson changed beyond what changed without it: difference of the two mean changes, each with its own variance and with
 * the degrees of freedom of Welch and Satterthwaite (B. L. Welch, Biometrika 34 (1947) 28), since the arms need not be alike.
 */
export const effectOf = (
  lesson: readonly SittingPair[],
  control: readonly SittingPair[],
): ClassLevel =>
  byMeasure((measure) => {
    const [a, b] = [lesson, control].map((pairs) => spreadOfChange(pairs, measure));
    if (a === undefined || b === undefined) return undefined;
    const variance = a.variance + b.variance;
    const df = variance ** 2 / (a.variance ** 2 / a.df + b.variance ** 2 / b.df);
    return interval({ mean: a.mean - b.mean, variance, df }, EFFECT_RANGE);
  });

/** Answers of one learner at two sittings. */
export interface SittingPair {
  readonly before: readonly Answer[];
  readonly after: readonly Answer[];
}

const RANGE = {
  hitRate: [0, 1],
  falseAlarmRate: [0, 1],
  discernment: [-1, 1],
  suspicion: [-1, 1],
} as const satisfies Record<ClassMeasure, readonly [number, number]>;
const CHANGE_RANGE = [-2, 2] as const;
const EFFECT_RANGE = [-4, 4] as const;

/** Mean of some learners, the variance of that mean, and its degrees of freedom. */
interface Spread {
  readonly mean: number;
  readonly variance: number;
  readonly df: number;
}

const byMeasure = (of: (measure: ClassMeasure) => Estimate | undefined): ClassLevel => ({
  hitRate: of('hitRate'),
  falseAlarmRate: of('falseAlarmRate'),
  discernment: of('discernment'),
  suspicion: of('suspicion'),
});

const interval = (
  spread: Spread | undefined,
  [least, most]: readonly [number, number],
): Estimate | undefined =>
  spread && estimate(spread.mean, t95(spread.df) * Math.sqrt(spread.variance), least, most);

const isMeasured = ({ traps, genuine }: Counts): boolean => traps > 0 && genuine > 0;

function spreadOf(
  learners: readonly (readonly Answer[])[],
  measure: ClassMeasure,
): Spread | undefined {
  const counts = learners.map(countsOf).filter(isMeasured);
  return spread(
    counts.map((one) => measured(one, measure)),
    leastVariance(counts, measure),
  );
}

function spreadOfChange(pairs: readonly SittingPair[], measure: ClassMeasure): Spread | undefined {
  const counts = pairs
    .map(({ before, after }) => [countsOf(before), countsOf(after)] as const)
    .filter(([before, after]) => isMeasured(before) && isMeasured(after));
  return spread(
    counts.map(([before, after]) => measured(after, measure) - measured(before, measure)),
    leastVariance(
      counts.map(([before]) => before),
      measure,
    ) +
      leastVariance(
        counts.map(([, after]) => after),
        measure,
      ),
  );
}

function spread(values: readonly number[], least: number): Spread | undefined {
  const n = values.length;
  if (n < 2) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: Math.max(squares / (n - 1) / n, least), df: n - 1 };
}

function measured({ traps, hits, genuine, falseAlarms }: Counts, measure: ClassMeasure): number {
  const [h, f] = [hits / traps, falseAlarms / genuine];
  return { hitRate: h, falseAlarmRate: f, discernment: h - f, suspicion: h + f - 1 }[measure];
}

/** Variance of the mean that all answers together would have if every learner were alike. */
function leastVariance(counts: readonly Counts[], measure: ClassMeasure): number {
  const sum = (key: keyof Counts): number => counts.reduce((total, one) => total + one[key], 0);
  const of = (right: number, all: number): number => {
    const rate = (right + 1) / (all + 2);
    return (rate * (1 - rate)) / (all + 2);
  };
  const h = of(sum('hits'), sum('traps'));
  const f = of(sum('falseAlarms'), sum('genuine'));
  return { hitRate: h, falseAlarmRate: f, discernment: h + f, suspicion: h + f }[measure];
}
