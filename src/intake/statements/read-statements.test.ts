import { describe, expect, it } from 'vitest';
import { AccountTable } from '../../domain/account.ts';
import type { Reject } from '../../domain/reject.ts';
import { CHANNELS, PURPOSES } from '../../domain/transfer.ts';
import {
  company,
  freedom,
  halyk,
  kaspi,
  OFFICIAL_HEADER,
  type Operation,
  official,
  operations,
  person,
  type Side,
  seeded,
  utc,
  type Value,
  vtb,
  workbook,
} from './bank-files.fixture.ts';
import { readStatements, type StatementFile, type StatementOptions } from './read-statements.ts';

function read(files: StatementFile[], options?: StatementOptions) {
  const rejects: Reject[] = [];
  const accounts = new AccountTable();
  const reading = readStatements(
    files,
    { accounts, language: 'ru', reject: (r) => rejects.push(r), advanced: () => {} },
    options,
  );
  return { ...reading, rejects, accounts };
}

type Reading = ReturnType<typeof read>;

/** What was read, one line a transfer: time, payer, payee, tiyn. */
function lines({ batches, accounts }: Reading): string[] {
  return batches.flatMap((b) =>
    Array.from(
      { length: b.count },
      (_, i) =>
        `${b.at[i]} ${accounts.names[b.payer[i] ?? -1]} ${accounts.names[b.payee[i] ?? -1]} ${b.amountMinor[i]}`,
    ),
  );
}

const truth = (ops: Operation[]): string[] =>
  ops.map(
    (o) => `${utc(o.when)} ${o.payer.account} ${o.payee.account} ${Math.round(o.tenge * 100)}`,
  );

const factsOf = ({ accounts }: Reading, side: Side) =>
  accounts.facts.get(accounts.indexOf(side.account) ?? -1);

function world(seed: number, count = 40) {
  const random = seeded(seed);
  const own = person(random, 'kaspi');
  const others = [person(random, 'halyk'), person(random, 'kaspi'), company(random, 'forte')];
  return { random, own, others, ops: operations(random, own, others, count) };
}

describe('the layouts of the banks', () => {
  const layouts = {
    kaspi: (own: Side, ops: Operation[]) => kaspi(own, ops),
    halyk: (own: Side, ops: Operation[]) => ({ rows: halyk(own, ops) }),
    freedom: (own: Side, ops: Operation[]) => ({ name: `${own.account}KZT`, rows: freedom(ops) }),
    vtb: (own: Side, ops: Operation[]) => ({ rows: vtb(own, ops) }),
    'official-18': (_own: Side, ops: Operation[]) => ({ rows: official(ops) }),
  };
  for (const [format, write] of Object.entries(layouts))
    for (const bookType of ['xlsx', 'biff8', 'xlml'] as const)
      it(`${format} in ${bookType}: every operation, the owner and the period`, () => {
        const { own, ops } = world(7);
        const bytes = workbook([write(own, ops)], bookType);
        const reading = read([{ name: 'a.xls', bytes }]);
        expect(reading.rejects).toEqual([]);
        expect(reading.files[0]).toMatchObject({ format, accepted: ops.length, rejected: 0 });
        expect(lines(reading)).toEqual(truth(ops));
        expect(factsOf(reading, own)).toMatchObject({
          hasStatement: true,
          owner: own.id,
          ownerName: own.name,
          ownerKind: 'person',
          bankCode: '722',
        });
        expect(reading.details(0)).toMatchObject({
          payerName: ops[0]?.payer.name,
          payeeName: ops[0]?.payee.name,
          text: ops[0]?.purpose,
        });
      });

  it('an HTML table under the name .xls', () => {
    const { own, ops } = world(8);
    const reading = read([{ name: 'a.xls', bytes: workbook([kaspi(own, ops)], 'html') }]);
    expect(reading.rejects).toEqual([]);
    expect(reading.files[0]?.accepted).toBe(ops.length);
  });

  it('two accounts of one person on two sheets: money between them is own and counted once', () => {
    const { random, own, others, ops } = world(9);
    const second = { ...own, account: person(random, 'kaspi').account };
    const between: Operation = {
      when: '2026-02-20 10:00:00',
      payer: own,
      payee: second,
      tenge: 50_000,
      purpose: 'Перевод',
      knp: '119',
    };
    const more = operations(random, second, others, 10);
    const reading = read([
      {
        name: 'f.xls',
        bytes: workbook(
          [
            { name: `${own.account}KZT`, rows: freedom([...ops, between]) },
            { name: `${second.account}KZT`, rows: freedom([...more, between]) },
          ],
          'biff8',
        ),
      },
    ]);
    expect(reading.seenTwice).toBe(1);
    const all = lines(reading);
    expect(all).toHaveLength(ops.length + more.length + 1);
    const at = all.indexOf(truth([between])[0] ?? '');
    expect(PURPOSES[reading.batches[0]?.purpose[at] ?? 0]).toBe('own');
    expect(reading.details(at).sightings.map((s) => s.sheet)).toEqual(
      [own.account, second.account].sort().map((a) => `${a}KZT`),
    );
  });
});

