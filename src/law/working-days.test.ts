import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLaw } from '../service/law/load-law.ts';
import {
  buildCalendar,
  dateOfDay,
  dayAt,
  dayOfDate,
  isWorkingDay,
  lastYearKnown,
} from './calendar.ts';
import { type TermId, termAt } from './terms.ts';
import { addWorkingDays, deadline, nextWorkingDay } from './working-days.ts';

const law = await loadLaw();
const { calendar } = law;
const at = (local: string): number => Date.parse(`${local}+05:00`);

const plus = (date: string, n: number): string => {
  const found = addWorkingDays(calendar, dayOfDate(date), n);
  return found.ok ? dateOfDay(found.value.day) : found.problem.code;
};

function due(id: TermId, local: string) {
  const term = termAt(law.terms, calendar, id, at(local));
  if (!term.ok) throw new Error(term.problem.code);
  return deadline(calendar, term.value, at(local));
}

const dueLocal = (id: TermId, local: string): string => {
  const end = due(id, local);
  return end.ok
    ? new Date(end.value.dueAt + 5 * 3_600_000).toISOString().slice(0, 16)
    : end.problem.code;
};

describe('working days of Kazakhstan', () => {
  it.each([
    ['an ordinary week', '2026-11-23', 4, '2026-11-27'],
    ['over a weekend', '2026-11-26', 5, '2026-12-03'],
    ['from a Saturday', '2026-11-28', 1, '2026-11-30'],
    ['Independence Day in the middle', '2026-12-14', 3, '2026-12-18'],
    ['over New Year, with 2 January on a Saturday moved to Monday', '2026-12-30', 2, '2027-01-05'],
    ['over New Year 2025: 3 January off, Sunday 5 January worked', '2025-01-02', 2, '2025-01-06'],
    ['Nauryz 2026 with two transfers', '2026-03-20', 1, '2026-03-26'],
    ['Women’s Day on a Sunday moves to Monday', '2026-03-06', 1, '2026-03-10'],
    ['Victory Day on a Saturday moves to Monday', '2026-05-08', 1, '2026-05-12'],
    ['30 August is no holiday any more in 2026', '2026-08-28', 1, '2026-08-31'],
    ['nor is 15 March before 2027: a Monday of 2027 rests', '2027-03-12', 1, '2027-03-16'],
    ['7 January does not move', '2026-01-06', 1, '2026-01-08'],
    ['zero days on a day off is the next working one', '2026-05-27', 0, '2026-05-28'],
    ['a year without data is no guess', '2027-12-30', 2, 'QRG_LAW_CALENDAR_YEAR'],
    ['nor is one before', '2024-12-30', 1, 'QRG_LAW_CALENDAR_YEAR'],
    ['more days than a year is nonsense', '2026-01-05', 367, 'QRG_LAW_TERM_VALUE'],
  ])('%s', (_, from, n, wanted) => expect(plus(from, n)).toBe(wanted));

  it('counts 2026 as the published calendar does: 246, and 31 August that is worked after all', () => {
    let worked = 0;
    for (let day = dayOfDate('2026-01-01'); day < dayOfDate('2027-01-01'); day++) {
      const works = isWorkingDay(calendar, day);
      if (works.ok && works.value) worked++;
    }
    expect(worked).toBe(247);
  });

  it('agrees with counting day by day', () => {
    const first = dayOfDate('2025-01-01');
    const last = dayOfDate('2027-11-30');
    const works = (day: number): boolean => {
      const found = isWorkingDay(calendar, day);
      return found.ok && found.value;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: first, max: last }),
        fc.integer({ min: 1, max: 20 }),
        (from, n) => {
          const found = addWorkingDays(calendar, from, n);
          if (!found.ok) return found.problem.code === 'QRG_LAW_CALENDAR_YEAR';
          let counted = 0;
          for (let day = from + 1; day <= found.value.day; day++) if (works(day)) counted++;
          return counted === n && works(found.value.day);
        },
      ),
    );
  });

  it('adds up: n days and m days are n + m days; more days never end sooner', () => {
    const day = fc.integer({ min: dayOfDate('2025-01-01'), max: dayOfDate('2027-10-31') });
    const few = fc.integer({ min: 1, max: 15 });
    fc.assert(
      fc.property(day, few, few, (from, n, m) => {
        const whole = addWorkingDays(calendar, from, n + m);
        const part = addWorkingDays(calendar, from, n);
        if (!whole.ok || !part.ok) return false;
        const rest = addWorkingDays(calendar, part.value.day, m);
        return rest.ok && rest.value.day === whole.value.day && part.value.day < whole.value.day;
      }),
    );
  });

  it('knows the next working day and how far the table reaches', () => {
    expect(nextWorkingDay(calendar, dayOfDate('2026-10-23'))).toEqual({
      ok: true,
      value: dayOfDate('2026-10-27'),
    });
    expect(lastYearKnown(calendar, at('2026-11-26T12:00'))).toBe(2027);
    expect(lastYearKnown(calendar, at('2029-01-01T12:00'))).toBeUndefined();
  });
});

