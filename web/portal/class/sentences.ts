import { signOf } from '../../../src/academy/statistics/estimate.ts';
import type { ClassResults } from '../../../src/client/classes.ts';
import type { Localized } from '../../../src/domain/language.ts';
import type { Args } from '../say.ts';
import { hundredths } from './hundredths.ts';
import { R } from './result-texts.ts';

const DAY_MS = 86_400_000;
/** Sooner, a form measures what was just heard. */
const LATER_DAYS_LEAST = 14;

type Sentence = readonly [Localized, Args?];
type Estimate = NonNullable<
  ClassResults['arms']['lesson']['levels']['pre']['level']['discernment']
>;

/** What the figures of a class say, each by its whole interval. */
export function sentencesOf(results: ClassResults): Sentence[] {
  const { lesson } = results.arms;
  const { discernment } = lesson.changes.pre_post.change;
  return [
    ...(discernment === undefined ? [] : [[R.change, figures(discernment)] as const]),
    ...suspicion(results),
    ...later(results),
    results.control ? effect(results) : [R.noControl],
  ];
}

/** Over-suspicion is said by whole intervals: of the change, and of where the class stands after it. */
function suspicion({ arms: { lesson } }: ClassResults): Sentence[] {
  const change = lesson.changes.pre_post.change.falseAlarmRate;
  if (change === undefined) return [];
  const said = { up: R.warier, down: R.calmer, unclear: R.notWarier }[signOf(change)];
  const after = lesson.levels.post.level.suspicion;
  // A class that has calmed down is on its way: it is not scolded for what is left.
  const leans = after !== undefined && signOf(after) === 'up' && signOf(change) !== 'down';
  return [[said], ...(leans ? [[R.suspiciousAll] as const] : [])];
}

function later({ arms: { lesson }, laterAt, postAt }: ClassResults): Sentence[] {
  const { discernment } = lesson.changes.pre_later.change;
  if (laterAt === null || postAt === null || discernment === undefined) return [];
  const days = Math.round((laterAt - postAt) / DAY_MS);
  if (days < LATER_DAYS_LEAST) return [[R.laterEarly, { days }]];
  return [[signOf(discernment) === 'up' ? R.stayed : R.notStayed, { days }]];
}

function effect({ effects }: ClassResults): Sentence {
  const { discernment } = effects.pre_post.effect;
  if (discernment === undefined) return [R.effectFew];
  const said = { up: R.effectUp, down: R.effectDown, unclear: R.effectUnclear };
  return [said[signOf(discernment)], figures(discernment)];
}

const signed = (share: number): string =>
  Math.round(share * 100) > 0 ? `+${hundredths(share)}` : hundredths(share);

const figures = ({ value, low, high }: Estimate): Args => ({
  value: signed(value),
  low: signed(low),
  high: signed(high),
});
