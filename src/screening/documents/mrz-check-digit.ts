/** Weights of the positions, again and again: ICAO Doc 9303, part 3, 4.9. */
const WEIGHTS = [7, 3, 1] as const;

/** 0 to 9 for digits, 10 to 35 for A to Z, 0 for the filler. */
export const mrzValue = (character: string): number =>
  character === '<' ? 0 : Number.parseInt(character, 36);

/**
 * The check digit over characters of a machine-readable zone: their weighted sum modulo 10.
 *
 * Every weight has an inverse modulo 10, so one altered character is found unless its value and the old one differ by a
 * multiple of 10. Those that no weight tells apart are: 0 < A K U, 1 B L V, 2 C M W, 3 D N X, 4 E O Y, 5 F P Z, 6 G Q, 7 H R,
 * 8 I S, 9 J T.
 */
export function mrzCheckDigit(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += mrzValue(text[i]) * WEIGHTS[i % 3];
  return String(sum % 10);
}
