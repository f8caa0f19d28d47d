import { wholeLessons } from '../../../academy/found-lessons.ts';
import type { Lessons } from '../../../academy/lesson.ts';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { lessonsFolder, readLessons } from './read-lessons.ts';

/**
 * The lessons of a folder. Throws QRG_LESSON_FILE with the file, the line and the path of the first thing that is not well made.
 * Whether the lessons are good ones is told by `qorgan lessons check`.
 */
export async function loadLessons(folder: string = lessonsFolder): Promise<Lessons> {
  const { found, faults } = await readLessons(folder);
  const lessons = wholeLessons(found);
  if (faults.length === 0 && lessons !== undefined) return lessons;
  const { file, line, path, what } = faults[0];
  throw new QorganError('QRG_LESSON_FILE', {
    file: `${file}:${line}`,
    path: path.length === 0 ? '—' : path.join('.'),
    what,
  });
}

/** What the portal reads from `/portal/data/lessons.json`: all lessons, without the list of what must not be said. */
export async function lessonsJson(folder: string = lessonsFolder): Promise<string> {
  return JSON.stringify(await loadLessons(folder));
}
