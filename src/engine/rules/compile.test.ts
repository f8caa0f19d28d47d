import { describe, expect, it } from 'vitest';
import { messageOf } from '../../domain/errors/catalogue.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { FEATURES, featureIndex } from '../features.ts';
import { compileRules } from './compile.ts';
import { createHits, RULES_MAX, type Ruleset } from './ruleset.ts';

const text = (s: string) => ({ ru: s, kk: s, en: s });
const own = { source: 'qorgan', date: '2026-01-01', mark: 'qorgan', note: 'for the test' };
const typologies = [{ id: 'fan-in', title: text('t') }];
const verdict = { review: { score: 40, reason: 'r' }, hold: { score: 80, reason: 'h' } };

const rule = (over: object = {}) => ({
  id: 'many',
  typology: 'fan-in',
  subject: 'payee',
  title: text('Many'),
  explain: text('{payee.in_parties_7d|count:people} over {$least|count:people}'),
  weight: 50,
  params: { least: { value: 5, unit: 'count', ...own } },
  when: { ge: ['payee.in_parties_7d', '$least'] },
  ...over,
});

const compile = (rules: unknown[], rest: object = {}) =>
  compileRules([{ file: 'a.yaml', data: { typologies, rules, verdict, ...rest } }]);

function problemsOf(rules: unknown[], rest: object = {}): string[] {
  const result = compile(rules, rest);
  if (result.ok) return [];
  for (const p of result.problems)
    for (const language of LANGUAGES)
      expect(messageOf(p, language)).not.toMatch(/\{(file|rule|path|found|limit)\}/);
  return result.problems.map((p) => `${p.args.rule} ${p.args.path} ${p.code} ${p.args.found}`);
}

function rulesetOf(rules: unknown[], rest: object = {}): Ruleset {
  const result = compile(rules, rest);
  if (!result.ok) throw new Error(problemsOf(rules, rest).join('\n'));
  return result.ruleset;
}

const vector = (facts: Record<string, number>): Float64Array => {
  const f = new Float64Array(FEATURES.length);
  for (const [name, v] of Object.entries(facts)) f[featureIndex(name)] = v;
  return f;
};

function fired(ruleset: Ruleset, facts: Record<string, number>): string[] {
  const hits = createHits(ruleset);
  ruleset.evaluate(vector(facts), hits);
  return [...hits.rules.subarray(0, hits.count)].map((i) => ruleset.rules[i]!.id);
}

