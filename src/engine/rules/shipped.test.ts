import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Wording } from '../../domain/format.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { FEATURES, featureIndex } from '../features.ts';
import { compileRules } from './compile.ts';
import { explain, factsOf, signalOf } from './explain.ts';
import { createHits, type Ruleset } from './ruleset.ts';
import { RULE_CASES } from './shipped-cases.ts';

const folder = join(import.meta.dirname, '../../../data/rules/kz');

function shipped(): Ruleset {
  const compiled = compileRules(
    readdirSync(folder).map((file) => ({
      file,
      data: parse(readFileSync(join(folder, file), 'utf8')) as unknown,
    })),
  );
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 1));
  return compiled.ruleset;
}
const ruleset = shipped();
/** Rules with a condition of their own; the others speak for a trained model. */
const asking = ruleset.rules.filter((rule) => rule.learned.length === 0);
const hits = createHits(ruleset);
const wording: Wording = { currency: 'KZT', clock: 'exact' };
const DAY_MS = 86_400_000;

/** A grown-up with a salary who pays a friend from savings. */
function quiet(): Float64Array {
  const f = new Float64Array(FEATURES.length);
  const put = (name: string, v: number) => {
    f[featureIndex(name)] = v;
  };
  put('t.amount', 1_500_000);
  put('t.amount_kzt', 1_500_000);
  put('t.hour', 14);
  put('money.held_ms', 9 * DAY_MS);
  put('money.match_ratio', Number.NaN);
  put('pattern.cycle_back_ratio', Number.NaN);
  put('pair.count', 1);
  put('pair.same_sum_run', 1);
  for (const side of ['payer', 'payee']) {
    put(`${side}.age_ms`, 700 * DAY_MS);
    put(`${side}.retained_share_7d`, 0.6);
    put(`${side}.out_in_7d`, 0.4);
    put(`${side}.purchase_share`, 0.5);
    put(`${side}.counterparties`, 25);
    put(`${side}.in_parties_28d`, 3);
    put(`${side}.price_list_share`, Number.NaN);
    for (const unknown of [
      'owner_accounts',
      'device_accounts',
      'owner_age',
      'income_month',
      'is_person',
      'rating',
      'linked_accounts',
      'cards',
    ])
      put(`${side}.${unknown}`, Number.NaN);
  }
  return f;
}

function vector(...layers: Readonly<Record<string, number>>[]): Float64Array {
  const f = quiet();
  for (const layer of layers)
    for (const [name, v] of Object.entries(layer)) f[featureIndex(name)] = v;
  return f;
}

function firedOn(f: Float64Array): Map<string, number> {
  ruleset.evaluate(f, hits);
  return new Map(
    Array.from({ length: hits.count }, (_, h) => [
      ruleset.rules[hits.rules[h]!]!.id,
      hits.strengths[h]!,
    ]),
  );
}

const caseOf = (id: string) => {
  const found = RULE_CASES.find((c) => c.rule === id);
  if (found === undefined) throw new Error(`no case for ${id}`);
  return found;
};

it('every shipped rule has a case, every case a rule', () => {
  expect(RULE_CASES.map((c) => c.rule).sort()).toEqual(asking.map((r) => r.id).sort());
});

it('nothing fires on a quiet account, nor where nothing is known', () => {
  expect(firedOn(quiet())).toEqual(new Map());
  expect(firedOn(new Float64Array(FEATURES.length))).toEqual(new Map());
  expect(firedOn(new Float64Array(FEATURES.length).fill(Number.NaN))).toEqual(new Map());
});

