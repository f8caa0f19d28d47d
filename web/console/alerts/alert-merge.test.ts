import { expect, test } from 'vitest';
import type { Alert } from '../api.ts';
import { parseAlertFilter, queryOf, withPart } from './alert-filter.ts';
import { type AlertPages, type fits, newcomers, withChanges } from './alert-merge.ts';

const alert = (alertId: number, more: Partial<Alert> = {}): Alert => ({
  alertId,
  account: { ref: alertId, name: 'KZ00 •••• 0001' },
  institution: 'test',
  openedAt: alertId,
  lastAt: alertId,
  score: 50,
  verdict: 'review',
  transfers: 1,
  amountMinor: 100,
  lastSeq: alertId,
  status: 'open',
  assignee: null,
  outcome: null,
  closedAt: null,
  version: 1,
  rules: [],
  ...more,
});

const pages = (next: string | null, ...lists: Alert[][]): AlertPages => ({
  pages: lists.map((items, i) => ({ items, next: i + 1 < lists.length ? 'more' : next })),
});

test('a change stays in its place, and only a later word counts', () => {
  const data = pages(null, [alert(3), alert(2)], [alert(1)]);
  const graver = withChanges(data, [alert(1, { score: 99, lastSeq: 9 })]);
  expect(graver.pages[1].items[0].score).toBe(99);
  expect(graver.pages[0]).toBe(data.pages[0]);
  const taken = alert(1, { version: 2, status: 'in_work' });
  const both = withChanges(withChanges(data, [taken]), [alert(1, { lastSeq: 20 })]);
  expect(both.pages[1].items[0].status).toBe('in_work');
  expect(withChanges(data, [alert(7)])).toBe(data);
});

test('new is what the list would show if it were asked again', () => {
  const data = pages('more', [alert(5, { score: 90 }), alert(4, { score: 70 })]);
  const ids = (filter: Parameters<typeof fits>[1], ...changed: Alert[]): number[] =>
    newcomers(data, changed, filter, 17).map(({ alertId }) => alertId);
  expect(ids({}, alert(6, { score: 80 }))).toEqual([6]);
  expect(ids({}, alert(6, { score: 60 }))).toEqual([]);
  expect(ids({ order: 'newest' }, alert(6, { score: 60 }))).toEqual([6]);
  expect(ids({}, alert(5, { score: 95 }))).toEqual([]);
  expect(ids({}, alert(6, { score: 80, status: 'closed' }))).toEqual([]);
  expect(ids({ verdict: 'hold' }, alert(6, { score: 80 }))).toEqual([]);
  expect(ids({ mine: true }, alert(6, { score: 80 }))).toEqual([]);
  const mine = { assignee: { userId: 17, name: 'X' }, score: 80 };
  expect(ids({ mine: true }, alert(6, mine))).toEqual([6]);
});

test('below the last listed nothing lies when the list is whole', () => {
  const data = pages(null, [alert(5, { score: 90 })]);
  expect(newcomers(data, [alert(6, { score: 1 })], {}, 1)).toHaveLength(1);
});

test('an address that means nothing is the usual list', () => {
  expect(parseAlertFilter({ status: 'x', verdict: 1, least: 'abc', mine: 'no' })).toEqual({});
  expect(queryOf({})).toEqual({ status: ['open', 'in_work'], order: 'score' });
  const filter = parseAlertFilter({ status: 'all', verdict: 'hold', least: '40', mine: true });
  expect(filter).toEqual({ status: 'all', verdict: 'hold', least: 40, mine: true });
  expect(queryOf(filter)).toEqual({
    verdict: 'hold',
    scoreLeast: 40,
    assignee: 'me',
    order: 'score',
  });
  expect(withPart(filter, { mine: undefined, order: 'newest' })).toEqual({
    status: 'all',
    verdict: 'hold',
    least: 40,
    order: 'newest',
  });
});
