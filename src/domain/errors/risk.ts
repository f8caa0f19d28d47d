import type { ErrorEntry } from './entry.ts';

/** Parameters of the risk of customers that cannot be used. */
export const RISK_ERRORS = {
  QRG_RISK_PARAMETERS: {
    status: 422,
    message: {
      ru: 'Параметры риска клиентов: строка {line}, {path}: {what}',
      kk: 'Клиент тәуекелінің параметрлері: {line}-жол, {path}: {what}',
      en: 'Parameters of customer risk: line {line}, {path}: {what}',
    },
    hint: {
      ru: 'Как устроен файл, написано в начале data/risk/kz/parameters.yaml.',
      kk: 'Файлдың құрылымы data/risk/kz/parameters.yaml файлының басында жазылған.',
      en: 'The head of data/risk/kz/parameters.yaml says how the file is made.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
