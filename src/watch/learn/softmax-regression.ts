/** One example: which features it has and how much of each, which class it is, how much it counts. */
export interface Example {
  readonly indices: Int32Array;
  readonly values: Float32Array;
  /** Points of each class that are given beforehand and not learned. */
  readonly given: readonly number[];
  readonly of: number;
  readonly weight: number;
}

export interface Fit {
  /** features × classes. */
  readonly weights: Float64Array;
  readonly steps: number;
  /** Mean loss with its penalty. */
  readonly loss: number;
}

/** Steps after which learning ends in any case, and the gain below which it ends earlier. */
const STEPS_MOST = 120;
const GAIN_LEAST = 1e-6;
/** Steps that L-BFGS remembers. */
const MEMORY = 8;

/**
 * Multinomial logistic regression with a penalty of its own for every feature (ridge), by L-BFGS from zero: no randomness,
 * the same rows give the same weights.
 */
export function fitSoftmax(
  examples: readonly Example[],
  classes: number,
  penalties: Float64Array,
): Fit {
  const size = penalties.length * classes;
  const lossAt = (weights: Float64Array, gradient: Float64Array): number =>
    lossAndGradient(examples, classes, penalties, weights, gradient);
  let weights: Float64Array = new Float64Array(size);
  let gradient: Float64Array = new Float64Array(size);
  let loss = lossAt(weights, gradient);
  const memory: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  let steps = 0;
  for (; steps < STEPS_MOST; steps++) {
    const direction = descent(gradient, memory);
    const slope = dot(direction, gradient);
    let rate = steps === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let next = weights;
    let nextGradient = gradient;
    let nextLoss = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 30; attempt++, rate /= 2) {
      next = weights.map((weight, i) => weight + rate * direction[i]);
      nextGradient = new Float64Array(size);
      nextLoss = lossAt(next, nextGradient);
      if (nextLoss <= loss + 1e-4 * rate * slope) break;
    }
    if (!(nextLoss < loss)) break;
    const s = next.map((weight, i) => weight - weights[i]);
    const y = nextGradient.map((one, i) => one - gradient[i]);
    const sy = dot(s, y);
    if (sy > 1e-12) memory.push({ s, y, rho: 1 / sy });
    if (memory.length > MEMORY) memory.shift();
    const gain = loss - nextLoss;
    weights = next;
    gradient = nextGradient;
    loss = nextLoss;
    if (gain < GAIN_LEAST * Math.max(1, loss)) break;
  }
  return { weights, steps, loss };
}

function lossAndGradient(
  examples: readonly Example[],
  classes: number,
  penalties: Float64Array,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  let loss = 0;
  let total = 0;
  const chances = new Float64Array(classes);
  for (const example of examples) total += example.weight;
  for (const { indices, values, given, of, weight } of examples) {
    for (let k = 0; k < classes; k++) chances[k] = given[k];
    for (let i = 0; i < indices.length; i++)
      for (let k = 0, at = indices[i] * classes; k < classes; k++)
        chances[k] += values[i] * weights[at + k];
    const most = Math.max(...chances);
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += Math.exp(chances[k] - most);
    loss += (weight / total) * (Math.log(sum) + most - chances[of]);
    for (let k = 0; k < classes; k++)
      chances[k] = (weight / total) * (Math.exp(chances[k] - most) / sum - (k === of ? 1 : 0));
    for (let i = 0; i < indices.length; i++)
      for (let k = 0, at = indices[i] * classes; k < classes; k++)
        gradient[at + k] += values[i] * chances[k];
  }
  for (let feature = 0; feature < penalties.length; feature++)
    for (let k = 0, at = feature * classes; k < classes; k++) {
      const weight = weights[at + k];
      loss += (penalties[feature] / 2) * weight * weight;
      gradient[at + k] += penalties[feature] * weight;
    }
  return loss;
}

/** Where to go from here: the inverse of the curvature as far as the last steps tell (L-BFGS, two loops). */
function descent(
  gradient: Float64Array,
  memory: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const q = gradient.slice();
  const alphas: number[] = [];
  for (let m = memory.length - 1; m >= 0; m--) {
    const { s, y, rho } = memory[m];
    alphas[m] = rho * dot(s, q);
    for (let i = 0; i < q.length; i++) q[i] -= alphas[m] * y[i];
  }
  const last = memory[memory.length - 1];
  const scale = last === undefined ? 1 : 1 / (last.rho * dot(last.y, last.y));
  for (let i = 0; i < q.length; i++) q[i] *= scale;
  for (const [m, { s, y, rho }] of memory.entries()) {
    const beta = rho * dot(y, q);
    for (let i = 0; i < q.length; i++) q[i] += s[i] * (alphas[m] - beta);
  }
  for (let i = 0; i < q.length; i++) q[i] = -q[i];
  return q;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
