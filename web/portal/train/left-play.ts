import type { Scene } from '../../../src/academy/lesson.ts';
import { choose, type Play, startPlay } from '../../../src/academy/play.ts';
import { forget, recallValue, remember } from './shelf.ts';

/** A play as it was left: a page that is loaded again goes on there. */
export interface LeftPlay {
  readonly scene: string;
  readonly simple: boolean;
  readonly seed: number;
  /** Places of the choices, as shown. */
  readonly chosen: readonly number[];
  /** Messages that had come. */
  readonly shown: number;
  readonly debrief: boolean;
}

export const leave = (play: LeftPlay): void => remember('play', JSON.stringify(play));
export const forgetLeft = (): void => forget('play');

/** What was left, as far as it can be read: anybody may have written there. */
export function leftPlay(): LeftPlay | undefined {
  const kept = recallValue('play') as Partial<LeftPlay> | undefined;
  if (typeof kept?.scene !== 'string' || !Number.isSafeInteger(kept.seed)) return undefined;
  if (!Array.isArray(kept.chosen) || !Number.isSafeInteger(kept.shown)) return undefined;
  const { scene, seed, chosen, shown } = kept as LeftPlay;
  const [simple, debrief] = [kept.simple === true, kept.debrief === true];
  return { scene, seed, chosen, shown, simple, debrief };
}

/** Plays it again up to where it was left; undefined where the scene has changed since and its choices are no longer there. */
export function resume(scene: Scene, { simple, seed, chosen }: LeftPlay): Play | undefined {
  try {
    return chosen.reduce<Play>(choose, startPlay(scene, { simple, seed }));
  } catch {
    return undefined;
  }
}
