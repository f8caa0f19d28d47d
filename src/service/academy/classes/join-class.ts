import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../store/store.ts';
import type { AgeBand, ClassStage } from '../../../store/tables/classes.ts';
import { addressGroup } from '../../access/address-group.ts';
import { learnerHash, newLearnerCode } from './class-codes.ts';
import { armOf } from './class-forms.ts';
import type { Classes } from './classes.ts';
import {
  type ClassRow,
  type CodeGiven,
  classOfCode,
  type LearnerRow,
  refuseFor,
} from './find-class.ts';
import { type LearnerView, learnerView } from './learner-view.ts';

export const LEARNERS_MOST = 200;
/** Whoever comes after the second form has nothing to compare. */
const JOINABLE: ReadonlySet<ClassStage> = new Set(['lobby', 'pre', 'training', 'post']);

export interface JoinedClass extends LearnerView {
  /** Six letters that join the three forms of one pupil; only their hash is kept. */
  readonly learner: string;
}

/**
 * Takes a pupil into a class. Nothing is asked but the age band. Throws QRG_CLASS_CODE, QRG_CLASS_FULL, QRG_CLASS_JOIN_CLOSED,
 * QRG_CLASS_OFTEN.
 */
export function joinClass(
  classes: Classes,
  given: CodeGiven,
  ageBand: AgeBand,
): Promise<JoinedClass> {
  return classes.store.write(async (trx) => {
    const row = await classOfCode(classes, trx, given, 'update');
    if (!JOINABLE.has(row.stage)) throw new QorganError('QRG_CLASS_JOIN_CLOSED');
    if (row.learners >= LEARNERS_MOST)
      throw new QorganError('QRG_CLASS_FULL', { most: LEARNERS_MOST });
    const caller = `${row.class_id} ${addressGroup(given.address)}`;
    refuseFor(classes.rates.join.take(caller, classes.now()));
    const { code, learner } = await insert(trx, row, ageBand);
    await trx
      .updateTable('classes')
      .set({ learners: row.learners + 1 })
      .where('class_id', '=', row.class_id)
      .execute();
    return { learner: code, ...(await learnerView(trx, { row, learner })) };
  });
}

/** A code that another pupil of the class has is drawn again. */
async function insert(
  trx: Transaction,
  row: ClassRow,
  ageBand: AgeBand,
): Promise<{ readonly code: string; readonly learner: LearnerRow }> {
  for (;;) {
    const code = newLearnerCode();
    const learner = await trx
      .insertInto('class_learners')
      .values({
        class_id: row.class_id,
        code_hash: learnerHash(row.class_id, code),
        place: row.learners,
        age_band: ageBand,
        arm: armOf(row, row.learners),
      })
      .onConflict((conflict) => conflict.columns(['class_id', 'code_hash']).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (learner !== undefined) return { code, learner };
  }
}
