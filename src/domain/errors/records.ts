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
  QRG_CUSTOMER_DATE: {
    status: 422,
    message: {
      ru: 'Такой даты у клиента быть не может: {field} {value}',
      kk: 'Клиенттің мұндай күні болуы мүмкін емес: {field} {value}',
      en: 'A customer cannot have such a date: {field} {value}',
    },
    hint: {
      ru: 'Дата лежит в будущем или раньше 1880 года',
      kk: 'Күн болашақта немесе 1880 жылдан бұрын',
      en: 'It lies in the future, or before 1880',
    },
  },
  QRG_CUSTOMER_NO_APPROVAL: {
    status: 409,
    message: {
      ru: 'По этому клиенту ничьего согласия не нужно',
      kk: 'Бұл клиент бойынша ешкімнің келісімі қажет емес',
      en: 'Nobody has to approve of this customer',
    },
  },
  QRG_CUSTOMER_SAME_PERSON: {
    status: 403,
    message: {
      ru: 'Клиента проверяли вы сами: согласие даёт другой человек',
      kk: 'Клиентті өзіңіз тексергенсіз: келісімді басқа адам береді',
      en: 'You looked at the customer yourself: another person approves',
    },
  },
  QRG_RISK_STALE: {
    status: 409,
    message: {
      ru: 'Параметры риска тем временем изменились',
      kk: 'Тәуекел параметрлері бұл арада өзгерді',
      en: 'The parameters of risk have changed meanwhile',
    },
    hint: {
      ru: 'Прочитайте их заново и посмотрите ещё раз, кого затронет изменение',
      kk: 'Оларды қайта оқып, өзгеріс кімге әсер ететінін тағы қараңыз',
      en: 'Read them again, and look once more whom the change would move',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
