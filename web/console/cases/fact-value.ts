import type { FactKind, FactValue } from '../../../src/domain/case/case-fact.ts';

const MONEY: readonly FactKind[] = ['reward_paid', 'reward_promised', 'damage', 'criminal_income'];

/** What a fact can be told with besides yes and no; null: nothing. */
export function valueTypeOf(fact: FactKind): FactValue['type'] | null {
  if (MONEY.includes(fact)) return 'money';
  if (fact === 'victims') return 'count';
  return fact === 'drug_size' ? 'word' : null;
}

const TIYN_PER_TENGE = 100;

/** What somebody typed, as it is sent; null where there is nothing to send. */
export function toldValue(fact: FactKind, typed: string): FactValue | null {
  const type = valueTypeOf(fact);
  if (type === null || typed.trim() === '') return null;
  if (type === 'word') return { type, word: typed };
  const number = Number(typed);
  if (!Number.isFinite(number) || number < 0) return null;
  return type === 'count'
    ? { type, count: Math.floor(number) }
    : { type, amountMinor: Math.round(number * TIYN_PER_TENGE), currency: 'KZT' };
}
