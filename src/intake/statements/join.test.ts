import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinStatements } from './join.ts';
import type { Party } from './party.ts';
import type { Statement, StatementRow } from './statement.ts';

const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;
/** Tuesday 3 February 2026, 10:00 in Almaty. */
const TUESDAY = Date.UTC(2026, 1, 3, 5);

type Told = Partial<StatementRow> & { at: number; from: string; to: string; tiyn?: number };

const side = (account: string): Party => ({
  account: account.includes(':') || account.startsWith('@') ? undefined : account,
  id: undefined,
  name: '',
  bank: '',
  foreign: false,
});

function row({ from, to, tiyn = 100, ...told }: Told, line: number): StatementRow {
  return {
    line,
    dayOnly: false,
    payer: side(from),
    payee: side(to),
    payerKey: from,
    payeeKey: to,
    kztMinor: tiyn,
    currency: 'KZT',
    originalMinor: tiyn,
    channel: 'transfer',
    purpose: 'unknown',
    kind: '',
    knp: '',
    text: '',
    notes: [],
    ...told,
  };
}

let file = 0;
function statement(accounts: string[], told: Told[], period?: [number, number]): Statement {
  const rows = told.map((t, i) => row(t, i + 1));
  const times = rows.map((r) => r.at);
  return {
    file: file++,
    sheet: 'S',
    sheetIndex: 0,
    format: 'test',
    owner: { accounts, id: undefined, name: '' },
    from: period?.[0] ?? Math.min(...times),
    to: period?.[1] ?? Math.max(...times),
    rows,
    newestFirst: false,
    skipped: { numbers: 0, header: 0, total: 0, remark: 0 },
  };
}

const name = (f: number) => `file${f}`;
const join = (...statements: Statement[]) => joinStatements(statements, name);
const whole: [number, number] = [TUESDAY - 30 * DAY, TUESDAY + 30 * DAY];

describe('one transfer told by both banks', () => {
  const payer = (at: number, more: Partial<Told> = {}) =>
    statement(['A'], [{ at, from: 'A', to: 'B', ...more }], whole);
  const payee = (at: number, more: Partial<Told> = {}) =>
    statement(['B'], [{ at, from: 'A', to: 'B', ...more }], whole);

  it('counts once, at the earlier time, with both sources', () => {
    const { transfers, seenTwice } = join(payee(TUESDAY + 5 * MIN), payer(TUESDAY));
    expect(transfers).toHaveLength(1);
    expect(seenTwice).toBe(1);
    expect(transfers[0]?.at).toBe(TUESDAY);
    expect(transfers[0]?.sightings).toHaveLength(2);
  });

  it('takes the exact time where the other bank tells only the day', () => {
    const midnight = TUESDAY - 10 * HOUR;
    const { transfers } = join(payer(midnight, { dayOnly: true }), payee(TUESDAY));
    expect(transfers.map((t) => [t.at, t.dayOnly])).toEqual([[TUESDAY, false]]);
  });

  it('believes a later posting until the end of the next business day, and not beyond', () => {
    const friday = TUESDAY + 3 * DAY;
    expect(join(payer(TUESDAY), payee(TUESDAY + 30 * HOUR)).transfers).toHaveLength(1);
    expect(join(payer(friday), payee(friday + 3 * DAY + 4 * HOUR)).transfers).toHaveLength(1);
    expect(join(payer(TUESDAY), payee(TUESDAY + 3 * DAY)).transfers).toHaveLength(2);
    expect(join(payer(TUESDAY), payee(TUESDAY - HOUR)).transfers).toHaveLength(2);
  });

  it('does not take a later posting on trust where a statement does not cover the other time', () => {
    const late = TUESDAY + 5 * HOUR;
    const narrow = statement(
      ['A'],
      [{ at: TUESDAY, from: 'A', to: 'B' }],
      [TUESDAY, TUESDAY + HOUR],
    );
    expect(join(narrow, payee(late)).transfers).toHaveLength(2);
  });

  it('keeps apart other sums, currencies and directions', () => {
    expect(join(payer(TUESDAY), payee(TUESDAY, { tiyn: 101 })).transfers).toHaveLength(2);
    expect(join(payer(TUESDAY), payee(TUESDAY, { currency: 'USD' })).transfers).toHaveLength(2);
    expect(join(payer(TUESDAY), payee(TUESDAY, { from: 'B', to: 'A' })).transfers).toHaveLength(2);
  });

  it('two equal payments within a minute stay two', () => {
    const told = [0, 1].map((i) => ({ at: TUESDAY + i * 30_000, from: 'A', to: 'B' }));
    const later = told.map((t) => ({ ...t, at: t.at + 2 * MIN }));
    const { transfers, seenTwice } = join(statement(['A'], told), statement(['B'], later));
    expect([transfers.length, seenTwice]).toEqual([2, 2]);
    expect(join(statement(['A'], told)).transfers).toHaveLength(2);
  });
});

