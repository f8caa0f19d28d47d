import { expect, test } from 'vitest';
import { dayBars } from './day-bars.ts';

test('days without posts have bars of nothing', () => {
  const { bars, unit, most } = dayBars(
    [
      { day: '2026-11-20', posts: 2 },
      { day: '2026-11-23', posts: 5 },
    ],
    30,
  );
  expect(unit).toBe('day');
  expect(most).toBe(5);
  expect(bars.map(({ day, posts }) => `${day} ${posts}`)).toEqual([
    '2026-11-20 2',
    '2026-11-21 0',
    '2026-11-22 0',
    '2026-11-23 5',
  ]);
});

test('a long time is told by week, and no post of it is lost', () => {
  const days = Array.from({ length: 100 }, (_, i) => ({
    day: new Date(Date.UTC(2026, 5, 1) + i * 86_400_000).toISOString().slice(0, 10),
    posts: 1,
  }));
  const { bars, unit } = dayBars(days, 40);
  expect(unit).toBe('week');
  expect(bars).toHaveLength(15);
  expect(bars.reduce((sum, { posts }) => sum + posts, 0)).toBe(100);
  expect(dayBars(days, 5).bars).toHaveLength(5);
  expect(dayBars([], 5).bars).toEqual([]);
});
