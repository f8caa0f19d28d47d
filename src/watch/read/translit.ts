/** Letters of two and more first: the first that fits is taken. Russian as chats write it, Kazakh and Uzbek Latin. */
const SOUNDS: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['zh', 'ж'],
  ['sh', 'ш'],
  ['ch', 'ч'],
  ['kh', 'х'],
  ['gh', 'г'],
  ['ts', 'ц'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['yo', 'е'],
  ['ye', 'е'],
  ["o'", 'о'],
  ["g'", 'г'],
];
const LETTERS = new Map(
  Object.entries({
    a: 'а',
    b: 'б',
    c: 'к',
    d: 'д',
    e: 'е',
    f: 'ф',
    g: 'г',
    h: 'х',
    i: 'и',
    j: 'ж',
    k: 'к',
    l: 'л',
    m: 'м',
    n: 'н',
    o: 'о',
    p: 'п',
    q: 'к',
    r: 'р',
    s: 'с',
    t: 'т',
    u: 'у',
    v: 'в',
    w: 'ш',
    x: 'х',
    y: 'ы',
    z: 'з',
    ä: 'а',
    á: 'а',
    ç: 'ч',
    ğ: 'г',
    ı: 'ы',
    ñ: 'н',
    ö: 'о',
    ō: 'о',
    ş: 'ш',
    ū: 'у',
    ü: 'у',
    ú: 'у',
    "'": 'ь',
  }),
);
const VOWEL = /[aeiouyäöüıū]/;

/** A Latin word as Cyrillic letters would sound: 'nuzhny' → 'нужны', 'jalğa' → 'жалга'. What cannot be heard is kept. */
export function cyrillicSound(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; ) {
    const pair = SOUNDS.find(([latin]) => word.startsWith(latin, i));
    // 'j' before a vowel is ж in Kazakh ('jana' is 'жана'), я or ю in Russian: in the beginning of a word Kazakh is likelier.
    if (pair !== undefined && !(i === 0 && word[0] === 'j')) {
      out += pair[1];
      i += pair[0].length;
      continue;
    }
    const isGlide = word[i] === 'y' && i > 0 && VOWEL.test(word[i - 1]);
    out += isGlide ? 'й' : (LETTERS.get(word[i]) ?? word[i]);
    i++;
  }
  return out;
}
