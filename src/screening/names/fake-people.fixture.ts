import type { Random } from '../../domain/random.ts';

/**
 * People for tests and benchmarks, as a registry of Kazakhstan would hold them: a few names that everybody has and a long
 * tail of rare ones, put together of parts at random. They mean nobody.
 */
export interface FakePerson {
  readonly isFemale: boolean;
  readonly isKazakh: boolean;
  /** In the Cyrillic of their language. */
  readonly surname: string;
  readonly given: string;
  /** The father's given name; how it makes a patronymic depends on the language it is written in. */
  readonly father: string;
  /** Birth, 'YYYY-MM-DD'. */
  readonly born: string;
}

const words = (text: string): readonly string[] => text.split(' ');

const KAZAKH_FIRST = words(
  'Нұр Ер Бек Жан Ай Дәу Қан Дос Тай Сер Қуан Мұр Бай Тоқ Өте Әбді Сәр Жұма Құл Алтын Темір Арыс Күн Мыр Жол Мәди ' +
    'Еркін Қожа Сұл Аман Бақ Есен Ора Жақ Шора Ырыс Тұр Бол Асыл Мағ Сейіт Кенже Орын Тіле Шай Әліп Исл Ыбы Ғаб Хам ' +
    'Мейр Рыс Сана Тан Ұла Бағ Қай Дәр Жең Айт Бөл Ке Ман Нар Рай Сап',
);
const KAZAKH_MALE_SECOND = words(
  'лан жан бек бол бай хан тай сұлтан мұрат ғали болат мырза ден рат ат ғазы еке дос бас ан мет кен гелді берген ' +
    'қын тас ас ияр ырза ар жігіт ір ам қазы сары бит ім құл ілбек таз дәулет',
);
const KAZAKH_FEMALE_SECOND = words(
  'гүл жан сұлу ай нұр герім шолпан ида нар зия бану мира ша бике зада ия ира айым қыз леу мина та роза тоты сәуле ' +
    'дария жамал кен са ма',
);
const KAZAKH_MALE = words(
  'Нұрлан Ерлан Серік Марат Қайрат Болат Асқар Бауыржан Дәулет Ержан Жандос Олжас Әділ Әли Ахмет Мұхтар Шыңғыс Шоқан ' +
    'Талғат Тимур Ғалым Қасым Омар Оспан Сәкен Ыбырай Ілияс Мұхаммед Ибраһим Жүсіп Исмаил Ғабит Сұлтан Рүстем Әлихан',
);
const KAZAKH_FEMALE = words(
  'Айгүл Гүлнар Айгерім Әсел Жанар Динара Мәдина Сәуле Шолпан Ботагөз Ақмарал Меруерт Қарлығаш Зәуре Фатима Раушан ' +
    'Гауһар Жұлдыз Назгүл Алия Мәриям Әлия Күлаш Балжан Ұлжан Томирис Сабина Зарина Камила Аружан',
);

const RUSSIAN_MALE = words(
  'Александр Алексей Андрей Антон Артём Борис Вадим Валерий Виктор Владимир Вячеслав Геннадий Георгий Григорий Денис ' +
    'Дмитрий Евгений Егор Иван Игорь Илья Кирилл Константин Леонид Максим Михаил Николай Олег Павел Пётр Роман Сергей ' +
    'Станислав Степан Тимофей Фёдор Юрий Яков Ярослав Семён',
);
const RUSSIAN_FEMALE = words(
  'Александра Алёна Анастасия Анна Валентина Вера Виктория Галина Дарья Евгения Екатерина Елена Елизавета Жанна Зинаида ' +
    'Зоя Инна Ирина Ксения Лариса Лидия Любовь Людмила Марина Мария Надежда Наталья Нина Оксана Ольга Полина Раиса ' +
    'Светлана София Тамара Татьяна Ульяна Юлия Яна Эльвира',
);
const RUSSIAN_ROOTS_FIRST = words(
  'Бел Черн Голов Добр Зим Кар Лом Мир Нов Остр Пол Рыб Сав Тихо Ум Фил Хол Цар Шап Щег Яков Бор Вол Гром Дол Жар Иг ' +
    'Кор Леб Мак Ник Ор Пет Род Сок Тар Ус Фрол Хар Чист Шир Юдо Абр Бул Вин Гус Дем Еф Жук Зуб Ильи Кузн Луч Мещ',
);
const RUSSIAN_ROOTS_SECOND = words(
  'як ан ец ил ов ок ар ин яш еп ух ыш ич ус ень ост ав ел ищ ыр уш от ын ак ев ям ом ач ур ед',
);

