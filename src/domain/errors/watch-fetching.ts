import type { ErrorEntry } from './entry.ts';

/** Watch: what is asked of the open internet, and what it answers. */
export const WATCH_FETCHING_ERRORS = {
  QRG_WATCH_ADDRESS: {
    status: 403,
    message: {
      ru: 'Адрес не из открытого интернета, запрос не отправлен: {host}',
      kk: 'Мекенжай ашық интернетке жатпайды, сұрау жіберілген жоқ: {host}',
      en: 'The address is not of the open internet, nothing was sent: {host}',
    },
    hint: {
      ru: 'Наблюдать можно только открытые страницы',
      kk: 'Тек ашық беттерді бақылауға болады',
      en: 'Only pages of the open internet are watched',
    },
  },
  QRG_WATCH_BODY_BIG: {
    status: 502,
    message: {
      ru: 'Ответ больше {most} МБ',
      kk: 'Жауап {most} МБ-тан үлкен',
      en: 'The answer is larger than {most} MB',
    },
  },
  QRG_WATCH_CREDENTIALS: {
    status: 422,
    message: {
      ru: 'В адресе есть имя или пароль',
      kk: 'Мекенжайда ат немесе құпиясөз бар',
      en: 'The address holds a name or a password',
    },
    hint: {
      ru: 'Укажите адрес страницы, открытой всем',
      kk: 'Бәріне ашық беттің мекенжайын көрсетіңіз',
      en: 'Give the address of a page that is open to everybody',
    },
  },
  QRG_WATCH_ENCODING: {
    status: 502,
    message: {
      ru: 'Сжатый ответ не распаковывается: {reason}',
      kk: 'Сығылған жауап ашылмады: {reason}',
      en: 'The packed answer cannot be unpacked: {reason}',
    },
  },
  QRG_WATCH_HEADERS_BIG: {
    status: 502,
    message: {
      ru: 'Заголовки ответа слишком велики',
      kk: 'Жауаптың тақырыптары тым үлкен',
      en: 'The headers of the answer are too large',
    },
  },
  QRG_WATCH_HOST: {
    status: 502,
    message: {
      ru: 'Имя не найдено: {host}',
      kk: 'Атау табылмады: {host}',
      en: 'The name was not found: {host}',
    },
  },
  QRG_WATCH_LATER: {
    status: 503,
    message: {
      ru: 'Сайт {host} просит прийти позже',
      kk: '{host} сайты кейінірек келуді сұрайды',
      en: 'The site {host} asks to come later',
    },
  },
  QRG_WATCH_PORT: {
    status: 422,
    message: {
      ru: 'Порт не разрешён: {port}',
      kk: 'Портқа рұқсат жоқ: {port}',
      en: 'The port is not allowed: {port}',
    },
    hint: {
      ru: 'Обычные страницы отвечают на портах 80 и 443',
      kk: 'Кәдімгі беттер 80 және 443 порттарында жауап береді',
      en: 'Ordinary pages answer on ports 80 and 443',
    },
  },
  QRG_WATCH_QUEUE: {
    status: 503,
    message: {
      ru: 'Очередь запросов заполнена',
      kk: 'Сұраулар кезегі толды',
      en: 'The queue of requests is full',
    },
  },
  QRG_WATCH_REDIRECTS: {
    status: 502,
    message: {
      ru: 'Больше {most} переадресаций',
      kk: 'Қайта бағыттау {most}-тен көп',
      en: 'More than {most} redirects',
    },
  },
  QRG_WATCH_ROBOTS: {
    status: 403,
    message: {
      ru: 'Сайт просит роботов не читать эту страницу',
      kk: 'Сайт роботтардан бұл бетті оқымауды сұрайды',
      en: 'The site asks robots not to read this page',
    },
    hint: {
      ru: 'Страницу можно открыть и описать вручную',
      kk: 'Бетті қолмен ашып, сипаттауға болады',
      en: 'A person may open the page and write down what it says',
    },
  },
  QRG_WATCH_SCHEME: {
    status: 422,
    message: {
      ru: 'Читаются только адреса http и https',
      kk: 'Тек http және https мекенжайлары оқылады',
      en: 'Only http and https addresses are read',
    },
  },
  QRG_WATCH_STATUS: {
    status: 502,
    message: {
      ru: 'Сайт ответил {status}',
      kk: 'Сайт {status} деп жауап берді',
      en: 'The site answered {status}',
    },
  },
  QRG_WATCH_TIME: {
    status: 504,
    message: {
      ru: 'Сайт не ответил за {seconds} с',
      kk: 'Сайт {seconds} с ішінде жауап бермеді',
      en: 'The site did not answer within {seconds} s',
    },
  },
  QRG_WATCH_TYPE: {
    status: 502,
    message: {
      ru: 'Такое содержимое не читается: {type}',
      kk: 'Мұндай мазмұн оқылмайды: {type}',
      en: 'Content of this type is not read: {type}',
    },
  },
  QRG_WATCH_UNREACHABLE: {
    status: 502,
    message: {
      ru: 'Сайт недоступен: {reason}',
      kk: 'Сайтқа қосылу мүмкін болмады: {reason}',
      en: 'The site cannot be reached: {reason}',
    },
  },
  QRG_WATCH_URL: {
    status: 422,
    message: {
      ru: 'Адрес не читается: {value}',
      kk: 'Мекенжай танылмады: {value}',
      en: 'The address cannot be read: {value}',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
