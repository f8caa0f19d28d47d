import type { Texts } from '../say.ts';

/** What stands around a conversation; what is said in it comes from the lessons. */
export const CHAT = {
  back: { ru: 'Ко всем сценам', kk: 'Барлық көрініске', en: 'To all scenes' },
  log: { ru: 'Разговор: {name}', kk: 'Әңгіме: {name}', en: 'Talk: {name}' },
  you: { ru: 'Ты', kk: 'Сен', en: 'You' },
  answer: { ru: 'Твой ответ', kk: 'Сенің жауабың', en: 'Your answer' },
  start: { ru: 'Начать', kk: 'Бастау', en: 'Start' },
  about: {
    ru: 'Отвечай как в жизни. Здесь ошибаться можно: никто не узнает.',
    kk: 'Өмірде қалай жауап берсең, солай жауап бер. Мұнда қателесуге болады: ешкім білмейді.',
    en: 'Answer as you would in real life. Mistakes are fine here: nobody will know.',
  },
  hurry: { ru: 'Показать сразу', kk: 'Бірден көрсету', en: 'Show at once' },
  next: { ru: 'Дальше', kk: 'Әрі қарай', en: 'Next' },
  debrief: { ru: 'Разобрать разговор', kk: 'Әңгімені талдау', en: 'Look back at it' },
  readAloud: { ru: 'Читать вслух', kk: 'Дауыстап оқу', en: 'Read aloud' },
} as const satisfies Texts;
