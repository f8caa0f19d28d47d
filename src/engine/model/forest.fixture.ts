import { createRandom, type Random } from '../../domain/random.ts';
import { FEATURES } from '../features.ts';
import type { Forest } from './forest.ts';
import { HEARD_NAMES } from './heard.ts';
import type { Model, Stages } from './model.ts';

const WIDTH = FEATURES.length;
const HEARD = HEARD_NAMES.length;
/**
 * Values that columns of all units meet now and then: shares, counts, days in ms, sums in tiyn. Of few bits, as all that
 * are learnt: stored codes then answer as the numbers do.
 */
const THRESHOLDS = [0, 0.1875, 0.5, 1, 2, 3, 5, 2 ** 20, 2 ** 22, 2 ** 24, 2 ** 26] as const;

/** A forest of random questions about the columns below `width`; leaves lean both ways. */
function randomForest(random: Random, width: number, trees = 30, depth = 4): Forest {
  const forest = { roots: [], feature: [], threshold: [], child: [], value: [] } as {
    [part in 'roots' | 'feature' | 'threshold' | 'child' | 'value']: number[];
  };
  const lay = (at: number, left: number): void => {
    forest.value[at] = Math.fround(random.normal(0, 0.5));
    forest.feature[at] = -1;
    forest.threshold[at] = 0;
    forest.child[at] = 0;
    if (left === 0 || random.chance(0.1)) return;
    const child = forest.feature.length;
    forest.feature[at] = random.int(0, width - 1);
    forest.threshold[at] = random.pick(THRESHOLDS);
    forest.child[at] = child;
    for (const part of [forest.feature, forest.threshold, forest.child, forest.value])
      part.push(0, 0);
    lay(child, left - 1);
    lay(child + 1, left - 1);
  };
  for (let t = 0; t < trees; t++) {
    const root = forest.feature.length;
    forest.roots.push(root);
    for (const part of [forest.feature, forest.threshold, forest.child, forest.value]) part.push(0);
    lay(root, depth);
  }
  return {
    base: random.normal(0, 1),
    roots: Uint32Array.from(forest.roots),
    feature: Int16Array.from(forest.feature),
    threshold: Float64Array.from(forest.threshold),
    child: Uint32Array.from(forest.child),
    value: Float32Array.from(forest.value),
  };
}

/** A model that knows nothing and asks everything. */
export function randomModel(seed: number): Model {
  const random = createRandom(seed);
  const stages = (width: number, heard: number): Stages => ({
    glance: { trees: 0, below: 0 },
    first: randomForest(random, width),
    second: randomForest(random, width + 1 + heard),
    uses: [],
    chance: { slope: 0.9, offset: -0.1 },
    score: { slope: 0.8, offset: 0.2 },
  });
  const all = Array.from({ length: WIDTH }, (_, c) => c);
  return {
    name: `random-${seed}`,
    arrival: { ...stages(WIDTH, HEARD), uses: all },
    lookBack: stages(2 * WIDTH, 2 * HEARD),
    range: new Map([[0, [1, 1e9]]]),
  };
}
