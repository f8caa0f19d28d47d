import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TransferBatch } from '../domain/transfer.ts';
import { createVerdictBatch, Engine, type EngineOptions, TOP_SIGNALS } from './engine.ts';
import { FEATURES, featureIndex } from './features.ts';
import { F, FLAG, U } from './layout.ts';
import { compileRules } from './rules/compile.ts';
import { restoreEngine, saveEngine } from './snapshot.ts';

const text = { ru: 'да', kk: 'иә', en: 'yes' };

/** A small ruleset of its own, so that these tests speak of the fold and not of the shipped rules. */
function options(clock: 'exact' | 'day' = 'exact'): EngineOptions {
  const compiled = compileRules([
    {
      file: 'test.yaml',
      data: {
        typologies: [
          { id: 'pass-through', title: text },
          { id: 'fan-in', title: text },
        ],
        verdict: { review: { score: 40, reason: 'test' }, hold: { score: 70, reason: 'test' } },
        rules: [
          {
            id: 'quick',
            typology: 'pass-through',
            subject: 'payer',
            title: text,
            explain: {
              ru: '{money.held_share_24h|share}',
              kk: '{money.held_share_24h|share}',
              en: '{money.held_share_24h|share}',
            },
            weight: 60,
            amltrix: null,
            params: {},
            when: { gt: ['money.held_share_24h', 0.5] },
            strength: { ramp: ['money.held_share_24h', 0, 1] },
          },
          {
            id: 'many-payers',
            typology: 'fan-in',
            subject: 'payee',
            title: text,
            explain: {
              ru: '{payee.in_parties_7d|count:people}',
              kk: '{payee.in_parties_7d|count:people}',
              en: '{payee.in_parties_7d|count:people}',
            },
            weight: 50,
            amltrix: null,
            params: {},
            when: { ge: ['payee.in_parties_7d', 3] },
            strength: { ramp: ['payee.in_parties_7d', 2, 10] },
          },
        ],
      },
    },
  ]);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return { ruleset: compiled.ruleset, clock, currency: 'KZT', thresholdsMinor: [50_000_000] };
}

interface Row {
  payer: number;
  payee: number;
  amountMinor: number;
  gapMs: number;
}

const rows = fc.array(
  fc.record({
    payer: fc.nat(11),
    payee: fc.nat(11),
    amountMinor: fc.integer({ min: 1, max: 90_000_000 }),
    gapMs: fc.integer({ min: -3_600_000, max: 30 * 3_600_000 }),
  }),
  { minLength: 1, maxLength: 250 },
);

function batchOf(list: Row[], firstId = 0): TransferBatch {
  const n = list.length;
  let at = 1_700_000_000_000;
  const ids = list.map((_, i) => `t${firstId + i}`);
  const bytes = new TextEncoder().encode(ids.join(''));
  let end = 0;
  return {
    count: n,
    at: Float64Array.from(list, (r) => (at += r.gapMs)),
    payer: Uint32Array.from(list, (r) => r.payer),
    payee: Uint32Array.from(list, (r) => r.payee),
    amountMinor: Float64Array.from(list, (r) => r.amountMinor),
    channel: new Uint8Array(n),
    purpose: new Uint8Array(n),
    device: Uint32Array.from(list, (r) => r.payer % 3),
    idBytes: bytes,
    idEnd: Uint32Array.from(ids, (id) => (end += id.length)),
    file: new Uint32Array(n),
    line: new Float64Array(n),
  };
}

const fold = (engine: Engine, batch: TransferBatch) => {
  const out = createVerdictBatch(batch.count);
  engine.fold(batch, out);
  return out;
};

test('the same input gives the same state and verdicts, byte for byte, however it is cut into batches', () => {
  fc.assert(
    fc.property(rows, fc.nat(), (list, cut) => {
      const whole = new Engine(options());
      const verdicts = fold(whole, batchOf(list));
      const parts = new Engine(options());
      const batch = batchOf(list);
      const at = cut % list.length;
      const first = { ...batch, count: at };
      const second = slice(batch, at);
      const a = fold(parts, first);
      const b = fold(parts, second);
      expect([...a.score, ...b.score]).toEqual([...verdicts.score]);
      expect([...a.signals, ...b.signals]).toEqual([...verdicts.signals]);
      expect(Buffer.compare(saveEngine(parts), saveEngine(whole))).toBe(0);
    }),
    { numRuns: 15 },
  );
});

function slice(b: TransferBatch, from: number): TransferBatch {
  const idFrom = from === 0 ? 0 : b.idEnd[from - 1];
  return {
    count: b.count - from,
    at: b.at.slice(from),
    payer: b.payer.slice(from),
    payee: b.payee.slice(from),
    amountMinor: b.amountMinor.slice(from),
    channel: b.channel.slice(from),
    purpose: b.purpose.slice(from),
    device: b.device.slice(from),
    idBytes: b.idBytes.slice(idFrom),
    idEnd: b.idEnd.slice(from).map((e) => e - idFrom),
    file: b.file.slice(from),
    line: b.line.slice(from),
  };
}

