import { isUnlawful, type PostLabel } from '../../src/domain/post.ts';
import { createRandom } from '../../src/domain/random.ts';

/** One post: what it is, and what was thought of it. */
export interface Judged {
  readonly label: PostLabel;
  readonly got: PostLabel;
}

export interface Figures {
  readonly n: number;
  readonly positives: number;
  readonly tp: number;
  readonly fp: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** "Recruitment or drug ad" against the rest. */
export function figuresOf(rows: readonly Judged[]): Figures {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  for (const { label, got } of rows) {
    if (isUnlawful(got)) isUnlawful(label) ? tp++ : fp++;
    else if (isUnlawful(label)) fn++;
  }
  const precision = tp + fp === 0 ? 0 : tp / (tp + fp);
  const recall = tp + fn === 0 ? 0 : tp / (tp + fn);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { n: rows.length, positives: tp + fn, tp, fp, precision, recall, f1 };
}

/** Middle 95 % of a figure over rows drawn again a thousand times, whole sources at once. */
export function interval(
  rows: readonly (Judged & { readonly source: string })[],
  of: (figures: Figures) => number,
): readonly [number, number] {
  const random = createRandom(7);
  const sources = [...Map.groupBy(rows, ({ source }) => source).values()];
  const drawn = Array.from({ length: 1000 }, () =>
    of(figuresOf(sources.flatMap(() => sources[Math.floor(random.next() * sources.length)]))),
  ).sort((a, b) => a - b);
  return [drawn[25], drawn[974]];
}
