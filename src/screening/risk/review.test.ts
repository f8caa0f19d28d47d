import { expect, test } from 'vitest';
import { loadRiskParameters } from '../../service/risk/load-risk-parameters.ts';
import type { RiskLevel } from './rating.ts';
import { asksForReview } from './review.ts';
import type { ReviewEvent } from './review-events.ts';

const { parameters } = await loadRiskParameters();

test.each<[ReviewEvent, RiskLevel | undefined, RiskLevel, boolean]>([
  ['told', undefined, 'low', false],
  ['told', undefined, 'medium', true],
  ['told', 'high', 'high', false],
  ['links', 'low', 'medium', true],
  ['flow', 'high', 'medium', false],
  ['parameters', 'medium', 'high', true],
  ['list', 'low', 'low', true],
  ['period', 'low', 'low', true],
  ['person', 'high', 'low', true],
])('%s, from %s to %s: %s', (event, before, after, asked) => {
  const was = before === undefined ? undefined : { level: before };
  expect(asksForReview(event, was, { level: after }, parameters)).toBe(asked);
});
