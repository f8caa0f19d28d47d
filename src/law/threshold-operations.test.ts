import { beforeAll, expect, test } from 'vitest';
import { loadLaw } from '../service/law/load-law.ts';
import type { Law } from './law.ts';
import {
  findThresholds,
  leastThresholdMinor,
  type Operation,
  type OperationSide,
} from './threshold-operations.ts';

let law: Law;
beforeAll(async () => {
  law = await loadLaw();
});

const at = Date.parse('2026-11-25T10:00+05:00');
const client: OperationSide = { isClient: true, customer: 1, kind: 'person', registeredOn: null };
const stranger: OperationSide = { ...client, isClient: false, customer: null, kind: 'unknown' };
const company: OperationSide = { ...client, customer: 3, kind: 'company' };

const operation = (tenge: number, told: Partial<Operation> = {}): Operation => ({
  ...{ at, amountMinor: tenge * 100, currency: 'KZT', channel: 'transfer', purpose: 'unknown' },
  ...{ isExecuted: true, payer: client, payee: stranger },
  ...told,
});

const found = (of: Operation) => {
  const finding = findThresholds(law, of);
  return (
    finding && {
      what: finding.reasons.map(({ threshold, operation: code }) => `${threshold.id} ${code}`),
      ask: finding.reasons.flatMap(({ ask }) => ask),
      exempt: finding.exemption?.id ?? null,
    }
  );
};

test.each([
  ['cash out at the sum', operation(10_000_000, { channel: 'cash_out' }), ['cash 0511'], [], null],
  ['cash out below it', operation(9_999_999.99, { channel: 'cash_out' }), undefined, [], null],
  [
    'cash in to a client',
    operation(10_000_000, { channel: 'cash_in', payer: stranger, payee: client }),
    ['cash 0521'],
    [],
    null,
  ],
  ['a gift', operation(7_000_000, { purpose: 'gift' }), ['gratuitous 0911'], ['gratuitous'], null],
  [
    'a gift to oneself',
    operation(7_000_000, { purpose: 'gift', payee: client }),
    ['gratuitous 0911'],
    ['gratuitous'],
    'own-accounts',
  ],
  [
    'a gift from somebody else’s client',
    operation(7_000_000, { purpose: 'gift', payer: stranger, payee: client }),
    ['gratuitous null'],
    ['gratuitous'],
    'no-client',
  ],
  [
    'cash that was held',
    operation(20_000_000, { channel: 'cash_out', isExecuted: false }),
    ['cash 0511'],
    [],
    'not-carried-out',
  ],
  [
    'to an exchange',
    operation(5_000_000, { channel: 'exchange' }),
    ['digital-assets null'],
    [],
    null,
  ],
  [
    'to an exchange before the law',
    operation(5_000_000, { channel: 'exchange', at: Date.parse('2026-04-30T23:59+05:00') }),
    undefined,
    [],
    null,
  ],
  [
    'abroad',
    operation(100_000_000, { channel: 'abroad' }),
    ['cross-border 2300'],
    ['foreign_currency'],
    null,
  ],
  [
    'of a young company',
    operation(10_000_000, { payer: { ...company, registeredOn: '2026-08-26' } }),
    ['young-company 1111'],
    [],
    null,
  ],
  [
    'of a company of three months',
    operation(10_000_000, { payer: { ...company, registeredOn: '2026-08-25' } }),
    undefined,
    [],
    null,
  ],
  [
    'of a company whose age is not told',
    operation(10_000_000, { payer: company }),
    ['young-company 1111'],
    ['company_age'],
    null,
  ],
  [
    'cash of a young company: the certain first',
    operation(10_000_000, { channel: 'cash_out', payer: company }),
    ['cash 0511', 'young-company 1111'],
    ['company_age'],
    null,
  ],
  ['an ordinary transfer', operation(900_000_000), undefined, [], null],
  [
    'another currency',
    operation(900_000_000, { currency: 'USD', channel: 'cash_out' }),
    undefined,
    [],
    null,
  ],
] as const)('%s', (_, told, what, ask, exempt) => {
  expect(found(told)).toEqual(what && { what, ask, exempt });
});

test('three months end as the calendar has days', () => {
  const on = (day: string) =>
    found(
      operation(10_000_000, {
        at: Date.parse(`${day}T12:00+05:00`),
        payer: { ...company, registeredOn: '2025-11-30' },
      }),
    );
  expect(on('2026-02-27')).toBeDefined();
  expect(on('2026-02-28')).toBeUndefined();
});

test('the least sum in force is what a day is read by', () => {
  expect(leastThresholdMinor(law, at)).toBe(500_000_000);
  expect(leastThresholdMinor(law, Date.parse('2026-01-10T12:00Z'))).toBe(700_000_000);
  expect(leastThresholdMinor(law, Date.parse('2019-01-10T12:00Z'))).toBeNull();
});

test('a notice is never a reason to stop: the path of a decision knows the new ones by channel and purpose only', () => {
  const young = law.thresholds.find(({ id }) => id === 'young-company');
  expect(young).toMatchObject({ channel: [], purpose: [] });
  for (const { verified } of [...law.thresholds, ...law.exemptions]) expect(verified).toBe('no');
});