describe('the local day', () => {
  it('begins at midnight in Almaty and not in Greenwich', () => {
    expect(dateOfDay(dayAt(calendar, Date.parse('2026-11-26T18:59:59Z')))).toBe('2026-11-26');
    expect(dateOfDay(dayAt(calendar, Date.parse('2026-11-26T19:00:00Z')))).toBe('2026-11-27');
  });

  it('follows the change of 1 March 2024 from six hours to five', () => {
    const zone = buildCalendar({}, [
      { from: '2024-03-01', hours: 5 },
      { from: '2004-10-31', hours: 6 },
    ]);
    expect(dateOfDay(dayAt(zone, Date.parse('2024-02-28T18:00:00Z')))).toBe('2024-02-29');
    expect(dateOfDay(dayAt(zone, Date.parse('2024-03-01T18:00:00Z')))).toBe('2024-03-01');
  });
});

describe('deadlines', () => {
  it.each([
    [
      'five working days begin the day after and end at midnight',
      'hold',
      '2026-11-26T14:00',
      '2026-12-04T00:00',
    ],
    ['the hour of the day does not matter', 'hold', '2026-11-26T23:59:59', '2026-12-04T00:00'],
    ['a minute later is another day', 'hold', '2026-11-27T00:00', '2026-12-05T00:00'],
    ['over Nauryz', 'hold', '2026-03-19T10:00', '2026-04-01T00:00'],
    ['over New Year', 'hold', '2026-12-29T10:00', '2027-01-09T00:00'],
    ['before 28 August 2025 it was three days', 'hold', '2025-08-27T10:00', '2025-09-03T00:00'],
    ['law enforcement: three working days', 'le-answer', '2026-12-14T09:00', '2026-12-19T00:00'],
    ['24 hours run from the moment', 'afm-answer', '2026-11-28T15:30', '2026-11-29T15:30'],
    ['72 hours too', 'le-suspension', '2026-11-28T15:30', '2026-12-01T15:30'],
    [
      '15 calendar days are not lengthened by a Saturday',
      'account-stop',
      '2026-11-27T09:00',
      '2026-12-13T00:00',
    ],
    ['at once is at once', 'suspicion-report', '2026-11-28T15:30', '2026-11-28T15:30'],
    ['past the table there is no answer', 'hold', '2027-12-29T10:00', 'QRG_LAW_CALENDAR_YEAR'],
  ] as const)('%s', (_, id, from, wanted) => expect(dueLocal(id, from)).toBe(wanted));

  it('a term in calendar days may move off a day of rest where its data says so', () => {
    const term = law.terms.find((t) => t.id === 'account-stop')!;
    const moved = deadline(calendar, { ...term, ends: 'moves' }, at('2026-11-27T09:00'));
    expect(moved.ok && moved.value.dueAt).toBe(at('2026-12-15T00:00'));
  });

  it('says when a feast inside the term is not announced yet', () => {
    const sure = due('hold', '2026-11-26T14:00');
    const unsure = due('hold', '2027-05-13T14:00');
    expect(sure.ok && sure.value.uncertain).toBe(false);
    expect(unsure.ok && unsure.value.uncertain).toBe(true);
  });

  it('has no edition for a day before the law', () => {
    expect(termAt(law.terms, calendar, 'hold', at('2023-05-05T10:00'))).toMatchObject({
      problem: { code: 'QRG_LAW_TERM_PERIOD' },
    });
  });
});
