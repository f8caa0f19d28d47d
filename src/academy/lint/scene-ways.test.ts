import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../domain/random.ts';
import type { Scene } from '../lesson.ts';
import { drawnScene } from '../scene.fixture.ts';
import { hasWayBack, waysOf } from './scene-ways.ts';

const drawn = fc.integer().map((seed) => drawnScene(createRandom(seed)));

/** Every way through a scene, turn by turn; a scene of the fixture has no circle. */
function allWays(scene: Scene, simple: boolean, from = scene.start): string[][] {
  const turn = scene.turns.find(({ id }) => id === from);
  if (turn === undefined) return [[from]];
  return turn.choices
    .filter((choice) => !simple || choice.simple === true)
    .flatMap(({ to }) => allWays(scene, simple, to).map((way) => [from, ...way]));
}

describe('the ways of a scene', () => {
  it('reach what walking every one of them reaches, and the longest is the longest', () => {
    fc.assert(
      fc.property(drawn, fc.boolean(), (scene, simple) => {
        const ways = allWays(scene, simple);
        const { reached, longest, circle } = waysOf(scene, simple);
        expect(circle).toBeUndefined();
        expect([...reached].sort()).toEqual([...new Set(ways.flat())].sort());
        expect(longest).toBe(Math.max(...ways.map((way) => way.length - 1)));
      }),
      { seed: 8 },
    );
  });

  it('have a circle exactly where a turn leads back to one before it', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), fc.nat(), (scene, a, b) => {
        const [from, to] = [a % scene.turns.length, b % scene.turns.length];
        const turns = scene.turns.map((turn, i) =>
          i === from
            ? { ...turn, choices: [...turn.choices, { ...turn.choices[0], to: `turn-${to}` }] }
            : turn,
        );
        // Turns of the fixture lead onward only, each to the next: a way back makes a circle.
        expect(waysOf({ ...scene, turns }, false).circle !== undefined).toBe(to <= from);
      }),
      { seed: 9 },
    );
  });

  it('lead back after trust where a later choice refuses, tells or reports', () => {
    const scene = drawnScene(createRandom(5));
    const moved = (first: 'trust' | 'check', rest: 'trust' | 'doubt' | 'tell'): Scene => ({
      ...scene,
      turns: scene.turns.map((turn, i) => ({
        ...turn,
        choices: turn.choices.map((choice) => ({ ...choice, move: i === 0 ? first : rest })),
      })),
    });
    expect(hasWayBack(moved('trust', 'tell'))).toBe(true);
    expect(hasWayBack(moved('trust', 'doubt'))).toBe(false);
    expect(hasWayBack(moved('check', 'tell'))).toBe(false);
  });
});
