import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROLES } from '../../src/network/role.ts';
import type { ReportNetwork } from '../../src/report/model.ts';
import { generateModel, SMALL } from '../../test/fixtures/report-model.ts';
import { groupFlows, thinOut } from './flow-groups.ts';
import { layoutFlow, type PlacedCard } from './flow-layout.ts';

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
