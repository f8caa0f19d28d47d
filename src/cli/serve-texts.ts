import type { Localized } from '../domain/language.ts';

/** What `qorgan serve`, `migrate`, `backup`, `restore` and `doctor` say. */
export const SERVE_TEXTS = {
  serviceAt: {
    ru: 'Сервис решений работает: {url}  (Ctrl-C — остановить)',
    kk: 'Шешім қабылдау сервисі жұмыс істеп тұр: {url}  (тоқтату — Ctrl-C)',
    en: 'The decision service is at {url}  (Ctrl-C stops it)',
  },
  portalAt: {
    ru: 'Портал для всех, без входа: {url}',
    kk: 'Баршаға арналған портал, кірусіз: {url}',
    en: 'The portal for everybody, without signing in: {url}',
  },
  serviceRecovered: {
    ru: 'Состояние восстановлено за {ms} мс: фактов {seq}, из них повторено после снимка {replayed}.',
    kk: 'Күй {ms} мс ішінде қалпына келді: {seq} факт, оның {replayed} көшірмеден кейін қайталанды.',
    en: 'State recovered in {ms} ms: {seq} facts, {replayed} of them replayed after a snapshot.',
  },
  serviceStopping: {
    ru: 'Останавливаюсь: дописываю принятое…',
    kk: 'Тоқтап жатырмын: қабылданғанды жазып бітіремін…',
    en: 'Stopping: writing what was taken…',
  },
  serviceBroken: {
    ru: 'Журнал больше нельзя вести ({what}): сервис завершается, чтобы не подтверждать несохранённое.',
    kk: 'Журналды енді жүргізу мүмкін емес ({what}): сақталмағанды растамас үшін сервис аяқталады.',
    en: 'The journal cannot be kept any more ({what}): the service ends rather than acknowledge what is not saved.',
  },
  townLoading: {
    ru: 'Загружаю смоделированный город: {people} жителей, {days} дней…',
    kk: 'Модельденген қаланы жүктеп жатырмын: {people} тұрғын, {days} күн…',
    en: 'Loading a simulated town: {people} people, {days} days…',
  },
  townLoaded: {
    ru: 'Загружено переводов: {transfers}. Дальше город живёт: переводы идут, сигналы появляются.',
    kk: 'Жүктелген аударым: {transfers}. Енді қала тіршілігі жүріп жатыр: аударымдар түсіп, дабылдар пайда болады.',
    en: 'Loaded {transfers} transfers. The town goes on living: transfers arrive, alerts appear.',
  },
  townTold: {
    ru: 'Дело {number} ведут смоделированные люди банка {bank}; дело {left} банка {leftBank} система открыла сама, оно ждёт вас.',
    kk: '{number} ісін {bank} банкінің модельденген адамдары жүргізіп жатыр; {leftBank} банкінің {left} ісін жүйе өзі ашты, ол сізді күтіп тұр.',
    en: 'Simulated people of {bank} work on case {number}; the system opened case {left} of {leftBank} by itself, and it waits for you.',
  },
  migrated: {
    ru: 'Схема обновлена: {applied}',
    kk: 'Схема жаңартылды: {applied}',
    en: 'Schema brought up to date: {applied}',
  },
  migratedNothing: {
    ru: 'Схема уже в порядке.',
    kk: 'Схема бұрыннан дұрыс.',
    en: 'The schema is up to date.',
  },
  backedUp: {
    ru: 'Копия записана: {file}, таблиц {tables}, строк {rows}. Главного ключа в ней нет: храните его отдельно.',
    kk: 'Көшірме жазылды: {file}, {tables} кесте, {rows} жол. Басты кілт онда жоқ: оны бөлек сақтаңыз.',
    en: 'Backup written: {file}, {tables} tables, {rows} rows. The master key is not in it: keep it apart.',
  },
  restored: {
    ru: 'База восстановлена: таблиц {tables}, строк {rows}.',
    kk: 'Дерекқор қалпына келді: {tables} кесте, {rows} жол.',
    en: 'The database was restored: {tables} tables, {rows} rows.',
  },
  keysData: {
    ru: 'Теперь запечатывает ключ данных {key}; запечатано заново значений: {count}. Журнал и книга действий остаются под ключами своего времени.',
    kk: 'Енді {key} деректер кілті мөрлейді; қайта мөрленген мәндер: {count}. Журнал мен әрекеттер кітабы өз уақытының кілттерінде қалады.',
    en: 'Data key {key} seals from now on; sealed again: {count} values. The journal and the record of acts stay under the keys of their day.',
  },
  keysMaster: {
    ru: 'В {file} новый главный ключ: положите его копию туда, где хранятся ключи, и перезапустите сервис. Прежние копии базы открывает только прежний ключ.',
    kk: '{file} ішінде жаңа басты кілт тұр: көшірмесін кілттер сақталатын жерге салып, сервисті қайта іске қосыңыз. Дерекқордың бұрынғы көшірмелерін тек бұрынғы кілт ашады.',
    en: 'There is a new master key in {file}: put a copy where keys are kept, and start the service again. Backups made before open with the key of before only.',
  },
  doctorFile: {
    ru: 'Файл настроек: {file}',
    kk: 'Баптау файлы: {file}',
    en: 'Configuration file: {file}',
  },
  doctorNoFile: {
    ru: 'Файла настроек нет (qorgan.yaml)',
    kk: 'Баптау файлы жоқ (qorgan.yaml)',
    en: 'No configuration file (qorgan.yaml)',
  },
  fromVariable: { ru: 'переменная', kk: 'айнымалы', en: 'variable' },
  fromFile: { ru: 'файл', kk: 'файл', en: 'file' },
  fromDefault: { ru: 'по умолчанию', kk: 'әдепкі', en: 'default' },
  secretSet: { ru: '(задано)', kk: '(берілген)', en: '(set)' },
  notSet: { ru: '—', kk: '—', en: '—' },
  checkSettings: { ru: 'Настройки', kk: 'Баптаулар', en: 'Settings' },
  checkNoStore: {
    ru: 'её ещё нет: qorgan serve создаст её при первом запуске',
    kk: 'ол әлі жоқ: qorgan serve оны алғаш іске қосылғанда жасайды',
    en: 'there is none yet: qorgan serve makes it at its first start',
  },
  checkNode: { ru: 'Node', kk: 'Node', en: 'Node' },
  checkData: { ru: 'Папка данных', kk: 'Деректер қалтасы', en: 'Data folder' },
  checkStore: { ru: 'База данных', kk: 'Дерекқор', en: 'Database' },
  checkJournal: { ru: 'Журнал', kk: 'Журнал', en: 'Journal' },
  checkAudit: { ru: 'Книга действий', kk: 'Әрекеттер кітабы', en: 'Audit' },
  checkRules: { ru: 'Правила', kk: 'Ережелер', en: 'Rules' },
  checkModel: { ru: 'Модель', kk: 'Модель', en: 'Model' },
  checkLaw: { ru: 'Право', kk: 'Құқық', en: 'Law' },
  checkCalendar: {
    ru: 'рабочие дни известны по {year} год',
    kk: 'жұмыс күндері {year} жылға дейін белгілі',
    en: 'working days are known up to {year}',
  },
} as const satisfies Record<string, Localized>;
