/** Weights of the two rounds of the check digit shared by IIN and BIN. */
const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2] as const;

/**
 * Check digit of an IIN or a BIN over its first 11 digits: their weighted sum modulo 11; if that is 10,
 * the same with the second row of weights; if that is 10 again, the number is never issued (undefined).
 */
export function kzCheckDigit(first11: string): number | undefined {
  for (const weights of [FIRST, SECOND]) {
    let sum = 0;
    for (let i = 0; i < weights.length; i++) sum += weights[i] * Number(first11[i]);
    if (sum % 11 < 10) return sum % 11;
  }
  return undefined;
}