test('a restored snapshot goes on exactly as the engine that was saved', () => {
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const engine = new Engine(options());
      engine.learn(3, { owner: 'A', ownerKind: 'person', bornAt: 0, ratingPoints: 60 });
      engine.learn(4, { owner: 'A' });
      engine.mark(2, 'victim');
      fold(engine, batchOf(before));
      const restored = restoreEngine(new Engine(options()), saveEngine(engine));
      if (!restored.ok) throw new Error(restored.problem.code);
      const next = batchOf(after, before.length);
      expect(fold(restored.value, next)).toEqual(fold(engine, next));
      expect(Buffer.compare(saveEngine(restored.value), saveEngine(engine))).toBe(0);
    }),
    { numRuns: 10 },
  );
});

test('a snapshot that is cut or of other rules is refused with a code', () => {
  const engine = new Engine(options());
  fold(engine, batchOf([{ payer: 0, payee: 1, amountMinor: 5, gapMs: 1 }]));
  const bytes = saveEngine(engine);
  const cut = restoreEngine(new Engine(options()), bytes.subarray(0, bytes.length - 8));
  expect(cut).toMatchObject({ ok: false, problem: { code: 'QRG_SNAPSHOT_DAMAGED' } });
  const scrambled = bytes.slice();
  scrambled[0] = 0;
  expect(restoreEngine(new Engine(options()), scrambled)).toMatchObject({
    ok: false,
    problem: { code: 'QRG_SNAPSHOT_DAMAGED' },
  });
  const { ruleset, ...rest } = options();
  const other = { ...rest, ruleset: { ...ruleset, rules: ruleset.rules.slice(0, 1) } };
  expect(restoreEngine(new Engine(other), bytes)).toMatchObject({
    ok: false,
    problem: { code: 'QRG_SNAPSHOT_OTHER_ENGINE' },
  });
});

test('a repeat is counted and changes nothing; the same id with another sum is another transfer', () => {
  const engine = new Engine(options());
  const list = [{ payer: 0, payee: 1, amountMinor: 500, gapMs: 1 }];
  fold(engine, batchOf(list));
  const before = saveEngine(engine);
  expect(fold(engine, batchOf(list)).score[0]).toBe(-1);
  expect(engine.counts().duplicates).toBe(1);
  expect(engine.counts().transfers).toBe(1);
  expect(saveEngine(engine).length).toBe(before.length);
  fold(engine, batchOf([{ payer: 0, payee: 1, amountMinor: 501, gapMs: 1 }]));
  expect(engine.counts()).toMatchObject({ transfers: 2, duplicates: 1 });
});

test('late transfers are folded in and counted', () => {
  const engine = new Engine(options());
  const gaps = [1, 3_600_000, -1_800_000, 7_200_000, -1];
  fold(
    engine,
    batchOf(gaps.map((gapMs, i) => ({ payer: i, payee: i + 1, amountMinor: 100 + i, gapMs }))),
  );
  expect(engine.counts()).toMatchObject({ transfers: 5, outOfOrder: 2 });
});

test('totals of an account are what it received and paid', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const engine = new Engine(options());
      fold(engine, batchOf(list));
      for (let a = 0; a < 12; a++) {
        if (a >= engine.ledger.accounts.size) continue;
        const sum = (of: Row[]) => of.reduce((s, r) => s + r.amountMinor, 0);
        const received = list.filter((r) => r.payee === a);
        expect(engine.ledger.accounts.f64(a, F.inTotal)).toBe(sum(received));
        expect(engine.ledger.accounts.f64(a, F.outTotal)).toBe(
          sum(list.filter((r) => r.payer === a)),
        );
        expect(engine.ledger.accounts.u32(a, U.inCount)).toBe(received.length);
      }
    }),
    { numRuns: 50 },
  );
});

test('score is the rules of the payer and the payee together, verdicts follow the thresholds', () => {
  const engine = new Engine(options());
  const out = fold(
    engine,
    batchOf([
      { payer: 1, payee: 5, amountMinor: 1000, gapMs: 1 },
      { payer: 2, payee: 5, amountMinor: 1000, gapMs: 1 },
      { payer: 3, payee: 5, amountMinor: 1000, gapMs: 1 },
      { payer: 5, payee: 6, amountMinor: 3000, gapMs: 60_000 },
    ]),
  );
  expect([...out.score]).toEqual([0, 0, expect.closeTo(6.25, 2), 60]);
  expect([...out.verdict]).toEqual([0, 0, 0, 1]);
  const { rules } = options().ruleset;
  expect(rules[out.signals[3 * TOP_SIGNALS] - 1].id).toBe('quick');
  expect(
    engine.evidence
      .of(5)
      .map((e) => rules[e.rule].id)
      .sort(),
  ).toEqual(['many-payers', 'quick']);
});

