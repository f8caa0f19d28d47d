import { areaTexts } from '../texts.ts';

export const ACCOUNT_TEXTS = {
  toAlerts: { ru: 'К тревогам', kk: 'Дабылдарға', en: 'To the alerts' },
  alertOf: { ru: 'Тревога №{id}', kk: '№{id} дабыл', en: 'Alert no. {id}' },
  openAlert: { ru: 'Открытая тревога №{id}', kk: '№{id} ашық дабыл', en: 'Open alert no. {id}' },
  opened: { ru: 'Открыта', kk: 'Ашылды', en: 'Opened' },
  lookKept: {
    ru: 'Номер показан целиком; просмотр записан в журнал.',
    kk: 'Нөмір толық көрсетілді; қарау журналға жазылды.',
    en: 'The number is shown in full; the look is in the record.',
  },
  activity: { ru: 'Активность', kk: 'Белсенділігі', en: 'Active' },
  scoreMost: { ru: 'Наибольший балл', kk: 'Ең жоғары балл', en: 'Highest score' },
  countedPart: {
    ru: 'сосчитаны последние 10 000',
    kk: 'соңғы 10 000 саналды',
    en: 'the latest 10,000 are counted',
  },
  // the picture
  picture: { ru: 'Деньги на счёте', kk: 'Шоттағы ақша', en: 'Money on the account' },
  pictureAbout: {
    ru: 'Вверх — пришло, вниз — ушло, ступени — сколько из этих денег ещё здесь. Знаки сверху — где программа что-то заметила.',
    kk: 'Жоғары — түскені, төмен — кеткені, баспалдақ — осы ақшаның қаншасы әлі осында. Үстіндегі белгілер — бағдарлама бірдеңе байқаған жер.',
    en: 'Up: came in; down: went out; steps: how much of that money is still here. Signs on top: where the program noticed something.',
  },
  pictureLatest: {
    ru: 'Последние переводы: {n}. Остаток считается от начала показанного.',
    kk: 'Соңғы аударымдар: {n}. Қалдық көрсетілгеннің басынан есептеледі.',
    en: 'Latest transfers: {n}. The balance counts from the beginning of what is shown.',
  },
  pictureUntil: {
    ru: 'Переводы по {when} — время этой тревоги. Остаток считается от начала показанного.',
    kk: '{when} дейінгі аударымдар — осы дабылдың уақыты. Қалдық көрсетілгеннің басынан есептеледі.',
    en: 'Transfers up to {when}, the time of this alert. The balance counts from the beginning of what is shown.',
  },
  balance: { ru: 'Осталось', kk: 'Қалғаны', en: 'Still here' },
  in: { ru: 'Пришло', kk: 'Түсті', en: 'In' },
  out: { ru: 'Ушло', kk: 'Кетті', en: 'Out' },
  // reasons
  reasons: { ru: 'Почему', kk: 'Неліктен', en: 'Why' },
  reasonsNone: {
    ru: 'В показанных переводах программа ничего не заметила.',
    kk: 'Көрсетілген аударымдардан бағдарлама ештеңе байқаған жоқ.',
    en: 'In the transfers shown the program noticed nothing.',
  },
  reasonsListed: {
    ru: 'Правила молчат. Переводы остановлены потому, что их сторона стоит в списке.',
    kk: 'Ережелер іске қосылған жоқ. Аударымдар тарабы тізімде тұрғандықтан тоқтатылған.',
    en: 'No rule spoke. Transfers are stopped because a party to them is on a list.',
  },
  moreReasons: { ru: 'Ещё причины: {n}', kk: 'Тағы себеп: {n}', en: 'More reasons: {n}' },
  times: { ru: 'раз: {n}', kk: '{n} рет', en: 'times: {n}' },
  points: { ru: 'Очки из 100', kk: '100-ден ұпай', en: 'Points of 100' },
  seeTransfer: {
    ru: 'Перевод {sum}, {when}',
    kk: '{sum} аударымы, {when}',
    en: 'Transfer of {sum}, {when}',
  },
  allNumbers: { ru: 'Все числа', kk: 'Барлық сан', en: 'All numbers' },
  // numbers of a reason; {window} is a span of time
  'fact.in_count': {
    ru: 'поступлений за {window}',
    kk: '{window} ішінде түсім',
    en: 'credits in {window}',
  },
  'fact.in_sum': { ru: 'пришло за {window}', kk: '{window} ішінде түсті', en: 'came in {window}' },
  'fact.in_parties': {
    ru: 'плательщиков за {window}',
    kk: '{window} ішінде төлеуші',
    en: 'payers in {window}',
  },
  'fact.out_count': {
    ru: 'платежей за {window}',
    kk: '{window} ішінде төлем',
    en: 'payments in {window}',
  },
  'fact.out_sum': { ru: 'ушло за {window}', kk: '{window} ішінде кетті', en: 'left in {window}' },
  'fact.out_parties': {
    ru: 'получателей за {window}',
    kk: '{window} ішінде алушы',
    en: 'payees in {window}',
  },
  'fact.other': {
    ru: 'у другой стороны: {what}',
    kk: 'екінші тарапта: {what}',
    en: 'at the other side: {what}',
  },
  'window.1h': { ru: 'час', kk: 'бір сағат', en: 'an hour' },
  'window.24h': { ru: 'сутки', kk: 'бір тәулік', en: 'a day' },
  'window.7d': { ru: '7 дней', kk: '7 күн', en: '7 days' },
  'window.28d': { ru: '28 дней', kk: '28 күн', en: '28 days' },
  // transfers
  moves: { ru: 'Переводы счёта', kk: 'Шоттың аударымдары', en: 'Transfers of the account' },
  movesNone: {
    ru: 'Переводов не видно',
    kk: 'Аударымдар көрінбейді',
    en: 'No transfers to be seen',
  },
  onlyNoticed: { ru: 'Только замеченные', kk: 'Тек байқалғаны', en: 'Only those noticed' },
  rangeShown: {
    ru: 'Показаны переводы за время, о котором говорит число',
    kk: 'Сан айтып тұрған уақыттағы аударымдар көрсетілген',
    en: 'Showing the transfers that the number speaks of',
  },
  rangeOff: { ru: 'Показать все', kk: 'Барлығын көрсету', en: 'Show all' },
  direction: { ru: 'Направление', kk: 'Бағыты', en: 'Direction' },
  other: { ru: 'Другая сторона', kk: 'Екінші тарап', en: 'Other side' },
  kind: { ru: 'Вид', kk: 'Түрі', en: 'Kind' },
  acts: { ru: 'Действия', kk: 'Әрекеттер', en: 'Acts' },
  traceDown: { ru: 'Куда ушло', kk: 'Қайда кетті', en: 'Where it went' },
  traceUp: { ru: 'Откуда пришло', kk: 'Қайдан келді', en: 'Where it came from' },
  holdThis: { ru: 'Приостановить', kk: 'Тоқтата тұру', en: 'Hold it' },
  actsOf: {
    ru: 'Действия: перевод {sum}',
    kk: 'Әрекеттер: {sum} аударымы',
    en: 'Acts: transfer of {sum}',
  },
  // networks
  inNetworks: { ru: 'В каких сетях', kk: 'Қай желілерде', en: 'Member of networks' },
  inNoNetwork: {
    ru: 'Ни в одной найденной сети',
    kk: 'Табылған желілердің ешқайсысында жоқ',
    en: 'Of no network found',
  },
  // incoming sums and their holding time
  lots: {
    ru: 'Что стало с пришедшими деньгами',
    kk: 'Түскен ақша қайда кетті',
    en: 'What became of the money that came',
  },
  lotsAbout: {
    ru: 'Счёт тратит сначала те деньги, что пришли раньше. У каждого поступления видно, куда оно ушло дальше, сколько пролежало и какая часть ещё здесь.',
    kk: 'Шот алдымен бұрынырақ түскен ақшаны жұмсайды. Әр түсімнің ары қарай қайда кеткені, қанша жатқаны және қай бөлігі әлі осында екені көрінеді.',
    en: 'An account spends its oldest money first. Of every sum that came you see where it went on to, how long it rested and what part is still here.',
  },
  lotsNone: {
    ru: 'Поступлений не видно',
    kk: 'Түсім көрінбейді',
    en: 'No incoming sums to be seen',
  },
  lotsHub: {
    ru: 'Это магазин, банк или другой узел: его платежи не складываются из отдельных поступлений.',
    kk: 'Бұл — дүкен, банк немесе басқа торап: оның төлемдері жеке түсімдерден құралмайды.',
    en: 'This is a shop, a bank or another hub: what it pays is of no particular sum that came.',
  },
  lotsPart: {
    ru: 'Учтены только последние 20 000 переводов: что лежало до них, неизвестно.',
    kk: 'Тек соңғы 20 000 аударым есепке алынды: оған дейін не жатқаны белгісіз.',
    en: 'Only the latest 20,000 transfers count: what was there before them is not known.',
  },
  lotFate: { ru: 'Что стало', kk: 'Не болды', en: 'What became of it' },
  lotHere: { ru: 'Ещё здесь', kk: 'Әлі осында', en: 'Still here' },
  lotHeld: { ru: 'Пролежало в среднем', kk: 'Орташа жатқан уақыты', en: 'Rested on average' },
  lotParts: { ru: 'Куда ушло', kk: 'Қайда кетті', en: 'Went on to' },
  lotAfter: { ru: 'через {time}', kk: '{time} өткен соң', en: 'after {time}' },
  lotMore: { ru: 'Ещё платежи: {n}', kk: 'Тағы төлем: {n}', en: 'More payments: {n}' },
  lotCut: {
    ru: 'и ещё платежи: {n}, вместе {sum}',
    kk: 'және тағы төлем: {n}, барлығы {sum}',
    en: 'and further payments: {n}, {sum} in all',
  },
  'fate.hour': { ru: 'ушло за час', kk: 'бір сағатта кетті', en: 'left within an hour' },
  'fate.day': { ru: 'ушло за сутки', kk: 'бір тәулікте кетті', en: 'left within a day' },
  'fate.later': { ru: 'ушло позже', kk: 'кейінірек кетті', en: 'left later' },
  'fate.here': { ru: 'ещё здесь', kk: 'әлі осында', en: 'still here' },
} as const;

export const useAccountTexts = areaTexts('account', ACCOUNT_TEXTS);
