import {
  type ClassLevel,
  changeOf,
  effectOf,
  levelOf,
  type SittingPair,
} from './class-statistics.ts';
import type { Answer } from './discernment.ts';
import { signOf } from './statistics/estimate.ts';

/** When a form is filled in: before the lesson, right after it, three weeks later. */
export const SITTINGS = ['pre', 'post', 'later'] as const;
export type Sitting = (typeof SITTINGS)[number];

/** Who has the lesson between `pre` and `post`, and who has it after everything is measured. */
export const ARMS = ['lesson', 'control'] as const;
export type Arm = (typeof ARMS)[number];

/** One filled-in form. `pupil` is a number that a device drew: it joins the forms of one person and says nothing of who it is. */
export interface FilledForm {
  readonly pupil: string;
  readonly arm: Arm;
  readonly sitting: Sitting;
  readonly answers: readonly Answer[];
}

export const CHANGES = ['pre_post', 'post_later', 'pre_later'] as const;
export type Change = (typeof CHANGES)[number];

export interface ArmResults {
  /** Pupils with a form of the sitting, and their level. */
  readonly levels: Readonly<
    Record<Sitting, { readonly pupils: number; readonly level: ClassLevel }>
  >;
  /** Pupils with both forms, and their mean change. */
  readonly changes: Readonly<
    Record<
      Change,
      { readonly pupils: number; readonly change: ClassLevel; readonly reading: Reading }
    >
  >;
}

/**
 * What a change says in words.
 * `learned`: traps and genuine offers are told apart better, and genuine ones not distrusted more;
 * `learned_and_warier`: told apart better, at the price of more distrust of genuine offers;
 * `only_warier`: more distrust of genuine offers and no better telling apart: this is not learning;
 * `worse`: told apart worse; `unclear`: the interval leaves it open.
 */
export const READINGS = [
  'learned',
  'learned_and_warier',
  'only_warier',
  'worse',
  'unclear',
] as const;
export type Reading = (typeof READINGS)[number];

export interface ClassResults {
  readonly arms: Readonly<Record<Arm, ArmResults>>;
  /** Change with the lesson minus change without it. */
  readonly effects: Readonly<
    Record<Change, { readonly effect: ClassLevel; readonly reading: Reading }>
  >;
}

/** Sums up a class, of whatever forms have come in. A second form of the same pupil and sitting is passed over. */
export function classResults(forms: readonly FilledForm[]): ClassResults {
  const [lesson, control] = ARMS.map((arm) => forms.filter((form) => form.arm === arm));
  return {
    arms: { lesson: armResults(lesson), control: armResults(control) },
    effects: byChange((change) => {
      const effect = effectOf(pairsOf(lesson, change), pairsOf(control, change));
      return { effect, reading: readingOf(effect) };
    }),
  };
}

/** What a change or an effect says; by its whole interval, never by its value. */
export function readingOf({ discernment, falseAlarmRate }: ClassLevel): Reading {
  if (discernment === undefined || falseAlarmRate === undefined) return 'unclear';
  const warier = signOf(falseAlarmRate) === 'up';
  switch (signOf(discernment)) {
    case 'up':
      return warier ? 'learned_and_warier' : 'learned';
    case 'down':
      return 'worse';
    case 'unclear':
      return warier ? 'only_warier' : 'unclear';
  }
}

function armResults(forms: readonly FilledForm[]): ArmResults {
  const at = (sitting: Sitting) => {
    const answers = [...bySitting(forms, sitting).values()];
    return { pupils: answers.length, level: levelOf(answers) };
  };
  return {
    levels: { pre: at('pre'), post: at('post'), later: at('later') },
    changes: byChange((change) => {
      const pairs = pairsOf(forms, change);
      const changed = changeOf(pairs);
      return { pupils: pairs.length, change: changed, reading: readingOf(changed) };
    }),
  };
}

const ENDS = {
  pre_post: ['pre', 'post'],
  post_later: ['post', 'later'],
  pre_later: ['pre', 'later'],
} as const satisfies Record<Change, readonly [Sitting, Sitting]>;

const byChange = <T>(of: (change: Change) => T): Record<Change, T> => ({
  pre_post: of('pre_post'),
  post_later: of('post_later'),
  pre_later: of('pre_later'),
});

function pairsOf(forms: readonly FilledForm[], change: Change): SittingPair[] {
  const [from, to] = ENDS[change];
  const [before, after] = [bySitting(forms, from), bySitting(forms, to)];
  return [...before].flatMap(([pupil, answers]) => {
    const later = after.get(pupil);
    return later === undefined ? [] : [{ before: answers, after: later }];
  });
}

function bySitting(
  forms: readonly FilledForm[],
  sitting: Sitting,
): ReadonlyMap<string, readonly Answer[]> {
  const found = new Map<string, readonly Answer[]>();
  for (const form of forms)
    if (form.sitting === sitting && !found.has(form.pupil)) found.set(form.pupil, form.answers);
  return found;
}
