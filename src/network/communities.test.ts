import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communities, components, strongestParts, type WeightedEdge } from './communities.ts';

const NODES = 12;
const edgeLists = fc.array(
  fc.record({
    a: fc.integer({ min: 0, max: NODES - 1 }),
    b: fc.integer({ min: 0, max: NODES - 1 }),
    weight: fc.integer({ min: 1, max: 20 }).map((w) => w / 20),
  }),
  { maxLength: 30 },
);

function reachable(edges: readonly WeightedEdge[], from: number): Set<number> {
  const seen = new Set([from]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { a, b } of edges)
      if (seen.has(a) !== seen.has(b)) {
        seen.add(a).add(b);
        grew = true;
      }
  }
  return seen;
}

/** All pairs 0.9, all nodes of `nodes`. */
const clique = (nodes: readonly number[]): WeightedEdge[] =>
  nodes.flatMap((a) => nodes.filter((b) => b > a).map((b) => ({ a, b, weight: 0.9 })));

describe('components', () => {
  it('puts two nodes together exactly if a path joins them', () => {
    fc.assert(
      fc.property(edgeLists, (edges) => {
        const part = components(NODES, edges);
        for (let a = 0; a < NODES; a++) {
          const near = reachable(edges, a);
          for (let b = 0; b < NODES; b++) expect(part[a] === part[b]).toBe(near.has(b));
        }
      }),
    );
  });
});

describe('communities', () => {
  it('cuts the weak link between two dense groups', () => {
    const edges = [
      ...clique([0, 1, 2, 3, 4]),
      ...clique([5, 6, 7, 8, 9]),
      { a: 4, b: 5, weight: 0.2 },
    ];
    expect(Array.from(communities(10, edges))).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  });

  it('never joins what no path joins, and says the same whatever the order of edges', () => {
    fc.assert(
      fc.property(edgeLists, (edges) => {
        const community = communities(NODES, edges);
        const part = components(NODES, edges);
        for (let a = 0; a < NODES; a++)
          for (let b = 0; b < a; b++)
            if (community[a] === community[b]) expect(part[a]).toBe(part[b]);
        expect(communities(NODES, [...edges].reverse())).toEqual(community);
      }),
    );
  });
});

describe('strongestParts', () => {
  it('keeps parts within the size and never joins what no path joins', () => {
    fc.assert(
      fc.property(edgeLists, fc.integer({ min: 1, max: 6 }), (edges, sizeMax) => {
        const part = strongestParts(NODES, edges, sizeMax);
        const whole = components(NODES, edges);
        const sizes = new Map<number, number>();
        part.forEach((p) => {
          sizes.set(p, (sizes.get(p) ?? 0) + 1);
        });
        for (const size of sizes.values()) expect(size).toBeLessThanOrEqual(sizeMax);
        for (let a = 0; a < NODES; a++)
          for (let b = 0; b < a; b++) if (part[a] === part[b]) expect(whole[a]).toBe(whole[b]);
      }),
    );
  });

  it('cuts the weakest link of a chain that is too long', () => {
    const chain = [0.9, 0.8, 0.1, 0.7, 0.9].map((weight, a) => ({ a, b: a + 1, weight }));
    expect(Array.from(strongestParts(6, chain, 3))).toEqual([0, 0, 0, 1, 1, 1]);
  });
});
