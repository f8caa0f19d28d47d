import type { Texts } from '../say.ts';

/** One page of what a class learned. */
export const R = {
  title: { ru: 'Чему научился класс', kk: 'Сынып не үйренді', en: 'What the class learned' },
  few: { ru: 'Слишком мало учеников', kk: 'Оқушы тым аз', en: 'Too few pupils' },
  fewText: {
    ru: 'Обе анкеты до конца заполнили меньше пяти учеников. Показать нельзя: кого-то можно было бы узнать, а цифры ничего бы не значили.',
    kk: 'Екі сауалнаманы да толық толтырған оқушы бестен аз. Көрсетуге болмайды: біреу танылып қалуы мүмкін, ал сандар ештеңе білдірмес еді.',
    en: 'Fewer than five pupils finished both forms. Nothing can be shown: somebody might be recognised, and figures would mean nothing.',
  },
  learned: {
    ru: 'Класс научился: ловушки и честные предложения он различает лучше.',
    kk: 'Сынып үйренді: қақпан мен шынайы ұсынысты бұрынғыдан жақсы ажыратады.',
    en: 'The class has learned: it tells traps from genuine offers better.',
  },
  learned_and_warier: {
    ru: 'Класс различает лучше, но стал и подозрительнее к честным предложениям.',
    kk: 'Сынып жақсырақ ажыратады, бірақ шынайы ұсынысқа да күмәнмен қарай бастады.',
    en: 'The class tells them apart better, but it also distrusts genuine offers more.',
  },
  only_warier: {
    ru: 'Класс стал только подозрительнее: отвергает больше честных предложений, а различает не лучше.',
    kk: 'Сынып тек күдікшіл болды: шынайы ұсынысты көбірек қайтарады, ал ажыратуы жақсарған жоқ.',
    en: 'The class has only become warier. It refuses more genuine offers and tells them apart no better.',
  },
  worse: {
    ru: 'После урока класс различает хуже, чем до него.',
    kk: 'Сабақтан кейін сынып бұрынғыдан нашар ажыратады.',
    en: 'After the lesson the class tells them apart worse than before.',
  },
  unclear: {
    ru: 'Сказать ничего нельзя: учеников мало для такой разницы. Это не значит, что урок не помог.',
    kk: 'Ештеңе айту мүмкін емес: мұндай айырманы көруге оқушы аз. Бұл сабақ көмектеспеді деген сөз емес.',
    en: 'Nothing can be told: there are too few pupils for such a difference. It does not mean that the lesson did not help.',
  },
  basis: {
    ru: 'Обе анкеты заполнили {measured} из {learners} вошедших.',
    kk: 'Қосылған оқушы: {learners}. Екі сауалнаманы да толтырғаны: {measured}.',
    en: '{measured} of the {learners} who joined finished both forms.',
  },
  discernment: { ru: 'Различение', kk: 'Ажырату', en: 'Telling apart' },
  discernmentHint: {
    ru: 'Увиденные ловушки минус зря отвергнутые предложения. 0 значит наугад, 100 значит всё верно.',
    kk: 'Танылған қақпаннан бекер қайтарылған ұсыныс шегеріледі. 0 болса, кездейсоқ, 100 болса, бәрі дұрыс.',
    en: 'Traps seen minus offers refused for nothing. 0 is guessing, 100 is all right.',
  },
  hitRate: { ru: 'Ловушки увидели', kk: 'Танылған қақпан', en: 'Traps seen' },
  hitRateHint: { ru: 'Чем больше, тем лучше.', kk: 'Көп болғаны жақсы.', en: 'More is better.' },
  falseAlarmRate: {
    ru: 'Честное отвергли зря',
    kk: 'Бекер қайтарылған шынайы ұсыныс',
    en: 'Genuine offers refused',
  },
  falseAlarmRateHint: {
    ru: 'Чем меньше, тем лучше.',
    kk: 'Аз болғаны жақсы.',
    en: 'Less is better.',
  },
  pre: { ru: 'До', kk: 'Дейін', en: 'Before' },
  post: { ru: 'После', kk: 'Кейін', en: 'After' },
  later: { ru: 'Позже', kk: 'Кейінірек', en: 'Later' },
  controlPre: { ru: 'Сравнение, до', kk: 'Салыстыру, дейін', en: 'Comparison, before' },
  controlPost: { ru: 'Сравнение, после', kk: 'Салыстыру, кейін', en: 'Comparison, after' },
  range: { ru: 'от {low} до {high}', kk: '{low} … {high}', en: '{low} to {high}' },
  hidden: { ru: 'меньше 5 учеников', kk: '5 оқушыдан аз', en: 'fewer than 5 pupils' },
  wordsTitle: { ru: 'Простыми словами', kk: 'Қарапайым тілмен', en: 'In plain words' },
  change: {
    ru: 'Различение изменилось на {value} (от {low} до {high}).',
    kk: 'Ажырату {value} ұпайға өзгерді ({low} … {high} аралығы).',
    en: 'Telling apart changed by {value} ({low} to {high}).',
  },
  warier: {
    ru: 'Осторожно: класс чаще стал принимать честное за ловушку. Повторите сцены с честными предложениями.',
    kk: 'Назар аударыңыз: сынып шынайы ұсынысты қақпан деп жиірек қабылдайды. Шынайы ұсыныс көріністерін қайталаңыз.',
    en: 'Take care: the class takes genuine offers for traps more often. Play the genuine scenes again.',
  },
  calmer: {
    ru: 'Честные предложения класс теперь отвергает реже. Это хорошо.',
    kk: 'Сынып шынайы ұсынысты енді сирек қайтарады. Бұл жақсы.',
    en: 'The class now refuses genuine offers less often. That is good.',
  },
  notWarier: {
    ru: 'Не видно, чтобы класс стал подозрительнее к честным предложениям.',
    kk: 'Сыныптың шынайы ұсынысқа күдігі артқаны байқалмайды.',
    en: 'There is no sign that the class distrusts genuine offers more.',
  },
  suspiciousAll: {
    ru: 'И после урока класс скорее видит ловушку там, где её нет, чем пропускает её.',
    kk: 'Сабақтан кейін де сынып қақпанды байқамай қалудан гөрі жоқ жерден жиірек көреді.',
    en: 'Even now the class sees a trap too many rather than one too few.',
  },
  stayed: {
    ru: 'Через {days} дн. класс различает лучше, чем до урока.',
    kk: '{days} күннен кейін сынып сабаққа дейінгіден жақсы ажыратады.',
    en: '{days} days later the class tells them apart better than before the lesson.',
  },
  notStayed: {
    ru: 'Через {days} дн. нельзя сказать, что знание осталось. Помогут короткие повторения.',
    kk: '{days} күннен кейін білім сақталды деп айту мүмкін емес. Қысқа қайталау көмектеседі.',
    en: '{days} days later it cannot be told whether the learning stayed. Short boosters help.',
  },
  laterEarly: {
    ru: 'Третью анкету открыли всего через {days} дн.: о долгой памяти она не говорит.',
    kk: 'Үшінші сауалнама небәрі {days} күннен кейін ашылды: ол ұзақ есте сақтау туралы айтпайды.',
    en: 'The third form was opened after only {days} days: it says nothing about lasting memory.',
  },
  effectUp: {
    ru: 'Группа с уроком улучшила ответы больше, чем группа без него: на {value} (от {low} до {high}). Это сделал урок.',
    kk: 'Сабақ өткен топ сабақсыз топтан көбірек ілгеріледі: {value} ұпайға ({low} … {high} аралығы). Бұл сабақтың әсері.',
    en: 'The group with the lesson gained more: by {value} ({low} to {high}). The lesson did it.',
  },
  effectDown: {
    ru: 'Группа без урока улучшила ответы больше: на {value} (от {low} до {high}).',
    kk: 'Сабақсыз топ көбірек ілгеріледі: {value} ұпайға ({low} … {high} аралығы).',
    en: 'The group without the lesson gained more: by {value} ({low} to {high}).',
  },
  effectUnclear: {
    ru: 'Разница между группами {value} (от {low} до {high}): сказать, что это сделал урок, нельзя.',
    kk: 'Топтардың айырмасы {value} ({low} … {high} аралығы): мұны сабақ жасады деуге болмайды.',
    en: 'The groups differ by {value} ({low} to {high}). It is not certain that the lesson did it.',
  },
  effectFew: {
    ru: 'В одной из групп меньше пяти учеников: сравнить их нельзя.',
    kk: 'Топтардың бірінде бес оқушыдан аз: салыстыру мүмкін емес.',
    en: 'One of the groups has fewer than five pupils: they cannot be compared.',
  },
  noControl: {
    ru: 'Группы сравнения не было. Во второй раз люди отвечают лучше и без урока. Что сделал именно урок, эти цифры не говорят.',
    kk: 'Салыстыру тобы болмады. Екінші рет адам сабақсыз да жақсырақ жауап береді. Дәл сабақ не бергенін бұл сандар айтпайды.',
    en: 'There was no comparison group. People answer better the second time even without a lesson. These figures do not say what the lesson did.',
  },
  interval: {
    ru: 'Полоса показывает, где может лежать настоящее значение (95 %). Чем меньше класс, тем она шире.',
    kk: 'Жолақ нақты мән қай аралықта екенін көрсетеді (95 %). Сынып кіші болса, жолақ кең болады.',
    en: 'The bar shows where the true value may lie (95 %). The smaller the class, the wider it is.',
  },
  caveat: {
    ru: 'Сообщения в анкетах разные, но одинаково трудные. Ученики отвечали сами и без имён.',
    kk: 'Сауалнамадағы хабарламалар әртүрлі, бірақ қиындығы бірдей. Оқушылар өздері, есімсіз жауап берді.',
    en: 'The messages of the forms differ but are equally hard. Pupils answered alone and without names.',
  },
  csv: {
    ru: 'Скачать ответы (CSV)',
    kk: 'Жауаптарды жүктеу (CSV)',
    en: 'Download the answers (CSV)',
  },
  print: { ru: 'Распечатать', kk: 'Басып шығару', en: 'Print' },
} as const satisfies Texts;
