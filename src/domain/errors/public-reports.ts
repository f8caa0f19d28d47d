import type { ErrorEntry } from './entry.ts';

/** Reports of anybody: proof of work, talk, pictures. */
export const PUBLIC_REPORT_ERRORS = {
  QRG_PROOF_NEEDED: {
    // Not 428: whoever knows nothing of proofs may simply wait, and Retry-After says how long.
    status: 429,
    message: {
      ru: 'Сообщений сейчас много. Подождите {seconds} с или пройдите проверку: устройство решит короткую задачу',
      kk: 'Қазір хабарлама көп. {seconds} секунд күтіңіз немесе тексеруден өтіңіз: құрылғы қысқа есеп шығарады',
      en: 'There are many messages now. Wait {seconds} s, or pass a check: the device solves a short task',
    },
    hint: {
      ru: 'Возьмите задачу: GET /v1/proofs/{purpose}. Решение отправьте в поле proof. Сайт делает это сам.',
      kk: 'Есепті алыңыз: GET /v1/proofs/{purpose}. Шешімін proof өрісінде жіберіңіз. Сайт мұны өзі істейді.',
      en: 'Take a task: GET /v1/proofs/{purpose}. Send its solution in the field proof. The site does so by itself.',
    },
  },
  QRG_PROOF_OFTEN: {
    status: 429,
    message: {
      ru: 'Слишком много проверок подряд. Попробуйте через {seconds} с',
      kk: 'Тексеру қатарынан тым көп болды. {seconds} секундтан кейін қайталаңыз',
      en: 'Too many checks in a row. Try again in {seconds} s',
    },
  },
  QRG_PROOF_OLD: {
    status: 422,
    message: {
      ru: 'Задача проверки устарела',
      kk: 'Тексеру есебінің мерзімі өтті',
      en: 'The task of the check has run out',
    },
    hint: {
      ru: 'Возьмите новую: GET /v1/proofs/{purpose}',
      kk: 'Жаңасын алыңыз: GET /v1/proofs/{purpose}',
      en: 'Take a new one: GET /v1/proofs/{purpose}',
    },
  },
  QRG_PROOF_USED: {
    status: 422,
    message: {
      ru: 'Это решение уже использовано',
      kk: 'Бұл шешім бұрын қолданылған',
      en: 'This solution has been used already',
    },
    hint: {
      ru: 'Для каждой отправки нужна новая задача: GET /v1/proofs/{purpose}',
      kk: 'Әр жіберуге жаңа есеп керек: GET /v1/proofs/{purpose}',
      en: 'Each sending wants a new task: GET /v1/proofs/{purpose}',
    },
  },
  QRG_PROOF_WRONG: {
    status: 422,
    message: {
      ru: 'Проверка не пройдена: решение неверно или задача не от этого сервера',
      kk: 'Тексеруден өтпеді: шешімі қате не есеп бұл серверден емес',
      en: 'The check failed: the solution is wrong, or the task is not of this server',
    },
    hint: {
      ru: 'Возьмите задачу: GET /v1/proofs/{purpose}',
      kk: 'Есепті алыңыз: GET /v1/proofs/{purpose}',
      en: 'Take a task: GET /v1/proofs/{purpose}',
    },
  },
  QRG_REPORT_MUTED: {
    status: 403,
    message: {
      ru: 'К этому сообщению больше ничего нельзя добавить: так решил сотрудник',
      kk: 'Бұл хабарламаға енді ештеңе қосуға болмайды: қызметкер солай шешті',
      en: 'Nothing more can be added to this report: a member of staff decided so',
    },
    hint: {
      ru: 'Если у вас есть важное, отправьте новое сообщение',
      kk: 'Маңызды нәрсе болса, жаңа хабарлама жіберіңіз',
      en: 'If it is important, send a new report',
    },
  },
  QRG_REPORT_MUTE_CHANGED: {
    status: 409,
    message: {
      ru: 'Это ограничение уже снято или уже стоит',
      kk: 'Бұл шектеу алынған не қойылып тұр',
      en: 'This mute has been lifted already, or is set already',
    },
    hint: {
      ru: 'Обновите страницу',
      kk: 'Бетті жаңартыңыз',
      en: 'Load the page again',
    },
  },
  QRG_REPORT_MUTE_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого ограничения: {mute}',
      kk: 'Мұндай шектеу жоқ: {mute}',
      en: 'There is no such mute: {mute}',
    },
  },
  QRG_REPORT_NONE: {
    status: 404,
    message: {
      ru: 'Запись {post} пришла не от гражданина',
      kk: '{post} жазбаны азамат жіберген жоқ',
      en: 'Post {post} was not told by a citizen',
    },
  },
  QRG_REPORT_ORIGIN_GONE: {
    status: 409,
    message: {
      ru: 'Откуда пришло сообщение, уже не хранится',
      kk: 'Хабарламаның қайдан келгені енді сақталмайды',
      en: 'From where the report came is no longer kept',
    },
    hint: {
      ru: 'След стирается через неделю. Можно закрыть ответы по этому сообщению',
      kk: 'Із бір аптадан кейін өшеді. Осы хабарлама бойынша жауап қабылдауды жабуға болады',
      en: 'The trace is deleted after a week. Answers to this one report can still be closed',
    },
  },
  QRG_REPORT_PICTURES_FULL: {
    status: 409,
    message: {
      ru: 'К сообщению уже приложено {most} картинки',
      kk: 'Хабарламаға {most} сурет қосылып қойған',
      en: 'The report has {most} pictures already',
    },
  },
  QRG_REPORT_PICTURE_BIG: {
    status: 413,
    message: {
      ru: 'Картинка больше {most} МБ',
      kk: 'Сурет {most} МБ-тан үлкен',
      en: 'The picture is larger than {most} MB',
    },
  },
  QRG_REPORT_PICTURE_BROKEN: {
    status: 422,
    message: {
      ru: 'Картинка не читается: она повреждена или в файле есть лишнее',
      kk: 'Сурет ашылмады: ол бүлінген не файлда артық нәрсе бар',
      en: 'The picture cannot be read: it is damaged, or its file holds something else',
    },
    hint: {
      ru: 'Сделайте снимок экрана ещё раз',
      kk: 'Экранды қайта суретке түсіріңіз',
      en: 'Take the screenshot once more',
    },
  },
  QRG_REPORT_PICTURE_BUSY: {
    status: 503,
    message: {
      ru: 'Сейчас приходит много картинок. Повторите через {seconds} с',
      kk: 'Қазір сурет көп келіп жатыр. {seconds} секундтан кейін қайталаңыз',
      en: 'Many pictures are coming now. Try again in {seconds} s',
    },
  },
  QRG_REPORT_PICTURE_KIND: {
    status: 415,
    message: {
      ru: 'Это не картинка PNG, JPEG или WebP',
      kk: 'Бұл PNG, JPEG не WebP суреті емес',
      en: 'This is no picture of PNG, JPEG or WebP',
    },
  },
  QRG_REPORT_PICTURE_PIXELS: {
    status: 422,
    message: {
      ru: 'В картинке слишком много точек',
      kk: 'Суреттің өлшемі тым үлкен',
      en: 'The picture has too many points',
    },
    hint: {
      ru: 'Обрежьте её или уменьшите',
      kk: 'Оны қиып не кішірейтіп жіберіңіз',
      en: 'Cut it, or make it smaller',
    },
  },
  QRG_REPORT_PICTURE_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такой картинки: {picture}',
      kk: 'Мұндай сурет жоқ: {picture}',
      en: 'There is no such picture: {picture}',
    },
  },
  QRG_REPORT_SOURCE_MUTED: {
    status: 429,
    message: {
      ru: 'Отсюда приходило много ложных сообщений, поэтому приём закрыт на время',
      kk: 'Осы жерден жалған хабарлама көп келді, сондықтан қабылдау уақытша жабық',
      en: 'Many false reports came from here, so none are taken for a time',
    },
    hint: {
      ru: 'Если это не вы, отправьте из другой сети. Срочно: звоните 102',
      kk: 'Бұл сіз болмасаңыз, басқа желіден жіберіңіз. Шұғыл болса: 102',
      en: 'If it was not you, send it from another network. Urgent: call 102',
    },
  },
  QRG_REPORT_TALK_FULL: {
    status: 409,
    message: {
      ru: 'В этой переписке больше {most} сообщений быть не может',
      kk: 'Бұл хат алысуда {most} хабарламадан артық болмайды',
      en: 'This talk can hold no more than {most} messages',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
