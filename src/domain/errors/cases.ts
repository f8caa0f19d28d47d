import type { ErrorEntry } from './entry.ts';

/** Cases. */
export const CASE_ERRORS = {
  QRG_CASE_FILES: {
    status: 409,
    message: {
      ru: 'В деле уже {most} файлов',
      kk: 'Істе {most} файл бар, бұдан көп сыймайды',
      en: 'The case has {most} files already',
    },
  },
  QRG_CASE_FILE_CHANGED: {
    status: 409,
    message: {
      ru: 'Файл на диске не тот, что был принят: его не отдают',
      kk: 'Дискідегі файл қабылданғаннан өзгеше, сондықтан берілмейді',
      en: 'The file on disk is not the one that was taken in: it is not served',
    },
    hint: {
      ru: 'Верните папку cases из резервной копии и сообщите аудитору',
      kk: 'cases қалтасын сақтық көшірмеден қалпына келтіріп, аудиторға хабарлаңыз',
      en: 'Bring the folder cases back from a backup, and tell the auditor',
    },
  },
  QRG_CASE_FILE_EMPTY: {
    status: 422,
    message: { ru: 'Файл пуст', kk: 'Файл бос', en: 'The file is empty' },
  },
  QRG_CASE_FILE_LARGE: {
    status: 413,
    message: {
      ru: 'Файл больше {mb} МБ',
      kk: 'Файл {mb} МБ-тан үлкен',
      en: 'The file is larger than {mb} MB',
    },
  },
  QRG_CASE_FILE_UNKNOWN: {
    status: 404,
    message: {
      ru: 'В деле нет такого файла',
      kk: 'Істе мұндай файл жоқ',
      en: 'The case has no such file',
    },
  },
  QRG_CASE_FACT: {
    status: 422,
    message: {
      ru: 'Такое значение этому утверждению не подходит: {fact}',
      kk: 'Бұл тұжырымға мұндай мән сай келмейді: {fact}',
      en: 'This value does not fit the fact: {fact}',
    },
  },
  QRG_CASE_FACT_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого утверждения, или его уже отозвали',
      kk: 'Мұндай тұжырым жоқ немесе ол кері қайтарылған',
      en: 'There is no such fact, or it was withdrawn',
    },
  },
  QRG_CASE_FOUR_EYES: {
    status: 409,
    message: {
      ru: 'С таким исходом дело закрывают вдвоём: один предлагает, другой решает',
      kk: 'Мұндай нәтижемен істі екі адам жабады: бірі ұсынады, екіншісі шешеді',
      en: 'Two people close a case with this outcome: one proposes, another decides',
    },
  },
  QRG_CASE_ITEM_EXISTS: {
    status: 409,
    message: {
      ru: 'Это уже в деле: {item}',
      kk: 'Бұл істе бар: {item}',
      en: 'The case has it already: {item}',
    },
  },
  QRG_CASE_ITEM_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Не найдено: {item}',
      kk: 'Табылмады: {item}',
      en: 'Not found: {item}',
    },
  },
  QRG_CASE_LIMIT: {
    status: 409,
    message: {
      ru: 'Больше в дело не помещается: {what}, не больше {most}',
      kk: 'Іске бұдан көп сыймайды: {what}, ең көбі {most}',
      en: 'The case takes no more: {what}, at most {most}',
    },
    hint: {
      ru: 'Разделите дело',
      kk: 'Істі бөліңіз',
      en: 'Split the case',
    },
  },
  QRG_CASE_MERGE: {
    status: 409,
    message: {
      ru: 'С этим делом объединить нельзя',
      kk: 'Бұл іспен біріктіруге болмайды',
      en: 'It cannot be merged with that case',
    },
    hint: {
      ru: 'Объединяют два открытых дела одной организации, где ни одно предложение не ждёт решения',
      kk: 'Бір ұйымның шешім күткен ұсынысы жоқ екі ашық ісі біріктіріледі',
      en: 'Two open cases of one institution merge, while no proposal in them waits for a decision',
    },
  },
  QRG_CASE_PERSON: {
    status: 403,
    message: {
      ru: 'Это решает человек, а не программа',
      kk: 'Мұны бағдарлама емес, адам шешеді',
      en: 'A person decides this, not a program',
    },
  },
  QRG_CASE_PROPOSAL_OPEN: {
    status: 409,
    message: {
      ru: 'Такое предложение уже ждёт решения',
      kk: 'Мұндай ұсыныс шешім күтіп тұр',
      en: 'Such a proposal waits for a decision already',
    },
  },
  QRG_CASE_PROPOSAL_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого предложения, или его уже решили',
      kk: 'Мұндай ұсыныс жоқ немесе ол шешіліп қойған',
      en: 'There is no such proposal, or it was decided',
    },
  },
  QRG_CASE_ROLE: {
    status: 403,
    message: {
      ru: 'Вашей роли это не разрешено: {act}',
      kk: 'Рөліңізге бұл әрекетке рұқсат жоқ: {act}',
      en: 'Your role may not do this: {act}',
    },
  },
  QRG_CASE_SAME_PERSON: {
    status: 403,
    message: {
      ru: 'Это решает другой человек, не тот, кто предложил',
      kk: 'Мұны ұсынған адам емес, басқа адам шешеді',
      en: 'Another person decides this, not the one who proposed it',
    },
  },
  QRG_CASE_SPLIT: {
    status: 422,
    message: {
      ru: 'Отделить можно часть того, что есть в деле, но не всё',
      kk: 'Істегінің бір бөлігін ғана бөлуге болады, бәрін емес',
      en: 'A part of what the case has may be split off, not all of it',
    },
  },
  QRG_CASE_STATE: {
    status: 409,
    message: {
      ru: 'В состоянии «{state}» это невозможно: {act}',
      kk: '«{state}» күйінде бұл мүмкін емес: {act}',
      en: 'Not possible in state {state}: {act}',
    },
  },
  QRG_CASE_TAKEN: {
    status: 409,
    message: {
      ru: 'Дело ведёт другой человек',
      kk: 'Істі басқа адам жүргізіп жатыр',
      en: 'Another person works on the case',
    },
    hint: {
      ru: 'Передаёт дело супервизор',
      kk: 'Істі супервизор тапсырады',
      en: 'A supervisor hands it over',
    },
  },
  QRG_CASE_TASKS_OPEN: {
    status: 409,
    message: {
      ru: 'Не закончены задачи: {count}',
      kk: 'Аяқталмаған тапсырмалар: {count}',
      en: 'Tasks that are not finished: {count}',
    },
    hint: {
      ru: 'Отметьте их сделанными или снимите с объяснением',
      kk: 'Оларды орындалды деп белгілеңіз немесе түсіндіріп алып тастаңыз',
      en: 'Say that they are done, or drop them with a reason',
    },
  },
  QRG_CASE_TASK_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такой задачи, или она закончена',
      kk: 'Мұндай тапсырма жоқ немесе аяқталған',
      en: 'There is no such task, or it is finished',
    },
  },
  QRG_CASE_TIME: {
    status: 422,
    message: {
      ru: 'Это время ещё не наступило',
      kk: 'Бұл уақыт әлі келген жоқ',
      en: 'That time is still to come',
    },
  },
  QRG_CASE_TLP: {
    status: 403,
    message: {
      ru: 'Метку TLP смягчает супервизор',
      kk: 'TLP белгісін супервизор ғана жеңілдетеді',
      en: 'Only a supervisor makes a TLP mark less strict',
    },
  },
  QRG_CASE_UNKNOWN: {
    status: 404,
    message: { ru: 'Нет такого дела', kk: 'Мұндай іс жоқ', en: 'There is no such case' },
  },
  QRG_CASE_USER: {
    status: 422,
    message: {
      ru: 'Этот человек не ведёт дел вашей организации',
      kk: 'Бұл адам ұйымыңыздың істерін жүргізбейді',
      en: 'That person works on no cases of your institution',
    },
  },
  QRG_CASE_VERSION: {
    status: 409,
    message: {
      ru: 'Пока вы смотрели, дело изменили: версия теперь {version}',
      kk: 'Сіз қарап отырғанда іс өзгерді: қазір {version}-нұсқа',
      en: 'The case has changed since you looked: it is at version {version} now',
    },
    hint: {
      ru: 'Посмотрите, что изменилось, и повторите',
      kk: 'Не өзгергенін қарап, қайталаңыз',
      en: 'Look at what changed, and do it again',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
