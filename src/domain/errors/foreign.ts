import type { ErrorEntry } from './entry.ts';

/** Packages of threat formats (STIX, MISP): read from other houses and written for them. */
export const FOREIGN_ERRORS = {
  QRG_FOREIGN_BIG: {
    status: 413,
    message: {
      ru: 'Пакет больше {most} МБ',
      kk: 'Пакет {most} МБ-тан үлкен',
      en: 'The package is larger than {most} MB',
    },
    hint: {
      ru: 'Попросите отправителя разделить его',
      kk: 'Жіберушіден оны бөлуді сұраңыз',
      en: 'Ask the sender to split it',
    },
  },
  QRG_FOREIGN_DEEP: {
    status: 422,
    message: {
      ru: 'В пакете больше {most} вложенных уровней',
      kk: 'Пакетте {most} деңгейден көп қабат бар',
      en: 'The package nests deeper than {most} levels',
    },
  },
  QRG_FOREIGN_MANY: {
    status: 422,
    message: {
      ru: 'В пакете больше {most} объектов',
      kk: 'Пакетте {most} нысаннан көп',
      en: 'The package has more than {most} objects',
    },
    hint: {
      ru: 'Попросите отправителя разделить его',
      kk: 'Жіберушіден оны бөлуді сұраңыз',
      en: 'Ask the sender to split it',
    },
  },
  QRG_FOREIGN_MISP: {
    status: 422,
    message: {
      ru: 'Это не событие MISP: {reason}',
      kk: 'Бұл MISP оқиғасы емес: {reason}',
      en: 'This is no MISP event: {reason}',
    },
    hint: {
      ru: 'Нужен файл JSON с одним событием (Event), как его выгружает MISP',
      kk: 'MISP шығаратын, бір оқиғасы (Event) бар JSON файлы керек',
      en: 'A JSON file with one event (Event), as MISP exports it, is needed',
    },
  },
  QRG_FOREIGN_STIX: {
    status: 422,
    message: {
      ru: 'Это не пакет STIX 2.1: {reason}',
      kk: 'Бұл STIX 2.1 пакеті емес: {reason}',
      en: 'This is no bundle of STIX 2.1: {reason}',
    },
    hint: {
      ru: 'Нужен файл JSON с объектом bundle версии 2.1',
      kk: '2.1 нұсқасындағы bundle нысаны бар JSON файлы керек',
      en: 'A JSON file with a bundle of version 2.1 is needed',
    },
  },
  QRG_FOREIGN_TEXT: {
    status: 422,
    message: {
      ru: 'Файл не читается как JSON в UTF-8: {reason}',
      kk: 'Файл UTF-8 JSON ретінде оқылмады: {reason}',
      en: 'The file cannot be read as JSON in UTF-8: {reason}',
    },
  },
  QRG_WRITTEN_RED: {
    status: 422,
    message: {
      ru: 'Помеченное TLP:RED не отправляется: {what}',
      kk: 'TLP:RED белгісі барды жіберуге болмайды: {what}',
      en: 'What is marked TLP:RED is not sent: {what}',
    },
    hint: {
      ru: 'Уберите это из пакета или спросите того, кто пометил',
      kk: 'Оны пакеттен алып тастаңыз не белгі қойғаннан сұраңыз',
      en: 'Take it out of the package, or ask whoever marked it',
    },
  },
  QRG_WRITTEN_TIME: {
    status: 422,
    message: {
      ru: 'Время вне пределов формата (годы 1–9999): {what}',
      kk: 'Уақыт пішім шегінен тыс (1–9999 жылдар): {what}',
      en: 'A time is beyond what the format can say (years 1 to 9999): {what}',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
