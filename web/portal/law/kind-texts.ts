import type { Texts } from '../say.ts';

/** Short names of punishments, for tables. */
export const KIND_NAMES = {
  fine: { ru: 'Штраф', kk: 'Айыппұл', en: 'Fine' },
  works: { ru: 'Исправительные работы', kk: 'Түзеу жұмыстары', en: 'Corrective works' },
  community: { ru: 'Общественные работы', kk: 'Қоғамдық жұмыстар', en: 'Community work' },
  arrest: { ru: 'Арест', kk: 'Қамақ', en: 'Arrest' },
  restriction: {
    ru: 'Ограничение свободы',
    kk: 'Бас бостандығын шектеу',
    en: 'Restriction of liberty',
  },
  prison: { ru: 'Лишение свободы', kk: 'Бас бостандығынан айыру', en: 'Imprisonment' },
  confiscation: { ru: 'Конфискация', kk: 'Тәркілеу', en: 'Confiscation' },
  ban: { ru: 'Запрет', kk: 'Тыйым', en: 'Ban' },
} as const satisfies Texts;
