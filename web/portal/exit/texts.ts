import type { Texts } from '../say.ts';

/** Words of the page beside its data (data/help). `…Formal` is what a parent reads. */
export const T = {
  lead: {
    ru: 'Дыши. Из этого выходят. Выбери, что случилось, и иди по шагам.',
    kk: 'Терең тыныс ал. Бұдан шығуға болады. Не болғанын таңда да, қадам-қадаммен жүр.',
    en: 'Breathe. There is a way out. Choose what happened and go step by step.',
  },
  danger: {
    ru: 'Опасно прямо сейчас? Звони',
    kk: 'Дәл қазір қауіпті ме? Қоңырау шал',
    en: 'In danger right now? Call',
  },
  quiet: {
    ru: 'Эта страница никуда ничего не отправляет.',
    kk: 'Бұл бет ешқайда ештеңе жібермейді.',
    en: 'This page sends nothing anywhere.',
  },
  choose: { ru: 'Что случилось?', kk: 'Не болды?', en: 'What happened?' },
  back: { ru: 'Другая ситуация', kk: 'Басқа жағдай', en: 'Another situation' },
  steps: {
    ru: 'Что делать, по порядку',
    kk: 'Не істеу керек, ретімен',
    en: 'What to do, in order',
  },
  done: {
    ru: 'Сделано {done} из {all}',
    kk: 'Орындалды: {done}/{all}',
    en: '{done} of {all} done',
  },
  allDone: {
    ru: 'Все шаги сделаны. Это было трудное и важное дело.',
    kk: 'Барлық қадам орындалды. Сен қиын әрі маңызды іс жасадың.',
    en: 'All steps are done. You did something hard and important.',
  },
  allDoneFormal: {
    ru: 'Все шаги сделаны. Вы помогли своему ребёнку.',
    kk: 'Барлық қадам орындалды. Сіз балаңызға көмектестіңіз.',
    en: 'All steps are done. You have helped your child.',
  },
  why: { ru: 'Почему', kk: 'Неге', en: 'Why' },
  not: { ru: 'Чего не делать', kk: 'Не істемеу керек', en: 'What not to do' },
  call: { ru: 'Позвонить: {name}', kk: 'Қоңырау шалу: {name}', en: 'Call: {name}' },
  from: { ru: 'Откуда этот совет', kk: 'Бұл кеңес қайдан алынды', en: 'Where this advice is from' },
  checked: {
    ru: '{source}. Смотрели {date}.',
    kk: '{source}. Қаралған күні: {date}.',
    en: '{source}. Looked at on {date}.',
  },
  unverified: {
    ru: 'Специалист это ещё не проверил.',
    kk: 'Мұны маман әлі тексерген жоқ.',
    en: 'No specialist has checked this yet.',
  },
  verified: {
    ru: 'Проверил(а) {by}, {on}.',
    kk: 'Тексерген: {by}, {on}.',
    en: 'Checked by {by}, {on}.',
  },
  remember: {
    ru: 'Запомнить отметки на этом устройстве',
    kk: 'Белгілерді осы құрылғыда сақтау',
    en: 'Remember my ticks on this device',
  },
  rememberAbout: {
    ru: 'Если телефоном пользуются другие, лучше не включать.',
    kk: 'Телефонды басқалар да пайдаланса, қоспаған дұрыс.',
    en: 'If others use this phone, better leave it off.',
  },
  rememberAboutFormal: {
    ru: 'Отметки хранятся только здесь. Уберите галочку, и они сотрутся.',
    kk: 'Белгілер тек осында сақталады. Құсбелгіні алсаңыз, өшеді.',
    en: 'Ticks are kept here only. Untick this and they are wiped.',
  },
  drafts: { ru: 'Черновики заявлений', kk: 'Өтініш үлгілері', en: 'Drafts of statements' },
  draftsAbout: {
    ru: 'Заполни, распечатай и подпиши. Текст остаётся на твоём устройстве.',
    kk: 'Толтыр, басып шығар, қол қой. Мәтін өз құрылғыңда ғана қалады.',
    en: 'Fill in, print and sign. The text stays on your device.',
  },
  draftsAboutFormal: {
    ru: 'Заполните, распечатайте и подпишите. Текст остаётся на вашем устройстве.',
    kk: 'Толтырыңыз, басып шығарыңыз, қол қойыңыз. Мәтін өз құрылғыңызда ғана қалады.',
    en: 'Fill in, print and sign. The text stays on your device.',
  },
  backToSteps: { ru: 'Назад к шагам', kk: 'Қадамдарға оралу', en: 'Back to the steps' },
  draftLead: {
    ru: 'Пиши простыми словами и только правду. Чего не знаешь, оставь пустым.',
    kk: 'Қарапайым сөзбен, тек шындықты жаз. Білмесең, бос қалдыр.',
    en: 'Write in plain words and only what is true. Leave empty what you do not know.',
  },
  draftLeadFormal: {
    ru: 'Пишите простыми словами и только правду. Чего не знаете, оставьте пустым.',
    kk: 'Қарапайым сөзбен, тек шындықты жазыңыз. Білмесеңіз, бос қалдырыңыз.',
    en: 'Write in plain words and only what is true. Leave empty what you do not know.',
  },
  draftKept: {
    ru: 'Ничего не отправляется и не сохраняется. Закроешь страницу, и текст исчезнет.',
    kk: 'Ештеңе жіберілмейді, сақталмайды. Бетті жапсаң, мәтін жоғалады.',
    en: 'Nothing is sent and nothing is kept. Close the page and the text is gone.',
  },
  draftKeptFormal: {
    ru: 'Ничего не отправляется и не сохраняется. Закроете страницу, и текст исчезнет.',
    kk: 'Ештеңе жіберілмейді, сақталмайды. Бетті жапсаңыз, мәтін жоғалады.',
    en: 'Nothing is sent and nothing is kept. Close the page and the text is gone.',
  },
  draftLawyer: {
    ru: 'Перед полицией покажи текст взрослому или адвокату.',
    kk: 'Полицияға бармас бұрын мәтінді үлкен кісіге не адвокатқа көрсет.',
    en: 'Before the police, show the text to an adult or a lawyer.',
  },
  draftLawyerFormal: {
    ru: 'Перед полицией можно показать текст адвокату.',
    kk: 'Полицияға бармас бұрын мәтінді адвокатқа көрсетуге болады.',
    en: 'Before the police you may show the text to a lawyer.',
  },
  draftLanguage: { ru: 'Язык заявления', kk: 'Өтініштің тілі', en: 'Language of the statement' },
  russian: { ru: 'Русский', kk: 'Орысша', en: 'Russian' },
  kazakh: { ru: 'Казахский', kk: 'Қазақша', en: 'Kazakh' },
  english: { ru: 'Английский', kk: 'Ағылшынша', en: 'English' },
  'field.name': { ru: 'Имя и фамилия', kk: 'Аты-жөні', en: 'First and last name' },
  'field.phone': {
    ru: 'Телефон для ответа',
    kk: 'Жауап күтетін телефон',
    en: 'Phone for the answer',
  },
  'field.bank': { ru: 'Название банка', kk: 'Банктің атауы', en: 'Name of the bank' },
  'field.card': {
    ru: 'Последние 4 цифры карты',
    kk: 'Картаның соңғы 4 саны',
    en: 'Last 4 digits of the card',
  },
  'hint.card': {
    ru: 'Номер целиком, срок и код не нужны никому.',
    kk: 'Толық нөмір, мерзім, код ешкімге керек емес.',
    en: 'Nobody needs the whole number, the date or the code.',
  },
  'field.when': { ru: 'Когда это было', kk: 'Қашан болды', en: 'When it was' },
  'field.what': { ru: 'Что произошло', kk: 'Не болды', en: 'What happened' },
  'hint.what': {
    ru: 'Кто написал, что попросил, что было отдано, какие были переводы.',
    kk: 'Кім жазды, не сұрады, не берілді, қандай аударымдар болды.',
    en: 'Who wrote, what they asked, what was given, which transfers there were.',
  },
  'field.who': {
    ru: 'Что известно об этих людях',
    kk: 'Бұл адамдар туралы не белгілі',
    en: 'What is known of these people',
  },
  'hint.who': {
    ru: 'Ник, номер, имя, ссылка. Можно приложить снимки экрана.',
    kk: 'Бүркеншік ат, нөмір, есім, сілтеме. Экран суретін қоса беруге болады.',
    en: 'Nickname, number, name, link. Screenshots may be added.',
  },
  preview: {
    ru: 'Так это будет на бумаге',
    kk: 'Қағазда осылай шығады',
    en: 'This is what goes on paper',
  },
  print: { ru: 'Распечатать', kk: 'Басып шығару', en: 'Print' },
  law: { ru: 'Что говорит закон', kk: 'Заң не дейді', en: 'What the law says' },
  lawDecidesFormal: {
    ru: 'Подходит ли это вашему ребёнку, решаем не мы. Это скажет адвокат, а решит полиция или суд.',
    kk: 'Бұл балаңызға қатысты ма, оны біз шешпейміз. Адвокат айтады, полиция не сот шешеді.',
    en: 'Whether it fits your child is not ours to decide. A lawyer can say, and the police or a court decide.',
  },
  lawMore: { ru: 'Подробнее о законе', kk: 'Заң туралы толығырақ', en: 'More about the law' },
  unknown: { ru: 'Такой страницы нет', kk: 'Мұндай бет жоқ', en: 'There is no such page' },
} as const satisfies Texts;
