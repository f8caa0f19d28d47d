import { areaTexts } from '../texts.ts';

export const AUDIT_TEXTS = {
  title: { ru: 'Журнал действий', kk: 'Әрекеттер журналы', en: 'Record of acts' },
  about: {
    ru: 'Каждая запись связана с предыдущей: незаметно убрать или изменить её нельзя.',
    kk: 'Әр жазба алдыңғысымен байланысқан: оны білдірмей алып тастауға не өзгертуге болмайды.',
    en: 'Every entry is chained to the one before: none can be taken out or changed unnoticed.',
  },
  entriesFor: {
    ru: 'Записи читает аудитор. Администратор может проверить, что журнал цел.',
    kk: 'Жазбаларды аудитор оқиды. Әкімші журналдың бүтіндігін тексере алады.',
    en: 'Entries are for the auditor. An administrator may check that the record is whole.',
  },
  verify: { ru: 'Проверить цепочку', kk: 'Тізбекті тексеру', en: 'Verify the chain' },
  anchor: {
    ru: 'Отметка, записанная раньше',
    kk: 'Бұрын жазып алынған белгі',
    en: 'A mark noted down earlier',
  },
  anchorAbout: {
    ru: 'Необязательно. С ней проверится и то, что журнал не переписан с тех пор.',
    kk: 'Міндетті емес. Ол арқылы журналдың содан бері қайта жазылмағаны да тексеріледі.',
    en: 'Optional. With it the record is also shown not to have been rewritten since.',
  },
  whole: {
    ru: 'Журнал цел: {n} записей',
    kk: 'Журнал бүтін: {n} жазба',
    en: 'The record is whole: {n} entries',
  },
  broken: {
    ru: 'Журнал нарушен на записи {seq}: {breach}',
    kk: 'Журнал {seq}-жазбада бұзылған: {breach}',
    en: 'The record is broken at entry {seq}: {breach}',
  },
  brokenAbout: {
    ru: 'Записи до неё подлинны. Ничего не исправляйте: сохраните базу и сообщите руководству.',
    kk: 'Оған дейінгі жазбалар түпнұсқа. Ештеңені түзетпеңіз: базаны сақтап, басшылыққа хабарлаңыз.',
    en: 'The entries before it are genuine. Repair nothing: keep the database and tell those in charge.',
  },
  markNow: {
    ru: 'Отметка конца журнала',
    kk: 'Журнал соңының белгісі',
    en: 'Mark of the end of the record',
  },
  markAbout: {
    ru: 'Запишите её вне этой системы: по ней потом можно доказать, что журнал не переписан.',
    kk: 'Оны осы жүйеден тыс жерге жазып қойыңыз: кейін журналдың қайта жазылмағанын сонымен дәлелдеуге болады.',
    en: 'Note it down outside of this system: it can prove later that the record was not rewritten.',
  },
  who: { ru: 'Кто', kk: 'Кім', en: 'Who' },
  'kind.user': { ru: 'человек', kk: 'адам', en: 'person' },
  'kind.key': { ru: 'программа', kk: 'бағдарлама', en: 'program' },
  'kind.terminal': { ru: 'командная строка', kk: 'командалық жол', en: 'command line' },
  'kind.system': { ru: 'Qorgan', kk: 'Qorgan', en: 'Qorgan' },
  action: { ru: 'Что', kk: 'Не', en: 'What' },
  object: { ru: 'С чем', kk: 'Немен', en: 'To what' },
  reason: { ru: 'Слова человека', kk: 'Адамның сөзі', en: 'In their words' },
  detail: { ru: 'Подробности', kk: 'Толығырақ', en: 'Details' },
  number: { ru: '№', kk: '№', en: 'No.' },
  find: { ru: 'Найти', kk: 'Табу', en: 'Find' },
  none: { ru: 'Таких записей нет', kk: 'Мұндай жазба жоқ', en: 'No such entries' },
} as const;

export const useAuditTexts = areaTexts('audit', AUDIT_TEXTS);
