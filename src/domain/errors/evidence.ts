import type { ErrorEntry } from './entry.ts';

/** Evidence packages, and everything a check of one can find. */
export const EVIDENCE_ERRORS = {
  QRG_EVIDENCE_ABSENT: {
    status: 422,
    message: {
      ru: 'В пакете нет файла {file}',
      kk: 'Пакетте {file} файлы жоқ',
      en: 'The package has no file {file}',
    },
  },
  QRG_EVIDENCE_BIG: {
    status: 413,
    message: {
      ru: 'Пакет больше {most} байт',
      kk: 'Пакет {most} байттан үлкен',
      en: 'The package has more than {most} bytes',
    },
    hint: {
      ru: 'Qorgan таких не делает. Если пакет ваш, снимите страницу без её вложений.',
      kk: 'Qorgan мұндай пакет жасамайды. Пакет өзіңіздікі болса, бетті қосымшаларсыз сақтаңыз.',
      en: 'Qorgan makes none like that. If it is yours, capture the page without what hangs on it.',
    },
  },
  QRG_EVIDENCE_BYTES: {
    status: 422,
    message: {
      ru: 'Строение архива не такое, каким его запечатали: первое отличие в байте {offset}',
      kk: 'Архив құрылымы мөрленген күйінен өзгеше: алғашқы айырмашылық {offset}-байтта',
      en: 'The archive is not built as it was sealed: the first difference is at byte {offset}',
    },
    hint: {
      ru: 'Пакет нельзя перепаковывать: даже те же файлы, сжатые другой программой, — уже другой пакет.',
      kk: 'Пакетті қайта бумалауға болмайды: басқа бағдарлама бумалаған дәл сол файлдардың өзі — басқа пакет.',
      en: 'A package may not be packed again: even the same files packed by another program are another package.',
    },
  },
  QRG_EVIDENCE_CHAIN: {
    status: 422,
    message: {
      ru: 'Цепь журнала прервана на строке {line}',
      kk: 'Журнал тізбегі {line}-жолда үзілген',
      en: 'The chain of the log is broken at line {line}',
    },
  },
  QRG_EVIDENCE_CHAIN_END: {
    status: 422,
    message: {
      ru: 'Журнал кончается не там, где говорит опись: событий {found}, должно быть {told}',
      kk: 'Журналдың соңы тізімдемеге сай емес: оқиға саны {found}, болуы тиіс {told}',
      en: 'The log does not end where the manifest says: {found} events of {told}',
    },
  },
  QRG_EVIDENCE_CHECKSUM: {
    status: 422,
    message: {
      ru: '{file} и его контрольная сумма в архиве не сходятся',
      kk: '{file} мен оның архивтегі бақылау сомасы сәйкес емес',
      en: '{file} and its checksum in the archive do not agree',
    },
  },
  QRG_EVIDENCE_COMPRESSED: {
    status: 422,
    message: {
      ru: 'Файл {file} в архиве сжат или зашифрован; в пакете файлы лежат как есть',
      kk: 'Архивтегі {file} файлы сығылған не шифрланған; пакеттегі файлдар сол күйінде сақталады',
      en: 'File {file} of the archive is compressed or encrypted; files of a package lie as they are',
    },
    hint: {
      ru: 'Содержимое не распаковывалось: так прячут архивные бомбы.',
      kk: 'Мазмұны ашылмады: архив бомбалары осылай жасырылады.',
      en: 'Nothing was unpacked: archive bombs are hidden like that.',
    },
  },
  QRG_EVIDENCE_COPY: {
    status: 422,
    message: {
      ru: 'Вложенная копия {file} изменена: {check}',
      kk: 'Салынған {file} көшірмесі өзгертілген: {check}',
      en: 'The enclosed copy {file} was altered: {check}',
    },
  },
  QRG_EVIDENCE_DIGEST: {
    status: 422,
    message: {
      ru: '{file}: содержимое не то, что в описи',
      kk: '{file}: мазмұны тізімдемедегіге сай емес',
      en: '{file}: its content is not what the manifest says',
    },
  },
  QRG_EVIDENCE_DUPLICATE: {
    status: 422,
    message: {
      ru: 'Файл {file} назван в архиве дважды или не на своём месте',
      kk: '{file} файлы архивте екі рет аталған немесе өз орнында емес',
      en: 'File {file} is named twice in the archive, or out of its place',
    },
  },
  QRG_EVIDENCE_FORM: {
    status: 422,
    message: {
      ru: '{file} не читается: {path}',
      kk: '{file} оқылмайды: {path}',
      en: '{file} cannot be read: {path}',
    },
  },
  QRG_EVIDENCE_HANDED: {
    status: 422,
    message: {
      ru: 'Страницу Qorgan не запрашивал: архив или файл передали готовым, {url} — с его слов',
      kk: 'Qorgan бетке өзі жүгінбеген: архив не файл дайын берілген, {url} — соның айтуы',
      en: 'Qorgan did not ask for the page itself: an archive or a file was handed over, and {url} is its word',
    },
    hint: {
      ru: 'Что страница это говорила, подтверждает только тот, кто передал файл. Пока она открыта, снимите копию с неё самой.',
      kk: 'Бетте солай жазылғанын файлды берген адам ғана растайды. Бет ашық тұрғанда көшірмені оның өзінен түсіріңіз.',
      en: 'That the page said so is only the word of whoever handed the file over. While it is there, seal a copy of the page itself.',
    },
  },
  QRG_EVIDENCE_KEY: {
    status: 422,
    message: {
      ru: 'Подписано другим ключом: {fingerprint}',
      kk: 'Басқа кілтпен қол қойылған: {fingerprint}',
      en: 'It is signed with another key: {fingerprint}',
    },
    hint: {
      ru: 'Спросите у того, кто передал пакет, отпечаток ключа другим путём — по телефону или на бумаге.',
      kk: 'Пакетті берген адамнан кілт таңбасын басқа жолмен — телефонмен не қағазда — сұраңыз.',
      en: 'Ask whoever gave you the package for the fingerprint of the key another way: by telephone or on paper.',
    },
  },
  QRG_EVIDENCE_KEY_FILE: {
    status: 422,
    message: {
      ru: 'Это не ключ Ed25519: {file}',
      kk: 'Бұл Ed25519 кілті емес: {file}',
      en: 'This is no Ed25519 key: {file}',
    },
  },
  QRG_EVIDENCE_LATER: {
    status: 422,
    message: {
      ru: 'Снято позже, чем прочитан пост: его текста на странице уже может не быть',
      kk: 'Пост оқылғаннан кейін түсірілген: бетте оның мәтіні енді болмауы мүмкін',
      en: 'Captured later than the post was read: the page may no longer hold its text',
    },
  },
  QRG_EVIDENCE_MANY: {
    status: 422,
    message: {
      ru: 'В архиве больше {most} файлов',
      kk: 'Архивте {most} файлдан көп',
      en: 'The archive has more than {most} files',
    },
  },
  QRG_EVIDENCE_NAME: {
    status: 422,
    message: {
      ru: 'Так файл пакета называться не может: {file}',
      kk: 'Пакет файлы бұлай аталмайды: {file}',
      en: 'No file of a package has such a name: {file}',
    },
    hint: {
      ru: 'Имя с путём могло бы записать файл куда угодно; ничего не распаковано.',
      kk: 'Жолы бар атау файлды кез келген жерге жаза алар еді; ештеңе ашылмады.',
      en: 'A name with a path could write a file anywhere; nothing was unpacked.',
    },
  },
  QRG_EVIDENCE_NOT_SAID: {
    status: 422,
    message: {
      ru: 'Не названо, с чем сравнивать: {what}',
      kk: 'Немен салыстыру керегі айтылмаған: {what}',
      en: 'Nothing was given to compare with: {what}',
    },
  },
  QRG_EVIDENCE_OPAQUE: {
    status: 422,
    message: {
      ru: 'Из полученных байтов текст не извлечь: {what}',
      kk: 'Алынған байттардан мәтін шығару мүмкін емес: {what}',
      en: 'No text can be read out of the bytes received: {what}',
    },
  },
  QRG_EVIDENCE_SCREENSHOT: {
    status: 502,
    message: {
      ru: 'Снимок экрана не получился: {reason}',
      kk: 'Экран суреті шықпады: {reason}',
      en: 'No screenshot came out: {reason}',
    },
  },
  QRG_EVIDENCE_SHORT: {
    status: 422,
    message: {
      ru: 'Это не пакет, или он обрезан: архив кончается в байте {offset}',
      kk: 'Бұл пакет емес немесе ол қиылған: архив {offset}-байтта аяқталады',
      en: 'This is no package, or it was cut: the archive ends at byte {offset}',
    },
  },
  QRG_EVIDENCE_SIGNATURE: {
    status: 422,
    message: {
      ru: 'Подпись {file} не сходится',
      kk: '{file} қолтаңбасы сәйкес емес',
      en: 'Signature {file} does not stand',
    },
  },
  QRG_EVIDENCE_TELLS: {
    status: 422,
    message: {
      ru: '{file} говорит не то, что остальной пакет: {path}',
      kk: '{file} пакеттің қалған бөлігіне қайшы: {path}',
      en: '{file} does not say what the rest of the package says: {path}',
    },
  },
  QRG_EVIDENCE_TEXT: {
    status: 422,
    message: {
      ru: 'Текста поста нет в полученных байтах',
      kk: 'Пост мәтіні алынған байттарда жоқ',
      en: 'The text of the post is not in the bytes received',
    },
  },
  QRG_EVIDENCE_UNCHECKABLE: {
    status: 422,
    message: {
      ru: 'Проверить нечем: сначала должно сойтись «{check}»',
      kk: 'Тексеру мүмкін емес: алдымен «{check}» сәйкес келуі керек',
      en: 'Nothing to check by: "{check}" has to stand first',
    },
  },
  QRG_EVIDENCE_UNLISTED: {
    status: 422,
    message: {
      ru: 'Файла {file} нет в описи',
      kk: '{file} файлы тізімдемеде жоқ',
      en: 'File {file} is not in the manifest',
    },
  },
  QRG_EVIDENCE_UNTIMESTAMPED: {
    status: 422,
    message: {
      ru: 'untimestamped — метки времени нет: время известно только со слов того, кто снимал ({reason})',
      kk: 'untimestamped — уақыт белгісі жоқ: уақытты түсірген тараптың сөзінен ғана білеміз ({reason})',
      en: 'untimestamped: the time is known from whoever made the capture, and from nobody else ({reason})',
    },
    hint: {
      ru: 'Можно снять страницу ещё раз, когда служба меток времени ответит.',
      kk: 'Уақыт белгісі қызметі жауап бергенде бетті қайта түсіруге болады.',
      en: 'The page can be captured again when the time-stamping service answers.',
    },
  },
  QRG_EVIDENCE_WARC: {
    status: 422,
    message: {
      ru: 'record.warc: {path} не сходится',
      kk: 'record.warc: {path} сәйкес емес',
      en: 'record.warc: {path} does not stand',
    },
  },
  QRG_TIMESTAMP_AWAY: {
    status: 502,
    message: {
      ru: 'Служба меток времени не ответила: {reason}',
      kk: 'Уақыт белгісі қызметі жауап бермеді: {reason}',
      en: 'The time-stamping service did not answer: {reason}',
    },
    hint: {
      ru: 'Пакет сделан без метки и так и назван: untimestamped. Снимите страницу снова, когда служба ответит.',
      kk: 'Пакет белгісіз жасалды және солай аталды: untimestamped. Қызмет жауап бергенде бетті қайта түсіріңіз.',
      en: 'The package was made without a token and says so: untimestamped. Capture the page again when the service answers.',
    },
  },
  QRG_TIMESTAMP_FORM: {
    status: 422,
    message: {
      ru: 'Метка времени не читается: {path}',
      kk: 'Уақыт белгісі оқылмайды: {path}',
      en: 'The time-stamp token cannot be read: {path}',
    },
  },
  QRG_TIMESTAMP_IMPRINT: {
    status: 422,
    message: {
      ru: 'Метка времени выдана на другое содержимое',
      kk: 'Уақыт белгісі басқа мазмұнға берілген',
      en: 'The time-stamp token is for something else',
    },
  },
  QRG_TIMESTAMP_REFUSED: {
    status: 502,
    message: {
      ru: 'Служба меток времени отказала: состояние {state}',
      kk: 'Уақыт белгісі қызметі бас тартты: күйі {state}',
      en: 'The time-stamping service refused: status {state}',
    },
  },
  QRG_TIMESTAMP_ROOT: {
    status: 422,
    message: {
      ru: 'Сертификат службы меток времени не ведёт к указанному корню: {path}',
      kk: 'Уақыт белгісі қызметінің сертификаты көрсетілген түбірге жетпейді: {path}',
      en: 'The certificate of the time-stamping service does not lead to the given root: {path}',
    },
  },
  QRG_TIMESTAMP_SIGNATURE: {
    status: 422,
    message: {
      ru: 'Подпись метки времени не сходится: {path}',
      kk: 'Уақыт белгісінің қолтаңбасы сәйкес емес: {path}',
      en: 'The signature of the time-stamp token does not stand: {path}',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
