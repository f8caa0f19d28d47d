/**
 * A number as 16 bits that sort as the number does: the upper half of its single-precision bits, rounded down, with
 * the sign folded in. Steps are at most 0.8 % of the value; NaN, not known, is 0 and sorts before everything.
 * A feature matrix of a million transfers then needs a few hundred megabytes, and bins can be chosen afterwards.
 */
const scratch = new Float32Array(1);
const bits = new Uint32Array(scratch.buffer);
const SIGN = 0x8000;

export function rankCode(value: number): number {
  if (Number.isNaN(value)) return 0;
  // Adding 0 makes one of the two zeros, which are equal.
  scratch[0] = value + 0;
  // Rounding to single precision may step over a code's lower edge; the edge is what a threshold compares with.
  if (scratch[0] > value) scratch[0] = before(scratch[0]);
  const b = bits[0];
  // Downwards is towards a greater magnitude below zero.
  return b >>> 31 === 0 ? (b >>> 16) | SIGN : ~((b + 0xffff) >>> 16) & 0x7fff;
}

/** The least value with a code: what a threshold at the code compares with. */
export function valueOfCode(code: number): number {
  if (code === 0) return Number.NaN;
  bits[0] = code & SIGN ? (code & 0x7fff) << 16 : (~code & 0xffff) << 16;
  return scratch[0];
}

/** The next single-precision number below. */
function before(value: number): number {
  scratch[0] = value;
  if (value > 0) bits[0] -= 1;
  else if (value < 0) bits[0] += 1;
  else bits[0] = 0x80000001;
  return scratch[0];
}
