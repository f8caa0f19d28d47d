/** Letters of two scripts that have one look, each pair in the same place; capitals and small letters differ in theirs. */
const CYRILLIC_TWINS = 'АВЕКМНОРСТУХІЈЅаеорсухіјѕһ';
const LATIN_TWINS = 'ABEKMHOPCTYXIJSaeopcyxijsh';
/** Digits that are typed for letters. */
const DIGIT_TWINS = { '0': 'о', '3': 'з' };

const toCyrillic = new Map<string, string>([
  ...[...LATIN_TWINS].map((letter, i) => [letter, CYRILLIC_TWINS[i]] as const),
  ...Object.entries(DIGIT_TWINS),
]);
const toLatin = new Map([...CYRILLIC_TWINS].map((letter, i) => [letter, LATIN_TWINS[i]] as const));

const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;

/**
 * A word whose letters are of one script: a Latin `a` that slipped into a Cyrillic word is put right, and the other way
 * round; so is a zero or a three among Cyrillic letters. The script with more letters that have no twin wins, then the one
 * with more letters.
 */
export function oneScript(word: string): string {
  const cyrillic = word.match(CYRILLIC);
  if (cyrillic === null) return word;
  const latin = word.match(LATIN) ?? [];
  if (latin.length === 0 && !/[03]/.test(word)) return word;
  const sure = own(cyrillic, toLatin) - own(latin, toCyrillic);
  const isLatin = sure < 0 || (sure === 0 && latin.length > cyrillic.length);
  const twins = isLatin ? toLatin : toCyrillic;
  return [...word].map((letter) => twins.get(letter) ?? letter).join('');
}

/** Letters that cannot be taken for one of the other script. */
const own = (letters: readonly string[], twins: ReadonlyMap<string, string>): number =>
  letters.filter((letter) => !twins.has(letter)).length;
