import type { ErrorEntry } from './entry.ts';

/** What keeps a request from reaching its use case. */
export const HTTP_ERRORS = {
  QRG_HTTP_NO_ROUTE: {
    status: 404,
    message: {
      ru: 'Такого адреса нет',
      kk: 'Мұндай мекенжай жоқ',
      en: 'There is nothing at this address',
    },
    hint: {
      ru: 'Все адреса описаны в /openapi.json.',
      kk: 'Барлық мекенжай /openapi.json ішінде сипатталған.',
      en: 'All addresses are described in /openapi.json.',
    },
  },
  QRG_HTTP_METHOD: {
    status: 405,
    message: {
      ru: 'Метод {method} здесь не работает. Можно: {allowed}',
      kk: '{method} әдісі мұнда жұмыс істемейді. Болатыны: {allowed}',
      en: 'The method {method} does not work here. Allowed: {allowed}',
    },
  },
  QRG_HTTP_MALFORMED: {
    status: 400,
    message: {
      ru: 'Запрос нельзя разобрать: он не по правилам HTTP',
      kk: 'Сұрауды талдау мүмкін емес: ол HTTP ережесіне сай емес',
      en: 'The request cannot be read: it does not follow HTTP',
    },
  },
  QRG_HTTP_HEADERS_LARGE: {
    status: 431,
    message: {
      ru: 'Заголовки запроса слишком велики',
      kk: 'Сұраудың тақырыптары тым үлкен',
      en: 'The headers of the request are too large',
    },
  },
  QRG_HTTP_SLOW: {
    status: 408,
    message: {
      ru: 'Запрос не пришёл целиком за отведённое время',
      kk: 'Сұрау берілген уақытта толық келмеді',
      en: 'The request did not arrive in full in time',
    },
  },
  QRG_HTTP_BODY_CUT: {
    status: 400,
    message: {
      ru: 'Тело запроса оборвалось или не сошлось с Content-Length',
      kk: 'Сұраудың денесі үзілген немесе Content-Length мәніне сәйкес емес',
      en: 'The body broke off or does not match Content-Length',
    },
  },
  QRG_HTTP_BODY_LARGE: {
    status: 413,
    message: {
      ru: 'Тело запроса больше {most} байт',
      kk: 'Сұраудың денесі {most} байттан үлкен',
      en: 'The body is larger than {most} bytes',
    },
    hint: {
      ru: 'Большие объёмы переводов принимает поток: POST /v1/transfers.',
      kk: 'Аударымның үлкен көлемін ағынмен жіберіңіз: POST /v1/transfers.',
      en: 'Large volumes of transfers go through the stream: POST /v1/transfers.',
    },
  },
  QRG_HTTP_BODY_MISSING: {
    status: 400,
    message: {
      ru: 'В запросе нет тела',
      kk: 'Сұраудың денесі жоқ',
      en: 'The request has no body',
    },
  },
  QRG_HTTP_MEDIA_TYPE: {
    status: 415,
    message: {
      ru: 'Такой Content-Type здесь не принимается. Можно: {accepted}',
      kk: 'Мұндай Content-Type мұнда қабылданбайды. Болатыны: {accepted}',
      en: 'This Content-Type is not taken here. Accepted: {accepted}',
    },
    hint: {
      ru: 'Тело передаётся без сжатия (Content-Encoding не нужен).',
      kk: 'Дене сығылмай жіберіледі (Content-Encoding қажет емес).',
      en: 'Bodies come uncompressed (no Content-Encoding).',
    },
  },
  QRG_HTTP_JSON: {
    status: 400,
    message: {
      ru: 'Тело запроса — не JSON в UTF-8',
      kk: 'Сұраудың денесі UTF-8 форматындағы JSON емес',
      en: 'The body is not JSON in UTF-8',
    },
  },
  QRG_HTTP_JSON_DEPTH: {
    status: 400,
    message: {
      ru: 'JSON вложен глубже {most} уровней',
      kk: 'JSON {most} деңгейден терең',
      en: 'The JSON is nested deeper than {most} levels',
    },
  },
  QRG_HTTP_JSON_KEY: {
    status: 400,
    message: {
      ru: 'В JSON есть запрещённое имя поля: {key}',
      kk: 'JSON ішінде тыйым салынған өріс атауы бар: {key}',
      en: 'The JSON has a forbidden field name: {key}',
    },
  },
  QRG_HTTP_XML: {
    status: 400,
    message: {
      ru: 'Тело запроса — не сообщение ISO 20022 в UTF-8, строка {line}: {reason}',
      kk: 'Сұраудың денесі UTF-8 форматындағы ISO 20022 хабары емес, {line}-жол: {reason}',
      en: 'The body is not an ISO 20022 message in UTF-8, line {line}: {reason}',
    },
    hint: {
      ru: 'Принимаются pacs.008 и pain.001 любых версий, без DOCTYPE.',
      kk: 'pacs.008 және pain.001 хабарларының кез келген нұсқасы қабылданады, DOCTYPE болмауы керек.',
      en: 'pacs.008 and pain.001 of any version are taken, without a DOCTYPE.',
    },
  },
  QRG_HTTP_INVALID: {
    status: 422,
    message: {
      ru: 'Запрос не подходит: ошибок в полях — {count}',
      kk: 'Сұрау жарамсыз: өрістердегі қате саны — {count}',
      en: 'The request does not fit: {count} fields are wrong',
    },
    hint: {
      ru: 'Что не так в каждом поле, перечислено в errors.',
      kk: 'Әр өрісте не қате екені errors тізімінде көрсетілген.',
      en: 'What is wrong with each is listed in errors.',
    },
  },
  QRG_HTTP_CURSOR: {
    status: 422,
    message: {
      ru: 'Курсор не от этого списка',
      kk: 'Курсор бұл тізімге тиесілі емес',
      en: 'The cursor does not belong to this list',
    },
    hint: {
      ru: 'Передавайте next из предыдущего ответа, не меняя остальных параметров.',
      kk: 'Алдыңғы жауаптағы next мәнін өзге параметрлерді өзгертпей жіберіңіз.',
      en: 'Send next of the previous reply and keep the other parameters.',
    },
  },
  QRG_HTTP_VERSION_NEEDED: {
    status: 428,
    message: {
      ru: 'Нужен заголовок If-Match с версией, которую вы видели',
      kk: 'Сіз көрген нұсқасы бар If-Match тақырыбы қажет',
      en: 'The header If-Match with the version you have seen is needed',
    },
    hint: {
      ru: 'Версия приходит в заголовке ETag.',
      kk: 'Нұсқа ETag тақырыбымен келеді.',
      en: 'The version comes in the header ETag.',
    },
  },
  QRG_HTTP_VERSION_STALE: {
    status: 412,
    message: {
      ru: 'Пока вы смотрели, запись изменили',
      kk: 'Сіз қарап отырғанда жазба өзгертілді',
      en: 'It was changed while you were looking at it',
    },
    hint: {
      ru: 'Прочитайте её заново и повторите, если действие ещё нужно.',
      kk: 'Оны қайта оқып, әрекет әлі қажет болса, қайталаңыз.',
      en: 'Read it again, and repeat the act if it is still wanted.',
    },
  },
  QRG_HTTP_KEY_REUSED: {
    status: 422,
    message: {
      ru: 'С этим Idempotency-Key уже был другой запрос',
      kk: 'Бұл Idempotency-Key басқа сұраумен қолданылған',
      en: 'This Idempotency-Key came with another request before',
    },
    hint: {
      ru: 'Новому запросу нужен новый ключ.',
      kk: 'Жаңа сұрауға жаңа кілт керек.',
      en: 'A new request takes a new key.',
    },
  },
  QRG_HTTP_KEY_UNDERWAY: {
    status: 409,
    message: {
      ru: 'Запрос с этим Idempotency-Key ещё выполняется',
      kk: 'Бұл Idempotency-Key бар сұрау әлі орындалып жатыр',
      en: 'The request with this Idempotency-Key is still under way',
    },
    hint: {
      ru: 'Повторите через секунду: ответ будет тем же.',
      kk: 'Бір секундтан кейін қайталаңыз: жауап сол болады.',
      en: 'Repeat it in a second: the answer will be the same.',
    },
  },
  QRG_HTTP_BUSY: {
    status: 503,
    message: {
      ru: 'Одновременных запросов больше, чем сервис берёт',
      kk: 'Бір мезгілдегі сұрау сервис қабылдайтыннан көп',
      en: 'More requests at once than the service takes',
    },
  },
  QRG_HTTP_LISTENERS: {
    status: 503,
    message: {
      ru: 'У вас уже {most} открытых потоков: больше не берём',
      kk: 'Сізде {most} ашық ағын бар: артық қабылданбайды',
      en: 'You have {most} open streams already: no more are taken',
    },
  },
  QRG_HTTP_NOT_READY: {
    status: 503,
    message: {
      ru: 'Сервис не готов принимать запросы',
      kk: 'Сервис сұрау қабылдауға дайын емес',
      en: 'The service is not ready for requests',
    },
  },
  QRG_HTTP_INTERNAL: {
    status: 500,
    message: {
      ru: 'Ошибка внутри сервиса',
      kk: 'Сервис ішінде қате болды',
      en: 'Something failed inside the service',
    },
    hint: {
      ru: 'Сообщите администратору номер запроса из поля instance.',
      kk: 'Әкімшіге instance өрісіндегі сұрау нөмірін айтыңыз.',
      en: 'Tell the administrator the request number in instance.',
    },
  },
  QRG_HTTP_FIELD: {
    status: 422,
    message: {
      ru: 'Поле {field} не подходит: {code}',
      kk: '{field} өрісі жарамсыз: {code}',
      en: 'The field {field} does not fit: {code}',
    },
  },
  QRG_FIELD_MISSING: {
    status: 422,
    message: {
      ru: 'Обязательное поле не заполнено',
      kk: 'Міндетті өріс толтырылмаған',
      en: 'The field is required',
    },
  },
  QRG_FIELD_UNKNOWN: {
    status: 422,
    message: {
      ru: 'Такого поля нет: {names}',
      kk: 'Мұндай өріс жоқ: {names}',
      en: 'There is no such field: {names}',
    },
  },
  QRG_FIELD_TYPE: {
    status: 422,
    message: {
      ru: 'Здесь нужно значение типа {expected}',
      kk: 'Мұнда {expected} түріндегі мән керек',
      en: 'A value of type {expected} is needed here',
    },
  },
  QRG_FIELD_SHORT: {
    status: 422,
    message: {
      ru: 'Слишком коротко: нужно не меньше {least}',
      kk: 'Тым қысқа: кемінде {least} болуы керек',
      en: 'Too short: {least} at least',
    },
  },
  QRG_FIELD_LONG: {
    status: 422,
    message: {
      ru: 'Слишком длинно: можно не больше {most}',
      kk: 'Тым ұзын: ең көбі {most}',
      en: 'Too long: {most} at most',
    },
  },
  QRG_FIELD_LOW: {
    status: 422,
    message: {
      ru: 'Слишком мало: нужно не меньше {least}',
      kk: 'Тым аз: кемінде {least} болуы керек',
      en: 'Too small: {least} at least',
    },
  },
  QRG_FIELD_HIGH: {
    status: 422,
    message: {
      ru: 'Слишком много: можно не больше {most}',
      kk: 'Тым көп: ең көбі {most}',
      en: 'Too large: {most} at most',
    },
  },
  QRG_FIELD_CHOICE: {
    status: 422,
    message: {
      ru: 'Можно одно из: {values}',
      kk: 'Мыналардың бірі болуы керек: {values}',
      en: 'One of these is needed: {values}',
    },
  },
  QRG_FIELD_FORM: {
    status: 422,
    message: {
      ru: 'Значение записано не в том виде',
      kk: 'Мән дұрыс жазылмаған',
      en: 'The value is not in the right form',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
