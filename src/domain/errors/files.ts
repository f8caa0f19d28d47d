import type { ErrorEntry } from './entry.ts';

/** An input file, or the way it was asked to be read, that cannot be used. */
export const FILE_ERRORS = {
  QRG_FILE_UNREADABLE: {
    status: 422,
    message: {
      ru: 'Файл не открывается: {file} ({reason})',
      kk: 'Файл ашылмайды: {file} ({reason})',
      en: 'The file cannot be read: {file} ({reason})',
    },
    hint: {
      ru: 'Проверьте, что такой путь есть и что его разрешено читать.',
      kk: 'Мұндай жолдың бар екенін және оны оқуға рұқсат барын тексеріңіз.',
      en: 'Check that the path is there and may be read.',
    },
  },
  QRG_FILE_EMPTY: {
    status: 422,
    message: { ru: 'Файл пуст: {file}', kk: 'Файл бос: {file}', en: 'The file is empty: {file}' },
  },
  QRG_FILE_FORMAT: {
    status: 422,
    message: {
      ru: 'Формат файла неизвестен: {file}',
      kk: 'Файл пішімі белгісіз: {file}',
      en: 'The format of the file is not known: {file}',
    },
    hint: {
      ru: 'Принимаются выписки .xlsx и .xls, CSV (и .gz), NDJSON, Parquet, ISO 20022 (pacs.008, camt.053)',
      kk: '.xlsx және .xls үзінді көшірмелері, CSV (.gz те), NDJSON, Parquet, ISO 20022 (pacs.008, camt.053) қабылданады',
      en: 'Taken are .xlsx and .xls statements, CSV (also .gz), NDJSON, Parquet, ISO 20022 (pacs.008, camt.053)',
    },
  },
  QRG_FILE_PDF: {
    status: 422,
    message: {
      ru: 'PDF не читается, попросите у банка ту же выписку в Excel: {file}',
      kk: 'PDF оқылмайды, банктен осы үзінді көшірмені Excel түрінде сұраңыз: {file}',
      en: 'PDF is not read; ask the bank for the same statement in Excel: {file}',
    },
    hint: {
      ru: 'Если у банка есть только PDF, перенесите таблицу в Excel и сохраните её как .xlsx.',
      kk: 'Банкте тек PDF болса, кестені Excel-ге көшіріп, .xlsx түрінде сақтаңыз.',
      en: 'If the bank has PDF only, move the table into Excel and save it as .xlsx.',
    },
  },
  QRG_FILE_BROKEN: {
    status: 422,
    message: {
      ru: 'Файл повреждён или обрывается: {file} ({reason})',
      kk: 'Файл бүлінген немесе үзіліп қалған: {file} ({reason})',
      en: 'The file is damaged or cut short: {file} ({reason})',
    },
  },
  QRG_FILE_HEADER: {
    status: 422,
    message: {
      ru: 'Не найдена строка с названиями столбцов. Первые строки: {rows}',
      kk: 'Баған атаулары бар жол табылмады. Алғашқы жолдар: {rows}',
      en: 'No row with the titles of columns was found. First rows: {rows}',
    },
    hint: {
      ru: 'Назовите столбцы сами, например: --map at=Дата,amount=Сумма,payer=Счёт списания,payee=Счёт зачисления',
      kk: 'Бағандарды өзіңіз атаңыз, мысалы: --map at=Күні,amount=Сомасы,payer=Жіберуші шоты,payee=Алушы шоты',
      en: 'Name the columns yourself, for example: --map at=Date,amount=Amount,payer=From account,payee=To account',
    },
  },
  QRG_FILE_COLUMN_MISSING: {
    status: 422,
    message: {
      ru: 'Нет столбца «{field}» среди: {header}',
      kk: '«{field}» бағаны табылмады. Бар бағандар: {header}',
      en: 'No column for "{field}" among: {header}',
    },
    hint: {
      ru: 'Назовите столбец сами: --map {field}=СТОЛБЕЦ (или {field}=#НОМЕР). {suggest}',
      kk: 'Бағанды өзіңіз көрсетіңіз: --map {field}=БАҒАН (немесе {field}=#НӨМІР). {suggest}',
      en: 'Name it yourself: --map {field}=COLUMN (or {field}=#NUMBER). {suggest}',
    },
  },
  QRG_FILE_COLUMN_AMBIGUOUS: {
    status: 422,
    message: {
      ru: 'Для «{field}» подходит несколько столбцов: {columns}',
      kk: '«{field}» үшін бірнеше баған сәйкес келеді: {columns}',
      en: 'Several columns fit "{field}": {columns}',
    },
    hint: {
      ru: 'Выберите один: --map {field}=СТОЛБЕЦ (или {field}=#НОМЕР)',
      kk: 'Біреуін таңдаңыз: --map {field}=БАҒАН (немесе {field}=#НӨМІР)',
      en: 'Choose one: --map {field}=COLUMN (or {field}=#NUMBER)',
    },
  },
  QRG_FILE_MAP: {
    status: 400,
    message: {
      ru: '--map не читается: «{part}»',
      kk: '--map мәнін оқу мүмкін болмады: «{part}»',
      en: '--map cannot be read: "{part}"',
    },
    hint: {
      ru: 'Пишите ПОЛЕ=СТОЛБЕЦ через запятую; поля: {fields}',
      kk: 'ӨРІС=БАҒАН жұптарын үтірмен бөліп жазыңыз; өрістер: {fields}',
      en: 'Write FIELD=COLUMN pairs with commas; fields: {fields}',
    },
  },
  QRG_FILE_MAP_COLUMN: {
    status: 422,
    message: {
      ru: '--map называет столбец «{column}», а в файле есть: {header}',
      kk: '--map «{column}» бағанын атайды, ал файлда мыналар бар: {header}',
      en: '--map names the column "{column}", but the file has: {header}',
    },
  },
  QRG_FILE_TIME_UNIT: {
    status: 422,
    message: {
      ru: 'Непонятно, в чём измерено время в столбце «{column}»: «{value}»',
      kk: '«{column}» бағанындағы уақыттың өлшем бірлігі түсініксіз: «{value}»',
      en: 'It is not clear what the times in column "{column}" are: "{value}"',
    },
    hint: {
      ru: 'Скажите единицу: --time-unit days|s|ms|iso',
      kk: 'Өлшем бірлігін көрсетіңіз: --time-unit days|s|ms|iso',
      en: 'Say the unit: --time-unit days|s|ms|iso',
    },
  },
  QRG_FILE_XML: {
    status: 422,
    message: {
      ru: 'XML с ошибкой: {file}, строка {line} ({reason})',
      kk: 'XML қате: {file}, {line}-жол ({reason})',
      en: 'The XML is not well-formed: {file}, line {line} ({reason})',
    },
  },
  QRG_FILE_XML_DTD: {
    status: 422,
    message: {
      ru: 'В XML есть DOCTYPE, такие файлы не принимаются: {file}',
      kk: 'XML ішінде DOCTYPE бар, мұндай файлдар қабылданбайды: {file}',
      en: 'The XML has a DOCTYPE; such files are refused: {file}',
    },
    hint: {
      ru: 'В сообщениях ISO 20022 его не бывает: через него подставляют чужие файлы и раздувают память',
      kk: 'ISO 20022 хабарламаларында ол болмайды: сол арқылы бөгде файл енгізіп, жадты толтырады',
      en: 'ISO 20022 messages never have one: it is a way to pull in other files and to exhaust memory',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
