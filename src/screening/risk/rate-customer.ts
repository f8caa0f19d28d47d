import { FACTORS } from './factors/all-factors.ts';
import { DAY_MS } from './factors/factor-rule.ts';
import type {
  MeasureRule,
  RiskFactor,
  RiskLevels,
  RiskParameters,
  RiskStep,
} from './parameter-types.ts';
import type { CustomerProfile } from './profile.ts';
import {
  DUE_DILIGENCE,
  type DueDiligence,
  MEASURE_KINDS,
  type RiskLevel,
  type RiskMeasure,
  type RiskRating,
  type RiskReason,
} from './rating.ts';

/** A factor that spoke: its reason, and the step of its parameters that it reached. */
interface Spoken {
  readonly factor: RiskFactor;
  readonly step: RiskStep;
  readonly reason: RiskReason;
}

/**
 * The rating of a customer. Points of all reasons add up, those of circumstances to `circumstancesMost` at the most, and all to
 * 100. Same profile and parameters, same rating. What was not told gives no points, but for identity, which the law asks for.
 */
export function rateCustomer(profile: CustomerProfile, parameters: RiskParameters): RiskRating {
  const spoken = [...parameters.factors.values()]
    .flatMap((factor) => speak(factor, profile))
    .sort((a, b) => b.reason.points - a.reason.points);
  const points = combine(spoken, parameters.levels);
  const level = levelOf(points, parameters.levels);
  const dueDiligence = spoken.reduce(
    (closest, { factor }) => closer(closest, factor.dueDiligence ?? closest),
    BY_LEVEL[level],
  );
  return {
    points,
    level,
    reasons: spoken.map(({ reason }) => reason),
    dueDiligence,
    measures: measuresOf(spoken, dueDiligence, profile, parameters),
    reviewAt: reviewAtOf(profile, parameters.review.days[level]),
    parameters: parameters.version,
  };
}

function speak(factor: RiskFactor, profile: CustomerProfile): Spoken[] {
  const measured = FACTORS.get(factor.id)?.measure(profile, factor.limits);
  if (measured === undefined) return [];
  const step = factor.steps.findLast(({ from }) => measured.value >= from);
  // A factor without points is switched off, unless it asks for something to be done.
  if (step === undefined || (step.points === 0 && step.measures.length === 0)) return [];
  const { facts } = measured;
  return [{ factor, step, reason: { factor: factor.id, points: step.points, facts } }];
}

/** Points of a rating: see `rateCustomer`. */
function combine(spoken: readonly Spoken[], { circumstancesMost }: RiskLevels): number {
  const sum = (weighs: RiskFactor['weighs']) =>
    spoken
      .filter(({ factor }) => factor.weighs === weighs)
      .reduce((total, { reason }) => total + reason.points, 0);
  return Math.min(100, sum('sign') + Math.min(circumstancesMost, sum('circumstance')));
}

const levelOf = (points: number, { medium, high }: RiskLevels): RiskLevel =>
  points >= high ? 'high' : points >= medium ? 'medium' : 'low';

/** AML law 191-IV, art. 5(7): simplified where the risk is low, enhanced where it is high. */
const BY_LEVEL: Readonly<Record<RiskLevel, DueDiligence>> = {
  low: 'simplified',
  medium: 'standard',
  high: 'enhanced',
};

const closer = (a: DueDiligence, b: DueDiligence): DueDiligence =>
  DUE_DILIGENCE.indexOf(a) >= DUE_DILIGENCE.indexOf(b) ? a : b;

/** What due diligence asks and what the reasons ask, each once, in the order of its kinds. */
function measuresOf(
  spoken: readonly Spoken[],
  dueDiligence: DueDiligence,
  { kind }: CustomerProfile,
  { measures, dueDiligence: asks }: RiskParameters,
): RiskMeasure[] {
  const ids = new Set([...asks[dueDiligence], ...spoken.flatMap(({ step }) => step.measures)]);
  return [...ids]
    .map((id) => measures.get(id))
    .filter((rule): rule is MeasureRule => rule !== undefined)
    .filter(({ of }) => of === undefined || kind === 'unknown' || of.includes(kind))
    .map((rule) => ({ measure: rule.id, kind: rule.kind }))
    .sort((a, b) => MEASURE_KINDS.indexOf(a.kind) - MEASURE_KINDS.indexOf(b.kind));
}

/** By the level's period, or when the document expires if that is sooner. */
function reviewAtOf({ at, document }: CustomerProfile, days: number): number {
  const latest = at + days * DAY_MS;
  const expiresAt = document?.expiresAt;
  return expiresAt !== undefined && expiresAt > at ? Math.min(latest, expiresAt) : latest;
}
