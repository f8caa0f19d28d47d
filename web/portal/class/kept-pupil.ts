import type { Sitting } from '../../../src/academy/class-results.ts';
import { FORM_NAMES, LESSON_KINDS, type LessonKind } from '../../../src/academy/lesson.ts';

const KEY = 'qorgan.class';
/** Answers of three forms, and what their names take. */
const TEXT_MOST = 4_000;

/** A pupil as this device remembers one: codes, and answers that have not reached the service. */
export interface KeptPupil {
  readonly code: string;
  readonly learner: string;
  /** When the class is deleted: then the device forgets it, too. */
  readonly endsAt: number;
  readonly pending: Readonly<Partial<Record<Sitting, Readonly<Record<string, LessonKind>>>>>;
}

export function keptPupil(): KeptPupil | undefined {
  try {
    const text = localStorage.getItem(KEY) ?? '';
    if (text === '' || text.length > TEXT_MOST) return undefined;
    const kept = read(JSON.parse(text));
    return kept !== undefined && kept.endsAt > Date.now() ? kept : undefined;
  } catch {
    return undefined; // no storage, or not ours
  }
}

/** @param pupil undefined: the device forgets */
export function keepPupil(pupil: KeptPupil | undefined): void {
  try {
    if (pupil === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(pupil));
  } catch {
    // it is known while the page is open
  }
}

function read(value: Partial<KeptPupil>): KeptPupil | undefined {
  const { code, learner, endsAt, pending } = value;
  if (typeof code !== 'string' || typeof learner !== 'string') return undefined;
  if (typeof endsAt !== 'number') return undefined;
  const sittings = Object.entries(pending ?? {}).map(([sitting, answers]) => [
    sitting,
    Object.fromEntries(Object.entries(answers ?? {}).filter(isAnswer)),
  ]);
  return { code, learner, endsAt, pending: Object.fromEntries(sittings) };
}

const isAnswer = ([item, said]: [string, LessonKind]): boolean =>
  FORM_NAMES.some((name) => item.startsWith(name)) && LESSON_KINDS.includes(said);
