import { expect, test } from 'vitest';
import type { Trace } from '../api.ts';
import { flowOfTrace } from './flow-network-of.ts';
import { dayOf, daysFrom, endOf, parseNetworkTime, startOf } from './network-time.ts';
import { parseTrace, traceQuery } from './trace-start.ts';

const shown = (ref: number) => ({ ref, name: `•••• ${ref}` });
const visit = (ref: number, hop: number) => ({
  account: shown(ref),
  minor: 100,
  hop,
  firstAt: 1,
  lastAt: 2,
  ended: {},
});

const trace: Trace = {
  startedMinor: 100,
  accounts: [visit(1, 0), visit(2, 1), visit(3, 2)],
  transfers: [
    { seq: 1, at: 1, from: 1, to: 2, amountMinor: 60, tracedMinor: 60 },
    { seq: 2, at: 2, from: 1, to: 2, amountMinor: 90, tracedMinor: 40 },
    { seq: 3, at: 3, from: 2, to: 3, amountMinor: 500, tracedMinor: 100 },
  ],
  cut: 0,
  incomplete: false,
};

test('a trail is drawn with the money that was followed, and not with all that moved', () => {
  const { members, edges } = flowOfTrace(trace, 'down');
  expect(edges).toEqual([
    { from: '1', to: '2', amountMinor: 100, count: 2, firstAt: 1, lastAt: 2 },
    { from: '2', to: '3', amountMinor: 100, count: 1, firstAt: 3, lastAt: 3 },
  ]);
  const places = members.map(({ account, role, layer }) => [account, role, layer]).sort();
  expect(places).toEqual([
    ['1', 'victim', 0],
    ['2', 'transit', 1],
    ['3', 'none', 2],
  ]);
});

test('upwards the start stands to the right', () => {
  const layers = flowOfTrace(
    { ...trace, accounts: [visit(3, 0), visit(2, 1), visit(1, 2)] },
    'up',
  ).members.map(({ account, layer }) => [account, layer]);
  expect(Object.fromEntries(layers)).toEqual({ 1: 0, 2: 1, 3: 2 });
});

test('days are those of Kazakhstan', () => {
  const at = Date.UTC(2026, 10, 25, 19, 30);
  expect(dayOf(at)).toBe('2026-11-26');
  expect(startOf('2026-11-26')).toBe(Date.UTC(2026, 10, 25, 19, 0));
  expect(endOf('2026-11-26')).toBe(Date.UTC(2026, 10, 26, 19, 0));
  expect(startOf('nonsense')).toBeUndefined();
  expect(daysFrom('2026-10-30', '2026-11-01')).toEqual(['2026-10-30', '2026-10-31', '2026-11-01']);
  expect(daysFrom('2026-11-01', '2026-11-01')).toEqual(['2026-11-01']);
});

test('an address that means nothing asks for everything', () => {
  expect(parseNetworkTime({ from: 'x', to: -1 })).toEqual({});
  expect(parseTrace({ transfer: '7', account: 3, direction: 'sideways', hops: 99 })).toEqual({
    transfer: 7,
    direction: 'down',
  });
  expect(traceQuery(parseTrace({ account: 0, direction: 'up', floor: 100 }))).toEqual({
    account: 0,
    direction: 'up',
    floorMinor: 100,
  });
});
