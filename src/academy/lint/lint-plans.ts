import type { FoundLessons } from '../found-lessons.ts';
import { type Finding, finding } from './finding.ts';

/** Lengths of lessons that there must be a plan for, in minutes. */
const LENGTHS = [20, 40];

export function lintPlans({ plans }: FoundLessons): Finding[] {
  if (plans === undefined) return [];
  const file = 'plans.yaml';
  return [
    ...LENGTHS.filter((minutes) => !plans.plans.some((plan) => plan.minutes === minutes)).map(
      (minutes) => finding({ file, path: ['plans'] }, 'QRG_LESSON_NO_PLAN', { minutes }),
    ),
    ...plans.plans.flatMap(({ minutes, steps }, i) => {
      const sum = steps.reduce((total, step) => total + step.minutes, 0);
      const spot = { file, path: ['plans', i, 'minutes'] };
      return sum === minutes ? [] : [finding(spot, 'QRG_LESSON_PLAN_MINUTES', { minutes, sum })];
    }),
  ];
}
