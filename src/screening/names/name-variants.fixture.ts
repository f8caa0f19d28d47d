import type { Random } from '../../domain/random.ts';
import type { FakePerson } from './fake-people.fixture.ts';

/**
 * Ways to write a person's name. What keeps them honest: they go from Cyrillic letters to Latin ones by the published
 * tables, letter by letter, while the matcher reads Latin spellings as sounds and has no table of this direction; typing
 * errors are made on what is written, not on sounds; and nothing here asks the matcher anything.
 */
type Table = Readonly<Record<string, string>>;

const table = (letters: string, spelled: string): Table => {
  const spellings = spelled.split(' ');
  return Object.fromEntries([...letters].map((letter, i) => [letter, spellings[i] ?? '']));
};
const RUSSIAN = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';

/** ICAO Doc 9303, part 3, section 6: passports of Russia since 2014, of Kazakhstan for Russian letters. */
const ICAO = table(
  RUSSIAN,
  'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y  e iu ia',
);
/** GOST R 52535.1-2006: passports of Russia 2010-2014. */
const PASSPORT_2010 = table(
  RUSSIAN,
  'a b v g d e e zh z i i k l m n o p r s t u f kh tc ch sh shch  y  e iu ia',
);
/** Order 310 of the interior ministry, 1997: passports of Russia until 2010. */
const PASSPORT_1997 = table(
  RUSSIAN,
  "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch ' y ' e yu ya",
);
/** Soviet and early Russian passports, after French. */
const FRENCH = table(
  RUSSIAN,
  'a b v g d e e j z i i k l m n o p r s t ou f kh ts tch ch chtch  y  e iou ia',
);
/** ISO 9:1995, GOST 7.79 system A. */
const ISO9 = table(RUSSIAN, 'a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â');
/** BGN/PCGN 1947 in its simple form. */
const BGN = table(
  RUSSIAN,
  'a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya',
);

const KAZAKH = 'әғқңөұүһі';
/** How Russian registries wrote Kazakh letters, and passports of Kazakhstan still do. */
const KAZAKH_IN_RUSSIAN = table(KAZAKH, 'а г к н о у у х и');
/** Decree 569 of 26 October 2017. */
const KAZAKH_2017 = {
  ...table(RUSSIAN, "a b v g d e io j z i' i' k l m n o p r s t y' f h ts c' s' s'  y  e i'y' i'a"),
  ...table(KAZAKH, "a' g' q n' o' u u' h i"),
};
/** Decree 637 of 19 February 2018. */
const KAZAKH_2018 = {
  ...table(RUSSIAN, 'a b v g d e io j z ı ı k l m n o p r s t ý f h ts ch sh sh  y  e ıý ıa'),
  ...table(KAZAKH, 'á ǵ q ń ó u ú h i'),
};
/** The draft of 28 January 2021. */
const KAZAKH_2021 = {
  ...table(RUSSIAN, 'a b v g d e io j z i i k l m n o p r s t u f h ts ch ş ş  y  e iu ia'),
  ...table(KAZAKH, 'ä ğ q ñ ö ū ü h ı'),
};
/** Passports of Kazakhstan from Kazakh letters. */
const KAZAKH_PASSPORT = {
  ...ICAO,
  ...table(KAZAKH, 'a g k n o u u kh i'),
};

const TABLES = {
  icao: ICAO,
  passport_2010: PASSPORT_2010,
  passport_1997: PASSPORT_1997,
  french: FRENCH,
  iso9: ISO9,
  bgn: BGN,
} as const;
const KAZAKH_TABLES = {
  kazakh_2017: KAZAKH_2017,
  kazakh_2018: KAZAKH_2018,
  kazakh_2021: KAZAKH_2021,
  kazakh_passport: KAZAKH_PASSPORT,
} as const;

/** What people type who know no table: one habit a person. */
const HABITS: Readonly<Record<string, readonly string[]>> = {
  х: ['kh', 'h', 'x'],
  ж: ['zh', 'j', 'dzh'],
  й: ['y', 'i', 'j'],
  ю: ['yu', 'iu', 'u'],
  я: ['ya', 'ia', 'a'],
  ц: ['ts', 'c'],
  щ: ['shch', 'sch', 'sh'],
  ы: ['y', 'i'],
  в: ['v', 'w'],
  е: ['e', 'ye'],
  қ: ['q', 'k'],
  ғ: ['g', 'gh'],
  ә: ['a', 'ae', 'e'],
  ү: ['u', 'ue'],
};

