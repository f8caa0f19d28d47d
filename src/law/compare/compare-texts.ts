import type { Localized } from '../../domain/language.ts';

/** What of a provision may differ between two days. */
export const COMPARE_TEXTS = {
  title: { ru: 'название', kk: 'атауы', en: 'title' },
  text: { ru: 'содержание', kk: 'мазмұны', en: 'content' },
  elements: { ru: 'элементы', kk: 'элементтері', en: 'elements' },
  note: { ru: 'пояснение', kk: 'түсіндірме', en: 'note' },
  size: { ru: 'размер', kk: 'мөлшері', en: 'size' },
  circumstances: {
    ru: 'отягчающие обстоятельства',
    kk: 'ауырлататын мән-жайлар',
    en: 'circumstances',
  },
  sanction: { ru: 'санкция', kk: 'санкция', en: 'sanction' },
} as const satisfies Record<string, Localized>;
