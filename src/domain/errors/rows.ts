import type { ErrorEntry } from './entry.ts';

/** A row of an input that was not taken. */
export const ROW_ERRORS = {
  QRG_ROW_AMOUNT: {
    status: 422,
    message: {
      ru: 'Сумма не читается: «{value}»',
      kk: 'Соманы оқу мүмкін болмады: «{value}»',
      en: 'The amount cannot be read: "{value}"',
    },
  },
  QRG_ROW_TIME: {
    status: 422,
    message: {
      ru: 'Дата или время не читается: «{value}»',
      kk: 'Күнді немесе уақытты оқу мүмкін болмады: «{value}»',
      en: 'The date or time cannot be read: "{value}"',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
