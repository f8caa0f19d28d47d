import type { Scene } from '../../../src/academy/lesson.ts';
import { createRandom } from '../../../src/domain/random.ts';

/** Shufflings tried; one in five has no long run of a kind. */
const TRIES = 60;
/** As many of a kind may follow each other: fewer would make the next one easy to guess. */
const RUN = 2;

/** Scenes in an order of the device's own that tells nothing of what they are: the two kinds are mixed, and do not take turns. */
export function mixedScenes(scenes: readonly Scene[], seed: number): Scene[] {
  const random = createRandom(seed).fork('scenes');
  let best = random.shuffle(scenes);
  for (let tries = 1; tries < TRIES && longestRun(best) > RUN; tries++) {
    const other = random.shuffle(scenes);
    if (longestRun(other) < longestRun(best)) best = other;
  }
  return best;
}

function longestRun(scenes: readonly Scene[]): number {
  let longest = 0;
  let run = 0;
  scenes.forEach((scene, i) => {
    run = scene.kind === scenes[i - 1]?.kind ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}

/** The next scene that was not played yet, from here on and around; undefined when all were. */
export function nextScene(
  scenes: readonly Scene[],
  isPlayed: (id: string) => boolean,
  after: string,
): Scene | undefined {
  const at = scenes.findIndex(({ id }) => id === after);
  return [...scenes.slice(at + 1), ...scenes.slice(0, Math.max(0, at))].find(
    ({ id }) => !isPlayed(id),
  );
}
