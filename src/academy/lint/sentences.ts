/** Longest sentence a reader of 11 or 12 takes in one go, in words, and the most on average of a text. */
export const WORDS_MOST = 20;
export const WORDS_ON_AVERAGE = 15;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu;

export interface Sentences {
  readonly count: number;
  readonly longest: number;
  readonly average: number;
}

/** Lengths of the sentences of a text, in words; numbers grouped by spaces are one word. */
export function sentencesOf(text: string): Sentences {
  const lengths = text
    .replace(/(?<=\d)[\s\u00a0\u202f](?=\d)/gu, '')
    .split(/(?<=[.!?…]["»”)]*)\s+|\n+/u)
    .map((sentence) => sentence.match(WORD)?.length ?? 0)
    .filter((words) => words > 0);
  const words = lengths.reduce((sum, length) => sum + length, 0);
  return {
    count: lengths.length,
    longest: Math.max(0, ...lengths),
    average: lengths.length === 0 ? 0 : words / lengths.length,
  };
}
