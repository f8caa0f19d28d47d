import type { ErrorEntry } from './entry.ts';

/** Watch: what is fetched, read, sealed and asked to be removed. */
export const WATCH_ERRORS = {
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
  QRG_WATCH_CAMPAIGN_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такой кампании: {campaign}',
      kk: 'Мұндай науқан жоқ: {campaign}',
      en: 'There is no such campaign: {campaign}',
    },
  },
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
  QRG_WATCH_CONTACT_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого контакта: {contact}',
      kk: 'Мұндай байланыс жоқ: {contact}',
      en: 'There is no such contact: {contact}',
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
  QRG_WATCH_HEADERS_BIG: {
    status: 502,
    message: {
      ru: 'Заголовки ответа слишком велики',
      kk: 'Жауаптың тақырыптары тым үлкен',
      en: 'The headers of the answer are too large',
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
  QRG_WATCH_HOST: {
    status: 502,
    message: {
      ru: 'Имя не найдено: {host}',
      kk: 'Атау табылмады: {host}',
      en: 'The name was not found: {host}',
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
  QRG_WATCH_LATER: {
    status: 503,
    message: {
      ru: 'Сайт {host} просит прийти позже',
      kk: '{host} сайты кейінірек келуді сұрайды',
      en: 'The site {host} asks to come later',
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
  QRG_WATCH_NO_PAGE: {
    status: 409,
    message: {
      ru: 'У объявления нет адреса, открыть его заново нельзя',
      kk: 'Хабарландырудың мекенжайы жоқ, оны қайта ашу мүмкін емес',
      en: 'The post has no address, it cannot be opened again',
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
  QRG_WATCH_SCHEME: {
    status: 422,
    message: {
      ru: 'Читаются только адреса http и https',
      kk: 'Тек http және https мекенжайлары оқылады',
      en: 'Only http and https addresses are read',
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
  QRG_WATCH_STATUS: {
    status: 502,
    message: {
      ru: 'Сайт ответил {status}',
      kk: 'Сайт {status} деп жауап берді',
      en: 'The site answered {status}',
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
  QRG_WATCH_TEXT_LONG: {
    status: 422,
    message: {
      ru: 'Текст длиннее {most} знаков, взято начало',
      kk: 'Мәтін {most} таңбадан ұзын, басы алынды',
      en: 'The text is longer than {most} characters, its beginning was taken',
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
