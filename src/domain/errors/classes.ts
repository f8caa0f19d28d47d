import type { ErrorEntry } from './entry.ts';

/** Classes of a teacher, and what a teacher prints. */
export const CLASS_ERRORS = {
  QRG_CLASS_CODE: {
    status: 404,
    message: {
      ru: 'Класса с таким кодом нет',
      kk: 'Мұндай кодпен сынып табылмады',
      en: 'There is no class with this code',
    },
    hint: {
      ru: 'Сверьте код с экраном. Класс живёт 60 дней',
      kk: 'Кодты экранмен салыстырыңыз. Сынып 60 күн сақталады',
      en: 'Compare the code with the screen. A class lives for 60 days',
    },
  },
  QRG_CLASS_FEW: {
    status: 409,
    message: {
      ru: 'Учеников меньше {least}: результаты не показываем, чтобы никого нельзя было узнать',
      kk: 'Оқушы саны {least} адамнан аз: ешкім танылып қалмауы үшін нәтиже көрсетілмейді',
      en: 'Fewer than {least} pupils: no results are shown, so that nobody can be recognised',
    },
  },
  QRG_CLASS_FULL: {
    status: 409,
    message: {
      ru: 'В классе уже {most} учеников',
      kk: 'Сыныпта {most} оқушы бар, орын қалмады',
      en: 'The class has {most} pupils already',
    },
    hint: {
      ru: 'Откройте второй класс',
      kk: 'Екінші сынып ашыңыз',
      en: 'Open a second class',
    },
  },
  QRG_CLASS_ITEM: {
    status: 422,
    message: {
      ru: 'Такого вопроса нет в вашей анкете: {item}',
      kk: 'Сауалнамаңызда мұндай сұрақ жоқ: {item}',
      en: 'Your form has no such item: {item}',
    },
  },
  QRG_CLASS_JOIN_CLOSED: {
    status: 409,
    message: {
      ru: 'В этот класс больше не войти: вторая анкета закончилась',
      kk: 'Бұл сыныпқа енді қосылу мүмкін емес: екінші сауалнама аяқталды',
      en: 'This class takes nobody any more: its second form is over',
    },
  },
  QRG_CLASS_KEY: {
    status: 404,
    message: {
      ru: 'Класса с таким ключом нет',
      kk: 'Мұндай кілтпен сынып табылмады',
      en: 'There is no class with this key',
    },
    hint: {
      ru: 'Откройте ссылку учителя целиком. Через 60 дней класс удаляется',
      kk: 'Мұғалім сілтемесін толық ашыңыз. Сынып 60 күннен кейін жойылады',
      en: 'Open the whole link of the teacher. A class is deleted after 60 days',
    },
  },
  QRG_CLASS_LEARNER: {
    status: 404,
    message: {
      ru: 'В этом классе нет ученика с таким кодом',
      kk: 'Бұл сыныпта мұндай коды бар оқушы жоқ',
      en: 'This class has no pupil with this code',
    },
  },
  QRG_CLASS_MANY: {
    status: 503,
    message: {
      ru: 'Сейчас открыто слишком много классов',
      kk: 'Қазір ашық сыныптар тым көп',
      en: 'Too many classes are open at present',
    },
    hint: {
      ru: 'Попробуйте завтра',
      kk: 'Ертең қайталап көріңіз',
      en: 'Try again tomorrow',
    },
  },
  QRG_CLASS_OFTEN: {
    status: 429,
    message: {
      ru: 'Слишком много попыток. Повторите через {seconds} с',
      kk: 'Әрекет тым көп. {seconds} секундтан кейін қайталаңыз',
      en: 'Too many tries. Try again in {seconds} s',
    },
  },
  QRG_CLASS_RESULTS_EARLY: {
    status: 409,
    message: {
      ru: 'Результаты появятся, когда вы завершите класс',
      kk: 'Нәтиже сіз сыныпты аяқтағаннан кейін шығады',
      en: 'Results appear when you end the class',
    },
    hint: {
      ru: 'Закройте все анкеты или завершите без последней',
      kk: 'Барлық сауалнаманы жабыңыз немесе соңғысынсыз аяқтаңыз',
      en: 'Close all forms, or end without the last one',
    },
  },
  QRG_CLASS_SITTING: {
    status: 409,
    message: {
      ru: 'Эта анкета сейчас закрыта',
      kk: 'Бұл сауалнама қазір жабық',
      en: 'This form is closed now',
    },
  },
  QRG_CLASS_STEP: {
    status: 409,
    message: {
      ru: 'Такой шаг сейчас невозможен: класс уже на другом',
      kk: 'Бұл қадамды қазір жасау мүмкін емес: сынып басқа кезеңде',
      en: 'This step is not possible now: the class is at another one',
    },
  },
  QRG_MATERIAL_LONG: {
    status: 500,
    message: {
      ru: 'Текст не помещается на лист: {name}, «{text}»',
      kk: 'Мәтін параққа сыймайды: {name}, «{text}»',
      en: 'A text does not fit its page: {name}, “{text}”',
    },
    hint: {
      ru: 'Сократите его в data/lessons/plans.yaml',
      kk: 'Оны data/lessons/plans.yaml ішінде қысқартыңыз',
      en: 'Shorten it in data/lessons/plans.yaml',
    },
  },
  QRG_MATERIAL_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого материала: {name}',
      kk: 'Мұндай материал жоқ: {name}',
      en: 'There is no such material: {name}',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