describe.each(asking.map((r) => [r.id, r] as const))('%s', (id, rule) => {
  const { fires, silencedBy } = caseOf(id);

  it('fires on its case', () => {
    expect([...firedOn(vector(fires)).keys()]).toContain(id);
  });

  it('is silent on the neighbour', () => {
    expect([...firedOn(vector(fires, silencedBy)).keys()]).not.toContain(id);
  });

  it('says nothing about a hub', () => {
    const hub = vector(fires, { [`${rule.subject}.is_hub`]: 1 });
    expect([...firedOn(hub).keys()]).not.toContain(id);
  });

  it.each(LANGUAGES)('explains itself in %s with the numbers it saw', (language) => {
    const f = vector(fires);
    const text = explain(rule, factsOf(rule, f), wording, language);
    expect(text).not.toMatch(/NaN|undefined|Infinity|[{}|$—]\w|\s—\s*\./);
    expect(text.length).toBeLessThanOrEqual(260);
    expect(text.endsWith('.')).toBe(true);
    for (const segment of rule.template[language])
      if (typeof segment !== 'string' && segment.feature >= 0)
        expect(Number.isFinite(f[segment.feature]!), FEATURES[segment.feature]!.name).toBe(true);
  });

  it('gives a signal of its own points', () => {
    const f = vector(fires);
    const strength = firedOn(f).get(id)!;
    const signal = signalOf(rule, strength, factsOf(rule, f), wording);
    expect(signal.points).toBeGreaterThan(0);
    expect(signal.points).toBeLessThanOrEqual(rule.weight);
    for (const [name, v] of Object.entries(signal.facts)) expect(v).toBe(f[featureIndex(name)]);
    expect(JSON.parse(JSON.stringify(signal))).toEqual(signal);
  });
});

describe('the shipped set', () => {
  it('tells at least nine stories and speaks every one of them', () => {
    const told = new Set(ruleset.rules.map((r) => r.typology));
    expect(told.size).toBeGreaterThanOrEqual(9);
    expect([...ruleset.typologies.keys()].sort()).toEqual([...told].sort());
  });

  it('relies on nothing doubtful without saying so', () => {
    const doubtful = ruleset.rules.flatMap((r) =>
      Object.entries(r.params)
        .filter(([, p]) => p.mark === 'C' || p.mark === 'M')
        .map(([name]) => `${r.id}.${name}`),
    );
    expect(doubtful.sort()).toEqual([
      'lives-at-night.share',
      'nothing-stays.kept',
      'round-sums-only.share',
      'young-without-income.oldest',
    ]);
    for (const r of ruleset.rules)
      for (const p of Object.values(r.params))
        if (p.source === 'qorgan') expect(p.mark).toBe('qorgan');
  });

  it('needs no currency, clock or customer facts for its main stories', () => {
    const bare = new Set(ruleset.rules.filter((r) => r.needs.length === 0).map((r) => r.typology));
    for (const story of [
      'pass-through',
      'fan-in',
      'fan-out',
      'gather-scatter',
      'scatter-gather',
      'chain',
      'cycle',
    ])
      expect(bare).toContain(story);
  });

  it('lets no weak habit reach a look by itself', () => {
    const weak = [
      'volume',
      'timing',
      'repetition',
      'many-cards',
      'profile',
      'account-life',
      'structuring',
    ];
    for (const r of ruleset.rules)
      if (weak.includes(r.typology)) expect(r.weight, r.id).toBeLessThanOrEqual(ruleset.review);
  });

  it('has the thresholds of the law in tiyn, ascending', () => {
    expect(ruleset.thresholdsMinor).toEqual([50_000_000, 500_000_000, 700_000_000, 1_000_000_000]);
  });

  it('holds only what two strong stories or known money speak for', () => {
    const strongest = Math.max(
      ...ruleset.rules.filter((r) => r.typology !== 'known-bad-money').map((r) => r.weight),
    );
    expect(strongest).toBeLessThan(ruleset.hold);
  });

  it('weighs a customer of high risk and what the account does together above either alone', () => {
    const scoreOf = (...layers: Readonly<Record<string, number>>[]) =>
      ruleset.evaluate(vector(...layers), hits);
    const doing = caseOf('paid-into-transit').fires;
    const rated = { 'payee.rating': 80 };
    expect(scoreOf(rated)).toBe(0);
    expect(scoreOf(doing, rated)).toBeGreaterThan(scoreOf(doing));
    const passing = { ...caseOf('new-account-in-full-flow').fires, 'payer.age_ms': 9 * DAY_MS };
    const linked = { 'payer.linked_accounts': 5 };
    expect(scoreOf(linked)).toBe(0);
    expect(scoreOf(passing, linked)).toBeGreaterThan(scoreOf(passing));
  });

  it('words durations without hours where the input has days only', () => {
    const rule = ruleset.rules.find((r) => r.id === 'woken-account')!;
    const f = vector(caseOf('woken-account').fires, { 'payer.idle_ms': 61 * DAY_MS });
    const text = explain(rule, factsOf(rule, f), { currency: '', clock: 'day' }, 'ru');
    expect(text.replace(/\u00a0/g, ' ')).toContain('61 день');
  });
});