describe('rows', () => {
  const row = (own: Side, other: Side, change: Partial<Record<number, Value>>): Value[] => {
    const [base] = official([
      {
        when: '2026-02-03 10:00:00',
        payer: own,
        payee: other,
        tenge: 1000,
        purpose: 'x',
        knp: '119',
      },
    ]).slice(2);
    return (base ?? []).map((cell, i) => (i in change ? (change[i] ?? null) : cell));
  };
  const readRows = (rows: Value[][], head: Value[][] = []) =>
    read([{ name: 'a.xlsx', bytes: workbook([{ rows: [...head, OFFICIAL_HEADER, ...rows] }]) }]);

  it('leading zeros of an IIN come back, and that is told', () => {
    const { own, random } = world(1);
    let young = person(random, 'halyk');
    while (!young.id.startsWith('0')) young = person(random, 'halyk');
    const reading = readRows([
      row(own, young, { 12: Number(young.id) }),
      row(own, own, { 15: young.account, 12: null }),
    ]);
    expect(factsOf(reading, young)?.owner).toBe(young.id);
    expect(reading.files[0]?.notes.id_zeros_restored).toBe(1);
  });

  it('a wrong IBAN or IIN is flagged and taken', () => {
    const { own, others } = world(2);
    const [other] = others as [Side];
    const digit = (Number(other.account.at(-1)) + 1) % 10;
    const reading = readRows([
      row(own, other, { 15: other.account.slice(0, -1) + digit }),
      row(own, other, { 12: '900101300120' }),
    ]);
    expect(reading.rejects).toEqual([]);
    expect(reading.files[0]?.notes.iban_check_failed).toBe(1);
  });

  it('foreign money counts in tenge and keeps its own sum', () => {
    const { own, others } = world(3);
    const [other] = others as [Side];
    const reading = readRows([
      row(own, other, { 1: 'USD', 4: 100.5, 5: 52_341.4567 }),
      row(own, other, { 1: 'USD', 4: 100, 5: null }),
      row(own, other, { 1: 'KZT', 4: 700, 5: null }),
    ]);
    expect([...(reading.batches[0]?.amountMinor ?? [])].sort()).toEqual([5_234_146, 70_000]);
    expect(reading.rejects.map((r) => [r.line, r.code])).toEqual([[3, 'QRG_ROW_KZT']]);
    const dollars = [0, 1].map((i) => reading.details(i)).find((d) => d.currency === 'USD');
    expect(dollars?.originalMinor).toBe(10_050);
  });

  it('cash, people without accounts and unknown sides get a name of their own', () => {
    const { own, others } = world(4);
    const [other] = others as [Side];
    const head: Value[][] = [[`Счет: ${own.account}`]];
    const reading = readRows(
      [
        row(own, other, {
          2: 'Снятие наличных в банкомате',
          11: null,
          12: null,
          14: null,
          15: null,
        }),
        row(other, own, { 2: 'Взнос наличными', 10: null, 15: null }),
        row(own, other, { 15: null, 14: 'АО "Forte Bank"' }),
        row(own, other, { 15: '-', 12: null, 14: 'ForteBank' }),
        row(own, other, { 2: 'Дебет', 11: null, 12: null, 14: 'ForteBank', 15: null }),
      ],
      head,
    );
    expect(reading.rejects).toEqual([]);
    const named = lines(reading).map((line) =>
      line
        .split(/ (?=KZ|@|IIN|NAME)/)
        .slice(1)
        .join(' > ')
        .replace(/ \d+$/, ''),
    );
    expect(named).toContain(`${own.account} > @cash`);
    expect(named).toContain(`@cash > ${own.account}`);
    expect(named).toContain(`${own.account} > IIN:${other.id}@forte bank`);
    expect(named).toContain(`${own.account} > NAME:${other.name.toLowerCase()}@fortebank`);
    expect(named).toContain(`${own.account} > @unknown:fortebank`);
    expect(CHANNELS[reading.batches[0]?.channel[0] ?? 0]).toBe('cash_out');
    const cash = reading.accounts.indexOf('@cash') ?? -1;
    expect(reading.accounts.facts.get(cash)?.hub).toBe(true);
  });

  it('says which row it could not read and why, and skips what is no operation', () => {
    const { own, others } = world(5);
    const [other] = others as [Side];
    const reading = readRows([
      Array.from({ length: 18 }, (_, i) => i + 1),
      row(own, other, { 0: '31.02.2026 10:00:00' }),
      row(own, other, { 4: 'много', 5: null }),
      row(own, other, { 4: 0, 5: 0 }),
      row(own, own, {}),
      row(own, other, {}),
      OFFICIAL_HEADER,
      ['Итого', null, null, null, 1000, 1000],
      ['Исполнитель: ______'],
    ]);
    expect(reading.rejects.map((r) => [r.line, r.code])).toEqual([
      [3, 'QRG_ROW_TIME'],
      [4, 'QRG_MONEY_TEXT'],
      [5, 'QRG_ROW_AMOUNT'],
      [6, 'QRG_ROW_SELF'],
    ]);
    expect(reading.files[0]).toMatchObject({
      rows: 9,
      accepted: 1,
      rejected: 4,
      skipped: { numbers: 1, header: 1, total: 1, remark: 1 },
    });
  });

  it('an own account that stands only in the head is put where the direction says', () => {
    const { own, others } = world(6);
    const [other] = others as [Side];
    const reading = readRows(
      [
        row(own, other, { 10: null, 2: 'Исходящий платеж' }),
        row(other, own, { 15: null, 2: 'Входящий платеж' }),
      ],
      [[`Счет: ${own.account}`]],
    );
    expect(lines(reading).map((l) => l.split(' ').slice(1, 3))).toEqual([
      [own.account, other.account],
      [other.account, own.account],
    ]);
    expect(reading.files[0]?.notes.own_account_filled).toBe(2);
  });

  it('the own account outweighs the words of the kind and the sign, and a contradiction is noted', () => {
    const { own, others } = world(13);
    const [other] = others as [Side];
    const reading = readRows(
      [row(own, other, { 2: 'Входящий', 15: null }), row(other, own, { 4: -700, 5: -700 })],
      [[`Счет: ${own.account}`]],
    );
    const named = lines(reading).map((line) => line.split(' ').slice(1, 3));
    // The other side's account is left out in the first row and known by its IIN from the second.
    expect(named[0]).toEqual([own.account, other.account]);
    expect(named[1]).toEqual([other.account, own.account]);
    expect(reading.files[0]?.notes.direction_conflict).toBe(1);
    expect(reading.noted).toMatchObject([
      { note: 'direction_conflict', count: 1, examples: [{ line: 4 }] },
    ]);
  });

  it('whose statement it is shows in the account that is in every row, also without any IIN', () => {
    const { own, others } = world(14);
    const rows = others.map((other) => row(own, other, { 7: null, 12: null }));
    const reading = readRows(rows);
    expect(factsOf(reading, own)?.hasStatement).toBe(true);
    for (const other of others) expect(factsOf(reading, other)?.hasStatement).toBeUndefined();
    // One counterparty in every row: either could be the owner, so nobody is.
    const unclear = readRows([
      row(own, others[0] as Side, { 7: null, 12: null }),
      row(own, others[0] as Side, { 7: null, 12: null }),
    ]);
    expect(unclear.coverage.size).toBe(0);
  });

  it('a newest-first statement of days keeps the order in which money moved', () => {
    const { own, others } = world(10);
    const [other] = others as [Side];
    const days = ['05.02.2026', '04.02.2026', '04.02.2026', '03.02.2026'];
    const reading = readRows(days.map((d, i) => row(own, other, { 0: d, 4: i + 1, 5: i + 1 })));
    expect([...(reading.batches[0]?.amountMinor ?? [])]).toEqual([400, 300, 200, 100]);
    expect(reading.clock).toBe('day');
  });
});

