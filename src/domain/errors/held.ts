import type { ErrorEntry } from './entry.ts';

/** Help for people: the files that it comes from, and the look-up of a held payment by its code. */
export const HELD_ERRORS = {
  QRG_HELP_FILE: {
    status: 500,
    message: {
      ru: 'Помощь: {file}, {path}: {what}',
      kk: 'Көмек: {file}, {path}: {what}',
      en: 'Help: {file}, {path}: {what}',
    },
    hint: {
      ru: 'Исправьте файл в data/help. Как он устроен, написано в docs/reference/help-data.md.',
      kk: 'data/help ішіндегі файлды түзетіңіз. Оның құрылымы docs/reference/help-data.md ішінде.',
      en: 'Correct the file in data/help. docs/reference/help-data.md says how it is made.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
