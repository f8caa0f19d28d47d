import { areaTexts } from '../texts.ts';

export const SHELL_TEXTS = {
  skip: { ru: 'К содержанию', kk: 'Мазмұнға өту', en: 'Skip to content' },
  sections: { ru: 'Разделы', kk: 'Бөлімдер', en: 'Sections' },
  alerts: { ru: 'Тревоги', kk: 'Дабылдар', en: 'Alerts' },
  cases: { ru: 'Дела', kk: 'Істер', en: 'Cases' },
  holds: { ru: 'Приостановки', kk: 'Тоқтатулар', en: 'Holds' },
  networks: { ru: 'Сети', kk: 'Желілер', en: 'Networks' },
  watch: { ru: 'Наблюдение', kk: 'Бақылау', en: 'Watch' },
  lists: { ru: 'Списки', kk: 'Тізімдер', en: 'Lists' },
  customers: { ru: 'Клиенты', kk: 'Клиенттер', en: 'Customers' },
  risk: { ru: 'Риск', kk: 'Тәуекел', en: 'Risk' },
  people: { ru: 'Люди и ключи', kk: 'Адамдар мен кілттер', en: 'People and keys' },
  audit: { ru: 'Журнал действий', kk: 'Әрекеттер журналы', en: 'Record of acts' },
  find: { ru: 'Найти счёт', kk: 'Шотты табу', en: 'Find an account' },
  language: { ru: 'Язык', kk: 'Тіл', en: 'Language' },
  theme: { ru: 'Оформление', kk: 'Көрініс', en: 'Appearance' },
  auto: { ru: 'Как в системе', kk: 'Жүйедегідей', en: 'As the system' },
  light: { ru: 'Светлое', kk: 'Ашық', en: 'Light' },
  dark: { ru: 'Тёмное', kk: 'Қараңғы', en: 'Dark' },
  me: { ru: 'Мой вход: {name}', kk: 'Менің кіруім: {name}', en: 'My sign-in: {name}' },
  letterKeys: { ru: 'Клавиши-буквы', kk: 'Әріп пернелер', en: 'Letter keys' },
  letterKeysOn: { ru: 'включены', kk: 'қосулы', en: 'on' },
  letterKeysOff: { ru: 'выключены', kk: 'өшірулі', en: 'off' },
  noWork: {
    ru: 'Для вашей роли страниц нет',
    kk: 'Сіздің рөліңізге арналған бет жоқ',
    en: 'There are no pages for your role',
  },
  noWorkHint: {
    ru: 'Попросите администратора дать вам роль.',
    kk: 'Әкімшіден рөл беруін сұраңыз.',
    en: 'Ask an administrator to give you a role.',
  },
  decides: {
    ru: 'Qorgan советует, решает человек. Балл и роль в сети — предположение по движению денег, а не обвинение.',
    kk: 'Qorgan кеңес береді, шешімді адам қабылдайды. Балл мен желідегі рөл — ақша қозғалысына негізделген болжам, айып емес.',
    en: 'Qorgan advises, a person decides. A score or a role is inferred from the flow of money and accuses nobody.',
  },
} as const;

export const useShellTexts = areaTexts('shell', SHELL_TEXTS);
