import type { Texts } from '../say.ts';

/** Texts of the two short exercises. */
export const EXERCISE = {
  step: { ru: '{n} из {all}', kk: '{n}/{all}', en: '{n} of {all}' },
  eyeAsk: { ru: 'Какой это приём?', kk: 'Бұл қандай айла-тәсіл?', en: 'Which technique is it?' },
  boosterAsk: {
    ru: 'Ловушка или честно?',
    kk: 'Қақпан ба, шынайы ұсыныс па?',
    en: 'A trap or genuine?',
  },
  trap: { ru: 'Ловушка', kk: 'Қақпан', en: 'A trap' },
  genuine: { ru: 'Честное предложение', kk: 'Шынайы ұсыныс', en: 'Genuine' },
  right: { ru: 'Верно: {what}', kk: 'Дұрыс: {what}', en: 'Right: {what}' },
  wrong: {
    ru: 'Не совсем. Это: {what}',
    kk: 'Дәл емес. Дұрысы: {what}',
    en: 'Not quite. It is: {what}',
  },
  answer: { ru: 'Что ответить', kk: 'Не деп жауап беру керек', en: 'What to answer' },
  next: { ru: 'Дальше', kk: 'Әрі қарай', en: 'Next' },
  finish: { ru: 'К итогу', kk: 'Қорытындыға', en: 'To the result' },
  result: { ru: 'Верно: {n} из {all}', kk: 'Дұрыс жауап: {n}/{all}', en: 'Right: {n} of {all}' },
  eyeAll: {
    ru: 'Ты видишь все приёмы насквозь.',
    kk: 'Барлық айла-тәсілді бірден танисың.',
    en: 'You see through all of them.',
  },
  eyeMissed: {
    ru: 'На это посмотри ещё раз:',
    kk: 'Мынаған тағы қара:',
    en: 'Look at these once more:',
  },
  eyeWhy: {
    ru: 'Приём, у которого есть имя, давит слабее.',
    kk: 'Атын білсең, айла-тәсілдің күші азаяды.',
    en: 'A technique that has a name presses less.',
  },
  again: { ru: 'Ещё раунд', kk: 'Тағы бір рет', en: 'One more round' },
  nextBooster: {
    ru: 'Следующее повторение: {day}',
    kk: 'Келесі қайталау: {day}',
    en: 'Next refresher: {day}',
  },
  lastBooster: {
    ru: 'Это было последнее повторение. Теперь запомнится лучше.',
    kk: 'Бұл соңғы қайталау еді. Енді жақсырақ есте қалады.',
    en: 'That was the last refresher. Now it will stay better.',
  },
  notYet: {
    ru: 'Повторять рано',
    kk: 'Қайталауға әлі ерте',
    en: 'It is too early to repeat',
  },
  notYetText: {
    ru: 'Память крепче, если вернуться позже. Жди до этого дня: {day}',
    kk: 'Кейінірек қайталасаң, жақсырақ есте қалады. Мына күнді күт: {day}',
    en: 'Memory grows stronger if you come back later. Wait until: {day}',
  },
  notTrained: {
    ru: 'Сначала сыграй хотя бы одну сцену.',
    kk: 'Әуелі кемінде бір көріністі ойнап шық.',
    en: 'Play one scene first.',
  },
  allDone: {
    ru: 'Все три повторения пройдены. Захочешь освежить, сыграй новую сцену.',
    kk: 'Үш қайталауды да аяқтадың. Еске түсіргің келсе, жаңа көрініс ойна.',
    en: 'All three refreshers are done. To refresh it, play a new scene.',
  },
} as const satisfies Texts;
