import type { Texts } from '../texts.ts';

/** What a person can do with a hold, what they fill in for it, and what comes of it. */
export const ACT_TEXTS = {
  'act.place': { ru: 'Приостановить', kk: 'Тоқтата тұру', en: 'Place the hold' },
  'act.add_ground': { ru: 'Добавить основание', kk: 'Негіз қосу', en: 'Add a ground' },
  'act.ask': { ru: 'Запросить пояснения', kk: 'Түсіндірме сұрау', en: 'Ask for an explanation' },
  'act.answer': { ru: 'Записать пояснения', kk: 'Түсіндірмені жазу', en: 'Note the explanation' },
  'act.notify_centre': {
    ru: 'Сообщить в антифрод-центр',
    kk: 'Антифрод-орталыққа хабарлау',
    en: 'Notify the centre',
  },
  'act.le_decision': {
    ru: 'Записать решение органов',
    kk: 'Органдар шешімін жазу',
    en: 'Note what law enforcement decided',
  },
  'act.report_afm': { ru: 'Сообщить в АФМ', kk: 'ҚМА-ға хабарлау', en: 'Report to the FIU' },
  'act.afm_decision': {
    ru: 'Записать решение АФМ',
    kk: 'ҚМА шешімін жазу',
    en: 'Note what the FIU decided',
  },
  'act.ask_release': { ru: 'Попросить отпустить', kk: 'Босатуды сұрау', en: 'Ask to release' },
  'act.release': { ru: 'Отпустить деньги', kk: 'Ақшаны босату', en: 'Release the money' },
  'act.refuse': {
    ru: 'Отказать в переводе',
    kk: 'Аударымнан бас тарту',
    en: 'Refuse the transfer',
  },
  'act.return_money': { ru: 'Вернуть деньги', kk: 'Ақшаны қайтару', en: 'Return the money' },
  'act.appeal': {
    ru: 'Записать жалобу клиента',
    kk: 'Клиент шағымын жазу',
    en: 'Note the client’s appeal',
  },
  'act.decide_appeal': {
    ru: 'Решить по жалобе',
    kk: 'Шағым бойынша шешу',
    en: 'Decide the appeal',
  },
  'act.propose': {
    ru: 'Предложено программой',
    kk: 'Бағдарлама ұсынды',
    en: 'Proposed by the program',
  },
  'act.time': { ru: 'Прошёл срок', kk: 'Мерзім өтті', en: 'A term passed' },
  doneNow: { ru: 'Сделано: {act}', kk: 'Орындалды: {act}', en: 'Done: {act}' },
  // what a person says
  reason: { ru: 'Почему', kk: 'Неліктен', en: 'Why' },
  'reason.ask': { ru: 'Вопрос клиенту', kk: 'Клиентке сұрақ', en: 'The question to the client' },
  'reason.answer': { ru: 'Что сказал клиент', kk: 'Клиент не деді', en: 'What the client said' },
  'reason.appeal': { ru: 'Что пишет клиент', kk: 'Клиент не жазды', en: 'What the client writes' },
  'reason.le_decision': {
    ru: 'Орган, документ, кто передал',
    kk: 'Орган, құжат, кім тапсырды',
    en: 'Body, document, who handed it over',
  },
  'reason.afm_decision': {
    ru: 'Документ, кто передал',
    kk: 'Құжат, кім тапсырды',
    en: 'Document, who handed it over',
  },
  reasonAbout: {
    ru: 'Не короче пяти знаков. Останется в журнале под вашим именем.',
    kk: 'Бес таңбадан кем емес. Журналда сіздің атыңызбен қалады.',
    en: 'Five characters at least. It stays in the record under your name.',
  },
  outcome: { ru: 'Решение', kk: 'Шешім', en: 'Decision' },
  'outcome.keep': { ru: 'Держать дальше', kk: 'Ұстай беру', en: 'Keep it' },
  'outcome.release': { ru: 'Отпустить', kk: 'Босату', en: 'Release it' },
  'outcome.return': {
    ru: 'Вернуть потерпевшему',
    kk: 'Жәбірленушіге қайтару',
    en: 'Return it to the victim',
  },
  'outcome.suspend': {
    ru: 'Приостановить операцию',
    kk: 'Операцияны тоқтата тұру',
    en: 'Suspend the operation',
  },
  'outcome.no_need': {
    ru: 'Приостанавливать не нужно',
    kk: 'Тоқтатудың қажеті жоқ',
    en: 'No need to suspend',
  },
  'outcome.account_stop': { ru: 'Остановить счёт', kk: 'Шотты тоқтату', en: 'Stop the account' },
  decidedAt: {
    ru: 'Когда решили (время Казахстана)',
    kk: 'Қашан шешілді (Қазақстан уақыты)',
    en: 'When it was decided (time of Kazakhstan)',
  },
  basis: { ru: 'На каком основании отпустить', kk: 'Қандай негізбен босату', en: 'On what basis' },
  'basis.cleared': {
    ru: 'Проверили: мошенничества нет',
    kk: 'Тексерілді: алаяқтық жоқ',
    en: 'Looked into: no fraud',
  },
  'basis.le_decision': {
    ru: 'Так решили органы',
    kk: 'Органдар солай шешті',
    en: 'Law enforcement decided so',
  },
  'basis.term_over': { ru: 'Срок вышел', kk: 'Мерзімі бітті', en: 'The term is over' },
  'basis.not_the_person': {
    ru: 'Это другой человек, однофамилец',
    kk: 'Бұл басқа адам, аттас',
    en: 'Another person of the same name',
  },
  'basis.delisted': {
    ru: 'Исключён из списка',
    kk: 'Тізімнен шығарылған',
    en: 'Taken off the list',
  },
  'basis.authority': {
    ru: 'Решение уполномоченного органа',
    kk: 'Уәкілетті органның шешімі',
    en: 'Decision of a competent body',
  },
  'basis.appeal': {
    ru: 'Жалоба удовлетворена',
    kk: 'Шағым қанағаттандырылды',
    en: 'The appeal is granted',
  },
  granted: { ru: 'Жалобу удовлетворить', kk: 'Шағымды қанағаттандыру', en: 'Grant the appeal' },
  notGranted: { ru: 'Жалобу отклонить', kk: 'Шағымды қабылдамау', en: 'Dismiss the appeal' },
  prosecutor: {
    ru: 'Прокурор согласовал возврат',
    kk: 'Прокурор қайтаруға келісті',
    en: 'The prosecutor agreed to the return',
  },
  groundsToAdd: {
    ru: 'Основание, которое вы добавляете',
    kk: 'Сіз қосатын негіз',
    en: 'The ground you add',
  },
  groundsMore: {
    ru: 'Ещё основания (если есть)',
    kk: 'Тағы негіздер (болса)',
    en: 'More grounds, if any',
  },
  subject: { ru: 'О ком', kk: 'Кім туралы', en: 'About whom' },
  notProtected: {
    ru: 'Если это похоже на зарплату или пособие: почему всё же остановить',
    kk: 'Бұл жалақыға не жәрдемақыға ұқсаса: неге бәрібір тоқтату керек',
    en: 'If it looks like salary or a benefit: why hold it all the same',
  },
} as const satisfies Texts;
