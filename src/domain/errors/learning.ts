import type { ErrorEntry } from './entry.ts';

/** Learning from labels, and models as files. */
export const LEARNING_ERRORS = {
  QRG_LABEL_VALUE: {
    status: 422,
    message: {
      ru: 'Метка в столбце «{column}» не читается: «{value}»',
      kk: '«{column}» бағанындағы белгі түсініксіз: «{value}»',
      en: 'A label in column "{column}" cannot be read: "{value}"',
    },
    hint: {
      ru: 'Метка — 1 или 0 (да или нет, true или false); пустая ячейка значит 0.',
      kk: 'Белгі — 1 немесе 0 (иә не жоқ, true не false); бос ұяшық 0 дегенді білдіреді.',
      en: 'A label is 1 or 0 (yes or no, true or false); an empty cell means 0.',
    },
  },
  QRG_LABEL_COLUMN: {
    status: 422,
    message: {
      ru: 'Столбца меток «{column}» в файле нет, есть: {header}',
      kk: 'Файлда «{column}» белгі бағаны жоқ, мыналар бар: {header}',
      en: 'The file has no column of labels "{column}", it has: {header}',
    },
    hint: {
      ru: 'Назовите столбец в --label или дайте метки отдельным файлом: --labels.',
      kk: 'Бағанды --label арқылы атаңыз немесе белгілерді бөлек файлмен беріңіз: --labels.',
      en: 'Name the column in --label, or give the labels as a file of their own: --labels.',
    },
  },
  QRG_LABEL_FILE: {
    status: 422,
    message: {
      ru: 'В файле меток нет столбца id или account: {header}',
      kk: 'Белгілер файлында id не account бағаны жоқ: {header}',
      en: 'The file of labels has no column id or account: {header}',
    },
    hint: {
      ru: 'id — номера подтверждённых переводов, account — подтверждённые счета.',
      kk: 'id — расталған аударымдардың нөмірі, account — расталған шоттар.',
      en: 'id names confirmed transfers, account names confirmed accounts.',
    },
  },
  QRG_LABEL_FEW: {
    status: 422,
    message: {
      ru: 'Слишком мало размеченных переводов: в столбце «{column}» подтверждённых {positives} из {rows}',
      kk: 'Белгіленген аударым тым аз: «{column}» бағанында {rows} аударымның {positives}-і расталған',
      en: 'Too few labelled transfers: column "{column}" confirms {positives} of {rows}',
    },
    hint: {
      ru: 'Нужно хотя бы 20 подтверждённых и 20 обычных переводов. Без модели работают правила.',
      kk: 'Кемінде 20 расталған және 20 қарапайым аударым керек. Модель болмаса, ережелер жұмыс істейді.',
      en: 'At least 20 confirmed and 20 ordinary transfers are needed. Without a model the rules judge.',
    },
  },
  QRG_LABEL_NONE: {
    status: 422,
    message: {
      ru: 'Не по чему судить: в столбце «{column}» нет подтверждённых переводов среди {rows}',
      kk: 'Бағалайтын негіз жоқ: «{column}» бағанында {rows} аударымның бірде-бірі расталмаған',
      en: 'Nothing to judge by: column "{column}" confirms none of {rows} transfers',
    },
    hint: {
      ru: 'Проверьте столбец в --label; при --from подтверждённые должны быть и в конце файла.',
      kk: '--label бағанын тексеріңіз; --from берілсе, расталғандар файл соңында да болуы керек.',
      en: 'Check the column of --label; with --from some confirmed ones must stand in the end of the file.',
    },
  },
  QRG_MODEL_UNREADABLE: {
    status: 422,
    message: {
      ru: 'Файл модели не читается: {file} ({reason})',
      kk: 'Модель файлы оқылмайды: {file} ({reason})',
      en: 'The model file cannot be read: {file} ({reason})',
    },
  },
  QRG_MODEL_DAMAGED: {
    status: 422,
    message: {
      ru: 'Это не модель Qorgan или она повреждена: {what}',
      kk: 'Бұл Qorgan моделі емес немесе бүлінген: {what}',
      en: 'Not a model of Qorgan, or a damaged one: {what}',
    },
    hint: {
      ru: 'Обучите её заново: qorgan train.',
      kk: 'Оны қайта үйретіңіз: qorgan train.',
      en: 'Learn it again: qorgan train.',
    },
  },
  QRG_MODEL_OTHER_ENGINE: {
    status: 409,
    message: {
      ru: 'Модель обучена на других признаках, чем знает эта версия: {what}',
      kk: 'Модель осы нұсқа білетін белгілерден басқа белгілермен үйретілген: {what}',
      en: 'The model was learnt from other features than this version knows: {what}',
    },
    hint: {
      ru: 'Обучите её этой версией: qorgan train.',
      kk: 'Оны осы нұсқамен үйретіңіз: qorgan train.',
      en: 'Learn it with this version: qorgan train.',
    },
  },
} satisfies Record<string, ErrorEntry>;
