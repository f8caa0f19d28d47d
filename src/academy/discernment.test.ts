import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../domain/random.ts';
import { type Answer, type Discernment, discernmentOf } from './discernment.ts';
import { answersOf, binomial, type Learner, trueRates } from './simulated-learner.fixture.ts';

const answers = fc.array(
  fc.record<Answer>({
    kind: fc.constantFrom('trap', 'genuine'),
    said: fc.constantFrom('trap', 'genuine'),
  }),
  { minLength: 2, maxLength: 40 },
);

/** Answers with so many hits and false alarms. */
const counted = (hits: number, falseAlarms: number, of: number): Answer[] =>
  Array.from({ length: 2 * of }, (_, i): Answer => {
    const alarm = i < of ? i < hits : i - of < falseAlarms;
    return { kind: i < of ? 'trap' : 'genuine', said: alarm ? 'trap' : 'genuine' };
  });

const MEASURES = [
  'discernment',
  'suspicion',
  'dPrime',
  'criterion',
  'hitRate',
  'falseAlarmRate',
] as const;
type Measured = Record<(typeof MEASURES)[number], number>;

function trueOf(learner: Learner): Measured {
  const { hits, falseAlarms } = trueRates(learner);
  return {
    discernment: hits - falseAlarms,
    suspicion: hits + falseAlarms - 1,
    ...{ dPrime: learner.dPrime, criterion: learner.criterion },
    ...{ hitRate: hits, falseAlarmRate: falseAlarms },
  };
}

const LEARNERS: Learner[] = [0, 0.5, 1, 1.5, 2, 2.5, 3].flatMap((dPrime) =>
  [-0.8, -0.4, 0, 0.4, 0.8].map((criterion) => ({ dPrime, criterion })),
);

const holds = (judged: Discernment, truth: Measured, measure: keyof Measured): boolean =>
  judged[measure].low <= truth[measure] + 1e-12 && truth[measure] <= judged[measure].high + 1e-12;

/** Chance that an interval holds the true value, by counting every outcome: no simulation, no error. */
function exactCoverage(of: number, learner: Learner): Measured {
  const truth = trueOf(learner);
  const [h, f] = [binomial(of, truth.hitRate), binomial(of, truth.falseAlarmRate)];
  const sum: Measured = {
    discernment: 0,
    suspicion: 0,
    dPrime: 0,
    criterion: 0,
    hitRate: 0,
    falseAlarmRate: 0,
  };
  for (let hits = 0; hits <= of; hits++)
    for (let alarms = 0; alarms <= of; alarms++) {
      const judged = discernmentOf(counted(hits, alarms, of))!;
      for (const measure of MEASURES)
        if (holds(judged, truth, measure)) sum[measure] += h[hits] * f[alarms];
    }
  return sum;
}

