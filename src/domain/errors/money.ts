import type { ErrorEntry } from './entry.ts';

/** An amount of money that was not understood. */
export const MONEY_ERRORS = {
  QRG_MONEY_TEXT: {
    status: 422,
    message: {
      ru: 'Это не сумма: «{value}»',
      kk: 'Бұл ақша сомасына ұқсамайды: «{value}»',
      en: 'This is not an amount: "{value}"',
    },
    hint: {
      ru: 'Пишите сумму цифрами, например 1 234 567,89.',
      kk: 'Соманы цифрмен жазыңыз, мысалы: 1 234 567,89.',
      en: 'Write the amount in digits, for example 1 234 567,89.',
    },
  },
  QRG_MONEY_AMBIGUOUS: {
    status: 422,
    message: {
      ru: 'Сумму «{value}» можно прочитать двояко: знак отделяет тысячи или дробную часть',
      kk: '«{value}» сомасын екі түрлі оқуға болады: белгі мыңдықты да, тиынды да бөліп тұруы мүмкін',
      en: 'The amount "{value}" reads two ways: its sign may part thousands or decimals',
    },
    hint: {
      ru: 'Допишите копейки («1,234.00») или отделите тысячи пробелом («1 234»).',
      kk: 'Тиынын қосып жазыңыз («1,234.00») немесе мыңдықты бос орынмен бөліңіз («1 234»).',
      en: 'Write the decimals out ("1,234.00") or part thousands with a space ("1 234").',
    },
  },
  QRG_MONEY_DIGITS: {
    status: 422,
    message: {
      ru: 'У суммы «{value}» больше {exponent} знаков после запятой',
      kk: '«{value}» сомасында үтірден кейін {exponent} цифрдан көп жазылған',
      en: 'The amount "{value}" has more than {exponent} decimals',
    },
  },
  QRG_MONEY_OVERFLOW: {
    status: 422,
    message: {
      ru: 'Сумма «{value}» слишком велика, чтобы учесть её точно',
      kk: '«{value}» сомасы тым үлкен, оны дәл есепке алу мүмкін емес',
      en: 'The amount "{value}" is too large to be kept exactly',
    },
  },
  QRG_MONEY_CURRENCY: {
    status: 422,
    message: {
      ru: 'Неизвестная валюта: «{value}»',
      kk: 'Белгісіз валюта: «{value}»',
      en: 'Unknown currency: "{value}"',
    },
    hint: {
      ru: 'Укажите код валюты по ISO 4217, например KZT.',
      kk: 'Валюта кодын ISO 4217 бойынша көрсетіңіз, мысалы KZT.',
      en: 'Give the ISO 4217 code, for example KZT.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
