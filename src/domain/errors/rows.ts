import type { ErrorEntry } from './entry.ts';

/** A row of an input that was not taken. */
export const ROW_ERRORS = {
  QRG_ROW_AMOUNT: {
    status: 422,
    message: {
      ru: 'Сумма не читается: «{value}»',
      kk: 'Соманы оқу мүмкін болмады: «{value}»',
      en: 'The amount cannot be read: "{value}"',
    },
  },
  QRG_ROW_AMOUNT_SIGN: {
    status: 422,
    message: {
      ru: 'Сумма нулевая или отрицательная: «{value}»',
      kk: 'Сома нөлге тең немесе теріс: «{value}»',
      en: 'The amount is zero or negative: "{value}"',
    },
    hint: {
      ru: 'Перевод записывается положительной суммой, направление задают плательщик и получатель',
      kk: 'Аударым сомасы оң болуы керек, бағытты төлеуші мен алушы көрсетеді',
      en: 'A transfer has a positive amount; payer and payee give its direction',
    },
  },
  QRG_ROW_TIME: {
    status: 422,
    message: {
      ru: 'Дата или время не читается: «{value}»',
      kk: 'Күнді немесе уақытты оқу мүмкін болмады: «{value}»',
      en: 'The date or time cannot be read: "{value}"',
    },
  },
  QRG_ROW_PAYER: {
    status: 422,
    message: {
      ru: 'Не указан плательщик',
      kk: 'Төлеуші көрсетілмеген',
      en: 'The payer is missing',
    },
  },
  QRG_ROW_PAYEE: {
    status: 422,
    message: {
      ru: 'Не указан получатель',
      kk: 'Алушы көрсетілмеген',
      en: 'The payee is missing',
    },
  },
  QRG_ROW_SELF: {
    status: 422,
    message: {
      ru: 'Плательщик и получатель — один и тот же счёт: «{value}»',
      kk: 'Төлеуші мен алушы — бір шот: «{value}»',
      en: 'Payer and payee are the same account: "{value}"',
    },
  },
  QRG_ROW_CURRENCY: {
    status: 422,
    message: {
      ru: 'Валюта строки «{value}», а остальной файл в {currency}',
      kk: 'Жолдың валютасы «{value}», ал файлдың қалғаны {currency} валютасында',
      en: 'This row is in "{value}" while the file is in {currency}',
    },
    hint: {
      ru: 'Суммы в разных валютах не складываются: проверьте каждую валюту отдельным файлом',
      kk: 'Әртүрлі валютадағы сомалар қосылмайды: әр валютаны бөлек файлмен тексеріңіз',
      en: 'Amounts in different currencies are never added up: scan each currency as its own file',
    },
  },
  QRG_ROW_COLUMNS_FEW: {
    status: 422,
    message: {
      ru: 'В строке не хватает столбцов: {count} вместо {expected}',
      kk: 'Жолда баған жетіспейді: {expected} орнына {count}',
      en: 'The row has too few columns: {count} instead of {expected}',
    },
  },
  QRG_ROW_COLUMNS_MANY: {
    status: 422,
    message: {
      ru: 'В строке лишние столбцы: {count} вместо {expected}',
      kk: 'Жолда артық баған бар: {expected} орнына {count}',
      en: 'The row has too many columns: {count} instead of {expected}',
    },
    hint: {
      ru: 'Если внутри значения есть разделитель, значение берут в кавычки',
      kk: 'Мән ішінде бөлгіш болса, оны тырнақшаға алу керек',
      en: 'A value that contains the delimiter must be in quotes',
    },
  },
  QRG_ROW_LONG: {
    status: 422,
    message: {
      ru: 'Строка длиннее 1 МБ',
      kk: 'Жолдың ұзындығы 1 МБ-тан асады',
      en: 'The row is longer than 1 MB',
    },
  },
  QRG_ROW_ENCODING: {
    status: 422,
    message: {
      ru: 'Текст не в кодировке файла: «{value}»',
      kk: 'Мәтін файлдың кодтауына сай емес: «{value}»',
      en: 'The text is not in the encoding of the file: "{value}"',
    },
  },
  QRG_ROW_QUOTE: {
    status: 422,
    message: {
      ru: 'После закрывающей кавычки стоит лишний текст',
      kk: 'Жабылған тырнақшадан кейін артық мәтін тұр',
      en: 'There is text after a closing quote',
    },
  },
  QRG_ROW_QUOTE_OPEN: {
    status: 422,
    message: {
      ru: 'Кавычка открыта и не закрыта',
      kk: 'Тырнақша ашылған, бірақ жабылмаған',
      en: 'A quote is opened and never closed',
    },
  },
  QRG_ROW_JSON: {
    status: 422,
    message: {
      ru: 'Строка не является объектом JSON: {value}',
      kk: 'Жол JSON нысаны емес: {value}',
      en: 'The line is not a JSON object: {value}',
    },
  },
  QRG_ROW_STATUS: {
    status: 422,
    message: {
      ru: 'Операция ещё не проведена: статус «{value}»',
      kk: 'Операция әлі жүргізілмеген: мәртебесі «{value}»',
      en: 'The entry is not booked: its status is "{value}"',
    },
  },
  QRG_ROW_FACT: {
    status: 422,
    message: {
      ru: 'Столбец {column} не читается: «{value}»',
      kk: '{column} бағанын оқу мүмкін болмады: «{value}»',
      en: 'Column {column} cannot be read: "{value}"',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
