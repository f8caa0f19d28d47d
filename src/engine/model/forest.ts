/**
 * Boosted trees laid flat for the hot loop. Node i: `feature[i]` is the column asked, -1 at a leaf; the way goes to
 * `child[i]` if the value is below `threshold[i]` or not known (NaN), else to `child[i] + 1`. `value[i]` is what a leaf
 * adds to the margin, and at an inner node what it would add if it were one, so that what a step changes can be told.
 */
export interface Forest {
  /** Margin before any tree, in log-odds. */
  readonly base: number;
  readonly roots: Uint32Array;
  readonly feature: Int16Array;
  readonly threshold: Float64Array;
  readonly child: Uint32Array;
  readonly value: Float32Array;
}

/** Log-odds of a vector of values. */
export function marginOf(forest: Forest, x: Float64Array): number {
  return forest.base + treesSay(forest, x, 0, forest.roots.length);
}

/** What trees `from`..`to` - 1 add to the margin. */
export function treesSay(forest: Forest, x: Float64Array, from: number, to: number): number {
  const { roots, feature, threshold, child, value } = forest;
  let said = 0;
  for (let t = from; t < to; t++) {
    let node = roots[t];
    for (let f = feature[node]; f >= 0; f = feature[node])
      node = x[f] >= threshold[node] ? child[node] + 1 : child[node];
    said += value[node];
  }
  return said;
}

/**
 * Adds to `into` what every column contributed to the margin: along the way through each tree, the step that a
 * question makes in the value belongs to the column asked (Saabas 2014). Contributions and the returned value of the
 * roots sum up to the margin.
 */
export function contributionsOf(forest: Forest, x: Float64Array, into: Float64Array): number {
  const { roots, feature, threshold, child, value } = forest;
  let mean = forest.base;
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t];
    mean += value[node];
    for (let f = feature[node]; f >= 0; f = feature[node]) {
      const next = x[f] >= threshold[node] ? child[node] + 1 : child[node];
      into[f] += value[next] - value[node];
      node = next;
    }
  }
  return mean;
}

/** Columns that some tree asks, ascending. */
export function columnsOf(forest: Forest): number[] {
  return [...new Set(forest.feature)].filter((f) => f >= 0).sort((a, b) => a - b);
}

export const sigmoid = (margin: number): number => 1 / (1 + Math.exp(-margin));
