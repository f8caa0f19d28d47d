import type { Texts } from '../say.ts';

/** First page, and what all pages of classes say. */
export const T = {
  lead: {
    ru: 'Урок на 20 или 40 минут. Ученики учатся отличать ловушку от честного предложения, а вы видите, чему класс научился.',
    kk: '20 не 40 минуттық сабақ. Оқушылар қақпанды шынайы ұсыныстан ажыратуды үйренеді, ал Сіз сынып нені үйренгенін көресіз.',
    en: 'A lesson of 20 or 40 minutes. Pupils learn to tell a trap from a genuine offer. You see what the class has learned.',
  },
  openTitle: { ru: 'Открыть класс', kk: 'Сынып ашу', en: 'Open a class' },
  openText: {
    ru: 'Регистрация не нужна. Вы получите код для учеников и свою тайную ссылку. Имён мы не спрашиваем.',
    kk: 'Тіркелудің қажеті жоқ. Оқушыларға арналған код пен өзіңізге құпия сілтеме аласыз. Есім сұралмайды.',
    en: 'No account is needed. You get a code for the pupils and a secret link of your own. We ask for no names.',
  },
  control: {
    ru: 'С группой сравнения',
    kk: 'Салыстыру тобымен',
    en: 'With a comparison group',
  },
  controlHint: {
    ru: 'Половина класса по жребию учится после второй анкеты. Так видно, что изменил сам урок. Нужно от 20 учеников.',
    kk: 'Жеребе бойынша сыныптың жартысы екінші сауалнамадан кейін жаттығады. Сонда дәл сабақ нені өзгерткені көрінеді. Кемінде 20 оқушы керек.',
    en: 'Half of the class, drawn by lot, trains after the second form. That shows what the lesson itself changed. It takes 20 pupils or more.',
  },
  open: { ru: 'Открыть класс', kk: 'Сынып ашу', en: 'Open the class' },
  opening: {
    ru: 'Проверяем, что вы не робот: {percent} %',
    kk: 'Робот емес екеніңіз тексеріліп жатыр: {percent} %',
    en: 'Checking that you are no robot: {percent} %',
  },
  cancel: { ru: 'Отменить', kk: 'Болдырмау', en: 'Cancel' },
  pupilTitle: { ru: 'Есть код класса?', kk: 'Сынып коды бар ма?', en: 'Do you have a class code?' },
  pupilDoor: { ru: 'Войти по коду класса', kk: 'Сынып кодымен кіру', en: 'Join with a class code' },
  stepsTitle: { ru: 'Как это проходит', kk: 'Бәрі қалай өтеді', en: 'How it goes' },
  step1: {
    ru: 'Откройте класс и покажите код на экране.',
    kk: 'Сынып ашып, кодты экраннан көрсетіңіз.',
    en: 'Open a class and show its code on the screen.',
  },
  step2: {
    ru: 'Ученики отвечают на десять сообщений: ловушка или честное. Ответы не разбирайте.',
    kk: 'Оқушылар он хабарламаға жауап береді: қақпан ба, шынайы ма. Жауабын талқыламаңыз.',
    en: 'Pupils judge ten messages: trap or genuine. Do not discuss the answers.',
  },
  step3: {
    ru: 'Проведите урок, потом откройте вторую анкету с другими сообщениями.',
    kk: 'Сабақты өткізіп, басқа хабарламалары бар екінші сауалнаманы ашыңыз.',
    en: 'Give the lesson, then open the second form with other messages.',
  },
  step4: {
    ru: 'Через три недели откройте третью. После неё вы увидите результат.',
    kk: 'Үш аптадан кейін үшіншісін ашыңыз. Содан соң нәтижені көресіз.',
    en: 'Three weeks later open the third. After it you see the result.',
  },
  printTitle: { ru: 'Распечатать', kk: 'Басып шығару', en: 'To print' },
  printText: {
    ru: 'Файлы PDF на русском. Другой язык выбирается вверху страницы.',
    kk: 'Қазақша PDF файлдар. Басқа тілді беттің жоғарғы жағынан таңдаңыз.',
    en: 'PDF files in English. Choose another language at the top of the page.',
  },
  lesson20: {
    ru: 'План урока, 20 минут',
    kk: 'Сабақ жоспары, 20 минут',
    en: 'Lesson plan, 20 minutes',
  },
  lesson40: {
    ru: 'План урока, 40 минут',
    kk: 'Сабақ жоспары, 40 минут',
    en: 'Lesson plan, 40 minutes',
  },
  parents: { ru: 'Письмо родителям', kk: 'Ата-аналарға хат', en: 'Letter to parents' },
  posterCard: {
    ru: 'Плакат «Твоя карта это твоё имя»',
    kk: '«Картаң сенің атың» плакаты',
    en: 'Poster “Your card is your name”',
  },
  posterCheck: {
    ru: 'Плакат «Проверь, потом решай»',
    kk: '«Әуелі тексер, сосын шеш» плакаты',
    en: 'Poster “Check, then decide”',
  },
  posterBack: {
    ru: 'Плакат «Можно остановиться»',
    kk: '«Тоқтауға кеш емес» плакаты',
    en: 'Poster “You can stop”',
  },
  keptTitle: { ru: 'Что мы храним', kk: 'Не сақталады', en: 'What we keep' },
  kept: {
    ru: 'Только возраст по группам и ответы, без имён. Через 60 дней класс удаляется целиком. Остаются общие цифры, если учеников было пять и больше.',
    kk: 'Жас тобы мен жауаптар ғана, есім жоқ. 60 күннен кейін сынып түгел жойылады. Оқушы бес не одан көп болса, жалпы сандар ғана қалады.',
    en: 'Age bands and answers only, no names. After 60 days the whole class is deleted. Overall figures stay where there were five pupils or more.',
  },
  failed: {
    ru: 'Не получилось связаться с сервером. Похоже, пропала сеть.',
    kk: 'Серверге қосылу мүмкін болмады. Желі үзілген сияқты.',
    en: 'The server could not be reached. The network seems to be lost.',
  },
  loading: { ru: 'Загружаем…', kk: 'Жүктеліп жатыр…', en: 'Loading…' },
} as const satisfies Texts;
