/** Letters of codes, which look the same in Latin and Cyrillic. */
const LATIN = 'ABCEHKMOPTX';
const CYRILLIC = 'АВСЕНКМОРТХ';
export const CLASS_LETTERS = 7;
export const PUPIL_LETTERS = 6;

/** A code as it was typed in either alphabet, in Latin and without blanks; undefined where it can be none. */
export function typedCode(text: string, letters: number): string | undefined {
  const code = [...text.toUpperCase().replace(/[\s\p{Pd}]/gu, '')].map(
    (letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter,
  );
  const isCode = code.length === letters && code.every((letter) => LATIN.includes(letter));
  return isCode ? code.join('') : undefined;
}

/** 'HKM BPT': in threes and fours, as it is read aloud. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)}\u00a0${code.slice(3)}`;

/** Order of the items, by the pupil's code: any number will do that is always the same. */
export const seedOfCode = (code: string): number =>
  [...code].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) % 2_147_483_647, 7);
