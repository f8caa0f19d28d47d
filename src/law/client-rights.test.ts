import { describe, expect, it } from 'vitest';
import { loadLaw } from '../service/law/load-law.ts';
import { protectedPart, servicesLeft } from './client-rights.ts';
import type { Regime } from './grounds.ts';

const law = await loadLaw();
const ALONE = { members: 1, keptThisMonthMinor: 0 };
const in2026 = Date.parse('2026-11-26T12:00:00+05:00');

function kept(
  regimes: readonly Regime[],
  purpose: 'salary' | 'benefit' | 'goods',
  tenge: number,
  household = ALONE,
  at = in2026,
) {
  const part = protectedPart(
    law,
    new Set(regimes),
    { at, amountMinor: tenge * 100, purpose },
    household,
  );
  return part.ok ? part.value.minor / 100 : part.problem.code;
}

describe('income that no hold takes', () => {
  it.each([
    ['salary under the payments law: all of it', ['payments'], 'salary', 400_000, 400_000],
    ['pension, benefit, stipend too', ['payments'], 'benefit', 90_000, 90_000],
    ['a sale is no income of this kind', ['payments'], 'goods', 400_000, 0],
    ['terror list: salary up to one minimum wage', ['terror'], 'salary', 400_000, 85_000],
    ['terror list: less than that is kept whole', ['terror'], 'salary', 60_000, 60_000],
    ['terror list: a benefit is kept whole', ['terror'], 'benefit', 90_000, 90_000],
    [
      'what both regimes leave is the smaller part',
      ['payments', 'terror'],
      'salary',
      400_000,
      85_000,
    ],
    ['sanctions leave nothing without leave of the UN', ['sanctions'], 'benefit', 90_000, 0],
    ['nor do they beside another regime', ['payments', 'sanctions'], 'benefit', 90_000, 0],
    ['a report holds nothing and protects nothing', ['report'], 'salary', 400_000, 0],
  ] as const)('%s', (_, regimes, purpose, tenge, wanted) =>
    expect(kept(regimes, purpose, tenge)).toBe(wanted),
  );

  it('counts the family and what was paid out this month', () => {
    const household = { members: 3, keptThisMonthMinor: 200_000_00 };
    expect(kept(['terror'], 'salary', 400_000, household)).toBe(55_000);
    expect(kept(['terror'], 'salary', 400_000, { members: 1, keptThisMonthMinor: 90_000_00 })).toBe(
      0,
    );
  });

  it('does not guess the minimum wage of a year', () => {
    const at = Date.parse('2027-01-10T12:00:00+05:00');
    expect(kept(['terror'], 'salary', 400_000, ALONE, at)).toBe('QRG_LAW_AMOUNT_YEAR');
    expect(kept(['payments'], 'salary', 400_000, ALONE, at)).toBe(400_000);
  });

  it('says what has to be asked for', () => {
    const money = { at: in2026, amountMinor: 1, purpose: 'benefit' } as const;
    expect(protectedPart(law, new Set(['terror']), money, ALONE)).toMatchObject({
      value: { asked: true, rules: ['terror-benefit'] },
    });
  });
});

describe('services that go on', () => {
  const left = (...regimes: Regime[]) => servicesLeft(law, new Set(regimes)).map(({ id }) => id);

  it('under the payments law the protected income is received and taken out', () => {
    expect(left('payments')).toEqual([
      'receive-protected-income',
      'withdraw-protected-income',
      'credit-account',
      'ask-and-complain',
    ]);
  });

  it('two regimes leave what each of them leaves; a report takes nothing away', () => {
    expect(left('payments', 'sanctions')).toEqual(['credit-account', 'ask-and-complain']);
    expect(left('payments', 'report')).toEqual(left('payments'));
  });

  it('a person can always turn to the bank', () => {
    for (const regime of ['payments', 'suspension', 'terror', 'sanctions'] as const)
      expect(left(regime)).toContain('ask-and-complain');
  });
});
