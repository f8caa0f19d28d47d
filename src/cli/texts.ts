import type { Language, Localized } from '../domain/language.ts';
import { DOCUMENT_TEXTS } from './document-texts.ts';
import { EVIDENCE_TEXTS } from './evidence-texts.ts';
import { FILINGS_TEXTS } from './filings-texts.ts';
import { LAW_TEXTS } from './law-texts.ts';
import { LESSONS_TEXTS } from './lessons-texts.ts';
import { SCREEN_TEXTS } from './screen-texts.ts';
import { SERVE_TEXTS } from './serve-texts.ts';
import { USER_TEXTS } from './user-texts.ts';
import { WATCH_TEXTS } from './watch-texts.ts';

/** What the commands say. Placeholders in braces are filled by `say`. */
const TEXTS = {
  usage: {
    ru: `qorgan — находит сети дропперов в банковских выписках и переводах

  qorgan scan ПУТЬ…            проверить файлы или папку (.xlsx .xls .csv .csv.gz .ndjson .parquet .xml)
      --out ПАПКА              куда положить отчёт (по умолчанию qorgan-out)
      --map payer=src,…        какой столбец что значит: id payer payee at amount currency channel …
      --time-unit days|s|ms|iso  чем измерено время
      --clock auto|day|exact   day, если времени суток в файле нет
      --currency KZT           валюта сумм, если файл её не называет
      --customers ФАЙЛ.csv     что известно о счетах: account,owner,name,kind,opened_at,born,…
      --marks ФАЙЛ.csv         известные счета: account,cause (victim|post|listed|reported)
      --model МОДЕЛЬ           судить обученной моделью (см. train)
      --fail-on review|hold    завершиться с кодом 1, если есть счёт или перевод с таким выводом
      --lang ru|kk|en
  qorgan train ФАЙЛ… --label СТОЛБЕЦ --out МОДЕЛЬ   обучить модель на размеченных переводах
      --labels ФАЙЛ.csv        метки отдельно: id подтверждённых переводов или account подтверждённых счетов
      --map, --time-unit, --clock, --currency, --customers как у scan; --seed N
  qorgan evaluate ФАЙЛ… --label СТОЛБЕЦ|--labels ФАЙЛ   сравнить выводы с разметкой
      --model МОДЕЛЬ           судить обученной моделью; без неё — правилами
      --typology, --pattern СТОЛБЕЦ  вид и номер схемы (по умолчанию typology и alert_id)
      --from ДОЛЯ              оценивать только строки после этой доли файла, например 0.8
      --budget N               сколько сигналов в день успевают разобрать (по умолчанию 50)
      --out ПАПКА, --json      evaluation.json и evaluation.html; JSON вместо сводки
  qorgan simulate --seed N --days D --people P --out ПАПКА   смоделировать город с разметкой
      --statements             ещё и выписки одного дела в формах банков: ПАПКА/statements
  qorgan screen ФАЙЛ.csv --list СПИСОК --out ФАЙЛ.csv   искать людей и организации в списке: имена на любой письменности, ИИН, БИН
      --threshold 0.8…1        с какого сходства показывать (по умолчанию 0.82)
      --fail-on hit            завершиться с кодом 1, если есть совпадение
  qorgan document ФАЙЛ         проверить документ: строки машиночитаемой зоны или JSON провайдера распознавания
      --fail-on altered        завершиться с кодом 1, если что-то не сходится
  qorgan watch classify ФАЙЛ.jsonl --out ФАЙЛ.jsonl   прочитать посты ({id, text} в строке): вербовка дропперов, наркотики, предупреждение, новость; почему
      --fail-on unlawful       завершиться с кодом 1, если есть похожие на вербовку или наркотики
  qorgan evidence verify ПАКЕТ   проверить пакет доказательств, без базы и без сети; код 1, если что-то изменено
      --key КЛЮЧ.pem           чьей подписи ждать; --tsa-root КОРЕНЬ.pem — чьей метке времени верить
      --json                   проверки как JSON
      key [--renew]            открытый ключ этой установки и его отпечаток; новый ключ
  qorgan user list|add|disable|enable|reset-password|reset-totp|grant|revoke|first-run   кто входит в сервис
      add ЛОГИН --name ИМЯ --institution КОД --role РОЛЬ…;  grant|revoke ЛОГИН РОЛЬ;  остальным нужен ЛОГИН
      institution list|add КОД --name … --kind bank|payment|fiu|police|operator [--sees-all]
      key list|add ИМЯ --institution КОД --scope ПРАВО… [--days N]|revoke НОМЕР
  qorgan law check ПАПКА       какие нормы стоят на статьях, которые изменились: папка официальных текстов (.md, статья под заголовком)
      --country КОД            kz (по умолчанию) или другая страна из data/law
      --record ФАЙЛ            записать, что папка говорит теперь; --json — сверка как JSON
  qorgan lessons check [ПАПКА]  уроки портала: языки, поровну ли ловушек и честных предложений, длина фраз, не учат ли самому обману
      --json                   замечания как JSON
  qorgan filings thresholds --day ГГГГ-ММ-ДД   пороговые операции дня: сообщения ФМ-1 и что ещё решает человек
      --institution КОД        только этой организации; --out ПАПКА — файлы XML и thresholds.csv
  qorgan audit verify [--anchor НОМЕР:ХЕШ]   цел ли журнал действий
  qorgan keys data | master    новый ключ данных; новый главный ключ
  qorgan serve                 сервис решений: банк спрашивает до исполнения перевода (см. docs/how-to/run-the-service.md)
      настройки — переменные QORGAN_… или qorgan.yaml (docs/reference/configuration.md); их показывает qorgan doctor
  qorgan migrate               обновить схему базы
  qorgan doctor                проверить настройки, базу, журнал, правила, право; ничего не меняет
  qorgan backup ФАЙЛ           копия базы, пока сервис работает
  qorgan restore ФАЙЛ          восстановить копию в пустую базу
  qorgan КОМАНДА --help | --help | --version

Коды выхода: 0 — хорошо, 1 — найдено то, на чём просили остановиться, 2 — команда или данные не годятся.`,
    kk: `qorgan — банк үзінділері мен аударымдардан дропперлер желісін табады

  qorgan scan ЖОЛ…             файлдарды не қалтаны тексеру (.xlsx .xls .csv .csv.gz .ndjson .parquet .xml)
      --out ҚАЛТА              есеп қайда жазылады (әдепкісі qorgan-out)
      --map payer=src,…        қай баған нені білдіреді: id payer payee at amount currency channel …
      --time-unit days|s|ms|iso  уақыт немен өлшенген
      --clock auto|day|exact   файлда тәулік уақыты болмаса — day
      --currency KZT           файлда айтылмаса, сомалардың валютасы
      --customers ФАЙЛ.csv     шоттар туралы белгілі мәлімет: account,owner,name,kind,opened_at,born,…
      --marks ФАЙЛ.csv         белгілі шоттар: account,cause (victim|post|listed|reported)
      --model МОДЕЛЬ           үйретілген модельмен бағалау (train қараңыз)
      --fail-on review|hold    осындай қорытындысы бар шот немесе аударым табылса, 1 кодымен аяқталады
      --lang ru|kk|en
  qorgan train ФАЙЛ… --label БАҒАН --out МОДЕЛЬ   белгіленген аударымдардан модель үйрету
      --labels ФАЙЛ.csv        белгілер бөлек: расталған аударымдардың id-і не расталған шоттардың account-ы
      --map, --time-unit, --clock, --currency, --customers — scan пәрменіндегідей; --seed N
  qorgan evaluate ФАЙЛ… --label БАҒАН|--labels ФАЙЛ   қорытындыларды белгілермен салыстыру
      --model МОДЕЛЬ           үйретілген модельмен бағалау; онсыз — ережелермен
      --typology, --pattern БАҒАН  схеманың түрі мен нөмірі (әдепкісі typology және alert_id)
      --from ҮЛЕС              файлдың осы үлесінен кейінгі жолдарды ғана бағалау, мысалы 0.8
      --budget N               күніне қанша белгіні қарап үлгереді (әдепкісі 50)
      --out ҚАЛТА, --json      evaluation.json және evaluation.html; қысқаша мәтін орнына JSON
  qorgan simulate --seed N --days D --people P --out ҚАЛТА   белгіленген қала моделін жасау
      --statements             бір істің үзінділері де банк нысандарында: ҚАЛТА/statements
  qorgan screen ФАЙЛ.csv --list ТІЗІМ --out ФАЙЛ.csv   адамдар мен ұйымдарды тізімнен іздеу: кез келген жазудағы аттар, ЖСН, БСН
      --threshold 0.8…1        қандай ұқсастықтан бастап көрсету (әдепкісі 0.82)
      --fail-on hit            сәйкестік табылса, 1 кодымен аяқталады
  qorgan document ФАЙЛ         құжатты тексеру: машина оқитын аймақтың жолдары не тану провайдерінің JSON файлы
      --fail-on altered        бірдеңе сәйкес келмесе, 1 кодымен аяқталады
  qorgan watch classify ФАЙЛ.jsonl --out ФАЙЛ.jsonl   жазбаларды оқу (жолда {id, text}): дропперге тарту, есірткі, ескерту, жаңалық; неге солай
      --fail-on unlawful       адам тартуға не есірткіге ұқсасы табылса, 1 кодымен аяқталады
  qorgan evidence verify ПАКЕТ   дәлел пакетін дерекқорсыз әрі желісіз тексеру; бірдеңе өзгертілсе, коды 1
      --key КІЛТ.pem           кімнің қолтаңбасы болуы тиіс; --tsa-root ТҮБІР.pem — кімнің уақыт белгісіне сену керек
      --json                   тексерулер JSON түрінде
      key [--renew]            осы орнатудың ашық кілті мен оның таңбасы; жаңа кілт
  qorgan user list|add|disable|enable|reset-password|reset-totp|grant|revoke|first-run   сервиске кім кіреді
      add ЛОГИН --name ЕСІМ --institution КОД --role РӨЛ…;  grant|revoke ЛОГИН РӨЛ;  қалғандарына ЛОГИН керек
      institution list|add КОД --name … --kind bank|payment|fiu|police|operator [--sees-all]
      key list|add АТАУ --institution КОД --scope ҚҰҚЫҚ… [--days N]|revoke НӨМІР
  qorgan law check ҚАЛТА       өзгерген баптарға сүйенген нормалар: ресми мәтіндер қалтасы (.md, әр бап өз тақырыбымен)
      --country КОД            kz (әдепкі) немесе data/law ішіндегі басқа ел
      --record ФАЙЛ            қалта қазір не айтатынын жазу; --json — салыстыру JSON түрінде
  qorgan lessons check [ҚАЛТА]  портал сабақтары: тілдері, қақпан мен шынайы ұсыныс тең бе, сөйлем ұзындығы, айланың өзін үйретіп тұрған жоқ па
      --json                   ескертулер JSON түрінде
  qorgan filings thresholds --day ЖЖЖЖ-АА-КК   күннің шекті операциялары: ФМ-1 хабарламалары және адам әлі не шешеді
      --institution КОД        тек осы ұйымдікі; --out ҚАЛТА — XML файлдары мен thresholds.csv
  qorgan audit verify [--anchor НӨМІР:ХЕШ]   әрекеттер журналы бүтін бе
  qorgan keys data | master    жаңа деректер кілті; жаңа басты кілт
  qorgan serve                 шешім сервисі: банк аударымды орындамас бұрын сұрайды (docs/how-to/run-the-service.md қараңыз)
      баптаулары — QORGAN_… айнымалылары не qorgan.yaml (docs/reference/configuration.md); оларды qorgan doctor көрсетеді
  qorgan migrate               дерекқор схемасын жаңарту
  qorgan doctor                баптауларды, дерекқорды, журналды, ережелерді, құқықты тексеру; ештеңені өзгертпейді
  qorgan backup ФАЙЛ           сервис жұмыс істеп тұрғандағы дерекқор көшірмесі
  qorgan restore ФАЙЛ          көшірмені бос дерекқорға қалпына келтіру
  qorgan ПӘРМЕН --help | --help | --version

Шығу кодтары: 0 — бәрі жақсы, 1 — сұралған нәрсе табылды, 2 — пәрмен не деректер жарамсыз.`,
    en: `qorgan — finds dropper networks in bank statements and transfers

  qorgan scan PATH…            scan files or a folder (.xlsx .xls .csv .csv.gz .ndjson .parquet .xml)
      --out DIR                where the report goes (default qorgan-out)
      --map payer=src,…        which column is what: id payer payee at amount currency channel …
      --time-unit days|s|ms|iso  how time is counted
      --clock auto|day|exact   day, if the file has no time of day
      --currency KZT           currency of the sums, if the file does not say
      --customers FILE.csv     what is known of accounts: account,owner,name,kind,opened_at,born,…
      --marks FILE.csv         known accounts: account,cause (victim|post|listed|reported)
      --model MODEL            judge with a model that was learnt (see train)
      --fail-on review|hold    exit with 1 if an account or a transfer has that verdict
      --lang ru|kk|en
  qorgan train FILE… --label COLUMN --out MODEL   learn a model from labelled transfers
      --labels FILE.csv        labels apart: id of confirmed transfers, or account of confirmed accounts
      --map, --time-unit, --clock, --currency, --customers as for scan; --seed N
  qorgan evaluate FILE… --label COLUMN|--labels FILE   compare the verdicts with labels
      --model MODEL            judge with a model that was learnt; without one, by rules
      --typology, --pattern COLUMN  kind and id of the pattern (default typology and alert_id)
      --from SHARE             judge only rows after this share of the file, say 0.8
      --budget N               alerts that a team can look at in a day (default 50)
      --out DIR, --json        evaluation.json and evaluation.html; JSON instead of the summary
  qorgan simulate --seed N --days D --people P --out DIR   simulate a labelled town
      --statements             also the statements of one case, in the layouts of banks: DIR/statements
  qorgan screen FILE.csv --list LIST --out OUT.csv   look people and organisations up in a list: names in any script, IIN, BIN
      --threshold 0.8…1        from which likeness on they are shown (default 0.82)
      --fail-on hit            exit with 1 if there is a hit
  qorgan document FILE         check a document: the lines of its machine-readable zone, or JSON of a provider of recognition
      --fail-on altered        exit with 1 if something does not stand
  qorgan watch classify FILE.jsonl --out OUT.jsonl   read posts ({id, text} a line): recruiting of droppers, drugs, warning, news; and why
      --fail-on unlawful       exit with 1 if one is likely to recruit or to sell drugs
  qorgan evidence verify FILE    check an evidence package without a store and a network; exits with 1 if something was altered
      --key KEY.pem            whose signature to expect; --tsa-root ROOT.pem: whose time stamp to trust
      --json                   the checks as JSON
      key [--renew]            public key of this installation and its fingerprint; a new key
  qorgan user list|add|disable|enable|reset-password|reset-totp|grant|revoke|first-run   who may use the service
      add LOGIN --name NAME --institution CODE --role ROLE…;  grant|revoke LOGIN ROLE;  the others take LOGIN
      institution list|add CODE --name … --kind bank|payment|fiu|police|operator [--sees-all]
      key list|add NAME --institution CODE --scope SCOPE… [--days N]|revoke NUMBER
  qorgan law check DIR         which provisions stand on articles that changed: a folder of official texts (.md, a heading for each article)
      --country CODE           kz (the default) or another country of data/law
      --record FILE            write down what the folder says now; --json: the check as JSON
  qorgan lessons check [DIR]   lessons of the portal: languages, as many traps as genuine offers, length of sentences, no how-to
      --json                   what is to be mended as JSON
  qorgan filings thresholds --day YYYY-MM-DD   threshold operations of a day: notices FM-1, and what a person must still decide
      --institution CODE       of this institution only; --out DIR — XML files and thresholds.csv
  qorgan audit verify [--anchor NUMBER:HASH]   whether the record of acts is whole
  qorgan keys data | master    a new data key; a new master key
  qorgan serve                 the decision service: a bank asks before a transfer is executed (see docs/how-to/run-the-service.md)
      settings are variables QORGAN_… or qorgan.yaml (docs/reference/configuration.md); qorgan doctor shows them
  qorgan migrate               bring the schema of the database up to date
  qorgan doctor                check configuration, database, journal, rules, law; changes nothing
  qorgan backup FILE           a copy of the database, while the service runs
  qorgan restore FILE          put a copy back, into an empty database
  qorgan COMMAND --help | --help | --version

Exit codes: 0 good, 1 found what you asked to fail on, 2 the command or the input is no good.`,
  },
  observing: { ru: 'наблюдение', kk: 'бақылау', en: 'observing' },
  learning: { ru: 'обучение', kk: 'үйрену', en: 'learning' },
  learnt: {
    ru: 'Модель {name} записана: {file}',
    kk: '{name} моделі жазылды: {file}',
    en: 'Model {name} written: {file}',
  },
  learntFrom: {
    ru: 'Обучена на переводах: {transfers}, из них подтверждённых: {positives}.',
    kk: 'Үйрену деректері: {transfers} аударым, оның расталғаны: {positives}.',
    en: 'Learnt from {transfers} transfers, {positives} of them confirmed.',
  },
  arrival: {
    ru: 'В момент перевода: F1 {f1} (точность {precision}, полнота {recall}), площадь PR {area}',
    kk: 'Аударым түскен сәтте: F1 {f1} (дәлдігі {precision}, толықтығы {recall}), PR ауданы {area}',
    en: 'At arrival: F1 {f1} (precision {precision}, recall {recall}), PR area {area}',
  },
  lookBack: {
    ru: 'При взгляде назад: F1 {f1} (точность {precision}, полнота {recall}), площадь PR {area}',
    kk: 'Кері қарағанда: F1 {f1} (дәлдігі {precision}, толықтығы {recall}), PR ауданы {area}',
    en: 'In retrospect: F1 {f1} (precision {precision}, recall {recall}), PR area {area}',
  },
  asksMost: {
    ru: 'Чаще всего спрашивает: {features}',
    kk: 'Көбіне мынаны сұрайды: {features}',
    en: 'Asks most often: {features}',
  },
  judged: {
    ru: 'Оценено переводов: {judged}, из них подтверждённых: {positives}. В скобках — 95 из 100 перевыборок.',
    kk: 'Бағаланған аударым: {judged}, оның расталғаны: {positives}. Жақшада — 100 қайта таңдаудың 95-і.',
    en: 'Judged {judged} transfers, {positives} of them confirmed. In brackets: 95 of 100 resamples.',
  },
  judgedArrival: { ru: 'В момент перевода', kk: 'Аударым түскен сәтте', en: 'At arrival' },
  judgedRetrospect: { ru: 'При взгляде назад', kk: 'Кері қарағанда', en: 'In retrospect' },
  judgedTransfers: {
    ru: '  по выводу: точность {precision}, полнота {recall}, F1 {f1}; лучшее F1 {best}; площадь PR {area}',
    kk: '  қорытынды бойынша: дәлдігі {precision}, толықтығы {recall}, F1 {f1}; ең жоғары F1 {best}; PR ауданы {area}',
    en: '  at the verdict: precision {precision}, recall {recall}, F1 {f1}; best F1 {best}; PR area {area}',
  },
  judgedBudget: {
    ru: '  точность на первых 0,1 % — {thousandth}; на {perDay} в день — {precision}, полнота {recall}',
    kk: '  алғашқы 0,1 %-дағы дәлдік — {thousandth}; күніне {perDay} болса — {precision}, толықтығы {recall}',
    en: '  precision at the first 0.1%: {thousandth}; at {perDay} a day: {precision}, recall {recall}',
  },
  judgedTypologies: {
    ru: '  найдено по видам: {list}',
    kk: '  түрлері бойынша табылғаны: {list}',
    en: '  found by kind: {list}',
  },
  judgedAccounts: {
    ru: '  счета: точность на первых 50 — {first}, на 200 — {more}; площадь PR {area} (всего верных: {positives})',
    kk: '  шоттар: алғашқы 50-дегі дәлдік — {first}, 200-дегі — {more}; PR ауданы {area} (барлық растысы: {positives})',
    en: '  accounts: precision among the first 50 {first}, 200 {more}; PR area {area} ({positives} positive)',
  },
  judgedNetworks: {
    ru: 'Сети: встречено схем {met} из {patterns}; среди участников первых 10 сетей верных {positives} из {members}',
    kk: 'Желілер: {patterns} схеманың {met}-і кездесті; алғашқы 10 желінің {members} мүшесінің {positives}-і расталған',
    en: 'Networks: {met} of {patterns} patterns met; {positives} of {members} members of the first 10 are positive',
  },
  judgedReach: {
    ru: 'Успели: без сигнала осталось {never} из {patterns} схем; до первого сигнала {delay}; ещё не ушло {share} денег, с задержкой самого перевода — {hold} (медианы)',
    kk: 'Үлгеру: {patterns} схеманың {never}-і белгісіз қалды; алғашқы белгіге дейін {delay}; ақшаның {share} әлі кетпеген, аударымның өзі ұсталса — {hold} (медианалар)',
    en: 'Reach: {never} of {patterns} patterns never alerted; {delay} to the first alert; {share} of the money had not moved on, {hold} if that transfer is held (medians)',
  },
  outside: {
    ru: 'Модель такого не видела: {features} (доля строк вне того, чему она училась)',
    kk: 'Модель мұндайды көрмеген: {features} (ол үйренгеннен тыс жолдардың үлесі)',
    en: 'The model never met such values: {features} (share of rows outside of what it learnt from)',
  },
  lossArrival: {
    ru: 'Площадь PR в момент перевода: {card} при обучении, {here} здесь',
    kk: 'Аударым түскен сәттегі PR ауданы: үйренгенде {card}, мұнда {here}',
    en: 'PR area at arrival: {card} where the model learnt, {here} here',
  },
  lossRetrospect: {
    ru: 'Площадь PR при взгляде назад: {card} при обучении, {here} здесь',
    kk: 'Кері қарағандағы PR ауданы: үйренгенде {card}, мұнда {here}',
    en: 'PR area in retrospect: {card} where the model learnt, {here} here',
  },
  notTaken: {
    ru: 'Строк не принято: {count}',
    kk: 'Қабылданбаған жолдар: {count}',
    en: 'Rows not taken: {count}',
  },
  reading: { ru: 'чтение', kk: 'оқу', en: 'reading' },
  sorting: { ru: 'по времени', kk: 'уақыт реті', en: 'ordering' },
  folding: { ru: 'разбор денег', kk: 'ақшаны талдау', en: 'following money' },
  networks: { ru: 'сети', kk: 'желілер', en: 'networks' },
  writing: { ru: 'запись', kk: 'жазу', en: 'writing' },
  done: {
    ru: 'Переводов: {transfers}, счетов: {accounts}. Сетей: {networks}, счетов на проверку: {review}. Отчёт: {report}',
    kk: 'Аударым: {transfers}, шот: {accounts}. Желі: {networks}, тексеруге: {review} шот. Есеп: {report}',
    en: 'Transfers: {transfers}, accounts: {accounts}. Networks: {networks}, accounts to review: {review}. Report: {report}',
  },
  rejected: {
    ru: 'Не принято {count}: причины в {file}',
    kk: 'Қабылданбағаны {count}: себептері {file} файлында',
    en: '{count} not accepted: reasons in {file}',
  },
  gaps: {
    ru: 'Не хватает выписок: {count}. Готовые запросы в {file}',
    kk: 'Жетіспейтін үзінділер: {count}. Дайын сұраулар {file} файлында',
    en: 'Statements missing: {count}. Requests ready to send in {file}',
  },
  simulated: {
    ru: 'Смоделировано: {transfers} переводов, {accounts} счетов, из них дропперских {mules}. Папка: {dir}',
    kk: 'Модель дайын: {transfers} аударым, {accounts} шот, оның ішінде дропперлік {mules}. Қалта: {dir}',
    en: 'Simulated {transfers} transfers of {accounts} accounts, {mules} of them droppers. Folder: {dir}',
  },
  statements: {
    ru: 'Выписки одного дела: файлов {files}, банков {banks}. Папка: {dir}',
    kk: 'Бір істің үзінділері: {files} файл, {banks} банк. Қалта: {dir}',
    en: 'Statements of one case: {files} files, {banks} banks. Folder: {dir}',
  },
  building: {
    ru: 'Строю город и выписки банков…',
    kk: 'Қала мен банк үзінділерін жасап жатырмын…',
    en: 'Building a town and its bank statements…',
  },
  serving: {
    ru: 'Отчёт открыт на {url}  (Ctrl-C — остановить)',
    kk: 'Есеп мына жерде ашық: {url}  (тоқтату — Ctrl-C)',
    en: 'The report is at {url}  (Ctrl-C stops it)',
  },
  stopped: { ru: 'Остановлено.', kk: 'Тоқтатылды.', en: 'Stopped.' },
  interrupted: {
    ru: 'Прервано. Прежние файлы отчёта не тронуты.',
    kk: 'Үзілді. Есептің бұрынғы файлдарына тиіспедік.',
    en: 'Interrupted. Earlier report files were not touched.',
  },
  ...DOCUMENT_TEXTS,
  ...EVIDENCE_TEXTS,
  ...FILINGS_TEXTS,
  ...SCREEN_TEXTS,
  ...USER_TEXTS,
  ...LAW_TEXTS,
  ...LESSONS_TEXTS,
  ...WATCH_TEXTS,
  ...SERVE_TEXTS,
} as const satisfies Record<string, Localized>;

export type TextKey = keyof typeof TEXTS;

export function say(
  key: TextKey,
  language: Language,
  args: Readonly<Record<string, string | number>> = {},
): string {
  return TEXTS[key][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(args, name) ? String(args[name]) : whole,
  );
}

/** Language of the terminal: QORGAN_LANG, else the system's where it is one of ours, else Russian. */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  for (const value of [env.QORGAN_LANG, env.LC_ALL, env.LC_MESSAGES, env.LANG]) {
    const start = value?.slice(0, 2).toLowerCase();
    if (start === 'ru' || start === 'kk' || start === 'en') return start;
  }
  return 'ru';
}
