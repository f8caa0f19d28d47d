import { sql } from 'kysely';
import { dateOfDay, dayAt, yearOfDay } from '../../law/calendar.ts';
import type { Law } from '../../law/law.ts';
import type { Transaction } from '../../store/store.ts';

export interface GivenNumber {
  readonly year: number;
  readonly number: number;
  /** Day of Almaty: requisite 1.2. */
  readonly date: string;
}

/**
 * The next number that an institution gives in the year that it is in the country. Two who approve at once wait for each other, and
 * a transaction that fails gives its number back: there are neither gaps nor doubles.
 */
export async function giveNumber(
  trx: Transaction,
  { calendar }: Law,
  institutionId: number,
  at: number,
): Promise<GivenNumber> {
  const day = dayAt(calendar, at);
  const year = yearOfDay(day);
  const { last } = await trx
    .insertInto('filing_numbers')
    .values({ institution_id: institutionId, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['institution_id', 'year'])
        .doUpdateSet({ last: sql<number>`filing_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return { year, number: last, date: dateOfDay(day) };
}
