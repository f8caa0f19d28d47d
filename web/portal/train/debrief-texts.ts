import type { Texts } from '../say.ts';

export const DEBRIEF = {
  trapDeclined: {
    ru: 'Это ловушка. Отказаться получилось',
    kk: 'Бұл қақпан еді. Сен одан бас тарттың',
    en: 'It was a trap. You said no',
  },
  trapTook: {
    ru: 'Это ловушка. В этот раз она сработала',
    kk: 'Бұл қақпан еді. Бұл жолы ол байқалмай қалды',
    en: 'It was a trap. This time it worked',
  },
  genuineTook: {
    ru: 'Здесь всё было честно. Доверие не подвело',
    kk: 'Мұнда бәрі адал еді. Сенгенің дұрыс болды',
    en: 'It was all honest. Your trust was right',
  },
  genuineDeclined: {
    ru: 'Здесь всё было честно. Это не ловушка',
    kk: 'Мұнда бәрі адал еді. Бұл қақпан емес',
    en: 'It was all honest. It was no trap',
  },
  trap: { ru: 'Ловушка', kk: 'Қақпан', en: 'Trap' },
  genuine: { ru: 'Честное предложение', kk: 'Шынайы ұсыныс', en: 'Genuine offer' },
  calm: {
    ru: 'Здесь это ничего не стоило. Теперь ты знаешь, как это выглядит.',
    kk: 'Мұнда одан ештеңе жоғалтпадың. Енді оның түрін танисың.',
    en: 'Here it cost you nothing. Now you know what it looks like.',
  },
  chosen: { ru: 'Твои ответы', kk: 'Сенің жауаптарың', en: 'Your answers' },
  tellsTrap: {
    ru: 'Что можно было заметить',
    kk: 'Нені байқауға болатын еді',
    en: 'What could be seen',
  },
  tellsGenuine: {
    ru: 'По чему видно, что всё честно',
    kk: 'Адал екені неден көрінеді',
    en: 'How you can tell it is honest',
  },
  answer: { ru: 'Что ответить', kk: 'Не деп жауап беру керек', en: 'What to answer' },
  genuineWould: {
    ru: 'А как бывает честно',
    kk: 'Ал адал ұсыныс қандай болады',
    en: 'What an honest offer has',
  },
  genuineWas: { ru: 'Почему это честно', kk: 'Неге бұл адал ұсыныс', en: 'Why it is honest' },
  now: {
    ru: 'Если такое случится с тобой',
    kk: 'Сенімен осылай болса',
    en: 'If this happens to you',
  },
  exit: {
    ru: 'Такое уже случилось? Вот что делать',
    kk: 'Осындай жағдай болып қойды ма? Не істеу керек',
    en: 'Has it happened already? What to do',
  },
  nextScene: { ru: 'Следующая сцена', kk: 'Келесі көрініс', en: 'Next scene' },
  again: { ru: 'Сыграть ещё раз', kk: 'Қайта ойнау', en: 'Play again' },
  allScenes: { ru: 'Все сцены', kk: 'Барлық көрініс', en: 'All scenes' },
} as const satisfies Texts;
