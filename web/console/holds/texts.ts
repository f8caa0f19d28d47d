import { areaTexts } from '../texts.ts';
import { ACT_TEXTS } from './act-texts.ts';

export const HOLD_TEXTS = {
  ...ACT_TEXTS,
  title: { ru: 'Приостановки', kk: 'Тоқтатулар', en: 'Holds' },
  about: {
    ru: 'Деньги, которые стоят, и сроки, которые даёт закон.',
    kk: 'Тоқтап тұрған ақша және заң берген мерзімдер.',
    en: 'Money that stands, and the terms that the law gives.',
  },
  holdOf: { ru: 'Приостановка №{id}', kk: '№{id} тоқтату', en: 'Hold no. {id}' },
  holdShort: { ru: '№{id}', kk: '№{id}', en: 'No. {id}' },
  emptyTitle: { ru: 'Приостановок нет', kk: 'Тоқтату жоқ', en: 'No holds' },
  emptyAbout: {
    ru: 'Когда программа предложит остановить перевод или человек остановит его сам, он появится здесь.',
    kk: 'Бағдарлама аударымды тоқтатуды ұсынса немесе оны адам өзі тоқтатса, ол осында шығады.',
    en: 'When the program proposes to stop a transfer, or a person stops one, it appears here.',
  },
  filterState: { ru: 'Состояние', kk: 'Күйі', en: 'State' },
  filterOpen: { ru: 'не закончены', kk: 'аяқталмаған', en: 'not ended' },
  filterProposed: {
    ru: 'предложены программой',
    kk: 'бағдарлама ұсынған',
    en: 'proposed by the program',
  },
  filterEnded: { ru: 'закончены', kk: 'аяқталған', en: 'ended' },
  overdueOnly: {
    ru: 'Только с пропущенным сроком',
    kk: 'Тек мерзімі өткендері',
    en: 'Only with a term that passed',
  },
  heldOf: { ru: 'Стоит', kk: 'Тоқтап тұр', en: 'Stands' },
  ofSum: { ru: 'из {sum}', kk: '{sum} ішінен', en: 'of {sum}' },
  since: { ru: 'Деньги стоят с', kk: 'Ақша тоқтаған уақыт', en: 'Money stands since' },
  nearest: { ru: 'Ближайший срок', kk: 'Ең жақын мерзім', en: 'Nearest term' },
  whose: { ru: 'Чьи деньги', kk: 'Ақша кімдікі', en: 'Whose money' },
  payee: { ru: 'Получатель', kk: 'Алушы', en: 'Payee' },
  placedBy: { ru: 'Кто остановил', kk: 'Кім тоқтатты', en: 'Placed by' },
  placedByProgram: {
    ru: 'предложила программа',
    kk: 'бағдарлама ұсынды',
    en: 'proposed by the program',
  },
  allOfIt: { ru: 'Подробно', kk: 'Толығырақ', en: 'In full' },
  // states
  'state.proposed': { ru: 'Предложена', kk: 'Ұсынылды', en: 'Proposed' },
  'state.placed': { ru: 'Действует', kk: 'Күшінде', en: 'In force' },
  'state.explanations_asked': {
    ru: 'Ждём пояснений',
    kk: 'Түсіндірме күтілуде',
    en: 'Explanation awaited',
  },
  'state.answered': { ru: 'Пояснения получены', kk: 'Түсіндірме алынды', en: 'Explanation given' },
  'state.blocked_until_explanations': {
    ru: 'Блок до пояснений',
    kk: 'Түсіндірмеге дейін бұғатталды',
    en: 'Blocked until explained',
  },
  'state.centre_notified': {
    ru: 'Сообщено в антифрод-центр',
    kk: 'Антифрод-орталыққа хабарланды',
    en: 'Centre notified',
  },
  'state.le_decided': { ru: 'Решили органы', kk: 'Органдар шешті', en: 'Law enforcement decided' },
  'state.expired': {
    ru: 'Срок вышел: отпустить',
    kk: 'Мерзімі бітті: босату керек',
    en: 'Term over: release',
  },
  'state.released': { ru: 'Отпущена', kk: 'Босатылды', en: 'Released' },
  'state.refused': { ru: 'Отказано', kk: 'Бас тартылды', en: 'Refused' },
  'state.returned': { ru: 'Возвращено', kk: 'Қайтарылды', en: 'Returned' },
  // grounds
  grounds: { ru: 'Основания', kk: 'Негіздер', en: 'Grounds' },
  'ground.terror_list': {
    ru: 'Перечень террористов',
    kk: 'Терроршылар тізбесі',
    en: 'List of terrorism',
  },
  'ground.sanctions_list': {
    ru: 'Санкционный список',
    kk: 'Санкциялар тізімі',
    en: 'Sanctions list',
  },
  'ground.party_in_events': {
    ru: 'Сторона в базе событий',
    kk: 'Тарап оқиғалар базасында',
    en: 'Party in the base of events',
  },
  'ground.party_in_attempts': {
    ru: 'Сторона в базе попыток',
    kk: 'Тарап әрекеттенулер базасында',
    en: 'Party in the base of attempts',
  },
  'ground.client_complaint': {
    ru: 'Сообщил клиент',
    kk: 'Клиент хабарлады',
    en: 'The client told us',
  },
  'ground.le_information': {
    ru: 'Сообщили органы',
    kk: 'Органдар хабарлады',
    en: 'Law enforcement told us',
  },
  'ground.internal_rules': {
    ru: 'Признаки по правилам банка',
    kk: 'Банк ережесі бойынша белгілер',
    en: 'Signs by the bank’s rules',
  },
  'ground.aml_suspicion': {
    ru: 'Подозрительная операция',
    kk: 'Күдікті операция',
    en: 'Suspicious operation',
  },
  'ground.afm_suspension': { ru: 'Решение АФМ', kk: 'ҚМА шешімі', en: 'Decision of the FIU' },
  'ground.account_stop': {
    ru: 'АФМ остановило счёт',
    kk: 'ҚМА шотты тоқтатты',
    en: 'The FIU stopped the account',
  },
  'ground.threshold': { ru: 'Пороговая сумма', kk: 'Шекті сома', en: 'Threshold sum' },
  'subject.payer': { ru: 'отправитель', kk: 'жөнелтуші', en: 'payer' },
  'subject.payee': { ru: 'получатель', kk: 'алушы', en: 'payee' },
  'subject.none': { ru: 'сам перевод', kk: 'аударымның өзі', en: 'the transfer itself' },
  'before.required': {
    ru: 'остановить обязательно',
    kk: 'тоқтату міндетті',
    en: 'a hold is required',
  },
  'before.permitted': { ru: 'остановить можно', kk: 'тоқтатуға болады', en: 'a hold is permitted' },
  'before.none': { ru: 'не останавливает', kk: 'тоқтатпайды', en: 'holds nothing' },
  verified: {
    ru: 'сверено с текстом закона: {by}, {on}',
    kk: 'заң мәтінімен салыстырылды: {by}, {on}',
    en: 'compared with the law by {by}, {on}',
  },
  notVerified: {
    ru: 'юрист ещё не сверил с текстом закона',
    kk: 'заңгер заң мәтінімен әлі салыстырған жоқ',
    en: 'no lawyer has compared this with the law yet',
  },
  source: { ru: 'источник: {source}', kk: 'дереккөзі: {source}', en: 'source: {source}' },
  article: { ru: 'статья {article}', kk: '{article}-бап', en: 'art. {article}' },
  // terms
  terms: { ru: 'Сроки', kk: 'Мерзімдер', en: 'Terms' },
  termsNone: {
    ru: 'Сроков, которые сейчас идут, нет',
    kk: 'Қазір жүріп жатқан мерзім жоқ',
    en: 'No term runs now',
  },
  termsProblem: {
    ru: 'Сроки не посчитаны: в календаре нет рабочих дней этого года.',
    kk: 'Мерзімдер есептелмеді: күнтізбеде бұл жылдың жұмыс күндері жоқ.',
    en: 'Terms are not counted: the calendar has no working days of this year.',
  },
  uncertain: { ru: 'дата может сдвинуться', kk: 'күн жылжуы мүмкін', en: 'the date may move' },
  beyondHold: {
    ru: 'дольше самой приостановки',
    kk: 'тоқтатудың өзінен ұзақ',
    en: 'longer than the hold itself',
  },
  'duty.release': {
    ru: 'деньги надо отпустить',
    kk: 'ақшаны босату керек',
    en: 'the money must be released',
  },
  'duty.decide': { ru: 'надо решить', kk: 'шешу керек', en: 'somebody must decide' },
  'duty.report': { ru: 'надо сообщить', kk: 'хабарлау керек', en: 'it must be reported' },
  'duty.wait': {
    ru: 'ждём чужого решения',
    kk: 'басқаның шешімін күтеміз',
    en: 'another body decides',
  },
  // the client
  client: { ru: 'Клиент', kk: 'Клиент', en: 'The client' },
  'tell.must': {
    ru: 'Клиенту надо сообщить',
    kk: 'Клиентке хабарлау керек',
    en: 'The client must be told',
  },
  'tell.may': {
    ru: 'Клиенту можно сообщить',
    kk: 'Клиентке хабарлауға болады',
    en: 'The client may be told',
  },
  'tell.may_not': {
    ru: 'Клиенту нельзя говорить о причинах',
    kk: 'Клиентке себебін айтуға болмайды',
    en: 'The client may not be told why',
  },
  tellMayNotAbout: {
    ru: 'Закон о противодействии отмыванию (ст. 11, п. 5) запрещает говорить клиенту об этих мерах. Скажите только то, что написано ниже.',
    kk: 'Ақша жылыстатуға қарсы заң (11-бап, 5-тармақ) бұл шаралар туралы клиентке айтуға тыйым салады. Тек төменде жазылғанды айтыңыз.',
    en: 'The AML law (11(5)) forbids to tell the client of these measures. Say only what stands below.',
  },
  someNotTold: {
    ru: 'Об этом основании клиенту не говорить',
    kk: 'Бұл негіз туралы клиентке айтпаңыз',
    en: 'Do not tell the client of this ground',
  },
  notice: {
    ru: 'Что сказать клиенту',
    kk: 'Клиентке не айту керек',
    en: 'What to tell the client',
  },
  noticeProblem: {
    ru: 'Текст пока не составить: {code}',
    kk: 'Мәтінді әзірге құрау мүмкін емес: {code}',
    en: 'The text cannot be made yet: {code}',
  },
  services: {
    ru: 'Что клиенту остаётся доступно',
    kk: 'Клиентке не қолжетімді',
    en: 'What stays open to the client',
  },
  kept: {
    ru: 'Неприкосновенный доход: {sum}',
    kk: 'Қол сұғылмайтын кіріс: {sum}',
    en: 'Protected income: {sum}',
  },
  keptAsked: { ru: 'если клиент попросит', kk: 'клиент сұраса', en: 'when the client asks' },
  // the duty to refund
  refundDuty: {
    ru: 'Кто отпустит деньги, тот их и возместит',
    kk: 'Ақшаны кім босатса, сол өтейді',
    en: 'Who releases the money pays it back',
  },
  refundDutyAbout: {
    ru: 'Получатель сейчас стоит в базе событий антифрод-центра. Если перевод пройдёт и окажется мошенническим, банк возмещает сумму клиенту (закон о платежах, ст. 25-1, п. 7).',
    kk: 'Алушы қазір антифрод-орталықтың оқиғалар базасында тұр. Аударым өтіп, алаяқтық болып шықса, банк соманы клиентке өтейді (төлемдер туралы заң, 25-1-бап, 7-тармақ).',
    en: 'The payee stands in the base of events now. If the transfer goes through and is a fraud, the bank pays the sum back (payments law, 25-1(7)).',
  },
  refundAck: {
    ru: 'Я знаю, что банк возместит эту сумму, и отпускаю деньги',
    kk: 'Банк бұл соманы өтейтінін білемін және ақшаны босатамын',
    en: 'I know that the bank will pay this sum back, and release the money',
  },
  // two persons
  twoPeople: { ru: 'Отпускают двое', kk: 'Екі адам босатады', en: 'Two persons release' },
  twoPeopleAbout: {
    ru: 'Один человек просит отпустить, другой — руководитель, не тот, кто остановил, и не тот, кто попросил, — решает.',
    kk: 'Бір адам босатуды сұрайды, ал екіншісі — тоқтатпаған да, сұрамаған да жетекші — шешеді.',
    en: 'One person asks to release; another one, a supervisor who neither placed the hold nor asked, decides.',
  },
  releaseAsked: {
    ru: 'Попросил отпустить: {name}',
    kk: 'Босатуды сұраған: {name}',
    en: 'Asked to release: {name}',
  },
  releaseNotAsked: {
    ru: 'Отпустить пока никто не просил',
    kk: 'Босатуды әлі ешкім сұраған жоқ',
    en: 'Nobody has asked to release yet',
  },
  appealWaits: {
    ru: 'Клиент обжаловал: ждёт решения другого человека',
    kk: 'Клиент шағымданды: басқа адамның шешімін күтуде',
    en: 'The client appealed: another person has to decide',
  },
  // acts
  acts: { ru: 'Что можно сделать', kk: 'Не істеуге болады', en: 'What can be done' },
  actsNone: {
    ru: 'Вам сейчас делать нечего. Решают аналитик и руководитель той организации, у которой стоят деньги.',
    kk: 'Сізге қазір істейтін әрекет жоқ. Ақша тоқтаған ұйымның талдаушысы мен жетекшісі шешеді.',
    en: 'Nothing for you to do now. The analyst and the supervisor of the institution where the money stands decide.',
  },
  whyNot: {
    ru: 'Чего сейчас нельзя и почему',
    kk: 'Қазір не істеуге болмайды және неге',
    en: 'What cannot be done now, and why',
  },
  // begin
  openTitle: {
    ru: 'Приостановить перевод на {sum}',
    kk: '{sum} аударымын тоқтата тұру',
    en: 'Hold the transfer of {sum}',
  },
  openAbout: {
    ru: 'Это ваше решение, а не программы. Деньги остановятся на срок, который даёт закон, и клиент сохранит доступ к пенсии, пособиям и зарплате.',
    kk: 'Бұл — бағдарламаның емес, сіздің шешіміңіз. Ақша заң берген мерзімге тоқтайды, клиент зейнетақысын, жәрдемақысын және жалақысын ала береді.',
    en: 'This is your decision and not the program’s. The money stands for the term the law gives, and the client keeps pension, benefits and salary.',
  },
  incoming: {
    ru: 'Наш клиент — получатель',
    kk: 'Біздің клиент — алушы',
    en: 'Our client is the payee',
  },
  openAct: { ru: 'Приостановить', kk: 'Тоқтата тұру', en: 'Hold it' },
  openedNow: {
    ru: 'Приостановка №{id} начата',
    kk: '№{id} тоқтату басталды',
    en: 'Hold no. {id} has begun',
  },
  // what happened
  events: { ru: 'Что было сделано', kk: 'Не істелді', en: 'What was done' },
  byClient: {
    ru: 'клиент, по коду',
    kk: 'клиент, код арқылы',
    en: 'the client, by the code',
  },
  // the client's code
  code: { ru: 'Код для клиента', kk: 'Клиентке арналған код', en: 'Code for the client' },
  codeAbout: {
    ru: 'По коду клиент сам видит срок и причину, даёт пояснения и жалуется: {address}. Назовите его лично или в приложении банка.',
    kk: 'Код арқылы клиент мерзімі мен себебін өзі көреді, түсіндірме береді, шағымданады: {address}. Оны жеке өзіне не банк қосымшасында айтыңыз.',
    en: 'By the code the client sees term and reason, explains and appeals: {address}. Tell it in person or in the bank’s app.',
  },
  codeGiven: { ru: 'Выдан {when}', kk: 'Берілген уақыты: {when}', en: 'Given {when}' },
  codeGive: { ru: 'Выдать код', kk: 'Код беру', en: 'Give a code' },
  codeShow: { ru: 'Показать код ещё раз', kk: 'Кодты қайта көрсету', en: 'Show the code again' },
  codeNotAllowed: {
    ru: 'Кода нет: его дают, когда человек остановил перевод только по закону о платежах.',
    kk: 'Код жоқ: оны адам аударымды тек төлемдер туралы заң бойынша тоқтатқанда береді.',
    en: 'There is no code: it is given where a person placed the hold under the payments law alone.',
  },
  clientWrote: { ru: 'Что написал клиент', kk: 'Клиент не жазды', en: 'What the client wrote' },
  clientAppeal: { ru: 'Жалоба', kk: 'Шағым', en: 'Appeal' },
  clientExplanation: { ru: 'Пояснения', kk: 'Түсіндірме', en: 'Explanation' },
  byProgram: { ru: 'программа', kk: 'бағдарлама', en: 'the program' },
  onHold: {
    ru: 'На этом счёте стоят деньги',
    kk: 'Бұл шотта ақша тоқтап тұр',
    en: 'Money stands on this account',
  },
} as const;

export const useHoldTexts = areaTexts('holds', HOLD_TEXTS);
