import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LayerEdge, layersOf } from './layers.ts';

const edge = (from: number, to: number, amountMinor = 10, firstAt = 0): LayerEdge => ({
  from,
  to,
  amountMinor,
  firstAt,
});

describe('layersOf', () => {
  it('runs every edge to the right when no money goes round, in the fewest columns', () => {
    const dags = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }))
        .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1]),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(dags, (pairs) => {
        const accounts = Array.from({ length: 9 }, (_, a) => a);
        const layer = layersOf(
          accounts,
          pairs.map(([from, to]) => edge(from, to)),
        );
        const longest = (account: number): number =>
          Math.max(
            0,
            ...pairs.filter(([, to]) => to === account).map(([from]) => longest(from) + 1),
          );
        for (const account of accounts) expect(layer.get(account)).toBe(longest(account));
      }),
    );
  });

  it('gives every account a layer whatever goes round, with fewer layers than accounts', () => {
    const graphs = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 6 }),
        to: fc.integer({ min: 0, max: 6 }),
        amountMinor: fc.integer({ min: 1, max: 50 }),
        firstAt: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(graphs, (edges) => {
        const accounts = [0, 1, 2, 3, 4, 5, 6];
        const layer = layersOf(accounts, edges);
        expect([...layer.keys()]).toEqual(accounts);
        for (const l of layer.values()) expect(l).toBeLessThan(accounts.length);
      }),
    );
  });

  it('runs back the small payment of a circle, and of equal ones the latest', () => {
    const small = [edge(1, 2, 100), edge(2, 3, 90), edge(3, 1, 5)];
    expect([...layersOf([1, 2, 3], small).values()]).toEqual([0, 1, 2]);
    const equal = [edge(3, 1, 10, 1), edge(1, 2, 10, 2), edge(2, 3, 10, 3)];
    expect([...layersOf([1, 2, 3], equal)]).toEqual([
      [1, 1],
      [2, 2],
      [3, 0],
    ]);
  });
});
