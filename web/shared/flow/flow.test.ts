import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROLES, type Role } from '../../../src/network/role.ts';
import type { ReportNetwork } from '../../../src/report/model.ts';
import { generateModel, SMALL } from '../../../test/fixtures/report-model.ts';
import { groupFlows, thinOut } from './flow-groups.ts';
import { layoutFlow, type PlacedCard } from './flow-layout.ts';
import { firstSight } from './flow-scroll.ts';

/** Any shape of network: layers with holes, edges forwards, backwards, inside a layer, to oneself. */
const networks = fc
  .record({
    layers: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40 }),
    roles: fc.array(fc.constantFrom(...ROLES), { minLength: 40, maxLength: 40 }),
    edges: fc.array(fc.tuple(fc.nat(39), fc.nat(39), fc.integer({ min: 1, max: 10 ** 12 })), {
      maxLength: 90,
    }),
  })
  .map(({ layers, roles, edges }): ReportNetwork => {
    const account = (i: number): string => `a${i % layers.length}`;
    return {
      ...generateModel({ seed: 1, networks: 1, shape: [1, 1, 1, 1] }).networks[0],
      members: layers.map((layer, i) => ({
        account: account(i),
        layer,
        role: roles[i],
        inMinor: 0,
        outMinor: 0,
        score: 0,
      })),
      edges: edges.map(([from, to, amountMinor]) => ({
        from: account(from),
        to: account(to),
        amountMinor,
        count: 1,
        firstAt: from,
        lastAt: from + to,
      })),
    };
  });

const caps = fc.constantFrom(2, 4, 10, 1000);

test('grouping keeps every member once and every sum between different cards', () => {
  fc.assert(
    fc.property(networks, caps, (network, cap) => {
      const { groups, edges } = groupFlows(network, cap);
      const members = groups.flatMap((g) => g.members.map((m) => m.account));
      expect(members.toSorted()).toEqual(network.members.map((m) => m.account).toSorted());
      const groupOf = new Map(groups.flatMap((g) => g.members.map((m) => [m.account, g])));
      const between = network.edges.filter((e) => groupOf.get(e.from) !== groupOf.get(e.to));
      const sum = (list: { amountMinor: number }[]) => list.reduce((s, e) => s + e.amountMinor, 0);
      expect(sum(edges)).toBe(sum(between));
      expect(edges.reduce((s, e) => s + e.count, 0)).toBe(between.length);
      for (const group of groups) {
        expect(new Set(group.members.map((m) => m.role)).size).toBe(1);
        expect(group.outMinor).toBe(sum(edges.filter((e) => e.from === group)));
        expect(group.inMinor).toBe(sum(edges.filter((e) => e.to === group)));
      }
    }),
  );
});

test('a column holds no more cards than its cap, or one a role where that is more', () => {
  fc.assert(
    fc.property(networks, caps, (network, cap) => {
      const perColumn = new Map<number, number>();
      for (const { column } of groupFlows(network, cap).groups)
        perColumn.set(column, (perColumn.get(column) ?? 0) + 1);
      expect([...perColumn.keys()].toSorted((a, b) => a - b)).toEqual(
        [...perColumn.keys()].map((_, i) => i),
      );
      for (const n of perColumn.values())
        expect(n).toBeLessThanOrEqual(Math.max(cap, cap - 2 + ROLES.length));
    }),
  );
});

test('what is not drawn is told, and leaves no card without its greatest ribbon', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const whole = groupFlows(network, 1000);
      const { graph, hidden } = thinOut(whole);
      expect(graph.edges.length + hidden.count).toBe(whole.edges.length);
      const sum = (list: { amountMinor: number }[]) => list.reduce((s, e) => s + e.amountMinor, 0);
      expect(sum(graph.edges) + hidden.amountMinor).toBe(sum(whole.edges));
      for (const group of whole.groups) {
        const own = whole.edges.filter((e) => e.from === group || e.to === group);
        const most = Math.max(0, ...own.map((e) => e.amountMinor));
        const drawn = graph.edges.filter((e) => e.from === group || e.to === group);
        expect(Math.max(0, ...drawn.map((e) => e.amountMinor))).toBe(most);
      }
    }),
  );
});

test('cards never overlap, stay inside the picture, and are as high as their ribbons', () => {
  fc.assert(
    fc.property(networks, caps, fc.constantFrom(300, 1300), (network, cap, room) => {
      const picture = layoutFlow(groupFlows(network, cap), room);
      for (const card of picture.cards) {
        expect(card.x).toBeGreaterThanOrEqual(0);
        expect(card.x + card.width).toBeLessThanOrEqual(picture.width);
        expect(card.y + card.height).toBeLessThanOrEqual(picture.height);
        const side = (end: 'from' | 'to') =>
          picture.ribbons
            .filter((r) => r.edge[end] === card.group)
            .reduce((sum, r) => sum + r.width, 0);
        expect(Math.max(side('from'), side('to'))).toBeLessThanOrEqual(card.height + 1e-6);
      }
      for (const a of picture.cards)
        for (const b of picture.cards) if (a !== b) expect(overlap(a, b)).toBe(false);
      for (const ribbon of picture.ribbons) expect(ribbon.path).not.toMatch(/NaN|undefined/);
    }),
  );
});

