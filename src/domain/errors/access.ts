import type { ErrorEntry } from './entry.ts';

/** Who may come in, and with what: people, sessions, keys, roles. */
export const ACCESS_ERRORS = {
  QRG_SIGN_IN_REQUIRED: {
    status: 401,
    message: {
      ru: 'Нужно войти в систему',
      kk: 'Жүйеге кіру қажет',
      en: 'You need to sign in',
    },
    hint: {
      ru: 'Войдите в консоль или пришлите ключ: Authorization: Bearer qk_…',
      kk: 'Консольге кіріңіз не кілтті жіберіңіз: Authorization: Bearer qk_…',
      en: 'Sign in to the console, or send a key: Authorization: Bearer qk_…',
    },
  },
  // One answer for a name that is not there, a wrong password and a disabled account: a stranger learns nothing from it.
  QRG_SIGN_IN_REFUSED: {
    status: 401,
    message: {
      ru: 'Логин или пароль не подходит',
      kk: 'Логин немесе құпиясөз сәйкес емес',
      en: 'The login or the password is wrong',
    },
  },
  QRG_SIGN_IN_WAIT: {
    status: 429,
    message: {
      ru: 'Слишком много неудачных попыток. Следующая — через {seconds} с',
      kk: 'Сәтсіз әрекет тым көп. Келесісін {seconds} секундтан кейін жасаңыз',
      en: 'Too many failed attempts. Try again in {seconds} s',
    },
    hint: {
      ru: 'Забыли пароль — администратор выдаст одноразовую ссылку.',
      kk: 'Құпиясөзді ұмытсаңыз, әкімші бір реттік сілтеме береді.',
      en: 'If the password is forgotten, an administrator can issue a one-time link.',
    },
  },
  QRG_PASSWORDS_BUSY: {
    status: 503,
    message: {
      ru: 'Сейчас входит слишком много людей, повторите через {seconds} с',
      kk: 'Қазір тым көп адам кіріп жатыр, {seconds} секундтан кейін қайталаңыз',
      en: 'Too many people are signing in now, try again in {seconds} s',
    },
  },
  QRG_SECOND_FACTOR_NEEDED: {
    status: 401,
    message: {
      ru: 'Пароль принят. Нужен ещё код из приложения',
      kk: 'Құпиясөз қабылданды. Енді қосымшадағы код қажет',
      en: 'The password is accepted. The code of your app is needed as well',
    },
    hint: {
      ru: 'Приложения кодов ещё нет — подключите его на странице входа.',
      kk: 'Код қосымшасы әлі жоқ болса, кіру бетінде қосыңыз.',
      en: 'If you have no code app yet, add one on the sign-in page.',
    },
  },
  QRG_CODE_REFUSED: {
    status: 401,
    message: {
      ru: 'Код не подходит или уже использован',
      kk: 'Код сәйкес емес немесе бұрын қолданылған',
      en: 'The code is wrong or was used before',
    },
    hint: {
      ru: 'Дождитесь следующего кода и проверьте часы телефона.',
      kk: 'Келесі кодты күтіңіз және телефон сағатын тексеріңіз.',
      en: 'Wait for the next code, and check the clock of the phone.',
    },
  },
  QRG_SECOND_FACTOR_STATE: {
    status: 409,
    message: {
      ru: 'Подключение приложения кодов не начато или уже завершено',
      kk: 'Код қосымшасын қосу басталмаған немесе аяқталып қойған',
      en: 'Adding the code app was not begun, or is finished already',
    },
  },
  QRG_SESSION_OLD: {
    status: 403,
    message: {
      ru: 'Для этого действия войдите ещё раз',
      kk: 'Бұл әрекет үшін жүйеге қайта кіріңіз',
      en: 'Sign in again to do this',
    },
    hint: {
      ru: 'Пароль и коды меняют только в первые {minutes} мин после входа.',
      kk: 'Құпиясөз бен кодтарды кіргеннен кейінгі алғашқы {minutes} минутта ғана өзгертуге болады.',
      en: 'Passwords and codes are changed only within {minutes} min of signing in.',
    },
  },
  QRG_SESSION_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Такого сеанса нет',
      kk: 'Мұндай сеанс жоқ',
      en: 'There is no such session',
    },
  },
  QRG_CSRF: {
    status: 403,
    message: {
      ru: 'Запрос пришёл без метки этого сеанса',
      kk: 'Сұрауда осы сеанстың белгісі жоқ',
      en: 'The request lacks the mark of this session',
    },
    hint: {
      ru: 'Повторите значение cookie qorgan-csrf в заголовке X-CSRF-Token. В браузере: обновите страницу.',
      kk: 'qorgan-csrf cookie мәнін X-CSRF-Token тақырыбында қайталаңыз. Браузерде: бетті жаңартыңыз.',
      en: 'Repeat the value of the cookie qorgan-csrf in the header X-CSRF-Token. In a browser: reload the page.',
    },
  },
  QRG_OTHER_SITE: {
    status: 403,
    message: {
      ru: 'Запрос отправлен с другого сайта',
      kk: 'Сұрау басқа сайттан жіберілген',
      en: 'The request was sent by another site',
    },
    hint: {
      ru: 'Если перед Qorgan стоит прокси, он должен передавать исходный заголовок Host.',
      kk: 'Qorgan алдында прокси тұрса, ол бастапқы Host тақырыбын өзгертпей жіберуі керек.',
      en: 'A proxy in front of Qorgan has to pass the original Host header on.',
    },
  },
  QRG_KEY_REFUSED: {
    status: 401,
    message: {
      ru: 'Ключ не принят: его нет, он отозван или истёк',
      kk: 'Кілт қабылданбады: ол жоқ, қайтарып алынған немесе мерзімі өткен',
      en: 'The key is not accepted: unknown, revoked or expired',
    },
  },
  QRG_RATE_LIMIT: {
    status: 429,
    message: {
      ru: 'Запросов больше, чем разрешено. Повторите через {seconds} с',
      kk: 'Сұрау рұқсат етілгеннен көп. {seconds} секундтан кейін қайталаңыз',
      en: 'More requests than allowed. Try again in {seconds} s',
    },
  },
  QRG_NOT_ALLOWED: {
    status: 403,
    message: {
      ru: 'На это нет права. Нужно одно из: {needed}',
      kk: 'Бұған құқық жоқ. Мыналардың бірі керек: {needed}',
      en: 'You may not do this. It takes one of: {needed}',
    },
  },
  QRG_PASSWORD_LENGTH: {
    status: 422,
    message: {
      ru: 'В пароле должно быть от {least} до {most} знаков',
      kk: 'Құпиясөз {least}–{most} таңбадан тұруы керек',
      en: 'A password has {least} to {most} characters',
    },
    hint: {
      ru: 'Удобнее всего несколько слов, не связанных между собой.',
      kk: 'Ең ыңғайлысы — бір-бірімен байланыссыз бірнеше сөз.',
      en: 'Several words that have nothing to do with each other are easiest.',
    },
  },
  QRG_PASSWORD_OWN_NAME: {
    status: 422,
    message: {
      ru: 'Пароль не должен содержать логин, имя или название системы',
      kk: 'Құпиясөзде логин, есім немесе жүйенің атауы болмауы керек',
      en: 'A password must not contain the login, the name or the name of the system',
    },
  },
  QRG_PASSWORD_EASY: {
    status: 422,
    message: {
      ru: 'Такой пароль угадывают первым: повтор, ряд клавиш или частое слово',
      kk: 'Мұндай құпиясөз бірінші болып табылады: қайталау, қатар пернелер немесе жиі сөз',
      en: 'Such a password is guessed first: a repetition, a row of keys or a common word',
    },
    hint: {
      ru: 'Возьмите несколько слов, не связанных между собой.',
      kk: 'Бір-бірімен байланыссыз бірнеше сөз алыңыз.',
      en: 'Take several words that have nothing to do with each other.',
    },
  },
  QRG_PASSWORD_SAME: {
    status: 422,
    message: {
      ru: 'Новый пароль совпадает с прежним',
      kk: 'Жаңа құпиясөз бұрынғысымен бірдей',
      en: 'The new password is the old one',
    },
  },
  QRG_LINK_REFUSED: {
    status: 403,
    message: {
      ru: 'Ссылка уже использована, истекла или неверна',
      kk: 'Сілтеме бұрын қолданылған, мерзімі өткен немесе қате',
      en: 'The link was used before, has expired or is wrong',
    },
    hint: {
      ru: 'Попросите администратора выдать новую: qorgan user reset-password ЛОГИН',
      kk: 'Әкімшіден жаңасын сұраңыз: qorgan user reset-password ЛОГИН',
      en: 'Ask an administrator for a new one: qorgan user reset-password LOGIN',
    },
  },
  QRG_LOGIN_FORM: {
    status: 422,
    message: {
      ru: 'Логин — от 3 до 64 знаков: латинские буквы, цифры, точка, дефис, подчёркивание, @',
      kk: 'Логин 3–64 таңба: латын әріптері, цифрлар, нүкте, сызықша, астын сызу, @',
      en: 'A login has 3 to 64 characters: Latin letters, digits, dot, hyphen, underscore, @',
    },
  },
  QRG_LOGIN_TAKEN: {
    status: 409,
    message: {
      ru: 'Логин {login} занят',
      kk: '{login} логині бос емес',
      en: 'The login {login} is taken',
    },
  },
  QRG_NAME_FORM: {
    status: 422,
    message: {
      ru: 'Название или имя — от 1 до 200 знаков',
      kk: 'Атау немесе есім 1–200 таңбадан тұрады',
      en: 'A name has 1 to 200 characters',
    },
  },
  QRG_USER_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Такого пользователя нет: {user}',
      kk: 'Мұндай пайдаланушы жоқ: {user}',
      en: 'There is no such user: {user}',
    },
  },
  QRG_USER_OUTSIDE: {
    status: 409,
    message: {
      ru: 'Этот человек входит через единый вход: пароль, коды и роли ведёт поставщик входа',
      kk: 'Бұл адам бірыңғай кіру арқылы кіреді: құпиясөз, код және рөлдерді кіру провайдері жүргізеді',
      en: 'This person signs on through the identity provider, which keeps the password, codes and roles',
    },
  },
  QRG_ROLE_UNKNOWN: {
    status: 422,
    message: {
      ru: 'Такой роли нет: {role}. Есть: {roles}',
      kk: 'Мұндай рөл жоқ: {role}. Барлары: {roles}',
      en: 'There is no such role: {role}. There are: {roles}',
    },
  },
  QRG_ROLE_CONFLICT: {
    status: 409,
    message: {
      ru: 'Роль auditor не сочетается с другими: проверяющий не проверяет самого себя',
      kk: 'auditor рөлі басқалармен қосылмайды: тексеруші өзін өзі тексермейді',
      en: 'The role auditor goes with no other: nobody audits their own acts',
    },
  },
  QRG_LAST_ADMIN: {
    status: 409,
    message: {
      ru: 'Это последний администратор всей системы',
      kk: 'Бұл — бүкіл жүйенің соңғы әкімшісі',
      en: 'This is the last administrator of the whole system',
    },
    hint: {
      ru: 'Сначала назначьте другого: qorgan user grant ЛОГИН admin',
      kk: 'Алдымен басқасын тағайындаңыз: qorgan user grant ЛОГИН admin',
      en: 'Appoint another one first: qorgan user grant LOGIN admin',
    },
  },
  QRG_FIRST_RUN_OVER: {
    status: 409,
    message: {
      ru: 'Первый администратор уже создан',
      kk: 'Бірінші әкімші құрылып қойған',
      en: 'The first administrator has been made already',
    },
  },
  QRG_INSTITUTION_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Такой организации нет: {code}',
      kk: 'Мұндай ұйым жоқ: {code}',
      en: 'There is no such institution: {code}',
    },
  },
  QRG_INSTITUTION_TAKEN: {
    status: 409,
    message: {
      ru: 'Код организации {code} занят',
      kk: '{code} ұйым коды бос емес',
      en: 'The institution code {code} is taken',
    },
  },
  QRG_INSTITUTION_CODE: {
    status: 422,
    message: {
      ru: 'Код организации — от 2 до 32 знаков: строчные латинские буквы, цифры, дефис',
      kk: 'Ұйым коды 2–32 таңба: кіші латын әріптері, цифрлар, сызықша',
      en: 'An institution code has 2 to 32 characters: small Latin letters, digits, hyphen',
    },
  },
  QRG_INSTITUTION_KIND: {
    status: 422,
    message: {
      ru: 'Такого вида организации нет: {kind}. Есть: {kinds}',
      kk: 'Мұндай ұйым түрі жоқ: {kind}. Барлары: {kinds}',
      en: 'There is no such kind of institution: {kind}. There are: {kinds}',
    },
  },
  QRG_INSTITUTION_SEES_ALL: {
    status: 422,
    message: {
      ru: 'Данные всех организаций видят только {kinds}, а это {kind}',
      kk: 'Барлық ұйымның деректерін тек {kinds} көреді, ал бұл — {kind}',
      en: 'Only {kinds} see the data of all institutions, and this is {kind}',
    },
  },
  QRG_SCOPE_UNKNOWN: {
    status: 422,
    message: {
      ru: 'Такого права у ключей нет: {scope}. Есть: {scopes}',
      kk: 'Кілттерде мұндай құқық жоқ: {scope}. Барлары: {scopes}',
      en: 'Keys have no such scope: {scope}. There are: {scopes}',
    },
  },
  QRG_KEY_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Такого ключа нет: {key}',
      kk: 'Мұндай кілт жоқ: {key}',
      en: 'There is no such key: {key}',
    },
  },
  QRG_KEY_EXPIRY: {
    status: 422,
    message: {
      ru: 'Срок ключа должен быть в будущем и не дальше {days} дней',
      kk: 'Кілттің мерзімі болашақта және {days} күннен аспауы керек',
      en: 'A key expires in the future and within {days} days',
    },
  },
  QRG_OIDC_OFF: {
    status: 404,
    message: {
      ru: 'Единый вход не настроен',
      kk: 'Бірыңғай кіру бапталмаған',
      en: 'Single sign-on is not configured',
    },
  },
  QRG_OIDC_SETTINGS: {
    status: 500,
    message: {
      ru: 'Настройка единого входа не годится: {reason}',
      kk: 'Бірыңғай кіру баптауы жарамсыз: {reason}',
      en: 'The configuration of single sign-on is no good: {reason}',
    },
  },
  QRG_OIDC_AWAY: {
    status: 502,
    message: {
      ru: 'Поставщик единого входа не отвечает',
      kk: 'Бірыңғай кіру провайдері жауап бермейді',
      en: 'The identity provider does not answer',
    },
  },
  QRG_OIDC_REFUSED: {
    status: 401,
    message: {
      ru: 'Единый вход не удался: ответ поставщика не подтвердился',
      kk: 'Бірыңғай кіру болмады: провайдердің жауабы расталмады',
      en: 'Single sign-on failed: the answer of the provider does not hold',
    },
    hint: {
      ru: 'Начните вход заново с первой страницы.',
      kk: 'Кіруді бірінші беттен қайта бастаңыз.',
      en: 'Begin again from the first page.',
    },
  },
  QRG_OIDC_NO_PLACE: {
    status: 403,
    message: {
      ru: 'У вас нет роли или организации в Qorgan',
      kk: 'Qorgan жүйесінде сізге рөл немесе ұйым берілмеген',
      en: 'You have no role or no institution in Qorgan',
    },
    hint: {
      ru: 'Попросите администратора добавить вас в группу, которой назначена роль.',
      kk: 'Әкімшіден рөл берілген топқа қосуды сұраңыз.',
      en: 'Ask an administrator to add you to a group that a role is given to.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
