import { LATIN_SOUNDS, LONGEST_SPELLING } from './latin-sounds.ts';

/**
 * One letter a sound, coarse on purpose: what romanisations of Russian and Kazakh confuse has one code. `c` is ш, щ and ч,
 * `j` is ж and дж, `k` is к and қ, `h` is х and һ, `i` is и, і, ы and й; `x` is ц; я is `ia`. Soft and hard signs have none.
 */
const CYRILLIC_SOUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а:a ә:a б:b в:v г:g ғ:g ґ:g д:d е:e ё:e є:e э:e ж:j җ:j з:z и:i й:i і:i ї:i ы:i к:k қ:k ҡ:k л:l м:m н:n ң:n о:o ө:o ' +
    'п:p р:r с:s ҫ:s т:t у:u ұ:u ү:u ў:u ф:f х:h һ:h ҳ:h ц:x ч:c ҷ:c ш:c щ:c ъ: ь: ю:iu я:ia ј:i љ:l њ:n ѕ:z'
  )
    .split(' ')
    .map((pair) => pair.split(':')),
);

/** `c` before e and i, as in French, or as in Polish and in the tables of ISO. */
const SOFT_C = ['s', 'x'];

/** Ways to read a word that are followed at most: after three letters with two ways each only the likelier one is. */
const MOST_READINGS = 8;

/**
 * How a word may sound: the likeliest way first, each way once. `word` is in lower case and of one script. A letter of
 * a script that is not known stands for itself.
 */
export function soundsOf(word: string): string[] {
  let ways = [''];
  for (let at = 0; at < word.length; ) {
    const { length, sounds } = nextSounds(word, at);
    const longer = ways.flatMap((way) => sounds.map((sound) => way + sound));
    ways = longer.length <= MOST_READINGS ? longer : ways.map((way) => way + sounds[0]);
    at += length;
  }
  return [...new Set(ways.map(settle))];
}

function nextSounds(word: string, at: number): { length: number; sounds: readonly string[] } {
  const cyrillic = CYRILLIC_SOUNDS[word[at]];
  if (cyrillic !== undefined) return { length: 1, sounds: [cyrillic] };
  for (let length = Math.min(LONGEST_SPELLING, word.length - at); length > 0; length--) {
    const sounds = LATIN_SOUNDS.get(word.slice(at, at + length));
    if (sounds === undefined) continue;
    const isSoft = length === 1 && word[at] === 'c' && /[eiy]/.test(word[at + 1] ?? '');
    return { length, sounds: isSoft ? SOFT_C : sounds };
  }
  return { length: 1, sounds: [bare(word[at])] };
}

/** A letter without its marks, or nothing where it is a mark or an apostrophe. */
function bare(letter: string): string {
  const plain = letter.normalize('NFD')[0];
  return /[\p{L}\p{N}]/u.test(plain) ? plain : '';
}

/**
 * What spellings of one name still differ in: double letters (but Серік and қызы are two words), `ye` for e at the beginning
 * and after a vowel, `yo` for ё, `dj`, `tch`, `ng`, a French `-ine`.
 */
function settle(way: string): string {
  return way
    .replace(/(\p{L})\1+(?!izi$)/gu, '$1')
    .replace(/(^|[aeou])ie|io/g, '$1e')
    .replace(/dj/g, 'j')
    .replace(/tc/g, 'c')
    .replace(/ng(?![aeiou])/g, 'n')
    .replace(/ine$/, 'in')
    .replace(/(\p{L})\1+(?!izi$)/gu, '$1');
}
