import { areaTexts } from '../texts.ts';

export const LAW_PAGE_TEXTS = {
  title: { ru: 'Закон', kk: 'Заң', en: 'The law' },
  about: {
    ru: 'Нормы, по которым Qorgan квалифицирует дела: своими словами, с источником, редакцией и пометкой, сверял ли их юрист. Это подспорье для юриста, а не текст закона.',
    kk: 'Qorgan істерді саралайтын нормалар: өз сөзімен, дереккөзімен, редакциясымен және оны заңгер салыстырған-салыстырмағаны туралы белгімен. Бұл — заңның мәтіні емес, заңгерге көмек.',
    en: 'The provisions that Qorgan qualifies cases by: in its own words, with source, edition, and whether a lawyer has compared them. A help for a lawyer, not the text of the law.',
  },
  country: { ru: 'Страна', kk: 'Ел', en: 'Country' },
  day: { ru: 'На день', kk: 'Мына күнге', en: 'On the day' },
  dayFrom: { ru: 'С дня', kk: 'Мына күннен', en: 'From the day' },
  dayTo: { ru: 'по день', kk: 'мына күнге дейін', en: 'to the day' },
  compare: {
    ru: 'Сравнить с другим днём',
    kk: 'Басқа күнмен салыстыру',
    en: 'Compare with another day',
  },
  single: { ru: 'Один день', kk: 'Бір күн', en: 'One day' },
  filters: { ru: 'Какой закон показать', kk: 'Қай заңды көрсету керек', en: 'Which law to show' },
  unit: {
    ru: '{name} с {day}: {value}',
    kk: '{name}, {day} бастап: {value}',
    en: '{name} since {day}: {value}',
  },
  unitNone: {
    ru: 'Расчётный показатель на этот день не известен',
    kk: 'Бұл күнгі есептік көрсеткіш белгісіз',
    en: 'The unit of account of this day is not known',
  },
  elements: { ru: 'Что должно быть показано', kk: 'Нені көрсету керек', en: 'What must be shown' },
  evidence: { ru: 'Чем', kk: 'Немен', en: 'By what' },
  optional: { ru: 'не всегда', kk: 'әрдайым емес', en: 'not always' },
  exclusions: {
    ru: 'Когда норма не действует',
    kk: 'Норма қолданылмайтын жағдай',
    en: 'When it does not apply',
  },
  parts: { ru: 'Части и наказание', kk: 'Бөліктер және жаза', en: 'Parts and sanction' },
  part: { ru: 'часть {part}', kk: '{part}-бөлік', en: 'part {part}' },
  partUnread: {
    ru: 'номер части не прочитан',
    kk: 'бөлік нөмірі оқылмаған',
    en: 'number of the part not read',
  },
  limitation: {
    ru: 'давность, лет: {n}',
    kk: 'ескіру мерзімі, жыл: {n}',
    en: 'limitation, years: {n}',
  },
  age: { ru: 'С {n} лет', kk: '{n} жастан', en: 'From the age of {n}' },
  dayWrong: {
    ru: 'День, например {like}',
    kk: 'Күн, мысалы {like}',
    en: 'A day, for example {like}',
  },
  release: {
    ru: 'Освобождение от ответственности',
    kk: 'Жауаптылықтан босату',
    en: 'Release from liability',
  },
  none: {
    ru: 'На этот день здесь нет ни одной нормы',
    kk: 'Бұл күнге мұнда бірде-бір норма жоқ',
    en: 'There is no provision here of that day',
  },
  noneAbout: {
    ru: 'Нормы начинаются с дня, с которого их текст был прочитан. Выберите более поздний день.',
    kk: 'Нормалар олардың мәтіні оқылған күннен басталады. Кейінірек күнді таңдаңыз.',
    en: 'Provisions begin with the day from which their text was read. Choose a later day.',
  },
  added: { ru: 'Появились', kk: 'Пайда болды', en: 'Came in' },
  removed: { ru: 'Перестали действовать', kk: 'Күшін жойды', en: 'Went out of force' },
  changed: { ru: 'Изменились', kk: 'Өзгерді', en: 'Changed' },
  unread: {
    ru: 'Прежний текст не прочитан: изменились ли они, сказать нельзя',
    kk: 'Бұрынғы мәтіні оқылмаған: өзгергенін айту мүмкін емес',
    en: 'Their earlier text was not read: whether they changed cannot be said',
  },
  same: { ru: 'Остались прежними: {n}', kk: 'Өзгермегені: {n}', en: 'Stayed the same: {n}' },
  noChange: {
    ru: 'Между этими днями ничего из прочитанного не изменилось',
    kk: 'Бұл күндер арасында оқылғаннан ештеңе өзгерген жоқ',
    en: 'Of what was read, nothing changed between these days',
  },
  before: { ru: 'Было', kk: 'Бұрын', en: 'Before' },
  after: { ru: 'Стало', kk: 'Енді', en: 'After' },
  wasNot: { ru: 'не было', kk: 'болмаған', en: 'was not there' },
  isNot: { ru: 'больше нет', kk: 'енді жоқ', en: 'is no more' },
  'kind.crime': {
    ru: 'Преступления и проступки',
    kk: 'Қылмыстар мен теріс қылықтар',
    en: 'Crimes and misdemeanours',
  },
  'kind.administrative': {
    ru: 'Административные нарушения',
    kk: 'Әкімшілік құқық бұзушылықтар',
    en: 'Administrative offences',
  },
  'kind.ban': { ru: 'Запреты', kk: 'Тыйымдар', en: 'Bans' },
  'kind.duty': {
    ru: 'Обязанности организаций',
    kk: 'Ұйымдардың міндеттері',
    en: 'Duties of institutions',
  },
} as const;

export const useLawPageTexts = areaTexts('law', LAW_PAGE_TEXTS);
