import type { Sitting } from '../../../academy/class-results.ts';
import type { LessonKind } from '../../../academy/lesson.ts';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { formOf, itemsOf } from './class-forms.ts';
import type { Classes } from './classes.ts';
import { type LearnerGiven, learnerOf } from './find-class.ts';
import { type LearnerView, learnerView } from './learner-view.ts';

export interface GivenAnswers extends LearnerGiven {
  readonly sitting: Sitting;
  readonly answers: readonly { readonly item: string; readonly said: LessonKind }[];
}

/**
 * Takes answers to the form that is open: some of them or all, as often as they come. What was answered first stays: a form is
 * answered once, and a repeat changes nothing. Throws QRG_CLASS_CODE, QRG_CLASS_ITEM, QRG_CLASS_LEARNER, QRG_CLASS_OFTEN,
 * QRG_CLASS_SITTING.
 */
export function takeAnswers(classes: Classes, given: GivenAnswers): Promise<LearnerView> {
  return classes.store.write(async (trx) => {
    // The teacher's step waits for answers that are being written, and they for it.
    const { row, learner } = await learnerOf(classes, trx, given, 'share');
    const { sitting, answers } = given;
    if (row.stage !== sitting) throw new QorganError('QRG_CLASS_SITTING');
    const items = await itemsOf(classes, formOf(row, learner, sitting));
    const known = new Set(items.map(({ id }) => id));
    const foreign = answers.find(({ item }) => !known.has(item));
    if (foreign !== undefined) throw new QorganError('QRG_CLASS_ITEM', { item: foreign.item });
    await trx
      .insertInto('class_answers')
      .values(answers.map((answer) => ({ learner_id: learner.learner_id, sitting, ...answer })))
      .onConflict((conflict) => conflict.columns(['learner_id', 'sitting', 'item']).doNothing())
      .execute();
    return learnerView(trx, { row, learner });
  });
}
