import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../domain/random.ts';
import {
  type Arm,
  classResults,
  type FilledForm,
  type Reading,
  readingOf,
} from './class-results.ts';
import {
  type ClassLevel,
  changeOf,
  effectOf,
  levelOf,
  type SittingPair,
} from './class-statistics.ts';
import type { Answer } from './discernment.ts';
import { answersOf, type Learner, trueRates } from './simulated-learner.fixture.ts';

/** Pupils of whom a class is a draw: d′ and c are normal. */
interface Pupils {
  readonly dPrime: readonly [mean: number, deviation: number];
  readonly criterion: readonly [mean: number, deviation: number];
}

const drawn = ({ dPrime, criterion }: Pupils, random: Random): Learner => ({
  dPrime: random.normal(...dPrime),
  criterion: random.normal(...criterion),
});

/** Discernment of such pupils on average, over 40,000 of them. */
function trueMean(pupils: Pupils): number {
  const random = createRandom(7);
  const many = 40_000;
  let sum = 0;
  for (let i = 0; i < many; i++) {
    const { hits, falseAlarms } = trueRates(drawn(pupils, random));
    sum += hits - falseAlarms;
  }
  return sum / many;
}

const SIZES = [5, 8, 12, 20, 30];
const SEEDS = 1_000;
/** Three deviations of a share of 95 % over so many seeds are 2 %. */
const LEAST = 0.93;

/** Share of seeds of which `of` holds `truth`. */
function coverage(truth: number, of: (random: Random) => ClassLevel): number {
  let held = 0;
  for (let seed = 0; seed < SEEDS; seed++) {
    const { low, high } = of(createRandom(seed)).discernment!;
    if (low <= truth && truth <= high) held++;
  }
  return held / SEEDS;
}

const WITHOUT = { dPrime: [0.8, 0.6], criterion: [0.2, 0.4] } as const satisfies Pupils;
const ALIKE = { dPrime: [1, 0], criterion: [0, 0] } as const satisfies Pupils;
const ALMOST_ALL_RIGHT = { dPrime: [3.5, 0.5], criterion: [0, 0.2] } as const satisfies Pupils;

describe('the level of a class', () => {
  it.each([
    ['pupils who differ', WITHOUT],
    ['pupils who are alike', ALIKE],
    ['pupils who have nearly all of it right', ALMOST_ALL_RIGHT],
  ])('holds the true mean of %s in 95 of 100 classes, of 5 to 30', (_, pupils) => {
    const truth = trueMean(pupils);
    for (const size of SIZES) {
      const share = coverage(truth, (random) =>
        levelOf(Array.from({ length: size }, () => answersOf(drawn(pupils, random), random))),
      );
      expect(share, `${size} pupils`).toBeGreaterThan(LEAST);
      // Not by being so wide that it says nothing.
      if (size >= 12 && pupils === WITHOUT) expect(share, `${size} pupils`).toBeLessThan(0.975);
    }
  });

  it('is not narrower than answers of alike pupils allow, where everybody has all of it right', () => {
    const right: Answer[] = [
      { kind: 'trap', said: 'trap' },
      { kind: 'genuine', said: 'genuine' },
    ];
    const { discernment } = levelOf(Array.from({ length: 5 }, () => right));
    expect(discernment!.value).toBe(1);
    expect(discernment!.high).toBe(1);
    expect(discernment!.low).toBeLessThan(0.7);
  });

  it('says nothing of one pupil, or of pupils who judged one kind', () => {
    const one = answersOf({ dPrime: 1, criterion: 0 }, createRandom(1));
    expect(levelOf([one]).discernment).toBeUndefined();
    const traps = one.filter(({ kind }) => kind === 'trap');
    expect(levelOf([one, traps]).hitRate).toBeUndefined();
  });
});

/** A pupil before and after a lesson that moves d′ and the criterion. */
const taught =
  (dPrime: number, criterion: number) =>
  (random: Random): SittingPair => {
    const learner = drawn(WITHOUT, random);
    const after = { dPrime: learner.dPrime + dPrime, criterion: learner.criterion + criterion };
    return { before: answersOf(learner, random), after: answersOf(after, random) };
  };
const classOf = (
  size: number,
  pupil: (random: Random) => SittingPair,
  random: Random,
): SittingPair[] => Array.from({ length: size }, () => pupil(random));

