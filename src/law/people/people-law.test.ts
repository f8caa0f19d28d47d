import { describe, expect, it } from 'vitest';
import type { FactKind } from '../../domain/case/case-fact.ts';
import { loadOffences } from '../../service/law/load-offences.ts';
import { loadHelp } from '../../service/portal/help/load-help.ts';
import { judge, type TestAct } from '../qualify/test-acts.fixture.ts';
import type { Deed } from './law-words.ts';
import { type PeopleTier, peopleLaw } from './people-law.ts';
import { type Answer, punishmentsAt, type Question, unitValue, whichPart } from './which-part.ts';

const book = await loadOffences();
const { words } = await loadHelp(book);
/** As a browser gets it. */
const law = JSON.parse(JSON.stringify(peopleLaw(book, words))) as ReturnType<typeof peopleLaw>;

const ask = (question: Partial<Question>): Answer | undefined =>
  whichPart(law, { deed: 'access', reward: 30_000, age: 20, on: '2026-10-05', ...question });
const partOf = (answer: Answer | undefined): string | null | undefined =>
  answer?.kind === 'part' ? answer.tier.part : answer?.kind;

describe('the law as data for everybody', () => {
  it('has every edition of what has words, with source and mark of each', () => {
    for (const one of law.provisions) {
      expect(one.source.length, one.id).toBeGreaterThan(10);
      expect(one.verified, one.id).toBeTruthy();
      expect(one.act.ru).toMatch(/кодекс|Закон/iu);
    }
    expect(law.provisions.filter(({ id }) => id === 'kz.criminal.190')).toHaveLength(2);
  });

  it('takes every number of a sanction from the data of law', () => {
    const sanctions = (id: string) =>
      law.provisions.find((one) => one.id === id)?.tiers.map(({ punishments }) => punishments);
    expect(sanctions('kz.criminal.232-1.access')?.[0]).toEqual([
      { kind: 'fine', units: 160 },
      { kind: 'works' },
      { kind: 'arrest', days: 50 },
      { kind: 'confiscation', always: true },
    ]);
    expect(sanctions('kz.criminal.232-1.acquisition')?.[0]).toEqual([
      { kind: 'restriction', years: [3, 7] },
      { kind: 'prison', years: [3, 7] },
      { kind: 'confiscation', always: true },
    ]);
    // Not one number of a sanction is written in the words.
    const { ages: _, ...said } = words;
    expect(JSON.stringify(said)).not.toMatch(/МРП|АЕК|MRP|\d+ (?:лет|жыл|years)/u);
  });

  it('counts sizes by the unit of the year', () => {
    expect(unitValue(law, '2025-10-01')).toBe(3_932);
    expect(unitValue(law, '2026-10-01')).toBe(4_325);
    expect(unitValue(law, '2031-01-01')).toBeUndefined();
  });
});

describe('which part could apply', () => {
  it.each([
    ['a small reward', {}, '1'],
    ['one tenge under 200 units of 2026', { reward: 864_999 }, '1'],
    ['200 units of 2026', { reward: 865_000 }, '2'],
    ['the same sum in 2025 is more', { reward: 786_400, on: '2025-12-31' }, '2'],
    ['500 units', { reward: 2_162_500 }, '3'],
    ['a reward of unknown size', { reward: 'unknown' }, '1'],
    ['no reward', { reward: 'none' }, 'no_reward'],
    ['to the mother', { relative: true }, 'relative'],
    ['fifteen years old', { age: 15 }, 'too_young'],
    ['the day before the law', { on: '2025-09-15' }, 'not_in_force'],
    ['transfers for others', { deed: 'payments' }, '4'],
    ['transfers, 500 units', { deed: 'payments', reward: 2_162_500 }, '6'],
    ['buying cards, without any reward', { deed: 'acquisition', reward: 'none' }, '7'],
  ] as const)('%s', (_, question, part) => {
    expect(partOf(ask(question))).toBe(part);
  });

  it('shows how the next part is counted, and says when it cannot be', () => {
    expect(ask({})).toMatchObject({
      next: { tier: { part: '2' }, counted: { units: 200, unit: 4_325, limit: 865_000 } },
      sizeUnknown: false,
    });
    expect(ask({ reward: 'unknown' })).toMatchObject({ sizeUnknown: true });
    expect(ask({ on: '2031-01-01', reward: 5_000_000 })).toMatchObject({
      tier: { part: '1' },
      next: null,
      sizeUnknown: true,
    });
  });

  it('takes away from the young what the law does not impose on them', () => {
    const tier = (id: string): PeopleTier =>
      law.provisions.flatMap(({ tiers }) => tiers).find((one) => one.id === id)!;
    const at = (id: string, age: number) =>
      punishmentsAt(law, tier(id), age).map(({ punishment, limit, isNever }) =>
        isNever ? `no ${punishment.kind}` : limit ? `less ${punishment.kind}` : punishment.kind,
      );
    expect(at('kz.criminal.232-1.1', 17)).toEqual([
      'less fine',
      'works',
      'no arrest',
      'confiscation',
    ]);
    expect(at('kz.criminal.232-1.6', 16)).toContain('no prison');
    expect(at('kz.criminal.232-1.7', 16)).toEqual([
      'less restriction',
      'less prison',
      'confiscation',
    ]);
    expect(at('kz.criminal.232-1.6', 18)).toContain('prison');
  });
});

/** The calculator and the qualification of a case must never tell two stories. */
describe('against the qualification of a case', () => {
  const FACT: Readonly<Record<Deed, FactKind>> = {
    access: 'gave_access',
    payments: 'made_payments_for_other',
    acquisition: 'acquired_access',
  };
  const sums = [
    1, 30_000, 786_399, 786_400, 864_999, 865_000, 1_965_999, 1_966_000, 2_162_499, 2_162_500, 9e7,
  ];
  const days = ['2025-09-15', '2025-09-16', '2025-12-31', '2026-01-31', '2026-10-05'];

  it.each(['access', 'payments', 'acquisition'] as const)('%s', (deed) => {
    for (const on of days)
      for (const age of [15, 16, 17, 18, 40])
        for (const reward of sums) {
          const act: TestAct = {
            name: 'asked of the calculator',
            on,
            age,
            did: {
              [FACT[deed]]: true,
              ...(deed === 'access' && { close_relative: false }),
              ...(deed === 'acquisition' && { for_illegal_payments: true }),
              reward_paid: reward,
            },
            gives: [],
          };
          const finding = judge(book, act)?.findings.find(
            ({ offence }) => offence.id === `kz.criminal.232-1.${deed}`,
          );
          const answer = whichPart(law, { deed, reward, age, on });
          const told = answer?.kind === 'part' ? answer.tier.id : answer?.kind;
          // Of somebody too young the qualification names no provision at all.
          const wanted =
            finding === undefined
              ? on < '2025-09-16'
                ? 'not_in_force'
                : 'too_young'
              : finding.state === 'not_in_force'
                ? 'not_in_force'
                : finding.tier?.tier.id;
          expect(told, `${on} ${age} ${reward}`).toBe(wanted);
        }
  });
});
