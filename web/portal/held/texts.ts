import type { Localized } from '../../../src/domain/language.ts';
import type { HeldState } from '../../../src/service/portal/held/held-view.ts';
import type { Texts } from '../say.ts';

export const T = {
  lead: {
    ru: 'Введите код, который дал банк. Вы увидите срок, причину и что можно сделать.',
    kk: 'Банк берген кодты енгізіңіз. Мерзімін, себебін және не істеуге болатынын көресіз.',
    en: 'Enter the code that the bank gave you. You will see the term, the reason and what you can do.',
  },
  code: { ru: 'Код из банка', kk: 'Банк берген код', en: 'The code from the bank' },
  codeHint: {
    ru: '16 знаков, например 7KQ4-M2XD-9TRA-VC3H. Это не код из SMS и не номер карты.',
    kk: '16 таңба, мысалы 7KQ4-M2XD-9TRA-VC3H. Бұл SMS коды да, карта нөмірі де емес.',
    en: '16 signs, for example 7KQ4-M2XD-9TRA-VC3H. It is no code from an SMS and no card number.',
  },
  codeWrong: {
    ru: 'Код состоит из 16 букв и цифр. Проверьте, всё ли введено.',
    kk: 'Код 16 әріп пен саннан тұрады. Түгел енгізілгенін тексеріңіз.',
    en: 'The code has 16 letters and digits. See whether all of it is there.',
  },
  look: { ru: 'Показать', kk: 'Көрсету', en: 'Show' },
  looking: { ru: 'Ищем…', kk: 'Іздеп жатырмыз…', en: 'Looking…' },
  noCode: { ru: 'Кода нет?', kk: 'Код жоқ па?', en: 'No code?' },
  noCodeText: {
    ru: 'Спросите его в банке, когда придёте с документом. Код дают не по каждой остановке. Без кода банк тоже обязан принять ваше обращение.',
    kk: 'Оны банктен құжатыңызды көрсетіп сұраңыз. Код әр тоқтатуға беріле бермейді. Кодсыз да банк өтінішіңізді қабылдауға міндетті.',
    en: 'Ask for it at the bank, with your document. Not every hold has a code. Without one the bank must take your request too.',
  },
  private: {
    ru: 'Код не попадает в адрес страницы и не запоминается. Никому его не пересылайте.',
    kk: 'Код беттің мекенжайына түспейді, сақталмайды. Оны ешкімге жібермеңіз.',
    en: 'The code does not get into the address of the page and is not kept. Send it to nobody.',
  },
  offline: {
    ru: 'Нет связи. Попробуйте, когда появится интернет.',
    kk: 'Байланыс жоқ. Интернет пайда болғанда қайталаңыз.',
    en: 'No connection. Try again when you are online.',
  },
  another: { ru: 'Другой код', kk: 'Басқа код', en: 'Another code' },
  refresh: { ru: 'Обновить', kk: 'Жаңарту', en: 'Refresh' },
  bank: { ru: 'Банк', kk: 'Банк', en: 'Bank' },
  sum: { ru: 'Сумма перевода', kk: 'Аударым сомасы', en: 'Sum of the transfer' },
  held: { ru: 'Из неё остановлено', kk: 'Соның тоқтатылғаны', en: 'Held of it' },
  since: { ru: 'Остановлено', kk: 'Тоқтатылған күні', en: 'Held since' },
  until: { ru: 'Самое позднее до', kk: 'Ең кеш мерзімі', en: 'At the latest until' },
  untilEnd: {
    ru: '{day}, до конца дня',
    kk: '{day}, күннің соңына дейін',
    en: '{day}, end of the day',
  },
  uncertain: {
    ru: 'Выходные в этом году могут ещё перенести. Тогда срок сдвинется.',
    kk: 'Биылғы демалыс күндері ауысуы мүмкін. Онда мерзім де жылжиды.',
    en: 'Days off of this year may still be moved. Then the term moves too.',
  },
  why: { ru: 'Почему остановили', kk: 'Неге тоқтатылды', en: 'Why it is held' },
  whyNot: {
    ru: 'Остановка не значит, что вы виноваты. Банк обязан проверить.',
    kk: 'Тоқтату сіз кінәлісіз деген сөз емес. Банк тексеруге міндетті.',
    en: 'A hold does not mean that you are to blame. The bank is obliged to check.',
  },
  keeps: { ru: 'Что у вас остаётся', kk: 'Сізге не қалады', en: 'What you keep' },
  keepsUnverified: {
    ru: 'Эти правила юрист ещё не сверил с законом. Уточните в банке.',
    kk: 'Бұл ережелерді заңгер заңмен әлі салыстырған жоқ. Банктен нақтылаңыз.',
    en: 'No lawyer has compared these rules with the law yet. Ask the bank.',
  },
  explain: {
    ru: 'Банк ждёт ваших пояснений',
    kk: 'Банк түсіндірмеңізді күтеді',
    en: 'The bank waits for your explanation',
  },
  explainAbout: {
    ru: 'Напишите, кому и за что вы платите. Можно назвать договор или чек.',
    kk: 'Кімге, не үшін төлеп отырғаныңызды жазыңыз. Шартты не чекті атауға болады.',
    en: 'Write whom you are paying and for what. You may name a contract or a receipt.',
  },
  explainBy: {
    ru: 'Лучше до {day}: потом счёт закроют до ваших пояснений.',
    kk: '{day} күніне дейін жазған дұрыс: кейін түсіндірме бергеніңізше шот жабылады.',
    en: 'Better by {day}: after that the account is closed until you explain.',
  },
  question: { ru: 'Вопрос банка', kk: 'Банктің сұрағы', en: 'The bank asks' },
  explainText: { ru: 'Ваши пояснения', kk: 'Түсіндірмеңіз', en: 'Your explanation' },
  explainSend: { ru: 'Отправить пояснения', kk: 'Түсіндірмені жіберу', en: 'Send the explanation' },
  explained: {
    ru: 'Ваши пояснения получены {day}.',
    kk: 'Түсіндірмеңіз {day} күні алынды.',
    en: 'Your explanation came on {day}.',
  },
  appeal: {
    ru: 'Не согласны? Обжалуйте',
    kk: 'Келіспейсіз бе? Шағым беріңіз',
    en: 'You disagree? Appeal',
  },
  appealAbout: {
    ru: 'Жалобу решает другой человек, а не тот, кто остановил перевод. Это бесплатно. Право идти в Национальный Банк и в суд остаётся.',
    kk: 'Шағымды аударымды тоқтатқан адам емес, басқа адам шешеді. Бұл тегін. Ұлттық Банкке және сотқа жүгіну құқығыңыз сақталады.',
    en: 'Another person decides, not whoever placed the hold. It is free. You may still turn to the National Bank and to a court.',
  },
  appealText: {
    ru: 'Почему остановка неверна',
    kk: 'Тоқтату неге дұрыс емес',
    en: 'Why the hold is wrong',
  },
  appealSend: { ru: 'Подать жалобу', kk: 'Шағым беру', en: 'File the appeal' },
  appealFiled: {
    ru: 'Жалоба подана {day}. Её смотрит другой человек.',
    kk: 'Шағым {day} күні берілді. Оны басқа адам қарап жатыр.',
    en: 'The appeal was filed on {day}. Another person looks into it.',
  },
  appealBy: {
    ru: 'Ответ должен быть до {day}.',
    kk: 'Жауап {day} күніне дейін берілуі керек.',
    en: 'The answer is due by {day}.',
  },
  appealGranted: {
    ru: 'Ответ от {day}: жалобу удовлетворили.',
    kk: '{day} күнгі жауап: шағымыңыз қанағаттандырылды.',
    en: 'Answer of {day}: the appeal was granted.',
  },
  appealNot: {
    ru: 'Ответ от {day}: жалобу не удовлетворили.',
    kk: '{day} күнгі жауап: шағымыңыз қанағаттандырылмады.',
    en: 'Answer of {day}: the appeal was not granted.',
  },
  appealNotNext: {
    ru: 'Вы можете подать ещё одну жалобу, пойти в Национальный Банк или в суд.',
    kk: 'Тағы шағым беруге, Ұлттық Банкке не сотқа жүгінуге болады.',
    en: 'You may appeal again, turn to the National Bank or to a court.',
  },
  appealStillHeld: {
    ru: 'Чтобы отпустить деньги, нужна ещё подпись второго человека.',
    kk: 'Ақшаны босату үшін тағы бір адамның қолы керек.',
    en: 'A second person has still to sign before the money is let go.',
  },
  textShort: {
    ru: 'Напишите хотя бы несколько слов.',
    kk: 'Кемінде бірнеше сөз жазыңыз.',
    en: 'Write a few words at least.',
  },
  noSecrets: {
    ru: 'Не пишите коды, пароли и полный номер карты.',
    kk: 'Код, құпиясөз, картаның толық нөмірін жазбаңыз.',
    en: 'Write no codes, no passwords and no whole card number.',
  },
  working: {
    ru: 'Ваше устройство решает короткую задачу. Так мы защищаемся от роботов.',
    kk: 'Құрылғыңыз қысқа есеп шығарып жатыр. Біз роботтардан осылай қорғанамыз.',
    en: 'Your device is solving a short task. This is how we keep robots out.',
  },
  cancel: { ru: 'Отменить', kk: 'Болдырмау', en: 'Cancel' },
  sent: { ru: 'Отправлено.', kk: 'Жіберілді.', en: 'Sent.' },
  failed: { ru: 'Не получилось', kk: 'Болмады', en: 'It did not work' },
} as const satisfies Texts;

