import type { Localized } from '../domain/language.ts';

/** What `qorgan user` and `qorgan audit` say. */
export const USER_TEXTS = {
  userAdded: {
    ru: 'Добавлен {login}. Ссылка для первого пароля, одна на раз, на сутки:\n{link}',
    kk: '{login} қосылды. Алғашқы құпиясөзге арналған бір реттік сілтеме, бір тәулікке жарамды:\n{link}',
    en: 'Added {login}. A link to set the first password, good once and for a day:\n{link}',
  },
  userLink: {
    ru: 'Прежний пароль больше не действует. Ссылка для нового, одна на раз, на сутки:\n{link}',
    kk: 'Бұрынғы құпиясөз енді жарамайды. Жаңасына арналған бір реттік сілтеме, бір тәулікке жарамды:\n{link}',
    en: 'The old password is no longer valid. A link to set a new one, good once and for a day:\n{link}',
  },
  userDone: {
    ru: '{login}: сделано, его сеансы завершены',
    kk: '{login}: орындалды, сеанстары аяқталды',
    en: '{login}: done, their sessions have ended',
  },
  userNone: {
    ru: 'Пользователей ещё нет. Первый администратор: qorgan user first-run',
    kk: 'Әзірге пайдаланушы жоқ. Бірінші әкімші: qorgan user first-run',
    en: 'There are no users yet. For the first administrator: qorgan user first-run',
  },
  userDisabled: { ru: 'отключён', kk: 'өшірулі', en: 'disabled' },
  userWaiting: { ru: 'ждёт пароля', kk: 'құпиясөз күтуде', en: 'no password yet' },
  userOutside: { ru: 'единый вход', kk: 'бірыңғай кіру', en: 'single sign-on' },
  userNoCodes: { ru: 'без кодов', kk: 'кодсыз', en: 'no code app' },
  firstRunLink: {
    ru: 'Создайте первого администратора. Ссылка одна на раз, на сутки:\n{link}\nСам администратор тревог не видит: отметьте на этой странице «Тоже буду разбирать тревоги» или добавьте людей: qorgan user add',
    kk: 'Бірінші әкімшіні құрыңыз. Бір реттік сілтеме, бір тәулікке жарамды:\n{link}\nӘкімшінің өзі дабылдарды көрмейді: сол бетте «Дабылдарды өзім де қараймын» дегенді белгілеңіз немесе адам қосыңыз: qorgan user add',
    en: 'Make the first administrator. The link is good once and for a day:\n{link}\nAn administrator alone sees no alerts: tick "I shall work on alerts too" on that page, or add people: qorgan user add',
  },
  institutionAdded: {
    ru: 'Организация {code} добавлена',
    kk: '{code} ұйымы қосылды',
    en: 'Institution {code} added',
  },
  institutionSeesAll: { ru: 'видит всех', kk: 'бәрін көреді', en: 'sees all' },
  keyAdded: {
    ru: 'Ключ показан один раз, действует до {until}:\n{key}',
    kk: 'Кілт бір рет қана көрсетіледі, {until} дейін жарамды:\n{key}',
    en: 'The key is shown this once and is good until {until}:\n{key}',
  },
  keyRevoked: {
    ru: 'Ключ {key} отозван',
    kk: '{key} кілті қайтарып алынды',
    en: 'Key {key} revoked',
  },
  keyStateRevoked: { ru: 'отозван {day}', kk: '{day} қайтарылған', en: 'revoked {day}' },
  keyStateUntil: { ru: 'до {day}', kk: '{day} дейін', en: 'until {day}' },
  keyUsed: { ru: 'был в деле {day}', kk: 'соңғы қолданылуы {day}', en: 'last used {day}' },
  auditWhole: {
    ru: 'Журнал действий цел, записей: {entries}. Отметка, которую стоит записать вне системы:\n{anchor}',
    kk: 'Әрекеттер журналы бүтін, жазба саны: {entries}. Жүйеден тыс жазып қоятын белгі:\n{anchor}',
    en: 'The record of acts is whole: {entries} entries. An anchor worth writing down outside the system:\n{anchor}',
  },
  auditBroken: {
    ru: 'Журнал действий нарушен на записи {seq}: {what}. Целы записи до неё: {entries}',
    kk: 'Әрекеттер журналы {seq}-жазбада бұзылған: {what}. Оған дейінгі бүтін жазбалар: {entries}',
    en: 'The record of acts breaks at entry {seq}: {what}. Whole before it: {entries}',
  },
  breach_removed: { ru: 'запись удалена', kk: 'жазба жойылған', en: 'an entry was removed' },
  breach_unlinked: {
    ru: 'запись переставлена или вставлена',
    kk: 'жазба орнынан ауыстырылған немесе қыстырылған',
    en: 'an entry was moved or put in',
  },
  breach_altered: { ru: 'запись изменена', kk: 'жазба өзгертілген', en: 'an entry was altered' },
  breach_cut: {
    ru: 'последние записи отрезаны',
    kk: 'соңғы жазбалар кесіліп тасталған',
    en: 'the last entries were cut off',
  },
  breach_added: {
    ru: 'запись дописана в обход Qorgan',
    kk: 'жазба Qorgan-нан тыс қосылған',
    en: 'an entry was added past Qorgan',
  },
  breach_rewritten: {
    ru: 'цепочка пересчитана заново без ключа',
    kk: 'тізбек кілтсіз қайта есептелген',
    en: 'the chain was computed anew without the key',
  },
  breach_head: {
    ru: 'запечатанной головы цепочки нет, или она сделана другим ключом',
    kk: 'тізбектің мөрленген басы жоқ не басқа кілтпен жасалған',
    en: 'the sealed head of the chain is gone or made with another key',
  },
  breach_anchor: {
    ru: 'запись не совпадает с отметкой',
    kk: 'жазба белгімен сәйкес емес',
    en: 'the entry does not agree with the anchor',
  },
} as const satisfies Record<string, Localized>;
