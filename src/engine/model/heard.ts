import { GrowingColumns } from '../growing-columns.ts';

/** Half-life of what is remembered: a ring works for weeks, and an account that went quiet is forgotten in months. */
const HALF_LIFE_SEC = 14 * 86_400;

/** Words per account: time of the last change (s), then sum and greatest of the chances of what came and what left. */
const WORDS = 5;
const CAME_SUM = 1;
const LEFT_SUM = 2;
const CAME_MOST = 3;
const LEFT_MOST = 4;
const KEPT = WORDS - 1;

/** Values that `read` gives: four of the payer, four of the payee. */
export const HEARD_NAMES = ['payer', 'payee'].flatMap((side) =>
  ['came_sum', 'left_sum', 'came_most', 'left_most'].map((what) => `${side}.heard_${what}`),
);

/**
 * What was thought of an account's transfers so far: suspicion passed along money. Each transfer leaves its chance
 * with both accounts, fading with time; the next transfer of either is judged in its light. One round, constant
 * work, 20 bytes an account.
 */
export class Heard {
  readonly columns = new GrowingColumns(WORDS);

  ensure(account: number): void {
    this.columns.ensure(account);
  }

  /** Writes what is remembered of both accounts, as of `atMs`, into `x` from `from` on. */
  read(x: Float64Array, from: number, payer: number, payee: number, atMs: number): void {
    const sec = Math.floor(atMs / 1000);
    this.#fade(payer, sec);
    this.#fade(payee, sec);
    const { f32 } = this.columns;
    for (let k = 0; k < KEPT; k++) {
      x[from + k] = f32[payer * WORDS + 1 + k];
      x[from + KEPT + k] = f32[payee * WORDS + 1 + k];
    }
  }

  /** Leaves the chance of a transfer just read with its accounts. */
  note(payer: number, payee: number, chance: number): void {
    const { f32 } = this.columns;
    const to = payee * WORDS;
    const from = payer * WORDS;
    f32[to + CAME_SUM] += chance;
    f32[from + LEFT_SUM] += chance;
    if (chance > f32[to + CAME_MOST]) f32[to + CAME_MOST] = chance;
    if (chance > f32[from + LEFT_MOST]) f32[from + LEFT_MOST] = chance;
  }

  #fade(account: number, sec: number): void {
    const { u32, f32 } = this.columns;
    const at = account * WORDS;
    // Times before 1970 wrap, which no file of payments has.
    const gap = sec - u32[at];
    if (gap <= 0) return;
    u32[at] = sec;
    const part = 2 ** (-gap / HALF_LIFE_SEC);
    for (let k = 1; k < WORDS; k++) f32[at + k] *= part;
  }
}