describe('a change and an effect', () => {
  const shifted = (dPrime: number, criterion: number): Pupils => ({
    dPrime: [WITHOUT.dPrime[0] + dPrime, WITHOUT.dPrime[1]],
    criterion: [WITHOUT.criterion[0] + criterion, WITHOUT.criterion[1]],
  });
  const gain = trueMean(shifted(1, 0)) - trueMean(WITHOUT);

  it('hold the true change in 95 of 100 classes', () => {
    for (const size of SIZES)
      expect(
        coverage(gain, (random) => changeOf(classOf(size, taught(1, 0), random))),
        `${size} pupils`,
      ).toBeGreaterThan(LEAST);
  });

  it('give back a known effect beside a control arm, also when both arms got better by themselves', () => {
    const practice = trueMean(shifted(0.3, 0)) - trueMean(WITHOUT);
    const both = trueMean(shifted(1.3, 0)) - trueMean(WITHOUT);
    for (const [lesson, control] of [
      [5, 5],
      [12, 12],
      [30, 8],
    ])
      expect(
        coverage(both - practice, (random) =>
          effectOf(
            classOf(lesson, taught(1.3, 0), random),
            classOf(control, taught(0.3, 0), random),
          ),
        ),
        `${lesson} and ${control} pupils`,
      ).toBeGreaterThan(LEAST);
  });

  it('are not moved by a form that is easier, when its place goes round among the pupils', () => {
    const easier = { A: 0.7, B: 0, C: -0.4 };
    const orders = ['ABC', 'BCA', 'CAB', 'CBA', 'ACB', 'BAC'];
    const mean = (gained: number): number =>
      Object.values(easier).reduce((sum, by) => sum + trueMean(shifted(gained + by, 0)), 0) / 3;
    const truth = mean(1) - mean(0);
    for (const size of [12, 18, 30]) {
      const share = coverage(truth, (random) =>
        changeOf(
          Array.from({ length: size }, (_, place) => {
            const [pre, post] = orders[place % 6];
            const { dPrime, criterion } = drawn(WITHOUT, random);
            const of = (form: string, gained: number): Answer[] =>
              answersOf({ dPrime: dPrime + gained + easier[form as 'A'], criterion }, random);
            return { before: of(pre, 0), after: of(post, 1) };
          }),
        ),
      );
      expect(share, `${size} pupils`).toBeGreaterThan(LEAST);
    }
  });

  it('say learning where none was in few classes only', () => {
    const said = readings(20, taught(0, 0));
    expect(said.learned + said.learned_and_warier).toBeLessThan(0.05);
    expect(said.only_warier).toBeLessThan(0.05);
    expect(said.unclear).toBeGreaterThan(0.9);
  });

  it('tell over-suspicion from learning', () => {
    // A lesson that only frightens: everything is called a trap sooner, nothing is told apart better.
    const frightened = readings(20, taught(0, -0.9));
    expect(frightened.only_warier).toBeGreaterThan(0.9);
    expect(frightened.learned + frightened.learned_and_warier).toBeLessThan(0.05);
    // One that teaches, and one that does both.
    const learned = readings(20, taught(1.2, 0));
    expect(learned.learned).toBeGreaterThan(0.85);
    expect(learned.only_warier).toBeLessThan(0.02);
    const both = readings(30, taught(1.8, -0.9));
    expect(both.learned_and_warier + both.learned).toBeGreaterThan(0.9);
    expect(readings(20, taught(-0.9, 0)).worse).toBeGreaterThan(0.3);
  });

  function readings(size: number, pupil: (random: Random) => SittingPair): Record<Reading, number> {
    const count = { learned: 0, learned_and_warier: 0, only_warier: 0, worse: 0, unclear: 0 };
    for (let seed = 0; seed < 400; seed++)
      count[readingOf(changeOf(classOf(size, pupil, createRandom(seed))))] += 1 / 400;
    return count;
  }
});

describe('results of a class', () => {
  const random = createRandom(11);
  const form = (
    pupil: number,
    arm: Arm,
    sitting: FilledForm['sitting'],
    dPrime: number,
  ): FilledForm => ({
    ...{ pupil: `${arm}-${pupil}`, arm, sitting },
    answers: answersOf({ dPrime, criterion: 0 }, random),
  });
  const forms = Array.from({ length: 25 }, (_, i) => [
    form(i, 'lesson', 'pre', 0.5),
    form(i, 'lesson', 'post', 2.5),
    ...(i < 20 ? [form(i, 'lesson', 'later', 1.8)] : []),
    form(i, 'control', 'pre', 0.5),
    form(i, 'control', 'post', 0.5),
  ]).flat();
  const results = classResults(forms);

  it('count who filled in what, and pair the forms of one pupil', () => {
    const { levels, changes } = results.arms.lesson;
    expect([levels.pre.pupils, levels.post.pupils, levels.later.pupils]).toEqual([25, 25, 20]);
    expect([changes.pre_post.pupils, changes.pre_later.pupils]).toEqual([25, 20]);
    expect(results.arms.control.levels.later).toEqual({ pupils: 0, level: levelOf([]) });
  });

  it('read as learned, kept, and due to the lesson', () => {
    expect(results.arms.lesson.changes.pre_post.reading).toBe('learned');
    expect(results.arms.lesson.changes.pre_later.reading).toBe('learned');
    expect(results.arms.control.changes.pre_post.reading).toBe('unclear');
    expect(results.effects.pre_post.reading).toBe('learned');
    expect(results.effects.pre_later.reading).toBe('unclear');
  });

  it('do not depend on the order of the forms, and take a form once', () => {
    expect(
      classResults(createRandom(2).shuffle(forms)).effects.pre_post.effect.discernment!.value,
    ).toBeCloseTo(results.effects.pre_post.effect.discernment!.value, 12);
    expect(classResults([...forms, ...forms])).toEqual(results);
  });
});
