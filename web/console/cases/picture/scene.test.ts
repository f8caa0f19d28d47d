import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import type { CaseGraphEdge, CaseGraphNode } from '../../../../src/client/case-views.ts';
import { svgFile } from './picture-file.ts';
import { layOut, NO_LAYOUT } from './places.ts';
import { detailAt, litAround, nodeAt, type Scene, sceneOf } from './scene.ts';
import { readingOrder, stepFrom } from './steps.ts';

const node = (id: string, told: Partial<CaseGraphNode> = {}): CaseGraphNode => ({
  id,
  ref: 1,
  name: `KZ•••• ${id}`,
  role: 'transit',
  institution: null,
  country: 'KZ',
  foreign: false,
  wallet: false,
  hub: false,
  core: true,
  hops: null,
  inMinor: 100,
  outMinor: 50,
  restMinor: 50,
  heldMinor: 0,
  expandable: true,
  expanded: false,
  ...told,
});
const edge = (
  from: string,
  to: string,
  amountMinor: number,
  suspicious = false,
): CaseGraphEdge => ({
  from,
  to,
  amountMinor,
  currency: 'KZT',
  count: 1,
  firstAt: 0,
  lastAt: 0,
  suspicious,
  channels: ['transfer'],
});

function drawn(nodes: readonly CaseGraphNode[], edges: readonly CaseGraphEdge[]): Scene {
  return sceneOf(nodes, edges, layOut(NO_LAYOUT, { nodes, edges }).places);
}

const ring = drawn(
  [node('a'), node('b', { heldMinor: 7 }), node('c', { foreign: true, country: 'AE' }), node('d')],
  [edge('a', 'b', 100, true), edge('b', 'c', 90), edge('c', 'a', 4)],
);

test('a line is as wide as its money, and one that leads back is drawn apart', () => {
  const told = ring.edges.map(({ edge: { from }, weight, isBack }) => [from, weight, isBack]);
  expect(told).toEqual([
    ['a', 4, false],
    ['b', 4, false],
    ['c', 1, true],
  ]);
});

test('who is chosen is lit with all one step away', () => {
  const lit = litAround(ring, new Set(['b']));
  expect([...(lit?.nodes ?? [])].sort()).toEqual(['a', 'b', 'c']);
  expect(lit?.edges.size).toBe(2);
});

test('arrow keys reach every node, and a point finds its card', () => {
  const order = readingOrder(ring.nodes);
  expect(stepFrom(ring, undefined, 'Home')).toBe(order[0]);
  expect(stepFrom(ring, order[0], 'End')).toBe(order.at(-1));
  const b = ring.byId.get('b');
  expect(stepFrom(ring, ring.byId.get('a'), 'ArrowRight')).toBe(b);
  expect(stepFrom(ring, b, 'ArrowLeft')?.node.id).toBe('a');
  expect(nodeAt(ring, b?.x ?? 0, (b?.y ?? 0) + 10)).toBe(b);
  expect(nodeAt(ring, 1e6, 0)).toBeUndefined();
});

test('the further away one is, the less a card says', () => {
  expect([1, 0.4, 0.1].map(detailAt)).toEqual(['full', 'sum', 'sign']);
});

test('the file is XML that says its title, its lines and its legend, whatever names there are', () => {
  const hostile = drawn([node('a', { name: '<script>&"\u0001' }), node('b')], [edge('a', 'b', 5)]);
  const text = svgFile(hostile, {
    title: 'Case <KZ-2026-000001>',
    lines: ['Drawn today'],
    legend: [{ text: 'Collector', line: { color: '#000000', dash: [7, 5] } }],
    sum: String,
  });
  const found: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (part) => found.push(part.trim()));
  parser.write(text).close();
  expect(found.join('|')).toContain('Case <KZ-2026-000001>');
  expect(found.join('|')).toContain('Drawn today');
  expect(found.join('|')).toContain('Collector');
  expect(found.join('|')).toContain('<script>&"');
});
