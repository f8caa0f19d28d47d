import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { ClassStage } from '../../../store/tables/classes.ts';
import { type ClassView, classView, isSitting } from './class-view.ts';
import type { Classes } from './classes.ts';
import { classOfKey } from './find-class.ts';

/** Where a class may go from where it is. It never goes back: who has been trained could not answer the first form again. */
const NEXT: Readonly<Record<ClassStage, readonly ClassStage[]>> = {
  lobby: ['pre'],
  pre: ['training'],
  training: ['post', 'over'],
  post: ['waiting'],
  // A teacher who cannot come back ends without the last form.
  waiting: ['later', 'over'],
  later: ['over'],
  over: [],
};

export interface Step {
  readonly key: string;
  /** Where the teacher saw the class: a button that was pressed twice steps once. */
  readonly from: ClassStage;
  readonly to: ClassStage;
}

/** Takes a class a step on. Throws QRG_CLASS_KEY, QRG_CLASS_OFTEN, QRG_CLASS_STEP. */
export function stepClass(
  classes: Classes,
  { key, from, to }: Step,
  address: string,
): Promise<ClassView> {
  return classes.store.write(async (trx) => {
    const row = await classOfKey(classes, trx, { key, address }, 'update');
    if (row.stage === to) return classView(classes, trx, row);
    if (row.stage !== from || !NEXT[from].includes(to)) throw new QorganError('QRG_CLASS_STEP');
    const changed = await trx
      .updateTable('classes')
      .set({
        stage: to,
        version: row.version + 1,
        ...(isSitting(to) && { [`${to}_at`]: classes.now() }),
      })
      .where('class_id', '=', row.class_id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return classView(classes, trx, changed);
  });
}

/** Deletes a class with everything in it, at its teacher's word. Throws QRG_CLASS_KEY, QRG_CLASS_OFTEN. */
export async function removeClass(classes: Classes, key: string, address: string): Promise<void> {
  await classes.store.write(async (trx) => {
    const { class_id } = await classOfKey(classes, trx, { key, address }, 'update');
    await trx.deleteFrom('classes').where('class_id', '=', class_id).execute();
  });
}
