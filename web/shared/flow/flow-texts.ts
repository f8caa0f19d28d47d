import type { Localized } from '../../../src/domain/language.ts';

/** Texts of the money-flow picture. {name} is filled in by whoever draws it. */
export const FLOW_TEXTS = {
  flow: { ru: 'Путь денег', kk: 'Ақша жолы', en: 'The path of the money' },
  flowHelp: {
    ru: 'Слева направо, толщина ленты — сумма, число на карточке — балл. Наведите на счёт, чтобы увидеть весь его путь. Стрелки клавиатуры — переход между счетами, Enter — открыть.',
    kk: 'Солдан оңға қарай, таспаның қалыңдығы — сома, карточкадағы сан — балл. Шотқа нұсқасаңыз, бүкіл жолы көрінеді. Пернетақта бағыттауыштары — шоттан шотқа өту, Enter — ашу.',
    en: 'From left to right, the width of a ribbon is the sum, the number on a card its score. Point at an account to see all of its path. Arrow keys move between accounts, Enter opens one.',
  },
  flowHelpPlain: {
    ru: 'Слева направо, толщина ленты — сумма. Наведите на счёт, чтобы увидеть весь его путь. Стрелки клавиатуры — переход между счетами, Enter — открыть.',
    kk: 'Солдан оңға қарай, таспаның қалыңдығы — сома. Шотқа нұсқасаңыз, бүкіл жолы көрінеді. Пернетақта бағыттауыштары — шоттан шотқа өту, Enter — ашу.',
    en: 'From left to right, the width of a ribbon is the sum. Point at an account to see all of its path. Arrow keys move between accounts, Enter opens one.',
  },
  zoomIn: { ru: 'Крупнее', kk: 'Үлкейту', en: 'Zoom in' },
  zoomOut: { ru: 'Мельче', kk: 'Кішірейту', en: 'Zoom out' },
  zoomFit: { ru: 'Целиком', kk: 'Толығымен', en: 'Fit' },
  showAll: { ru: 'Показать каждого', kk: 'Әрқайсысын көрсету', en: 'Show everyone' },
  showGrouped: { ru: 'Сгруппировать', kk: 'Топтау', en: 'Group' },
  more: { ru: 'ещё {n}', kk: 'тағы {n}', en: '{n} more' },
  allOf: { ru: 'всего {n}', kk: 'барлығы {n}', en: '{n} in all' },
  legend: { ru: 'Обозначения', kk: 'Белгілер', en: 'Legend' },
  legendBack: {
    ru: 'деньги вернулись назад',
    kk: 'ақша кері қайтты',
    en: 'money that came back',
  },
  came: { ru: 'Пришло', kk: 'Түскені', en: 'In' },
  left: { ru: 'Ушло', kk: 'Кеткені', en: 'Out' },
  from: { ru: 'От кого', kk: 'Кімнен', en: 'From' },
  to: { ru: 'Кому', kk: 'Кімге', en: 'To' },
  count: { ru: 'Переводов', kk: 'Аударым саны', en: 'Transfers' },
  first: { ru: 'Первый', kk: 'Алғашқысы', en: 'First' },
  last: { ru: 'Последний', kk: 'Соңғысы', en: 'Last' },
  held: { ru: 'Лежали', kk: 'Жатқаны', en: 'Held' },
  score: { ru: 'Балл', kk: 'Балл', en: 'Score' },
  hiddenFlows: {
    ru: 'Не нарисовано мелких потоков: {n}, вместе {sum}. «Показать каждого» рисует все.',
    kk: 'Сызылмаған ұсақ ағындар: {n}, барлығы {sum}. «Әрқайсысын көрсету» бәрін сызады.',
    en: 'Small flows not drawn: {n}, together {sum}. “Show everyone” draws all of them.',
  },
} as const satisfies Record<string, Localized>;

export type FlowTextName = keyof typeof FLOW_TEXTS;