/** Share of people with a Kazakh name; roughly the 2021 census. */
const KAZAKH_SHARE = 0.7;
/**
 * Share of names from the long tail. The commonest surname is then that of some 0.8 % (in life Ахметов has 0.4 %), the
 * commonest given name that of some 1.2 %.
 */
const RARE_SHARE = 0.6;
/** Share of rare surnames with one part more. */
const LONG_SHARE = 0.3;
/** Kazakh surnames: -ов or -ев, the bare name of a grandfather, or -ұлы and -қызы. */
const FAMILY_STYLES = [0.75, 0.15, 0.1];

function kazakhMale(random: Random): string {
  if (!random.chance(RARE_SHARE)) return random.pick(KAZAKH_MALE);
  return random.pick(KAZAKH_FIRST) + random.pick(KAZAKH_MALE_SECOND);
}

function kazakhFemale(random: Random): string {
  if (!random.chance(RARE_SHARE)) return random.pick(KAZAKH_FEMALE);
  return random.pick(KAZAKH_FIRST) + random.pick(KAZAKH_FEMALE_SECOND);
}

function kazakhSurname(random: Random, isFemale: boolean): string {
  const long = random.chance(LONG_SHARE) ? random.pick(KAZAKH_MALE_SECOND) : '';
  const root = random.pick(KAZAKH_FIRST) + random.pick(KAZAKH_MALE_SECOND) + long;
  const rooted = random.chance(RARE_SHARE) ? root : random.pick(KAZAKH_MALE);
  const style = random.weighted([0, 1, 2], FAMILY_STYLES);
  if (style === 1) return rooted;
  if (style === 2) return rooted + (isFemale ? 'қызы' : 'ұлы');
  return family(rooted) + (isFemale ? 'а' : '');
}

/** -ов after a consonant, -ев after a vowel or a soft one. */
function family(root: string): string {
  if (/[аәеиоөуүұыія]$/i.test(root)) return `${root}ев`;
  return /й$/.test(root) ? `${root.slice(0, -1)}ев` : `${root}ов`;
}

function russianSurname(random: Random, isFemale: boolean): string {
  const long = random.chance(LONG_SHARE) ? random.pick(RUSSIAN_ROOTS_SECOND) : '';
  const root = random.pick(RUSSIAN_ROOTS_FIRST) + random.pick(RUSSIAN_ROOTS_SECOND) + long;
  const ending = random.weighted(['ов', 'ин', 'ский'], [6, 3, 1]);
  const base = root.replace(/ь$/, '');
  if (ending === 'ский') return base + (isFemale ? 'ская' : 'ский');
  return base + (/ь$/.test(root) ? 'ев' : ending) + (isFemale ? 'а' : '');
}

const two = (number: number): string => String(number).padStart(2, '0');

/** One person, drawn at random. */
export function fakePerson(random: Random): FakePerson {
  const isKazakh = random.chance(KAZAKH_SHARE);
  const isFemale = random.chance(0.5);
  const born = `${random.int(1940, 2007)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
  if (!isKazakh)
    return {
      ...{ isFemale, isKazakh, born },
      surname: russianSurname(random, isFemale),
      given: random.pick(isFemale ? RUSSIAN_FEMALE : RUSSIAN_MALE),
      father: random.pick(RUSSIAN_MALE),
    };
  return {
    ...{ isFemale, isKazakh, born },
    surname: kazakhSurname(random, isFemale),
    given: isFemale ? kazakhFemale(random) : kazakhMale(random),
    father: kazakhMale(random),
  };
}

const COMPANY_FIRST = words(
  'Алтын Арай Астық Бастау Береке Дала Жайлау Жеті Кен Мерей Нұр Самал Сарыарқа Сұңқар Темір Тұлпар Ұлар Шаңырақ Ақ Көк ' +
    'Байтерек Құлагер Отырар Хан Бәйтерек Жұлдыз Қазына Мұрагер Тоғай Үміт',
);
const COMPANY_SECOND = words(
  'Логистик Трейд Сервис Құрылыс Маркет Групп Агро Инвест Снаб Строй Тех Фуд Дизайн Транс Консалт Энерго Мұнай Газ Фарм Проект',
);
const COMPANY_THIRD = words(
  'Казахстан Алматы Астана Плюс Холдинг Компани Центр Восток Запад Север',
);

/** Words of a company's name, without its form. */
export function fakeCompany(random: Random): string {
  const base = `${random.pick(COMPANY_FIRST)}${random.pick(['', ' ', '-'])}${random.pick(COMPANY_SECOND)}`;
  const third = random.chance(0.4) ? ` ${random.pick(COMPANY_THIRD)}` : '';
  return random.chance(0.3) ? `${base}${third} ${random.int(1, 999)}` : base + third;
}
