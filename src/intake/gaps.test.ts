import { describe, expect, it } from 'vitest';
import { AccountTable } from '../domain/account.ts';
import type { TransferBatch } from '../domain/transfer.ts';
import { findGaps, GAP_MARGIN_MS } from './gaps.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 1, 1);

type Payment = [day: number, payer: string, payee: string, amountMinor: number];

function world(payments: Payment[]) {
  const accounts = new AccountTable();
  const column = <T>(of: (p: Payment) => T) => payments.map(of);
  const zeros = payments.map(() => 0);
  const batch: TransferBatch = {
    count: payments.length,
    at: Float64Array.from(column(([day]) => START + day * DAY)),
    payer: Uint32Array.from(column(([, payer]) => accounts.intern(payer))),
    payee: Uint32Array.from(column(([, , payee]) => accounts.intern(payee))),
    amountMinor: Float64Array.from(column(([, , , amount]) => amount)),
    channel: Uint8Array.from(zeros),
    purpose: Uint8Array.from(zeros),
    device: Uint32Array.from(zeros),
    idBytes: new Uint8Array(0),
    idEnd: Uint32Array.from(zeros),
    file: Uint32Array.from(zeros),
    line: Float64Array.from(zeros),
  };
  accounts.learn(accounts.intern('A'), {
    hasStatement: true,
    statementFrom: START,
    statementTo: START + 100 * DAY,
  });
  return { accounts, batches: [batch] };
}

const all = () => true;

describe('gaps', () => {
  it('lists who received material money without a statement, most money first, with the period widened', () => {
    const { accounts, batches } = world([
      [1, 'A', 'B', 100],
      [2, 'A', 'C', 300],
      [9, 'A', 'B', 150],
      [3, 'A', 'D', 10],
      [4, 'B', 'A', 999],
    ]);
    const gaps = findGaps(batches, accounts, { material: (b, i) => (b.amountMinor[i] ?? 0) > 50 });
    expect(gaps.map((g) => [g.account, g.amountMinor, g.payments, g.missing])).toEqual([
      ['C', 300, 1, 'statement'],
      ['B', 250, 2, 'statement'],
    ]);
    expect(gaps[1]).toMatchObject({
      from: START + DAY - GAP_MARGIN_MS,
      to: START + 9 * DAY + GAP_MARGIN_MS,
    });
    expect(findGaps(batches, accounts, { material: all, limit: 1 })).toHaveLength(1);
    expect(findGaps(batches, accounts, { material: all, minAmountMinor: 260 })).toHaveLength(1);
  });

  it('a statement for another time leaves a gap that does not reach into it', () => {
    const { accounts, batches } = world([
      [5, 'A', 'B', 100],
      [15, 'A', 'B', 100],
      [25, 'A', 'B', 100],
      [45, 'A', 'B', 500],
    ]);
    const coverage = new Map([
      ['B', [10, 40].map((day) => ({ from: START + day * DAY, to: START + (day + 3) * DAY }))],
    ]);
    const gaps = findGaps(batches, accounts, { material: all, coverage });
    expect(
      gaps.map((g) => [g.missing, (g.from - START) / DAY, (g.to - START) / DAY, g.amountMinor]),
    ).toEqual([
      ['period', expect.closeTo(43, 5), 75, 500],
      ['period', expect.closeTo(13, 5), expect.closeTo(40, 5), 200],
      ['period', -25, expect.closeTo(10, 5), 100],
    ]);
  });

  it('cash, hubs and inputs without any statement have none', () => {
    const { accounts, batches } = world([[1, 'A', '@cash', 100]]);
    accounts.learn(accounts.intern('@cash'), { hub: true });
    expect(findGaps(batches, accounts, { material: all })).toEqual([]);
    const ledger = world([[1, 'A', 'B', 100]]);
    ledger.accounts.facts.clear();
    expect(findGaps(ledger.batches, ledger.accounts, { material: all })).toEqual([]);
  });

  it('the letter names account, owner, period, sum and law in every language', () => {
    const { accounts, batches } = world([[1, 'A', 'KZ01722A000000000001', 12_345_678]]);
    accounts.learn(accounts.intern('KZ01722A000000000001'), {
      bankCode: '722',
      owner: '900101300123',
      ownerName: 'Тест Тестов',
    });
    const name = { ru: 'АО «Kaspi Bank»', kk: '«Kaspi Bank» АҚ', en: 'Kaspi Bank JSC' };
    const bankOf = (_: string, code: string | undefined) => (code === '722' ? name : undefined);
    const [gap] = findGaps(batches, accounts, { material: all, bankOf });
    expect(gap?.institution).toEqual(name);
    expect(gap?.request.kk).toContain('Кімге: «Kaspi Bank» АҚ\n');
    expect(gap?.request.en).toContain('To: Kaspi Bank JSC\n');
    for (const text of Object.values(gap?.request ?? {})) {
      for (const part of [
        'Kaspi Bank',
        'KZ01722A000000000001',
        '900101300123',
        'Тест Тестов',
        '191-IV',
        '02.02.2026',
        '03.01.2026',
        '04.03.2026',
      ])
        expect(text).toContain(part);
      expect(text.replaceAll(/[\s\u00a0,.]/g, '')).toMatch(/12345678(?:тенге|теңге|KZT)/);
      expect(text).not.toMatch(/undefined|null|NaN/);
    }
  });

  it('a bank that the input names in Russian has its Kazakh name in the Kazakh letter', () => {
    const { accounts, batches } = world([[1, 'A', 'B', 100]]);
    accounts.learn(accounts.intern('B'), { bank: 'АО "Народный банк"' });
    const names = { ru: 'АО «Народный Банк»', kk: '«Халық Банкі» АҚ', en: 'Halyk Bank JSC' };
    const bankOf = (said: string) => (said === 'АО "Народный банк"' ? names : undefined);
    const [gap] = findGaps(batches, accounts, { material: all, bankOf });
    expect(gap?.institution).toEqual({ ...names, ru: 'АО "Народный банк"' });
    expect(gap?.request.ru).toContain('Кому: АО "Народный банк"\n');
    expect(gap?.request.kk).toContain('Кімге: «Халық Банкі» АҚ\n');
    const [unknown] = findGaps(batches, accounts, { material: all });
    expect(unknown?.institution.kk).toBe('АО "Народный банк"');
  });

  it('an owner known without an account is asked for by name: all accounts', () => {
    const { accounts, batches } = world([[1, 'A', 'IIN:900101300123@kaspi bank', 100]]);
    const [gap] = findGaps(batches, accounts, { material: all });
    expect(gap?.institution.kk).toBe('kaspi bank');
    expect(gap?.request.ru).toContain('по всем счетам');
    expect(gap?.request.ru).toContain('ИИН 900101300123');
    expect(gap?.request.ru).not.toContain('@');
  });
});