describe('sides that one bank does not name', () => {
  const id = {
    kind: 'IIN',
    digits: '900101300123',
    valid: true,
    restored: false,
    bornAt: 0,
  } as const;
  const known = (at: number): Statement => ({
    ...statement(['B'], [{ at, from: 'A', to: 'B' }], whole),
    owner: { accounts: ['B'], id, name: 'Тест Тестов' },
  });

  it('an owner becomes the one account of that person', () => {
    const told = statement(['A'], [{ at: TUESDAY, from: 'A', to: 'IIN:900101300123@' }], whole);
    const { transfers, seenTwice } = join(told, known(TUESDAY + MIN));
    expect(transfers.map((t) => t.payeeKey)).toEqual(['B']);
    expect(seenTwice).toBe(1);
  });

  it('with two accounts the one whose statement tells the same payment', () => {
    const told = statement(['A'], [{ at: TUESDAY, from: 'A', to: 'IIN:900101300123@' }], whole);
    const second: Statement = {
      ...known(TUESDAY),
      ...statement(['C'], [{ at: TUESDAY + DAY, from: 'C', to: 'X', tiyn: 7 }]),
    };
    const other: Statement = { ...second, owner: { accounts: ['C'], id, name: '' } };
    const { transfers } = join(told, known(TUESDAY + MIN), other);
    expect(transfers.map((t) => t.payeeKey)).toEqual(['B', 'X']);
  });

  it('an unnamed side is believed only next to the same account and in time', () => {
    const told = (at: number) => statement(['A'], [{ at, from: 'A', to: '@unknown' }], whole);
    expect(join(told(TUESDAY), known(TUESDAY + MIN)).transfers).toHaveLength(1);
    expect(join(told(TUESDAY), known(TUESDAY + HOUR)).transfers).toHaveLength(2);
  });
});

describe('statements of the same account', () => {
  it('overlap is laid over itself: a row is doubled by neither a second file nor the same file again', () => {
    const told = [0, 0, HOUR, DAY, 2 * DAY].map((t) => ({ at: TUESDAY + t, from: 'A', to: 'B' }));
    const { transfers, repeated, seenTwice } = join(
      statement(['A'], told.slice(0, 4)),
      statement(['A'], told.slice(2)),
      statement(['A'], told),
    );
    expect([transfers.length, repeated, seenTwice]).toEqual([5, 7, 0]);
  });
});

describe('any world', () => {
  const world = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 3 * 24 * 6 }).map((n) => TUESDAY + n * 10 * MIN),
      ends: fc.constantFrom(['A', 'B'], ['B', 'A'], ['A', 'C'], ['C', 'B'], ['A', 'X'], ['Y', 'C']),
      tiyn: fc.constantFrom(100, 200),
      lag: fc.integer({ min: 0, max: 4 * MIN }),
    }),
    { maxLength: 40 },
  );
  type World = ReturnType<typeof world.generate>['value'];

  /** What the banks of A, B and C would write of it; the payee's bank a little later. */
  const written = (truth: World): Statement[] =>
    ['A', 'B', 'C'].map((account) =>
      statement(
        [account],
        truth
          .filter(({ ends }) => ends.some((end) => end === account))
          .map(({ at, ends, tiyn, lag }) => ({
            at: ends[1] === account && ends[0] !== 'Y' ? at + lag : at,
            from: ends[0] ?? '',
            to: ends[1] ?? '',
            tiyn,
          }))
          .sort((a, b) => a.at - b.at),
        whole,
      ),
    );

  it('comes back whole: each transfer once, whatever the order and the repetition of the files', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 5 }), (truth, turn) => {
        const files = written(truth);
        const expected = truth.map((t) => `${t.at} ${t.ends.join('>')} ${t.tiyn}`).sort();
        const lines = (statements: Statement[]) =>
          joinStatements(statements, name).transfers.map(
            (t) => `${t.at} ${t.payerKey}>${t.payeeKey} ${t.sightings[0]?.row.originalMinor}`,
          );
        const straight = lines(files);
        expect(straight.toSorted()).toEqual(expected);
        const turned = [...files.slice(turn % 3), ...files.slice(0, turn % 3)];
        expect(lines(turned)).toEqual(straight);
        const again = files.map((s) => ({ ...s, file: s.file + 100 }));
        expect(lines([...again, ...turned])).toEqual(straight);
      }),
      { numRuns: 150, seed: 11 },
    );
  });
});