const overlap = (a: PlacedCard, b: PlacedCard): boolean =>
  a.x < b.x + b.width &&
  b.x < a.x + a.width &&
  a.y < b.y + b.height - 1e-6 &&
  b.y < a.y + a.height - 1e-6;

test('ribbons lead right unless the money itself leads back or stays in its layer', () => {
  fc.assert(
    fc.property(networks, (network) => {
      for (const { edge, course, tip } of layoutFlow(groupFlows(network, 1000), 1300).ribbons) {
        const step = Math.sign(edge.to.column - edge.from.column);
        expect(course).toBe(step > 0 ? 'forward' : step < 0 ? 'back' : 'level');
        expect(tip === null).toBe(course === 'forward');
      }
    }),
  );
});

test('the same network is drawn the same way', () => {
  const [network] = generateModel(SMALL).networks;
  expect(layoutFlow(groupFlows(network, 10), 1300)).toEqual(
    layoutFlow(groupFlows(network, 10), 1300),
  );
});

test('an order without crossings is found where there is one', () => {
  const [base] = generateModel(SMALL).networks;
  const member = (account: string, layer: number) =>
    ({ account, layer, role: 'transit', inMinor: 0, outMinor: 0, score: 0 }) as const;
  const edge = (from: string, to: string) => ({
    from,
    to,
    amountMinor: 100,
    count: 1,
    firstAt: 0,
    lastAt: 0,
  });
  const names = ['p', 'q', 'r', 's'];
  const network: ReportNetwork = {
    ...base,
    members: [...names.map((n) => member(n, 0)), ...names.map((n) => member(`${n}2`, 1))],
    edges: [edge('p', 's2'), edge('q', 'r2'), edge('r', 'q2'), edge('s', 'p2')],
  };
  const picture = layoutFlow(groupFlows(network, 10), 1300);
  const y = new Map(picture.cards.map((c) => [c.group.key, c.y]));
  const at = (name: string): number => y.get(name) ?? Number.NaN;
  const order = (list: readonly string[]) => [...list].sort((a, b) => at(a) - at(b));
  const partner: Record<string, string> = { p: 's2', q: 'r2', r: 'q2', s: 'p2' };
  expect(order(names).map((n) => partner[n])).toEqual(order(names.map((n) => `${n}2`)));
});

test('collectors of different days are one column: a picture is as wide as the longest way of the money', () => {
  const [base] = generateModel(SMALL).networks;
  const member = (account: string, layer: number, role: Role) =>
    ({ account, layer, role, inMinor: 0, outMinor: 0, score: 0 }) as const;
  const edge = (from: string, to: string) => ({
    from,
    to,
    amountMinor: 100,
    count: 1,
    firstAt: 0,
    lastAt: 0,
  });
  const network: ReportNetwork = {
    ...base,
    members: [
      ...[0, 2, 4].map((layer) => member(`payer ${layer}`, layer, 'victim')),
      ...[1, 3, 5].map((layer) => member(`collector ${layer}`, layer, 'collector')),
      member('transit', 6, 'transit'),
      member('late payer', 0, 'victim'),
      member('cash', 8, 'cashout'),
    ],
    edges: [
      ...[0, 2, 4].map((layer) => edge(`payer ${layer}`, `collector ${layer + 1}`)),
      ...[1, 3, 5].map((layer) => edge(`collector ${layer}`, 'transit')),
      edge('transit', 'cash'),
      edge('late payer', 'cash'),
      edge('cash', 'payer 0'),
    ],
  };
  const columns = new Map(groupFlows(network, 10).groups.map((g) => [g.key, g.column]));
  expect(Object.fromEntries(columns)).toEqual({
    'payer 0': 0,
    'payer 2': 0,
    'payer 4': 0,
    'collector 1': 1,
    'collector 3': 1,
    'collector 5': 1,
    transit: 2,
    'late payer': 2,
    cash: 3,
  });
});

test('what is seen first are cards that money passed through, as far as the stage can hold them', () => {
  fc.assert(
    fc.property(networks, fc.constantFrom(300, 900, 5000), (network, side) => {
      const picture = layoutFlow(groupFlows(network, 1000), 300);
      const workers = picture.cards.filter(({ group }) => group.role !== 'victim');
      const sight = firstSight(picture, { width: side, height: side });
      const isIn = ({ x, y, width, height }: PlacedCard): boolean =>
        x >= sight.x &&
        x + width <= sight.x + sight.width + 1e-6 &&
        y >= sight.y &&
        y + height <= sight.y + sight.height + 1e-6;
      const seen = workers.filter(isIn);
      if (workers.length > 0) expect(seen).not.toEqual([]);
      if (Math.max(picture.width, picture.height) < side / 2) expect(seen).toEqual(workers);
    }),
  );
});
