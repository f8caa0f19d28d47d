import type { Localized } from '../domain/language.ts';

/** What only a person can say of an operation that reaches a threshold. */
export const THRESHOLD_QUESTIONS = {
  gratuitous: {
    ru: 'Перевод действительно безвозмездный и другому лицу?',
    kk: 'Аударым шынымен өтеусіз және басқа тұлғаға ма?',
    en: 'Is the transfer really gratuitous, and to another person?',
  },
  company_age: {
    ru: 'Со дня регистрации организации прошло меньше трёх месяцев?',
    kk: 'Ұйым тіркелгеніне үш ай толмаған ба?',
    en: 'Is the organisation registered for less than three months?',
  },
  foreign_currency: {
    ru: 'Платёж за границу был в иностранной валюте?',
    kk: 'Шетелге төлем шетел валютасымен болды ма?',
    en: 'Was the payment abroad in foreign currency?',
  },
} as const satisfies Record<string, Localized>;

export type ThresholdQuestion = keyof typeof THRESHOLD_QUESTIONS;
export const THRESHOLD_QUESTION_IDS = Object.keys(THRESHOLD_QUESTIONS) as ThresholdQuestion[];

/** A question in words; one that is no longer asked by its code. */
export const questionOf = (code: string): Localized =>
  THRESHOLD_QUESTIONS[code as ThresholdQuestion] ?? { ru: code, kk: code, en: code };
