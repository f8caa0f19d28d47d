import { isIP } from 'node:net';
import { z } from 'zod';
import type { Localized } from '../../domain/language.ts';
import { ROLES } from '../access/role.ts';
import { BATCH_MOST } from '../live/transfer-request.ts';

/** One setting: its key in the file, its variable, what it may be, what it means. */
export interface Setting<T = unknown> {
  readonly variable: string;
  /** Reads the text of a variable or the value of a file. */
  readonly shape: z.ZodType<T>;
  /** Never printed. */
  readonly secret?: true;
  readonly about: Localized;
}

const text = z.coerce.string().min(1);
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const optional = text.optional();
/** Several words: a list in the file, words with commas in a variable. */
const words = <T extends string>(allowed: readonly T[]) =>
  z.preprocess(
    (told) => (typeof told === 'string' ? told.split(',').map((word) => word.trim()) : told),
    z.array(z.enum(allowed as [T, ...T[]])),
  );
/** A table of names: keys in the file, JSON in a variable. */
const table = <T extends z.ZodType<string>>(value: T) =>
  z.preprocess((told) => {
    try {
      return typeof told === 'string' ? JSON.parse(told) : told;
    } catch {
      return told;
    }
  }, z.record(z.string(), value).optional());
/** An address, or a network as 10.0.0.0/8; never a name, which somebody else may come to own. */
const place = z
  .string()
  .refine((told) => isIP(told) !== 0 || CIDR.some((shape) => shape.safeParse(told).success), {
    error: '10.0.0.1, 10.0.0.0/8',
  });
const CIDR = [z.cidrv4(), z.cidrv6()];
/** Yes, no, or who: addresses and networks, a list in the file, with commas in a variable. */
const yesNoOrPlaces = z.preprocess(
  (told) => {
    if (typeof told !== 'string') return told;
    const yesNo = z.stringbool().safeParse(told);
    return yesNo.success ? yesNo.data : told.split(',').map((word) => word.trim());
  },
  z.union([z.boolean(), z.array(place)]),
);

/** 'address:port', a list in the file, with commas in a variable. */
const servers = z.preprocess(
  (told) => (typeof told === 'string' ? told.split(',').map((one) => one.trim()) : told),
  z.array(
    z.string().refine(
      (told) => {
        const [, address = '', port = ''] = /^(.+):(\d{1,5})$/.exec(told) ?? [];
        return isIP(address) !== 0 && Number(port) <= 65_535;
      },
      { error: '127.0.0.1:8090' },
    ),
  ),
);

const setting = <T>(
  variable: string,
  shape: z.ZodType<T>,
  about: Localized,
  secret?: true,
): Setting<T> => ({ variable, shape, about, ...(secret && { secret }) });

