/**
 * ISO 9:1995 (GOST 7.79-2000, system A): one Latin letter, with a mark where need be, for one Cyrillic letter of any language,
 * so that the way back is certain. Small letters of the Russian and Kazakh alphabets; tables of ISO 9 as T. T. Pedersen
 * collects them (Transliteration of Non-Roman Scripts, Russian and Kazakh, rev. 2002).
 */
const LETTERS: readonly (readonly [string, string])[] = [
  ...pairs('а a б b в v г g д d е e ё ë ж ž з z и i й j к k л l м m н n о o п p р r с s т t'),
  ...pairs('у u ф f х h ц c ч č ш š щ ŝ ы y э è ю û я â'),
  ...pairs('ә a\u030b ғ ġ қ ķ ң ņ ө ô ұ u\u0307 ү ù һ ḥ і ì'),
];
/** The two signs have no capital form in ISO 9. */
const HARD = '\u02ba';
const SOFT = '\u02b9';

const toLatin = new Map<string, string>([
  ...LETTERS.flatMap(([cyrillic, latin]): [string, string][] => [
    [cyrillic, latin],
    [cyrillic.toUpperCase(), latin.toUpperCase()],
  ]),
  ...both('ъ', HARD),
  ...both('ь', SOFT),
]);
const toCyrillic = new Map<string, string>([...toLatin].map(([c, l]) => [l, c]));
toCyrillic.set(HARD, 'ъ');
toCyrillic.set(SOFT, 'ь');

/** A letter with the marks over and under it, as one reads it. */
const CLUSTER = /\P{M}\p{M}*/gu;

/** Text with every letter of the Russian and Kazakh alphabets in Latin, NFC; all else stays as it is. */
export const toIso9 = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Script=Cyrillic}/gu, (letter) => toLatin.get(letter) ?? letter)
    .normalize('NFC');

/**
 * The way back. Certain for text whose letters were all Cyrillic: Latin letters of the original come back as Cyrillic ones, and
 * a hard or soft sign, which has no capital here, is a capital in a word of capitals.
 */
export function fromIso9(text: string): string {
  const letters = (text.normalize('NFC').match(CLUSTER) ?? []).map(
    (cluster) => toCyrillic.get(cluster.normalize('NFC')) ?? cluster,
  );
  return letters
    .map((letter, i) =>
      (letter === 'ъ' || letter === 'ь') && isAmongCapitals(letters, i)
        ? letter.toUpperCase()
        : letter,
    )
    .join('');
}

/** A capital after it; at the end of a word, two before it. */
function isAmongCapitals(letters: readonly string[], at: number): boolean {
  const [next = ''] = letters.slice(at + 1);
  if (/^\p{L}/u.test(next)) return isCapital(next);
  return letters.slice(Math.max(0, at - 2), at).filter(isCapital).length === 2;
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

function pairs(words: string): (readonly [string, string])[] {
  const all = words.split(' ').map((letter) => letter.normalize('NFC'));
  return all.flatMap((letter, i) => (i % 2 === 0 ? [[letter, all[i + 1]!] as const] : []));
}

function both(letter: string, sign: string): [string, string][] {
  return [
    [letter, sign],
    [letter.toUpperCase(), sign],
  ];
}
