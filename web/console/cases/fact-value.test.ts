import { expect, test } from 'vitest';
import { FACT_KINDS } from '../../../src/domain/case/case-fact.ts';
import { CaseAct } from '../../../src/http/contract/case-act.ts';
import { toldValue, valueTypeOf } from './fact-value.ts';

test('sums are typed in tenge and sent in tiyn', () => {
  expect(toldValue('reward_paid', '20000.5')).toEqual({
    type: 'money',
    amountMinor: 2_000_050,
    currency: 'KZT',
  });
  expect(toldValue('victims', '14')).toEqual({ type: 'count', count: 14 });
  expect(toldValue('drug_size', 'large')).toEqual({ type: 'word', word: 'large' });
});

test('what is no number, and a fact that takes none, send nothing', () => {
  expect(toldValue('damage', 'x')).toBeNull();
  expect(toldValue('damage', '')).toBeNull();
  expect(toldValue('gave_access', '5')).toBeNull();
});

test('every fact with its value is one that the service takes', () => {
  for (const fact of FACT_KINDS) {
    const typed = valueTypeOf(fact) === 'word' ? 'plain' : '3';
    const value = toldValue(fact, typed);
    const act = { kind: 'fact_say', fact, party: 'c1', says: 'yes', ...(value && { value }) };
    expect(CaseAct.safeParse(act).success, fact).toBe(true);
  }
});
