import { expect, it } from 'vitest';
import { createRandom } from '../../domain/random.ts';
import { type Example, fitSoftmax } from './softmax-regression.ts';

const random = createRandom(11);
const examples: Example[] = Array.from({ length: 60 }, () => {
  const of = random.int(0, 2);
  return {
    indices: Int32Array.from([of, 3]),
    values: Float32Array.from([1, 1]),
    given: [0, 0, 0],
    of: random.chance(0.9) ? of : random.int(0, 2),
    weight: 1,
  };
});
const penalties = new Float64Array(4).fill(0.01);

it('is where no weight can be moved for the better', () => {
  const { weights, loss } = fitSoftmax(examples, 3, penalties);
  for (let i = 0; i < weights.length; i++)
    for (const by of [-0.05, 0.05]) {
      const moved = weights.slice();
      moved[i] += by;
      expect(lossOf(moved)).toBeGreaterThan(loss);
    }
});

it('gives the same weights for the same rows', () => {
  expect(fitSoftmax(examples, 3, penalties)).toEqual(fitSoftmax(examples, 3, penalties));
});

/** The loss by its definition. */
function lossOf(weights: Float64Array): number {
  const mean =
    examples.reduce((sum, { indices, of }) => {
      const logits = [0, 1, 2].map((k) => indices.reduce((s, i) => s + weights[i * 3 + k], 0));
      return sum + Math.log(logits.reduce((s, l) => s + Math.exp(l), 0)) - logits[of];
    }, 0) / examples.length;
  return mean + weights.reduce((sum, weight) => sum + 0.005 * weight * weight, 0);
}
