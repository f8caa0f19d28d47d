import type { LessonKind } from './lesson.ts';

/** One offer that was judged: what it was, and what it was taken for. */
export interface Answer {
  readonly kind: LessonKind;
  readonly said: LessonKind;
}
