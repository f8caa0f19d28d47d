import { areaTexts } from '../texts.ts';
import { EXCHANGE_TEXTS } from './texts-exchange.ts';
import { FILE_TEXTS } from './texts-files.ts';
import { LAW_TEXTS } from './texts-law.ts';
import { MONEY_TEXTS } from './texts-money.ts';
import { PAGE_TEXTS } from './texts-page.ts';
import { PEOPLE_TEXTS } from './texts-people.ts';
import { QUEUE_TEXTS } from './texts-queue.ts';
import { CASE_WORDS } from './texts-words.ts';

export {
  CASE_WORDS,
  EXCHANGE_TEXTS,
  FILE_TEXTS,
  LAW_TEXTS,
  MONEY_TEXTS,
  PAGE_TEXTS,
  PEOPLE_TEXTS,
  QUEUE_TEXTS,
};

export const useCaseWords = areaTexts('cases', CASE_WORDS);
export const useQueueTexts = areaTexts('casesQueue', QUEUE_TEXTS);
export const usePageTexts = areaTexts('casesPage', PAGE_TEXTS);
export const useMoneyTexts = areaTexts('casesMoney', MONEY_TEXTS);
export const usePeopleTexts = areaTexts('casesPeople', PEOPLE_TEXTS);
export const useFileTexts = areaTexts('casesFiles', FILE_TEXTS);
export const useLawTexts = areaTexts('casesLaw', LAW_TEXTS);
export const useExchangeTexts = areaTexts('casesExchange', EXCHANGE_TEXTS);
