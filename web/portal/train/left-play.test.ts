import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Scene } from '../../../src/academy/lesson.ts';
import { choose, startPlay, viewOf } from '../../../src/academy/play.ts';
import { drawnScene } from '../../../src/academy/scene.fixture.ts';
import { createRandom } from '../../../src/domain/random.ts';
import { deviceWith, deviceWithoutStorage } from './device.fixture.ts';
import { forgetLeft, leave, leftPlay, resume } from './left-play.ts';

const scene: Scene = drawnScene(createRandom(4));
const left = (chosen: readonly number[]) => ({
  ...{ scene: scene.id, simple: false, seed: 9, chosen, shown: 1, debrief: false },
});

describe('a play that was left', () => {
  afterEach(() => {
    forgetLeft();
    vi.unstubAllGlobals();
  });

  it('goes on where it was', () => {
    deviceWith();
    const play = choose(startPlay(scene, { seed: 9 }), 0);
    leave(left(play.chosen));
    expect(leftPlay()).toEqual(left([0]));
    expect(viewOf(resume(scene, leftPlay()!)!)).toEqual(viewOf(play));
  });

  it('is given up where the scene has no such choice any more', () => {
    expect(resume(scene, left([7]))).toBeUndefined();
    expect(resume(scene, left([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBeUndefined();
    expect(resume(scene, left(['0' as unknown as number, Number.NaN]))).toBeUndefined();
  });

  it('is nothing where somebody else wrote', () => {
    for (const text of ['', '{', '7', 'null', '[]', '{"scene":1}', '{"scene":"a","seed":1.5}']) {
      deviceWith({ 'qorgan.train.play': text });
      expect(leftPlay()).toBeUndefined();
    }
  });

  it('lasts while the page is open where nothing can be kept', () => {
    deviceWithoutStorage();
    leave(left([1]));
    expect(leftPlay()).toEqual(left([1]));
    forgetLeft();
    expect(leftPlay()).toBeUndefined();
  });
});
