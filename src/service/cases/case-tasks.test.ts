import { describe, expect, it } from 'vitest';
import { CASE_TERMS, type CaseTerm } from '../../law/case-terms.ts';
import { loadLaw } from '../law/load-law.ts';
import { dueBy, taskStanding } from './case-tasks.ts';
import { local } from './case-world.fixture.ts';

const law = await loadLaw();
/** A moment as clocks of Almaty show it. */
const shown = (at: number): string =>
  new Date(at + 5 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const due = (term: CaseTerm, from: string): string => shown(dueBy(law, term, local(from)).dueAt);

/** The first moment after the term: a term in days ends at midnight of Almaty after its last day. */
describe('deadlines of cases', () => {
  it.each<[what: string, CaseTerm, from: string, end: string]>([
    ['at once', 'suspicion-report', '2026-11-26T12:00', '2026-11-26 12:00'],
    [
      '24 hours, over a weekend too',
      'suspicion-found-after',
      '2026-11-28T12:00',
      '2026-11-29 12:00',
    ],
    ['24 hours over the border of years', 'list-freeze', '2026-12-31T20:00', '2027-01-01 20:00'],
    ['72 hours over Nauryz', 'le-suspension', '2026-03-20T09:00', '2026-03-23 09:00'],
    [
      '15 calendar days, no day off lengthens them',
      'account-stop',
      '2026-11-27T10:00',
      '2026-12-13 00:00',
    ],
    ['three working days of a week', 'suspicious-activity', '2026-11-23T09:00', '2026-11-27 00:00'],
    [
      'three working days over a weekend',
      'suspicious-activity',
      '2026-11-26T09:00',
      '2026-12-02 00:00',
    ],
    [
      'a minute before midnight: the day is that day',
      'suspicious-activity',
      '2026-11-26T23:59',
      '2026-12-02 00:00',
    ],
    [
      'a minute after it: a day more',
      'suspicious-activity',
      '2026-11-27T00:01',
      '2026-12-03 00:00',
    ],
    ['on a Saturday: Monday is the first', 'afm-request', '2026-11-28T12:00', '2026-12-03 00:00'],
    [
      'one working day from a Friday',
      'afm-request-suspicious',
      '2026-11-27T18:00',
      '2026-12-01 00:00',
    ],
    [
      'the next working day, over Nauryz and its two moved days',
      'threshold-report',
      '2026-03-20T12:00',
      '2026-03-27 00:00',
    ],
    ['three over Nauryz', 'afm-request', '2026-03-19T12:00', '2026-03-28 00:00'],
    [
      'over Women’s Day on a Sunday, moved to Monday',
      'typology-report',
      '2026-03-06T12:00',
      '2026-03-11 00:00',
    ],
    ['a Sunday that was worked counts', 'freeze-report', '2025-01-04T12:00', '2025-01-06 00:00'],
    [
      'a Friday that was not worked does not',
      'freeze-report',
      '2025-01-02T12:00',
      '2025-01-06 00:00',
    ],
    ['over the border of years', 'afm-request', '2026-12-30T12:00', '2027-01-07 00:00'],
    ['7 January rests', 'fm1-rejected', '2026-01-06T12:00', '2026-01-09 00:00'],
    [
      'five working days of a hold over Independence Day',
      'hold',
      '2026-12-11T12:00',
      '2026-12-22 00:00',
    ],
    ['two working days', 'transfer-system-request', '2026-11-26T12:00', '2026-12-01 00:00'],
    ['three working days of law enforcement', 'le-answer', '2026-11-26T12:00', '2026-12-02 00:00'],
  ])('%s: %s', (_, term, from, end) => expect(due(term, from)).toBe(end));

  it('a moment of UTC is of the day that it is in Almaty', () => {
    // 19:30 UTC is half past midnight of the next day there.
    const { dueAt } = dueBy(law, 'threshold-report', Date.UTC(2026, 10, 26, 19, 30));
    expect(shown(dueAt)).toBe('2026-12-01 00:00');
  });

  it('every term has an edition that holds today, and words in three languages', () => {
    for (const term of CASE_TERMS)
      expect(() => dueBy(law, term, local('2026-11-26T12:00')), term).not.toThrow();
  });

  it('a year without a calendar is no guess', () => {
    expect(() => dueBy(law, 'hold', local('2027-12-30T12:00'))).toThrow('2028');
  });

  it('a term is kept until the moment before its end', () => {
    const end = dueBy(law, 'suspicious-activity', local('2026-11-23T09:00')).dueAt;
    const at = (done: number | null, now: number) =>
      taskStanding({ due_at: end, done_at: done, stopped_at: null }, now);
    expect(at(end - 1, end + 1)).toBe('met');
    expect(at(end, end + 1)).toBe('late');
    expect(at(null, end - 1)).toBe('open');
    expect(at(null, end)).toBe('overdue');
    expect(taskStanding({ due_at: end, done_at: null, stopped_at: 1 }, end + 1)).toBe('stopped');
    expect(taskStanding({ due_at: null, done_at: 5, stopped_at: null }, end)).toBe('met');
  });
});
