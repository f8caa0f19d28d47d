import type { ErrorEntry } from './entry.ts';

/** Notices to the financial monitoring body, its answers and its requests. */
export const FILING_ERRORS = {
  QRG_FILING_ACK_FORM: {
    status: 422,
    message: {
      ru: 'Файл {file} — не извещение о принятии или непринятии',
      kk: '{file} файлы қабылдау не қабылдамау туралы хабарлама емес',
      en: 'The file {file} is no notice of acceptance or rejection',
    },
  },
  QRG_FILING_ACK_OTHER: {
    status: 422,
    message: {
      ru: 'Извещение относится к другому документу: {guid}',
      kk: 'Хабарлама басқа құжатқа қатысты: {guid}',
      en: 'The answer is to another document: {guid}',
    },
    hint: {
      ru: 'Выберите сообщение с этим идентификатором',
      kk: 'Осы сәйкестендіргіші бар хабарламаны таңдаңыз',
      en: 'Choose the notice with that identifier',
    },
  },
  QRG_FILING_ANSWERED: {
    status: 409,
    message: {
      ru: 'На этот запрос ответ уже подготовлен',
      kk: 'Бұл сұрау салуға жауап дайындалып қойған',
      en: 'This request has been answered already',
    },
  },
  QRG_FILING_DAY: {
    status: 422,
    message: {
      ru: 'День {day} ещё не закончился',
      kk: '{day} күні әлі аяқталған жоқ',
      en: 'The day {day} is not over yet',
    },
    hint: {
      ru: 'Пороговые операции ищут за прошедший день',
      kk: 'Шекті операциялар өткен күн үшін ізделеді',
      en: 'Threshold operations are looked for in a day that is over',
    },
  },
  QRG_FILING_DECIDE: {
    status: 409,
    message: {
      ru: 'Сначала решите: {decide}',
      kk: 'Алдымен шешіңіз: {decide}',
      en: 'First decide: {decide}',
    },
    hint: {
      ru: 'Отметьте решение по каждому вопросу и сохраните',
      kk: 'Әр сұрақ бойынша шешімді белгілеп, сақтаңыз',
      en: 'Answer each question and save',
    },
  },
  QRG_FILING_FIELD: {
    status: 422,
    message: {
      ru: 'Нет такого реквизита: {place}, {field}',
      kk: 'Мұндай деректеме жоқ: {place}, {field}',
      en: 'There is no such requisite: {place}, {field}',
    },
  },
  QRG_FILING_FOLLOWED: {
    status: 409,
    message: {
      ru: 'Вместо этого сообщения уже есть другое',
      kk: 'Бұл хабарламаның орнына басқасы бар',
      en: 'Another notice already stands in place of this one',
    },
  },
  QRG_FILING_INCOMPLETE: {
    status: 422,
    message: {
      ru: 'Не всё заполнено верно, ошибок: {count}. Первая: {first}',
      kk: 'Бәрі дұрыс толтырылмаған, қате саны: {count}. Біріншісі: {first}',
      en: 'Not all is filled in rightly, problems: {count}. The first: {first}',
    },
    hint: {
      ru: 'Откройте сообщение: каждая ошибка названа рядом с реквизитом',
      kk: 'Хабарламаны ашыңыз: әр қате деректеменің жанында көрсетілген',
      en: 'Open the notice: each problem is named beside its requisite',
    },
  },
  QRG_FILING_INSTITUTION: {
    status: 422,
    message: {
      ru: 'Нет организации с кодом {code}',
      kk: '{code} коды бар ұйым жоқ',
      en: 'There is no institution of the code {code}',
    },
  },
  QRG_FILING_LARGE: {
    status: 413,
    message: {
      ru: 'Файл больше {most} МБ',
      kk: 'Файл {most} МБ-тан үлкен',
      en: 'The file is larger than {most} MB',
    },
  },
  QRG_FILING_LIMIT: {
    status: 422,
    message: {
      ru: 'Больше нельзя: {what}, не более {most}',
      kk: 'Бұдан көп болмайды: {what}, ең көбі {most}',
      en: 'No more than {most} of these: {what}',
    },
  },
  QRG_FILING_MESSAGE: {
    status: 422,
    message: {
      ru: 'Файл {file} — не сообщение ФМ-1',
      kk: '{file} файлы ФМ-1 хабарламасы емес',
      en: 'The file {file} is no FM-1 notice',
    },
  },
  QRG_FILING_PERSON: {
    status: 403,
    message: {
      ru: 'Это делает человек, а не программа',
      kk: 'Мұны бағдарлама емес, адам жасайды',
      en: 'A person does this, not a program',
    },
  },
  QRG_FILING_REQUEST_FORM: {
    status: 422,
    message: {
      ru: 'Файл {file} — не запрос Агентства',
      kk: '{file} файлы Агенттіктің сұрау салуы емес',
      en: 'The file {file} is no request of the Agency',
    },
  },
  QRG_FILING_REQUEST_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого запроса',
      kk: 'Мұндай сұрау салу жоқ',
      en: 'There is no such request',
    },
  },
  QRG_FILING_ROLE: {
    status: 403,
    message: {
      ru: 'Вашей роли это не разрешено: {act}',
      kk: 'Рөліңізге бұл әрекетке рұқсат жоқ: {act}',
      en: 'Your role may not do this: {act}',
    },
  },
  QRG_FILING_SAME_PERSON: {
    status: 403,
    message: {
      ru: 'Утверждает другой человек, не тот, кто заполнял',
      kk: 'Толтырған адам емес, басқа адам бекітеді',
      en: 'Another person approves, not one who filled it in',
    },
  },
  QRG_FILING_SETTINGS: {
    status: 409,
    message: {
      ru: 'Сначала заполните сведения об организации для ФМ-1',
      kk: 'Алдымен ФМ-1 үшін ұйым туралы мәліметті толтырыңыз',
      en: 'First fill in what FM-1 says of your institution',
    },
  },
  QRG_FILING_SETTINGS_VERSION: {
    status: 409,
    message: {
      ru: 'Сведения об организации уже изменил кто-то другой',
      kk: 'Ұйым туралы мәліметті басқа біреу өзгертіп қойған',
      en: 'Somebody else has changed the data of the institution meanwhile',
    },
    hint: { ru: 'Откройте их заново', kk: 'Оны қайта ашыңыз', en: 'Open them again' },
  },
  QRG_FILING_SIGNATURE: {
    status: 422,
    message: {
      ru: 'В файле нет подписи',
      kk: 'Файлда қолтаңба жоқ',
      en: 'There is no signature in the file',
    },
    hint: {
      ru: 'Подпишите выгруженные данные своим криптопровайдером и загрузите результат',
      kk: 'Жүктелген деректі криптопровайдеріңізбен қол қойып, нәтижесін жүктеңіз',
      en: 'Sign the exported data with your own crypto provider and bring what comes',
    },
  },
  QRG_FILING_SIGNED_OTHER: {
    status: 422,
    message: {
      ru: 'Подписано не то, что выгрузил Qorgan',
      kk: 'Qorgan шығарған деректен басқа нәрсеге қол қойылған',
      en: 'What was signed is not what Qorgan exported',
    },
    hint: {
      ru: 'Выгрузите данные заново и подпишите без изменений',
      kk: 'Деректі қайта шығарып, өзгертпей қол қойыңыз',
      en: 'Export the data again and sign them as they are',
    },
  },
  QRG_FILING_SIGNED_UTF16: {
    status: 422,
    message: {
      ru: 'Подписанный файл не в UTF-16, а формат требует её',
      kk: 'Қол қойылған файл UTF-16 кодтауында емес, пішім соны талап етеді',
      en: 'The signed file is not in UTF-16, which the format asks for',
    },
    hint: {
      ru: 'Сохраните результат подписи в UTF-16 с меткой порядка байтов',
      kk: 'Қолтаңба нәтижесін байт реті белгісі бар UTF-16 түрінде сақтаңыз',
      en: 'Save what the provider gives in UTF-16 with a byte order mark',
    },
  },
  QRG_FILING_SIGN_CODES: {
    status: 422,
    message: {
      ru: 'Строка {line} таблицы признаков: {why}',
      kk: 'Белгілер кестесінің {line}-жолы: {why}',
      en: 'Line {line} of the table of signs: {why}',
    },
    hint: {
      ru: 'Столбцы: код, текст, с, по; дни в виде 2026-04-01',
      kk: 'Бағандар: код, мәтін, бастап, дейін; күн 2026-04-01 түрінде',
      en: 'Columns: code, text, from, to; days as 2026-04-01',
    },
  },
  QRG_FILING_STATE: {
    status: 409,
    message: {
      ru: 'В состоянии «{state}» это невозможно: {act}',
      kk: '«{state}» күйінде бұл мүмкін емес: {act}',
      en: 'Not possible in state {state}: {act}',
    },
  },
  QRG_FILING_TIME: {
    status: 422,
    message: {
      ru: 'Время вне допустимого: не в будущем и не раньше самой операции или сообщения',
      kk: 'Уақыт қате: болашақта да, операциядан не хабарламадан ерте де болмауы керек',
      en: 'The time is in the future, or before what it is about',
    },
  },
  QRG_FILING_TRANSFER: {
    status: 422,
    message: {
      ru: 'Такого перевода в деле нет: {transfer}',
      kk: 'Істе мұндай аударым жоқ: {transfer}',
      en: 'There is no such transfer in the case: {transfer}',
    },
  },
  QRG_FILING_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого сообщения ФМ-1',
      kk: 'Мұндай ФМ-1 хабарламасы жоқ',
      en: 'There is no such FM-1 notice',
    },
  },
  QRG_FILING_UNMADE: {
    status: 409,
    message: {
      ru: 'Сообщение ещё не утверждено, файла нет',
      kk: 'Хабарлама әлі бекітілмеген, файл жоқ',
      en: 'The notice is not approved yet, so there is no file',
    },
  },
  QRG_FILING_UNSIGNED: {
    status: 409,
    message: {
      ru: 'Сначала загрузите подписанный файл',
      kk: 'Алдымен қол қойылған файлды жүктеңіз',
      en: 'First bring the signed file',
    },
  },
  QRG_FILING_VERSION: {
    status: 409,
    message: {
      ru: 'Сообщение уже изменил кто-то другой',
      kk: 'Бұл хабарламаны басқа біреу өзгертіп қойған',
      en: 'Somebody else has changed this notice meanwhile',
    },
    hint: { ru: 'Откройте его заново', kk: 'Оны қайта ашыңыз', en: 'Open it again' },
  },
} as const satisfies Record<string, ErrorEntry>;
