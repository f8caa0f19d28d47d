import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '../../domain/random.ts';
import { FEATURES } from '../features.ts';
import { type ModelCard, readModel, writeModel } from './file.ts';
import { randomModel } from './forest.fixture.ts';
import { columnsOf, type Forest, marginOf } from './forest.ts';
import { Learned } from './learned.ts';

const CARD: ModelCard = {
  engine: '0.1.0',
  transfers: 1000,
  positives: 40,
  accounts: 50,
  from: 1_700_000_000_000,
  to: 1_710_000_000_000,
  clock: 'exact',
  currency: 'KZT',
  label: 'is_laundering',
  seed: 1,
  figures: { 'arrival.f1': 0.9 },
};
const MODEL = randomModel(3);
const TEXT = writeModel({ model: MODEL, card: CARD });

// biome-ignore lint/suspicious/noExplicitAny: a damaged file has no type
type Told = any;

describe('a model that is written and read again', () => {
  test('is the same text, the same card and the same columns asked', () => {
    const read = readModel(TEXT);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(writeModel(read.value)).toBe(TEXT);
    expect(read.value.card).toEqual(CARD);
    const { arrival } = read.value.model;
    const asked = [...columnsOf(MODEL.arrival.first), ...columnsOf(MODEL.arrival.second)];
    const features = asked.filter((c) => c < FEATURES.length);
    expect(arrival.uses).toEqual([...new Set(features)].sort((a, b) => a - b));
  });

  test('says the same', () => {
    const read = readModel(TEXT);
    if (!read.ok) throw new Error('unread');
    const random = createRandom(4);
    const [before, after] = [new Learned(MODEL), new Learned(read.value.model)];
    for (let i = 0; i < 200; i++) {
      const f = Float64Array.from(FEATURES, () => randomValue(random));
      const at = 1_700_000_000_000 + i * 60_000;
      expect(after.judge(f, i % 7, i % 5, at)).toBe(before.judge(f, i % 7, i % 5, at));
      const x = Float64Array.from({ length: 2 * FEATURES.length + 17 }, () => randomValue(random));
      for (const stage of ['first', 'second'] as const)
        expect(marginOf(read.value.model.lookBack[stage], x)).toBe(
          marginOf(MODEL.lookBack[stage], x),
        );
    }
  });
});

