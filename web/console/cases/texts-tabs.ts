import { areaTexts } from '../texts.ts';

export const CASE_TAB_TEXTS = {
  around: {
    ru: 'Дела и всё вокруг них',
    kk: 'Істер және олардың айналасы',
    en: 'Cases and what is around them',
  },
  cases: { ru: 'Дела', kk: 'Істер', en: 'Cases' },
  filings: { ru: 'Сообщения ФМ-1', kk: 'ҚМ-1 хабарламалары', en: 'FM-1 notices' },
  packages: { ru: 'Обмен', kk: 'Алмасу', en: 'Exchange' },
  law: { ru: 'Закон', kk: 'Заң', en: 'The law' },
} as const;

export const useCaseTabTexts = areaTexts('casesTabs', CASE_TAB_TEXTS);
