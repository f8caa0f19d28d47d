import { expect, test } from 'vitest';
import { TAKEDOWN_STATES } from '../../../src/watch/takedown/takedown-state.ts';
import type { Takedown } from '../api.ts';
import { byUrgency, TAKEDOWN_COLUMNS } from './takedown-columns.ts';

const takedown = (takedownId: number, part: Partial<Takedown>): Takedown =>
  ({ takedownId, overdue: false, answerDueAt: null, nextCheckAt: null, ...part }) as Takedown;

test('every state has its column, once', () => {
  const states = TAKEDOWN_COLUMNS.flatMap((column) => [...column.states]);
  expect(states.toSorted()).toEqual([...TAKEDOWN_STATES].sort());
});

test('overdue first, then what is due next, then the newest', () => {
  const order = byUrgency([
    takedown(1, {}),
    takedown(2, {}),
    takedown(3, { nextCheckAt: 50 }),
    takedown(4, { overdue: true, answerDueAt: 20 }),
    takedown(5, { overdue: true, answerDueAt: 30, nextCheckAt: 10 }),
  ]);
  expect(order.map(({ takedownId }) => takedownId)).toEqual([5, 4, 3, 2, 1]);
});
