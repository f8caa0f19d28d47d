import type { Localized } from '../../src/domain/language.ts';

/** Units of sums and of time, and the words that stand for a date. */
export const UNIT_TEXTS = {
  thousand: { ru: 'тыс.', kk: 'мың', en: 'k' },
  million: { ru: 'млн', kk: 'млн', en: 'm' },
  billion: { ru: 'млрд', kk: 'млрд', en: 'bn' },
  trillion: { ru: 'трлн', kk: 'трлн', en: 'tn' },
  seconds: { ru: 'с', kk: 'сек', en: 's' },
  minutes: { ru: 'мин', kk: 'мин', en: 'min' },
  hours: { ru: 'ч', kk: 'сағ', en: 'h' },
  days: { ru: 'дн.', kk: 'күн', en: 'd' },
  sameDay: { ru: 'в тот же день', kk: 'сол күні', en: 'same day' },
  dayNumber: { ru: 'день {n}', kk: '{n}-күн', en: 'day {n}' },
} as const satisfies Record<string, Localized>;

export type UnitTextName = keyof typeof UNIT_TEXTS;
