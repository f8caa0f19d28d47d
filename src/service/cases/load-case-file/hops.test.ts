import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hopsOf } from './hops.ts';

const edges = fc.array(
  fc.record({ from: fc.integer({ min: 0, max: 7 }), to: fc.integer({ min: 0, max: 7 }) }),
  { maxLength: 20 },
);

/** Shortest ways by relaxing every edge as often as there are nodes. */
function slow(
  told: ReadonlyMap<string, number>,
  all: readonly { from: string; to: string }[],
  hubs: ReadonlySet<string>,
): Map<string, number> {
  const hops = new Map(told);
  for (let round = 0; round < 10; round++)
    for (const { from, to } of all) {
      const hop = hops.get(from);
      if (hop === undefined || hubs.has(from) || told.has(to) || from === to) continue;
      hops.set(to, Math.min(hops.get(to) ?? Number.POSITIVE_INFINITY, hop + 1));
    }
  return hops;
}

test('hops are those of the shortest way from what was traced, and none leads on from a hub', () => {
  fc.assert(
    fc.property(
      edges,
      fc.dictionary(fc.constantFrom('0', '1', '2'), fc.integer({ min: 0, max: 4 }), { minKeys: 1 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 2 }),
      (drawn, traced, hubs) => {
        const told = new Map(Object.entries(traced).map(([n, hop]) => [`a${n}`, hop]));
        const all = drawn.map(({ from, to }) => ({ from: `a${from}`, to: `a${to}` }));
        const stops = new Set(hubs.map((hub) => `a${hub}`));
        const found = hopsOf(told, all, (id) => stops.has(id));
        expect(new Map([...found].sort())).toEqual(new Map([...slow(told, all, stops)].sort()));
      },
    ),
  );
});

test('where nothing was traced, who only pays is first', () => {
  const way = [
    { from: 'a1', to: 'a2' },
    { from: 'a2', to: 'a3' },
    { from: 'a9', to: 'a3' },
  ];
  expect(hopsOf(new Map(), way, () => false)).toEqual(
    new Map([
      ['a1', 0],
      ['a9', 0],
      ['a2', 1],
      ['a3', 1],
    ]),
  );
});
