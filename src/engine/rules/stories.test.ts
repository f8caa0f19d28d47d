import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createRandom } from '../../domain/random.ts';
import { createEngine, type NamedTransfer } from '../index.ts';
import { compileRules } from './compile.ts';

// Whole stories through the real engine and the shipped rules: what must be seen, and what must not.

const folder = join(import.meta.dirname, '../../../data/rules/kz');
const compiled = compileRules(
  readdirSync(folder).map((file) => ({
    file,
    data: parse(readFileSync(join(folder, file), 'utf8')) as unknown,
  })),
);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
const { ruleset } = compiled;

const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;
/** A morning in Kazakhstan. */
const START = Date.UTC(2026, 2, 2, 5);
const KZT = 100;

type Story = NamedTransfer[];
const pay = (
  at: number,
  payer: string,
  payee: string,
  tenge: number,
  more: Partial<NamedTransfer> = {},
): NamedTransfer => ({ at: START + at, payer, payee, amountMinor: tenge * KZT, ...more });

interface Outcome {
  /** Of the strongest transfer. */
  readonly score: number;
  /** Named by any transfer. */
  readonly typologies: ReadonlySet<string>;
}

function tell(story: Story, clock: 'exact' | 'day' = 'exact', currency = 'KZT'): Outcome {
  const engine = createEngine({
    ruleset,
    clock,
    currency,
    thresholdsMinor: currency === 'KZT' ? ruleset.thresholdsMinor : [],
  });
  const typologies = new Set<string>();
  let score = 0;
  for (const t of [...story].sort((a, b) => a.at - b.at)) {
    const verdict = engine.decide(t);
    score = Math.max(score, verdict.score);
    for (const signal of verdict.signals) typologies.add(signal.typology);
  }
  return { score, typologies };
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe('what must be seen', () => {
  it('fraud money that strangers send and that leaves within minutes', () => {
    const story = range(8).flatMap((i) => [
      pay(i * 3 * HOUR, `victim ${i}`, 'mule', 400_000 + i * 7_000),
      pay(i * 3 * HOUR + 6 * MIN, 'mule', 'next hop', 380_000 + i * 7_000),
    ]);
    const { score, typologies } = tell(story);
    expect(score).toBeGreaterThanOrEqual(ruleset.review);
    expect(typologies).toContain('pass-through');
  });

  it('a private card that sells by a price list and is emptied every night', () => {
    const random = createRandom(7);
    const story = range(5).flatMap((d) => [
      ...range(14).map((i) =>
        pay(
          d * DAY + (8 + i / 2) * HOUR,
          `buyer ${d}-${i}`,
          'till',
          random.pick([12_000, 18_000, 25_000]),
        ),
      ),
      pay(d * DAY + 17 * HOUR, 'till', 'handler', 240_000),
    ]);
    const { score, typologies } = tell(story);
    expect(score).toBeGreaterThanOrEqual(ruleset.review);
    expect(typologies).toContain('drug-collector');
  });

  it('one sum split over many hands and brought together, with days only and no currency', () => {
    const story = range(7).flatMap((i) => [
      pay(i * HOUR, 'source', `hand ${i}`, 9_000 + i),
      pay(2 * DAY + i * HOUR, `hand ${i}`, 'sink', 8_700 + i),
    ]);
    const { typologies, score } = tell(story, 'day', '');
    expect(typologies).toContain('scatter-gather');
    expect(score).toBeGreaterThanOrEqual(ruleset.review);
  });

  it('a sum carried through a chain of accounts that keep a little each', () => {
    const hops = ['a', 'b', 'c', 'd', 'e', 'f'];
    const story = hops
      .slice(1)
      .map((to, i) => pay(i * 2 * HOUR, hops[i]!, to, Math.round(2_000_000 * 0.97 ** i)));
    const { typologies, score } = tell(story);
    expect(typologies).toContain('chain');
    expect(score).toBeGreaterThanOrEqual(ruleset.review);
  });

  it('many small payers, then coins', () => {
    const story = [
      ...range(12).map((i) => pay(i * 20 * MIN, `payer ${i}`, 'mule', 30_000 + 900 * i)),
      pay(5 * HOUR, 'mule', 'exchange', 400_000, { channel: 'exchange' }),
    ];
    const { typologies, score } = tell(story);
    expect(typologies).toContain('exchanger');
    expect(score).toBeGreaterThanOrEqual(ruleset.review);
  });

  it("a reported victim's money, at the next hop and the one after", () => {
    const engine = createEngine({ ruleset, clock: 'exact', currency: 'KZT', thresholdsMinor: [] });
    engine.mark('victim', 'victim');
    const first = engine.decide(pay(0, 'victim', 'mule', 900_000));
    const second = engine.decide(pay(30 * HOUR, 'mule', 'next hop', 850_000));
    for (const v of [first, second]) {
      expect(v.verdict).toBe('hold');
      expect(v.signals[0]!.subject).toBe('payee');
    }
  });
});

describe('what must be left alone', () => {
  const salaries = (who: string, months: number): Story =>
    range(months).map((m) => pay(m * 30 * DAY, 'employer', who, 350_000, { purpose: 'salary' }));

  it('students who split the rent', () => {
    const story = [
      ...salaries('tenant', 3),
      ...range(3).flatMap((m) => [
        ...range(3).map((i) =>
          pay(m * 30 * DAY + (25 + i) * HOUR, `friend ${i}`, 'tenant', 60_000),
        ),
        pay(m * 30 * DAY + 30 * HOUR, 'tenant', 'landlord', 240_000, { purpose: 'rent' }),
        ...range(10).map((i) =>
          pay(m * 30 * DAY + (i + 2) * DAY, 'tenant', 'shop', 9_000 + i, { channel: 'purchase' }),
        ),
      ]),
    ];
    expect(tell(story).score).toBeLessThan(ruleset.review);
  });

  it('a small trader paid by transfer who buys goods', () => {
    const random = createRandom(3);
    const story = range(40).flatMap((d) => [
      ...range(6).map((i) =>
        pay(
          d * DAY + (3 + i) * HOUR,
          `customer ${random.int(1, 90)}`,
          'trader',
          random.int(20, 400) * 100,
          {
            purpose: 'goods',
          },
        ),
      ),
      pay(d * DAY + 11 * HOUR, 'trader', 'wholesale', random.int(300, 700) * 100, {
        channel: 'purchase',
      }),
    ]);
    expect(tell(story).score).toBeLessThan(ruleset.review);
  });

  it('a collection for a sick child', () => {
    const random = createRandom(5);
    const story = [
      ...range(80).map((i) =>
        pay(i * 3 * HOUR, `giver ${i}`, 'mother', random.pick([1_000, 2_000, 5_000, 10_000]), {
          purpose: 'charity',
        }),
      ),
      pay(14 * DAY, 'mother', 'clinic', 280_000, { channel: 'purchase' }),
    ];
    expect(tell(story).score).toBeLessThan(ruleset.review);
  });

  it('payday: salary in, debts and bills out within the hour', () => {
    const story = range(3).flatMap((m) => [
      pay(m * 30 * DAY, 'employer', 'worker', 300_000, { purpose: 'salary' }),
      pay(m * 30 * DAY + 10 * MIN, 'worker', 'mother', 50_000),
      pay(m * 30 * DAY + 15 * MIN, 'worker', 'friend', 20_000),
      pay(m * 30 * DAY + 20 * MIN, 'worker', 'utility', 40_000, { purpose: 'utility' }),
      pay(m * 30 * DAY + 25 * MIN, 'worker', 'bank', 60_000, { purpose: 'loan_return' }),
    ]);
    expect(tell(story).score).toBeLessThan(ruleset.review);
  });

  it('an employer who pays forty people on one day', () => {
    const story = [
      pay(0, 'customer', 'company', 30_000_000),
      ...range(40).map((i) =>
        pay(DAY + i * MIN, 'company', `worker ${i}`, 250_000 + i, { purpose: 'salary' }),
      ),
    ];
    expect(tell(story).score).toBeLessThan(ruleset.review);
  });

  it('money between cards of one person', () => {
    const story = range(20).flatMap((d) => [
      pay(d * DAY, 'card one', 'card two', 30_000, { purpose: 'own' }),
      pay(d * DAY + MIN, 'card two', 'card three', 30_000, { purpose: 'own' }),
    ]);
    expect(tell(story).score).toBeLessThan(ruleset.review);
  });
});
