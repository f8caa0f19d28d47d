import { expect, test } from 'vitest';
import { loadRuleset } from '../ruleset.ts';
import { engineEdition } from './engine-edition.ts';

const ruleset = await loadRuleset();
const options = {
  ruleset,
  clock: 'exact',
  currency: 'KZT',
  thresholdsMinor: ruleset.thresholdsMinor,
} as const;

test('the same engine is the same edition', () => {
  expect(engineEdition(options)).toBe(engineEdition({ ...options }));
});

test('an engine that judges or counts otherwise is another edition', () => {
  const other = { ...ruleset, evaluate: () => 1 };
  const editions = [
    options,
    { ...options, ruleset: other },
    { ...options, currency: 'USD' },
    { ...options, thresholdsMinor: [] },
  ].map(engineEdition);
  expect(new Set(editions).size).toBe(editions.length);
});
