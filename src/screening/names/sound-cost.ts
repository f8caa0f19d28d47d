/** What one changed sound costs; 1 is a plain typing error in a consonant. */
const CHANGE = 1;
/** A vowel too many or too few. */
const VOWEL = 0.7;
/** ы and і come and go (Ыбырай, Ибрай), and so does the й of я and ю. */
const LIGHT_VOWEL = 0.3;
/** No sound is lost or added for less. */
export const LEAST_COST = LIGHT_VOWEL;
/** х and һ are often not heard (Хасен, Асен). */
const BREATH = 0.7;

/** Pairs that are confused by ear or by alphabet, cheaper than an error. */
const CONFUSED: readonly (readonly [number, string])[] = [
  [0.3, 'ji uv ei'],
  [0.4, 'ou kh vf'],
  [0.5, 'ae ao iu bp dt gk gh zs cj cs jz oe xs xc xz xt'],
];

const CODES = 128;
const changes = new Float64Array(CODES * CODES).fill(CHANGE);
const losses = new Float64Array(CODES).fill(CHANGE);

for (const [cost, pairs] of CONFUSED)
  for (const pair of pairs.split(' ')) {
    const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    changes[a * CODES + b] = cost;
    changes[b * CODES + a] = cost;
  }
for (let code = 0; code < CODES; code++) changes[code * CODES + code] = 0;
for (const vowel of 'aeou') losses[vowel.charCodeAt(0)] = VOWEL;
losses['i'.charCodeAt(0)] = LIGHT_VOWEL;
losses['h'.charCodeAt(0)] = BREATH;

/** Cost of hearing one sound for another; codes are of UTF-16. */
export const changeCost = (a: number, b: number): number =>
  a < CODES && b < CODES ? changes[a * CODES + b] : a === b ? 0 : CHANGE;

const lossCost = (code: number): number => (code < CODES ? losses[code] : CHANGE);

/** Sounds of a word that are compared; longer words are cut where they are read. */
export const MOST_SOUNDS = 40;
const WIDTH = MOST_SOUNDS + 1;
const table = new Float64Array(WIDTH * WIDTH);

/**
 * Cost of turning one word of sounds into another: changed, lost, added and neighbouring swapped sounds (a swap costs 1).
 * Infinity once it is sure to be above `most`. At most 40 sounds a side.
 */
export function soundCost(a: string, b: string, most: number): number {
  let from = 0;
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  if (Math.abs(endA - endB) * LEAST_COST > most) return Number.POSITIVE_INFINITY;
  return tableCost(a, b, from, endA, endB, most);
}

function tableCost(
  a: string,
  b: string,
  from: number,
  endA: number,
  endB: number,
  most: number,
): number {
  const rows = endA - from;
  const columns = endB - from;
  table[0] = 0;
  for (let j = 1; j <= columns; j++) table[j] = table[j - 1] + lossCost(b.charCodeAt(from + j - 1));
  for (let i = 1; i <= rows; i++) {
    const one = a.charCodeAt(from + i - 1);
    const row = i * WIDTH;
    const loss = lossCost(one);
    table[row] = table[row - WIDTH] + loss;
    let least = table[row];
    for (let j = 1; j <= columns; j++) {
      const other = b.charCodeAt(from + j - 1);
      let cost = table[row - WIDTH + j - 1] + changeCost(one, other);
      const lost = table[row - WIDTH + j] + loss;
      if (lost < cost) cost = lost;
      const added = table[row + j - 1] + lossCost(other);
      if (added < cost) cost = added;
      if (i > 1 && j > 1 && isSwap(a, b, from + i, from + j)) {
        const swapped = table[row - 2 * WIDTH + j - 2] + CHANGE;
        if (swapped < cost) cost = swapped;
      }
      table[row + j] = cost;
      if (cost < least) least = cost;
    }
    // A swap may still come from the row above, and costs 1 more than what stands there.
    if (least > most + CHANGE) return Number.POSITIVE_INFINITY;
  }
  const cost = table[rows * WIDTH + columns];
  return cost > most ? Number.POSITIVE_INFINITY : cost;
}

/** The two sounds before `i` and before `j` are the same two, turned round. */
const isSwap = (a: string, b: string, i: number, j: number): boolean =>
  a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