describe('discernment of one person', () => {
  it('is hits minus false alarms, by brute force, and each interval holds its value', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const share = (kind: string): number => {
          const of = given.filter((answer) => answer.kind === kind);
          return of.filter(({ said }) => said === 'trap').length / of.length;
        };
        const judged = discernmentOf(given);
        if (judged === undefined) {
          expect(share('trap') + share('genuine')).toBeNaN();
          return;
        }
        expect(judged.discernment.value).toBeCloseTo(share('trap') - share('genuine'), 12);
        expect(judged.suspicion.value).toBeCloseTo(share('trap') + share('genuine') - 1, 12);
        for (const measure of MEASURES) {
          const { value, low, high } = judged[measure];
          expect(low).toBeLessThanOrEqual(value);
          expect(value).toBeLessThanOrEqual(high);
          expect(high - low, measure).toBeGreaterThan(0);
          expect(Number.isFinite(high - low)).toBe(true);
        }
      }),
      { seed: 12 },
    );
  });

  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(answers, fc.integer(), (given, seed) => {
        expect(discernmentOf(createRandom(seed).shuffle(given))).toEqual(discernmentOf(given));
      }),
      { seed: 12 },
    );
  });

  it('is turned round when every answer is', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const judged = discernmentOf(given);
        const other = discernmentOf(
          given.map(({ kind, said }) => ({ kind, said: said === 'trap' ? 'genuine' : 'trap' })),
        );
        for (const measure of ['discernment', 'suspicion', 'dPrime', 'criterion'] as const) {
          if (judged === undefined || other === undefined) return;
          expect(other[measure].value).toBeCloseTo(-judged[measure].value, 9);
          expect(other[measure].low).toBeCloseTo(-judged[measure].high, 9);
        }
      }),
      { seed: 12 },
    );
  });

  it('gives d′ and c of a worked example', () => {
    // 20 hits of 25 and 5 false alarms of 25: rates (20.5/26, 5.5/26), z = ±0.8004.
    const { dPrime, criterion } = discernmentOf(counted(20, 5, 25))!;
    expect(dPrime.value).toBeCloseTo(1.6, 2);
    expect(criterion.value).toBeCloseTo(0, 12);
  });

  // The least coverage is over all learners, the mean over them: an interval that is right on average may still be too bold for some.
  it.each([
    { of: 5, least: 0.9, mean: 0.95 },
    { of: 10, least: 0.92, mean: 0.95 },
    { of: 20, least: 0.92, mean: 0.95 },
  ])(
    'holds the true discernment, d′ and c in 95 of 100 cases: $of items of a kind',
    ({ of, least, mean }) => {
      const coverages = LEARNERS.map((learner) => exactCoverage(of, learner));
      for (const measure of ['discernment', 'suspicion', 'dPrime', 'criterion'] as const) {
        const all = coverages.map((coverage) => coverage[measure]);
        expect(Math.min(...all), measure).toBeGreaterThan(least);
        expect(all.reduce((a, b) => a + b) / all.length, measure).toBeGreaterThan(mean);
      }
    },
  );

  it('finds simulated learners again, over 2,000 seeds', () => {
    for (const learner of [LEARNERS[2], LEARNERS[12], LEARNERS[21]]) {
      const truth = trueOf(learner);
      const held = { discernment: 0, dPrime: 0, criterion: 0 };
      for (let seed = 0; seed < 2_000; seed++) {
        const judged = discernmentOf(
          answersOf(learner, createRandom(seed), { traps: 15, genuine: 15 }),
        )!;
        for (const measure of ['discernment', 'dPrime', 'criterion'] as const)
          if (holds(judged, truth, measure)) held[measure]++;
      }
      for (const count of Object.values(held)) expect(count / 2_000).toBeGreaterThan(0.935);
      for (const count of Object.values(held)) expect(count / 2_000).toBeLessThan(0.99);
    }
  });
});

describe('suspicion of one person', () => {
  it('shows as such in whoever calls everything a trap, and is no discernment', () => {
    const all = discernmentOf(counted(5, 5, 5))!;
    expect(all.lean).toBe('suspicious');
    expect(all.suspicion.value).toBe(1);
    expect(all.discernment.value).toBe(0);
    expect(all.criterion.high).toBeLessThan(0);
  });

  it('is no more than trust in whoever believes everything, and neither in whoever tells them apart', () => {
    expect(discernmentOf(counted(0, 0, 5))!.lean).toBe('trusting');
    expect(discernmentOf(counted(5, 0, 5))!.lean).toBe('unclear');
    expect(discernmentOf(counted(5, 0, 5))!.suspicion.value).toBe(0);
  });

  it('of whoever has no lean is told in few cases only', () => {
    let told = 0;
    for (let seed = 0; seed < 1_000; seed++)
      if (
        discernmentOf(answersOf({ dPrime: 1, criterion: 0 }, createRandom(seed)))!.lean !==
        'unclear'
      )
        told++;
    expect(told / 1_000).toBeLessThan(0.06);
  });
});

it('measures nothing by one kind alone', () => {
  expect(discernmentOf([])).toBeUndefined();
  expect(discernmentOf([{ kind: 'trap', said: 'trap' }])).toBeUndefined();
});
