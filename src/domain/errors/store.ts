import type { ErrorEntry } from './entry.ts';

/** The database underneath: where it is, what it holds, the keys it needs. */
export const STORE_ERRORS = {
  QRG_STORE_UNREACHABLE: {
    status: 503,
    message: {
      ru: 'База данных недоступна: {reason}',
      kk: 'Дерекқорға қол жеткізу мүмкін емес: {reason}',
      en: 'The database cannot be reached: {reason}',
    },
    hint: {
      ru: 'Повторите через несколько секунд. Если не проходит, проверьте сервер и QORGAN_DATABASE_URL.',
      kk: 'Бірнеше секундтан кейін қайталаңыз. Өтпесе, сервер мен QORGAN_DATABASE_URL мәнін тексеріңіз.',
      en: 'Try again in a few seconds. If it goes on, check the server and QORGAN_DATABASE_URL.',
    },
  },
  QRG_STORE_REFUSED: {
    status: 500,
    message: {
      ru: 'База данных не впускает: {reason}',
      kk: 'Дерекқор кіргізбейді: {reason}',
      en: 'The database does not let us in: {reason}',
    },
    hint: {
      ru: 'Проверьте имя, пароль и имя базы в QORGAN_DATABASE_URL.',
      kk: 'QORGAN_DATABASE_URL ішіндегі атты, құпиясөзді және дерекқор атауын тексеріңіз.',
      en: 'Check the user, the password and the database name in QORGAN_DATABASE_URL.',
    },
  },
  QRG_STORE_CONNECTIONS: {
    status: 503,
    message: {
      ru: 'У базы данных нет свободных подключений',
      kk: 'Дерекқорда бос қосылым қалмады',
      en: 'The database has no connection to spare',
    },
    hint: {
      ru: 'Повторите через секунду. Если повторяется, увеличьте max_connections на сервере.',
      kk: 'Бір секундтан кейін қайталаңыз. Қайталана берсе, сервердегі max_connections мәнін арттырыңыз.',
      en: 'Try again in a second. If it goes on, raise max_connections on the server.',
    },
  },
  QRG_STORE_SLOW: {
    status: 503,
    message: {
      ru: 'База данных не успела ответить: {reason}',
      kk: 'Дерекқор уақытында жауап бермеді: {reason}',
      en: 'The database did not answer in time: {reason}',
    },
    hint: {
      ru: 'Повторите позже или сузьте запрос.',
      kk: 'Кейінірек қайталаңыз не сұрауды тарылтыңыз.',
      en: 'Try again later, or ask for less.',
    },
  },
  QRG_STORE_DISK_FULL: {
    status: 507,
    message: {
      ru: 'На диске базы данных нет места',
      kk: 'Дерекқор дискісінде орын қалмады',
      en: 'The disk of the database is full',
    },
    hint: {
      ru: 'Освободите место: всё подтверждённое уже записано, новое примется, когда место появится.',
      kk: 'Орын босатыңыз: расталғанның бәрі жазылған, орын пайда болғанда жаңасы қабылданады.',
      en: 'Free some space: all that was acknowledged is written, and new work is taken once there is room.',
    },
  },
  QRG_STORE_VERSION: {
    status: 500,
    message: {
      ru: 'Нужен PostgreSQL {needed} или новее, а это {found}',
      kk: 'PostgreSQL {needed} немесе одан жаңасы керек, ал мұнда {found}',
      en: 'PostgreSQL {needed} or newer is needed, this is {found}',
    },
  },
  QRG_STORE_ENCODING: {
    status: 500,
    message: {
      ru: 'Кодировка базы данных {found}, а нужна UTF8',
      kk: 'Дерекқор кодтамасы {found}, ал UTF8 керек',
      en: 'The database is encoded in {found}; it must be UTF8',
    },
    hint: {
      ru: "Создайте базу заново: CREATE DATABASE qorgan TEMPLATE template0 ENCODING 'UTF8'",
      kk: "Дерекқорды қайта құрыңыз: CREATE DATABASE qorgan TEMPLATE template0 ENCODING 'UTF8'",
      en: "Create it anew: CREATE DATABASE qorgan TEMPLATE template0 ENCODING 'UTF8'",
    },
  },
  QRG_STORE_OLD: {
    status: 500,
    message: {
      ru: 'База данных от прежней версии Qorgan: не хватает {pending}',
      kk: 'Дерекқор Qorgan-ның бұрынғы нұсқасынан: {pending} жетіспейді',
      en: 'The database is of an earlier Qorgan: {pending} is missing',
    },
    hint: {
      ru: 'Сделайте копию (qorgan backup) и выполните: qorgan migrate',
      kk: 'Көшірме жасап (qorgan backup), мына пәрменді орындаңыз: qorgan migrate',
      en: 'Make a backup (qorgan backup), then run: qorgan migrate',
    },
  },
  QRG_STORE_NEWER: {
    status: 500,
    message: {
      ru: 'База данных от более новой версии Qorgan: она знает {migration}, а эта версия нет',
      kk: 'Дерекқор Qorgan-ның жаңарақ нұсқасынан: онда {migration} бар, бұл нұсқа оны білмейді',
      en: 'The database is of a later Qorgan: it knows {migration}, this version does not',
    },
    hint: {
      ru: 'Запустите ту версию, которая работала с этой базой, или новее.',
      kk: 'Осы дерекқормен жұмыс істеген нұсқаны немесе одан жаңасын іске қосыңыз.',
      en: 'Run the version that worked with this database, or a later one.',
    },
  },
  QRG_STORE_CHANGED: {
    status: 500,
    message: {
      ru: 'Миграция {migration} изменилась после того, как была применена',
      kk: '{migration} көшуі қолданылғаннан кейін өзгерген',
      en: 'Migration {migration} has changed since it was applied',
    },
    hint: {
      ru: 'Применённую миграцию не правят: нужна новая. Установите пакет заново.',
      kk: 'Қолданылған көшуді түзетпейді: жаңасы керек. Пакетті қайта орнатыңыз.',
      en: 'A migration that was applied is never edited, a new one is written. Install the package again.',
    },
  },
  QRG_STORE_MIGRATION: {
    status: 500,
    message: {
      ru: 'Миграция {migration} не прошла, база осталась как была: {reason}',
      kk: '{migration} көшуі өтпеді, дерекқор бұрынғыдай қалды: {reason}',
      en: 'Migration {migration} failed and the database is as it was: {reason}',
    },
  },
  QRG_STORE_READER_ROLE: {
    status: 500,
    message: {
      ru: 'В базе нет роли qorgan_reader, а {user} не вправе её создать или надеть',
      kk: 'Дерекқорда qorgan_reader рөлі жоқ, ал {user} оны құруға не пайдалануға құқылы емес',
      en: 'There is no role qorgan_reader, or {user} may neither create nor take it',
    },
    hint: {
      ru: 'Пусть администратор базы выполнит: CREATE ROLE qorgan_reader NOLOGIN; GRANT qorgan_reader TO "{user}";',
      kk: 'Дерекқор әкімшісі орындасын: CREATE ROLE qorgan_reader NOLOGIN; GRANT qorgan_reader TO "{user}";',
      en: 'Have the database administrator run: CREATE ROLE qorgan_reader NOLOGIN; GRANT qorgan_reader TO "{user}";',
    },
  },
  QRG_STORE_KEY_WRONG: {
    status: 500,
    message: {
      ru: 'Главный ключ не подходит к этой базе данных',
      kk: 'Басты кілт бұл дерекқорға сәйкес келмейді',
      en: 'The master key does not fit this database',
    },
    hint: {
      ru: 'Верните прежний ключ: QORGAN_MASTER_KEY, QORGAN_MASTER_KEY_FILE или master.key в папке данных. Без него данные не открыть.',
      kk: 'Бұрынғы кілтті қайтарыңыз: QORGAN_MASTER_KEY, QORGAN_MASTER_KEY_FILE немесе деректер қалтасындағы master.key. Онсыз деректер ашылмайды.',
      en: 'Bring back the earlier key: QORGAN_MASTER_KEY, QORGAN_MASTER_KEY_FILE or master.key in the data folder. Nothing opens without it.',
    },
  },
  QRG_STORE_KEY_MISSING: {
    status: 500,
    message: {
      ru: 'База данных запечатана главным ключом, а файла ключа нет: {file}',
      kk: 'Дерекқор басты кілтпен мөрленген, ал кілт файлы жоқ: {file}',
      en: 'The database is sealed with a master key, and the key file is missing: {file}',
    },
    hint: {
      ru: 'Верните файл из хранилища ключей или укажите QORGAN_MASTER_KEY. Новый ключ не открыл бы прежних данных, поэтому он не создан.',
      kk: 'Файлды кілт қоймасынан қайтарыңыз не QORGAN_MASTER_KEY көрсетіңіз. Жаңа кілт бұрынғы деректерді ашпас еді, сондықтан ол жасалмады.',
      en: 'Bring the file back from where keys are kept, or set QORGAN_MASTER_KEY. A new key would not open the data, so none was made.',
    },
  },
  QRG_STORE_KEY_SHAPE: {
    status: 500,
    message: {
      ru: 'Главный ключ из {place} не годится: нужно 32 байта в base64 или 64 цифры hex',
      kk: '{place} ішіндегі басты кілт жарамсыз: base64 түріндегі 32 байт не hex түріндегі 64 таңба керек',
      en: 'The master key in {place} is no good: it must be 32 bytes in base64 or 64 hex digits',
    },
    hint: {
      ru: 'Новый ключ: openssl rand -base64 32',
      kk: 'Жаңа кілт: openssl rand -base64 32 пәрмені',
      en: 'A new key: openssl rand -base64 32 makes one',
    },
  },
  QRG_STORE_KEY_NO_FILE: {
    status: 422,
    message: {
      ru: 'Главный ключ задан значением, сменить можно только ключ в файле',
      kk: 'Басты кілт мән түрінде берілген, тек файлдағы кілтті ауыстыруға болады',
      en: 'The master key is told as a value; only one in a file can be changed',
    },
    hint: {
      ru: 'Запишите его в файл и укажите QORGAN_MASTER_KEY_FILE вместо QORGAN_MASTER_KEY.',
      kk: 'Оны файлға жазып, QORGAN_MASTER_KEY орнына QORGAN_MASTER_KEY_FILE көрсетіңіз.',
      en: 'Write it to a file, and set QORGAN_MASTER_KEY_FILE instead of QORGAN_MASTER_KEY.',
    },
  },
  QRG_STORE_KEY_UNKNOWN: {
    status: 500,
    message: {
      ru: 'Данные запечатаны ключом {key}, которого в базе нет',
      kk: 'Деректер дерекқорда жоқ {key} кілтімен мөрленген',
      en: 'The data is sealed with key {key}, which the database does not have',
    },
    hint: {
      ru: 'Если ключи сменил другой процесс, перезапустите этот. Иначе восстановите базу из копии: qorgan restore',
      kk: 'Кілттерді басқа процесс ауыстырса, мынаны қайта іске қосыңыз. Әйтпесе дерекқорды көшірмеден қалпына келтіріңіз: qorgan restore',
      en: 'If another process rotated the keys, start this one again. Else restore the database from a backup: qorgan restore',
    },
  },
  QRG_STORE_SEAL_BROKEN: {
    status: 500,
    message: {
      ru: 'Запечатанные данные изменены или повреждены',
      kk: 'Мөрленген деректер өзгертілген не бүлінген',
      en: 'Sealed data was altered or damaged',
    },
    hint: {
      ru: 'Восстановите базу из копии: qorgan restore',
      kk: 'Дерекқорды көшірмеден қалпына келтіріңіз: qorgan restore',
      en: 'Restore the database from a backup: qorgan restore',
    },
  },
  QRG_STORE_FOLDER: {
    status: 500,
    message: {
      ru: 'С папкой данных нельзя работать: {dir} ({reason})',
      kk: 'Деректер қалтасымен жұмыс істеу мүмкін емес: {dir} ({reason})',
      en: 'The data folder cannot be used: {dir} ({reason})',
    },
    hint: {
      ru: 'Укажите другую папку в QORGAN_DATA.',
      kk: 'QORGAN_DATA арқылы басқа қалтаны көрсетіңіз.',
      en: 'Name another folder in QORGAN_DATA.',
    },
  },
  QRG_STORE_ROOT: {
    status: 500,
    message: {
      ru: 'PostgreSQL не работает от имени root, а пользователь {user} не может пройти в {path}',
      kk: 'PostgreSQL root атынан жұмыс істемейді, ал {user} пайдаланушысы {path} ішіне кіре алмайды',
      en: 'PostgreSQL does not run as root, and user {user} cannot get to {path}',
    },
    hint: {
      ru: 'Запускайте Qorgan от обычного пользователя, или выберите QORGAN_DATA вне закрытых папок (например /var/lib/qorgan), или откройте проход: chmod o+x {path}',
      kk: 'Qorgan-ды қарапайым пайдаланушы атынан іске қосыңыз, не QORGAN_DATA үшін жабық емес қалтаны таңдаңыз (мысалы, /var/lib/qorgan), не жол ашыңыз: chmod o+x {path}',
      en: 'Run Qorgan as an ordinary user, or choose QORGAN_DATA outside of closed folders (such as /var/lib/qorgan), or let it pass: chmod o+x {path}',
    },
  },
  QRG_STORE_PLATFORM: {
    status: 500,
    message: {
      ru: 'Для этой системы нет встроенного PostgreSQL: {platform}',
      kk: 'Бұл жүйеге арналған кіріктірілген PostgreSQL жоқ: {platform}',
      en: 'There is no embedded PostgreSQL for this system: {platform}',
    },
    hint: {
      ru: 'Установите пакеты вместе с необязательными (npm ci без --omit=optional) или укажите сервер в QORGAN_DATABASE_URL.',
      kk: 'Пакеттерді міндетті еместерімен бірге орнатыңыз (npm ci, --omit=optional жоқ) не QORGAN_DATABASE_URL арқылы серверді көрсетіңіз.',
      en: 'Install with optional packages (npm ci without --omit=optional), or name a server in QORGAN_DATABASE_URL.',
    },
  },
  QRG_STORE_START: {
    status: 503,
    message: {
      ru: 'Встроенный PostgreSQL не запустился: {reason}',
      kk: 'Кіріктірілген PostgreSQL іске қосылмады: {reason}',
      en: 'The embedded PostgreSQL did not start: {reason}',
    },
    hint: {
      ru: 'Подробности в файле postgres/server.log папки данных.',
      kk: 'Толығырақ деректер қалтасындағы postgres/server.log файлында.',
      en: 'More is in postgres/server.log of the data folder.',
    },
  },
  QRG_STORE_OTHER_MAJOR: {
    status: 500,
    message: {
      ru: 'Папка данных создана PostgreSQL {found}, а встроен {needed}',
      kk: 'Деректер қалтасын PostgreSQL {found} жасаған, ал кіріктірілгені {needed}',
      en: 'The data folder was made by PostgreSQL {found}, the embedded one is {needed}',
    },
    hint: {
      ru: 'Прежней версией Qorgan сделайте копию (qorgan backup), этой восстановите её в новую папку (qorgan restore).',
      kk: 'Qorgan-ның бұрынғы нұсқасымен көшірме жасап (qorgan backup), осы нұсқамен жаңа қалтаға қалпына келтіріңіз (qorgan restore).',
      en: 'Make a backup with the earlier Qorgan (qorgan backup) and restore it into a new folder with this one (qorgan restore).',
    },
  },
  QRG_BACKUP_FILE: {
    status: 422,
    message: {
      ru: 'Файл копии нельзя использовать: {file} ({reason})',
      kk: 'Көшірме файлын пайдалану мүмкін емес: {file} ({reason})',
      en: 'The backup file cannot be used: {file} ({reason})',
    },
  },
  QRG_BACKUP_DAMAGED: {
    status: 422,
    message: {
      ru: 'Копия оборвана или изменена: {file} ({what}). В базу ничего не записано',
      kk: 'Көшірме үзілген не өзгертілген: {file} ({what}). Дерекқорға ештеңе жазылмады',
      en: 'The backup is cut short or altered: {file} ({what}). Nothing was written to the database',
    },
    hint: {
      ru: 'Возьмите другую копию.',
      kk: 'Басқа көшірмені алыңыз.',
      en: 'Take another backup.',
    },
  },
  QRG_RESTORE_NOT_EMPTY: {
    status: 409,
    message: {
      ru: 'Восстановить можно только в пустую базу, а в этой есть таблицы',
      kk: 'Тек бос дерекқорға қалпына келтіруге болады, ал мұнда кестелер бар',
      en: 'A backup is restored into an empty database only, and this one has tables',
    },
    hint: {
      ru: 'Создайте новую базу или укажите новую папку данных.',
      kk: 'Жаңа дерекқор құрыңыз не жаңа деректер қалтасын көрсетіңіз.',
      en: 'Create a new database, or name a new data folder.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
