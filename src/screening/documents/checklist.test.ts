import { expect, test } from 'vitest';
import { loadRiskParameters } from '../../service/risk/load-risk-parameters.ts';
import { rateCustomer } from '../risk/rate-customer.ts';
import { AT, plainProfile } from '../risk/risk.fixture.ts';
import { documentChecklist } from './checklist.ts';

const { parameters } = await loadRiskParameters();
const { measures } = rateCustomer(plainProfile({ pep: 'foreign' }), parameters);

test('says which documents are there, which are missing and which expired', () => {
  const held = [
    { measure: 'id-document', expiresAt: AT },
    { measure: 'id-document', expiresAt: AT - 1 },
    { measure: 'legal-address' },
    { measure: 'income-proof', expiresAt: AT + 1 },
    { measure: 'a-letter-from-grandmother' },
  ];
  expect(documentChecklist(measures, held, AT)).toEqual([
    { measure: 'id-document', state: 'expired', expiresAt: AT },
    { measure: 'legal-address', state: 'present' },
    { measure: 'income-proof', state: 'present', expiresAt: AT + 1 },
    { measure: 'source-of-wealth', state: 'missing' },
  ]);
});

test('a document that does not expire outlasts one that did', () => {
  const held = [{ measure: 'id-document', expiresAt: AT - 1 }, { measure: 'id-document' }];
  expect(documentChecklist(measures, held, AT)[0].state).toBe('present');
});

test('a closer look asks for more documents', () => {
  const count = (more: Parameters<typeof plainProfile>[0]) =>
    documentChecklist(rateCustomer(plainProfile(more), parameters).measures, [], AT).length;
  expect(count({})).toBe(2);
  expect(count({ iinOrBin: 'invalid', cards: 11 })).toBeGreaterThan(2);
});