function habit(random: Random): Table {
  const chosen = Object.entries(HABITS).map(([letter, ways]) => [letter, random.pick(ways)]);
  return { ...ICAO, ...KAZAKH_PASSPORT, ...Object.fromEntries(chosen), ё: 'yo', ь: '', ъ: '' };
}

/** Writes Cyrillic with a table; a capital stays one. */
function write(text: string, by: Table): string {
  return text.replace(/\p{L}/gu, (letter) => {
    const lower = letter.toLowerCase();
    const written = by[lower] ?? lower;
    return letter === lower ? written : written.charAt(0).toUpperCase() + written.slice(1);
  });
}

/** A name in three parts, before it is put in an order. */
interface Parts {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
}

const map = ({ surname, given, patronymic }: Parts, by: (text: string) => string): Parts => ({
  surname: by(surname),
  given: by(given),
  patronymic: by(patronymic),
});

/** As the registry has it: Kazakh names in Kazakh, Russian ones in Russian. */
function registered({ surname, given, father, isFemale, isKazakh }: FakePerson): Parts {
  const patronymic = isKazakh
    ? father + (isFemale ? 'қызы' : 'ұлы')
    : russianPatronymic(father, isFemale);
  return { surname, given, patronymic };
}

function russified(person: FakePerson, random: Random): Parts {
  const plain = (text: string): string => write(text, KAZAKH_IN_RUSSIAN);
  const father = plain(person.father);
  const isKazakhWay = person.isKazakh && random.chance(0.4);
  const patronymic = isKazakhWay
    ? father + (person.isFemale ? 'кызы' : 'улы')
    : russianPatronymic(father, person.isFemale);
  return { surname: plain(person.surname), given: plain(person.given), patronymic };
}

const SPECIAL: Readonly<Record<string, string>> = { Пётр: 'Петр', Павел: 'Павл', Яков: 'Яковл' };

function russianPatronymic(father: string, isFemale: boolean): string {
  if (father === 'Илья') return isFemale ? 'Ильинична' : 'Ильич';
  const root = SPECIAL[father] ?? father;
  const isSoft = /[йьеияіә]$/.test(root) || father === 'Яков';
  const stem = root
    .replace(/ий$/, 'ь')
    .replace(/[йья]$/, (end) => (end === 'ь' && /рий|ний/.test(father) ? 'ь' : ''));
  return stem + (isSoft ? (isFemale ? 'евна' : 'евич') : isFemale ? 'овна' : 'ович');
}

const full = ({ surname, given, patronymic }: Parts): string => `${surname} ${given} ${patronymic}`;
const short = ({ surname, given }: Parts): string => `${surname} ${given}`;

