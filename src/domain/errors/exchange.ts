import type { ErrorEntry } from './entry.ts';

/** Reports and messages to other houses, and the schemas they are held to. */
export const EXCHANGE_ERRORS = {
  QRG_GOAML_REPORTER: {
    status: 422,
    message: {
      ru: 'У организации «{institution}» нет номера в подразделении финансовой разведки: {fiu}',
      kk: '«{institution}» ұйымының қаржы барлау бөлімшесінде нөмірі жоқ: {fiu}',
      en: 'The institution “{institution}” has no number at the financial intelligence unit: {fiu}',
    },
    hint: {
      ru: 'Впишите номер в раздел reporters файла кодов (настройка goamlTables)',
      kk: 'Нөмірді кодтар файлының reporters бөліміне жазыңыз (goamlTables параметрі)',
      en: 'Put the number under reporters in the file of codes (setting goamlTables)',
    },
  },
  QRG_GOAML_EMPTY: {
    status: 422,
    message: {
      ru: 'В деле нет ни переводов, ни счетов, ни людей, о которых можно сообщить',
      kk: 'Істе хабарлайтын аударым да, шот та, адам да жоқ',
      en: 'The case has no transfers, accounts or people to report',
    },
  },
  QRG_GOAML_LARGE: {
    status: 422,
    message: {
      ru: 'В сообщение goAML входит не больше {most} переводов',
      kk: 'goAML хабарламасына {most} аударымнан артық сыймайды',
      en: 'A goAML report takes at most {most} transfers',
    },
    hint: {
      ru: 'Разделите дело',
      kk: 'Істі бөліңіз',
      en: 'Split the case',
    },
  },
  QRG_GOAML_INVALID: {
    status: 422,
    message: {
      ru: 'Сообщение goAML не проходит схему вашего подразделения, строка {line}: {what} (и ещё {more})',
      kk: 'goAML хабарламасы бөлімшеңіздің схемасынан өтпейді, {line}-жол: {what} (тағы {more})',
      en: 'The goAML report does not hold to the schema of your unit, line {line}: {what} (and {more} more)',
    },
    hint: {
      ru: 'Чаще всего в файле кодов (goamlTables) стоят коды другого подразделения',
      kk: 'Көбіне кодтар файлында (goamlTables) басқа бөлімшенің кодтары тұрады',
      en: 'Most often the file of codes (goamlTables) has the codes of another unit',
    },
  },
  QRG_GOAML_UNREADABLE: {
    status: 422,
    message: {
      ru: 'Это не сообщение goAML, строка {line}: {reason}',
      kk: 'Бұл goAML хабарламасы емес, {line}-жол: {reason}',
      en: 'This is no goAML report, line {line}: {reason}',
    },
  },
  QRG_GOAML_TABLES: {
    status: 500,
    message: {
      ru: 'Файл кодов goAML неверен: {file}, строка {line}, {path}: {what}',
      kk: 'goAML кодтар файлы қате: {file}, {line}-жол, {path}: {what}',
      en: 'The file of goAML codes is wrong: {file}, line {line}, {path}: {what}',
    },
    hint: {
      ru: 'Образец: data/goaml/default.yaml',
      kk: 'Үлгісі: data/goaml/default.yaml',
      en: 'An example is data/goaml/default.yaml',
    },
  },
  QRG_XSD_SLOW: {
    status: 500,
    message: {
      ru: 'Проверка по схеме {path} не уложилась в {seconds} с или в память',
      kk: '{path} схемасы бойынша тексеру {seconds} секундқа не жадқа сыймады',
      en: 'The check against the schema {path} did not fit into {seconds} s or into memory',
    },
  },
  QRG_XSD_UNREADABLE: {
    status: 500,
    message: {
      ru: 'Схему XML не удалось прочитать: {path}',
      kk: 'XML схемасын оқу мүмкін болмады: {path}',
      en: 'The XML schema cannot be read: {path}',
    },
    hint: {
      ru: 'Проверьте путь в настройке goamlXsd; файл не больше 8 МБ',
      kk: 'goamlXsd параметріндегі жолды тексеріңіз; файл 8 МБ-тан аспауы керек',
      en: 'Check the path in the setting goamlXsd; the file may be 8 MB at most',
    },
  },
  QRG_XSD_INVALID: {
    status: 500,
    message: {
      ru: 'Файл не является пригодной схемой XML: {path}, строка {line}: {what}',
      kk: 'Файл жарамды XML схемасы емес: {path}, {line}-жол: {what}',
      en: 'The file is no usable XML schema: {path}, line {line}: {what}',
    },
    hint: {
      ru: 'Нужна одна схема XSD 1.0 без DOCTYPE и без ссылок на другие файлы',
      kk: 'DOCTYPE және басқа файлдарға сілтемесі жоқ бір XSD 1.0 схемасы керек',
      en: 'It takes one XSD 1.0 schema without a DOCTYPE and without references to other files',
    },
  },
  QRG_XML_LARGE: {
    status: 413,
    message: {
      ru: 'Файл XML больше {most} байт, проверить его нельзя',
      kk: 'XML файлы {most} байттан үлкен, оны тексеру мүмкін емес',
      en: 'The XML is larger than {most} bytes and cannot be checked',
    },
  },
  QRG_RECALL_NONE: {
    status: 422,
    message: {
      ru: 'Отозвать можно от одного до {most} переводов одним сообщением',
      kk: 'Бір хабарламамен бір аударымнан {most} аударымға дейін кері қайтаруға болады',
      en: 'One message asks back between one and {most} transfers',
    },
  },
  QRG_RECALL_TRANSFER: {
    status: 422,
    message: {
      ru: 'В деле нет перевода {transfer} или его счетов',
      kk: 'Істе {transfer} аударымы немесе оның шоттары жоқ',
      en: 'The case has no transfer {transfer}, or not its accounts',
    },
  },
  QRG_RECALL_INSTITUTION: {
    status: 422,
    message: {
      ru: 'Перевод {transfer}: организация получателя не известна или не та же, что у остальных',
      kk: '{transfer} аударымы: алушының ұйымы белгісіз немесе қалғандарыныкінен басқа',
      en: 'Transfer {transfer}: the institution of the payee is not known or not that of the others',
    },
    hint: {
      ru: 'Отзыв посылают одной организации; с адреса криптовалюты отозвать нельзя',
      kk: 'Кері қайтару бір ұйымға жіберіледі; криптовалюта мекенжайынан қайтару мүмкін емес',
      en: 'A recall goes to one institution; nothing can be recalled from a coin address',
    },
  },
  QRG_RECALL_AMOUNT: {
    status: 422,
    message: {
      ru: 'Перевод {transfer}: сумму в валюте {currency} сообщение ISO 20022 не передаёт',
      kk: '{transfer} аударымы: ISO 20022 хабарламасы {currency} валютасындағы соманы жеткізбейді',
      en: 'Transfer {transfer}: a message of ISO 20022 cannot carry a sum in {currency}',
    },
  },
  QRG_RECALL_ID: {
    status: 422,
    message: {
      ru: 'Перевод {transfer}: номер длиннее {most} знаков, в сообщение он не входит',
      kk: '{transfer} аударымы: нөмірі {most} таңбадан ұзын, хабарламаға сыймайды',
      en: 'Transfer {transfer}: its id is longer than {most} characters, which no message carries',
    },
  },
  QRG_RECALL_ANSWER: {
    status: 422,
    message: {
      ru: 'Это не ответ на отзыв (camt.029, pacs.004), строка {line}: {reason}',
      kk: 'Бұл кері қайтару сұрауының жауабы емес (camt.029, pacs.004), {line}-жол: {reason}',
      en: 'This is no answer to a recall (camt.029, pacs.004), line {line}: {reason}',
    },
  },
  QRG_RECALL_OTHER: {
    status: 409,
    message: {
      ru: 'Сообщение {message} отвечает на другой отзыв',
      kk: '{message} хабарламасы басқа сұрауға жауап береді',
      en: 'The message {message} answers another recall',
    },
  },
  QRG_RECALL_CURRENCY: {
    status: 409,
    message: {
      ru: 'Перевод {transfer} возвращают в другой валюте: {currency}',
      kk: '{transfer} аударымы басқа валютамен қайтарылуда: {currency}',
      en: 'Transfer {transfer} is returned in another currency: {currency}',
    },
  },
  QRG_RECALL_TOO_MUCH: {
    status: 409,
    message: {
      ru: 'По переводу {transfer} возвращают больше, чем было отозвано',
      kk: '{transfer} аударымы бойынша сұралғаннан көп қайтарылуда',
      en: 'More is returned for transfer {transfer} than was asked back',
    },
  },
  QRG_ANTIFRAUD_TRANSFERS: {
    status: 422,
    message: {
      ru: 'В деле нет перевода, о котором можно сообщить антифрод-центру',
      kk: 'Істе антифрод-орталыққа хабарлауға болатын аударым жоқ',
      en: 'The case has no transfer that can be told to the anti-fraud centre',
    },
  },
  QRG_ANTIFRAUD_PARTY: {
    status: 422,
    message: {
      ru: 'В деле нет участника {party} или у него нет ни одного идентификатора',
      kk: 'Істе {party} қатысушысы жоқ немесе оның бірде-бір сәйкестендіргіші жоқ',
      en: 'The case has no party {party}, or the party has no identifier',
    },
  },
  QRG_ANTIFRAUD_MESSAGE: {
    status: 422,
    message: {
      ru: 'Сообщение антифрод-центру не по форме: {path}: {what}',
      kk: 'Антифрод-орталыққа хабарлама пішінге сай емес: {path}: {what}',
      en: 'The message to the anti-fraud centre does not hold to its form: {path}: {what}',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
