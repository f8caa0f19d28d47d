/** Letters and signs that look alike, a class a line: the first stands for all. Kazakh letters are nobody's look-alike. */
const CLASSES = [
  'aа@4α',
  'bвьб6',
  'cсs$',
  'eе3є€зэ',
  'hнh',
  'iі1l!|и',
  'kкк',
  'mм',
  'nп',
  'oо0ө',
  'pр',
  'tт7',
  'uуy',
  'xх',
  'rгʀ',
  'dд',
] as const;

const CLASS_OF = new Map(
  CLASSES.flatMap((letters) => [...letters].map((letter) => [letter, letters[0]] as const)),
);

/** Equal for two words that a reader takes for one: 'к@спи', 'kаспи' (Latin k). For words of which one is suspicious only. */
export const skeletonOf = (word: string): string => {
  let skeleton = '';
  for (const letter of word) skeleton += CLASS_OF.get(letter) ?? letter;
  return skeleton;
};
