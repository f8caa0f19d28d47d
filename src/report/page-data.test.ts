import { expect, test } from 'vitest';
import {
  emptyModel,
  generateModel,
  hostileModel,
  SMALL,
} from '../../test/fixtures/report-model.ts';
import { packPage, unpackPage } from './page-data.ts';

test.each([
  ['small', generateModel(SMALL)],
  ['empty', emptyModel()],
  ['hostile', hostileModel()],
])('the %s model comes out as it went in', (_, model) => {
  const { model: read, cut } = unpackPage(JSON.parse(JSON.stringify(packPage(model))));
  expect(read).toEqual(model);
  expect(cut.size).toBe(0);
});

test('past its budget the first accounts keep their details, and the others are known to be cut', () => {
  const model = generateModel(SMALL);
  const { model: read, cut } = unpackPage(packPage(model, { lots: 30, signals: 10 }));
  const sum = (list: { length: number }[]): number => list.reduce((n, one) => n + one.length, 0);
  expect(sum(read.accounts.map((a) => a.lots))).toBe(30);
  expect(sum(read.accounts.map((a) => a.signals))).toBe(10);
  for (const [i, account] of model.accounts.entries()) {
    const { lots, signals } = read.accounts[i];
    const whole = lots.length === account.lots.length && signals.length === account.signals.length;
    expect(cut.has(account.account)).toBe(!whole);
  }
  const [first] = model.accounts.filter((a) => a.signals.length > 0);
  expect(read.accounts.find((a) => a.account === first.account)?.signals).toEqual(first.signals);
});

test('the strongest reasons are the ones that stay', () => {
  const model = generateModel(SMALL);
  const account = model.accounts.find((a) => a.signals.length > 2);
  if (account === undefined) throw new Error('the fixture has no account of three reasons');
  const only = { ...model, accounts: [account] };
  const [kept] = packPage(only, { lots: 0, signals: 1 }).accounts;
  const most = Math.max(...account.signals.map((s) => s.points));
  expect(kept.signals.map((s) => s.points)).toEqual([most]);
});
