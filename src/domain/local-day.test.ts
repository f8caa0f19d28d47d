import { expect, test } from 'vitest';
import { localDayStart } from './local-day.ts';

const day = Date.parse('2026-03-01T00:00:00+05:00');

test('a day runs from midnight to midnight in Kazakhstan, not in Greenwich', () => {
  for (const time of ['00:00:00', '04:59:59', '05:00:00', '23:59:59'])
    expect(localDayStart(Date.parse(`2026-03-01T${time}+05:00`))).toBe(day);
  expect(localDayStart(Date.parse('2026-02-28T23:59:59+05:00'))).toBe(day - 86_400_000);
});

test('before 1970 too', () => {
  expect(localDayStart(-1)).toBe(-5 * 3_600_000);
});
