import type { FoundLessons } from '../../../academy/found-lessons.ts';
import { lintLessons } from '../../../academy/lint-lessons.ts';
import type { Problem } from '../../../domain/errors/catalogue.ts';
import { lessonsFolder, readLessons } from './read-lessons.ts';

/** One thing to mend in a folder of lessons. */
export interface LessonNote {
  /** Below the folder. */
  readonly file: string;
  readonly line: number;
  /** Keys and places from 0, as 'turns.2.says.0.text.kk'. */
  readonly path: string;
  readonly problem: Problem;
}

export interface CheckedLessons {
  readonly found: FoundLessons;
  readonly notes: readonly LessonNote[];
}

/** Everything that is wrong with a folder of lessons, by file and line. Throws QRG_FILE_UNREADABLE where there is no folder. */
export async function checkLessons(folder: string = lessonsFolder): Promise<CheckedLessons> {
  const { found, faults, lineOf } = await readLessons(folder);
  const notes = [
    ...faults.map(({ file, line, path, what }): LessonNote => {
      const at = path.join('.');
      const args = { file: `${file}:${line}`, path: at === '' ? '—' : at, what };
      return { file, line, path: at, problem: { code: 'QRG_LESSON_FILE', args } };
    }),
    ...lintLessons(found).map(({ file, path, problem, args }): LessonNote => {
      const line = lineOf(file, path);
      return { file, line, path: path.join('.'), problem: { code: problem, args } };
    }),
  ];
  return { found, notes: notes.sort((a, b) => order(a.file, b.file) || a.line - b.line) };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