describe('--map', () => {
  const rows = (own: Side, other: Side): Value[][] => [
    ['Отчёт о движении'],
    ['Когда', 'Сколько', 'Откуда', 'Куда'],
    ['03.02.2026 10:00:00', '1 000,50', own.account, other.account],
  ];
  const map = { at: 'Когда', amount: 'Сколько', payer: 'Откуда', payee: 'Куда' };

  it('reads a layout nobody knows, by header or by number', () => {
    const { own, others } = world(11);
    const bytes = workbook([{ rows: rows(own, others[0] as Side) }]);
    const expected = [`${utc('2026-02-03 10:00:00')} ${own.account} ${others[0]?.account} 100050`];
    expect(lines(read([{ name: 'a.xlsx', bytes }], { map }))).toEqual(expected);
    const numbers = { at: '#1', amount: '#2', payer: '#3', payee: '#4' };
    expect(lines(read([{ name: 'a.xlsx', bytes }], { map: numbers }))).toEqual(expected);
  });

  it('without it, or with a wrong name, shows the first rows and asks', () => {
    const { own, others } = world(12);
    const bytes = workbook([{ rows: rows(own, others[0] as Side) }]);
    const [unknown] = read([{ name: 'a.xlsx', bytes }]).rejects;
    expect(unknown).toMatchObject({ file: 'a.xlsx', line: 0, code: 'QRG_SHEET_HEADER' });
    expect(unknown?.message).toContain('Отчёт о движении');
    expect(unknown?.message).toContain('--map');
    const [wrong] = read([{ name: 'a.xlsx', bytes }], { map: { ...map, at: 'Дата' } }).rejects;
    expect(wrong?.code).toBe('QRG_SHEET_MAP');
    expect(wrong?.message).toContain('«Дата»');
  });
});