/** Everything that can be configured, by key. Numbers with a bound say why in `about`. */
export const SETTINGS = {
  data: setting('QORGAN_DATA', text.default('qorgan-data'), {
    ru: 'Папка данных: встроенная база, ключ, снимки',
    kk: 'Деректер қалтасы: кіріктірілген дерекқор, кілт, күй көшірмелері',
    en: 'Data folder: the embedded database, the key, snapshots',
  }),
  databaseUrl: setting(
    'QORGAN_DATABASE_URL',
    z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    {
      ru: 'Сервер PostgreSQL вместо встроенного',
      kk: 'Кіріктірілгеннің орнына PostgreSQL сервері',
      en: 'A PostgreSQL server instead of the embedded one',
    },
    true,
  ),
  masterKey: setting(
    'QORGAN_MASTER_KEY',
    optional,
    {
      ru: 'Главный ключ, 32 байта в base64 или hex',
      kk: 'Басты кілт, base64 не hex түріндегі 32 байт',
      en: 'The master key, 32 bytes in base64 or hex',
    },
    true,
  ),
  masterKeyFile: setting('QORGAN_MASTER_KEY_FILE', optional, {
    ru: 'Файл главного ключа; если не указан, master.key в папке данных',
    kk: 'Басты кілт файлы; көрсетілмесе, деректер қалтасындағы master.key',
    en: 'File of the master key; master.key in the data folder if not told',
  }),
  host: setting('QORGAN_HOST', text.default('localhost'), {
    ru: 'Адрес, на котором слушает сервис',
    kk: 'Сервис тыңдайтын мекенжай',
    en: 'Address the service listens on',
  }),
  port: setting('PORT', whole(0, 65_535).default(8080), {
    ru: 'Порт; 0 — любой свободный',
    kk: 'Порт; 0 — кез келген бос порт',
    en: 'Port; 0 is any free one',
  }),
  publicUrl: setting('QORGAN_PUBLIC_URL', z.url({ protocol: /^https?$/ }).optional(), {
    ru: 'Адрес, по которому сервис видят люди: в ссылках и при едином входе',
    kk: 'Адамдар сервисті көретін мекенжай: сілтемелер мен бірыңғай кіру үшін',
    en: 'Address under which people see the service: in links and for single sign-on',
  }),
  trustProxy: setting('QORGAN_TRUST_PROXY', yesNoOrPlaces.default(false), {
    ru: 'Кому верить в X-Forwarded-For и -Proto: адреса и сети своих обратных прокси; true — любому, если к порту не подойти в обход прокси',
    kk: 'X-Forwarded-For мен -Proto тақырыптарында кімге сену керек: өз кері проксилеріңіздің мекенжайлары мен желілері; true — кез келгенге, егер портқа проксиді айналып өту мүмкін болмаса',
    en: 'Whom to believe in X-Forwarded-For and -Proto: addresses and networks of your reverse proxies; true is anybody, where nobody reaches the port past the proxy',
  }),
  secondFactorFor: setting('QORGAN_SECOND_FACTOR_FOR', words(ROLES).default([...ROLES]), {
    ru: 'Роли, которым кроме пароля нужен код из приложения',
    kk: 'Құпиясөзге қоса қолданба коды керек рөлдер',
    en: 'Roles that need a code of an app beside the password',
  }),
  currency: setting(
    'QORGAN_CURRENCY',
    z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('KZT'),
    {
      ru: 'Валюта, в которой сервис следит за деньгами',
      kk: 'Сервис ақшаны бақылайтын валюта',
      en: 'Currency in which money is followed',
    },
  ),
  model: setting('QORGAN_MODEL', optional, {
    ru: 'Обученная модель (qorgan train); без неё судят правила',
    kk: 'Үйретілген модель (qorgan train); онсыз ережелер бағалайды',
    en: 'A model that was learnt (qorgan train); rules alone judge without one',
  }),
  waitingMax: setting('QORGAN_WAITING_MAX', whole(BATCH_MOST, 1_000_000).default(16_384), {
    ru: 'Переводов в ожидании записи; дальше 503: память и задержка ограничены. Не меньше одного полного пакета, иначе его нельзя было бы принять никогда',
    kk: 'Жазылуын күткен аударымдар; одан артығына 503: жад пен кідіріс шектеулі. Бір толық топтамадан кем емес, әйтпесе оны ешқашан қабылдау мүмкін болмас еді',
    en: 'Transfers that wait to be written; past it 503: memory and delay stay bounded. Not less than one whole batch, which could never be taken otherwise',
  }),
  requestsMax: setting('QORGAN_REQUESTS_MAX', whole(1, 100_000).default(256), {
    ru: 'Запросов в работе; дальше сразу 503',
    kk: 'Бір мезгілде орындалатын сұраулар; одан артығына бірден 503',
    en: 'Requests at work; past it 503 at once',
  }),
  keyPerSecond: setting('QORGAN_KEY_PER_SECOND', whole(1, 10_000_000).default(5_000), {
    ru: 'Переводов в секунду на один ключ API',
    kk: 'Бір API кілтіне секундына келетін аударымдар',
    en: 'Transfers a second for one API key',
  }),
  snapshotEvery: setting('QORGAN_SNAPSHOT_EVERY', whole(1_000, 100_000_000).default(200_000), {
    ru: 'Фактов между снимками: столько повторяет восстановление',
    kk: 'Күй көшірмелері арасындағы фактілер: қалпына келтіргенде сонша факт қайталанады',
    en: 'Facts between two snapshots: so many a recovery replays',
  }),
  networksEverySec: setting('QORGAN_NETWORKS_EVERY_SEC', whole(1, 86_400).default(30), {
    ru: 'Секунд между поисками сетей',
    kk: 'Желілерді іздеу аралығы, секунд',
    en: 'Seconds between two searches for networks',
  }),
  logLevel: setting(
    'QORGAN_LOG_LEVEL',
    z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    { ru: 'Подробность журнала', kk: 'Журналдың толықтығы', en: 'How much is logged' },
  ),
  oidcIssuer: setting('QORGAN_OIDC_ISSUER', z.url({ protocol: /^https?$/ }).optional(), {
    ru: 'Единый вход: адрес поставщика OpenID Connect',
    kk: 'Бірыңғай кіру: OpenID Connect жеткізушісінің мекенжайы',
    en: 'Single sign-on: address of the OpenID Connect provider',
  }),
  oidcClientId: setting('QORGAN_OIDC_CLIENT_ID', optional, {
    ru: 'Единый вход: имя клиента',
    kk: 'Бірыңғай кіру: клиент атауы',
    en: 'Single sign-on: client id',
  }),
  oidcClientSecret: setting(
    'QORGAN_OIDC_CLIENT_SECRET',
    optional,
    {
      ru: 'Единый вход: секрет клиента',
      kk: 'Бірыңғай кіру: клиент құпиясы',
      en: 'Single sign-on: client secret',
    },
    true,
  ),
  oidcRolesClaim: setting('QORGAN_OIDC_ROLES_CLAIM', text.default('roles'), {
    ru: 'Единый вход: поле токена с ролями',
    kk: 'Бірыңғай кіру: токендегі рөлдер өрісі',
    en: 'Single sign-on: claim that holds the roles',
  }),
  oidcInstitutionClaim: setting('QORGAN_OIDC_INSTITUTION_CLAIM', text.default('institution'), {
    ru: 'Единый вход: поле токена с кодом организации',
    kk: 'Бірыңғай кіру: токендегі ұйым коды өрісі',
    en: 'Single sign-on: claim that holds the code of the institution',
  }),
  oidcRoles: setting('QORGAN_OIDC_ROLES', table(z.enum(ROLES)), {
    ru: 'Единый вход: какая роль у значения поля; без таблицы значение и есть роль',
    kk: 'Бірыңғай кіру: өріс мәніне сай рөл; кестесіз мәннің өзі — рөл',
    en: 'Single sign-on: role by value of the claim; without a table the value is the role',
  }),
  oidcInstitutions: setting('QORGAN_OIDC_INSTITUTIONS', table(text), {
    ru: 'Единый вход: код организации по значению поля; без таблицы значение и есть код',
    kk: 'Бірыңғай кіру: өріс мәніне сай ұйым коды; кестесіз мәннің өзі — код',
    en: 'Single sign-on: code of the institution by value of the claim; without a table the value is the code',
  }),
  oidcInstitution: setting('QORGAN_OIDC_INSTITUTION', optional, {
    ru: 'Единый вход: организация тех, у кого она не названа',
    kk: 'Бірыңғай кіру: ұйымы аталмағандардың ұйымы',
    en: 'Single sign-on: institution of those whose claims name none',
  }),
  timestampUrl: setting('QORGAN_TIMESTAMP_URL', z.url({ protocol: /^https?$/ }).optional(), {
    ru: 'Доказательства: служба меток времени (RFC 3161); без неё пакеты называют себя untimestamped',
    kk: 'Дәлелдер: уақыт белгісі қызметі (RFC 3161); онсыз пакеттер өзін untimestamped деп атайды',
    en: 'Evidence: time-stamping service (RFC 3161); without one, packages call themselves untimestamped',
  }),
  browserPath: setting('QORGAN_BROWSER', optional, {
    ru: 'Доказательства: программа Chromium для снимков экрана; без неё снимков нет',
    kk: 'Дәлелдер: экран суреттеріне арналған Chromium бағдарламасы; онсыз сурет жоқ',
    en: 'Evidence: a Chromium program for screenshots; none are made without one',
  }),
  watchContact: setting('QORGAN_WATCH_CONTACT', optional, {
    ru: 'Наблюдение: почта или страница, по которой владелец сайта спросит, кто его читает; стоит в каждом запросе',
    kk: 'Бақылау: сайт иесі кім оқып жатқанын сұрай алатын пошта не бет; әр сұрауда тұрады',
    en: 'Watch: an address where the owner of a site may ask who reads it; it stands in every request',
  }),
  watchPrivate: setting('QORGAN_WATCH_PRIVATE', servers.default([]), {
    ru: 'Наблюдение: свои серверы внутри сети, «адрес:порт», которые всё же можно читать; остальные закрытые адреса не читаются',
    kk: 'Бақылау: желі ішіндегі оқуға болатын өз серверлеріңіз, «мекенжай:порт»; өзге жабық мекенжайлар оқылмайды',
    en: 'Watch: servers of your own inside of the network, "address:port", that may be read all the same; other private addresses never are',
  }),
  goamlTables: setting('QORGAN_GOAML_TABLES', optional, {
    ru: 'goAML: файл кодов вашего подразделения финансовой разведки (YAML или JSON); без него берётся data/goaml/default.yaml',
    kk: 'goAML: қаржы барлау бөлімшеңіздің кодтар файлы (YAML не JSON); онсыз data/goaml/default.yaml алынады',
    en: 'goAML: file of the codes of your financial intelligence unit (YAML or JSON); data/goaml/default.yaml without one',
  }),
  goamlXsd: setting('QORGAN_GOAML_XSD', optional, {
    ru: 'goAML: схема XSD вашего подразделения финансовой разведки; без неё сообщения не проверяются',
    kk: 'goAML: қаржы барлау бөлімшеңіздің XSD схемасы; онсыз хабарламалар тексерілмейді',
    en: 'goAML: the XSD of your financial intelligence unit; reports are not checked without one',
  }),
  antifraudFolder: setting('QORGAN_ANTIFRAUD_FOLDER', optional, {
    ru: 'Антифрод-центр: папка обмена со шлюзом банка; без неё уведомления о приостановках ждут в очереди задач банка',
    kk: 'Антифрод-орталық: банк шлюзімен алмасу қалтасы; онсыз тоқтата тұру хабарламалары банктің тапсырмалар кезегінде күтеді',
    en: 'Anti-fraud centre: folder shared with the bank’s gateway; without one, notices of holds wait in the outbox of the bank’s tasks',
  }),
  networkExit: setting('QORGAN_NETWORK_EXIT', optional, {
    ru: 'Доказательства: откуда запросы выходят в интернет, словами для пакета, например «Астана, сеть ведомства»',
    kk: 'Дәлелдер: сұраулар интернетке қай жерден шығады, пакетке жазылатын сөз, мысалы «Астана, ведомство желісі»',
    en: 'Evidence: where requests leave for the internet, in words for the package, say "Astana, network of the ministry"',
  }),
} as const satisfies Record<string, Setting>;

export type SettingKey = keyof typeof SETTINGS;

export type Configuration = { readonly [K in SettingKey]: z.output<(typeof SETTINGS)[K]['shape']> };
