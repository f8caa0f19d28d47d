import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averagePrecision, bestPoint, pointFrom } from '../metrics.ts';
import { labelledSets } from './evaluation.fixture.ts';
import { daysOf, IN_BUDGET, rankView } from './ranked-view.ts';
import { weightedPass } from './weighted-pass.ts';

const PER_DAY = 2;

test('a pass says what the plain definitions say', () => {
  fc.assert(
    fc.property(labelledSets, fc.nat(10), ({ rows, said }, skip) => {
      const from = Math.min(skip, rows.count - 1);
      const figures = weightedPass(rankView(rows, said, from, PER_DAY));
      const judged = {
        score: said.score.subarray(from),
        label: rows.label.subarray(from),
      };
      const positives = judged.label.reduce((s, l) => s + l, 0);
      const alarms = said.alarm.subarray(from).reduce((s, a) => s + a, 0);
      const hits = judged.label.filter((l, i) => l === 1 && said.alarm[from + i] === 1).length;
      if (positives === 0) return;
      expect(figures.prAuc).toBeCloseTo(averagePrecision(judged), 10);
      expect(figures.bestF1).toBeCloseTo(bestPoint(judged)?.f1 ?? 0, 10);
      expect(figures.recall).toBe(hits / positives);
      expect(figures.f1).toBe((2 * hits) / (alarms + positives));
      if (alarms > 0) expect(figures.precision).toBe(hits / alarms);
    }),
  );
});

test('weights are the same as rows written that often', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(labelledSets, weights, ({ rows, said }, drawn) => {
      const weight = Uint8Array.from(drawn);
      const copies = Array.from({ length: rows.count }, (_, i) => i).flatMap((i) =>
        new Array<number>(weight[i]).fill(i),
      );
      const ranked = rankView(rows, said, 0, PER_DAY);
      const inBudget = new Set(
        Array.from(ranked.row).filter((_, r) => (ranked.bits[r] & IN_BUDGET) !== 0),
      );
      const label = copies.map((i) => rows.label[i]);
      const positives = label.reduce((s, l) => s + l, 0);
      if (positives === 0) return;
      const judged = { score: copies.map((i) => said.score[i]), label };
      const figures = weightedPass(ranked, weight);
      expect(figures.prAuc).toBeCloseTo(averagePrecision(judged), 10);
      expect(figures.bestF1).toBeCloseTo(bestPoint(judged)?.f1 ?? 0, 10);
      const looked = copies.filter((i) => inBudget.has(i));
      if (looked.length > 0)
        expect(figures.precisionAtBudget).toBeCloseTo(
          looked.filter((i) => rows.label[i] === 1).length / looked.length,
          10,
        );
    }),
  );
});

test('the daily budget takes the greatest scores of each day and nothing unsuspected', () => {
  fc.assert(
    fc.property(labelledSets, ({ rows, said }) => {
      const { row, bits } = rankView(rows, said, 0, PER_DAY);
      const taken = [...row].filter((_, r) => (bits[r] & IN_BUDGET) !== 0).sort((a, b) => a - b);
      const slow: number[] = [];
      const days = Map.groupBy(
        [...row].sort((a, b) => a - b),
        (i) => rows.at[i],
      );
      for (const day of days.values()) {
        const suspected = day.filter((i) => said.score[i] > 0);
        suspected.sort((a, b) => said.score[b] - said.score[a] || a - b);
        slow.push(...suspected.slice(0, PER_DAY));
      }
      expect(taken).toEqual(slow.sort((a, b) => a - b));
      expect(daysOf(rows, 0)).toBe(days.size);
    }),
  );
});

test('where the verdict is a threshold, the figures are those of its point', () => {
  fc.assert(
    fc.property(labelledSets, fc.integer({ min: 1, max: 4 }), ({ rows, said }, least) => {
      if (!rows.label.includes(1)) return;
      const alarm = Uint8Array.from(said.score, (score) => (score >= least ? 1 : 0));
      const { f1, recall } = weightedPass(rankView(rows, { ...said, alarm }, 0, PER_DAY));
      expect({ f1, recall }).toMatchObject({
        f1: pointFrom({ score: said.score, label: rows.label }, least).f1,
        recall: pointFrom({ score: said.score, label: rows.label }, least).recall,
      });
    }),
  );
});
