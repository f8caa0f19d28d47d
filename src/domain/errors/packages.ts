import type { ErrorEntry } from './entry.ts';

/** Packages to and from other houses, and partners. */
export const PACKAGE_ERRORS = {
  QRG_PACKAGE_ACCOUNTS: {
    status: 422,
    message: {
      ru: 'В деле нет счёта или перевода: {id}',
      kk: 'Істе мұндай шот не аударым жоқ: {id}',
      en: 'The case has no such account or transfer: {id}',
    },
  },
  QRG_PACKAGE_ANSWERS: {
    status: 422,
    message: {
      ru: 'Пакет отвечает не на этот запрос',
      kk: 'Пакет бұл сұрау салуға жауап емес',
      en: 'The package is no answer to that request',
    },
  },
  QRG_PACKAGE_CASE_FORM: {
    status: 422,
    message: {
      ru: 'Это не дело в формате qorgan-case: {path}',
      kk: 'Бұл qorgan-case пішіміндегі іс емес: {path}',
      en: 'This is no case of the form qorgan-case: {path}',
    },
  },
  QRG_PACKAGE_CHANGED: {
    status: 409,
    message: {
      ru: 'Дело изменилось: уйдёт не то, что вы видели',
      kk: 'Іс өзгерді: сіз көргеннен басқа нәрсе жіберіледі',
      en: 'The case has changed: what would leave is not what you saw',
    },
    hint: {
      ru: 'Посмотрите список ещё раз',
      kk: 'Тізімді қайта қараңыз',
      en: 'Look at the list again',
    },
  },
  QRG_PACKAGE_DUE: {
    status: 422,
    message: {
      ru: 'Срок ответа — в будущем, не дальше года',
      kk: 'Жауап мерзімі болашақта, бір жылдан аспауы керек',
      en: 'The time to answer lies in the future, within a year',
    },
  },
  QRG_PACKAGE_EMPTY: {
    status: 422,
    message: {
      ru: 'Уходить нечему: всё осталось здесь',
      kk: 'Жіберілетін ештеңе жоқ: бәрі осында қалады',
      en: 'Nothing would leave: all of it stays here',
    },
  },
  QRG_PACKAGE_FILE: {
    status: 409,
    message: {
      ru: 'Файл ещё не сделан или пакет отозван',
      kk: 'Файл әлі жасалмаған немесе пакет кері қайтарылған',
      en: 'The file is not made yet, or the package was withdrawn',
    },
  },
  QRG_PACKAGE_FOREIGN: {
    status: 422,
    message: {
      ru: 'Файл не похож ни на один формат, который мы читаем',
      kk: 'Файл біз оқитын пішімдердің ешқайсысына ұқсамайды',
      en: 'The file looks like none of the formats we read',
    },
  },
  QRG_PACKAGE_FORMAT: {
    status: 422,
    message: {
      ru: 'Этот получатель не читает формат «{format}»: {partner}',
      kk: 'Бұл алушы «{format}» пішімін оқымайды: {partner}',
      en: 'This partner does not read {format}: {partner}',
    },
    hint: {
      ru: 'Выберите другой формат или впишите его получателю',
      kk: 'Басқа пішімді таңдаңыз немесе алушыға қосып жазыңыз',
      en: 'Choose another format, or add it to the partner',
    },
  },
  QRG_PACKAGE_GROUND: {
    status: 422,
    message: {
      ru: 'Основание не подходит формату или получателю: {ground}',
      kk: 'Негіз пішімге не алушыға сай келмейді: {ground}',
      en: 'The ground fits neither the format nor the partner: {ground}',
    },
  },
  QRG_PACKAGE_GROUND_PERSONAL: {
    status: 422,
    message: {
      ru: 'На этом основании сведения о людях не уходят: {fields}',
      kk: 'Бұл негізде адамдар туралы мәлімет жіберілмейді: {fields}',
      en: 'Nothing that tells of people may leave on this ground: {fields}',
    },
    hint: {
      ru: 'Уберите эти поля или выберите другое основание',
      kk: 'Осы өрістерді алып тастаңыз не басқа негіз таңдаңыз',
      en: 'Take these fields out, or choose another ground',
    },
  },
  QRG_PACKAGE_KNOWN_DAY: {
    status: 429,
    message: {
      ru: 'За сутки этому партнёру отвечено о {most} номерах: больше сегодня нельзя',
      kk: 'Бұл серіктеске бір тәулікте {most} нөмір туралы жауап берілді: бүгін артығына болмайды',
      en: 'This partner was answered about {most} numbers within a day: no more today',
    },
    hint: {
      ru: 'Кто владеет ключом, мог бы перебрать все номера: поэтому предел',
      kk: 'Кілті бар адам барлық нөмірді теріп шыға алады, шектеу сондықтан',
      en: 'Whoever holds the key could try every number: hence the bound',
    },
  },
  QRG_PACKAGE_KNOWN_EMPTY: {
    status: 422,
    message: {
      ru: 'Нет ни одного номера, который можно сверить',
      kk: 'Салыстыруға болатын бірде-бір нөмір жоқ',
      en: 'There is no number that can be matched',
    },
  },
  QRG_PACKAGE_KNOWN_FORM: {
    status: 422,
    message: {
      ru: 'Это не запрос о счетах: {path}',
      kk: 'Бұл шоттар туралы сұрау салу емес: {path}',
      en: 'This is no question for accounts: {path}',
    },
  },
  QRG_PACKAGE_KNOWN_KEY: {
    status: 422,
    message: {
      ru: 'Запрос сделан другим ключом: {key}',
      kk: 'Сұрау салу басқа кілтпен жасалған: {key}',
      en: 'The question is made with another key: {key}',
    },
    hint: {
      ru: 'Сверьте ключ с партнёром',
      kk: 'Кілтті серіктеспен салыстырыңыз',
      en: 'Compare the key with the partner',
    },
  },
  QRG_PACKAGE_KNOWN_MAC: {
    status: 422,
    message: {
      ru: 'Запрос или ответ изменён после того, как был сделан',
      kk: 'Сұрау салу не жауап жасалғаннан кейін өзгертілген',
      en: 'The question or answer was changed after it was made',
    },
  },
  QRG_PACKAGE_KNOWN_MANY: {
    status: 422,
    message: {
      ru: 'Не больше {most} номеров в одном запросе',
      kk: 'Бір сұрау салуда {most} нөмірден аспауы керек',
      en: 'At most {most} numbers in one question',
    },
  },
  QRG_PACKAGE_KNOWN_PARTNER: {
    status: 422,
    message: {
      ru: 'Запрос о счетах идёт одному партнёру с общим ключом',
      kk: 'Шоттар туралы сұрау салу ортақ кілті бар бір серіктеске жіберіледі',
      en: 'A question for accounts goes to one partner who shares a key',
    },
    hint: {
      ru: 'Задайте ключ партнёру',
      kk: 'Серіктеске кілт беріңіз',
      en: 'Set a key with the partner',
    },
  },
  QRG_PACKAGE_KNOWN_QUESTION: {
    status: 409,
    message: {
      ru: 'Этот пакет не запрос о счетах',
      kk: 'Бұл пакет шоттар туралы сұрау салу емес',
      en: 'This package is no question for accounts',
    },
  },
  QRG_PACKAGE_LARGE: {
    status: 413,
    message: {
      ru: 'Пакет больше {mb} МБ',
      kk: 'Пакет {mb} МБ-тан үлкен',
      en: 'The package is larger than {mb} MB',
    },
  },
  QRG_PACKAGE_MAKER: {
    status: 403,
    message: {
      ru: 'Это делает тот, кто составил пакет',
      kk: 'Мұны пакетті құрастырған адам жасайды',
      en: 'Whoever made the package does this',
    },
  },
  QRG_PACKAGE_MARK: {
    status: 422,
    message: {
      ru: 'Пометка строже прежней: {tlp}',
      kk: 'Белгі бұрынғыдан қатаң болуы керек: {tlp}',
      en: 'A mark is stricter than it was: {tlp}',
    },
  },
  QRG_PACKAGE_PARTNER: {
    status: 422,
    message: {
      ru: 'Нет такого партнёра, или с ним больше не работают: {partner}',
      kk: 'Мұндай серіктес жоқ немесе онымен жұмыс тоқтатылған: {partner}',
      en: 'There is no such partner, or nothing is sent to them any more: {partner}',
    },
  },
  QRG_PACKAGE_PERSON: {
    status: 403,
    message: {
      ru: 'Это решает человек, а не программа',
      kk: 'Мұны бағдарлама емес, адам шешеді',
      en: 'A person decides this, not a program',
    },
  },
  QRG_PACKAGE_ROLE: {
    status: 403,
    message: {
      ru: 'Вашей роли это не разрешено: {act}',
      kk: 'Рөліңізге бұл әрекетке рұқсат жоқ: {act}',
      en: 'Your role may not do this: {act}',
    },
  },
  QRG_PACKAGE_SAME_PERSON: {
    status: 403,
    message: {
      ru: 'Утверждает другой человек',
      kk: 'Басқа адам бекітеді',
      en: 'Another person approves',
    },
    hint: {
      ru: 'Кто составил пакет, тот его не утверждает',
      kk: 'Пакетті құрастырған адам оны бекітпейді',
      en: 'Who made a package does not approve it',
    },
  },
  QRG_PACKAGE_STATE: {
    status: 409,
    message: {
      ru: 'В состоянии «{state}» это невозможно: {act}',
      kk: '«{state}» күйінде бұл мүмкін емес: {act}',
      en: 'Not possible in state {state}: {act}',
    },
  },
  QRG_PACKAGE_TIME: {
    status: 422,
    message: {
      ru: 'Время вне допустимого: не раньше пакета и не в будущем',
      kk: 'Уақыт қате: пакеттен ерте де, болашақта да болмауы керек',
      en: 'The time is before the package or in the future',
    },
  },
  QRG_PACKAGE_TLP: {
    status: 409,
    message: {
      ru: 'Пометка запрещает: TLP:{tlp}',
      kk: 'Белгі тыйым салады: TLP:{tlp}',
      en: 'The mark forbids it: TLP:{tlp}',
    },
    hint: {
      ru: 'Содержимое с пометкой чужой организации дальше не идёт',
      kk: 'Басқа ұйым белгілеген мазмұн әрі қарай жіберілмейді',
      en: 'What another house marked goes no further',
    },
  },
  QRG_PACKAGE_TLP_LOOSE: {
    status: 422,
    message: {
      ru: 'Пометка слабее содержимого: нужно TLP:{least} или строже',
      kk: 'Белгі мазмұнынан бос: TLP:{least} не одан қатаң керек',
      en: 'The mark is looser than what is in it: TLP:{least} or stricter is needed',
    },
  },
  QRG_PACKAGE_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого пакета',
      kk: 'Мұндай пакет жоқ',
      en: 'There is no such package',
    },
  },
  QRG_PACKAGE_UNMADE: {
    status: 422,
    message: {
      ru: 'Этот формат сделать нельзя: {format}',
      kk: 'Бұл пішімді жасауға болмайды: {format}',
      en: 'This format cannot be made: {format}',
    },
  },
  QRG_PACKAGE_VERSION: {
    status: 409,
    message: {
      ru: 'Пакет уже изменил кто-то другой',
      kk: 'Бұл пакетті басқа біреу өзгертіп қойған',
      en: 'Somebody else has changed this package meanwhile',
    },
    hint: {
      ru: 'Откройте его заново',
      kk: 'Оны қайта ашыңыз',
      en: 'Open it again',
    },
  },
  QRG_PARTNER_CODE: {
    status: 409,
    message: {
      ru: 'Такой код партнёра уже есть: {code}',
      kk: 'Мұндай серіктес коды бар: {code}',
      en: 'There is a partner of this code already: {code}',
    },
  },
  QRG_PARTNER_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого партнёра',
      kk: 'Мұндай серіктес жоқ',
      en: 'There is no such partner',
    },
  },
  QRG_PARTNER_VERSION: {
    status: 409,
    message: {
      ru: 'Партнёра уже изменил кто-то другой',
      kk: 'Бұл серіктесті басқа біреу өзгертіп қойған',
      en: 'Somebody else has changed this partner meanwhile',
    },
    hint: {
      ru: 'Откройте его заново',
      kk: 'Оны қайта ашыңыз',
      en: 'Open it again',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
