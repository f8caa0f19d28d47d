import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadRiskParameters } from '../src/service/risk/load-risk-parameters.ts';
import { RISK_REFERENCE, riskReference } from './risk-reference.ts';

test('the reference of risk is the one its data makes', async () => {
  const { parameters } = await loadRiskParameters();
  expect(readFileSync(RISK_REFERENCE, 'utf8')).toBe(riskReference(parameters));
});
