import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Member, Network } from './model.ts';
import { certaintyOf, rankOrder } from './rank.ts';
import { ROLES } from './role.ts';

const members: fc.Arbitrary<Member[]> = fc.array(
  fc.record({
    account: fc.nat(50),
    role: fc.constantFrom(...ROLES),
    layer: fc.constant(0),
    inMinor: fc.constant(0),
    outMinor: fc.constant(0),
    score: fc.integer({ min: 0, max: 100 }),
  }),
  { minLength: 1, maxLength: 9 },
);

const network = (harmMinor: number, certainty: number, account: number): Network => ({
  rank: 0,
  certainty,
  harmMinor,
  from: 0,
  to: 1,
  members: [{ account, role: 'transit', layer: 0, inMinor: 0, outMinor: 0, score: 50 }],
  edges: [],
  typologies: [],
  commonSink: null,
});

describe('certaintyOf', () => {
  it('stays within 0..100, never falls when a member is surer, and a sink never makes it less sure', () => {
    fc.assert(
      fc.property(members, fc.nat(8), (list, pick) => {
        const certainty = certaintyOf(list, null);
        expect(certainty).toBeGreaterThanOrEqual(0);
        expect(certainty).toBeLessThanOrEqual(100);
        const surer = list.map((m, i) => (i === pick % list.length ? { ...m, score: 100 } : m));
        expect(certaintyOf(surer, null)).toBeGreaterThanOrEqual(certainty);
        const sink = { account: 1, shareOfMoney: 0.8, fromMembers: 3 };
        expect(certaintyOf(list, sink)).toBeGreaterThanOrEqual(certainty);
      }),
    );
  });

  it('is unsure of a crowd around a few strong accounts', () => {
    const [strong] = network(0, 0, 1).members;
    const members = (score: number): Member[] =>
      Array.from({ length: 21 }, (_, i) => ({ ...strong, account: i, score: i < 5 ? 100 : score }));
    expect(certaintyOf(members(90), null)).toBeGreaterThan(90);
    expect(certaintyOf(members(5), null)).toBeLessThan(60);
  });

  it('does not listen to the scores of victims', () => {
    const ring = [network(0, 0, 1).members[0]];
    const victim: Member = { ...ring[0], account: 2, role: 'victim', score: 100 };
    expect(certaintyOf([...ring, victim], null)).toBe(certaintyOf(ring, null));
  });
});

describe('rankOrder', () => {
  it('puts the harm to be expected first, then the surer, then the smaller account', () => {
    const networks = [
      network(100, 50, 4),
      network(1000, 10, 3),
      network(50, 100, 2),
      network(50, 100, 1),
    ];
    expect(rankOrder(networks)).toEqual([1, 3, 2, 0]);
  });
});
