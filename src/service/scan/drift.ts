import { FEATURES } from '../../engine/features.ts';
import type { Model } from '../../engine/model/model.ts';
import type { OutsideFeature } from '../../learning/evaluation/evaluation.ts';

/** Told of a feature from this share of rows on; where a model learnt, it is at most two thousandths. */
const WORTH_TELLING = 0.05;

/**
 * Counts how often what a model asks at arrival lies outside of what it learnt from (its range leaves out the outermost
 * thousandth at either end). Two numbers a feature, however many rows. What is not known lies nowhere.
 */
export class Drift {
  readonly #feature: Int32Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #outside: Float64Array;
  #rows = 0;

  constructor({ range }: Pick<Model, 'range'>) {
    const ranges = [...range];
    this.#feature = Int32Array.from(ranges, ([feature]) => feature);
    this.#low = Float64Array.from(ranges, ([, [low]]) => low);
    this.#high = Float64Array.from(ranges, ([, [, high]]) => high);
    this.#outside = new Float64Array(ranges.length);
  }

  /** Takes the features of a transfer just folded in. */
  note(features: Float64Array): void {
    this.#rows++;
    for (let k = 0; k < this.#feature.length; k++) {
      const value = features[this.#feature[k]];
      if (value < this.#low[k] || value > this.#high[k]) this.#outside[k]++;
    }
  }

  /** Features that lie outside in more than a twentieth of the rows, the most often first. */
  told(): OutsideFeature[] {
    return Array.from(this.#feature, (feature, k) => ({
      feature: FEATURES[feature].name,
      low: this.#low[k],
      high: this.#high[k],
      share: Math.round((this.#outside[k] / this.#rows) * 1e4) / 1e4,
    }))
      .filter(({ share }) => share > WORTH_TELLING)
      .sort((a, b) => b.share - a.share || (a.feature < b.feature ? -1 : 1));
  }
}
