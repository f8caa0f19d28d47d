import type { ErrorEntry } from './entry.ts';

/**
 * An identifier that was not accepted. Arguments carry masked values only: a message may land in a log.
 */
export const IDENTIFIER_ERRORS = {
  QRG_IIN_FORM: {
    status: 422,
    message: {
      ru: 'ИИН состоит из 12 цифр, получено: {value}',
      kk: 'ЖСН 12 цифрдан тұрады, берілгені: {value}',
      en: 'An IIN has 12 digits, got {value}',
    },
    hint: {
      ru: 'Excel теряет нули в начале: задайте столбцу ИИН текстовый формат.',
      kk: 'Excel сан басындағы нөлдерді өшіріп тастайды: ЖСН бағанын мәтін пішіміне ауыстырыңыз.',
      en: 'Excel loses leading zeros: format the IIN column as text.',
    },
  },
  QRG_IIN_DATE: {
    status: 422,
    message: {
      ru: 'В ИИН {value} нет такой даты рождения',
      kk: '{value} ЖСН-дегі туған күн күнтізбеде жоқ',
      en: 'The birth date in IIN {value} does not exist',
    },
  },
  QRG_IIN_CENTURY: {
    status: 422,
    message: {
      ru: 'Седьмая цифра ИИН {value} должна быть от 0 до 6',
      kk: '{value} ЖСН-нің жетінші цифры 0 мен 6 аралығында болуы керек',
      en: 'The seventh digit of IIN {value} must be 0 to 6',
    },
  },
  QRG_IIN_CHECK: {
    status: 422,
    message: {
      ru: 'Контрольная цифра ИИН {value} не сходится: в номере опечатка',
      kk: '{value} ЖСН-нің бақылау цифры сәйкес емес: нөмір қате терілген',
      en: 'The check digit of IIN {value} is wrong: the number has a typo',
    },
  },
  QRG_BIN_FORM: {
    status: 422,
    message: {
      ru: 'БИН состоит из 12 цифр, получено: {value}',
      kk: 'БСН 12 цифрдан тұрады, берілгені: {value}',
      en: 'A BIN has 12 digits, got {value}',
    },
    hint: {
      ru: 'Excel теряет нули в начале: задайте столбцу БИН текстовый формат.',
      kk: 'Excel сан басындағы нөлдерді өшіріп тастайды: БСН бағанын мәтін пішіміне ауыстырыңыз.',
      en: 'Excel loses leading zeros: format the BIN column as text.',
    },
  },
  QRG_BIN_TYPE: {
    status: 422,
    message: {
      ru: 'Пятая цифра БИН {value} должна быть 4, 5 или 6',
      kk: '{value} БСН-нің бесінші цифры 4, 5 немесе 6 болуы керек',
      en: 'The fifth digit of BIN {value} must be 4, 5 or 6',
    },
  },
  QRG_BIN_MONTH: {
    status: 422,
    message: {
      ru: 'В БИН {value} нет такого месяца регистрации',
      kk: '{value} БСН-дегі тіркеу айы күнтізбеде жоқ',
      en: 'The month of registration in BIN {value} does not exist',
    },
  },
  QRG_BIN_CHECK: {
    status: 422,
    message: {
      ru: 'Контрольная цифра БИН {value} не сходится: в номере опечатка',
      kk: '{value} БСН-нің бақылау цифры сәйкес емес: нөмір қате терілген',
      en: 'The check digit of BIN {value} is wrong: the number has a typo',
    },
  },
  QRG_ID_GLYPH: {
    status: 422,
    message: {
      ru: 'В ИИН или БИН на месте {position} стоит знак «{character}», а не цифра',
      kk: 'ЖСН-нің не БСН-нің {position}-орнында цифр емес, «{character}» таңбасы тұр',
      en: 'Position {position} of the IIN or BIN has the character "{character}", which is no digit',
    },
    hint: {
      ru: 'Буква О похожа на 0, З на 3: наберите номер заново цифрами.',
      kk: 'О әрпі 0-ге, З әрпі 3-ке ұқсайды: нөмірді цифрмен қайта теріңіз.',
      en: 'The letter O looks like 0, the Cyrillic З like 3: type the number anew in digits.',
    },
  },
  QRG_ID_ZEROS: {
    status: 422,
    message: {
      ru: 'Потерянные нули не восстановить: {value} не становится ни ИИН, ни БИН',
      kk: 'Жоғалған нөлдерді қалпына келтіру мүмкін емес: {value} ЖСН-ге де, БСН-ге де келмейді',
      en: 'Lost zeros cannot be restored: {value} becomes neither an IIN nor a BIN',
    },
  },
  QRG_IBAN_FORM: {
    status: 422,
    message: {
      ru: 'Счёт {value} не похож на казахстанский: нужны KZ и 18 знаков после',
      kk: '{value} шоты қазақстандық шотқа ұқсамайды: KZ және одан кейін 18 таңба керек',
      en: 'Account {value} is not a Kazakh one: KZ and 18 characters are expected',
    },
  },
  QRG_IBAN_COUNTRY: {
    status: 422,
    message: {
      ru: 'Счёт {value} открыт не в Казахстане',
      kk: '{value} шоты Қазақстанда ашылмаған',
      en: 'Account {value} is not held in Kazakhstan',
    },
  },
  QRG_IBAN_CHECK: {
    status: 422,
    message: {
      ru: 'Контрольные цифры счёта {value} не сходятся: в номере опечатка',
      kk: '{value} шотының бақылау цифрлары сәйкес емес: нөмір қате терілген',
      en: 'The check digits of account {value} are wrong: the number has a typo',
    },
  },
  QRG_BANKS_DATA: {
    status: 500,
    message: {
      ru: 'Справочник банков повреждён: {problem}',
      kk: 'Банктер анықтамалығы бүлінген: {problem}',
      en: 'The directory of banks is damaged: {problem}',
    },
  },
  QRG_PHONE_FORM: {
    status: 422,
    message: {
      ru: 'Это не номер телефона: {value}',
      kk: 'Бұл телефон нөмірі емес: {value}',
      en: 'This is not a phone number: {value}',
    },
    hint: {
      ru: 'Пишите номер с кодом страны, например +7 701 000 00 00.',
      kk: 'Нөмірді ел кодымен жазыңыз, мысалы: +7 701 000 00 00.',
      en: 'Write the number with its country code, for example +7 701 000 00 00.',
    },
  },
  QRG_PHONE_RANGE: {
    status: 422,
    message: {
      ru: 'В зоне +7 нет таких номеров: {value}',
      kk: '+7 аймағында мұндай нөмір жоқ: {value}',
      en: 'No such numbers exist in zone +7: {value}',
    },
  },
  QRG_CARD_FORM: {
    status: 422,
    message: {
      ru: 'Номер карты состоит из 13–19 цифр',
      kk: 'Карта нөмірі 13–19 цифрдан тұрады',
      en: 'A card number has 13 to 19 digits',
    },
  },
  QRG_CARD_CHECK: {
    status: 422,
    message: {
      ru: 'Контрольная цифра карты не сходится: в номере опечатка',
      kk: 'Картаның бақылау цифры сәйкес емес: нөмір қате терілген',
      en: 'The check digit of the card is wrong: the number has a typo',
    },
  },
  QRG_WALLET_FORM: {
    status: 422,
    message: {
      ru: 'Это не адрес кошелька Bitcoin, Ethereum, Tron или TON: {value}',
      kk: 'Бұл Bitcoin, Ethereum, Tron немесе TON әмиянының мекенжайы емес: {value}',
      en: 'This is not a Bitcoin, Ethereum, Tron or TON address: {value}',
    },
  },
  QRG_WALLET_CHECK: {
    status: 422,
    message: {
      ru: 'Контрольная сумма кошелька {value} не сходится: в адресе опечатка',
      kk: '{value} әмиянының бақылау сомасы сәйкес емес: мекенжай қате терілген',
      en: 'The checksum of wallet {value} is wrong: the address has a typo',
    },
  },
  QRG_WALLET_TESTNET: {
    status: 422,
    message: {
      ru: 'Кошелёк {value} из тестовой сети: денег в ней нет',
      kk: '{value} әмияны сынақ желісінен: онда ақша жоқ',
      en: 'Wallet {value} belongs to a test network, where there is no money',
    },
  },
  QRG_HANDLE_FORM: {
    status: 422,
    message: {
      ru: 'Это не имя и не ссылка Telegram: {value}',
      kk: 'Бұл Telegram аты да, сілтемесі де емес: {value}',
      en: 'This is neither a Telegram name nor a link: {value}',
    },
    hint: {
      ru: 'Имя: от 4 до 32 латинских букв, цифр и «_», первая — буква.',
      kk: 'Ат 4–32 латын әрпінен, цифрдан және «_» белгісінен тұрады, әріптен басталады.',
      en: 'A name has 4 to 32 Latin letters, digits and "_", and begins with a letter.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
