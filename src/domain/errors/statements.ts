import type { ErrorEntry } from './entry.ts';

/** A workbook, a sheet or a statement row that was not taken. */
export const STATEMENT_ERRORS = {
  QRG_BOOK_DAMAGED: {
    status: 422,
    message: {
      ru: 'Файл Excel повреждён или оборван',
      kk: 'Excel файлы бүлінген немесе толық емес',
      en: 'The Excel file is damaged or cut short',
    },
    hint: {
      ru: 'Запросите файл у банка ещё раз или сохраните его в Excel заново как .xlsx.',
      kk: 'Файлды банктен қайта сұратыңыз немесе Excel-де .xlsx түрінде қайта сақтаңыз.',
      en: 'Ask the bank for the file again, or open it in Excel and save it anew as .xlsx.',
    },
  },
  QRG_BOOK_PASSWORD: {
    status: 422,
    message: {
      ru: 'Файл Excel закрыт паролем',
      kk: 'Excel файлы құпиясөзбен қорғалған',
      en: 'The Excel file is protected by a password',
    },
    hint: {
      ru: 'Откройте файл паролем от банка и сохраните копию без пароля.',
      kk: 'Файлды банк берген құпиясөзбен ашып, көшірмесін құпиясөзсіз сақтаңыз.',
      en: 'Open it with the password the bank gave you and save a copy without one.',
    },
  },
  QRG_BOOK_KIND: {
    status: 422,
    message: {
      ru: 'Это не книга Excel, хотя имя файла так говорит: внутри {found}',
      kk: 'Файл аты Excel дегенімен, бұл Excel кітабы емес: ішінде {found}',
      en: 'The name says Excel, but this is not a workbook: inside is {found}',
    },
  },
  QRG_BOOK_LIMIT: {
    status: 422,
    message: {
      ru: 'Книга Excel слишком велика: {what} {size}, предел {limit}',
      kk: 'Excel кітабы тым үлкен: {what} {size}, шегі {limit}',
      en: 'The workbook is too big: {what} {size}, the limit is {limit}',
    },
    hint: {
      ru: 'Разделите выписку по периодам или сохраните её как CSV.',
      kk: 'Үзінді көшірмені кезеңдерге бөліңіз немесе CSV түрінде сақтаңыз.',
      en: 'Split the statement by period, or save it as CSV.',
    },
  },
  QRG_BOOK_EMPTY: {
    status: 422,
    message: {
      ru: 'В книге Excel нет ни одной заполненной строки',
      kk: 'Excel кітабында толтырылған бірде-бір жол жоқ',
      en: 'The workbook has no filled row',
    },
  },
  QRG_SHEET_HEADER: {
    status: 422,
    message: {
      ru: 'Лист «{sheet}»: не найдена шапка выписки. Назовите столбцы через --map. Первые строки: {rows}',
      kk: '«{sheet}» парағы: үзінді көшірменің тақырып жолы табылмады. Бағандарды --map арқылы атаңыз. Алғашқы жолдар: {rows}',
      en: 'Sheet "{sheet}": no statement header found. Name the columns with --map. First rows: {rows}',
    },
    hint: {
      ru: 'Пример: --map at=Дата,amount=Сумма,payer=Счёт списания,payee=Счёт зачисления',
      kk: 'Мысалы: --map at=Күні,amount=Сомасы,payer=Жіберуші шоты,payee=Алушы шоты',
      en: 'Example: --map at=Date,amount=Amount,payer=From account,payee=To account',
    },
  },
  QRG_SHEET_MAP: {
    status: 422,
    message: {
      ru: 'Лист «{sheet}»: нет столбца «{column}», названного в --map. Первые строки: {rows}',
      kk: '«{sheet}» парағы: --map атаған «{column}» бағаны жоқ. Алғашқы жолдар: {rows}',
      en: 'Sheet "{sheet}": no column "{column}" that --map names. First rows: {rows}',
    },
  },
  QRG_ROW_KZT: {
    status: 422,
    message: {
      ru: 'Сумма в валюте {currency} без суммы в тенге',
      kk: '{currency} валютасындағы соманың теңгедегі баламасы жоқ',
      en: 'An amount in {currency} without its sum in tenge',
    },
  },
  QRG_ROW_REVERSED: {
    status: 422,
    message: {
      ru: 'Платёж в строке {payment} отменён строкой {reversal} (сторно): обе не учтены',
      kk: '{payment}-жолдағы төлем {reversal}-жолмен жойылған (сторно): екеуі де есепке алынбады',
      en: 'The payment in row {payment} is taken back by row {reversal} (a reversal): neither is counted',
    },
  },
  QRG_ROW_REVERSAL: {
    status: 422,
    message: {
      ru: 'Сторно платежа, которого в этой выписке нет: строка не учтена',
      kk: 'Осы үзінді көшірмеде жоқ төлемнің сторносы: жол есепке алынбады',
      en: 'A reversal of a payment that is not in this statement: the row is not counted',
    },
    hint: {
      ru: 'Запросите у банка выписку и за предыдущий период: отменённый платёж в ней.',
      kk: 'Банктен алдыңғы кезеңнің үзінді көшірмесін де сұратыңыз: жойылған төлем сонда.',
      en: 'Ask the bank for the period before as well: the payment that was taken back is there.',
    },
  },
  QRG_ROW_PARTIES: {
    status: 422,
    message: {
      ru: 'Не видно, чьи это деньги: нет ни плательщика, ни получателя',
      kk: 'Ақшаның кімдікі екені белгісіз: төлеуші де, алушы да көрсетілмеген',
      en: 'Nobody is named: neither payer nor payee',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
