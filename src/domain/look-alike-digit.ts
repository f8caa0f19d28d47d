/** Letters and signs that a person or a scanner puts where a digit was meant, of both scripts. */
const ALIKE = new Set('OoОоӨөDIl|ІіıZzЗзЭЧчSsбbGТTBВgq');

/** A digit of any script but the common one: ٣, ３, 𝟑. */
const FOREIGN_DIGIT = /(?!\d)\p{Nd}/u;

export interface LookAlike {
  readonly character: string;
  /** 1-based. */
  readonly position: number;
}

/**
 * The first character of a number of so many digits that only looks like one; undefined where the text is no such number but
 * for look-alikes, at least half of it true digits.
 */
export function lookAlikeDigit(text: string, length: number): LookAlike | undefined {
  const characters = [...text];
  const isAlike = (character: string) => ALIKE.has(character) || FOREIGN_DIGIT.test(character);
  const position = characters.findIndex((character) => !/\d/.test(character));
  const digits = characters.filter((character) => /\d/.test(character)).length;
  const isNumber =
    characters.length === length &&
    digits * 2 >= length &&
    characters.every((character) => /\d/.test(character) || isAlike(character));
  return isNumber && position >= 0
    ? { character: characters[position], position: position + 1 }
    : undefined;
}
