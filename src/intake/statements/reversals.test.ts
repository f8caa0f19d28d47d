import { expect, test } from 'vitest';
import { AccountTable } from '../../domain/account.ts';
import type { Reject } from '../../domain/reject.ts';
import {
  halyk,
  type Operation,
  official,
  operations,
  person,
  seeded,
  type Value,
  vtb,
  workbook,
} from './bank-files.fixture.ts';
import { readStatements } from './read-statements.ts';

function read(rows: Value[][]) {
  const rejects: Reject[] = [];
  const { batches } = readStatements([{ name: 'a.xlsx', bytes: workbook([{ rows }]) }], {
    accounts: new AccountTable(),
    language: 'ru',
    reject: (r) => rejects.push(r),
    advanced: () => {},
  });
  const sums = batches.flatMap((b) => [...b.amountMinor.slice(0, b.count)]);
  return { sums, rejects: rejects.map((r) => [r.line, r.code]) };
}

const random = seeded(61);
const own = person(random, 'kaspi');
const others = [person(random, 'halyk'), person(random, 'forte')];
const ops = operations(random, own, others, 6).map((o, i) => ({ ...o, tenge: 1000 + i }));
const [first] = ops as [Operation];
const OUT = { ...first, payer: own, payee: others[0] ?? own, tenge: 7777 };
const at = (minute: number): Operation => ({ ...OUT, when: `2026-02-20 12:${minute}:00` });
/** The row that `write` gives for a payment, changed. */
const changed = (row: Value[] | undefined, cells: Record<number, Value>): Value[] =>
  (row ?? []).map((cell, i) => cells[i] ?? cell);
const PAIR = (payment: number, reversal: number) => [
  [payment, 'QRG_ROW_REVERSED'],
  [reversal, 'QRG_ROW_REVERSED'],
];
const kept = ops.map((o) => o.tenge * 100);

test('a reversal said in words takes its payment back, whatever its sign and whichever way its sides stand', () => {
  for (const [cells, sides] of [
    [{ 2: 'Сторно', 4: -7777, 5: -7777 }, OUT],
    [{ 2: 'Сторнирование' }, OUT],
    [{ 17: 'Отмена перевода № 5' }, { ...OUT, payer: OUT.payee, payee: OUT.payer }],
  ] as const) {
    const rows = official([...ops, at(10)]);
    const reversal = official([{ ...sides, when: '2026-02-20 12:30:00' }])[2];
    const { sums, rejects } = read([...rows, changed(reversal, cells)]);
    expect(sums).toEqual(kept);
    expect(rejects).toEqual(PAIR(9, 10));
  }
});

test('one reversal takes back one payment, the latest before it', () => {
  const rows = official([...ops, at(10), at(20), at(40)]);
  const reversal = changed(official([at(30)])[2], { 2: 'Сторно' });
  const { sums, rejects } = read([...rows, reversal]);
  expect(sums).toEqual([...kept, 777_700, 777_700]);
  expect(rejects).toEqual(PAIR(10, 12));
});

test('a reversal whose payment is not there is refused by itself', () => {
  const { sums, rejects } = read([
    ...official(ops),
    changed(official([at(30)])[2], { 2: 'Сторно' }),
  ]);
  expect(sums).toEqual(kept);
  expect(rejects).toEqual([[9, 'QRG_ROW_REVERSAL']]);
});

test('without words the opposite sign, or the other column, of the same payment takes it back', () => {
  const signed = vtb(own, [...ops, at(10)]);
  const back = changed(vtb(own, [at(30)])[1], { 4: 7777, 5: 7777 });
  expect(read([...signed, back])).toEqual({ sums: kept, rejects: PAIR(8, 9) });
  const columns = halyk(own, [...ops, at(10)]);
  const credit = changed(halyk(own, [at(30)])[9], { 4: '7 777,00', 5: '0,00' });
  expect(read([...columns, credit])).toEqual({ sums: kept, rejects: PAIR(16, 17) });
});

test('money that is sent back, or sent twice, is no reversal', () => {
  const back = { ...at(30), payer: OUT.payee, payee: own, purpose: 'Возврат' };
  for (const write of [
    official,
    (o: Operation[]) => vtb(own, o),
    (o: Operation[]) => halyk(own, o),
  ])
    expect(read(write([...ops, at(10), at(20), back]))).toEqual({
      sums: [...kept, 777_700, 777_700, 777_700],
      rejects: [],
    });
});