test('without a clock nothing below a day is known, and the order inside a day does not matter', () => {
  const day = 86_400_000;
  const make = (at: number[]) => {
    const engine = new Engine(options('day'));
    const batch = batchOf(
      at.map((_, i) => ({ payer: i, payee: 9, amountMinor: 10 + i, gapMs: 0 })),
    );
    batch.at.set(at);
    fold(engine, batch);
    return [...engine.features];
  };
  const features = make([20_000 * day + 5, 20_000 * day + 900]);
  expect(features).toEqual(make([20_000 * day + 7000, 20_000 * day + 7001]));
  for (const name of ['t.hour', 'money.held_share_1h', 'payee.in_count_1h', 'payee.burst_1h'])
    expect(features[featureIndex(name)]).toBeNaN();
  expect(features[featureIndex('payee.in_count_24h')]).toBe(2);
});

test('hubs are recognised by how many they deal with, and money through them starts anew', () => {
  const engine = new Engine(options());
  const list = Array.from({ length: 900 }, (_, i) => ({
    payer: 100 + i,
    payee: 7,
    amountMinor: 100,
    gapMs: 1000,
  }));
  list.push({ payer: 7, payee: 8, amountMinor: 50_000, gapMs: 1000 });
  fold(engine, batchOf(list));
  expect(engine.ledger.accounts.hasFlag(7, FLAG.hub)).toBe(true);
  expect(engine.counts().hubs).toBe(1);
  expect(engine.features[featureIndex('money.origins')]).toBe(1);
  expect(engine.features[featureIndex('money.known_share')]).toBe(0);
});

test('what is told of customers stands in the features of both sides; of others nothing is known', () => {
  const engine = new Engine(options());
  engine.learn(1, { ratingPoints: 74, linkedAccounts: 3, cards: 6 });
  const told = (side: 'payer' | 'payee') =>
    ['rating', 'linked_accounts', 'cards'].map(
      (n) => engine.features[featureIndex(`${side}.${n}`)],
    );
  fold(engine, batchOf([{ payer: 1, payee: 2, amountMinor: 300, gapMs: 1 }]));
  expect([told('payer'), told('payee')]).toEqual([
    [74, 3, 6],
    [Number.NaN, Number.NaN, Number.NaN],
  ]);
  fold(engine, batchOf([{ payer: 2, payee: 1, amountMinor: 300, gapMs: 1 }], 1));
  expect(told('payee')).toEqual([74, 3, 6]);
});

test('taint follows the money of a marked account and stays a share', () => {
  const engine = new Engine(options());
  engine.mark(1, 'victim');
  fold(
    engine,
    batchOf([
      { payer: 1, payee: 2, amountMinor: 300, gapMs: 1 },
      { payer: 9, payee: 2, amountMinor: 100, gapMs: 1 },
      { payer: 2, payee: 3, amountMinor: 400, gapMs: 1 },
    ]),
  );
  expect(engine.features[featureIndex('money.taint_victim_share')]).toBe(0.75);
  expect(engine.features[featureIndex('money.taint_post_share')]).toBe(0);
});

test('a mark taken back: money paid before stays what it was, money paid after is clean', () => {
  const engine = new Engine(options());
  const share = featureIndex('money.taint_listed_share');
  const pay = (payer: number, payee: number, start: number): number => {
    fold(engine, batchOf([{ payer, payee, amountMinor: 100, gapMs: 1 }], start));
    return engine.features[share];
  };
  engine.mark(1, 'listed');
  engine.mark(1, 'reported');
  expect(pay(1, 2, 0)).toBe(1);
  engine.unmark(1, 'listed');
  engine.unmark(1, 'listed');
  expect(pay(1, 3, 10)).toBe(0);
  expect(engine.features[featureIndex('money.taint_reported_share')]).toBe(1);
  expect(pay(2, 4, 20)).toBe(1);
  expect(pay(3, 4, 30)).toBe(0);
});

test('every feature is written for every transfer: none keeps the value of the one before', () => {
  const engine = new Engine(options());
  fold(engine, batchOf([{ payer: 0, payee: 1, amountMinor: 5, gapMs: 1 }]));
  engine.features.fill(-77);
  fold(engine, batchOf([{ payer: 2, payee: 3, amountMinor: 6, gapMs: 1 }], 1));
  const unread = FEATURES.filter((_, i) => engine.features[i] === -77).map((f) => f.name);
  const groups =
    /pass_on_|passed_on|\.fed$|came_on|parties|new_pay(ers|ees)|price_list|gather_scatter|since_|cash_(in|out)_share/;
  expect(unread.filter((name) => !groups.test(name))).toEqual([]);
});
