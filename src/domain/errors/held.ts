import type { ErrorEntry } from './entry.ts';

/** Help for people: the files that it comes from, and the look-up of a held payment by its code. */
export const HELD_ERRORS = {
  QRG_HELD_APPEAL_WAITS: {
    status: 409,
    message: {
      ru: 'Ваша жалоба уже принята, её рассматривают',
      kk: 'Шағымыңыз қабылданған, қаралып жатыр',
      en: 'Your appeal has come in and is being looked at',
    },
    hint: {
      ru: 'Второй раз подавать её не нужно. Ответ появится здесь же, по тому же коду.',
      kk: 'Екінші рет берудің керегі жоқ. Жауап осы жерде, осы кодпен шығады.',
      en: 'There is no need to file it again. The answer will stand here, under the same code.',
    },
  },
  QRG_HELD_CODE: {
    status: 404,
    message: {
      ru: 'По этому коду ничего не найдено',
      kk: 'Бұл кодпен ештеңе табылмады',
      en: 'Nothing was found under this code',
    },
    hint: {
      ru: 'Сверьте код с тем, что дал банк. Без кода спросите в отделении.',
      kk: 'Кодты банк берген кодпен салыстырыңыз. Код болмаса, бөлімшеден сұраңыз.',
      en: 'Compare the code with what the bank gave you. Without a code, ask at a branch.',
    },
  },
  QRG_HELD_NO_APPEAL: {
    status: 409,
    message: {
      ru: 'Обжаловать здесь уже нечего: остановка закончилась',
      kk: 'Мұнда шағым беретін ештеңе қалмады: тоқтату аяқталды',
      en: 'There is nothing left to appeal here: the hold has ended',
    },
  },
  QRG_HELD_NO_CODE: {
    status: 409,
    message: {
      ru: 'По этой остановке клиенту нельзя дать код',
      kk: 'Бұл тоқтатуға клиентке код беруге болмайды',
      en: 'The client of this hold cannot be given a code',
    },
    hint: {
      ru: 'Код дают, когда человек остановил перевод только по закону о платежах: тогда о причине сообщают. Об основаниях по закону № 191-IV клиенту не говорят.',
      kk: 'Кодты адам аударымды тек төлемдер туралы заң бойынша тоқтатқанда береді: онда себебі айтылады. № 191-IV заң бойынша негіздер клиентке айтылмайды.',
      en: 'A code is given where a person placed the hold under the payments law alone: then the reason is told. Of grounds under law 191-IV a client is told nothing.',
    },
  },
  QRG_HELD_NOT_ASKED: {
    status: 409,
    message: {
      ru: 'Сейчас банк не ждёт пояснений',
      kk: 'Банк қазір түсіндірме күтіп отырған жоқ',
      en: 'The bank is not waiting for an explanation now',
    },
    hint: {
      ru: 'Если вы не согласны с остановкой, подайте жалобу.',
      kk: 'Тоқтатумен келіспесеңіз, шағым беріңіз.',
      en: 'If you disagree with the hold, file an appeal.',
    },
  },
  QRG_HELD_OFTEN: {
    status: 429,
    message: {
      ru: 'Слишком много попыток. Повторите через {seconds} с',
      kk: 'Әрекет тым көп. {seconds} секундтан кейін қайталаңыз',
      en: 'Too many tries. Try again in {seconds} s',
    },
  },
  QRG_HELP_FILE: {
    status: 500,
    message: {
      ru: 'Помощь: {file}, {path}: {what}',
      kk: 'Көмек: {file}, {path}: {what}',
      en: 'Help: {file}, {path}: {what}',
    },
    hint: {
      ru: 'Исправьте файл в data/help. Как он устроен, написано в docs/reference/help-data.md.',
      kk: 'data/help ішіндегі файлды түзетіңіз. Оның құрылымы docs/reference/help-data.md ішінде.',
      en: 'Correct the file in data/help. docs/reference/help-data.md says how it is made.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
