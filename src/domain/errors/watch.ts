import type { ErrorEntry } from './entry.ts';

/** Watch: sources, posts, contacts and reports as people work with them. */
export const WATCH_ERRORS = {
  QRG_WATCH_CAMPAIGN_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такой кампании: {campaign}',
      kk: 'Мұндай науқан жоқ: {campaign}',
      en: 'There is no such campaign: {campaign}',
    },
  },
  QRG_WATCH_CONTACT_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого контакта: {contact}',
      kk: 'Мұндай байланыс жоқ: {contact}',
      en: 'There is no such contact: {contact}',
    },
  },
  QRG_WATCH_HIT_CHANGED: {
    status: 412,
    message: {
      ru: 'Совпадение изменилось с тех пор, как вы его открыли',
      kk: 'Сәйкестік сіз ашқаннан бері өзгерді',
      en: 'The hit has changed since you opened it',
    },
    hint: {
      ru: 'Откройте его снова и решите по тому, что там теперь',
      kk: 'Оны қайта ашып, қазіргі күйіне қарай шешім қабылдаңыз',
      en: 'Open it again and decide by what it says now',
    },
  },
  QRG_WATCH_HIT_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого совпадения: {hit}',
      kk: 'Мұндай сәйкестік жоқ: {hit}',
      en: 'There is no such hit: {hit}',
    },
  },
  QRG_WATCH_INPUT: {
    status: 422,
    message: {
      ru: 'У источника нет адреса или файла, который он читает',
      kk: 'Дереккөздің оқитын мекенжайы не файлы жоқ',
      en: 'The source has no address or file to read',
    },
  },
  QRG_WATCH_NO_PAGE: {
    status: 409,
    message: {
      ru: 'У объявления нет адреса, открыть его заново нельзя',
      kk: 'Хабарландырудың мекенжайы жоқ, оны қайта ашу мүмкін емес',
      en: 'The post has no address, it cannot be opened again',
    },
  },
  QRG_WATCH_POST_CHANGED: {
    status: 412,
    message: {
      ru: 'Объявление изменилось с тех пор, как вы его открыли',
      kk: 'Хабарландыру сіз ашқаннан бері өзгерді',
      en: 'The post has changed since you opened it',
    },
    hint: {
      ru: 'Откройте его снова и прочтите, что там теперь',
      kk: 'Оны қайта ашып, қазір не жазылғанын оқыңыз',
      en: 'Open it again and read what it says now',
    },
  },
  QRG_WATCH_POST_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого объявления: {post}',
      kk: 'Мұндай хабарландыру жоқ: {post}',
      en: 'There is no such post: {post}',
    },
  },
  QRG_WATCH_REPORT_EMPTY: {
    status: 422,
    message: {
      ru: 'В сообщении нет ни текста, ни ссылки, ни контакта',
      kk: 'Хабарламада мәтін де, сілтеме де, байланыс та жоқ',
      en: 'The report has no text, no link and no contact',
    },
    hint: {
      ru: 'Вставьте текст предложения или напишите, кто его прислал',
      kk: 'Ұсыныстың мәтінін қойыңыз немесе оны кім жібергенін жазыңыз',
      en: 'Paste the offer, or say who sent it',
    },
  },
  QRG_WATCH_REPORT_OFTEN: {
    status: 429,
    message: {
      ru: 'С этого адреса сообщают слишком часто',
      kk: 'Бұл мекенжайдан тым жиі хабарланып жатыр',
      en: 'Reports come too often from this address',
    },
    hint: {
      ru: 'Подождите {seconds} с',
      kk: '{seconds} с күтіңіз',
      en: 'Wait {seconds} s',
    },
  },
  QRG_WATCH_REPORT_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Сообщения с таким кодом нет',
      kk: 'Мұндай коды бар хабарлама жоқ',
      en: 'There is no report with this code',
    },
    hint: {
      ru: 'Проверьте код: в нём 16 букв и цифр',
      kk: 'Кодты тексеріңіз: онда 16 әріп пен цифр бар',
      en: 'Check the code: it has 16 letters and digits',
    },
  },
  QRG_WATCH_SOURCES_MANY: {
    status: 409,
    message: {
      ru: 'Источников уже {most}, больше не добавить',
      kk: 'Дереккөздер саны {most} болды, одан артық қосылмайды',
      en: 'There are {most} sources already, no more can be added',
    },
    hint: {
      ru: 'Уберите лишние из наблюдения',
      kk: 'Артықтарын бақылаудан алып тастаңыз',
      en: 'Pause or reuse those that are not needed',
    },
  },
  QRG_WATCH_SOURCE_BUSY: {
    status: 409,
    message: {
      ru: 'Этот источник читается прямо сейчас',
      kk: 'Бұл дереккөз дәл қазір оқылып жатыр',
      en: 'This source is being read right now',
    },
    hint: {
      ru: 'Дождитесь конца и повторите',
      kk: 'Соңына дейін күтіп, қайталаңыз',
      en: 'Wait for the end and try again',
    },
  },
  QRG_WATCH_SOURCE_CHANGED: {
    status: 412,
    message: {
      ru: 'Источник изменился с тех пор, как вы его открыли',
      kk: 'Дереккөз сіз ашқаннан бері өзгерді',
      en: 'The source has changed since you opened it',
    },
    hint: {
      ru: 'Откройте его снова',
      kk: 'Оны қайта ашыңыз',
      en: 'Open it again',
    },
  },
  QRG_WATCH_SOURCE_KIND: {
    status: 422,
    message: {
      ru: 'Источник этого вида так не читается: {kind}',
      kk: 'Бұл түрдегі дереккөз бұлай оқылмайды: {kind}',
      en: 'A source of this kind is not read in this way: {kind}',
    },
    hint: {
      ru: 'Каналы, ленты и страницы читаются по адресу; выгрузки, таблицы и архивы загружают файлом',
      kk: 'Арналар, таспалар мен беттер мекенжайы бойынша оқылады; экспорттар, кестелер мен мұрағаттар файлмен жүктеледі',
      en: 'Channels, feeds and pages are read at their address; exports, tables and archives are uploaded',
    },
  },
  QRG_WATCH_SOURCE_NAME_TAKEN: {
    status: 409,
    message: {
      ru: 'Источник с таким названием уже есть: {name}',
      kk: 'Мұндай атаулы дереккөз бұрыннан бар: {name}',
      en: 'There is a source by this name already: {name}',
    },
  },
  QRG_WATCH_SOURCE_NOT_YOURS: {
    status: 403,
    message: {
      ru: 'Этим источником ведает другая организация',
      kk: 'Бұл дереккөзді басқа ұйым жүргізеді',
      en: 'This source is managed by another institution',
    },
  },
  QRG_WATCH_SOURCE_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого источника: {source}',
      kk: 'Мұндай дереккөз жоқ: {source}',
      en: 'There is no such source: {source}',
    },
  },
  QRG_WATCH_SOURCE_URL: {
    status: 422,
    message: {
      ru: 'Источнику этого вида нужен адрес, а файлу он не нужен: {kind}',
      kk: 'Бұл түрдегі дереккөзге мекенжай керек, ал файлға керек емес: {kind}',
      en: 'A source of this kind needs an address, a file does not: {kind}',
    },
  },
  QRG_WATCH_STOPPED: {
    status: 409,
    message: {
      ru: 'Этот контакт уже ничего не связывает',
      kk: 'Бұл байланыс енді ештеңені байланыстырмайды',
      en: 'This contact joins nothing already',
    },
  },
  QRG_WATCH_STOP_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Среди общих контактов такого нет',
      kk: 'Ортақ байланыстардың арасында мұндай жоқ',
      en: 'There is no such contact among those that join nothing',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
