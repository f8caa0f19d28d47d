import type { CaseFact } from '../../domain/case/case-fact.ts';
import { dateAt, type OffenceBook } from '../offences/offence-book.ts';
import type { PartyEvidence } from './case-evidence.ts';

/** What the moment of an act was taken from. */
export const ACT_BASES = ['facts', 'transfers', 'case'] as const;
export type ActBasis = (typeof ACT_BASES)[number];

/** First and last local day of an act, 'YYYY-MM-DD'. */
export interface ActTime {
  readonly from: string;
  readonly to: string;
  readonly basis: ActBasis;
}

/**
 * When an act was done: as the facts of the deed say, else by the party's suspicious transfers, else no later than the case was
 * opened. A deed that went on has two days, and the law of the last one counts: nothing before the law began is held against
 * anybody, and whoever asks can see that the days straddle it.
 */
export function actTime(
  book: OffenceBook,
  facts: readonly CaseFact[],
  { transfers }: Pick<PartyEvidence, 'transfers'>,
  openedAt: number,
): ActTime {
  const said = facts.flatMap(({ actAt }) => (actAt === null ? [] : [actAt]));
  if (said.length > 0) return between(book, Math.min(...said), Math.max(...said), 'facts');
  const [first, last] = [transfers[0], transfers[transfers.length - 1]];
  if (first !== undefined && last !== undefined)
    return between(book, first.at, last.at, 'transfers');
  return between(book, openedAt, openedAt, 'case');
}

const between = (book: OffenceBook, first: number, last: number, basis: ActBasis): ActTime => ({
  from: dateAt(book, first),
  to: dateAt(book, last),
  basis,
});

/** Full years on a day; who was born on 29 February is a year older on 1 March. */
export function yearsOn(bornOn: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return date.slice(5) >= bornOn.slice(5) ? years : years - 1;
}

/** The same day so many months later; the last of the month where there is no such day. */
export function monthsLater(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)))
    .toISOString()
    .slice(0, 10);
}
