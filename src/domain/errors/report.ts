import type { ErrorEntry } from './entry.ts';

/** What keeps a report from being written. */
export const REPORT_ERRORS = {
  QRG_REPORT_NOT_BUILT: {
    status: 500,
    message: {
      ru: 'Страница отчёта не собрана: нет {file}',
      kk: 'Есеп беті жиналмаған: {file} жоқ',
      en: 'The report page is not built: {file} is missing',
    },
    hint: {
      ru: 'Установите пакет заново или выполните npm run build.',
      kk: 'Пакетті қайта орнатыңыз немесе npm run build командасын орындаңыз.',
      en: 'Install the package again, or run npm run build.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
