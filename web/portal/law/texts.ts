import type { Texts } from '../say.ts';

export const T = {
  lead: {
    ru: 'Коротко и простыми словами: что запрещено и чем это грозит.',
    kk: 'Не нәрсеге тыйым салынған және одан не болады. Қысқа әрі түсінікті.',
    en: 'Short and in plain words: what is forbidden and what it leads to.',
  },
  noAdvice: {
    ru: 'Это не совет юриста. Здесь никто не решает, есть ли твоя вина.',
    kk: 'Бұл заңгердің кеңесі емес. Мұнда ешкім сенің кінәң бар-жоғын шешпейді.',
    en: 'This is no legal advice. Nobody here decides whether you are guilty.',
  },
  noAdviceMore: {
    ru: 'О твоём случае спроси адвоката. Решает полиция или суд.',
    kk: 'Өз жағдайың туралы адвокаттан сұра. Шешімді полиция не сот қабылдайды.',
    en: 'Ask a lawyer about your case. The police or a court decide.',
  },
  toCalculator: {
    ru: 'Посчитать для случая',
    kk: 'Бір жағдайды есептеп көру',
    en: 'Work out one case',
  },
  toExit: {
    ru: 'Карта уже у чужих. Что делать?',
    kk: 'Картамды беріп қойдым. Не істеймін?',
    en: 'I already gave my card. What now?',
  },
  toLaw: {
    ru: 'Весь закон простыми словами',
    kk: 'Заңның бәрі қарапайым тілмен',
    en: 'The whole law in plain words',
  },
  whose: {
    ru: 'Сколько лет было человеку?',
    kk: 'Ол кезде адам неше жаста еді?',
    en: 'How old was the person then?',
  },
  year: { ru: 'В каком году это было?', kk: 'Бұл қай жылы болды?', en: 'In which year was it?' },
  unit: {
    ru: '{name} в {year} году: {value}. Им считают штрафы и размеры.',
    kk: '{year} жылы {name}: {value}. Айыппұл мен мөлшер осымен есептеледі.',
    en: '{name} in {year}: {value}. Fines and sizes are counted in it.',
  },
  unitUnknown: {
    ru: 'Сколько стоит {name} в этом году, мы не знаем. Поэтому суммы не посчитаны.',
    kk: 'Бұл жылғы {name} мөлшерін білмейміз. Сондықтан сома есептелмеді.',
    en: 'We do not know the {name} of that year, so sums are not worked out.',
  },
  forbidden: { ru: 'Что запрещено', kk: 'Не нәрсеге тыйым салынған', en: 'What is forbidden' },
  alsoForbidden: {
    ru: 'Что ещё бывает рядом',
    kk: 'Қатар жүретін басқа істер',
    en: 'What else is often close to it',
  },
  notYet: {
    ru: 'В тот год этого правила не было или мы его не читали. Оно у нас с {from}.',
    kk: 'Ол жылы бұл ереже болмаған не біз оны оқымағанбыз. Бізде ол {from} күнінен бар.',
    en: 'In that year the rule was not there, or we have not read it. Ours begins on {from}.',
  },
  since: {
    ru: 'Действует с {from}.',
    kk: '{from} күнінен бастап қолданылады.',
    en: 'In force from {from}.',
  },
  part: {
    ru: 'Статья {article}, часть {part}',
    kk: '{article}-бап, {part}-бөлік',
    en: 'Article {article}, part {part}',
  },
  article: { ru: 'Статья {article}', kk: '{article}-бап', en: 'Article {article}' },
  basic: { ru: 'Обычный случай', kk: 'Кәдімгі жағдай', en: 'The plain case' },
  heavier: { ru: 'Тяжелее, если', kk: 'Ауырырақ, егер', en: 'Heavier if' },
  'measure.reward': { ru: 'плата или выгода', kk: 'ақы не пайда', en: 'pay or gain' },
  'measure.damage': { ru: 'ущерб людям', kk: 'адамдарға келген зиян', en: 'harm to people' },
  'measure.criminal_income': {
    ru: 'преступные деньги',
    kk: 'қылмыстық ақша',
    en: 'money from crime',
  },
  'measure.financing': {
    ru: 'собранные деньги',
    kk: 'жиналған ақша',
    en: 'money that was gathered',
  },
  at_least: {
    ru: '{measure} от {sum} и больше ({formula})',
    kk: '{measure} {sum} және одан көп ({formula})',
    en: '{measure} of {sum} or more ({formula})',
  },
  over: {
    ru: '{measure} больше {sum} ({formula})',
    kk: '{measure} {sum} сомасынан көп ({formula})',
    en: '{measure} above {sum} ({formula})',
  },
  oneOf: {
    ru: 'Суд выбирает что-то одно:',
    kk: 'Сот біреуін таңдайды:',
    en: 'A court chooses one of these:',
  },
  only: { ru: 'Наказание:', kk: 'Жаза:', en: 'Punishment:' },
  never: {
    ru: 'Подростку не назначают:',
    kk: 'Жасөспірімге тағайындалмайды:',
    en: 'Not imposed on somebody so young:',
  },
  besides: { ru: 'И ещё:', kk: 'Оған қоса:', en: 'And besides:' },
  noPunishment: {
    ru: 'Отдельного наказания за это мы в законе не нашли. Если карта попадёт в базу обманных переводов, банк ограничит услуги.',
    kk: 'Бұл үшін бөлек жазаны заңнан таппадық. Карта алаяқтық аударымдар дерекқорына түссе, банк қызмет көрсетуді шектейді.',
    en: 'We found no punishment of its own for this in the law. If the card gets into the base of fraud, the bank limits its services.',
  },
  wordsTitle: {
    ru: 'Что значат эти слова',
    kk: 'Бұл сөздер нені білдіреді',
    en: 'What these words mean',
  },
  calculator: {
    ru: 'Какая часть закона могла бы подойти',
    kk: 'Заңның қай бөлігі сай келуі мүмкін',
    en: 'Which part of the law could apply',
  },
  calculatorLead: {
    ru: 'Ответь на несколько вопросов. Ответы остаются на этом устройстве.',
    kk: 'Бірнеше сұраққа жауап бер. Жауабың осы құрылғыда ғана қалады.',
    en: 'Answer a few questions. The answers stay on this device.',
  },
  calculatorNot: {
    ru: 'Калькулятор не юрист. Он не знает, что было на самом деле, и никого не винит.',
    kk: 'Калькулятор заңгер емес. Шын мәнінде не болғанын білмейді, ешкімді кінәламайды.',
    en: 'The calculator is no lawyer. It does not know what happened and blames nobody.',
  },
  deed: { ru: 'Что сделал человек?', kk: 'Адам не істеді?', en: 'What did the person do?' },
  'deed.access': {
    ru: 'Отдал свою карту, счёт или код',
    kk: 'Картасын, шотын не кодын берді',
    en: 'Gave away a card, account or code',
  },
  'deed.payments': {
    ru: 'Сам переводил чужие деньги',
    kk: 'Бөтен ақшаны өзі аударды',
    en: 'Moved money of others by hand',
  },
  'deed.acquisition': {
    ru: 'Собирал чужие карты, звал других',
    kk: 'Бөтен картаны жинады, басқаларды шақырды',
    en: 'Gathered cards of others, brought others in',
  },
  relative: { ru: 'Кому отдал?', kk: 'Кімге берді?', en: 'Given to whom?' },
  'relative.no': {
    ru: 'Чужому или знакомому',
    kk: 'Бөтен адамға не танысына',
    en: 'A stranger or acquaintance',
  },
  'relative.yes': {
    ru: 'Маме, отцу, брату, супругу',
    kk: 'Анасына, әкесіне, бауырына, жұбайына',
    en: 'Mother, father, sibling, spouse',
  },
  reward: { ru: 'Платили за это?', kk: 'Ол үшін ақы төленді ме?', en: 'Was there pay for it?' },
  'reward.sum': {
    ru: 'Да, заплатили или обещали столько-то',
    kk: 'Иә, мынадай ақы төледі не уәде етті',
    en: 'Yes, so much was paid or promised',
  },
  'reward.unknown': {
    ru: 'Да, но сумму не знаю',
    kk: 'Иә, бірақ сомасын білмеймін',
    en: 'Yes, but I do not know how much',
  },
  'reward.none': {
    ru: 'Нет, и не обещали',
    kk: 'Жоқ, уәде де етпеді',
    en: 'No, and none was promised',
  },
  sum: { ru: 'Сколько, в тенге', kk: 'Қанша, теңгемен', en: 'How much, in tenge' },
  sumHint: {
    ru: 'Только твоя плата. Деньги, прошедшие через счёт, сюда не входят.',
    kk: 'Тек өз ақың. Шоттан өткен ақша бұған кірмейді.',
    en: 'Only your own pay. Money that went through the account does not count here.',
  },
  age: {
    ru: 'Сколько лет было в тот день',
    kk: 'Сол күні неше жаста болды',
    en: 'Age on that day',
  },
  day: { ru: 'Когда это было', kk: 'Бұл қашан болды', en: 'When it was' },
  incomplete: {
    ru: 'Ответь на все вопросы, и ответ появится здесь.',
    kk: 'Барлық сұраққа жауап бер, сонда жауабы осында шығады.',
    en: 'Answer all questions, and the answer appears here.',
  },
  answer: { ru: 'Что могло бы подойти', kk: 'Не сай келуі мүмкін', en: 'What could apply' },
  could: {
    ru: 'Могла бы подойти статья {article}, часть {part}.',
    kk: '{article}-баптың {part}-бөлігі сай келуі мүмкін.',
    en: 'Article {article}, part {part} could apply.',
  },
  because: {
    ru: 'Потому что плата не меньше {sum} ({formula}).',
    kk: 'Себебі ақы {sum} сомасынан кем емес ({formula}).',
    en: 'Because the pay is not under {sum} ({formula}).',
  },
  next: {
    ru: 'Часть {part} начинается с {sum} ({formula}).',
    kk: '{part}-бөлік {sum} сомасынан басталады ({formula}).',
    en: 'Part {part} begins at {sum} ({formula}).',
  },
  sizeUnknown: {
    ru: 'Размер платы или показатель года неизвестны. Может подойти и часть тяжелее.',
    kk: 'Ақының мөлшері не сол жылғы көрсеткіш белгісіз. Ауырырақ бөлік те сай келуі мүмкін.',
    en: 'The size of the pay, or the unit of the year, is not known. A heavier part could apply too.',
  },
  notInForce: {
    ru: 'Тогда этой статьи ещё не было. Она действует с {from}. Другие законы действовали и тогда.',
    kk: 'Ол кезде бұл бап болған жоқ. Ол {from} күнінен бастап қолданылады. Басқа заңдар ол кезде де болды.',
    en: 'The article was not there yet. It is in force from {from}. Other laws held then too.',
  },
  isRelative: {
    ru: 'Закон о платежах не запрещает давать доступ супругу и близким родственникам. Если карту дали дальше чужим, это уже другое.',
    kk: 'Төлемдер туралы заң жұбайы мен жақын туысына қолжетімділік беруге тыйым салмайды. Карта әрі қарай бөтенге берілсе, ол басқа әңгіме.',
    en: 'The law on payments does not forbid giving access to a spouse and close relatives. If the card went on to strangers, that is another matter.',
  },
  tooYoung: {
    ru: 'За это отвечают с {from} лет. Карту всё равно закрой и расскажи взрослому.',
    kk: 'Бұл үшін {from} жастан жауап береді. Картаны бәрібір жап, үлкен кісіге айт.',
    en: 'One answers for this from {from}. Close the card all the same and tell an adult.',
  },
  noReward: {
    ru: 'Без платы и расчёта на неё эта статья не подходит. Но запрет закона о платежах остаётся.',
    kk: 'Ақысыз әрі ақы дәметпей жасалса, бұл бап сай келмейді. Бірақ төлемдер туралы заңның тыйымы қалады.',
    en: 'Without pay, and without counting on it, this article does not fit. The ban of the payments law remains.',
  },
  others: {
    ru: 'Если человек знал, что деньги от наркотиков или обмана, могут подойти и другие статьи.',
    kk: 'Адам ақшаның есірткіден не алаяқтықтан екенін білсе, басқа баптар да сай келуі мүмкін.',
    en: 'If the person knew that the money came from drugs or deceit, other articles could apply too.',
  },
} as const satisfies Texts;
