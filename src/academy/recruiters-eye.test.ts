import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TECHNIQUES } from '../domain/post.ts';
import type { PressureLine } from './lesson.ts';
import { EYE_LINES, eyeView, nameTechnique, startEye } from './recruiters-eye.ts';
import { said } from './scene.fixture.ts';

const lines = [...TECHNIQUES, ...TECHNIQUES].map(
  (technique, i): PressureLine => ({
    ...{ id: `p${i}`, technique, text: said(`Строка ${i}.`), why: said(`Потому ${i}.`) },
    wrong: [1, 2].map((step) => TECHNIQUES[(i + step) % TECHNIQUES.length]),
  }),
);

describe('name the technique', () => {
  it('asks different techniques while there are some, and shows the right name among three', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { questions } = startEye(lines, { seed });
        expect(new Set(questions.map(({ line }) => line.technique)).size).toBe(EYE_LINES);
        for (const { line, names } of questions)
          expect([...names].sort()).toEqual([line.technique, ...line.wrong].sort());
        expect(startEye(lines, { seed })).toEqual(startEye(lines, { seed }));
      }),
      { seed: 3 },
    );
  });

  it('takes every line once when all are asked for', () => {
    const { questions } = startEye(lines, { seed: 1, count: 99 });
    expect(new Set(questions.map(({ line }) => line.id)).size).toBe(lines.length);
    const half = questions.slice(0, TECHNIQUES.length).map(({ line }) => line.technique);
    expect(new Set(half).size).toBe(TECHNIQUES.length);
  });

  it('ends after its questions, whatever is named, and counts what was right', () => {
    const picks = fc.array(fc.nat(2), { minLength: EYE_LINES, maxLength: EYE_LINES });
    fc.assert(
      fc.property(fc.integer(), picks, (seed, chosen) => {
        let game = startEye(lines, { seed });
        let right = 0;
        for (const pick of chosen) {
          const { question } = eyeView(game);
          const name = question!.names[pick];
          if (name === question!.line.technique) right++;
          game = nameTechnique(game, name);
        }
        const view = eyeView(game);
        expect(view).toMatchObject({ ended: true, right, question: undefined });
        expect(view.missed).toHaveLength(EYE_LINES - right);
      }),
      { seed: 4 },
    );
  });

  it('has no name that is not shown', () => {
    const game = startEye(lines, { seed: 1 });
    const hidden = TECHNIQUES.find((technique) => !game.questions[0].names.includes(technique))!;
    expect(() => nameTechnique(game, hidden)).toThrow(RangeError);
    expect(() => nameTechnique(startEye([], { seed: 1 }), 'young')).toThrow(RangeError);
  });
});
