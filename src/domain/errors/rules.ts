import type { ErrorEntry } from './entry.ts';

/** A rule file that cannot be used. Every message says where: file, rule, place in the rule. */
export const RULE_ERRORS = {
  QRG_RULE_SHAPE: {
    status: 422,
    message: {
      ru: '{file}, правило {rule}, {path}: {found}',
      kk: '{file}, {rule} ережесі, {path}: {found}',
      en: '{file}, rule {rule}, {path}: {found}',
    },
    hint: {
      ru: 'Как пишутся правила: docs/reference/rules.md.',
      kk: 'Ережелердің жазылуы: docs/reference/rules.md.',
      en: 'How rules are written: docs/reference/rules.md.',
    },
  },
  QRG_RULE_TEST: {
    status: 422,
    message: {
      ru: '{file}, правило {rule}, {path}: здесь нужно условие (all, any, not, known, gt, ge, lt, le, eq), а написано {found}',
      kk: '{file}, {rule} ережесі, {path}: мұнда шарт керек (all, any, not, known, gt, ge, lt, le, eq), ал жазылғаны {found}',
      en: '{file}, rule {rule}, {path}: a condition is needed here (all, any, not, known, gt, ge, lt, le, eq), found {found}',
    },
  },
  QRG_RULE_NUMBER: {
    status: 422,
    message: {
      ru: '{file}, правило {rule}, {path}: здесь нужно число, признак, $параметр или действие над ними, а написано {found}',
      kk: '{file}, {rule} ережесі, {path}: мұнда сан, белгі, $параметр немесе олармен амал керек, ал жазылғаны {found}',
      en: '{file}, rule {rule}, {path}: a number, a feature, a $parameter or arithmetic is needed here, found {found}',
    },
  },
  QRG_RULE_FEATURE: {
    status: 422,
    message: {
      ru: '{file}, правило {rule}, {path}: нет признака «{found}»',
      kk: '{file}, {rule} ережесі, {path}: «{found}» деген белгі жоқ',
      en: '{file}, rule {rule}, {path}: no feature "{found}"',
    },
  },
  QRG_RULE_PARAM: {
    status: 422,
    message: {
      ru: '{file}, правило {rule}, {path}: нет параметра «{found}» среди params',
      kk: '{file}, {rule} ережесі, {path}: params ішінде «{found}» параметрі жоқ',
      en: '{file}, rule {rule}, {path}: no parameter "{found}" in params',
    },
  },
  QRG_RULE_PARAM_UNUSED: {
    status: 422,
    message: {
      ru: '{file}, правило {rule}, {path}: параметр «{found}» нигде не используется',
      kk: '{file}, {rule} ережесі, {path}: «{found}» параметрі еш жерде қолданылмайды',
      en: '{file}, rule {rule}, {path}: parameter "{found}" is not used anywhere',
    },
  },
  QRG_RULE_UNIT: {
    status: 422,
    message: {
      ru: '{file}, правило {rule}, {path}: разные единицы в одном действии: {found}',
      kk: '{file}, {rule} ережесі, {path}: бір амалда өлшем бірліктері әртүрлі: {found}',
      en: '{file}, rule {rule}, {path}: different units in one operation: {found}',
    },
  },
  QRG_RULE_TEMPLATE: {
    status: 422,
    message: {
      ru: '{file}, правило {rule}, {path}: подстановка {found} не годится для этого числа',
      kk: '{file}, {rule} ережесі, {path}: {found} белгіленімі бұл санға жарамайды',
      en: '{file}, rule {rule}, {path}: placeholder {found} does not fit this number',
    },
    hint: {
      ru: 'Пишут {имя|money}, {имя|duration}, {имя|share}, {имя|times}, {имя|hour}, {имя|years} или {имя|count:слово}.',
      kk: '{атау|money}, {атау|duration}, {атау|share}, {атау|times}, {атау|hour}, {атау|years} немесе {атау|count:сөз} деп жазылады.',
      en: 'Write {name|money}, {name|duration}, {name|share}, {name|times}, {name|hour}, {name|years} or {name|count:word}.',
    },
  },
  QRG_RULE_LANGUAGES: {
    status: 422,
    message: {
      ru: '{file}, правило {rule}, {path}: на разных языках показаны разные числа: {found}',
      kk: '{file}, {rule} ережесі, {path}: әр тілде әртүрлі сан көрсетілген: {found}',
      en: '{file}, rule {rule}, {path}: the languages show different numbers: {found}',
    },
  },
  QRG_RULE_DUPLICATE: {
    status: 422,
    message: {
      ru: '{file}, правило {rule}, {path}: «{found}» уже есть',
      kk: '{file}, {rule} ережесі, {path}: «{found}» бұрыннан бар',
      en: '{file}, rule {rule}, {path}: "{found}" is already there',
    },
  },
  QRG_RULE_TYPOLOGY: {
    status: 422,
    message: {
      ru: '{file}, правило {rule}, {path}: типология «{found}» не описана',
      kk: '{file}, {rule} ережесі, {path}: «{found}» типологиясы сипатталмаған',
      en: '{file}, rule {rule}, {path}: typology "{found}" is not described',
    },
  },
  QRG_RULE_LIMIT: {
    status: 422,
    message: {
      ru: 'Правил {found}, а может быть от 1 до {limit}',
      kk: 'Ережелер саны {found}, ал 1 мен {limit} аралығында болуы керек',
      en: '{found} rules; there may be 1 to {limit}',
    },
  },
  QRG_RULE_VERDICT: {
    status: 422,
    message: {
      ru: 'Пороги решений (verdict) должны быть заданы ровно один раз, найдено: {found}',
      kk: 'Шешім шектері (verdict) дәл бір рет берілуі керек, табылғаны: {found}',
      en: 'The verdict thresholds must be given exactly once, found: {found}',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
