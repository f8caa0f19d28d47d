import type { Transaction } from '../../../store/store.ts';
import { answeredForms, wholeForms } from './class-forms-filled.ts';
import type { Classes } from './classes.ts';
import type { ClassRow } from './find-class.ts';
import { measuredIn, PUPILS_LEAST, resultsOf } from './show-results.ts';

/** Classes that are wiped at once: the rest waits for the next minute. */
const AT_ONCE = 50;

/**
 * Wipes classes whose 60 days are over: code, key, pupils and answers are gone for good, because nobody needs single answers once
 * the teacher has had the time to take them. Of a class that was played to its end by five pupils at least, one row of figures
 * stays, with its month and with nothing that leads back to the class: whether lessons work is for everybody to know.
 *
 * @returns how many were wiped
 */
export async function endClasses(classes: Classes, signal: AbortSignal): Promise<number> {
  const { store, now } = classes;
  for (let wiped = 0; wiped < AT_ONCE; wiped++) {
    if (signal.aborted) return wiped;
    const found = await store.write(async (trx) => {
      const row = await trx
        .selectFrom('classes')
        .selectAll()
        .where('ends_at', '<=', now())
        .orderBy('ends_at')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (row === undefined) return false;
      if (row.stage === 'over') await keepFigures(classes, trx, row);
      await trx.deleteFrom('classes').where('class_id', '=', row.class_id).execute();
      return true;
    });
    if (!found) return wiped;
  }
  return AT_ONCE;
}

async function keepFigures(classes: Classes, trx: Transaction, row: ClassRow): Promise<void> {
  const forms = wholeForms(await answeredForms(classes, trx, row));
  const measured = measuredIn(forms);
  if (measured < PUPILS_LEAST) return;
  await trx
    .insertInto('class_outcomes')
    .values({
      month: new Date(row.opened_at).toISOString().slice(0, 7),
      figures: JSON.stringify({ measured, control: row.control, ...resultsOf(forms) }),
    })
    .execute();
}
