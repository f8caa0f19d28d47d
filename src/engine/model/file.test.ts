import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../../domain/random.ts';
import { FEATURES } from '../features.ts';
import { type ModelFile, readModel, writeModel } from './file.ts';
import { type Forest, marginOf } from './forest.ts';
import type { Stages } from './model.ts';

const stump = (feature: number, threshold: number): Forest => ({
  base: -1,
  roots: Uint32Array.of(0),
  feature: Int16Array.of(feature, -1, -1),
  threshold: Float64Array.of(threshold, 0, 0),
  child: Uint32Array.of(1, 0, 0),
  value: Float32Array.of(0.1, -0.5, 0.75),
});
const stages = (feature: number): Stages => ({
  glance: { trees: 1, below: -3.25 },
  first: stump(feature, 12.5),
  second: stump(3, 0.25),
  uses: [...new Set([feature, 3])].sort((a, b) => a - b),
  chance: { slope: 1.5, offset: -2 },
  score: { slope: 0.7, offset: 0.1 },
});
const FILE: ModelFile = {
  model: {
    name: 'model-test',
    arrival: stages(5),
    lookBack: stages(7),
    range: new Map([[5, [0, 9]]]),
  },
  card: {
    engine: '0.1.0',
    transfers: 100,
    positives: 20,
    accounts: 30,
    from: 0,
    to: 1,
    clock: 'day',
    currency: '',
    label: 'bad',
    seed: 1,
    figures: { 'arrival.f1': 0.5 },
  },
};

test('a model read is the model written', () => {
  const text = writeModel(FILE);
  const read = readModel(text);
  if (!read.ok) throw new Error(read.problem.code);
  expect(read.value).toEqual(FILE);
  expect(writeModel(read.value)).toBe(text);
});

test('is refused when the features of the engine are others', () => {
  const other = (change: (features: string[]) => void): unknown => {
    const file = JSON.parse(writeModel(FILE));
    change(file.features);
    const read = readModel(JSON.stringify(file));
    return read.ok ? 'taken' : read.problem.code;
  };
  expect(other((f) => f.push('new.feature'))).toBe('QRG_MODEL_OTHER_ENGINE');
  expect(other((f) => f.pop())).toBe('QRG_MODEL_OTHER_ENGINE');
  expect(other((f) => f.reverse())).toBe('QRG_MODEL_OTHER_ENGINE');
});

test.each([
  ['no JSON', 'x'],
  ['nothing', ''],
  ['another thing', '{"format":"zip"}'],
  ['cut off', writeModel(FILE).slice(0, 500)],
])('is refused when damaged: %s', (_, text) => {
  expect(readModel(text)).toMatchObject({ ok: false, problem: { code: 'QRG_MODEL_DAMAGED' } });
});

test('whatever is changed in a file: refused, or every way through its trees ends', () => {
  const text = writeModel(FILE);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const random = createRandom(seed);
      const file = JSON.parse(text);
      const part = file[random.pick(['arrival', 'lookBack'])][random.pick(['first', 'second'])];
      const column = part[random.pick(['roots', 'feature', 'threshold', 'child', 'value'])];
      column[random.int(0, column.length)] = random.pick([-1, 0, 1, 2, 3, 400, 1e9, 0.5, null]);
      const read = readModel(JSON.stringify(file));
      if (!read.ok) return;
      const x = new Float64Array(2 * FEATURES.length + 17).fill(random.normal(0, 10));
      for (const { first, second } of [read.value.model.arrival, read.value.model.lookBack])
        for (const forest of [first, second]) expect(marginOf(forest, x)).not.toBeUndefined();
    }),
    { numRuns: 500 },
  );
});