describe('what is wrong with a rule file', () => {
  const wrong: [string, object, string][] = [
    ['an id that is no kebab', { id: 'Many_Payers' }, 'Many_Payers id QRG_RULE_SHAPE'],
    ['a missing language', { title: { ru: 'x', en: 'x' } }, 'many title.kk QRG_RULE_SHAPE'],
    ['an empty text', { title: { ru: 'x', kk: ' ', en: 'x' } }, 'many title.kk QRG_RULE_SHAPE'],
    ['a key nobody reads', { wieght: 3 }, 'many - QRG_RULE_SHAPE'],
    ['a weight past 100', { weight: 101 }, 'many weight QRG_RULE_SHAPE'],
    ['an unknown subject', { subject: 'bank' }, 'many subject QRG_RULE_SHAPE'],
    ['an AMLTRIX id of no such form', { amltrix: 'T11' }, 'many amltrix QRG_RULE_SHAPE'],
    [
      'a number without its source',
      { params: { least: { value: 5, unit: 'count', date: '2026-01-01', mark: 'B', note: 'n' } } },
      'many params.least.source QRG_RULE_SHAPE',
    ],
    [
      'a unit nobody knows',
      { params: { least: { value: 5, unit: 'usd', ...own } } },
      'many params.least.unit QRG_RULE_SHAPE',
    ],
    ['an unknown typology', { typology: 'fan' }, 'many typology QRG_RULE_TYPOLOGY fan'],
    ['an unknown feature', { when: { gt: ['payee.wealth', 1] } }, 'QRG_RULE_FEATURE payee.wealth'],
    ['an unknown parameter', { when: { gt: ['pair.count', '$most'] } }, 'QRG_RULE_PARAM $most'],
    ['a number where a test belongs', { when: 'pair.count' }, 'many when QRG_RULE_TEST'],
    [
      'a test where a number belongs',
      { strength: { known: 'pair.count' } },
      'many strength QRG_RULE_NUMBER',
    ],
    ['no condition at all', { when: undefined }, 'many when QRG_RULE_TEST'],
    [
      'a parameter nobody uses',
      { when: { gt: ['pair.count', 1] }, explain: text('x') },
      'many params.least QRG_RULE_PARAM_UNUSED least',
    ],
    [
      'money shown as a duration',
      { explain: text('{t.amount|duration} {$least|count:people}') },
      'many explain.ru QRG_RULE_TEMPLATE {t.amount|duration}',
    ],
    [
      'a noun nobody declined',
      { explain: text('{pair.count|count:goats} {$least|count:people}') },
      'QRG_RULE_TEMPLATE {pair.count|count:goats}',
    ],
    [
      'a number without a way to show it',
      { explain: text('{$least}') },
      'QRG_RULE_TEMPLATE {$least}',
    ],
    ['a brace left open', { explain: text('{$least|number} {pair') }, 'QRG_RULE_TEMPLATE'],
    [
      'languages that show different numbers',
      { explain: { ...text('{$least|number}'), kk: '{$least|number} {pair.count|number}' } },
      'many explain QRG_RULE_LANGUAGES',
    ],
  ];
  it.each(wrong)('%s', (_, over, expected) => {
    expect(problemsOf([rule(over)]).join('\n')).toContain(expected);
  });

  it('is told all at once', () => {
    expect(problemsOf([rule({ weight: 0 }), rule({ id: 'b', when: null })])).toHaveLength(2);
  });
  it('includes a second rule of the same id', () => {
    expect(problemsOf([rule(), rule()])).toEqual(['many id QRG_RULE_DUPLICATE many']);
  });
  it('includes a missing or doubled verdict', () => {
    expect(problemsOf([rule()], { verdict: undefined }).join()).toContain('QRG_RULE_VERDICT 0');
    const result = compileRules([
      { file: 'a', data: { typologies, rules: [rule()], verdict } },
      { file: 'b', data: { verdict } },
    ]);
    expect(result.ok ? [] : result.problems.map((p) => p.code)).toEqual(['QRG_RULE_VERDICT']);
  });
  it('includes review above hold', () => {
    const upside = { review: verdict.hold, hold: verdict.review };
    expect(problemsOf([rule()], { verdict: upside }).join()).toContain('verdict QRG_RULE_SHAPE');
  });
  it('includes too many rules, and none', () => {
    const many = Array.from({ length: RULES_MAX + 1 }, (_, i) => rule({ id: `r${i}` }));
    expect(problemsOf(many).join()).toContain('QRG_RULE_LIMIT 65');
    expect(problemsOf([]).join()).toContain('QRG_RULE_LIMIT 0');
    expect(rulesetOf(many.slice(1)).rules).toHaveLength(RULES_MAX);
  });
  it.each([null, 'rules', [], { rulez: [] }])('includes a file that is none: %j', (data) => {
    const result = compileRules([{ file: 'x.yaml', data }]);
    expect(result.ok).toBe(false);
  });
});

