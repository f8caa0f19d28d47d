import type { ErrorEntry } from './entry.ts';

/** Lessons that cannot be used, and all that `qorgan lessons check` finds in them. */
export const LESSON_ERRORS = {
  QRG_LESSON_FILE: {
    status: 500,
    message: {
      ru: 'Урок: {file}, {path}: {what}',
      kk: 'Сабақ: {file}, {path}: {what}',
      en: 'Lesson: {file}, {path}: {what}',
    },
    hint: {
      ru: 'Исправьте файл в data/lessons. Как он устроен, написано в docs/reference/lessons.md.',
      kk: 'data/lessons ішіндегі файлды түзетіңіз. Оның құрылымы docs/reference/lessons.md ішінде.',
      en: 'Correct the file in data/lessons. docs/reference/lessons.md says how it is made.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
