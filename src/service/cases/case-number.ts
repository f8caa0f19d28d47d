import { sql } from 'kysely';
import { dateOfDay, dayAt } from '../../law/calendar.ts';
import type { Law } from '../../law/law.ts';
import type { Transaction } from '../../store/store.ts';

const DIGITS = 6;

/** The next number of the year that it is in the country: 'KZ-2026-000123'. Two who open at once wait for each other. */
export async function nextNumber(
  trx: Transaction,
  { calendar, country }: Law,
  at: number,
): Promise<string> {
  const year = Number(dateOfDay(dayAt(calendar, at)).slice(0, 4));
  const { last } = await trx
    .insertInto('case_numbers')
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet({ last: sql<number>`case_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${country.toUpperCase()}-${year}-${String(last).padStart(DIGITS, '0')}`;
}
