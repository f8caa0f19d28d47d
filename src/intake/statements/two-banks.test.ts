import { expect, it } from 'vitest';
import { AccountTable } from '../../domain/account.ts';
import { findGaps } from '../gaps.ts';
import {
  halyk,
  kaspi,
  type Operation,
  official,
  operations,
  person,
  seeded,
  utc,
  workbook,
} from './bank-files.fixture.ts';
import { readStatements, type StatementFile } from './read-statements.ts';

function read(files: StatementFile[]) {
  const accounts = new AccountTable();
  const rejects: unknown[] = [];
  const reading = readStatements(
    files,
    { accounts, language: 'en', reject: (r) => rejects.push(r), advanced: () => {} },
    {},
  );
  expect(rejects).toEqual([]);
  const lines = reading.batches.flatMap((b) =>
    Array.from({ length: b.count }, (_, i) => {
      const id = new TextDecoder().decode(b.idBytes.subarray(b.idEnd[i - 1] ?? 0, b.idEnd[i]));
      return [
        id,
        b.at[i],
        accounts.names[b.payer[i] ?? -1],
        accounts.names[b.payee[i] ?? -1],
        b.amountMinor[i],
      ].join(' ');
    }),
  );
  return { ...reading, accounts, lines };
}

it('a payment in the workbooks of two banks is one transfer with two sources, in any order of files', () => {
  const random = seeded(21);
  const [sender, receiver] = [person(random, 'kaspi'), person(random, 'halyk')];
  const own = operations(random, sender, [person(random, 'forte')], 15);
  const other = operations(random, receiver, [person(random, 'forte')], 12);
  const shared: Operation[] = [
    '2026-02-10 12:00:00',
    '2026-02-10 12:00:30',
    '2026-02-21 09:15:00',
  ].map((when) => ({
    when,
    payer: sender,
    payee: receiver,
    tenge: 150_000,
    purpose: 'Перевод',
    knp: '119',
  }));
  // The receiving bank posts 40 seconds later.
  const later = shared.map((o) => ({
    ...o,
    when: new Date(Date.parse(`${o.when.replace(' ', 'T')}Z`) + 40_000)
      .toISOString()
      .slice(0, 19)
      .replace('T', ' '),
  }));
  const inOrder = (ops: Operation[]) => ops.toSorted((a, b) => utc(a.when) - utc(b.when));
  const files = [
    { name: 'kaspi.xlsx', bytes: workbook([kaspi(sender, inOrder([...own, ...shared]))]) },
    {
      name: 'halyk.xls',
      bytes: workbook([{ rows: halyk(receiver, inOrder([...other, ...later])) }], 'biff8'),
    },
  ];
  const one = read(files);
  expect(one.lines).toHaveLength(own.length + other.length + shared.length);
  expect(one.seenTwice).toBe(3);
  expect(new Set(one.lines.map((line) => line.split(' ')[0])).size).toBe(one.lines.length);
  const places = one.lines.flatMap((line, i) => (line.includes(' 15000000') ? [i] : []));
  for (const i of places)
    expect(
      one
        .details(i)
        .sightings.map((s) => s.file)
        .sort(),
    ).toEqual(['halyk.xls', 'kaspi.xlsx']);
  const at = one.batches[0]?.at[places[0] ?? -1];
  expect(at).toBe(utc('2026-02-10 12:00:00'));

  const turned = read(files.toReversed());
  expect(turned.lines).toEqual(one.lines);
  expect([...turned.accounts.facts]).toEqual([...one.accounts.facts]);

  const doubled = read([
    ...files,
    { name: 'kaspi (1).xlsx', bytes: files[0]?.bytes ?? new Uint8Array() },
  ]);
  expect(doubled.lines).toHaveLength(one.lines.length);
  expect(doubled.repeated).toBe(own.length + shared.length);
  expect(doubled.seenTwice).toBe(3);
});

it('the head gives the period that a statement covers', () => {
  const random = seeded(22);
  const own = person(random, 'kaspi');
  const ops = operations(random, own, [person(random, 'forte')], 3);
  const { accounts, coverage } = read([{ name: 'a.xlsx', bytes: workbook([kaspi(own, ops)]) }]);
  const covered = { from: utc('2026-02-01 00:00:00'), to: utc('2026-03-01 00:00:00') - 1 };
  expect(coverage.get(own.account)).toEqual([covered]);
  const facts = accounts.facts.get(accounts.indexOf(own.account) ?? -1);
  expect(facts).toMatchObject({ statementFrom: covered.from, statementTo: covered.to });
});

it('a payment that the receiving statement tells of is no gap, though it begins with it a moment later', () => {
  const random = seeded(23);
  const [sender, receiver] = [person(random, 'kaspi'), person(random, 'halyk')];
  const sent = operations(random, sender, [receiver], 1).map((o) => ({
    ...o,
    payer: sender,
    payee: receiver,
  }));
  const [day, clock] = sent[0]?.when.split(' ') ?? [];
  const near = { ...sent[0], when: `${day} ${clock?.slice(0, 5)}:59` } as Operation;
  // The official form has no period in its head: the rows alone tell what it covers.
  const more = operations(random, receiver, [person(random, 'forte')], 9).slice(4);
  const { batches, accounts, coverage, seenTwice } = read([
    { name: 'a.xlsx', bytes: workbook([kaspi(sender, sent)]) },
    { name: 'b.xlsx', bytes: workbook([{ rows: official([near, ...more]) }]) },
  ]);
  expect(seenTwice).toBe(1);
  const gaps = findGaps(batches, accounts, { material: () => true, coverage });
  expect(gaps.map((g) => g.account)).not.toContain(receiver.account);
});
