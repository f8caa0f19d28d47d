import { TECHNIQUES, type Technique } from '../domain/post.ts';
import { BOOSTER_DAYS, type BoosterState, type BoxedItem } from './boosters.ts';
import type { Answer } from './discernment.ts';
import { DECISIONS, type Decision, LESSON_KINDS, type LessonKind } from './lesson.ts';

/**
 * What a device remembers of training, as plain JSON on that device alone: no name, no text, nothing that is sent. Bounded, and
 * whatever cannot be understood is forgotten and not repaired.
 */
export interface Progress {
  readonly version: typeof VERSION;
  /** By scene: how it was decided the first time, which is what is measured, and how often it was played. */
  readonly scenes: Readonly<Record<string, PlayedScene>>;
  readonly boosters: BoosterState | undefined;
  /** Answers of boosters, the newest last. */
  readonly answers: readonly Answer[];
  /** Games of "name the technique": how often each technique was asked and named. */
  readonly eye: Readonly<Partial<Record<Technique, NamedTechnique>>>;
}

export interface PlayedScene {
  readonly kind: LessonKind;
  readonly first: Decision;
  readonly times: number;
  readonly at: number;
}

export interface NamedTechnique {
  readonly asked: number;
  readonly named: number;
}

const VERSION = 1;
const SCENES_MOST = 200;
const ITEMS_MOST = 500;
const ANSWERS_MOST = 200;
/** Longest text that is read at all. */
const TEXT_MOST = 200_000;

export const freshProgress: Progress = {
  ...{ version: VERSION, scenes: {}, boosters: undefined, answers: [], eye: {} },
};

/** Adds a play that has ended. Only the first one of a scene is measured: after it the player knows. */
export function withPlay(
  progress: Progress,
  scene: { readonly id: string; readonly kind: LessonKind },
  decision: Decision,
  now: number,
): Progress {
  const before = Object.hasOwn(progress.scenes, scene.id) ? progress.scenes[scene.id] : undefined;
  if (before === undefined && Object.keys(progress.scenes).length >= SCENES_MOST) return progress;
  const { kind, first, times } = before ?? { kind: scene.kind, first: decision, times: 0 };
  const played = { kind, first, times: times + 1, at: now };
  return { ...progress, scenes: { ...progress.scenes, [scene.id]: played } };
}

/** Adds a round of boosters. */
export const withBoosters = (
  progress: Progress,
  boosters: BoosterState,
  answers: readonly Answer[] = [],
): Progress => ({
  ...progress,
  boosters,
  answers: [...progress.answers, ...answers].slice(-ANSWERS_MOST),
});

/** Adds an answer of "name the technique". */
export function withNamed(progress: Progress, technique: Technique, isRight: boolean): Progress {
  const { asked, named } = progress.eye[technique] ?? { asked: 0, named: 0 };
  const now = { asked: asked + 1, named: named + (isRight ? 1 : 0) };
  return { ...progress, eye: { ...progress.eye, [technique]: now } };
}

/** Everything that was judged for the first time: what `discernmentOf` makes a score of. */
export const judgedSoFar = ({ scenes, answers }: Progress): Answer[] => [
  ...Object.values(scenes).map(
    ({ kind, first }): Answer => ({ kind, said: first === 'declined' ? 'trap' : 'genuine' }),
  ),
  ...answers,
];

export const writeProgress = (progress: Progress): string => JSON.stringify(progress);

/** What was written before; a fresh one for a text that is missing, broken, of another version or too long. */
export function readProgress(text: string | null | undefined): Progress {
  if (text === null || text === undefined || text.length > TEXT_MOST) return freshProgress;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return freshProgress;
  }
  if (!isRecord(value) || value.version !== VERSION) return freshProgress;
  return {
    version: VERSION,
    scenes: entries(value.scenes, SCENES_MOST, playedScene),
    boosters: boosterState(value.boosters),
    answers: list(value.answers, ANSWERS_MOST, answer),
    eye: entries(value.eye, TECHNIQUES.length, namedTechnique, (key) =>
      (TECHNIQUES as readonly string[]).includes(key),
    ),
  };
}

function playedScene(value: unknown): PlayedScene | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, first, times, at } = value;
  return isOneOf(LESSON_KINDS, kind) && isOneOf(DECISIONS, first) && isCount(times) && isCount(at)
    ? { kind, first, times, at }
    : undefined;
}

function answer(value: unknown): Answer | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, said } = value;
  return isOneOf(LESSON_KINDS, kind) && isOneOf(LESSON_KINDS, said) ? { kind, said } : undefined;
}

function namedTechnique(value: unknown): NamedTechnique | undefined {
  if (!isRecord(value)) return undefined;
  const { asked, named } = value;
  return isCount(asked) && isCount(named) && named <= asked ? { asked, named } : undefined;
}

function boosterState(value: unknown): BoosterState | undefined {
  if (!isRecord(value) || !isCount(value.trainedAt)) return undefined;
  const { trainedAt } = value;
  const rounds = list(value.rounds, BOOSTER_DAYS.length, (at) => (isCount(at) ? at : undefined));
  return { trainedAt, rounds, boxes: entries(value.boxes, ITEMS_MOST, boxedItem) };
}

function boxedItem(value: unknown): BoxedItem | undefined {
  if (!isRecord(value)) return undefined;
  const { box, at } = value;
  return isCount(box) && isCount(at) ? { box, at } : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isOneOf = <T extends string>(words: readonly T[], value: unknown): value is T =>
  (words as readonly unknown[]).includes(value);

function list<T>(value: unknown, most: number, read: (one: unknown) => T | undefined): T[] {
  if (!Array.isArray(value)) return [];
  return value
    .slice(-most)
    .map(read)
    .filter((one) => one !== undefined);
}

function entries<T>(
  value: unknown,
  most: number,
  read: (one: unknown) => T | undefined,
  isKey: (key: string) => boolean = () => true,
): Record<string, T> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key.length <= 64 && isKey(key))
      .slice(0, most)
      .flatMap(([key, one]) => {
        const known = read(one);
        return known === undefined ? [] : [[key, known] as const];
      }),
  );
}
