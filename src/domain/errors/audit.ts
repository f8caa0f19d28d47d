import type { ErrorEntry } from './entry.ts';

/** The book of acts. */
export const AUDIT_ERRORS = {
  QRG_AUDIT_BUSY: {
    status: 503,
    message: {
      ru: 'Журнал действий не успевает записывать, повторите через {seconds} с',
      kk: 'Әрекеттер журналы жазып үлгермей жатыр, {seconds} секундтан кейін қайталаңыз',
      en: 'The record of acts cannot keep up, try again in {seconds} s',
    },
  },
  QRG_AUDIT_ENTRY: {
    status: 500,
    message: {
      ru: 'Запись журнала действий не годится: {reason}',
      kk: 'Әрекеттер журналының жазбасы жарамсыз: {reason}',
      en: 'The entry for the record of acts is no good: {reason}',
    },
  },
  QRG_AUDIT_BROKEN: {
    status: 500,
    message: {
      ru: 'Журнал действий повреждён: голова цепочки не читается, новые записи невозможны',
      kk: 'Әрекеттер журналы бүлінген: тізбектің басы оқылмайды, жаңа жазба қосу мүмкін емес',
      en: 'The record of acts is damaged: the head of the chain does not open, nothing can be added',
    },
    hint: {
      ru: 'Проверьте ключ хранилища и выполните: qorgan audit verify',
      kk: 'Қойма кілтін тексеріп, мына пәрменді орындаңыз: qorgan audit verify',
      en: 'Check the key of the store and run: qorgan audit verify',
    },
  },
  QRG_AUDIT_ANCHOR: {
    status: 400,
    message: {
      ru: 'Отметка журнала не читается: {anchor}',
      kk: 'Журнал белгісі оқылмайды: {anchor}',
      en: 'The anchor of the record cannot be read: {anchor}',
    },
    hint: {
      ru: 'Пишите НОМЕР:ХЕШ, как их напечатала команда qorgan audit verify.',
      kk: 'qorgan audit verify пәрмені шығарғандай НӨМІР:ХЕШ түрінде жазыңыз.',
      en: 'Write NUMBER:HASH as printed by qorgan audit verify.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
