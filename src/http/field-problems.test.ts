import { expect, test } from 'vitest';
import { z } from 'zod';
import { AlertAct } from './contract/alert.ts';
import { DecisionAsk } from './contract/decision.ts';
import { faultsOf, fieldProblems } from './field-problems.ts';

const told = (schema: z.ZodType, input: unknown) => {
  const read = schema.safeParse(input);
  if (read.success) return [];
  return fieldProblems(faultsOf(read.error, input, 'body'), 'en').map(({ path, code }) => [
    path,
    code,
  ]);
};

const good = {
  id: 'a',
  at: 1_795_000_000_000,
  payer: 'x',
  payee: 'y',
  amountMinor: 1,
  currency: 'KZT',
};

test.each([
  [{ ...good, payer: undefined }, [['/payer', 'QRG_FIELD_MISSING']]],
  [{ ...good, payer: 7 }, [['/payer', 'QRG_FIELD_TYPE']]],
  [{ ...good, payer: '' }, [['/payer', 'QRG_FIELD_SHORT']]],
  [{ ...good, payer: 'x'.repeat(141) }, [['/payer', 'QRG_FIELD_LONG']]],
  [{ ...good, payer: ' x' }, [['/payer', 'QRG_FIELD_FORM']]],
  [{ ...good, amountMinor: 0 }, [['/amountMinor', 'QRG_FIELD_LOW']]],
  [{ ...good, amountMinor: 1e15 }, [['/amountMinor', 'QRG_FIELD_HIGH']]],
  [{ ...good, amountMinor: 1.5 }, [['/amountMinor', 'QRG_FIELD_TYPE']]],
  [{ ...good, channel: 'pigeon' }, [['/channel', 'QRG_FIELD_CHOICE']]],
  [{ ...good, extra: 1 }, [['', 'QRG_FIELD_UNKNOWN']]],
  [
    { ...good, payeeIdentifiers: [{ kind: 'iin', value: '1' }, { kind: 'iin' }] },
    [['/payeeIdentifiers/1/value', 'QRG_FIELD_MISSING']],
  ],
])(
  'a transfer with a fault says where, by the member of the union that comes nearest: %j',
  (input, faults) => {
    expect(told(DecisionAsk, input)).toEqual(faults);
  },
);

test('of a choice of acts the one that was named is meant', () => {
  expect(told(AlertAct, { act: 'close', outcome: 'confirmed' })).toEqual([
    ['/reason', 'QRG_FIELD_MISSING'],
  ]);
  expect(told(AlertAct, { act: 'burn' })).toHaveLength(1);
});

test('names of fields are escaped as JSON Pointer wants, and values stay out', () => {
  const schema = z.object({ 'a/b~c': z.string() });
  expect(told(schema, { 'a/b~c': 1 })).toEqual([['/a~1b~0c', 'QRG_FIELD_TYPE']]);
  const [fault] = fieldProblems(
    faultsOf(DecisionAsk.safeParse({ ...good, payer: ' 990101300000' }).error!, good, 'body'),
    'ru',
  );
  expect(JSON.stringify(fault)).not.toContain('990101300000');
});
