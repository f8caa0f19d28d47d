import type { Random } from '../domain/random.ts';

/** Common given names and surnames of Kazakhstan; a name is drawn at random and means nobody. */
const KAZAKH = {
  male: 'Айдос Алмас Арман Аслан Асхат Бауыржан Бекзат Даулет Данияр Ербол Ержан Ерлан Жандос Кайрат Мади Марат Мирас Нурлан Нурсултан Олжас Рустем Саят Серик Тимур Талгат Тахир Улан Шынгыс Ильяс Санжар Алихан Диас'.split(
    ' ',
  ),
  female:
    'Айгерим Айжан Айнур Акбота Алия Асель Аружан Балжан Ботагоз Гаухар Гульнара Дана Динара Жанар Жулдыз Зарина Камила Карлыгаш Лаура Мадина Меруерт Назгуль Нургуль Раушан Сабина Салтанат Сауле Толганай Улжан Шолпан Томирис Инжу'.split(
      ' ',
    ),
  surnames:
    'Абдрахманов Абенов Айтбаев Алимбеков Амангельдиев Ахметов Байжанов Бекмуханов Беков Бейсенов Даулетов Досжанов Ермеков Есенов Жакупов Жумабаев Ибраев Искаков Исмагулов Кабдулов Калиев Касымов Кенжебаев Кожахметов Муканов Мусин Мухамеджанов Нургалиев Нурпеисов Омаров Оспанов Рахимов Сагындыков Садыков Сарсенбаев Сейтказин Смагулов Сулейменов Султанов Тлеубергенов Токтаров Тулегенов Турсунов Утегенов Хасенов Шаймерденов'.split(
      ' ',
    ),
  fathers:
    'Алтай Асан Бахыт Болат Газиз Ерсаин Жумабек Кайрат Кенес Марат Мурат Нурлан Омар Рахим Сабит Сагат Самат Серик Талгат Тлек'.split(
      ' ',
    ),
};
const SLAVIC = {
  male: 'Александр Алексей Андрей Антон Виктор Владимир Данил Денис Дмитрий Евгений Иван Игорь Кирилл Максим Никита Павел Роман Сергей'.split(
    ' ',
  ),
  female:
    'Алина Анастасия Анна Виктория Дарья Екатерина Елена Ирина Ксения Людмила Марина Мария Наталья Оксана Ольга Светлана Татьяна Юлия'.split(
      ' ',
    ),
  surnames:
    'Антонов Белов Васильев Волков Гончаров Громов Егоров Зайцев Иванов Ковалёв Козлов Крылов Кузнецов Лебедев Макаров Морозов Никитин Новиков Орлов Павлов Петров Попов Семёнов Смирнов Соколов Степанов Фёдоров Шевцов'.split(
      ' ',
    ),
  fathers:
    'Александр Алексей Андрей Борис Виктор Владимир Иван Михаил Николай Павел Пётр Юрий'.split(' '),
};
const SLAVIC_PATRONYMIC: Readonly<Record<string, readonly [string, string]>> = {
  Алексей: ['Алексеевич', 'Алексеевна'],
  Андрей: ['Андреевич', 'Андреевна'],
  Николай: ['Николаевич', 'Николаевна'],
  Юрий: ['Юрьевич', 'Юрьевна'],
  Пётр: ['Петрович', 'Петровна'],
  Павел: ['Павлович', 'Павловна'],
};
/** Share of people with a Kazakh name; roughly the 2021 census. */
const KAZAKH_SHARE = 0.74;
/** Share of Kazakh patronymics written the Kazakh way (-ұлы, -қызы) and not with -ович, -овна. */
const KAZAKH_PATRONYMIC_SHARE = 0.4;

/** Surname, given name, patronymic in Cyrillic. */
export function personName(random: Random, female: boolean): string {
  const kazakh = random.chance(KAZAKH_SHARE);
  const names = kazakh ? KAZAKH : SLAVIC;
  const surname = random.pick(names.surnames) + (female ? 'а' : '');
  const given = random.pick(female ? names.female : names.male);
  const father = random.pick(names.fathers);
  return `${surname} ${given} ${patronymic(father, female, kazakh && random.chance(KAZAKH_PATRONYMIC_SHARE))}`;
}

function patronymic(father: string, female: boolean, kazakhWay: boolean): string {
  if (kazakhWay) return father + (female ? 'қызы' : 'ұлы');
  const special = SLAVIC_PATRONYMIC[father];
  if (special !== undefined) return special[female ? 1 : 0];
  if (father.endsWith('й')) return father.slice(0, -1) + (female ? 'евна' : 'евич');
  return father + (female ? 'овна' : 'ович');
}

const COMPANY_FIRST =
  'Алтын Арай Астык Бастау Береке Дала Жайлау Жеті Кен Мерей Нур Самал Сарыарка Сункар Темир Тулпар Улар Шанырак Эдем Ак'.split(
    ' ',
  );
const COMPANY_SECOND =
  'Логистик Трейд Сервис Курылыс Маркет Групп Агро Инвест Снаб Строй Тех Фуд Дент Дизайн Транс Консалт'.split(
    ' ',
  );

export function companyName(random: Random): string {
  return `ТОО «${random.pick(COMPANY_FIRST)} ${random.pick(COMPANY_SECOND)} ${random.int(1, 999)}»`;
}
