import { type Arm, SITTINGS, type Sitting } from '../../../academy/class-results.ts';
import type { FormName, LessonKind } from '../../../academy/lesson.ts';
import type { Transaction } from '../../../store/store.ts';
import type { ClassStage } from '../../../store/tables/classes.ts';
import { formOf } from './class-forms.ts';
import type { Classes } from './classes.ts';
import { type ClassRow, type LearnerGiven, type LearnerRow, learnerOf } from './find-class.ts';

export interface LearnerSitting {
  readonly sitting: Sitting;
  readonly form: FormName;
  readonly answers: readonly { readonly item: string; readonly said: LessonKind }[];
}

/** A class as one of its pupils sees it. */
export interface LearnerView {
  readonly stage: ClassStage;
  /** When this pupil trains; null in a class without a control group. */
  readonly arm: Arm | null;
  readonly endsAt: number;
  readonly sittings: readonly LearnerSitting[];
}

/** Throws QRG_CLASS_CODE, QRG_CLASS_LEARNER, QRG_CLASS_OFTEN. */
export const lookAsLearner = (classes: Classes, given: LearnerGiven): Promise<LearnerView> =>
  classes.store.write(async (trx) => learnerView(trx, await learnerOf(classes, trx, given)));

export async function learnerView(
  trx: Transaction,
  { row, learner }: { readonly row: ClassRow; readonly learner: LearnerRow },
): Promise<LearnerView> {
  const given = await trx
    .selectFrom('class_answers')
    .select(['sitting', 'item', 'said'])
    .where('learner_id', '=', learner.learner_id)
    .orderBy('item')
    .execute();
  return {
    stage: row.stage,
    arm: row.control ? learner.arm : null,
    endsAt: row.ends_at,
    sittings: SITTINGS.map((sitting) => ({
      sitting,
      form: formOf(row, learner, sitting),
      answers: given
        .filter((answer) => answer.sitting === sitting)
        .map(({ item, said }) => ({ item, said })),
    })),
  };
}