/** How it stands, and what that means for the one who asks. */
export const STATES: Readonly<
  Record<HeldState, { readonly title: Localized; readonly about: Localized }>
> = {
  checking: {
    title: {
      ru: 'Перевод проверяют',
      kk: 'Аударым тексеріліп жатыр',
      en: 'The transfer is being checked',
    },
    about: {
      ru: 'Деньги никуда не делись. Банк проверяет перевод.',
      kk: 'Ақша орнында. Банк аударымды тексеріп жатыр.',
      en: 'The money is still there. The bank is checking the transfer.',
    },
  },
  asked: {
    title: {
      ru: 'Банк задал вам вопрос',
      kk: 'Банк сізге сұрақ қойды',
      en: 'The bank has a question',
    },
    about: {
      ru: 'Ответьте здесь, в приложении банка или в отделении.',
      kk: 'Осында, банк қосымшасында не бөлімшеде жауап беріңіз.',
      en: 'Answer here, in the bank’s app or at a branch.',
    },
  },
  blocked: {
    title: {
      ru: 'Счёт закрыт до ваших пояснений',
      kk: 'Түсіндірме бергеніңізше шот жабық',
      en: 'The account is closed until you explain',
    },
    about: {
      ru: 'Пояснений не было вовремя. Дайте их сейчас, и банк примет решение.',
      kk: 'Түсіндірме уақытында берілмеді. Қазір беріңіз, сонда банк шешім қабылдайды.',
      en: 'No explanation came in time. Explain now, and the bank will decide.',
    },
  },
  kept: {
    title: {
      ru: 'Деньги удержаны по решению органа',
      kk: 'Ақша орган шешімімен ұсталды',
      en: 'The money is kept by decision of a body',
    },
    about: {
      ru: 'Это решил не банк. Спросите в банке, чьё это решение и как его обжаловать.',
      kk: 'Мұны банк шешкен жоқ. Кімнің шешімі екенін, қалай шағым беруге болатынын банктен сұраңыз.',
      en: 'The bank did not decide this. Ask it whose decision it is and how to object.',
    },
  },
  over: {
    title: {
      ru: 'Срок этой остановки вышел',
      kk: 'Бұл тоқтатудың мерзімі өтті',
      en: 'The term of this hold is over',
    },
    about: {
      ru: 'Обратитесь в банк: спросите, исполнен ли перевод. Можно подать жалобу.',
      kk: 'Банкке хабарласып, аударым орындалды ма, сұраңыз. Шағым беруге болады.',
      en: 'Turn to the bank and ask whether the transfer was made. You may appeal.',
    },
  },
  released: {
    title: { ru: 'Остановка снята', kk: 'Тоқтату алынды', en: 'The hold is lifted' },
    about: {
      ru: 'Перевод больше не держат. Если деньги не пришли, спросите в банке.',
      kk: 'Аударым босатылды. Ақша түспесе, банктен сұраңыз.',
      en: 'The transfer was let go. If the money has not come, ask the bank.',
    },
  },
  refused: {
    title: {
      ru: 'В переводе отказано',
      kk: 'Аударым жасаудан бас тартылды',
      en: 'The transfer was refused',
    },
    about: {
      ru: 'Деньги остаются на вашем счёте. Отказ можно обжаловать.',
      kk: 'Ақша шотыңызда қалады. Бұл шешімге шағым беруге болады.',
      en: 'The money stays on your account. You may appeal the refusal.',
    },
  },
  returned: {
    title: { ru: 'Деньги возвращены', kk: 'Ақша қайтарылды', en: 'The money was returned' },
    about: {
      ru: 'Их вернули по решению органа, с которым согласился прокурор.',
      kk: 'Прокурор келіскен орган шешімімен қайтарылды.',
      en: 'They were returned by decision of a body that the prosecutor agreed to.',
    },
  },
};
