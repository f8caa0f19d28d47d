import type { ErrorEntry } from './entry.ts';

/** Watch: what was fetched or brought, as far as it can be read. */
export const WATCH_READING_ERRORS = {
  QRG_WATCH_CHANNEL: {
    status: 422,
    message: {
      ru: 'На странице нет открытой ленты канала',
      kk: 'Бетте арнаның ашық таспасы жоқ',
      en: 'The page shows no public posts of a channel',
    },
    hint: {
      ru: 'Канал закрыт, удалён или не имеет открытого просмотра; закрытые каналы не читаются',
      kk: 'Арна жабық, жойылған немесе ашық қаралмайды; жабық арналар оқылмайды',
      en: 'The channel is closed, gone or has no public preview; closed channels are not read',
    },
  },
  QRG_WATCH_EXPORT: {
    status: 422,
    message: {
      ru: 'Это не выгрузка Telegram: {reason}',
      kk: 'Бұл Telegram экспорты емес: {reason}',
      en: 'This is no export of Telegram: {reason}',
    },
    hint: {
      ru: 'В Telegram Desktop: «Экспорт истории чата», формат JSON; нужен файл result.json',
      kk: 'Telegram Desktop: «Чат тарихын экспорттау», JSON пішімі; result.json файлы керек',
      en: 'In Telegram Desktop: Export chat history, format JSON; the file is result.json',
    },
  },
  QRG_WATCH_FEED: {
    status: 422,
    message: {
      ru: 'Это не лента RSS или Atom',
      kk: 'Бұл RSS не Atom таспасы емес',
      en: 'This is neither an RSS nor an Atom feed',
    },
  },
  QRG_WATCH_FILE_BIG: {
    status: 413,
    message: {
      ru: 'Файл больше {most} МБ',
      kk: 'Файл {most} МБ-тан үлкен',
      en: 'The file is larger than {most} MB',
    },
    hint: {
      ru: 'Разделите выгрузку на части',
      kk: 'Экспортты бөліктерге бөліңіз',
      en: 'Split the export into parts',
    },
  },
  QRG_WATCH_LEXICON: {
    status: 422,
    message: {
      ru: 'Словарь, {file}, строка {line}, {path}: {what}',
      kk: 'Сөздік, {file}, {line}-жол, {path}: {what}',
      en: 'The lexicon, {file}, line {line}, {path}: {what}',
    },
    hint: {
      ru: 'Как писать правила, сказано в начале data/lexicon/rules/dropper.yaml',
      kk: 'Ережелер қалай жазылатыны data/lexicon/rules/dropper.yaml басында айтылған',
      en: 'The head of data/lexicon/rules/dropper.yaml says how rules are written',
    },
  },
  QRG_WATCH_MANY: {
    status: 422,
    message: {
      ru: 'Взято первое: больше {most} за один раз не читается',
      kk: 'Алғашқылары алынды: бір жолда {most}-тен көп оқылмайды',
      en: 'The first were taken: no more than {most} are read at once',
    },
  },
  QRG_WATCH_MESSAGE: {
    status: 422,
    message: {
      ru: 'Сообщение не читается: {reason}',
      kk: 'Хабарлама оқылмады: {reason}',
      en: 'The message cannot be read: {reason}',
    },
  },
  QRG_WATCH_NAMES: {
    status: 422,
    message: {
      ru: 'Названия, которые ищут в объявлениях: {file}, строка {line}: {what}',
      kk: 'Хабарландырулардан ізделетін атаулар: {file}, {line}-жол: {what}',
      en: 'Names looked for in posts: {file}, line {line}: {what}',
    },
    hint: {
      ru: 'Как устроен файл, написано в его начале',
      kk: 'Файлдың құрылымы оның басында жазылған',
      en: 'The head of the file says how it is made',
    },
  },
  QRG_WATCH_ROW_COLUMNS: {
    status: 422,
    message: {
      ru: 'В таблице нет столбца с текстом: {header}',
      kk: 'Кестеде мәтін бағаны жоқ: {header}',
      en: 'The table has no column with the text: {header}',
    },
    hint: {
      ru: 'Назовите столбец text, «Текст», «Сообщение» или «Мәтін»',
      kk: 'Бағанды text, «Текст», «Сообщение» не «Мәтін» деп атаңыз',
      en: 'Name the column text, «Текст», «Сообщение» or «Мәтін»',
    },
  },
  QRG_WATCH_ROW_ID: {
    status: 422,
    message: {
      ru: 'В строке нет id',
      kk: 'Жолда id жоқ',
      en: 'The row has no id',
    },
  },
  QRG_WATCH_ROW_OBJECT: {
    status: 422,
    message: {
      ru: 'Строка не читается как объект JSON',
      kk: 'Жол JSON нысаны ретінде оқылмады',
      en: 'The line cannot be read as a JSON object',
    },
  },
  QRG_WATCH_ROW_TEXT: {
    status: 422,
    message: {
      ru: 'В строке нет текста',
      kk: 'Жолда мәтін жоқ',
      en: 'The row has no text',
    },
  },
  QRG_WATCH_ROW_TIME: {
    status: 422,
    message: {
      ru: 'Время не читается: {value}',
      kk: 'Уақыт танылмады: {value}',
      en: 'The time cannot be read: {value}',
    },
    hint: {
      ru: 'ISO 8601, «31.12.2025 18:30» или секунды с 1970 года',
      kk: 'ISO 8601, «31.12.2025 18:30» немесе 1970 жылдан бергі секундтар',
      en: 'ISO 8601, 31.12.2025 18:30 or seconds since 1970',
    },
  },
  QRG_WATCH_SITEMAP: {
    status: 422,
    message: {
      ru: 'Это не карта сайта',
      kk: 'Бұл сайт картасы емес',
      en: 'This is no sitemap',
    },
  },
  QRG_WATCH_TEXT_LONG: {
    status: 422,
    message: {
      ru: 'Текст длиннее {most} знаков, взято начало',
      kk: 'Мәтін {most} таңбадан ұзын, басы алынды',
      en: 'The text is longer than {most} characters, its beginning was taken',
    },
  },
  QRG_WATCH_WARC: {
    status: 422,
    message: {
      ru: 'Архив WARC повреждён: {reason}',
      kk: 'WARC мұрағаты бүлінген: {reason}',
      en: 'The WARC archive is damaged: {reason}',
    },
  },
  QRG_WATCH_XML: {
    status: 422,
    message: {
      ru: 'XML не читается, строка {line}: {reason}',
      kk: 'XML оқылмады, {line}-жол: {reason}',
      en: 'The XML cannot be read, line {line}: {reason}',
    },
  },
  QRG_WATCH_XML_DTD: {
    status: 422,
    message: {
      ru: 'В XML есть DOCTYPE, такие файлы не читаются',
      kk: 'XML ішінде DOCTYPE бар, мұндай файлдар оқылмайды',
      en: 'The XML holds a DOCTYPE; such files are not read',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
