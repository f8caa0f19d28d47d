import type { Localized } from '../../../src/domain/language.ts';
import type { Ask } from '../../../src/domain/post.ts';
import type { Texts } from '../say.ts';
import type { Story } from './draft.ts';

/** The form of a report. Whoever writes is any age: the polite form. */
export const T = {
  lead: {
    ru: 'Вам или друзьям предлагают сдать карту или возить «товар»? Расскажите. Это прочитает человек.',
    kk: 'Сізге не достарыңызға картасын беруді не «тауар» тасуды ұсынып жатыр ма? Хабарлаңыз. Оны адам оқиды.',
    en: 'Is somebody asking you or friends to lend a card or carry “goods”? Tell us. A person will read it.',
  },
  anonymous: {
    ru: 'Имя не нужно',
    kk: 'Аты-жөніңіз керек емес',
    en: 'No name is needed',
  },
  anonymousText: {
    ru: 'Мы не спрашиваем, кто вы. После отправки вы получите код. По нему можно узнать, что стало с сообщением.',
    kk: 'Кім екеніңізді сұрамаймыз. Жібергеннен кейін код аласыз. Сол арқылы хабарламаның қалай қаралғанын білесіз.',
    en: 'We do not ask who you are. After sending you get a code. With it you can see what became of your report.',
  },
  whatIsSeen: {
    ru: 'Что видно серверу',
    kk: 'Сервер не көреді',
    en: 'What the server sees',
  },
  whatIsSeenText: {
    ru: 'Как любой сайт, сервер видит адрес вашей сети. Сам адрес мы не храним. На неделю остаётся его отпечаток: он помогает остановить поток лжи. Из картинок убираем место, время и модель телефона. Не пишите своё имя, если хотите остаться неизвестным.',
    kk: 'Кез келген сайт сияқты, сервер желіңіздің мекенжайын көреді. Мекенжайдың өзін сақтамаймыз. Бір апта оның ізі ғана тұрады: ол жалған хабар тасқынын тоқтатуға керек. Суреттен орнын, уақытын, телефон үлгісін алып тастаймыз. Танылмай қалғыңыз келсе, атыңызды жазбаңыз.',
    en: 'Like any site, the server sees the address of your network. We do not keep the address. A fingerprint of it stays for a week, to stop floods of lies. Place, time and phone model are taken out of pictures. Do not write your name if you want to stay unknown.',
  },
  mine: { ru: 'Моё сообщение', kk: 'Менің хабарламам', en: 'My report' },
  mineText: {
    ru: 'Уже отправили? Узнайте по коду, что стало с сообщением.',
    kk: 'Жіберіп қойдыңыз ба? Қалай қаралғанын код арқылы біліңіз.',
    en: 'Sent one already? See by its code what became of it.',
  },
  carried: {
    ru: 'Текст перенесён из проверки. Отправится только то, что вы увидите перед отправкой.',
    kk: 'Мәтін тексеруден көшірілді. Жіберер алдында не көрсеңіз, сол ғана кетеді.',
    en: 'The text came along from the check. Only what you see before sending is sent.',
  },
  story: { ru: 'Что случилось?', kk: 'Не болды?', en: 'What happened?' },
  toExit: {
    ru: 'Сначала остановите беду: шаги для вас',
    kk: 'Алдымен қауіпті тоқтатыңыз: сізге арналған қадамдар',
    en: 'First stop the harm: steps for you',
  },
  text: {
    ru: 'Само предложение или ваш рассказ',
    kk: 'Ұсыныстың өзі не сіздің әңгімеңіз',
    en: 'The offer itself, or your story',
  },
  textHint: {
    ru: 'Можно вставить сообщение целиком',
    kk: 'Хабарламаны толық қоюға болады',
    en: 'You can paste the whole message',
  },
  whom: { ru: 'Кто это пишет', kk: 'Мұны кім жазды', en: 'Who writes this' },
  whomHint: {
    ru: 'Заполните, что знаете. Пустое можно оставить.',
    kk: 'Білгеніңізді толтырыңыз. Қалғаны бос тұра берсін.',
    en: 'Fill in what you know. The rest may stay empty.',
  },
  links: { ru: 'Ссылки', kk: 'Сілтемелер', en: 'Links' },
  linksHint: {
    ru: 'Каждая с новой строки',
    kk: 'Әрқайсысы жаңа жолдан',
    en: 'Each on a line of its own',
  },
  phone: { ru: 'Телефон', kk: 'Телефон', en: 'Phone' },
  handle: { ru: 'Ник или имя в сети', kk: 'Ник не желідегі аты', en: 'Nickname or page' },
  card: { ru: 'Номер карты', kk: 'Карта нөмірі', en: 'Card number' },
  cardHint: {
    ru: 'Карты, на которую просят перевести. Свою не пишите.',
    kk: 'Ақша аударуды сұраған карта. Өз картаңызды жазбаңыз.',
    en: 'The card that you are asked to pay to. Never your own.',
  },
  asks: { ru: 'Что просят?', kk: 'Не сұрайды?', en: 'What do they ask for?' },
  pictures: { ru: 'Снимки экрана', kk: 'Экран суреттері', en: 'Screenshots' },
  picturesHint: {
    ru: 'До трёх: PNG, JPEG или WebP, до 5 МБ. Место и время съёмки убираем на вашем устройстве.',
    kk: 'Үшке дейін: PNG, JPEG не WebP, 5 МБ-қа дейін. Түсірілген орны мен уақытын құрылғыңыздың өзінде өшіреміз.',
    en: 'Up to three: PNG, JPEG or WebP, up to 5 MB. Place and time are taken out on your own device.',
  },
  addPicture: { ru: 'Добавить снимок', kk: 'Сурет қосу', en: 'Add a screenshot' },
  pictureN: { ru: 'Снимок {n}', kk: '{n}-сурет', en: 'Screenshot {n}' },
  removePicture: {
    ru: 'Убрать снимок {n}',
    kk: '{n}-суретті алып тастау',
    en: 'Remove screenshot {n}',
  },
  pictureKind: {
    ru: '«{name}» не подходит: нужна картинка PNG, JPEG или WebP.',
    kk: '«{name}» жарамайды: PNG, JPEG не WebP суреті керек.',
    en: '“{name}” does not fit: a PNG, JPEG or WebP picture is wanted.',
  },
  pictureBig: {
    ru: '«{name}» больше 5 МБ. Обрежьте картинку.',
    kk: '«{name}» 5 МБ-тан үлкен. Суретті қиыңыз.',
    en: '“{name}” is larger than 5 MB. Cut the picture.',
  },
  pictureBroken: {
    ru: '«{name}» не читается. Сделайте снимок ещё раз.',
    kk: '«{name}» ашылмады. Экранды қайта суретке түсіріңіз.',
    en: '“{name}” cannot be read. Take the screenshot once more.',
  },
  empty: {
    ru: 'Добавьте текст, ссылку, телефон, ник или карту.',
    kk: 'Мәтін, сілтеме, телефон, ник не карта қосыңыз.',
    en: 'Add a text, a link, a phone, a nickname or a card.',
  },
  emptyStory: {
    ru: 'Выберите, что случилось.',
    kk: 'Не болғанын таңдаңыз.',
    en: 'Choose what happened.',
  },
  look: {
    ru: 'Посмотреть перед отправкой',
    kk: 'Жіберер алдында қарау',
    en: 'Look before sending',
  },
  preview: { ru: 'Вот что уйдёт', kk: 'Мына мәлімет жіберіледі', en: 'This is what is sent' },
  previewText: {
    ru: 'Больше ничего. Номер карты мы сразу прячем: хранятся первые и последние цифры.',
    kk: 'Бұдан басқа ештеңе кетпейді. Карта нөмірін бірден жасырамыз: алғашқы және соңғы сандары ғана сақталады.',
    en: 'Nothing else. A card number is hidden at once: its first and last digits are kept.',
  },
  change: { ru: 'Исправить', kk: 'Түзету', en: 'Change' },
  send: { ru: 'Отправить', kk: 'Жіберу', en: 'Send' },
  sending: { ru: 'Отправляем…', kk: 'Жіберіліп жатыр…', en: 'Sending…' },
  proving: {
    ru: 'Короткая проверка. Устройство решает задачу, это защищает от потока лжи.',
    kk: 'Қысқа тексеру. Құрылғы есеп шығарып жатыр: бұл жалған хабар тасқынынан қорғайды.',
    en: 'A short check. The device solves a task; it keeps floods of lies away.',
  },
  cancel: { ru: 'Отменить', kk: 'Болдырмау', en: 'Cancel' },
  offlineTitle: { ru: 'Ничего не отправлено', kk: 'Ештеңе жіберілген жоқ', en: 'Nothing was sent' },
  offline: {
    ru: 'Нет сети. Текст остался здесь, пока открыта страница. Появится сеть, нажмите «Отправить».',
    kk: 'Желі жоқ. Бет ашық тұрғанда мәтін осында сақталады. Желі қосылғанда «Жіберу» түймесін басыңыз.',
    en: 'There is no network. The text stays here while the page is open. Press “Send” when it is back.',
  },
  unsureTitle: { ru: 'Ответ не пришёл', kk: 'Жауап келмеді', en: 'No answer came' },
  unsure: {
    ru: 'Нажмите «Отправить» ещё раз. Второго сообщения не будет.',
    kk: '«Жіберу» түймесін қайта басыңыз. Хабарлама екі рет кетпейді.',
    en: 'Press “Send” once more. There will be no second report.',
  },
  refused: {
    ru: 'Сообщение не принято',
    kk: 'Хабарлама қабылданбады',
    en: 'The report was not taken',
  },
  sent: { ru: 'Сообщение принято', kk: 'Хабарлама қабылданды', en: 'The report has come in' },
  sentText: {
    ru: 'Его прочитает человек. Сохраните код: другого способа узнать ответ нет.',
    kk: 'Оны адам оқиды. Кодты сақтап қойыңыз: жауапты білудің басқа жолы жоқ.',
    en: 'A person will read it. Keep the code: there is no other way to see the answer.',
  },
  code: { ru: 'Ваш код', kk: 'Бақылау кодыңыз', en: 'Your code' },
  copy: { ru: 'Скопировать', kk: 'Көшіру', en: 'Copy' },
  copied: { ru: 'Скопировано', kk: 'Көшірілді', en: 'Copied' },
  print: { ru: 'Напечатать', kk: 'Басып шығару', en: 'Print' },
  keep: {
    ru: 'Запомнить на этом устройстве',
    kk: 'Осы құрылғыда сақтау',
    en: 'Keep it on this device',
  },
  keepHint: {
    ru: 'Код увидит каждый, кто откроет этот сайт здесь.',
    kk: 'Осы жерде сайтты ашқан кез келген адам кодты көреді.',
    en: 'Whoever opens this site here will see the code.',
  },
  picturesSent: {
    ru: 'Снимков принято: {n}.',
    kk: 'Қабылданған сурет: {n}.',
    en: 'Screenshots taken: {n}.',
  },
  pictureLost: {
    ru: 'Снимок {n} не принят: {why} Его можно добавить на странице «Моё сообщение».',
    kk: '{n}-сурет қабылданбады: {why} Оны «Менің хабарламам» бетінде қосуға болады.',
    en: 'Screenshot {n} was not taken: {why} You can add it on the page “My report”.',
  },
  noAnswer: { ru: 'ответ не пришёл.', kk: 'жауап келмеді.', en: 'no answer came.' },
  seeMine: { ru: 'Что с сообщением', kk: 'Хабарлама қалай қаралды', en: 'What became of it' },
  another: { ru: 'Сообщить ещё', kk: 'Тағы хабарлау', en: 'Report another' },
} as const satisfies Texts;

