import type { ErrorEntry } from './entry.ts';

/** What ends a scan or the start of a server. */
export const SCAN_ERRORS = {
  QRG_OUT_DISK_FULL: {
    status: 507,
    message: {
      ru: 'На диске нет места: {dir}',
      kk: 'Дискіде орын қалмады: {dir}',
      en: 'The disk is full: {dir}',
    },
    hint: {
      ru: 'Освободите место или укажите другую папку через --out. Прежние файлы не тронуты.',
      kk: 'Орын босатыңыз немесе --out арқылы басқа қалтаны көрсетіңіз. Бұрынғы файлдарға тиіспедік.',
      en: 'Free some space or name another folder with --out. Earlier files were not touched.',
    },
  },
  QRG_OUT_NOT_WRITABLE: {
    status: 403,
    message: {
      ru: 'В папку нельзя писать: {dir}',
      kk: 'Бұл қалтаға жазуға рұқсат жоқ: {dir}',
      en: 'The folder cannot be written to: {dir}',
    },
    hint: {
      ru: 'Укажите другую папку через --out.',
      kk: '--out арқылы басқа қалтаны көрсетіңіз.',
      en: 'Name another folder with --out.',
    },
  },
  QRG_OUT_NOT_A_FOLDER: {
    status: 409,
    message: {
      ru: 'Это не папка: {dir}',
      kk: 'Бұл қалта емес: {dir}',
      en: 'Not a folder: {dir}',
    },
  },
  QRG_SCAN_NOTHING: {
    status: 422,
    message: {
      ru: 'Ни одного перевода не прочитано: файлов {files}, отклонено {rejected}. {why}',
      kk: 'Бірде-бір аударым оқылмады: файл саны {files}, қабылданбағаны {rejected}. {why}',
      en: 'No transfer could be read: {files} files, {rejected} rejected. {why}',
    },
    hint: {
      ru: 'Все причины — в rejects.csv. {advice}',
      kk: 'Барлық себебі rejects.csv файлында. {advice}',
      en: 'All reasons are in rejects.csv. {advice}',
    },
  },
  QRG_SCAN_CURRENCIES: {
    status: 422,
    message: {
      ru: 'В данных несколько валют без суммы в тенге: {currencies}',
      kk: 'Деректерде теңгедегі сомасы жоқ бірнеше валюта бар: {currencies}',
      en: 'The input has several currencies and no sum in tenge: {currencies}',
    },
    hint: {
      ru: 'Проверьте файлы по одной валюте за раз.',
      kk: 'Файлдарды бір-бір валютадан тексеріңіз.',
      en: 'Scan the files of one currency at a time.',
    },
  },
  QRG_USAGE: {
    status: 400,
    message: {
      ru: 'Команда не понята: {what}',
      kk: 'Пәрмен түсініксіз: {what}',
      en: 'The command is not understood: {what}',
    },
    hint: {
      ru: 'qorgan --help показывает, как её набрать.',
      kk: 'Қалай теру керегін qorgan --help көрсетеді.',
      en: 'qorgan --help shows how to type it.',
    },
  },
  QRG_PORT_TAKEN: {
    status: 500,
    message: {
      ru: 'Порт {port} занят другой программой',
      kk: '{port} портын басқа бағдарлама алып тұр',
      en: 'Port {port} is taken by another program',
    },
    hint: {
      ru: 'Закройте её или задайте той же команде другой порт: PORT={next}',
      kk: 'Оны жабыңыз немесе сол пәрменге басқа порт беріңіз: PORT={next}',
      en: 'Close it, or give the same command another port: PORT={next}',
    },
  },
  QRG_ROW_DUPLICATE: {
    status: 422,
    message: {
      ru: 'Перевод с этим номером уже учтён: «{value}»',
      kk: 'Бұл нөмірлі аударым есепке алынған: «{value}»',
      en: 'A transfer with this id was already counted: "{value}"',
    },
  },
  QRG_RULES_INVALID: {
    status: 500,
    message: {
      ru: 'Правила не загружены: {what}',
      kk: 'Ережелер жүктелмеді: {what}',
      en: 'The rules could not be loaded: {what}',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
