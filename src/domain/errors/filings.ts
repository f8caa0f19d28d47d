import type { ErrorEntry } from './entry.ts';

/** Notices to the financial monitoring body. */
export const FILING_ERRORS = {
  QRG_FILING_MESSAGE: {
    status: 422,
    message: {
      ru: 'Файл {file} — не сообщение ФМ-1',
      kk: '{file} файлы ФМ-1 хабарламасы емес',
      en: 'The file {file} is no FM-1 notice',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
