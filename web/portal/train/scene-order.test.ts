import { describe, expect, it } from 'vitest';
import type { LessonKind, Scene } from '../../../src/academy/lesson.ts';
import { mixedScenes, nextScene } from './scene-order.ts';

const scene = (id: string, kind: LessonKind) => ({ id, kind }) as Scene;
const scenes = Array.from({ length: 14 }, (_, i) =>
  scene(`scene-${i}`, i < 7 ? 'trap' : 'genuine'),
);

const runs = (order: readonly Scene[]): string[] =>
  order
    .map(({ kind }) => kind[0])
    .join('')
    .match(/t+|g+/g)!;

describe('scenes of the trainer', () => {
  it('stand mixed for every device: no three of a kind in a row, all of them there', () => {
    for (let seed = 0; seed < 300; seed++) {
      const order = mixedScenes(scenes, seed);
      expect(new Set(order)).toEqual(new Set(scenes));
      expect(Math.max(...runs(order).map(({ length }) => length))).toBeLessThanOrEqual(2);
    }
  });

  it('do not take turns, so that one says nothing of the next', () => {
    const turns = Array.from({ length: 300 }, (_, seed) => runs(mixedScenes(scenes, seed)).length);
    expect(turns.filter((count) => count === scenes.length).length).toBeLessThan(60);
  });

  it('stand where they stood, and begin with either kind', () => {
    expect(mixedScenes(scenes, 5)).toEqual(mixedScenes(scenes, 5));
    const first = new Set(
      Array.from({ length: 40 }, (_, seed) => mixedScenes(scenes, seed)[0].kind),
    );
    expect(first.size).toBe(2);
  });

  it('follow each other around until all were played', () => {
    const played =
      (...ids: string[]) =>
      (id: string) =>
        ids.includes(id);
    const three = scenes.slice(0, 3);
    expect(nextScene(three, played('scene-0'), 'scene-0')?.id).toBe('scene-1');
    expect(nextScene(three, played('scene-1', 'scene-2'), 'scene-2')?.id).toBe('scene-0');
    expect(nextScene(three, played('scene-0', 'scene-1', 'scene-2'), 'scene-1')).toBeUndefined();
    expect(nextScene(three, played('scene-2'), 'scene-2')?.id).toBe('scene-0');
  });
});
