import type { ErrorCode, Problem } from '../../domain/errors/catalogue.ts';

/** What `lint-lessons.ts` finds; texts of each stand in the catalogue. */
export type LessonProblem = Extract<ErrorCode, `QRG_LESSON_${string}`>;

/** Where a thing stands in a file of lessons. */
export interface Spot {
  /** Below the folder of lessons: 'scenes/card-rent.yaml'. */
  readonly file: string;
  readonly path: readonly (string | number)[];
}

export interface Finding extends Spot {
  readonly problem: LessonProblem;
  readonly args: Problem['args'];
}

export const finding = (
  { file, path }: Spot,
  problem: LessonProblem,
  args: Problem['args'] = {},
): Finding => ({ file, path, problem, args });

export const below = ({ file, path }: Spot, ...more: readonly (string | number)[]): Spot => ({
  file,
  path: [...path, ...more],
});