describe('a ruleset', () => {
  it('fires from the threshold on', () => {
    const ruleset = rulesetOf([rule()]);
    expect(fired(ruleset, { 'payee.in_parties_7d': 5 })).toEqual(['many']);
    expect(fired(ruleset, { 'payee.in_parties_7d': 4 })).toEqual([]);
    expect(fired(ruleset, { 'payee.in_parties_7d': Number.NaN })).toEqual([]);
  });

  it('says nothing about a hub, unless the rule is about hubs', () => {
    const many = { 'payee.in_parties_7d': 9, 'payee.is_hub': 1 };
    expect(fired(rulesetOf([rule()]), many)).toEqual([]);
    expect(fired(rulesetOf([rule({ about_hubs: true })]), many)).toEqual(['many']);
    expect(fired(rulesetOf([rule({ subject: 'payer' })]), many)).toEqual(['many']);
    const payer = { 'payee.in_parties_7d': 9, 'payer.is_hub': 1 };
    expect(fired(rulesetOf([rule({ subject: 'payer' })]), payer)).toEqual([]);
  });

  it('compares sums in tenge only where the ledger is in tenge', () => {
    const inTenge = rule({
      explain: text('{$sum|money}'),
      params: { sum: { value: 1000, unit: 'kzt', ...own } },
      when: { ge: ['t.amount', '$sum'] },
    });
    const ruleset = rulesetOf([inTenge]);
    expect(ruleset.rules[0]!.needs).toEqual(['kzt']);
    expect(fired(ruleset, { 't.amount': 100_000, 't.amount_kzt': 100_000 })).toEqual(['many']);
    expect(fired(ruleset, { 't.amount': 99_999, 't.amount_kzt': 99_999 })).toEqual([]);
    expect(fired(ruleset, { 't.amount': 100_000, 't.amount_kzt': Number.NaN })).toEqual([]);
  });

  it('does not fire at strength 0 or where the strength is unknown', () => {
    const graded = rule({ strength: { ramp: ['payee.in_parties_7d', 5, 9] } });
    expect(fired(rulesetOf([graded]), { 'payee.in_parties_7d': 5 })).toEqual([]);
    expect(fired(rulesetOf([graded]), { 'payee.in_parties_7d': 6 })).toEqual(['many']);
    const unknown = rule({ strength: 'payee.retained_share_7d' });
    const facts = { 'payee.in_parties_7d': 6, 'payee.retained_share_7d': Number.NaN };
    expect(fired(rulesetOf([unknown]), facts)).toEqual([]);
  });

  it('overwrites the hits of the vector before', () => {
    const ruleset = rulesetOf([rule()]);
    const hits = createHits(ruleset);
    expect(ruleset.evaluate(vector({ 'payee.in_parties_7d': 5 }), hits)).toBeCloseTo(50, 9);
    expect(ruleset.evaluate(vector({}), hits)).toBe(0);
    expect(hits.count).toBe(0);
  });

  it('knows what an input must tell', () => {
    const needs = (when: unknown) =>
      rulesetOf([rule({ params: {}, explain: text('x'), when })]).rules[0]!.needs;
    expect(needs({ ge: ['money.held_share_1m', 0.5] })).toEqual(['clock']);
    expect(needs({ eq: ['t.is_cash_out', 1] })).toEqual(['channel']);
    expect(needs({ eq: ['t.is_loan', 0] })).toEqual([]);
    expect(needs({ gt: [{ otherwise: ['payer.income_month', 0] }, 1] })).toEqual([]);
    expect(needs({ any: [{ gt: ['payer.owner_age', 1] }, { gt: ['pair.count', 1] }] })).toEqual([]);
    expect(needs({ known: 'payer.device_accounts' })).toEqual(['device']);
    expect(needs({ not: { known: 'payer.device_accounts' } })).toEqual([]);
  });

  it('puts searches last and cheap rules first', () => {
    const ids = rulesetOf([
      rule({
        id: 'search',
        params: {},
        explain: text('x'),
        when: { ge: ['pattern.cycle_length', 2] },
      }),
      rule({ id: 'long', strength: { ramp: ['payee.in_parties_7d', 0, 9] } }),
      rule({ id: 'short' }),
    ]).rules.map((r) => r.id);
    expect(ids).toEqual(['short', 'long', 'search']);
  });
});
