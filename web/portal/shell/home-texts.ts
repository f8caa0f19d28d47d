import type { Texts } from '../say.ts';

export const HOME = {
  title: {
    ru: 'Предлагают лёгкие деньги? Сначала проверь.',
    kk: 'Оңай ақша ұсынып жатыр ма? Алдымен тексер.',
    en: 'Offered easy money? Check it first.',
  },
  lead: {
    ru: 'Здесь ты поймёшь, что тебе предлагают, и спокойно решишь, что ответить.',
    kk: 'Мұнда саған не ұсынып тұрғанын түсініп, не деп жауап беруді асықпай шешесің.',
    en: 'Here you see what you are being offered, and decide in peace what to answer.',
  },
  whoTitle: { ru: 'Кто такой дроппер?', kk: 'Дроппер деген кім?', en: 'Who is a dropper?' },
  who: {
    ru: 'Тот, кто отдал чужим свою карту или счёт. Через них уходят украденные деньги, а спрашивают с хозяина карты. Часто это школьники и студенты, которых обманули.',
    kk: 'Картасын не шотын бөтен біреуге берген адам. Ұрланған ақша сол арқылы кетеді, ал жауап беретін карта иесі. Көбіне олар алданған оқушылар мен студенттер.',
    en: 'Somebody who gave strangers their card or account. Stolen money leaves through it, and the owner has to answer. Often they are pupils and students who were deceived.',
  },
  chatFrom: { ru: 'Незнакомый номер', kk: 'Бейтаныс нөмір', en: 'Unknown number' },
  chatOne: {
    ru: 'Нужна твоя карта на пару дней.',
    kk: 'Картаң екі-үш күнге керек болып тұр.',
    en: 'I need your card for a couple of days.',
  },
  chatTwo: {
    ru: 'Всё легально, только никому не говори.',
    kk: 'Бәрі заңды, тек ешкімге айтпа.',
    en: 'All legal, just tell nobody.',
  },
  chatTagOne: { ru: 'просят карту', kk: 'карта сұрайды', en: 'asks for a card' },
  chatTagTwo: { ru: 'просят молчать', kk: 'үндеме дейді', en: 'asks for silence' },
  chatMine: { ru: 'Нет. Спасибо.', kk: 'Жоқ. Рақмет.', en: 'No. Thank you.' },
  checkText: {
    ru: 'Вставь сообщение, ссылку или номер. Всё читается на твоём устройстве.',
    kk: 'Хабарламаны, сілтемені не нөмірді қой. Бәрі өз құрылғыңда оқылады.',
    en: 'Paste a message, a link or a number. All of it is read on your own device.',
  },
  trainText: {
    ru: 'Переписки, как в жизни: где ловушка, а где честная работа? 4 минуты.',
    kk: 'Өмірдегідей чаттар: қайсысы қақпан, қайсысы адал жұмыс? 4 минут.',
    en: 'Chats as in real life: which is a trap, which is honest work? 4 minutes.',
  },
  exitText: {
    ru: 'Спокойно, по шагам: что сделать прямо сейчас.',
    kk: 'Сабырмен, қадам-қадаммен: дәл қазір не істеу керек.',
    en: 'Calmly, step by step: what to do right now.',
  },
  reportText: {
    ru: 'Расскажи о вербовщике без имени. Ответ придёт по коду.',
    kk: 'Азғырушы туралы атыңды айтпай хабарла. Жауап код арқылы келеді.',
    en: 'Tell of a recruiter without your name. The answer comes by a code.',
  },
  more: { ru: 'Ещё', kk: 'Тағы', en: 'More' },
  lawText: {
    ru: 'Что запрещено и чем грозит, простыми словами',
    kk: 'Неге тыйым салынған, салдары қандай: қарапайым тілмен',
    en: 'What is forbidden and what it costs, in plain words',
  },
  heldText: {
    ru: 'Узнать по коду и пожаловаться',
    kk: 'Код арқылы біліп, шағым беру',
    en: 'Look it up by its code, and appeal',
  },
  classText: {
    ru: 'Урок на 20 или 40 минут, плакаты, итог класса',
    kk: '20 не 40 минуттық сабақ, плакаттар, сынып қорытындысы',
    en: 'Lessons of 20 or 40 minutes, posters, results of a class',
  },
  figuresText: {
    ru: 'Что сообщили и что удалось убрать',
    kk: 'Не туралы хабарланды, не жойылды',
    en: 'What was reported and what was removed',
  },
} as const satisfies Texts;
