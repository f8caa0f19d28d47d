import type { Channel, Purpose } from '../../domain/transfer.ts';

/**
 * Beginnings of words, in `normalSpelling` form, that give away how money moved. A phrase of several words must
 * stand as written, each word possibly with an ending. Sources: the operation kinds of the official form and its
 * variants, the names that banks and crypto exchanges use in their own products; Kazakh by translation.
 * The first list with a hit wins.
 */
export const CHANNEL_WORDS: readonly (readonly [Channel, readonly string[]])[] = [
  [
    'exchange',
    [
      'binance',
      'bybit',
      'okx',
      'ataix',
      'bitget',
      'usdt',
      'крипто',
      'цифровых актив',
      'цифровые актив',
      'цифрлық актив',
    ],
  ],
  [
    'cash_out',
    [
      'снятие',
      'снятия',
      'снял',
      'выдача налич',
      'выдача денег',
      'получение налич',
      'cash out',
      'atm withdrawal',
      'банкомат выдача',
      'қолма қол ақша беру',
      'қолма қол ақша алу',
      'ақша шешу',
    ],
  ],
  [
    'cash_in',
    [
      'взнос налич',
      'внесение налич',
      'внесение денег',
      'прием налич',
      'прием денег',
      'пополнение налич',
      'пополнение через терминал',
      'пополнение через банкомат',
      'зачисление налич',
      'cash in',
      'қолма қол ақша салу',
      'қолма қол ақша енгізу',
    ],
  ],
  [
    'abroad',
    [
      'трансгранич',
      'swift',
      'western union',
      'золотая корона',
      'korona',
      'unistream',
      'юнистрим',
      'moneygram',
      'международн',
      'за границу',
      'шетелге',
      'трансшекаралық',
    ],
  ],
  [
    'purchase',
    [
      'покупк',
      'оплата товар',
      'оплата по qr',
      'эквайринг',
      'pos',
      'retail',
      'сатып алу',
      'тауар үшін',
    ],
  ],
];

/** Likewise for what the payment says it is for. Returning a loan stands before taking one. */
export const PURPOSE_WORDS: readonly (readonly [Purpose, readonly string[]])[] = [
  [
    'loan_return',
    [
      'погашение кредит',
      'погашение займ',
      'погашение задолж',
      'возврат займ',
      'возврат кредит',
      'возврат долг',
      'қарызды қайтар',
      'қарызды өте',
      'несиені өте',
      'несие өте',
    ],
  ],
  [
    'loan',
    ['выдача кредит', 'выдача займ', 'займ', 'кредит', 'в долг', 'микрокредит', 'қарыз', 'несие'],
  ],
  [
    'own',
    [
      'между своими счет',
      'на свой счет',
      'собственных средств',
      'собственные средства',
      'собственных денег',
      'own account',
      'өз шот',
    ],
  ],
  ['salary', ['заработн', 'зарплат', 'з п', 'аванс за', 'премия', 'жалақы', 'еңбекақы', 'salary']],
  [
    'benefit',
    [
      'пенси',
      'пособи',
      'стипенди',
      'социальн выплат',
      'социальная выплат',
      'зейнетақы',
      'жәрдемақы',
      'шәкіртақы',
      'стипендия',
      'әлеуметтік төлем',
    ],
  ],
  ['rent', ['аренд', 'за квартиру', 'жалға алу', 'жалдау ақы', 'пәтерақы', 'пәтер ақы', 'rent']],
  ['tax', ['налог', 'штраф', 'госпошлин', 'пошлин', 'опв', 'осмс', 'салық', 'айыппұл', 'баж']],
  [
    'utility',
    [
      'коммунальн',
      'электроэнерг',
      'водоснабж',
      'теплоснабж',
      'кск',
      'интернет',
      'сотов',
      'услуг связи',
      'услуги связи',
      'мобильн связ',
      'мобильной связ',
      'коммуналдық',
      'жарық үшін',
      'ұялы байланыс',
    ],
  ],
  ['charity', ['благотвор', 'пожертв', 'садака', 'садақа', 'қайырымдылық', 'көмек қор']],
  ['gift', ['подар', 'дарени', 'день рожд', 'днем рожд', 'сыйлық', 'сыйға', 'туған күн', 'gift']],
  [
    'goods',
    [
      'за товар',
      'оплата товар',
      'покупк',
      'за услуг',
      'оплата услуг',
      'тауар',
      'қызмет үшін',
      'сатып алу',
      'purchase',
    ],
  ],
];

/** Words of a debit and of a credit in the operation's kind; beginnings, so 'исх' covers «исходящий». */
export const DIRECTION_WORDS = {
  out: ['дебет', 'исх', 'расход', 'списан', 'снятие', 'шығыс', 'outgoing'],
  in: ['входящ', 'поступл', 'зачисл', 'пополн', 'приход', 'кіріс', 'incoming'],
} as const;

/** Words of a row that takes back another one. «Возврат» is none of them: a refund is a payment of its own. */
export const REVERSAL_WORDS = [
  'сторно',
  'сторнир',
  'отмена операции',
  'отмена перевода',
  'отмена платежа',
  'аннулирование',
  'операцияны болдырмау',
  'аударымды болдырмау',
  'төлемді болдырмау',
  'reversal',
] as const;
