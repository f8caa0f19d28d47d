import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LINK_KINDS } from '../../../src/screening/risk/profile.ts';
import type { CustomerLinks } from '../api.ts';
import { layLinks } from './links-layout.ts';

type Edge = CustomerLinks['edges'][number];

const SELF = 1;
const node = (customerId: number) => ({ customerId, name: 'Т•••', level: null, listed: false });
const edge = (a: number, b: number, explained: Edge['explained'] = null): Edge => ({
  a,
  b,
  kind: 'phone',
  explained,
  by: null,
});

const anyLinks = fc.integer({ min: 0, max: 60 }).chain((others) =>
  fc.record({
    nodes: fc.constant(Array.from({ length: others + 1 }, (_, i) => node(SELF + i))),
    edges: fc.array(
      fc.record({
        a: fc.integer({ min: SELF, max: SELF + others }),
        b: fc.integer({ min: SELF, max: SELF + others }),
        kind: fc.constantFrom(...LINK_KINDS),
        explained: fc.constantFrom(null, 'family' as const, 'crowd' as const),
        by: fc.constant(null),
      }),
      { maxLength: 80 },
    ),
    cut: fc.constant(0),
  }),
);

test('whatever there is, it fits, no two names meet, and what is left out is counted', () => {
  fc.assert(
    fc.property(anyLinks, fc.integer({ min: 300, max: 860 }), (links, width) => {
      const { nodes, height, shown, all } = layLinks(links, SELF, width);
      expect(all).toBe(links.nodes.length - 1);
      expect(nodes).toHaveLength(shown + 1);
      expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
      for (const { x, y } of nodes) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(width);
        expect(y).toBeGreaterThan(20);
        expect(y).toBeLessThan(height - 20);
      }
      for (const side of ['left', 'right'])
        for (const one of nodes.filter((node) => node.side === side))
          for (const other of nodes.filter((node) => node.side === side))
            if (one !== other) expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(47);
    }),
  );
});

test('every line between two that are drawn is drawn, the explained ones beneath', () => {
  const links = {
    nodes: [1, 2, 3].map(node),
    edges: [edge(1, 2), edge(1, 3, 'family'), { ...edge(1, 2), kind: 'device' as const }],
    cut: 0,
  };
  const { edges } = layLinks(links, SELF, 600);
  expect(edges.map(({ explained }) => explained)).toEqual(['family', null, null]);
  expect(new Set(edges.map(({ path }) => path)).size).toBe(3);
});

test('of many, those whom nothing explains are drawn', () => {
  const others = Array.from({ length: 40 }, (_, i) => i + 2);
  const links = {
    nodes: [SELF, ...others].map(node),
    edges: others.map((other) => edge(SELF, other, other > 35 ? null : 'crowd')),
    cut: 0,
  };
  const drawn = layLinks(links, SELF, 600).nodes.map(({ customerId }) => customerId);
  for (const loose of [36, 37, 38, 39, 40, 41]) expect(drawn).toContain(loose);
  expect(drawn).not.toContain(35);
});
