import { expect, test } from 'vitest';
import { FEATURES } from '../../../src/engine/features.ts';
import { spokenFact } from './signal-facts.ts';

const AT = 1_795_000_000_000;

test('a number that counts transfers opens to those it counts', () => {
  expect(spokenFact('payer.in_parties_24h', 14, 'payer', AT)).toEqual({
    name: 'payer.in_parties_24h',
    text: 'in_parties',
    window: '24h',
    value: 14,
    isOwn: true,
    counted: { from: AT - 86_400_000, to: AT + 1, direction: 'in' },
  });
  expect(spokenFact('payee.out_sum_1h', 5, 'payer', AT)).toMatchObject({
    isOwn: false,
    counted: { from: AT - 3_600_000, direction: 'out' },
  });
});

test('any other number is told by its name', () => {
  for (const name of ['money.held_ms', 't.amount', 'payer.quick_share_1h', 'payer.in_count_2h'])
    expect(spokenFact(name, 1, 'payer', AT)).toBeUndefined();
});

test('every window of the engine is understood', () => {
  const counted = FEATURES.filter(({ name }) => /\.(in|out)_(count|sum|parties)_/.test(name));
  expect(counted).toHaveLength(48);
  for (const { name } of counted) expect(spokenFact(name, 1, 'payer', AT), name).toBeDefined();
});
