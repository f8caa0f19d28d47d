import { useEffect, useState } from 'preact/hooks';
import { BOOSTER_DAYS, isDue, startBoosters } from '../../../src/academy/boosters.ts';
import type { Decision, Scene } from '../../../src/academy/lesson.ts';
import {
  freshProgress,
  type Progress,
  readProgress,
  withBoosters,
  withPlay,
  writeProgress,
} from '../../../src/academy/progress.ts';
import { forget, recall, recallValue, remember } from './shelf.ts';

/** What this device knows of its visitor's training. Nothing of it is ever sent. */
export interface Past {
  readonly progress: Progress;
  /** Fewer choices, larger letters, no pace. */
  readonly simple: boolean;
  /** Order of the scenes on this device. */
  readonly seed: number;
}

const SEEDS = 2 ** 31;
const listeners = new Set<() => void>();
let current: Past | undefined;

export const past = (): Past => (current ??= recalled());

export const isPlayed = ({ progress }: Past, id: string): boolean =>
  Object.hasOwn(progress.scenes, id);

/** What is known; whoever uses it is drawn anew when it changes. */
export function usePast(): Past {
  const [now, setNow] = useState(past);
  useEffect(() => {
    const changed = () => setNow(past());
    listeners.add(changed);
    return () => {
      listeners.delete(changed);
    };
  }, []);
  return now;
}

export function keepProgress(progress: Progress): void {
  remember('progress', writeProgress(progress));
  become({ ...past(), progress });
}

/** Keeps how a play ended. The training ends with its last play: until a first round of boosters is due, they wait for it. */
export function keepPlay(scene: Scene, decision: Decision, now = Date.now()): void {
  const played = withPlay(past().progress, scene, decision, now);
  const { boosters } = played;
  const isOver = boosters?.rounds.length === BOOSTER_DAYS.length;
  const isTraining = boosters?.rounds.length === 0 && !isDue(boosters, now);
  const isNew = boosters === undefined || isOver || isTraining;
  keepProgress(isNew ? withBoosters(played, startBoosters(now, boosters)) : played);
}

export function keepSimple(simple: boolean): void {
  become({ ...past(), simple });
  keepLook();
}

/** Nothing is left on the device. */
export function forgetAll(): void {
  for (const name of ['progress', 'look', 'play', 'notify'] as const) forget(name);
  become({ progress: freshProgress, simple: false, seed: drawnSeed() });
}

function become(next: Past): void {
  current = next;
  for (const listener of listeners) listener();
}

function recalled(): Past {
  const look = recallValue('look') as { simple?: unknown; seed?: unknown } | undefined;
  const seed = Number.isSafeInteger(look?.seed) ? (look?.seed as number) : drawnSeed();
  current = { progress: readProgress(recall('progress')), simple: look?.simple === true, seed };
  keepLook();
  return current;
}

function keepLook(): void {
  const { simple, seed } = past();
  remember('look', JSON.stringify({ simple, seed }));
}

const drawnSeed = (): number => Math.floor(Math.random() * SEEDS);
