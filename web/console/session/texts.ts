import { areaTexts } from '../texts.ts';

export const SESSION_TEXTS = {
  motto: {
    ru: 'Идёт по следу денег дропперов. Советует программа, решает человек.',
    kk: 'Дропперлердің ақшасын ізіне түсіп қадағалайды. Бағдарлама кеңес береді, шешімді адам қабылдайды.',
    en: 'Follows the money of droppers. The program advises, a person decides.',
  },
  signIn: { ru: 'Вход', kk: 'Кіру', en: 'Sign in' },
  signInAct: { ru: 'Войти', kk: 'Кіру', en: 'Sign in' },
  login: { ru: 'Логин', kk: 'Логин', en: 'Login' },
  password: { ru: 'Пароль', kk: 'Құпиясөз', en: 'Password' },
  oidc: {
    ru: 'Войти через учётную запись организации',
    kk: 'Ұйымның есептік жазбасы арқылы кіру',
    en: 'Sign in with the account of your organisation',
  },
  expired: {
    ru: 'Сеанс закончился. Войдите снова — вы вернётесь туда, где были.',
    kk: 'Сеанс аяқталды. Қайта кіріңіз — сол жеріңізге ораласыз.',
    en: 'Your session has ended. Sign in again and you are back where you were.',
  },
  passwordReady: {
    ru: 'Пароль задан. Теперь войдите.',
    kk: 'Құпиясөз қойылды. Енді кіріңіз.',
    en: 'The password is set. Now sign in.',
  },
  // the second factor
  codeTitle: { ru: 'Код из приложения', kk: 'Қолданбадағы код', en: 'Code of the app' },
  codeAbout: {
    ru: 'Шесть цифр из приложения для кодов или один из запасных кодов.',
    kk: 'Кодтар қолданбасындағы алты цифр немесе қосалқы кодтардың бірі.',
    en: 'Six digits of your code app, or one of the recovery codes.',
  },
  code: { ru: 'Код', kk: 'Код', en: 'Code' },
  goOn: { ru: 'Продолжить', kk: 'Жалғастыру', en: 'Continue' },
  otherPerson: { ru: 'Войти под другим именем', kk: 'Басқа атпен кіру', en: 'Sign in as another' },
  enrolTitle: {
    ru: 'Второй шаг входа',
    kk: 'Кірудің екінші қадамы',
    en: 'The second step of signing in',
  },
  enrolAbout: {
    ru: 'Один пароль могут подсмотреть. Поставьте на телефон приложение для кодов (подойдёт любое с TOTP), снимите им этот рисунок и введите код, который оно покажет.',
    kk: 'Құпиясөзді біреу көріп қоюы мүмкін. Телефонға кодтар қолданбасын (TOTP қолдайтын кез келгені жарайды) орнатыңыз, мына суретті сканерлеңіз де, шыққан кодты енгізіңіз.',
    en: 'A password alone can be overseen. Put a code app on your phone (any with TOTP will do), scan this picture with it, and enter the code it shows.',
  },
  enrolPicture: {
    ru: 'QR-код для приложения',
    kk: 'Қолданбаға арналған QR-код',
    en: 'QR code for the app',
  },
  enrolSecret: {
    ru: 'Или введите этот ключ в приложение',
    kk: 'Немесе қолданбаға мына кілтті енгізіңіз',
    en: 'Or type this key into the app',
  },
  recoveryTitle: { ru: 'Запасные коды', kk: 'Қосалқы кодтар', en: 'Recovery codes' },
  recoveryAbout: {
    ru: 'Каждый работает один раз, если телефона нет под рукой. Мы показываем их только сейчас: сохраните их там, где их не увидят другие.',
    kk: 'Телефон жаныңызда болмаса, әрқайсысы бір рет жарайды. Оларды тек қазір көрсетеміз: бөтен көз түспейтін жерге сақтаңыз.',
    en: 'Each works once, when the phone is not at hand. They are shown only now: keep them where nobody else looks.',
  },
  recoveryKept: { ru: 'Коды сохранены', kk: 'Кодтар сақталды', en: 'The codes are kept' },
  // the first run
  setupTitle: {
    ru: 'Первый запуск',
    kk: 'Алғашқы іске қосу',
    en: 'First run',
  },
  setupAbout: {
    ru: 'Здесь ещё никого нет. Создайте первого администратора: он добавит остальных.',
    kk: 'Мұнда әлі ешкім жоқ. Алғашқы әкімшіні жасаңыз: қалғандарын сол қосады.',
    en: 'Nobody is here yet. Create the first administrator, who adds the others.',
  },
  setupToken: {
    ru: 'Одноразовый код установки',
    kk: 'Бір реттік орнату коды',
    en: 'One-time set-up token',
  },
  setupTokenAbout: {
    ru: 'Сервер напечатал его при запуске. Он работает один раз и доказывает, что сервер ваш.',
    kk: 'Сервер оны іске қосылғанда басып шығарды. Ол бір рет жарайды және сервердің сіздікі екенін дәлелдейді.',
    en: 'The server printed it when it started. It works once and proves that the server is yours.',
  },
  setupName: { ru: 'Имя и фамилия', kk: 'Аты-жөні', en: 'Full name' },
  loginAbout: {
    ru: 'Латинские буквы, цифры, точка, дефис',
    kk: 'Латын әріптері, цифрлар, нүкте, сызықша',
    en: 'Latin letters, digits, dot, hyphen',
  },
  passwordAbout: {
    ru: 'Не короче 12 знаков. Лучше всего — несколько слов подряд.',
    kk: '12 таңбадан кем емес. Ең жақсысы — қатарынан бірнеше сөз.',
    en: 'At least 12 characters. A few words in a row are best.',
  },
  passwordAgain: { ru: 'Пароль ещё раз', kk: 'Құпиясөз тағы бір рет', en: 'Password again' },
  passwordsDiffer: {
    ru: 'Пароли не совпадают',
    kk: 'Құпиясөздер сәйкес емес',
    en: 'The passwords differ',
  },
  setupAct: { ru: 'Создать администратора', kk: 'Әкімшіні жасау', en: 'Create the administrator' },
  setupWork: {
    ru: 'Тоже буду разбирать тревоги',
    kk: 'Дабылдарды өзім де қараймын',
    en: 'I shall work on alerts too',
  },
  setupWorkAbout: {
    ru: 'Добавит роль руководителя. Без неё администратор видит только людей, ключи и списки.',
    kk: 'Жетекші рөлін қосады. Онсыз әкімші тек адамдарды, кілттерді және тізімдерді көреді.',
    en: 'Adds the role of supervisor. Without it an administrator sees people, keys and lists only.',
  },
  // a one-time link
  newPassword: { ru: 'Новый пароль', kk: 'Жаңа құпиясөз', en: 'New password' },
  setPasswordTitle: { ru: 'Задайте пароль', kk: 'Құпиясөз қойыңыз', en: 'Set your password' },
  setPasswordAct: { ru: 'Задать пароль', kk: 'Құпиясөз қою', en: 'Set the password' },
  linkEmpty: {
    ru: 'В адресе нет кода. Откройте ссылку целиком, как её прислали.',
    kk: 'Мекенжайда код жоқ. Сілтемені қалай жіберілсе, солай толық ашыңыз.',
    en: 'The address holds no code. Open the link whole, as it was sent.',
  },
  // one's own
  mine: { ru: 'Мой вход', kk: 'Менің кіруім', en: 'My sign-in' },
  signOut: { ru: 'Выйти', kk: 'Шығу', en: 'Sign out' },
  changePassword: { ru: 'Сменить пароль', kk: 'Құпиясөзді өзгерту', en: 'Change the password' },
  currentPassword: { ru: 'Нынешний пароль', kk: 'Қазіргі құпиясөз', en: 'Current password' },
  passwordChanged: {
    ru: 'Пароль сменён, остальные сеансы закрыты.',
    kk: 'Құпиясөз өзгертілді, қалған сеанстар жабылды.',
    en: 'The password is changed; your other sessions have ended.',
  },
  sessions: { ru: 'Сеансы', kk: 'Сеанстар', en: 'Sessions' },
  sessionBrowser: { ru: 'Браузер', kk: 'Браузер', en: 'Browser' },
  sessionHere: { ru: 'этот', kk: 'осы', en: 'this one' },
  sessionSeen: { ru: 'Последний раз', kk: 'Соңғы рет', en: 'Last seen' },
  sessionFrom: { ru: 'Откуда', kk: 'Қайдан', en: 'From' },
  sessionEnd: { ru: 'Завершить', kk: 'Аяқтау', en: 'End it' },
  endAll: { ru: 'Завершить все', kk: 'Бәрін аяқтау', en: 'End all' },
} as const;

export const useSessionTexts = areaTexts('session', SESSION_TEXTS);
