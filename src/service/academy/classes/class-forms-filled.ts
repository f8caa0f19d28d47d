import {
  type Arm,
  type FilledForm,
  SITTINGS,
  type Sitting,
} from '../../../academy/class-results.ts';
import type { FormItem, FormName, LessonKind } from '../../../academy/lesson.ts';
import type { Transaction } from '../../../store/store.ts';
import type { AgeBand } from '../../../store/tables/classes.ts';
import { formOf, itemsOf } from './class-forms.ts';
import type { Classes } from './classes.ts';
import type { ClassRow } from './find-class.ts';

/** One form of one pupil, with whatever was answered of it. */
export interface AnsweredForm {
  readonly learnerId: number;
  readonly ageBand: AgeBand;
  readonly arm: Arm;
  readonly sitting: Sitting;
  readonly form: FormName;
  readonly answers: readonly { readonly item: FormItem; readonly said: LessonKind }[];
  /** Nothing of the form is missing. */
  readonly whole: boolean;
}

/** All forms of a class of which anything was answered, pupil by pupil. */
export async function answeredForms(
  classes: Classes,
  trx: Transaction,
  row: ClassRow,
): Promise<AnsweredForm[]> {
  const learners = await trx
    .selectFrom('class_learners')
    .selectAll()
    .where('class_id', '=', row.class_id)
    .orderBy('place')
    .execute();
  const given = await trx
    .selectFrom('class_answers as a')
    .innerJoin('class_learners as l', 'l.learner_id', 'a.learner_id')
    .where('l.class_id', '=', row.class_id)
    .select(['a.learner_id', 'a.sitting', 'a.item', 'a.said'])
    .execute();
  const said = new Map(
    given.map((one) => [`${one.learner_id} ${one.sitting} ${one.item}`, one.said]),
  );
  const forms: AnsweredForm[] = [];
  for (const learner of learners) {
    for (const sitting of SITTINGS) {
      const form = formOf(row, learner, sitting);
      const items = await itemsOf(classes, form);
      const answers = items.flatMap((item) => {
        const one = said.get(`${learner.learner_id} ${sitting} ${item.id}`);
        return one === undefined ? [] : [{ item, said: one }];
      });
      if (answers.length === 0) continue;
      const { learner_id: learnerId, age_band: ageBand, arm } = learner;
      const whole = answers.length === items.length;
      forms.push({ learnerId, ageBand, arm, sitting, form, answers, whole });
    }
  }
  return forms;
}

/** What is measured: whole forms only. Half a form has not as many traps as genuine offers. */
export const wholeForms = (forms: readonly AnsweredForm[]): FilledForm[] =>
  forms
    .filter(({ whole }) => whole)
    .map(({ learnerId, arm, sitting, answers }) => ({
      pupil: String(learnerId),
      ...{ arm, sitting },
      answers: answers.map(({ item, said }) => ({ kind: item.kind, said })),
    }));
