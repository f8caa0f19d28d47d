import { describe, expect, it, test } from 'vitest';
import { loadRiskParameters } from '../../service/risk/load-risk-parameters.ts';
import { type LinkedCustomer, linksOf, type SharedIdentifier } from './customer-links.ts';
import { EDGES_MOST, linkGraph } from './link-graph.ts';
import { rateCustomer } from './rate-customer.ts';
import { plainProfile } from './risk.fixture.ts';

const { parameters } = await loadRiskParameters();
const limits = parameters.links;

const person = (id: number, name: string, more: Partial<LinkedCustomer> = {}): LinkedCustomer => ({
  id,
  kind: 'person',
  name,
  listed: false,
  relatives: [],
  ...more,
});

const marat = person(1, 'Сериков Марат');
const dana = person(2, 'Серікова Дана');
const aigul = person(3, 'Ахметова Айгүл');
const timur = person(4, 'Пак Тимур');
const igor = person(5, 'Ковальчук Игорь');
const many = (count: number, from = 100) =>
  Array.from({ length: count }, (_, i) =>
    person(from + i, `Иной${'абвгдежзик'[i % 10]}${i} Некто`),
  );

const on = (kind: SharedIdentifier['kind'], ...holders: LinkedCustomer[]): SharedIdentifier => ({
  kind,
  holders,
});
const strangersOf = (shared: SharedIdentifier[]) =>
  linksOf(marat, shared, limits).map(({ customers, family, crowd }) => [customers, family, crowd]);

describe('a family explains a phone', () => {
  it.each<[string, SharedIdentifier[], [number, number, boolean]]>([
    ['of one surname', [on('phone', marat, dana)], [1, 1, false]],
    ['that was declared', [on('phone', { ...aigul, relatives: [1] })], [1, 1, false]],
    ['of strangers not at all', [on('phone', marat, aigul, timur)], [2, 0, false]],
    [
      'of a wife who kept her name and lives there',
      [on('phone', marat, aigul), on('address', marat, dana, aigul)],
      [1, 1, false],
    ],
    [
      'of a wife and her mother of the same name',
      [
        on('phone', marat, aigul, person(9, 'Ахметова Сауле')),
        on('address', marat, aigul, person(9, 'Ахметова Сауле')),
      ],
      [2, 2, false],
    ],
    [
      'that stands in the home',
      [{ ...on('phone', marat, dana, aigul), landline: true }],
      [2, 2, false],
    ],
    [
      'of a company never',
      [on('phone', person(8, 'Сериков ИП', { kind: 'company' }))],
      [1, 0, false],
    ],
  ])('%s', (_, shared, expected) => {
    expect(strangersOf(shared)[0]).toEqual(expected);
  });

  it('but five strangers in one flat are no household', () => {
    const flat = [marat, aigul, timur, igor, person(6, 'Ким Олег')];
    expect(strangersOf([on('address', ...flat), on('device', ...flat)])).toEqual([
      [4, 1, false],
      [4, 1, false],
    ]);
  });
});

describe('a crowd', () => {
  it('explains an address and an IP, never a phone or a device', () => {
    const crowd = [marat, ...many(50)];
    expect(
      strangersOf([
        on('address', ...crowd),
        on('ip', ...crowd),
        on('phone', ...crowd),
        on('device', ...crowd),
      ]).map(([, , isCrowd]) => isCrowd),
    ).toEqual([true, true, false, false]);
  });

  it('is known where only its first members are', () => {
    const address = { ...on('address', marat, aigul), customers: 400 };
    expect(strangersOf([address])).toEqual([[399, 0, true]]);
  });

  it('begins with strangers, not with a great family', () => {
    const clan = Array.from({ length: 30 }, (_, i) => person(50 + i, 'Сериков Некто'));
    expect(strangersOf([on('address', ...clan)])).toEqual([[30, 30, false]]);
  });
});

test('a dormitory makes nobody high, five phones of strangers do', () => {
  const dormitory = [on('address', marat, ...many(200)), on('ip', marat, ...many(200))];
  const rate = (shared: SharedIdentifier[]) =>
    rateCustomer(plainProfile({ links: linksOf(marat, shared, limits) }), parameters);
  expect(rate(dormitory)).toMatchObject({ points: 0, level: 'low' });
  expect(rate([on('phone', marat, ...many(5))]).level).toBe('high');
});

test('droppers among the others are counted', () => {
  const [link] = linksOf(marat, [on('device', { ...aigul, listed: true }, timur)], limits);
  expect(link).toEqual({ kind: 'device', customers: 2, family: 0, listed: 1, crowd: false });
});

test('an identifier that nobody else has is no link', () => {
  expect(linksOf(marat, [on('phone', marat), on('ip')], limits)).toEqual([]);
});

describe('the graph', () => {
  it('tells the customer’s own links, then those of the others to each other', () => {
    const { nodes, edges, cut } = linkGraph(
      marat,
      [on('phone', marat, dana, aigul), on('device', marat, aigul)],
      limits,
    );
    expect(nodes.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(edges).toEqual([
      { a: 1, b: 3, kind: 'phone', explained: null, by: null },
      { a: 1, b: 3, kind: 'device', explained: null, by: null },
      { a: 1, b: 2, kind: 'phone', explained: 'family', by: 'surname' },
      { a: 2, b: 3, kind: 'phone', explained: null, by: null },
    ]);
    expect(cut).toBe(0);
  });

  it('shows a crowd only as far as it reaches the customer', () => {
    const { edges } = linkGraph(marat, [on('ip', marat, ...many(50))], limits);
    expect(edges).toHaveLength(50);
    expect(new Set(edges.map(({ a, explained }) => `${a} ${explained}`))).toEqual(
      new Set(['1 crowd']),
    );
  });

  it('is bounded, and says how much was cut', () => {
    const { nodes, edges, cut } = linkGraph(marat, [on('phone', marat, ...many(60))], limits);
    expect(edges).toHaveLength(EDGES_MOST);
    expect(cut).toBe((61 * 60) / 2 - EDGES_MOST);
    expect(nodes).toHaveLength(61);
  });
});
