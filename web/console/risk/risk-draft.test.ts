import { expect, test } from 'vitest';
import type { RiskParameters } from '../api.ts';
import { changesOf, groupPlace, limitPlace, stepPlace } from './risk-draft.ts';

const source = {} as RiskParameters['levels']['source'];
const parameters = {
  levels: { medium: 25, high: 60, circumstancesMost: 35, source },
  links: { householdMost: 6, crowdAddress: 12, crowdIp: 8, source },
  review: { low: 1095, medium: 365, high: 90, source },
  factors: [
    {
      factor: 'cards',
      steps: [
        { from: 5, points: 15, measures: ['why-cards'] },
        { from: 10, points: 45, measures: [] },
      ],
      limits: {},
    },
    { factor: 'phone-changed', steps: [{ from: 1, points: 20 }], limits: { within_hours: 48 } },
  ],
} as unknown as RiskParameters;

test('nothing touched, or written as it was, changes nothing', () => {
  const same = { [groupPlace('levels', 'high')]: ' 60 ', [stepPlace('cards', 0, 'from')]: '' };
  for (const draft of [{}, same])
    expect(changesOf(parameters, draft)).toEqual({ changes: {}, count: 0 });
});

test('only what differs is told; steps of a factor whole', () => {
  const draft = {
    [groupPlace('levels', 'high')]: '55',
    [groupPlace('review', 'low')]: '730',
    [stepPlace('cards', 0, 'from')]: '6',
    [stepPlace('cards', 1, 'points')]: '50',
    [limitPlace('phone-changed', 'within_hours')]: '72',
  };
  expect(changesOf(parameters, draft)).toEqual({
    changes: {
      levels: { high: 55 },
      review: { low: 730 },
      factors: [
        {
          factor: 'cards',
          steps: [
            { from: 6, points: 15 },
            { from: 10, points: 50 },
          ],
        },
        { factor: 'phone-changed', limits: { within_hours: 72 } },
      ],
    },
    count: 5,
  });
});

test('what is no number is not told', () => {
  expect(changesOf(parameters, { [groupPlace('levels', 'medium')]: 'много' }).count).toBe(0);
});
