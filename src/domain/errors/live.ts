import type { ErrorEntry } from './entry.ts';

/** What the decision service refuses. */
export const LIVE_ERRORS = {
  QRG_BUSY: {
    status: 503,
    message: {
      ru: 'Сервис загружен до предела: запрос не принят',
      kk: 'Сервис шегіне дейін жүктелген: сұрау қабылданбады',
      en: 'The service is at its limit: the request was not taken',
    },
    hint: {
      ru: 'Повторите с тем же id через секунду.',
      kk: 'Сол id-мен бір секундтан кейін қайталаңыз.',
      en: 'Repeat it with the same id in a second.',
    },
  },
  QRG_STOPPING: {
    status: 503,
    message: {
      ru: 'Сервис останавливается: новые запросы не принимаются',
      kk: 'Сервис тоқтап жатыр: жаңа сұраулар қабылданбайды',
      en: 'The service is stopping and takes no new requests',
    },
    hint: {
      ru: 'Повторите с тем же id, когда сервис снова запустится.',
      kk: 'Сервис қайта іске қосылғанда сол id-мен қайталаңыз.',
      en: 'Repeat it with the same id when the service is up again.',
    },
  },
  QRG_NOT_DURABLE: {
    status: 503,
    message: {
      ru: 'База данных недоступна: решение ещё не сохранено, поэтому его нельзя считать принятым',
      kk: 'Дерекқор қолжетімсіз: шешім әлі сақталмаған, сондықтан оны қабылданған деп санауға болмайды',
      en: 'The database is away: the decision is not saved yet and must not be taken as made',
    },
    hint: {
      ru: 'Повторите с тем же id: решение будет одно.',
      kk: 'Сол id-мен қайталаңыз: шешім біреу ғана болады.',
      en: 'Repeat it with the same id: there will be one decision.',
    },
  },
  QRG_TRANSFER_AT_FUTURE: {
    status: 422,
    message: {
      ru: 'Время перевода позже часов сервиса больше чем на {minutes} минут: {at}',
      kk: 'Аударым уақыты сервис сағатынан {minutes} минуттан артық озып тұр: {at}',
      en: 'The transfer is dated more than {minutes} minutes after the clock of the service: {at}',
    },
    hint: {
      ru: 'Проверьте часы отправителя и часовой пояс: время передаётся в UTC.',
      kk: 'Жіберушінің сағаты мен уақыт белдеуін тексеріңіз: уақыт UTC бойынша беріледі.',
      en: "Check the sender's clock and time zone: times are in UTC.",
    },
  },
  QRG_TRANSFER_CURRENCY: {
    status: 422,
    message: {
      ru: 'Сервис следит за деньгами в {expected}, а перевод в {currency}',
      kk: 'Сервис {expected} түріндегі ақшаны бақылайды, ал аударым {currency} түрінде',
      en: 'The service follows money in {expected}; the transfer is in {currency}',
    },
    hint: {
      ru: 'Передайте сумму в {expected} по курсу дня операции.',
      kk: 'Соманы операция күнгі бағам бойынша {expected} түрінде беріңіз.',
      en: 'Send the sum in {expected} at the rate of the day.',
    },
  },
  QRG_TRANSFER_SAME_ACCOUNT: {
    status: 422,
    message: {
      ru: 'Плательщик и получатель — один и тот же счёт',
      kk: 'Төлеуші мен алушы — бір шот',
      en: 'Payer and payee are the same account',
    },
  },
  QRG_TRANSFER_ID_REUSED: {
    status: 409,
    message: {
      ru: 'Под этим id уже решён другой перевод: {id}',
      kk: 'Бұл id-мен басқа аударым бойынша шешім қабылданған: {id}',
      en: 'Another transfer was decided under this id: {id}',
    },
    hint: {
      ru: 'Повтор должен совпадать с первым запросом: время, счета и сумма.',
      kk: 'Қайталау алғашқы сұраумен сәйкес болуы керек: уақыты, шоттары және сомасы.',
      en: 'A repeat must be the same as the first request: time, accounts and amount.',
    },
  },
  QRG_STORE_OTHER_WRITER: {
    status: 503,
    message: {
      ru: 'В эту базу уже пишет другой сервис Qorgan',
      kk: 'Бұл дерекқорға басқа Qorgan сервисі жазып жатыр',
      en: 'Another Qorgan service writes to this database',
    },
    hint: {
      ru: 'Журнал ведёт один сервис. Остановите другой или укажите другую базу.',
      kk: 'Журналды бір ғана сервис жүргізеді. Екіншісін тоқтатыңыз немесе басқа дерекқорды көрсетіңіз.',
      en: 'One service keeps the journal. Stop the other one, or name another database.',
    },
  },
  QRG_JOURNAL_DAMAGED: {
    status: 500,
    message: {
      ru: 'Журнал повреждён на записи {seq}: {what}',
      kk: 'Журналдың {seq} жазбасы бүлінген: {what}',
      en: 'The journal is damaged at {seq}: {what}',
    },
    hint: {
      ru: 'Сервис не запускается, чтобы не продолжать неверную цепочку. Восстановите базу из копии: qorgan restore.',
      kk: 'Қате тізбекті жалғастырмау үшін сервис іске қосылмайды. Дерекқорды көшірмеден қалпына келтіріңіз: qorgan restore.',
      en: 'The service does not start, so as not to go on from a wrong chain. Restore the database from a backup: qorgan restore.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
