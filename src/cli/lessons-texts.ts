import type { Localized } from '../domain/language.ts';

/** What `qorgan lessons` says. */
export const LESSONS_TEXTS = {
  'lessons.sum': {
    ru: 'Сцен: {scenes} (ловушек {traps}). Форм: {forms}. Повторение: {boosters}. Строк игры: {lines}. Замечаний: {notes}.',
    kk: 'Көріністер: {scenes} (қақпан {traps}). Нысандар: {forms}. Қайталау: {boosters}. Ойын жолдары: {lines}. Ескертулер: {notes}.',
    en: 'Scenes: {scenes} ({traps} traps). Forms: {forms}. Booster items: {boosters}. Lines of the game: {lines}. To mend: {notes}.',
  },
  'lessons.unread': {
    ru: 'Педагог ещё не читал: {scenes}',
    kk: 'Педагог әлі оқымаған: {scenes}',
    en: 'No educator has read yet: {scenes}',
  },
} as const satisfies Record<string, Localized>;
