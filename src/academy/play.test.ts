import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../domain/random.ts';
import type { Scene } from './lesson.ts';
import { answerOf, choose, type Play, startPlay, viewOf } from './play.ts';
import { drawnScene } from './scene.fixture.ts';

const drawn = fc
  .tuple(fc.integer(), fc.integer(), fc.boolean())
  .map(([scene, seed, simple]) => ({ scene: drawnScene(createRandom(scene)), seed, simple }));

/** Plays by words of choices, so that the order they are shown in does not matter. */
function playBy(scene: Scene, seed: number, simple: boolean, texts: readonly string[]): Play {
  let play = startPlay(scene, { simple, seed });
  for (const text of texts)
    play = choose(
      play,
      viewOf(play).choices.findIndex((choice) => choice.text.ru === text),
    );
  return play;
}

function playAtRandom(scene: Scene, seed: number, simple: boolean): Play {
  const random = createRandom(seed);
  let play = startPlay(scene, { simple, seed });
  while (!viewOf(play).ended) play = choose(play, random.int(0, viewOf(play).choices.length - 1));
  return play;
}

describe('a play', () => {
  it('ends on every way, after no more turns than the scene has', () => {
    fc.assert(
      fc.property(drawn, ({ scene, seed, simple }) => {
        const { ended, decision, ending, choices, turn } = viewOf(
          playAtRandom(scene, seed, simple),
        );
        expect(ended).toBe(true);
        expect(choices).toEqual([]);
        expect(decision).toBe(ending?.decision);
        expect(turn).toBeLessThanOrEqual(scene.turns.length);
      }),
      { seed: 12 },
    );
  });

  it('shows the same choices under any seed, and is scored by what was chosen and not by the order', () => {
    fc.assert(
      fc.property(drawn, fc.integer(), ({ scene, seed, simple }, other) => {
        const play = playAtRandom(scene, seed, simple);
        const texts = viewOf(play)
          .bubbles.filter(({ from }) => from === 'player')
          .map(({ text }) => text.ru);
        const again = playBy(scene, other, simple, texts);
        expect(viewOf(again)).toEqual(viewOf(play));
        expect(answerOf(again)).toEqual(answerOf(play));
      }),
      { seed: 12 },
    );
  });

  it('keeps only simple choices in the simple variant, and all of them else', () => {
    fc.assert(
      fc.property(drawn, ({ scene, seed }) => {
        const shown = (simple: boolean): string[] =>
          viewOf(startPlay(scene, { simple, seed }))
            .choices.map(({ text }) => text.ru)
            .sort();
        const of = (keep: (simple: boolean) => boolean): string[] =>
          scene.turns[0].choices
            .filter((choice) => keep(choice.simple === true))
            .map(({ text }) => text.ru)
            .sort();
        expect(shown(false)).toEqual(of(() => true));
        expect(shown(true)).toEqual(of((simple) => simple));
      }),
      { seed: 12 },
    );
  });

  it('takes declining for a word of trap, whatever the offer was', () => {
    const scene = drawnScene(createRandom(1));
    for (let seed = 0; seed < 50; seed++)
      for (const kind of ['trap', 'genuine'] as const) {
        const play = playAtRandom({ ...scene, kind }, seed, false);
        const said = viewOf(play).decision === 'declined' ? 'trap' : 'genuine';
        expect(answerOf(play)).toEqual({ kind, said });
      }
  });

  it('has no choice where none is shown', () => {
    const scene = drawnScene(createRandom(3));
    const play = startPlay(scene, { seed: 1 });
    expect(answerOf(play)).toBeUndefined();
    expect(() => choose(play, 9)).toThrow(RangeError);
    expect(() => choose(playAtRandom(scene, 1, false), 0)).toThrow(RangeError);
  });
});