describe('a file that is no model of this engine is refused', () => {
  const root = (told: Told): number => told.arrival.first.feature.findIndex((f: number) => f >= 0);
  test.each<[string, (told: Told) => void]>([
    ['a negative child', (t) => (t.arrival.first.child[root(t)] = -1)],
    ['a child that is its own parent', (t) => (t.arrival.first.child[root(t)] = root(t))],
    [
      'children in a circle',
      (t) => (t.lookBack.second.child = t.lookBack.second.child.map(() => 0)),
    ],
    ['a child beyond the end', (t) => (t.arrival.first.child[root(t)] = 1e6)],
    ['a child that is half a number', (t) => (t.arrival.first.child[root(t)] += 0.5)],
    ['a child that wraps around', (t) => (t.arrival.first.child[root(t)] += 2 ** 32)],
    ['a root beyond the end', (t) => (t.arrival.second.roots[0] = t.arrival.second.value.length)],
    ['a negative root', (t) => (t.arrival.second.roots[0] = -1)],
    ['a column that is not', (t) => (t.arrival.first.feature[root(t)] = 5000)],
    ['a column that wraps around', (t) => (t.arrival.first.feature[root(t)] += 2 ** 16)],
    [
      'a column of what was heard in the first stage',
      (t) => (t.arrival.first.feature[root(t)] = FEATURES.length + 3),
    ],
    [
      'a column of what came after at arrival',
      (t) => (t.arrival.second.feature[root(t)] = FEATURES.length + 9),
    ],
    ['fewer thresholds than nodes', (t) => t.lookBack.first.threshold.pop()],
    ['more leaves than nodes', (t) => t.lookBack.first.value.push(1)],
    ['a leaf that is no number', (t) => (t.arrival.first.value[0] = null)],
    ['a leaf beyond all measure', (t) => (t.arrival.first.value[0] = 1e300)],
    ['a slope that goes down', (t) => (t.arrival.score.slope = -1)],
    ['a range of what is no feature', (t) => (t.range['t.nothing'] = [0, 1])],
    ['another format', (t) => (t.format = 'xgboost')],
    ['a later version', (t) => (t.version = 2)],
    ['a card without figures', (t) => delete t.card.figures],
    ['something more', (t) => (t.more = 1)],
  ])('%s', (_, damage) => {
    const told = JSON.parse(TEXT);
    damage(told);
    expect(codeOf(JSON.stringify(told))).toBe('QRG_MODEL_DAMAGED');
  });

  test.each<[string, (names: string[]) => void]>([
    ['one missing', (names) => names.pop()],
    ['one more', (names) => names.push('t.new')],
    ['one called otherwise', (names) => (names[4] = 't.other')],
    ['two that changed places', (names) => ([names[1], names[2]] = [names[2], names[1]])],
    ['none', (names) => (names.length = 0)],
  ])('features of another engine: %s', (_, change) => {
    const told = JSON.parse(TEXT);
    change(told.features);
    expect(codeOf(JSON.stringify(told))).toBe('QRG_MODEL_OTHER_ENGINE');
  });

  test('a model of another engine is called that, whatever else it speaks of', () => {
    const told = JSON.parse(TEXT);
    told.features.push('t.new');
    told.range['t.new'] = [0, 1];
    expect(codeOf(JSON.stringify(told))).toBe('QRG_MODEL_OTHER_ENGINE');
  });

  test('half a file, an empty one, another one', () => {
    const random = createRandom(5);
    for (let n = 0; n < 40; n++)
      expect(codeOf(TEXT.slice(0, random.int(0, TEXT.length - 3)))).toBe('QRG_MODEL_DAMAGED');
    for (const text of ['', 'null', '[]', '{}', '1', 'id,at\n1,2\n', '\u0000\u0001'])
      expect(codeOf(text)).toBe('QRG_MODEL_DAMAGED');
  });

  test('500 broken files: each is refused, or judges within the scale', () => {
    const random = createRandom(6);
    let refused = 0;
    for (let n = 0; n < 500; n++) {
      const read = readModel(broken(random));
      if (!read.ok) {
        expect(read.problem.code).toMatch(/^QRG_MODEL_(DAMAGED|OTHER_ENGINE)$/);
        refused++;
        continue;
      }
      const learned = new Learned(read.value.model);
      for (let i = 0; i < 10; i++) {
        const f = Float64Array.from(FEATURES, () => randomValue(random));
        const score = learned.judge(f, i, i + 1, CARD.from);
        expect(score >= 0 && score <= 100).toBe(true);
      }
    }
    expect(refused).toBeGreaterThan(100);
    expect(refused).toBeLessThan(500);
  });
});

function codeOf(text: string): string | undefined {
  const read = readModel(text);
  return read.ok ? undefined : read.problem.code;
}

const ODD = [-1, 0, 1, 0.5, 1e9, -1e9, 2 ** 31, 2 ** 32, 65_536, 1e38, 1e300, '', null, [], {}];
const LARGE = ['arrival', 'lookBack'].flatMap((part) =>
  ['first', 'second'].map((stage) => [part, stage] as const),
);
const PARTS = [
  'roots',
  'feature',
  'threshold',
  'child',
  'value',
] as const satisfies (keyof Forest)[];

/** The text of a model with something wrong in it: a cell, a part, some characters. */
function broken(random: Random): string {
  if (random.chance(0.3)) {
    const from = random.int(0, TEXT.length - 10);
    const put = random.pick(['', '9', '-', ',', '"', '[', 'e', '\u0000', '1e9', '0']);
    return TEXT.slice(0, from) + put + TEXT.slice(from + random.int(0, 8));
  }
  const told: Told = JSON.parse(TEXT);
  const [part, stage] = random.pick(LARGE);
  const forest = told[part][stage];
  const column = forest[random.pick(PARTS)];
  if (random.chance(0.8)) column[random.int(0, column.length - 1)] = random.pick(ODD);
  else if (random.chance(0.5)) column.splice(random.int(0, column.length - 1), 1);
  else
    told[part][random.pick(['chance', 'score'])] = random.pick([{}, { slope: 1e300, offset: 0 }]);
  return JSON.stringify(told);
}

const randomValue = (random: Random): number =>
  random.chance(0.1) ? Number.NaN : random.lognormal(10, 6) * random.pick([1, 1, 1, -1, 0]);