export const STORY_TEXTS: Readonly<Record<Story, Localized>> = {
  offer: {
    ru: 'Предложили сдать карту, счёт или имя',
    kk: 'Картаны, шотты не атты пайдалануға беруді ұсынды',
    en: 'I was offered money for a card, an account or my name',
  },
  drug_offer: {
    ru: 'Предложили работу с наркотиками или сами наркотики',
    kk: 'Есірткіге қатысты жұмыс не есірткінің өзін ұсынды',
    en: 'I was offered work with drugs, or drugs',
  },
  gave_already: {
    ru: 'Карта или счёт уже у них',
    kk: 'Карта не шот соларда жүр',
    en: 'They have my card or account already',
  },
  victim: {
    ru: 'Меня обманули, деньги ушли',
    kk: 'Мені алдап, ақшамды алып кетті',
    en: 'I was deceived and lost money',
  },
  other: { ru: 'Другое', kk: 'Басқа жағдай', en: 'Something else' },
};

export const ASK_TEXTS: Readonly<Record<Ask, Localized>> = {
  card: { ru: 'карту', kk: 'картаны', en: 'a card' },
  account: { ru: 'банковский счёт', kk: 'банк шотын', en: 'a bank account' },
  merchant: { ru: 'ИП или приём оплаты', kk: 'ЖК не төлем қабылдауды', en: 'a small firm' },
  kyc: { ru: 'селфи с документом', kk: 'құжатпен түскен селфиді', en: 'a selfie with a document' },
  sim: { ru: 'сим-карту', kk: 'сим-картаны', en: 'a SIM card' },
  page: { ru: 'страницу в соцсети', kk: 'желідегі парақшаны', en: 'a page of mine' },
  cash_courier: { ru: 'забирать наличные', kk: 'қолма-қол ақша алуды', en: 'to fetch cash' },
  crypto_operator: {
    ru: 'переводить деньги в крипту',
    kk: 'ақшаны криптоға айналдыруды',
    en: 'to turn money into crypto',
  },
  drug_courier: { ru: 'возить «товар»', kk: '«тауар» тасуды', en: 'to carry “goods”' },
};
