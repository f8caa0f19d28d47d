import { areaTexts } from '../texts.ts';

/** Words that many pages share: what things and states are called. */
export const WORDS = {
  // states of an alert
  open: { ru: 'Открыта', kk: 'Ашық', en: 'Open' },
  in_work: { ru: 'В работе', kk: 'Жұмыста', en: 'In work' },
  closed: { ru: 'Закрыта', kk: 'Жабық', en: 'Closed' },
  // what was found
  confirmed: { ru: 'Подтвердилось', kk: 'Расталды', en: 'Confirmed' },
  victim: { ru: 'Владелец — жертва', kk: 'Иесі — жәбірленуші', en: 'The owner is a victim' },
  false_alarm: { ru: 'Ложная тревога', kk: 'Жалған дабыл', en: 'False alarm' },
  inconclusive: { ru: 'Неясно', kk: 'Анық емес', en: 'Inconclusive' },
  // channels
  'channel.unknown': { ru: 'не указан', kk: 'көрсетілмеген', en: 'not told' },
  'channel.transfer': { ru: 'перевод', kk: 'аударым', en: 'transfer' },
  'channel.purchase': { ru: 'покупка', kk: 'сатып алу', en: 'purchase' },
  'channel.cash_in': { ru: 'взнос наличных', kk: 'қолма-қол салу', en: 'cash in' },
  'channel.cash_out': { ru: 'снятие наличных', kk: 'қолма-қол алу', en: 'cash out' },
  'channel.exchange': { ru: 'криптобиржа, обмен', kk: 'криптобиржа, айырбас', en: 'exchange' },
  'channel.abroad': { ru: 'за границу', kk: 'шетелге', en: 'abroad' },
  // purposes
  'purpose.unknown': { ru: 'не указано', kk: 'көрсетілмеген', en: 'not told' },
  'purpose.own': { ru: 'свои счета', kk: 'өз шоттары', en: 'own accounts' },
  'purpose.salary': { ru: 'зарплата', kk: 'жалақы', en: 'salary' },
  'purpose.benefit': { ru: 'пособие, пенсия', kk: 'жәрдемақы, зейнетақы', en: 'benefit' },
  'purpose.rent': { ru: 'аренда', kk: 'жалдау ақысы', en: 'rent' },
  'purpose.loan': { ru: 'заём', kk: 'қарыз', en: 'loan' },
  'purpose.loan_return': { ru: 'возврат займа', kk: 'қарызды қайтару', en: 'loan returned' },
  'purpose.goods': { ru: 'товар, услуга', kk: 'тауар, қызмет', en: 'goods' },
  'purpose.gift': { ru: 'подарок', kk: 'сыйлық', en: 'gift' },
  'purpose.charity': { ru: 'помощь', kk: 'қайырымдылық', en: 'charity' },
  'purpose.tax': { ru: 'налог', kk: 'салық', en: 'tax' },
  'purpose.utility': { ru: 'коммунальные', kk: 'коммуналдық', en: 'utility' },
  // roles of people
  'role.analyst': { ru: 'Аналитик', kk: 'Талдаушы', en: 'Analyst' },
  'role.supervisor': { ru: 'Руководитель', kk: 'Жетекші', en: 'Supervisor' },
  'role.investigator': { ru: 'Следователь', kk: 'Тергеуші', en: 'Investigator' },
  'role.liaison': { ru: 'Связной с органами', kk: 'Органдармен байланыс', en: 'Liaison' },
  'role.auditor': { ru: 'Аудитор', kk: 'Аудитор', en: 'Auditor' },
  'role.admin': { ru: 'Администратор', kk: 'Әкімші', en: 'Administrator' },
  // figures and columns
  score: { ru: 'Балл', kk: 'Балл', en: 'Score' },
  verdict: { ru: 'Совет', kk: 'Кеңес', en: 'Advice' },
  account: { ru: 'Счёт', kk: 'Шот', en: 'Account' },
  sum: { ru: 'Сумма', kk: 'Сома', en: 'Sum' },
  transfers: { ru: 'Переводы', kk: 'Аударымдар', en: 'Transfers' },
  transfersCount: { ru: 'Переводов', kk: 'Аударым', en: 'Transfers' },
  status: { ru: 'Состояние', kk: 'Күйі', en: 'Status' },
  who: { ru: 'Кто ведёт', kk: 'Кім жүргізеді', en: 'Whose work' },
  nobody: { ru: 'никто', kk: 'ешкім', en: 'nobody' },
  institution: { ru: 'Организация', kk: 'Ұйым', en: 'Institution' },
  day: { ru: 'Дата', kk: 'Күні', en: 'Day' },
  timeOfDay: { ru: 'Время', kk: 'Уақыты', en: 'Time' },
  dayWrong: {
    ru: 'Напишите дату так: {like}',
    kk: 'Күнді былай жазыңыз: {like}',
    en: 'Write the day like this: {like}',
  },
  timeWrong: {
    ru: 'Напишите время так: 09:30',
    kk: 'Уақытты былай жазыңыз: 09:30',
    en: 'Write the time like this: 09:30',
  },
  momentLate: {
    ru: 'Ещё не наступило: не позже {day} {time}',
    kk: 'Әлі болған жоқ: {day} {time} уақытынан кеш емес',
    en: 'Still to come: no later than {day} {time}',
  },
  when: { ru: 'Когда', kk: 'Қашан', en: 'When' },
  from: { ru: 'От кого', kk: 'Кімнен', en: 'From' },
  to: { ru: 'Кому', kk: 'Кімге', en: 'To' },
  came: { ru: 'Пришло', kk: 'Түскені', en: 'In' },
  left: { ru: 'Ушло', kk: 'Кеткені', en: 'Out' },
  role: { ru: 'Роль', kk: 'Рөлі', en: 'Role' },
  network: { ru: 'Сеть {id}', kk: '{id} желісі', en: 'Network {id}' },
  networks: { ru: 'Сети', kk: 'Желілер', en: 'Networks' },
  name: { ru: 'Имя', kk: 'Аты-жөні', en: 'Name' },
  title: { ru: 'Название', kk: 'Атауы', en: 'Name' },
  reason: { ru: 'Почему', kk: 'Неліктен', en: 'Why' },
  reasonAbout: {
    ru: 'Останется в журнале под вашим именем.',
    kk: 'Журналда сіздің атыңызбен қалады.',
    en: 'It stays in the record under your name.',
  },
  timeLeft: { ru: 'осталось {time}', kk: '{time} қалды', en: '{time} left' },
  overdueBy: { ru: 'просрочено на {time}', kk: '{time} кешікті', en: 'overdue by {time}' },
  // keys
  keys: { ru: 'Клавиши', kk: 'Пернелер', en: 'Keys' },
  keysDown: { ru: 'вниз по списку', kk: 'тізіммен төмен', en: 'down the list' },
  keysUp: { ru: 'вверх по списку', kk: 'тізіммен жоғары', en: 'up the list' },
  keysHelp: { ru: 'эта подсказка', kk: 'осы кеңес', en: 'this help' },
  keysOff: {
    ru: 'Мешают голосовому вводу? Их можно выключить в меню с вашим именем.',
    kk: 'Дауыспен енгізуге кедергі ме? Атыңыз жазылған мәзірден өшіруге болады.',
    en: 'In the way of voice input? Turn them off in the menu with your name.',
  },
  // acts
  cancel: { ru: 'Отмена', kk: 'Болдырмау', en: 'Cancel' },
  close: { ru: 'Закрыть', kk: 'Жабу', en: 'Close' },
  add: { ru: 'Добавить', kk: 'Қосу', en: 'Add' },
  copy: { ru: 'Скопировать', kk: 'Көшіру', en: 'Copy' },
  copied: { ru: 'Скопировано', kk: 'Көшірілді', en: 'Copied' },
  copyFailed: {
    ru: 'Не скопировалось: выделите и скопируйте сами',
    kk: 'Көшірілмеді: өзіңіз белгілеп көшіріңіз',
    en: 'Not copied: select it and copy it yourself',
  },
  more: { ru: 'Показать ещё', kk: 'Тағы көрсету', en: 'Show more' },
  moreTags: { ru: 'ещё {n}', kk: 'тағы {n}', en: '{n} more' },
  again: { ru: 'Повторить', kk: 'Қайталау', en: 'Try again' },
  // states of a page
  loading: { ru: 'Загружается…', kk: 'Жүктелуде…', en: 'Loading…' },
  problemCode: { ru: 'код', kk: 'коды', en: 'code' },
  serverAway: {
    ru: 'Сервер не отвечает',
    kk: 'Сервер жауап бермейді',
    en: 'The server does not answer',
  },
  serverAwayHint: {
    ru: 'Проверьте связь и повторите. Ничего из принятого сервером не потеряно.',
    kk: 'Байланысты тексеріп, қайталаңыз. Сервер қабылдағанның ештеңесі жоғалған жоқ.',
    en: 'Check the connection and try again. Nothing that the server took in is lost.',
  },
  pageBroken: {
    ru: 'Страница сломалась',
    kk: 'Бет бұзылды',
    en: 'This page broke',
  },
  pageBrokenHint: {
    ru: 'Это наша ошибка. Перезагрузите страницу; если повторится, пришлите этот текст:',
    kk: 'Бұл — біздің қате. Бетті қайта жүктеңіз; қайталанса, мына мәтінді жіберіңіз:',
    en: 'This is our mistake. Reload the page; if it happens again, send us this text:',
  },
  notHere: { ru: 'Здесь ничего нет', kk: 'Мұнда ештеңе жоқ', en: 'There is nothing here' },
  notHereHint: {
    ru: 'Такого адреса нет, или он не для вашей роли.',
    kk: 'Мұндай мекенжай жоқ немесе ол сіздің рөліңізге арналмаған.',
    en: 'There is no such address, or it is not for your role.',
  },
} as const;

export type WordName = keyof typeof WORDS;

export const useWords = areaTexts('words', WORDS);
