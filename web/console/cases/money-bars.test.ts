import { expect, test } from 'vitest';
import { barsOf } from './money-bars.ts';

const flow = (firstAt: number, lastAt: number, amountMinor: number) => ({
  firstAt,
  lastAt,
  amountMinor,
});

test('the bar of the most money is whole, and a time without any has none', () => {
  expect(barsOf([flow(0, 0, 100), flow(100, 100, 25)], 0, 100, 4)).toEqual([1, 0, 0, 0.5]);
});

test('money that moved over a time is spread over it', () => {
  expect(barsOf([flow(0, 99, 400)], 0, 100, 4)).toEqual([1, 1, 1, 1]);
});

test('nothing moved, and all at one moment, are no trouble', () => {
  expect(barsOf([], 5, 5, 2)).toEqual([0, 0]);
  expect(barsOf([flow(5, 5, 3)], 5, 5, 2)).toEqual([1, 0]);
});