/** One mistake of a hand: a letter left out, doubled by another, changed, or two turned round; in a word of six or more. */
function mistyped(text: string, random: Random): string {
  const words = [...text.matchAll(/[\p{L}']{6,}/gu)];
  if (words.length === 0) return text;
  const { 0: word, index } = random.pick(words);
  return text.slice(0, index) + mistypedWord(word, random) + text.slice(index + word.length);
}

function mistypedWord(word: string, random: Random): string {
  // First letters are seldom mistyped (Pollock and Zamora, 1984: under 8 %).
  const at = random.int(1, word.length - 3);
  const letter = random.pick([...(/[а-я]/.test(word) ? 'оеаинтсрвлкмдпуя' : 'etaoinsrdlum')]);
  const [head, here, next, tail] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const slip = random.pick([
    head + next + tail,
    head + letter + here + next + tail,
    head + letter + next + tail,
    head + next + here + tail,
  ]);
  // A slip beside or into two letters that are one by sound (нн, ио, ие), or inside of a letter written with h, is two by sound.
  const isTwo = DOUBLE.test(slip) || DOUBLE.test(word) || /h|ts/.test(word.slice(at - 1, at + 3));
  return isTwo ? word : slip;
}

const DOUBLE = /(\p{L})\1|[йиыіiy][йиыіеоёiyeo]/iu;

const TWINS = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  К: 'K',
  М: 'M',
  Т: 'T',
  А: 'A',
  Н: 'H',
};

/** One to three letters of the other script that look the same. */
function withTwins(text: string, random: Random): string {
  const places = [...text.matchAll(new RegExp(`[${Object.keys(TWINS).join('')}]`, 'g'))];
  const chosen = new Set(
    random.shuffle(places.map(({ index }) => index)).slice(0, random.int(1, 3)),
  );
  return [...text].map((l, i) => (chosen.has(i) ? TWINS[l as keyof typeof TWINS] : l)).join('');
}

/** A name of one person that is not written as the registry has it, and how it came about. */
export interface Variant {
  readonly kind: string;
  readonly text: string;
}

/** Every way to write this person's name, drawn at random where there is a choice. */
export function variantsOf(person: FakePerson, random: Random): Variant[] {
  const own = registered(person);
  const russian = russified(person, random);
  const latin = map(russian, (text) => write(text, habit(random.fork('habit'))));
  const initials = { ...russian, given: `${russian.given[0]}.` };
  const variants: Variant[] = [
    { kind: 'russian', text: full(russian) },
    { kind: 'no patronymic', text: short(russian) },
    { kind: 'given first', text: `${russian.given} ${russian.patronymic} ${russian.surname}` },
    { kind: 'initials', text: `${initials.surname} ${initials.given}${russian.patronymic[0]}.` },
    { kind: 'initial first', text: `${initials.given} ${initials.surname}` },
    { kind: 'capitals, comma', text: `${russian.surname}, ${russian.given}`.toUpperCase() },
    { kind: 'twins', text: withTwins(full(russian), random) },
    { kind: 'mistyped', text: `${mistyped(short(russian), random)} ${russian.patronymic}` },
    { kind: 'mistyped, no patronymic', text: mistyped(short(russian), random) },
    { kind: 'hyphen', text: hyphened(russian, random) },
    { kind: 'other gender', text: otherGender(russian, person.isFemale) },
    { kind: 'habit', text: short(latin) },
    { kind: 'latin, mistyped', text: mistyped(write(short(russian), ICAO), random) },
    ...Object.entries(TABLES).map(([kind, by]) => ({
      kind,
      text: short(map(russian, (text) => write(text, by))),
    })),
  ];
  if (!person.isKazakh) return variants;
  return [
    ...variants,
    ...Object.entries(KAZAKH_TABLES).map(([kind, by]) => ({
      kind,
      text: full(map(own, (text) => write(text, by))),
    })),
  ];
}

/** The name as the registry has it. */
export const registeredName = (person: FakePerson): string => full(registered(person));

/** A second surname; nobody puts one to Нұрланұлы. */
function hyphened({ surname, given }: Parts, random: Random): string {
  const second = random.pick(['Батыр', 'Султан', 'Дала', 'Тегин', 'Степной']);
  return /(?:улы|кызы)$/.test(surname) ? `${surname} ${given}` : `${surname}-${second} ${given}`;
}

/** A wife by her husband's surname, or the other way round. */
function otherGender(parts: Parts, isFemale: boolean): string {
  const { surname, given } = parts;
  const other = isFemale
    ? surname.replace(/ская$/, 'ский').replace(/(ов|ев|ин)а$/, '$1')
    : surname.replace(/ский$/, 'ская').replace(/(ов|ев|ин)$/, '$1а');
  return `${other} ${given}`;
}

const FORMS = [
  ['ТОО «{}»', 'ЖШС «{}»', '{} LLP', 'ООО "{}"', 'TOO {}'],
  ['АО «{}»', '«{}» АҚ', '{} JSC', 'АО {}'],
];

/** The name of an organisation as a registry has it, and ways to write it: forms in three languages, quotes, Latin letters, one mistake. */
export function companyVariants(
  name: string,
  random: Random,
): { registered: string; variants: Variant[] } {
  const forms = random.pick(FORMS);
  const inForm = (text: string): string => random.pick(forms).replace('{}', text);
  const russian = write(name, KAZAKH_IN_RUSSIAN);
  const variants = [
    { kind: 'form', text: inForm(name) },
    { kind: 'russian', text: inForm(russian) },
    { kind: 'no form', text: russian },
    { kind: 'latin', text: inForm(write(russian, ICAO)) },
    { kind: 'kazakh_2021', text: inForm(write(name, KAZAKH_2021)) },
    { kind: 'mistyped', text: inForm(mistyped(russian, random)) },
  ];
  return { registered: forms[0].replace('{}', name), variants };
}
