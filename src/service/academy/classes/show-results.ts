import {
  type Change,
  type ClassResults,
  classResults,
  type FilledForm,
} from '../../../academy/class-results.ts';
import type { ClassLevel } from '../../../academy/class-statistics.ts';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { answeredForms, wholeForms } from './class-forms-filled.ts';
import type { Classes } from './classes.ts';
import { classOfKey } from './find-class.ts';

/** Pupils without whom nothing is told: among fewer, a figure may be somebody's. */
export const PUPILS_LEAST = 5;

export interface ShownResults extends ClassResults {
  /** Pupils who came at all. */
  readonly learners: number;
  /** Pupils with a whole first and a whole second form: the measure of whether anything is told. */
  readonly measured: number;
  readonly control: boolean;
  readonly preAt: number | null;
  readonly postAt: number | null;
  readonly laterAt: number | null;
}

/**
 * What a class learned, for its teacher and once it is over. A figure of fewer than five pupils is left out. Throws QRG_CLASS_KEY,
 * QRG_CLASS_OFTEN, QRG_CLASS_RESULTS_EARLY.
 */
export function showResults(classes: Classes, key: string, address: string): Promise<ShownResults> {
  return classes.store.write(async (trx) => {
    const row = await classOfKey(classes, trx, { key, address });
    if (row.stage !== 'over') throw new QorganError('QRG_CLASS_RESULTS_EARLY');
    const forms = wholeForms(await answeredForms(classes, trx, row));
    return {
      ...resultsOf(forms),
      learners: row.learners,
      measured: measuredIn(forms),
      control: row.control,
      preAt: row.pre_at,
      postAt: row.post_at,
      laterAt: row.later_at,
    };
  });
}

/** Pupils with both of the forms between which the lesson was. */
export function measuredIn(forms: readonly FilledForm[]): number {
  const at = (sitting: string) =>
    new Set(forms.filter((form) => form.sitting === sitting).map(({ pupil }) => pupil));
  const before = at('pre');
  return [...at('post')].filter((pupil) => before.has(pupil)).length;
}

/** The results, without any figure that fewer than five pupils made. */
export function resultsOf(forms: readonly FilledForm[]): ClassResults {
  const { arms, effects } = classResults(forms);
  const shownArm = ({ levels, changes }: ClassResults['arms']['lesson']) => ({
    levels: mapped(levels, (one) => (one.pupils < PUPILS_LEAST ? NO_LEVEL : one)),
    changes: mapped(changes, (one) => (one.pupils < PUPILS_LEAST ? NO_CHANGE : one)),
  });
  const isShown = (change: Change) =>
    arms.lesson.changes[change].pupils >= PUPILS_LEAST &&
    arms.control.changes[change].pupils >= PUPILS_LEAST;
  return {
    arms: { lesson: shownArm(arms.lesson), control: shownArm(arms.control) },
    effects: mapped(effects, (one, change) => (isShown(change) ? one : NO_EFFECT)),
  };
}

const NOTHING: ClassLevel = {
  hitRate: undefined,
  falseAlarmRate: undefined,
  discernment: undefined,
  suspicion: undefined,
};
/** How few they were is not told either. */
const NO_LEVEL = { pupils: 0, level: NOTHING };
const NO_CHANGE = { pupils: 0, change: NOTHING, reading: 'unclear' } as const;
const NO_EFFECT = { effect: NOTHING, reading: 'unclear' } as const;

function mapped<K extends string, T>(
  from: Readonly<Record<K, T>>,
  to: (value: T, key: K) => T,
): Record<K, T> {
  const entries = Object.entries(from) as [K, T][];
  return Object.fromEntries(entries.map(([key, value]) => [key, to(value, key)])) as Record<K, T>;
}
