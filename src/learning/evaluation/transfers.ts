import { createRandom } from '../../domain/random.ts';
import { operatingPoints } from '../metrics.ts';
import { interval, resample } from './bootstrap.ts';
import { type RankedView, rankView } from './ranked-view.ts';
import { type BothViews, type Figure, type LabelledRows, type Said, VIEWS } from './rows.ts';
import { PASS_FIGURES, type PassFigures, weightedPass } from './weighted-pass.ts';

export type TransferFigures = { readonly [K in keyof PassFigures]: Figure } & {
  /** Rows with the verdict review or hold, and how many of them are confirmed. */
  readonly alarms: number;
  readonly hits: number;
  /** Recall at the verdict by kind of pattern, by name. */
  readonly typologies: readonly {
    readonly typology: string;
    readonly positives: number;
    readonly caught: number;
    readonly recall: Figure;
  }[];
  /** Precision over recall, from the greatest score down; at most some two hundred points. */
  readonly curve: readonly (readonly [recall: number, precision: number])[];
};

export interface JudgeOptions {
  /** First row that is judged. */
  readonly from: number;
  /** Alerts that a team can look at in a day. */
  readonly perDay: number;
  readonly rounds: number;
  readonly seed: number;
}

/** Judges what was said of transfers, both views by the same resamples. */
export function judgeTransfers(
  rows: LabelledRows,
  said: BothViews<Said>,
  options: JudgeOptions,
): BothViews<TransferFigures> {
  const views = VIEWS.map((view) => new JudgedView(rows, said[view], options));
  const random = createRandom(options.seed).fork('resamples');
  const weight = new Uint8Array(rows.count);
  for (let round = 0; round < options.rounds; round++) {
    resample(rows, options.from, random, weight);
    for (const view of views) view.addRound(weight);
  }
  const [arrival, retrospect] = views.map((view) => view.figures());
  return { arrival, retrospect };
}

class JudgedView {
  readonly #rows: LabelledRows;
  readonly #said: Said;
  readonly #from: number;
  readonly #ranked: RankedView;
  /** Confirmed rows by typology, those without one last. */
  readonly #byTypology: readonly { typology: string; rows: readonly number[] }[];
  readonly #rounds: PassFigures[] = [];
  readonly #recalls: number[][];

  constructor(rows: LabelledRows, said: Said, { from, perDay }: JudgeOptions) {
    this.#rows = rows;
    this.#said = said;
    this.#from = from;
    this.#ranked = rankView(rows, said, from, perDay);
    const lists = new Map<number, number[]>();
    for (let i = from; i < rows.count; i++) {
      if (rows.label[i] === 0) continue;
      const list = lists.get(rows.typology[i]) ?? [];
      list.push(i);
      lists.set(rows.typology[i], list);
    }
    this.#byTypology = [...lists]
      .map(([t, list]) => ({ typology: rows.typologies[t] ?? '', rows: list }))
      .sort((a, b) => (a.typology < b.typology ? -1 : 1));
    this.#recalls = this.#byTypology.map(() => []);
  }

  addRound(weight: Uint8Array): void {
    this.#rounds.push(weightedPass(this.#ranked, weight));
    this.#byTypology.forEach(({ rows }, t) => {
      const [caught, all] = this.#caught(rows, weight);
      this.#recalls[t].push(caught / all);
    });
  }

  figures(): TransferFigures {
    const exact = weightedPass(this.#ranked);
    const figures = Object.fromEntries(
      PASS_FIGURES.map((name) => [
        name,
        figure(
          exact[name],
          this.#rounds.map((r) => r[name]),
        ),
      ]),
    ) as Record<keyof PassFigures, Figure>;
    let [alarms, hits] = [0, 0];
    for (let i = this.#from; i < this.#rows.count; i++) {
      alarms += this.#said.alarm[i];
      hits += this.#said.alarm[i] & this.#rows.label[i];
    }
    const typologies = this.#byTypology.map(({ typology, rows }, t) => {
      const [caught, positives] = this.#caught(rows);
      return {
        typology,
        positives,
        caught,
        recall: figure(caught / positives, this.#recalls[t]),
      };
    });
    return { ...figures, alarms, hits, typologies, curve: this.#curve() };
  }

  #caught(rows: readonly number[], weight?: Uint8Array): [caught: number, all: number] {
    let [caught, all] = [0, 0];
    for (const i of rows) {
      const w = weight === undefined ? 1 : weight[i];
      all += w;
      caught += w * this.#said.alarm[i];
    }
    return [caught, all];
  }

  #curve(): [number, number][] {
    const { count, label } = this.#rows;
    const judged = {
      score: this.#said.score.subarray(this.#from, count),
      label: label.subarray(this.#from, count),
    };
    const curve: [number, number][] = [];
    let told = 0;
    for (const { recall, precision } of operatingPoints(judged)) {
      if (curve.length > 0 && recall - told < CURVE_STEP && (recall < 1 || told === 1)) continue;
      told = recall;
      curve.push([round(recall), round(precision)]);
    }
    return curve;
  }
}

const CURVE_STEP = 0.005;

/** A value with the interval of its resamples; 0 where there is nothing to divide by. */
function figure(value: number, resampled: readonly number[]): Figure {
  const [low, high] = interval(resampled);
  return { value: round(value), low: round(low), high: round(high) };
}

/** Ten-thousandths: figures of some hundred positives hold no more. */
export const round = (value: number): number =>
  Number.isNaN(value) ? 0 : Math.round(value * 1e4) / 1e4;
