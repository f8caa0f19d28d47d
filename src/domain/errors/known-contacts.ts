import type { ErrorEntry } from './entry.ts';

/** Contacts that anybody may ask for by a prefix. */
export const KNOWN_CONTACT_ERRORS = {
  QRG_KNOWN_CONTACTS_OFTEN: {
    status: 429,
    message: {
      ru: 'Слишком много запросов подряд. Попробуйте через {seconds} с',
      kk: 'Сұрау қатарынан тым көп болды. {seconds} секундтан кейін қайталаңыз',
      en: 'Too many requests in a row. Try again in {seconds} s',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
