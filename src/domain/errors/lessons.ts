import type { ErrorEntry } from './entry.ts';

/** Lessons that cannot be used, and all that `qorgan lessons check` finds in them. */
export const LESSON_ERRORS = {
  QRG_LESSON_FILE: {
    status: 500,
    message: {
      ru: 'Урок: {file}, {path}: {what}',
      kk: 'Сабақ: {file}, {path}: {what}',
      en: 'Lesson: {file}, {path}: {what}',
    },
    hint: {
      ru: 'Исправьте файл в data/lessons. Как он устроен, написано в docs/reference/lessons.md.',
      kk: 'data/lessons ішіндегі файлды түзетіңіз. Оның құрылымы docs/reference/lessons.md ішінде.',
      en: 'Correct the file in data/lessons. docs/reference/lessons.md says how it is made.',
    },
  },
  // What the check of lessons finds; a finding is data and stops nothing.
  QRG_LESSON_CIRCLE: {
    status: 422,
    message: {
      ru: 'Сцена может не кончиться: к ходу {id} можно вернуться',
      kk: 'Көрініс бітпей қалуы мүмкін: {id} кезеңіне қайта оралуға болады',
      en: 'The scene may never end: one can come back to the turn {id}',
    },
  },
  QRG_LESSON_ID_TWICE: {
    status: 422,
    message: {
      ru: 'Имя {id} стоит дважды',
      kk: '{id} атауы екі рет кездеседі',
      en: 'The id {id} is there twice',
    },
  },
  QRG_LESSON_LOST_WAY: {
    status: 422,
    message: {
      ru: 'Нет ни хода, ни концовки {to}',
      kk: '{to} деген кезең де, аяқталу да жоқ',
      en: 'There is no turn and no ending {to}',
    },
  },
  QRG_LESSON_UNREACHED: {
    status: 422,
    message: {
      ru: 'До {id} нельзя дойти',
      kk: '{id} дегенге жететін жол жоқ',
      en: 'No way leads to {id}',
    },
  },
  QRG_LESSON_TURNS: {
    status: 422,
    message: {
      ru: 'Ходов на самом длинном пути: {turns}, нужно от {least} до {most}',
      kk: 'Ең ұзын жолдағы кезең саны: {turns}, {least} мен {most} аралығында болуы керек',
      en: 'The longest way has {turns} turns; {least} to {most} are wanted',
    },
  },
  QRG_LESSON_NO_ENDING: {
    status: 422,
    message: {
      ru: 'Нет концовки «{decision}», до которой можно дойти',
      kk: '«{decision}» аяқталуына жететін жол жоқ',
      en: 'No ending "{decision}" can be reached',
    },
  },
  QRG_LESSON_NO_WAY_BACK: {
    status: 422,
    message: {
      ru: 'Кто согласился, уже не может передумать: нужен отказ или рассказ взрослому после согласия',
      kk: 'Келіскен адам кейін бас тарта алмайды: келісімнен кейін де бас тарту не үлкенге айту жолы керек',
      en: 'Whoever said yes cannot turn back: a choice after it must refuse, tell or report',
    },
  },
  QRG_LESSON_SIMPLE: {
    status: 422,
    message: {
      ru: 'Для простого варианта оставлено ответов: {simple}, нужно {least}',
      kk: 'Жеңіл нұсқаға қалған жауап саны: {simple}, керегі {least}',
      en: 'The simple variant keeps {simple} choices; {least} are wanted (simple: true)',
    },
  },
  QRG_LESSON_SIMPLE_ENDING: {
    status: 422,
    message: {
      ru: 'В простом варианте не дойти до концовки «{decision}»',
      kk: 'Жеңіл нұсқада «{decision}» аяқталуына жету мүмкін емес',
      en: 'The simple variant reaches no ending "{decision}"',
    },
  },
  QRG_LESSON_NO_COST: {
    status: 422,
    message: {
      ru: 'Тот, кто согласился, не узнаёт потом, кому это навредило: нужны слова человека в later',
      kk: 'Келіскен адам кейін кімге зиян келгенін білмей қалады: later ішінде бір адамның сөзі керек',
      en: 'Whoever took it never hears whom it hurt: later needs the words of a person',
    },
  },
  QRG_LESSON_QUOTE: {
    status: 422,
    message: {
      ru: 'Этих слов нет в сцене',
      kk: 'Бұл сөздер көріністе жоқ',
      en: 'The scene does not hold these words',
    },
  },
  QRG_LESSON_GENUINE_TECHNIQUE: {
    status: 422,
    message: {
      ru: 'У честного предложения не бывает приёма давления: {technique}; напишите null',
      kk: 'Шынайы ұсыныста қысым жасау айла-тәсілі болмайды: {technique}; null деп жазыңыз',
      en: 'A genuine offer has no technique of pressure: {technique}; write null',
    },
  },
  QRG_LESSON_TECHNIQUE_UNSAID: {
    status: 422,
    message: {
      ru: 'В разборе назван приём {technique}, но ни одна реплика им не помечена',
      kk: 'Талдауда {technique} айла-тәсілі аталған, бірақ бірде-бір сөз онымен белгіленбеген',
      en: 'The debrief names {technique}, which no bubble is marked with',
    },
  },
  QRG_LESSON_NO_TECHNIQUE: {
    status: 422,
    message: {
      ru: 'Разбор ловушки не называет ни одного приёма',
      kk: 'Қақпанның талдауында бірде-бір айла-тәсіл аталмаған',
      en: 'The debrief of a trap names no technique',
    },
  },
  QRG_LESSON_BALANCE: {
    status: 422,
    message: {
      ru: 'Ловушек {traps}, честных предложений {genuine}: должно быть поровну',
      kk: 'Қақпан саны {traps}, шынайы ұсыныс саны {genuine}: тең болуы керек',
      en: '{traps} traps and {genuine} genuine offers: there must be as many',
    },
  },
  QRG_LESSON_LENGTH_TELLS: {
    status: 422,
    message: {
      ru: 'Длина выдаёт ответ ({language}): в ловушках в среднем {traps} слов, в честных предложениях {genuine}',
      kk: 'Мәтін ұзындығы жауапты айтып қояды ({language}): қақпанда орта есеппен {traps} сөз, шынайы ұсыныста {genuine}',
      en: 'The length gives the answer away ({language}): traps have {traps} words on average, genuine offers {genuine}',
    },
  },
  QRG_LESSON_TITLE: {
    status: 422,
    message: {
      ru: 'Заголовок выдаёт ответ: {word}',
      kk: 'Тақырып жауапты айтып қояды: {word}',
      en: 'The title gives the answer away: {word}',
    },
  },
  QRG_LESSON_CHANNEL_TELLS: {
    status: 422,
    message: {
      ru: 'Канал {channel} выдаёт ответ: здесь только {kind}',
      kk: '{channel} арнасы жауапты айтып қояды: мұнда тек {kind}',
      en: 'The channel {channel} gives the answer away: it holds only {kind}',
    },
  },
  QRG_LESSON_CHANNELS: {
    status: 422,
    message: {
      ru: 'Каналов {channels}, нужно не меньше {least}',
      kk: 'Арналар саны {channels}, кемінде {least} керек',
      en: '{channels} channels; at least {least} are wanted',
    },
  },
  QRG_LESSON_TECHNIQUE_UNUSED: {
    status: 422,
    message: {
      ru: 'Ни в одной сцене-ловушке нет приёма {technique}',
      kk: 'Бірде-бір қақпан көрінісінде {technique} айла-тәсілі жоқ',
      en: 'No scene of a trap uses the technique {technique}',
    },
  },
  QRG_LESSON_WRONG_NAMES: {
    status: 422,
    message: {
      ru: 'Неверные названия повторяют верное ({technique}) или друг друга',
      kk: 'Қате атаулар дұрысын ({technique}) не бірін-бірі қайталайды',
      en: 'The wrong names repeat the right one ({technique}) or each other',
    },
  },
  QRG_LESSON_FEW_LINES: {
    status: 422,
    message: {
      ru: 'Для приёма {technique} строк: {count}, нужно не меньше {least}',
      kk: '{technique} айла-тәсіліне арналған жол саны: {count}, кемінде {least} керек',
      en: '{count} lines for the technique {technique}; at least {least} are wanted',
    },
  },
  QRG_LESSON_NO_FORM: {
    status: 422,
    message: {
      ru: 'Нет формы {form}',
      kk: '{form} нысаны жоқ',
      en: 'There is no form {form}',
    },
  },
  QRG_LESSON_ITEM_ID: {
    status: 422,
    message: {
      ru: 'Номер {id} должен начинаться с имени формы {form}',
      kk: '{id} нөмірі {form} нысанының атауынан басталуы керек',
      en: 'The id {id} must begin with the name of the form, {form}',
    },
  },
  QRG_LESSON_PAIR: {
    status: 422,
    message: {
      ru: 'Пара {pair} должна стоять в формах {first} и {second} по одному разу',
      kk: '{pair} жұбы {first} мен {second} нысандарында бір-бір реттен тұруы керек',
      en: 'The pair {pair} must stand once in each of the forms {first} and {second}',
    },
  },
  QRG_LESSON_PAIR_DIFFERS: {
    status: 422,
    message: {
      ru: 'У пары {pair} поле {what} не такое, как в форме {first}',
      kk: '{pair} жұбының {what} өрісі {first} нысанындағыдай емес',
      en: '{what} of the pair {pair} is not what it is in the form {first}',
    },
  },
  QRG_LESSON_MET_BEFORE: {
    status: 422,
    message: {
      ru: 'Это уже есть в другом месте: {where}',
      kk: 'Мұндай мәтін басқа жерде бар: {where}',
      en: 'This is met elsewhere already: {where}',
    },
  },
  QRG_LESSON_NO_PLAN: {
    status: 422,
    message: {
      ru: 'Нет плана урока на {minutes} минут',
      kk: '{minutes} минуттық сабақ жоспары жоқ',
      en: 'There is no plan for a lesson of {minutes} minutes',
    },
  },
  QRG_LESSON_PLAN_MINUTES: {
    status: 422,
    message: {
      ru: 'Урок на {minutes} минут, а шаги занимают {sum}',
      kk: 'Сабақ {minutes} минут, ал қадамдары {sum} минут алады',
      en: 'The lesson takes {minutes} minutes and its steps {sum}',
    },
  },
  QRG_LESSON_SAME_TEXT: {
    status: 422,
    message: {
      ru: 'Текст на двух языках один и тот же: {first}, {second}',
      kk: 'Екі тілдегі мәтін бірдей: {first}, {second}',
      en: 'The text is the same in two languages: {first}, {second}',
    },
  },
  QRG_LESSON_LETTERS: {
    status: 422,
    message: {
      ru: 'Буквы не того языка: здесь должен быть {language}',
      kk: 'Әріптері басқа тілдікі: мұнда {language} болуы керек',
      en: 'Letters of another language: this should be {language}',
    },
  },
  QRG_LESSON_LONG_SENTENCE: {
    status: 422,
    message: {
      ru: 'В предложении {words} слов, можно не больше {most}',
      kk: 'Сөйлемде {words} сөз бар, {most} сөзден аспауы керек',
      en: 'A sentence has {words} words; at most {most} are read with ease',
    },
  },
  QRG_LESSON_LONG_SENTENCES: {
    status: 422,
    message: {
      ru: 'В среднем {words} слов в предложении, можно не больше {most}',
      kk: 'Сөйлемде орта есеппен {words} сөз бар, {most} сөзден аспауы керек',
      en: 'Sentences have {words} words on average; at most {most} are read with ease',
    },
  },
  QRG_LESSON_DASHES: {
    status: 422,
    message: {
      ru: 'Два тире в одном предложении: разделите его',
      kk: 'Бір сөйлемде екі сызықша бар: бөліп жазыңыз',
      en: 'Two dashes in one sentence: divide it',
    },
  },
  QRG_LESSON_CONTACT: {
    status: 422,
    message: {
      ru: 'Похоже на настоящий контакт: {contact}. Годятся @example_…, example.kz, +7 700 000 00 XX',
      kk: 'Шын байланыс дерегіне ұқсайды: {contact}. @example_…, example.kz, +7 700 000 00 XX жарайды',
      en: 'This could be a real contact: {contact}. Use @example_…, example.kz, +7 700 000 00 XX',
    },
  },
  QRG_LESSON_HOW_TO: {
    status: 422,
    message: {
      ru: 'Слова «{words}» учат делать, а не отказываться ({id}): {reason}',
      kk: '«{words}» сөздері бас тартуды емес, істеуді үйретеді ({id}): {reason}',
      en: 'The words "{words}" teach the doing and not the refusing ({id}): {reason}',
    },
  },
  QRG_LESSON_PATTERN: {
    status: 422,
    message: {
      ru: 'Образец не читается как регулярное выражение',
      kk: 'Үлгі тұрақты өрнек ретінде оқылмайды',
      en: 'The pattern is no regular expression',
    },
  },
  QRG_LESSON_PATTERN_MISSES: {
    status: 422,
    message: {
      ru: 'Образец не находит «{words}»',
      kk: 'Үлгі «{words}» сөздерін таппайды',
      en: 'The pattern does not find "{words}"',
    },
  },
  QRG_LESSON_PATTERN_BROAD: {
    status: 422,
    message: {
      ru: 'Образец задевает «{words}»',
      kk: 'Үлгі «{words}» сөздерін де ұстайды',
      en: 'The pattern catches "{words}"',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
