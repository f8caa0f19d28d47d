import { describe, expect, it } from 'vitest';
import { classResults, type FilledForm } from '../../../src/academy/class-results.ts';
import type { LessonKind } from '../../../src/academy/lesson.ts';
import { seedOfCode, spacedCode, typedCode } from './codes.ts';
import { R } from './result-texts.ts';
import { sentencesOf } from './sentences.ts';

const DAY_MS = 86_400_000;

/** Forms of so many pupils: of five traps so many are seen, and so many of five genuine offers refused. */
const forms = (
  sitting: 'pre' | 'post' | 'later',
  pupils: number,
  hits: number,
  falseAlarms: number,
  arm: 'lesson' | 'control' = 'lesson',
): FilledForm[] =>
  Array.from({ length: pupils }, (_, i) => ({
    ...{ pupil: `${arm} ${i}`, arm, sitting },
    answers: (['trap', 'genuine'] as const).flatMap((kind) =>
      Array.from({ length: 5 }, (__, n) => ({
        kind,
        said: (n < (kind === 'trap' ? hits : falseAlarms) ? 'trap' : 'genuine') as LessonKind,
      })),
    ),
  }));

const said = (all: FilledForm[], { days = 21, control = false, hasLater = false } = {}) =>
  sentencesOf({
    ...{ ...classResults(all), learners: 30, measured: 30, control },
    ...{ preAt: 0, postAt: 0, laterAt: hasLater ? days * DAY_MS : null },
  }).map(([text]) => text);

describe('a class in plain words', () => {
  it('is said to have become suspicious where it only cries trap', () => {
    const texts = said([...forms('pre', 20, 3, 1), ...forms('post', 20, 5, 4)]);
    expect(texts).toContain(R.warier);
    expect(texts).toContain(R.suspiciousAll);
  });

  it('is not said to have become suspicious where it refuses less', () => {
    const texts = said([...forms('pre', 20, 3, 3), ...forms('post', 20, 5, 1)]);
    expect(texts).toEqual([R.change, R.calmer, R.noControl]);
  });

  it('is told what stayed only of a form that came late enough', () => {
    const all = [
      ...forms('pre', 20, 2, 2),
      ...forms('post', 20, 5, 1),
      ...forms('later', 20, 5, 1),
    ];
    expect(said(all, { hasLater: true })).toContain(R.stayed);
    expect(said(all, { hasLater: true, days: 3 })).toContain(R.laterEarly);
    const gone = [...all.slice(0, 40), ...forms('later', 20, 2, 2)];
    expect(said(gone, { hasLater: true })).toContain(R.notStayed);
  });

  it('is compared with its control group by the whole interval', () => {
    const both = (hits: number) => [
      ...forms('pre', 20, 2, 2),
      ...forms('post', 20, 5, 2),
      ...forms('pre', 20, 2, 2, 'control'),
      ...forms('post', 20, hits, 2, 'control'),
    ];
    expect(said(both(2), { control: true })).toContain(R.effectUp);
    expect(said(both(5), { control: true })).toContain(R.effectUnclear);
    const alone = [...forms('pre', 20, 2, 2), ...forms('post', 20, 5, 2)];
    expect(said(alone, { control: true })).toContain(R.effectFew);
  });
});

describe('a code that is typed', () => {
  it('is read in both alphabets, with blanks, and refused where it is none', () => {
    expect(typedCode('авс енкм', 7)).toBe('ABCEHKM');
    expect(typedCode(' abc-ehkm ', 7)).toBe('ABCEHKM');
    expect(typedCode('abcehk', 7)).toBeUndefined();
    expect(typedCode('abcehk7', 7)).toBeUndefined();
    expect(spacedCode('ABCEHKM')).toBe('ABC\u00a0EHKM');
  });

  it('orders items of each pupil by itself, and always alike', () => {
    expect(seedOfCode('HKMBPT')).toBe(seedOfCode('HKMBPT'));
    expect(seedOfCode('HKMBPT')).not.toBe(seedOfCode('HKMBPX'));
  });
});
