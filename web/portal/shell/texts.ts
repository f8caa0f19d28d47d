import type { Texts } from '../say.ts';

export const SHELL = {
  skip: { ru: 'К содержанию', kk: 'Мазмұнына өту', en: 'Skip to content' },
  home: { ru: 'Qorgan, главная', kk: 'Qorgan, басты бет', en: 'Qorgan, home' },
  menu: { ru: 'Разделы', kk: 'Бөлімдер', en: 'Sections' },
  language: { ru: 'Язык', kk: 'Тіл', en: 'Language' },
  theme: { ru: 'Тема', kk: 'Көрініс', en: 'Theme' },
  themeAuto: {
    ru: 'Тема: как на устройстве',
    kk: 'Көрініс: құрылғыдағыдай',
    en: 'Theme: as on the device',
  },
  themeLight: { ru: 'Тема: светлая', kk: 'Көрініс: жарық', en: 'Theme: light' },
  themeDark: { ru: 'Тема: тёмная', kk: 'Көрініс: күңгірт', en: 'Theme: dark' },
  loading: { ru: 'Загружаем…', kk: 'Жүктеліп жатыр…', en: 'Loading…' },
  offline: {
    ru: 'Нет сети. Проверка и тренировка работают и так.',
    kk: 'Желі жоқ. Тексеру мен жаттығу желісіз де істейді.',
    en: 'No network. Checking and practice work without it.',
  },
  noPageTitle: { ru: 'Такой страницы нет', kk: 'Мұндай бет жоқ', en: 'There is no such page' },
  noPage: {
    ru: 'Возможно, в адресе опечатка.',
    kk: 'Мекенжайда қате кеткен болуы мүмкін.',
    en: 'There may be a slip in the address.',
  },
  failedTitle: { ru: 'Не загрузилось', kk: 'Жүктелмеді', en: 'It did not load' },
  failed: {
    ru: 'Похоже, пропала связь.',
    kk: 'Байланыс үзілген сияқты.',
    en: 'The connection seems to be lost.',
  },
  again: { ru: 'Ещё раз', kk: 'Қайталау', en: 'Try again' },
  toHome: { ru: 'На главную', kk: 'Басты бетке', en: 'To the home page' },
  check: { ru: 'Проверить', kk: 'Тексеру', en: 'Check' },
  train: { ru: 'Тренировка', kk: 'Жаттығу', en: 'Practise' },
  exit: { ru: 'Помощь', kk: 'Көмек', en: 'Help' },
  report: { ru: 'Сообщить', kk: 'Хабарлау', en: 'Report' },
  helpTitle: { ru: 'Нужна помощь сейчас?', kk: 'Дәл қазір көмек керек пе?', en: 'Need help now?' },
  helpPolice: { ru: 'Полиция: 102', kk: 'Полиция: 102', en: 'Police: 102' },
  helpAfm: {
    ru: 'Агентство по финансовому мониторингу: 1424',
    kk: 'Қаржылық мониторинг агенттігі: 1424',
    en: 'Financial Monitoring Agency: 1424',
  },
  helpExit: {
    ru: 'Карта уже у чужих? Что делать',
    kk: 'Картаңды беріп қойдың ба? Не істеу керек',
    en: 'Gave your card? What to do',
  },
} as const satisfies Texts;
