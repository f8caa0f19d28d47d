import { expect, test } from 'vitest';
import { loadRiskParameters } from '../../service/risk/load-risk-parameters.ts';
import { movedBy } from './compare-parameters.ts';
import { readRiskParameters } from './parameters.ts';
import { rateCustomer } from './rate-customer.ts';
import { plainProfile } from './risk.fixture.ts';

const { text, parameters } = await loadRiskParameters();
const read = readRiskParameters(text.replace('  medium: 25', '  medium: 20'));
if (!read.ok) throw new Error(JSON.stringify(read.problem));
const stricter = read.value;

/** Cards of 30 customers: 0 to 11, again and again. */
const profiles = Array.from({ length: 30 }, (_, id) => ({
  id,
  profile: plainProfile({ cards: id % 12 }),
}));

test('counts who would move, from where to where', () => {
  const { moved, total, examples } = movedBy(profiles, parameters, stricter);
  const slowly = profiles.filter(
    ({ profile }) =>
      rateCustomer(profile, parameters).level !== rateCustomer(profile, stricter).level,
  );
  expect(total).toBe(30);
  expect(moved).toEqual([{ from: 'low', to: 'medium', count: slowly.length }]);
  expect(examples.map(({ id }) => id)).toEqual(slowly.slice(0, 5).map(({ id }) => id));
});

test('there and back are the same people', () => {
  const [there] = movedBy(profiles, parameters, stricter).moved;
  expect(movedBy(profiles, stricter, parameters).moved).toEqual([
    { from: there.to, to: there.from, count: there.count },
  ]);
});

test('the same parameters move nobody', () => {
  expect(movedBy(profiles, parameters, parameters)).toEqual({ moved: [], examples: [], total: 30 });
});
