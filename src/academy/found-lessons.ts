import type { Technique } from '../domain/post.ts';
import type {
  BoosterItem,
  Form,
  LessonPlans,
  Lessons,
  PressureLine,
  Scene,
  TechniqueWords,
} from './lesson.ts';
import type { NoHowTo } from './no-how-to.ts';

/** Lessons as far as their files could be read: whoever writes one file is told of it before the others are there. */
export interface FoundLessons {
  readonly scenes: readonly Scene[];
  readonly forms: readonly Form[];
  readonly boosters: readonly BoosterItem[];
  readonly pressure: readonly PressureLine[];
  readonly techniques?: Readonly<Record<Technique, TechniqueWords>> | undefined;
  readonly plans?: LessonPlans | undefined;
  readonly noHowTo: readonly NoHowTo[];
}

/** The whole of them; undefined while techniques or plans are missing. The list of what must not be said stays behind. */
export function wholeLessons(found: FoundLessons): Lessons | undefined {
  const { techniques, plans, scenes, forms, boosters, pressure } = found;
  if (techniques === undefined || plans === undefined) return undefined;
  return { scenes, forms, boosters, pressure, techniques, plans };
}
