import type { Texts } from '../say.ts';

export const T = {
  lead: {
    ru: 'Вставь сообщение, и я покажу, на что оно похоже. Текст не уходит с твоего устройства.',
    kk: 'Хабарламаны қой, неге ұқсайтынын көрсетемін. Мәтін құрылғыңнан ешқайда кетпейді.',
    en: 'Paste the message and I will show what it looks like. The text never leaves your device.',
  },
  field: {
    ru: 'Что тебе написали или предложили?',
    kk: 'Саған не жазды не ұсынды?',
    en: 'What did they write or offer?',
  },
  fieldHint: {
    ru: 'Текст, ссылка, номер или имя в мессенджере.',
    kk: 'Мәтін, сілтеме, нөмір не мессенджердегі ат.',
    en: 'A text, a link, a number or a name in a messenger.',
  },
  check: { ru: 'Проверить', kk: 'Тексеру', en: 'Check' },
  clear: { ru: 'Стереть', kk: 'Өшіру', en: 'Clear' },
  empty: {
    ru: 'Сначала вставь или напиши текст.',
    kk: 'Алдымен мәтінді қой не жаз.',
    en: 'Paste or write a text first.',
  },
  examples: {
    ru: 'Нечего вставить? Попробуй пример:',
    kk: 'Қоятын мәтінің жоқ па? Мысалды көр:',
    en: 'Nothing to paste? Try an example:',
  },
  exampleOne: { ru: 'Пример 1', kk: '1-мысал', en: 'Example 1' },
  exampleTwo: { ru: 'Пример 2', kk: '2-мысал', en: 'Example 2' },
  exampleThree: { ru: 'Пример 3', kk: '3-мысал', en: 'Example 3' },
  exampleOneText: {
    ru: 'Привет! Нужна твоя карта на 3 дня, заплачу 50 000 тг. Всё легально. Никому не говори, пиши в личку @example_work1, сегодня последний день.',
    kk: 'Салам! Картаңды 3 күнге жалға бер, 50 000 теңге төлеймін. Бәрі заңды. Ешкімге айтпа, жекеге жаз: @example_work1, бүгін соңғы күн.',
    en: 'Hi! I need your bank card for 3 days, I pay 500 dollars. All legal. Tell nobody, write me in private @example_work1, today is the last day.',
  },
  exampleTwoText: {
    ru: 'Кафе «Пример» ищет помощника на лето. Оформление по трудовому договору, зарплата 180 000 тенге в месяц, обучение. Приходите на собеседование с 10 до 18, спросить администратора.',
    kk: '«Мысал» кафесіне жазға көмекші керек. Еңбек шартымен жұмысқа аламыз, жалақы айына 180 000 теңге, үйретеміз. Әңгімелесуге сағат 10-нан 18-ге дейін келіңіз.',
    en: 'Cafe Example is looking for a summer helper. Employment contract, 180,000 tenge a month, training given. Come for an interview between 10 and 18 and ask for the manager.',
  },
  exampleThreeText: {
    ru: 'Осторожно! Полиция предупреждает: подросткам предлагают деньги за карту. Не отдавайте карту незнакомым, расскажите родителям.',
    kk: 'Абай болыңыз! Полиция ескертеді: жасөспірімдерге картасы үшін ақша ұсынып жүр. Картаны бейтаныс адамға бермеңіз, ата-анаңызға айтыңыз.',
    en: 'Beware! Police warn that teenagers are offered money for their bank cards. Do not give your card to strangers, tell your parents.',
  },
  pictureTitle: {
    ru: 'Картинку я прочесть не могу',
    kk: 'Суретті оқи алмаймын',
    en: 'I cannot read a picture',
  },
  picture: {
    ru: 'Но телефон может скопировать с неё текст. Открой картинку и подержи палец на словах. Нажми «Копировать» и вставь текст сюда. Если не выходит, перепиши главное.',
    kk: 'Бірақ телефон одан мәтінді көшіре алады. Суретті ашып, сөздерді басып тұр. «Көшіру» дегенді басып, мәтінді осында қой. Болмаса, маңыздысын теріп жаз.',
    en: 'But your phone can copy the words from it. Open the picture and hold a finger on the words. Tap “Copy” and paste the text here. If that fails, type the main part.',
  },
  reading: { ru: 'Читаю…', kk: 'Оқып жатырмын…', en: 'Reading…' },
  notReadyTitle: {
    ru: 'Ещё не всё загрузилось',
    kk: 'Әлі бәрі жүктелген жоқ',
    en: 'Not everything has loaded yet',
  },
  notReady: {
    ru: 'Нужна связь, один раз. Потом проверка работает и без неё.',
    kk: 'Желі бір рет керек. Содан кейін тексеру желісіз де істейді.',
    en: 'A connection is needed once. After that, checking works without it.',
  },
  again: { ru: 'Ещё раз', kk: 'Қайталау', en: 'Try again' },
} as const satisfies Texts;
