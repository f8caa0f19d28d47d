/** What a sign is, looked up instead of matched: texts are long and the same letters come again. */
export const SIGN = {
  letter: 1,
  digit: 2,
  number: 4,
  cyrillic: 8,
  latinOrGreek: 16,
  mark: 32,
  unseen: 64,
} as const;

/** What is not seen: zero-width signs, directions, soft hyphens, selectors of variants, tags. */
const UNSEEN =
  /^(?:[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e00ff}]|\p{Variation_Selector}|\u034f|\u17b4|\u17b5)$/u;

const TESTS: readonly (readonly [RegExp, number])[] = [
  [/^\p{L}$/u, SIGN.letter],
  [/^[0-9]$/, SIGN.digit],
  [/^\p{N}$/u, SIGN.number],
  [/^\p{Script=Cyrillic}$/u, SIGN.cyrillic],
  [/^[\p{Script=Latin}\p{Script=Greek}]$/u, SIGN.latinOrGreek],
  [/^\p{M}$/u, SIGN.mark],
  [UNSEEN, SIGN.unseen],
];

const KNOWN = 128;
/** By UTF-16 unit; 0 is not yet looked at. */
const table = new Uint8Array(0x10000);

/** The classes of a sign, added up. */
export function classOf(sign: string): number {
  const unit = sign.charCodeAt(0);
  if (sign.length > 1) return tested(sign);
  if (table[unit] === 0) table[unit] = tested(sign) | KNOWN;
  return table[unit] & ~KNOWN;
}

function tested(sign: string): number {
  let found = 0;
  for (const [test, bit] of TESTS) if (test.test(sign)) found |= bit;
  return found;
}
