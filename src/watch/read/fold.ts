/**
 * Kazakh, Uzbek and Kyrgyz letters as a Russian keyboard writes them ('жалға' → 'жалга', 'тиімді' → 'тиимди'), ё as е: one
 * spelling under which the words of a post meet those of the lexicon. The length never changes.
 */
export const fold = (lower: string): string =>
  PLAIN.test(lower) ? lower : lower.replace(SPECIAL, (letter) => FOLDED[letter] ?? letter);

const FOLDED: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
  ў: 'у',
  ҳ: 'х',
};
const SPECIAL = /[әғқңөұүһіёўҳ]/g;
const PLAIN = /^[^әғқңөұүһіёўҳ]*$/;
