import type { ErrorEntry } from './entry.ts';

/** Names, identity documents, and what providers of recognition say of them, that cannot be read. */
export const DOCUMENT_ERRORS = {
  QRG_MRZ_FORM: {
    status: 422,
    message: {
      ru: 'Машиночитаемая зона – это 3 строки по 30 знаков или 2 строки по 44; получено строк: {lines}, самая длинная {longest}',
      kk: 'Машина оқитын аймақ – 30 таңбадан 3 жол не 44 таңбадан 2 жол; берілген жол саны: {lines}, ең ұзыны {longest}',
      en: 'A machine-readable zone has 3 lines of 30 characters or 2 of 44; got {lines} lines, the longest of {longest}',
    },
    hint: {
      ru: 'Пробелы и регистр неважны, но заполнители «<» посреди строки терять нельзя.',
      kk: 'Бос орын мен әріп үлкендігі маңызды емес, бірақ жол ортасындағы «<» белгілерін жоғалтуға болмайды.',
      en: 'Spaces and case do not matter, but fillers "<" inside a line may not be lost.',
    },
  },
  QRG_MRZ_CHARACTER: {
    status: 422,
    message: {
      ru: 'В машиночитаемой зоне не бывает знака «{character}»: строка {line}, место {position}',
      kk: 'Машина оқитын аймақта «{character}» таңбасы болмайды: {line}-жол, {position}-орын',
      en: 'A machine-readable zone never has the character "{character}": line {line}, position {position}',
    },
    hint: {
      ru: 'Допустимы латинские буквы, цифры и «<». Кириллическая буква выглядит так же, но это другой знак.',
      kk: 'Латын әріптері, цифрлар және «<» ғана рұқсат. Кирилл әрпі сырттай ұқсас, бірақ басқа таңба.',
      en: 'Latin letters, digits and "<" are allowed. A Cyrillic letter looks the same and is another one.',
    },
  },
  QRG_NAME_LONG: {
    status: 422,
    message: {
      ru: 'Имя человека длиннее {most} знаков',
      kk: 'Адамның аты-жөні {most} таңбадан ұзын',
      en: 'The name of a person has more than {most} characters',
    },
  },
  QRG_NAME_SCRIPTS: {
    status: 422,
    message: {
      ru: 'В слове {word} имени смешаны кириллица и латиница',
      kk: 'Аты-жөнінің {word}-сөзінде кирилл мен латын әріптері аралас',
      en: 'Word {word} of the name mixes Cyrillic and Latin letters',
    },
    hint: {
      ru: 'Наберите слово заново в одной раскладке.',
      kk: 'Сөзді бір пернетақта тілінде қайта теріңіз.',
      en: 'Type the word anew in one alphabet.',
    },
  },
  QRG_PROVIDER_RESULT: {
    status: 422,
    message: {
      ru: 'Ответ поставщика распознавания не прочитать: {path}: {what}',
      kk: 'Тану қызметін жеткізушінің жауабын оқу мүмкін емес: {path}: {what}',
      en: 'The answer of the recognition provider cannot be read: {path}: {what}',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
