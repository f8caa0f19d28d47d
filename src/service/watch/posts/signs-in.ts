/** A letter or digit of a text; letters of fancy alphabets take two units. */
export interface Sign {
  readonly at: number;
  readonly length: number;
}

const SIGN = /[\p{L}\p{N}]/u;

/** Letters and digits between two places, in order. */
export function signsIn(text: string, from: number, to: number): Sign[] {
  const signs: Sign[] = [];
  for (let at = from; at < to; ) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (SIGN.test(letter)) signs.push({ at, length: letter.length });
    at += letter.length;
  }
  return signs;
}
