import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FEATURES } from '../src/engine/features.ts';
import { FEATURES_PAGE, featuresReference } from './features-reference.ts';

it('docs/reference/features.md is what the catalogue says now', () => {
  expect(readFileSync(FEATURES_PAGE, 'utf8')).toBe(featuresReference());
});

it('names every feature, those of an account once for both sides', () => {
  const rows = featuresReference().match(/^\| `[\w.]+` \|/gm) ?? [];
  const payee = FEATURES.filter(({ name }) => name.startsWith('payee.')).length;
  expect(rows).toHaveLength(FEATURES.length - payee);
});
