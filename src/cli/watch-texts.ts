import type { Localized } from '../domain/language.ts';

/** What `qorgan watch` says. */
export const WATCH_TEXTS = {
  classified: {
    ru: 'Прочитано постов: {posts}; похоже на вербовку или наркотики: {unlawful} — {out}. Решает человек.',
    kk: 'Оқылған жазба: {posts}; адам тартуға не есірткіге ұқсайтыны: {unlawful} — {out}. Шешімді адам қабылдайды.',
    en: 'Posts read: {posts}; likely to recruit or to sell drugs: {unlawful} — {out}. A person decides.',
  },
} as const satisfies Record<string, Localized>;
