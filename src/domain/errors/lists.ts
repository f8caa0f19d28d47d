import type { ErrorEntry } from './entry.ts';

/** Lists of parties: their files, versions and hits. */
export const LIST_ERRORS = {
  QRG_LIST_ACCOUNT: {
    status: 422,
    message: {
      ru: 'Номер счёта не читается: {value}',
      kk: 'Шот нөмірі танылмады: {value}',
      en: 'The account number cannot be read: {value}',
    },
    hint: {
      ru: 'В общем списке счёт указывают как IBAN; другие номера понятны только в списке самого банка',
      kk: 'Ортақ тізімде шот IBAN түрінде көрсетіледі; өзге нөмірлер банктің өз тізімінде ғана түсінікті',
      en: 'In a list for all an account is written as an IBAN; other numbers mean something only in the list of the bank itself',
    },
  },
  QRG_LIST_DOCUMENT: {
    status: 422,
    message: {
      ru: 'Номер документа не читается: {value}',
      kk: 'Құжат нөмірі танылмады: {value}',
      en: 'The number of the document cannot be read: {value}',
    },
    hint: {
      ru: 'Только номер, без слов рядом: от 5 до 20 букв и цифр',
      kk: 'Тек нөмірдің өзі, қасында сөз болмасын: 5–20 әріп пен цифр',
      en: 'The number alone, no words beside it: 5 to 20 letters and digits',
    },
  },
  QRG_LIST_ZEROS: {
    status: 422,
    message: {
      ru: 'В ИИН или БИН восстановлены нули в начале: {count}',
      kk: 'ЖСН немесе БСН басындағы нөлдер қалпына келтірілді: {count}',
      en: 'Zeros were put back before an IIN or BIN: {count}',
    },
    hint: {
      ru: 'Их стёр Excel. Проверьте номер: один из одиннадцати неверных номеров тоже сошёлся бы',
      kk: 'Оларды Excel өшірген. Нөмірді тексеріңіз: он бір қате нөмірдің біреуі де сәйкес келер еді',
      en: 'Excel had taken them away. Check the number: one wrong number in eleven would fit as well',
    },
  },
  QRG_LIST_NOBODY: {
    status: 422,
    message: {
      ru: 'В строке нет ни одного номера и нет имени',
      kk: 'Жолда бірде-бір нөмір де, аты-жөні де жоқ',
      en: 'The row has no identifier and no name',
    },
  },
  QRG_LIST_PERIOD: {
    status: 422,
    message: {
      ru: 'Запись перестаёт действовать раньше, чем начинает',
      kk: 'Жазба күшіне енбей тұрып аяқталады',
      en: 'The entry ends before it begins',
    },
  },
  QRG_LIST_MANY: {
    status: 422,
    message: {
      ru: 'В записи больше 200 значений одного рода',
      kk: 'Жазбада бір тектес мән 200-ден көп',
      en: 'The entry has more than 200 values of one sort',
    },
  },
  QRG_LIST_LONG: {
    status: 422,
    message: {
      ru: 'Текст длиннее {most} знаков',
      kk: 'Мәтін {most} таңбадан ұзын',
      en: 'The text is longer than {most} characters',
    },
  },
  QRG_LIST_TWICE: {
    status: 422,
    message: {
      ru: 'Запись повторяет строку {first}',
      kk: 'Жазба {first}-жолды қайталайды',
      en: 'The entry repeats line {first}',
    },
    hint: {
      ru: 'Взята первая. Записи одного лица различают по номеру записи или по дате начала',
      kk: 'Біріншісі алынды. Бір тұлғаның жазбалары жазба нөмірімен немесе басталу күнімен ажыратылады',
      en: 'The first one was taken. Entries of one party are told apart by their id or by the day they begin',
    },
  },
  QRG_LIST_PARTY: {
    status: 422,
    message: {
      ru: 'Не понять, лицо это или организация',
      kk: 'Жеке тұлға ма, ұйым ба — белгісіз',
      en: 'It is not clear whether this is a person or an organisation',
    },
  },
  QRG_LIST_OBJECT: {
    status: 422,
    message: {
      ru: 'Это не объект JSON, или он вложен слишком глубоко',
      kk: 'Бұл JSON нысаны емес немесе тым терең салынған',
      en: 'This is not a JSON object, or it is nested too deeply',
    },
  },
  QRG_LIST_COLUMNS: {
    status: 422,
    message: {
      ru: 'Среди столбцов нет ни номера, ни имени: {header}',
      kk: 'Бағандар арасында нөмір де, аты-жөні де жоқ: {header}',
      en: 'No column holds an identifier or a name: {header}',
    },
    hint: {
      ru: 'Назовите столбцы, например: ИИН, IBAN, Карта, Телефон, ФИО, Основание, С, По',
      kk: 'Бағандарды атаңыз, мысалы: ЖСН, IBAN, Карта, Телефон, Аты-жөні, Негіздеме, Басталу күні, Аяқталу күні',
      en: 'Title the columns, for example: IIN, IBAN, card, phone, name, reason, since, until',
    },
  },
  QRG_LIST_COLUMN_TWICE: {
    status: 422,
    message: {
      ru: 'Два столбца означают одно и то же: {columns}',
      kk: 'Екі баған бір нәрсені білдіреді: {columns}',
      en: 'Two columns mean the same: {columns}',
    },
    hint: {
      ru: 'Оставьте один из них или переименуйте второй',
      kk: 'Біреуін қалдырыңыз немесе екіншісінің атын өзгертіңіз',
      en: 'Leave one of them out or give the other a title of its own',
    },
  },
  QRG_LIST_FORMAT: {
    status: 422,
    message: {
      ru: 'Это не список: нужны CSV, JSON, NDJSON или XML в виде сводного перечня ООН',
      kk: 'Бұл тізім емес: CSV, JSON, NDJSON немесе БҰҰ біріктірілген тізімі түріндегі XML керек',
      en: 'This is not a list: CSV, JSON, NDJSON or XML in the form of the UN consolidated list is expected',
    },
  },
  QRG_LIST_JSON: {
    status: 422,
    message: {
      ru: 'JSON с ошибкой или обрывается, строка {line}',
      kk: 'JSON қате немесе үзіліп қалған, {line}-жол',
      en: 'The JSON is wrong or cut short, line {line}',
    },
    hint: {
      ru: 'Нужен массив объектов или по объекту в строке; список, который обрывается, не принимается целиком',
      kk: 'Нысандар массиві немесе әр жолда бір нысан керек; үзіліп қалған тізім тұтас қабылданбайды',
      en: 'An array of objects or one object a line is expected; a list that is cut short is refused as a whole',
    },
  },
  QRG_LIST_XML: {
    status: 422,
    message: {
      ru: 'XML с ошибкой или обрывается, строка {line}: {reason}',
      kk: 'XML қате немесе үзіліп қалған, {line}-жол: {reason}',
      en: 'The XML is wrong or cut short, line {line}: {reason}',
    },
  },
  QRG_LIST_XML_DTD: {
    status: 422,
    message: {
      ru: 'В XML есть DOCTYPE, такие файлы не принимаются',
      kk: 'XML ішінде DOCTYPE бар, мұндай файлдар қабылданбайды',
      en: 'The XML has a DOCTYPE; such files are refused',
    },
    hint: {
      ru: 'В перечне ООН его нет: через него подставляют чужие файлы и раздувают память',
      kk: 'БҰҰ тізімінде ол жоқ: сол арқылы бөгде файл енгізіп, жадты толтырады',
      en: 'The UN list has none: it is a way to pull in other files and to exhaust memory',
    },
  },
  QRG_LIST_TOO_BIG: {
    status: 413,
    message: {
      ru: 'Файл списка больше {most} МБ или {rows} строк',
      kk: 'Тізім файлы {most} МБ-тан немесе {rows} жолдан үлкен',
      en: 'The file of the list is larger than {most} MB or {rows} rows',
    },
  },
  QRG_LIST_EMPTY: {
    status: 422,
    message: {
      ru: 'В файле нет ни одной записи, которую можно взять; отклонено строк: {rejected}',
      kk: 'Файлда алуға болатын бірде-бір жазба жоқ; қабылданбаған жол саны: {rejected}',
      en: 'The file has no entry that can be taken; rows refused: {rejected}',
    },
  },
  QRG_LIST_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого списка: {list}',
      kk: 'Мұндай тізім жоқ: {list}',
      en: 'There is no such list: {list}',
    },
  },
  QRG_LIST_VERSION_UNKNOWN: {
    status: 404,
    message: {
      ru: 'У списка нет версии {number}',
      kk: 'Тізімнің {number}-нұсқасы жоқ',
      en: 'The list has no version {number}',
    },
  },
  QRG_LIST_ENTRY_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такой записи: {entry}',
      kk: 'Мұндай жазба жоқ: {entry}',
      en: 'There is no such entry: {entry}',
    },
  },
  QRG_LIST_NOT_YOURS: {
    status: 403,
    message: {
      ru: 'Этим списком ведает другая организация',
      kk: 'Бұл тізімді басқа ұйым жүргізеді',
      en: 'This list is managed by another institution',
    },
    hint: {
      ru: 'Организация ведёт свои списки; общие ведёт оператор системы',
      kk: 'Ұйым өз тізімдерін жүргізеді; ортақ тізімдерді жүйе операторы жүргізеді',
      en: 'An institution manages its own lists; lists for all are managed by the operator of the system',
    },
  },
  QRG_LIST_NAME_TAKEN: {
    status: 409,
    message: {
      ru: 'Список с таким названием уже есть: {name}',
      kk: 'Мұндай атаулы тізім бұрыннан бар: {name}',
      en: 'There is a list by this name already: {name}',
    },
  },
  QRG_LIST_IN_FORCE: {
    status: 409,
    message: {
      ru: 'Версия {number} уже действует',
      kk: '{number}-нұсқа қазір де күшінде',
      en: 'Version {number} is in force already',
    },
  },
  QRG_LIST_NOT_IN_FORCE: {
    status: 409,
    message: {
      ru: 'Список и так не действует',
      kk: 'Тізім онсыз да күшінде емес',
      en: 'The list is not in force anyway',
    },
  },
  QRG_LIST_BUSY: {
    status: 503,
    message: {
      ru: 'Сейчас загружаются другие списки, повторите через {seconds} с',
      kk: 'Қазір басқа тізімдер жүктеліп жатыр, {seconds} секундтан кейін қайталаңыз',
      en: 'Other lists are being imported now, try again in {seconds} s',
    },
  },
  QRG_LIST_HIT_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого совпадения: {hit}',
      kk: 'Мұндай сәйкестік жоқ: {hit}',
      en: 'There is no such hit: {hit}',
    },
  },
  QRG_LIST_HIT_CHANGED: {
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
  QRG_LIST_HIT_REASON: {
    status: 422,
    message: {
      ru: 'Решение по совпадению нужно обосновать',
      kk: 'Сәйкестік бойынша шешімді негіздеу керек',
      en: 'A decision on a hit needs a reason',
    },
  },
  QRG_LIST_EXPORT: {
    status: 403,
    message: {
      ru: 'Выгружать списки может руководитель, специалист по взаимодействию или администратор',
      kk: 'Тізімді басшы, өзара іс-қимыл маманы немесе әкімші ғана шығарып ала алады',
      en: 'Lists are exported by a supervisor, a liaison officer or an administrator',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
