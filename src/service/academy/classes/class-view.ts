import { sql } from 'kysely';
import { SITTINGS, type Sitting } from '../../../academy/class-results.ts';
import type { Transaction } from '../../../store/store.ts';
import type { ClassStage } from '../../../store/tables/classes.ts';
import { itemsOfForm } from './class-forms.ts';
import type { Classes } from './classes.ts';
import { type ClassRow, classOfKey } from './find-class.ts';

const DAY_MS = 86_400_000;
/** When the last form measures what stays: three weeks after the second. */
const LATER_DAYS = 21;

/** A class as its teacher sees it while it goes on: how far everybody is, and never what they answered. */
export interface ClassView {
  readonly code: string;
  readonly stage: ClassStage;
  readonly control: boolean;
  readonly openedAt: number;
  readonly endsAt: number;
  readonly learners: number;
  /** Pupils who answered a form to its end. */
  readonly finished: Readonly<Record<Sitting, number>>;
  readonly preAt: number | null;
  readonly postAt: number | null;
  readonly laterAt: number | null;
  /** From when the last form is best opened; null until the second one was. */
  readonly laterBestAt: number | null;
}

/** Throws QRG_CLASS_KEY, QRG_CLASS_OFTEN. */
export const lookAtClass = (classes: Classes, key: string, address: string): Promise<ClassView> =>
  classes.store.write(async (trx) =>
    classView(classes, trx, await classOfKey(classes, trx, { key, address })),
  );

export async function classView(
  classes: Classes,
  trx: Transaction,
  row: ClassRow,
): Promise<ClassView> {
  return {
    code: row.code,
    stage: row.stage,
    control: row.control,
    openedAt: row.opened_at,
    endsAt: row.ends_at,
    learners: row.learners,
    finished: await finishedOf(classes, trx, row.class_id),
    preAt: row.pre_at,
    postAt: row.post_at,
    laterAt: row.later_at,
    laterBestAt: row.post_at === null ? null : row.post_at + LATER_DAYS * DAY_MS,
  };
}

async function finishedOf(
  classes: Classes,
  trx: Transaction,
  classId: number,
): Promise<Record<Sitting, number>> {
  const each = trx
    .selectFrom('class_answers as a')
    .innerJoin('class_learners as l', 'l.learner_id', 'a.learner_id')
    .where('l.class_id', '=', classId)
    .groupBy(['a.learner_id', 'a.sitting'])
    .having((eb) => eb.fn.countAll(), '>=', await itemsOfForm(classes))
    .select('a.sitting');
  const rows = await trx
    .selectFrom(each.as('each'))
    .groupBy('each.sitting')
    .select(['each.sitting', sql<number>`count(*)::int`.as('count')])
    .execute();
  const counts = { pre: 0, post: 0, later: 0 };
  for (const { sitting, count } of rows) counts[sitting] = count;
  return counts;
}

/** Whether a form is open in a stage. */
export const isSitting = (stage: ClassStage): stage is Sitting =>
  (SITTINGS as readonly ClassStage[]).includes(stage);
