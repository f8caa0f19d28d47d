import type { Move, Speaker } from '../../../src/academy/lesson.ts';
import type { Localized } from '../../../src/domain/language.ts';

/** Who writes, as the player knows them; the contact has a name of its own. */
export const SPEAKER_WORDS: Readonly<Record<Exclude<Speaker, 'them'>, Localized>> = {
  you: { ru: 'Ты', kk: 'Сен', en: 'You' },
  friend: { ru: 'Друг', kk: 'Досың', en: 'Friend' },
  classmate: { ru: 'Одноклассник', kk: 'Сыныптасың', en: 'Classmate' },
  mother: { ru: 'Мама', kk: 'Анаң', en: 'Mum' },
  father: { ru: 'Папа', kk: 'Әкең', en: 'Dad' },
  sister: { ru: 'Сестра', kk: 'Әпкең', en: 'Sister' },
  brother: { ru: 'Брат', kk: 'Ағаң', en: 'Brother' },
  grandmother: { ru: 'Бабушка', kk: 'Әжең', en: 'Grandma' },
  relative: { ru: 'Родственник', kk: 'Туысың', en: 'Relative' },
  neighbour: { ru: 'Соседка', kk: 'Көршің', en: 'Neighbour' },
  teacher: { ru: 'Учитель', kk: 'Мұғалім', en: 'Teacher' },
  coach: { ru: 'Тренер', kk: 'Жаттықтырушың', en: 'Coach' },
  employer: { ru: 'Работодатель', kk: 'Жұмыс беруші', en: 'Employer' },
  colleague: { ru: 'Коллега', kk: 'Әріптесің', en: 'Workmate' },
  university: { ru: 'Университет', kk: 'Университетің', en: 'University' },
  shop: { ru: 'Магазин', kk: 'Дүкен', en: 'Shop' },
  bank: { ru: 'Банк', kk: 'Банк', en: 'Bank' },
  victim: { ru: 'Тот, кого обманули', kk: 'Алданған адам', en: 'Person who was cheated' },
  stranger: { ru: 'Незнакомый человек', kk: 'Бейтаныс адам', en: 'A stranger' },
  police: { ru: 'Полиция', kk: 'Полиция', en: 'Police' },
  system: { ru: 'Телефон', kk: 'Телефон', en: 'Phone' },
};

/** What kind of step an answer was; it is told, never scored. */
export const MOVE_WORDS: Readonly<Record<Move, Localized>> = {
  trust: { ru: 'поверить', kk: 'сену', en: 'trust' },
  check: { ru: 'проверить', kk: 'тексеру', en: 'check' },
  doubt: { ru: 'усомниться', kk: 'күмәндану', en: 'doubt' },
  refuse: { ru: 'отказаться', kk: 'бас тарту', en: 'refuse' },
  tell: { ru: 'рассказать своим', kk: 'жақындарға айту', en: 'tell someone' },
  report: { ru: 'сообщить', kk: 'хабарлау', en: 'report' },
};
