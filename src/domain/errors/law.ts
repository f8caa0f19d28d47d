import type { ErrorEntry } from './entry.ts';

/** Data of law that cannot be used, and acts on a hold that the law or the rule of two persons does not allow. */
export const LAW_ERRORS = {
  QRG_LAW_FILE: {
    status: 500,
    message: {
      ru: 'Данные о праве: {file}, {path}: {what}',
      kk: 'Құқықтық деректер: {file}, {path}: {what}',
      en: 'Data of law: {file}, {path}: {what}',
    },
    hint: {
      ru: 'Исправьте файл в папке data/law. Как он устроен, написано в его начале.',
      kk: 'data/law қалтасындағы файлды түзетіңіз. Оның құрылымы файлдың басында жазылған.',
      en: 'Correct the file in data/law. Its head says how it is made.',
    },
  },
  // Mostly a day that a person said: nothing is broken.
  QRG_LAW_CALENDAR_YEAR: {
    status: 422,
    message: {
      ru: 'Нет календаря рабочих дней на {year} год: срок в рабочих днях посчитать нельзя',
      kk: '{year} жылғы жұмыс күндерінің күнтізбесі жоқ: жұмыс күнімен берілген мерзімді есептеу мүмкін емес',
      en: 'There is no calendar of working days for {year}: a term in working days cannot be counted',
    },
    hint: {
      ru: 'Добавьте год в data/law/kz/calendar.yaml по официальному производственному календарю.',
      kk: 'Ресми өндірістік күнтізбе бойынша жылды data/law/kz/calendar.yaml файлына қосыңыз.',
      en: 'Add the year to data/law/kz/calendar.yaml from the official calendar of working days.',
    },
  },
  QRG_LAW_TERM_VALUE: {
    status: 500,
    message: {
      ru: 'Срок в {value} дней не годится: нужно целое число от 0 до 366',
      kk: '{value} күндік мерзім жарамсыз: 0 мен 366 аралығындағы бүтін сан керек',
      en: 'A term of {value} days is no use: a whole number from 0 to 366 is needed',
    },
  },
  // Mostly a day that a person said: nothing is broken.
  QRG_LAW_TERM_PERIOD: {
    status: 422,
    message: {
      ru: 'Для этого дня нет действующей редакции срока «{term}»',
      kk: 'Бұл күн үшін «{term}» мерзімінің қолданыстағы редакциясы жоқ',
      en: 'No edition of the term "{term}" is in force on this day',
    },
    hint: {
      ru: 'Добавьте редакцию в data/law/kz/terms.yaml.',
      kk: 'Редакцияны data/law/kz/terms.yaml файлына қосыңыз.',
      en: 'Add the edition to data/law/kz/terms.yaml.',
    },
  },
  QRG_LAW_AMOUNT_YEAR: {
    status: 500,
    message: {
      ru: 'Нет минимальной заработной платы на {year} год: предел посчитать нельзя',
      kk: '{year} жылғы ең төмен жалақы көрсетілмеген: шекті есептеу мүмкін емес',
      en: 'There is no minimum wage for {year}: the limit cannot be counted',
    },
    hint: {
      ru: 'Добавьте год в minimum_wage файла data/law/kz/client-rights.yaml.',
      kk: 'Жылды data/law/kz/client-rights.yaml файлының minimum_wage бөліміне қосыңыз.',
      en: 'Add the year to minimum_wage in data/law/kz/client-rights.yaml.',
    },
  },
  QRG_LAW_COUNTRY: {
    status: 404,
    message: {
      ru: 'Нет данных о праве этой страны: {country}',
      kk: 'Бұл елдің құқығы туралы деректер жоқ: {country}',
      en: 'There are no data of the law of this country: {country}',
    },
    hint: {
      ru: 'Страна — это папка в data/law; как её добавить, сказано в docs/explanation/qualification.md.',
      kk: 'Ел — data/law ішіндегі қалта; оны қалай қосу керегі docs/explanation/qualification.md ішінде.',
      en: 'A country is a folder in data/law; docs/explanation/qualification.md says how to add one.',
    },
  },
  QRG_LAW_OFFENCE_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такой нормы: {offence}',
      kk: 'Мұндай норма жоқ: {offence}',
      en: 'There is no such provision: {offence}',
    },
  },
  QRG_LAW_OFFENCE_PERIOD: {
    status: 404,
    message: {
      ru: 'На {date} нет прочитанной редакции нормы {offence}',
      kk: '{date} күніне {offence} нормасының оқылған редакциясы жоқ',
      en: 'No edition of {offence} that was read holds on {date}',
    },
    hint: {
      ru: 'Выберите другой день или добавьте редакцию в data/law.',
      kk: 'Басқа күнді таңдаңыз немесе редакцияны data/law қалтасына қосыңыз.',
      en: 'Choose another day, or add the edition to data/law.',
    },
  },
  QRG_LAW_DAYS: {
    status: 422,
    message: {
      ru: 'Второй день сравнения раньше первого: {from}, {to}',
      kk: 'Салыстырудың екінші күні біріншісінен бұрын: {from}, {to}',
      en: 'The second day of the comparison is before the first: {from}, {to}',
    },
  },
  QRG_LAW_TEXTS_FOLDER: {
    status: 422,
    message: {
      ru: 'В папке нет текстов законов: {folder}',
      kk: 'Қалтада заң мәтіндері жоқ: {folder}',
      en: 'The folder holds no texts of law: {folder}',
    },
    hint: {
      ru: 'Нужны файлы .md с заголовком «Статья N.» у каждой статьи; имя акта — в первой строке или в пути.',
      kk: 'Әр бабы «N-бап.» немесе «Статья N.» тақырыбымен басталатын .md файлдары керек; акт атауы бірінші жолда не жолында болады.',
      en: 'It takes .md files with a heading "Статья N." for each article, and the act named in the first line or in the path.',
    },
  },
  QRG_LAW_TEXTS_MANY: {
    status: 422,
    message: {
      ru: 'В папке больше {most} файлов .md',
      kk: 'Қалтада .md файлдары {most}-тен көп',
      en: 'The folder holds more than {most} .md files',
    },
  },
  QRG_HOLD_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такой приостановки',
      kk: 'Мұндай тоқтату жоқ',
      en: 'There is no such hold',
    },
  },
  QRG_HOLD_TRANSFER: {
    status: 404,
    message: {
      ru: 'Нет такого перевода среди тех, о которых сообщила ваша организация',
      kk: 'Ұйымыңыз хабарлаған аударымдардың арасында мұндайы жоқ',
      en: 'There is no such transfer among those your institution told of',
    },
  },
  QRG_HOLD_EXISTS: {
    status: 409,
    message: {
      ru: 'По этому переводу уже есть приостановка',
      kk: 'Бұл аударым бойынша тоқтату бұрыннан бар',
      en: 'This transfer has a hold already',
    },
    hint: {
      ru: 'Добавьте основание к ней.',
      kk: 'Негізді соған қосыңыз.',
      en: 'Add the ground to that one.',
    },
  },
  QRG_HOLD_TASK: {
    status: 404,
    message: {
      ru: 'У вашей организации нет такого поручения',
      kk: 'Ұйымыңызда мұндай тапсырма жоқ',
      en: 'Your institution has no such task',
    },
  },
  QRG_HOLD_TIME: {
    status: 422,
    message: {
      ru: 'Время чужого решения не может быть в будущем',
      kk: 'Басқа органның шешім уақыты болашақта болуы мүмкін емес',
      en: 'A decision of another body cannot lie in the future',
    },
  },
  QRG_HOLD_VERSION: {
    status: 409,
    message: {
      ru: 'Приостановку уже изменил кто-то другой',
      kk: 'Бұл тоқтатуды басқа біреу өзгертіп қойған',
      en: 'Somebody else has changed this hold meanwhile',
    },
    hint: {
      ru: 'Откройте её заново и решите по новым сведениям.',
      kk: 'Оны қайта ашып, жаңа мәлімет бойынша шешіңіз.',
      en: 'Open it again and decide by what it says now.',
    },
  },
  QRG_HOLD_STATE: {
    status: 409,
    message: {
      ru: 'Действие «{act}» невозможно в состоянии «{state}»',
      kk: '«{state}» күйінде «{act}» әрекетін жасау мүмкін емес',
      en: 'The act "{act}" is not possible in the state "{state}"',
    },
  },
  QRG_HOLD_PERSON: {
    status: 403,
    message: {
      ru: 'Решение о приостановке принимает конкретный сотрудник, а не программа',
      kk: 'Тоқтату туралы шешімді бағдарлама емес, нақты қызметкер қабылдайды',
      en: 'A named person decides about a hold, not a program',
    },
    hint: {
      ru: 'Войдите под своим именем: ключ доступа программы здесь не годится.',
      kk: 'Өз атыңызбен кіріңіз: бағдарламаның кілті мұнда жарамайды.',
      en: 'Sign in under your own name: a program key is no use here.',
    },
  },
  QRG_HOLD_ROLE: {
    status: 403,
    message: {
      ru: 'Ваша роль не даёт права на действие «{act}»',
      kk: 'Рөліңіз «{act}» әрекетіне құқық бермейді',
      en: 'Your role does not allow the act "{act}"',
    },
  },
  QRG_HOLD_SAME_PERSON: {
    status: 403,
    message: {
      ru: 'Действие «{act}» должен сделать другой человек, не тот, кто уже решал по этой приостановке',
      kk: '«{act}» әрекетін осы тоқтату бойынша бұрын шешім қабылдаған адам емес, басқа адам жасауы керек',
      en: 'The act "{act}" is for another person than the one who already decided on this hold',
    },
  },
  QRG_HOLD_SECOND_PERSON: {
    status: 409,
    message: {
      ru: 'Сторона числится в списке: для действия «{act}» сначала нужна просьба первого человека',
      kk: 'Тарап тізімде бар: «{act}» әрекеті үшін алдымен бірінші қызметкердің өтінімі керек',
      en: 'A party stands on a list: the act "{act}" needs a first person to ask for it',
    },
    hint: {
      ru: 'Один человек просит снять приостановку и называет причину, второй — руководитель — снимает.',
      kk: 'Бір қызметкер себебін көрсетіп, тоқтатуды алып тастауды сұрайды, ал екіншісі – басшы – оны алып тастайды.',
      en: 'One person asks for the release with a reason; a second one, a supervisor, releases.',
    },
  },
  QRG_HOLD_REASON: {
    status: 422,
    message: {
      ru: 'Назовите причину: от {least} до {most} знаков',
      kk: 'Себебін жазыңыз: {least} мен {most} таңба аралығында',
      en: 'Give a reason of {least} to {most} characters',
    },
  },
  QRG_HOLD_GROUND: {
    status: 422,
    message: {
      ru: 'Нет основания в законе, на котором это действие возможно',
      kk: 'Бұл әрекетке заңда негіз жоқ',
      en: 'No ground in law allows this act here',
    },
  },
  QRG_HOLD_TERM_OVER: {
    status: 409,
    message: {
      ru: 'Срок приостановки истёк: новое основание того же закона его не продлевает',
      kk: 'Тоқтату мерзімі өтіп кетті: сол заңның жаңа негізі оны ұзартпайды',
      en: 'The term of the hold is over: another ground of the same law does not lengthen it',
    },
  },
  QRG_HOLD_BASIS: {
    status: 409,
    message: {
      ru: 'Основание «{basis}» не снимает эту приостановку: деньги держит ещё и другое основание закона или чужое решение',
      kk: '«{basis}» негізі бұл тоқтатуды алып тастамайды: ақшаны заңның басқа негізі не басқа органның шешімі де ұстап тұр',
      en: 'The basis "{basis}" does not lift this hold: another ground in law, or the decision of another body, keeps the money too',
    },
  },
  QRG_HOLD_REFUND_DUTY: {
    status: 409,
    message: {
      ru: 'Получатель числится в базе событий антифрод-центра: исполнив перевод на {amount}, банк обязан возместить эти деньги клиенту (статья 25-1, пункт 7)',
      kk: 'Ақша алушы антифрод-орталықтың оқиғалар базасында бар: {amount} сомасындағы аударымды орындаған банк бұл ақшаны клиентке өтеуге міндетті (25-1-баптың 7-тармағы)',
      en: "The payee stands in the centre's base of events: having executed the transfer of {amount}, the bank refunds it to the client (25-1(7))",
    },
    hint: {
      ru: 'Снять можно, только подтвердив, что вы это знаете (acknowledgedRefundDuty).',
      kk: 'Мұны білетініңізді растасаңыз ғана алып тастауға болады (acknowledgedRefundDuty).',
      en: 'Release it only by saying that you know this (acknowledgedRefundDuty).',
    },
  },
  QRG_HOLD_REFUSAL_GROUND: {
    status: 409,
    message: {
      ru: 'Основания этой приостановки не дают права отказать в переводе',
      kk: 'Бұл тоқтатудың негіздері аударымнан бас тартуға құқық бермейді',
      en: 'The grounds of this hold do not allow refusing the transfer',
    },
  },
  QRG_HOLD_PROSECUTOR: {
    status: 409,
    message: {
      ru: 'Деньги возвращают только по постановлению, с которым согласился прокурор',
      kk: 'Ақша прокурор келіскен қаулы бойынша ғана қайтарылады',
      en: 'Money is returned only by a resolution that the prosecutor agreed to',
    },
  },
  QRG_HOLD_PROTECTED: {
    status: 409,
    message: {
      ru: 'Эти деньги — доход, которого приостановка не касается: {amount}',
      kk: 'Бұл — тоқтатуға жатпайтын табыс: {amount}',
      en: 'This money is income that no hold takes from the client: {amount}',
    },
    hint: {
      ru: 'Если назначение платежа неверно, напишите почему (notProtectedBecause).',
      kk: 'Төлемнің мақсаты дұрыс болмаса, неге екенін жазыңыз (notProtectedBecause).',
      en: 'If the purpose of the payment is untrue, say why (notProtectedBecause).',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
