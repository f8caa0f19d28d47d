import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw } from './draw.ts';
import { expandMoves, type Move } from './expand.ts';

const NODES = 9;
const nodeNames = Array.from({ length: NODES }, (_, i) => `a${i}`);

const worlds = fc.record({
  moves: fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: NODES - 1 }),
      to: fc.integer({ min: 0, max: NODES - 1 }),
      amountMinor: fc.integer({ min: 1, max: 50 }),
      isOfCase: fc.boolean(),
    }),
    { maxLength: 25 },
  ),
  wished: fc.uniqueArray(fc.integer({ min: 0, max: NODES - 1 })),
  hubs: fc.uniqueArray(fc.integer({ min: 0, max: NODES - 1 }), { maxLength: 3 }),
});

/** One transfer, as a move of its own. */
const moveOf = (told: { from: number; to: number; amountMinor: number }, i: number): Move => ({
  ...{ key: `t${i}`, from: `a${told.from}`, to: `a${told.to}`, amountMinor: told.amountMinor },
  ...{ currency: 'KZT', count: 1, firstAt: i, lastAt: i, channels: [1], suspicious: false },
});

/** Transfers summed by both ends, as the store gives them. */
function summed(transfers: readonly Move[]): Move[] {
  const { edges } = draw(transfers, [], { nodesMost: NODES, edgesMost: 1_000 });
  return edges.map((edge) => ({ ...edge, key: `${edge.from} ${edge.to}` }));
}

const bySums = (moves: Iterable<Move>): Map<string, number> =>
  new Map(summed([...moves]).map(({ key, amountMinor }) => [key, amountMinor]));

/** Tries every order of expanding until nothing changes: slow and plain to see. */
function bruteForce(
  all: readonly Move[],
  ofCase: readonly Move[],
  wished: ReadonlySet<string>,
  hubs: ReadonlySet<string>,
): Set<string> {
  const keys = new Set(ofCase.map(({ key }) => key));
  for (let round = 0; round <= NODES; round++) {
    const inPicture = new Set(
      all.filter(({ key }) => keys.has(key)).flatMap(({ from, to }) => [from, to]),
    );
    for (const node of nodeNames)
      if (inPicture.has(node) && wished.has(node) && !hubs.has(node))
        for (const { key, from, to } of all) if (from === node || to === node) keys.add(key);
  }
  return keys;
}

test('a picture grows as if every account was expanded by hand, and through no hub', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async ({ moves, wished, hubs }) => {
      const all = moves.map(moveOf);
      const ofCase = all.filter((_, i) => moves[i].isOfCase);
      const isHub = (node: string): boolean => hubs.some((hub) => `a${hub}` === node);
      const walk = await expandMoves(
        summed(ofCase),
        [],
        wished.map((node) => `a${node}`),
        {
          isHub,
          around: async (nodes) =>
            summed(all.filter(({ from, to }) => nodes.includes(from) || nodes.includes(to))),
        },
        1_000,
      );
      const slow = bruteForce(
        all,
        ofCase,
        new Set(wished.map((node) => `a${node}`)),
        new Set(hubs.map((node) => `a${node}`)),
      );
      expect(bySums(walk.moves.values())).toEqual(bySums(all.filter(({ key }) => slow.has(key))));
      expect(walk.complete).toBe(true);
      expect([...walk.expanded].some(isHub)).toBe(false);
    }),
  );
});

test('edges sum their moves, and what finds no room is counted', () => {
  fc.assert(
    fc.property(worlds, fc.integer({ min: 1, max: NODES }), ({ moves }, nodesMost) => {
      const all = moves.map(moveOf);
      const whole = draw(all, [], { nodesMost: NODES, edgesMost: 1_000 });
      const sum = whole.edges.reduce((minor, { amountMinor }) => minor + amountMinor, 0);
      expect(sum).toBe(all.reduce((minor, { amountMinor }) => minor + amountMinor, 0));
      expect(whole.edges.reduce((count, edge) => count + edge.count, 0)).toBe(all.length);
      const part = draw(all, [], { nodesMost, edgesMost: 3 });
      expect(part.nodes.length + part.moreNodes).toBe(whole.nodes.length);
      expect(part.edges.length + part.moreEdges).toBe(whole.edges.length);
      const shown = new Set(part.nodes.map(({ id }) => id));
      expect(part.edges.every(({ from, to }) => shown.has(from) && shown.has(to))).toBe(true);
    }),
  );
});

test('what there is no room to read is told, and the walk ends', async () => {
  const all = Array.from({ length: 30 }, (_, i) =>
    moveOf({ from: 0, to: i % 9, amountMinor: 1 }, i),
  );
  const source = {
    isHub: () => false,
    around: async (_: unknown, limit: number) => all.slice(0, limit),
  };
  const walk = await expandMoves([], ['a0'], ['a0', 'a1'], source, 10);
  expect(walk.moves.size).toBe(10);
  expect(walk.complete).toBe(false);
});
