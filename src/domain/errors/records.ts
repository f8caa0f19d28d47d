import type { ErrorEntry } from './entry.ts';

/** What is looked up and worked on: alerts, accounts, customers, networks, transfers. What is not to be seen is not there. */
export const RECORD_ERRORS = {
  QRG_ALERT_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Такого сигнала нет: {alert}',
      kk: 'Мұндай дабыл жоқ: {alert}',
      en: 'There is no such alert: {alert}',
    },
  },
  QRG_ALERT_TAKEN: {
    status: 409,
    message: {
      ru: 'Этим сигналом уже занимается другой сотрудник',
      kk: 'Бұл дабылмен басқа қызметкер айналысып жатыр',
      en: 'Somebody else is working on this alert',
    },
    hint: {
      ru: 'Передать его может сам сотрудник или его руководитель (supervisor).',
      kk: 'Оны сол қызметкердің өзі немесе жетекшісі (supervisor) бере алады.',
      en: 'They can return it, or a supervisor can take it over.',
    },
  },
  QRG_ALERT_NOT_TAKEN: {
    status: 409,
    message: {
      ru: 'Сигнал ещё никто не взял в работу',
      kk: 'Дабылды әлі ешкім жұмысқа алмаған',
      en: 'Nobody has taken the alert yet',
    },
    hint: {
      ru: 'Сначала возьмите его: act = take.',
      kk: 'Алдымен оны алыңыз: act = take.',
      en: 'Take it first: act = take.',
    },
  },
  QRG_ALERT_CLOSED: {
    status: 409,
    message: {
      ru: 'Сигнал уже закрыт',
      kk: 'Дабыл жабылып қойған',
      en: 'The alert is closed already',
    },
    hint: {
      ru: 'Новый подозрительный перевод по счёту откроет новый сигнал.',
      kk: 'Шот бойынша жаңа күмәнді аударым жаңа дабыл ашады.',
      en: 'A new suspicious transfer of the account opens a new alert.',
    },
  },
  QRG_ACCOUNT_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Такого счёта нет: {account}',
      kk: 'Мұндай шот жоқ: {account}',
      en: 'There is no such account: {account}',
    },
  },
  QRG_NETWORK_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Такой сети нет: {network}',
      kk: 'Мұндай желі жоқ: {network}',
      en: 'There is no such network: {network}',
    },
    hint: {
      ru: 'Сети ищутся заново каждые несколько минут: эта могла распасться или слиться с другой.',
      kk: 'Желілер бірнеше минут сайын қайта ізделеді: бұл желі ыдырап не басқасына қосылып кеткен болуы мүмкін.',
      en: 'Networks are searched anew every few minutes: this one may have fallen apart or joined another.',
    },
  },
  QRG_CUSTOMER_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Такого клиента нет: {customer}',
      kk: 'Мұндай клиент жоқ: {customer}',
      en: 'There is no such customer: {customer}',
    },
  },
  QRG_TRANSFER_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Такого перевода нет: {transfer}',
      kk: 'Мұндай аударым жоқ: {transfer}',
      en: 'There is no such transfer: {transfer}',
    },
  },
  QRG_CUSTOMER_ACCOUNT_TAKEN: {
    status: 409,
    message: {
      ru: 'Счёт уже числится за другим клиентом',
      kk: 'Шот басқа клиентке тіркелген',
      en: 'The account belongs to another customer',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
