import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overBefore, recheckTimes, termEnd } from './terms.ts';

const HOUR = 3_600_000;
const local = (text: string): number => Date.parse(`${text}+05:00`);

it('looks again an hour, a day, a week and a month after the request', () => {
  const at = local('2026-11-26T12:00');
  expect(recheckTimes([1, 24, 168, 720], at).map(({ dueAt }) => (dueAt - at) / HOUR)).toEqual([
    1, 24, 168, 720,
  ]);
});

it('counts calendar days from the day after, to the end of the last one', () => {
  const twenty = { value: 20, unit: 'calendar_days' } as const;
  expect(termEnd(twenty, local('2026-11-26T23:59'))).toBe(local('2026-12-17T00:00'));
  expect(termEnd(twenty, local('2026-11-26T00:00'))).toBe(local('2026-12-17T00:00'));
  expect(termEnd({ value: 72, unit: 'hours' }, 1_000)).toBe(1_000 + 72 * HOUR);
});

it('asks the same of a moment from the other side', () => {
  const term = fc.record({
    value: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('hours' as const, 'calendar_days' as const),
  });
  const moment = fc.integer({ min: local('2026-01-01T00:00'), max: local('2026-06-01T00:00') });
  fc.assert(
    fc.property(term, moment, moment, (given, from, now) => {
      expect(from < overBefore(given, now)).toBe(termEnd(given, from) <= now);
    }),
  );
  const three = { value: 3, unit: 'hours' } as const;
  expect(overBefore(three, termEnd(three, 5_000)) > 5_000).toBe(true);
});
