import type { Arm } from '../../../academy/class-results.ts';
import { AGE_BANDS, type AgeBand } from '../../../store/tables/classes.ts';
import type { AnsweredForm } from './class-forms-filled.ts';
import { PUPILS_LEAST } from './show-results.ts';

type Filled = Pick<AnsweredForm, 'learnerId' | 'ageBand' | 'arm' | 'sitting' | 'form'>;

/** What may be told of pupils beside what they answered. */
export interface Told {
  /** '' where it is not told. */
  readonly band: (pupil: Pick<Filled, 'ageBand' | 'arm'>) => AgeBand | '';
  readonly arm: (pupil: Pick<Filled, 'arm'>) => Arm | '';
  /** Which form somebody had at which sitting. */
  readonly forms: boolean;
}

/**
 * A teacher knows of each pupil who is how old, who trains when, and by the order of coming who has which forms. So no two or three of
 * these together may be those of fewer than five pupils. The group goes before the age, and both before the forms, of which six
 * pupils have all six orders.
 */
export function toldOfPupils(forms: readonly Filled[], control: boolean): Told {
  const hasArm = control && ofEach(forms, ({ arm }) => arm) >= PUPILS_LEAST;
  const arm: Told['arm'] = (one) => (hasArm ? one.arm : '');
  const bands = new Map(
    [...Map.groupBy(forms, arm)].map(([name, of]) => [name, shownBands(of)] as const),
  );
  const band: Told['band'] = (one) =>
    bands.get(arm(one))?.has(one.ageBand) === true ? one.ageBand : '';
  const order = ordersOf(forms);
  const cells = ofEach(forms, (one) => `${arm(one)} ${band(one)} ${order.get(one.learnerId)}`);
  return { band, arm, forms: cells >= PUPILS_LEAST };
}

/**
 * Age bands that may be told: those of five pupils at least. Where fewer than five would be left without one, the smallest band that
 * is told goes too: otherwise those few could be told by what they are not.
 */
export function shownBands(
  forms: readonly Pick<Filled, 'learnerId' | 'ageBand'>[],
): ReadonlySet<AgeBand> {
  const size = new Map<AgeBand, Set<number>>(AGE_BANDS.map((band) => [band, new Set()]));
  for (const { learnerId, ageBand } of forms) size.get(ageBand)!.add(learnerId);
  const present = [...size]
    .map(([band, ids]) => ({ band, pupils: ids.size }))
    .filter(({ pupils }) => pupils > 0)
    .sort((a, b) => a.pupils - b.pupils);
  const shown = present.filter(({ pupils }) => pupils >= PUPILS_LEAST);
  const hidden = present.filter(({ pupils }) => pupils < PUPILS_LEAST);
  const left = hidden.reduce((sum, { pupils }) => sum + pupils, 0);
  if (left > 0 && left < PUPILS_LEAST) shown.shift();
  return new Set(shown.map(({ band }) => band));
}

/** Pupils of the smallest group. */
function ofEach(forms: readonly Filled[], keyOf: (one: Filled) => string): number {
  const groups = [...Map.groupBy(forms, keyOf).values()];
  return Math.min(...groups.map((of) => new Set(of.map(({ learnerId }) => learnerId)).size));
}

/** The forms of each pupil: two of them say the third. */
const ordersOf = (forms: readonly Filled[]): ReadonlyMap<number, string> =>
  new Map(
    [...Map.groupBy(forms, ({ learnerId }) => learnerId)].map(([learnerId, of]) => [
      learnerId,
      of
        .map(({ sitting, form }) => `${sitting} ${form}`)
        .sort()
        .join(),
    ]),
  );
