import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layersOf } from './layering.ts';
import { CARD, type Layout, layOut, NO_LAYOUT } from './places.ts';

const flow = (from: string, to: string, amountMinor = 1) => ({ from, to, amountMinor });
const graphOf = (edges: readonly ReturnType<typeof flow>[]) => ({
  nodes: [...new Set(edges.flatMap(({ from, to }) => [from, to]))].map((id) => ({ id })),
  edges,
});

/** Small random money flows, circles and lone accounts among them. */
const graphs = fc
  .record({
    count: fc.integer({ min: 1, max: 40 }),
    ends: fc.array(fc.tuple(fc.nat(39), fc.nat(39), fc.integer({ min: 1, max: 1_000 })), {
      maxLength: 90,
    }),
  })
  .map(({ count, ends }) => ({
    nodes: Array.from({ length: count }, (_, i) => ({ id: `a${i}` })),
    edges: ends
      .filter(([from, to]) => from < count && to < count && from !== to)
      .map(([from, to, minor]) => flow(`a${from}`, `a${to}`, minor)),
  }));

const overlap = ({ places }: Layout): string[] => {
  const all = [...places];
  return all.flatMap(([a, p], i) =>
    all
      .slice(i + 1)
      .filter(([, q]) => Math.abs(p.x - q.x) < CARD.width && Math.abs(p.y - q.y) < CARD.height)
      .map(([b]) => `${a} ${b}`),
  );
};

test('money that runs in a circle leads back where it is least', () => {
  const layers = layersOf(
    ['a', 'b', 'c'],
    [flow('a', 'b', 90), flow('b', 'c', 80), flow('c', 'a', 5)],
  );
  expect([...layers]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
});

test('who only pays stands right before the first that he pays', () => {
  const layers = layersOf(
    ['a', 'b', 'c', 'late'],
    [flow('a', 'b'), flow('b', 'c'), flow('late', 'c')],
  );
  expect(layers.get('late')).toBe(1);
});

test('without circles all money runs to the right', () => {
  fc.assert(
    fc.property(graphs, ({ nodes, edges }) => {
      const onward = edges.filter(({ from, to }) => Number(from.slice(1)) < Number(to.slice(1)));
      const layers = layersOf(
        nodes.map(({ id }) => id),
        onward,
      );
      for (const { from, to } of onward) expect(layers.get(from)).toBeLessThan(layers.get(to) ?? 0);
    }),
  );
});

test('every node has a place, and no two cards lie on each other', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const layout = layOut(NO_LAYOUT, graph);
      expect(layout.places.size).toBe(graph.nodes.length);
      expect(overlap(layout)).toEqual([]);
    }),
  );
});

test('what is placed stays where it is, whatever comes or goes', () => {
  fc.assert(
    fc.property(graphs, graphs, (first, more) => {
      const before = layOut(NO_LAYOUT, first);
      const nodes = [...new Map([...first.nodes, ...more.nodes].map((n) => [n.id, n])).values()];
      const after = layOut(before, { nodes, edges: [...first.edges, ...more.edges] });
      for (const [id, place] of before.places) expect(after.places.get(id)).toEqual(place);
      expect(after.places.size).toBe(nodes.length);
      expect(overlap(after)).toEqual([]);
      expect(layOut(after, first)).toBe(after);
    }),
  );
});

test('who is added stands beside whom he deals with: payers before, payees after', () => {
  const first = layOut(NO_LAYOUT, graphOf([flow('a', 'b')]));
  const all = graphOf([flow('a', 'b'), flow('before', 'a'), flow('b', 'after')]);
  const { places } = layOut(first, all);
  const x = (id: string): number => places.get(id)?.x ?? Number.NaN;
  expect(x('before')).toBeLessThan(x('a'));
  expect(x('after')).toBeGreaterThan(x('b'));
});

test('a crowd is laid out about as wide as it is high', () => {
  const crowd = graphOf(Array.from({ length: 2_000 }, (_, i) => flow(`p${i}`, 'collector')));
  const { places } = layOut(NO_LAYOUT, crowd);
  const xs = [...places.values()].map(({ x }) => x);
  const ys = [...places.values()].map(({ y }) => y);
  const ratio = (Math.max(...xs) - Math.min(...xs)) / (Math.max(...ys) - Math.min(...ys));
  expect(ratio).toBeGreaterThan(0.7);
  expect(ratio).toBeLessThan(3.5);
});
