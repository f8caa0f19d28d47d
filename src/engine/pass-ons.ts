import { featureIndex, WINDOW_MS } from './features.ts';
import { GrowingColumns } from './growing-columns.ts';

/** Words per account: faded counts (f32) of what it passed on, fed and got passed on; as of when (s); sums kept so far. */
const PASSED = 0;
const FED = 1;
const CAME = 2;
const AS_OF = 3;
const TAKEN = 4;
/** Then the last sums of strangers, in a ring: from whom, when (s), how much (f32), links behind it. */
const RING = 5;
const SUMS = 8;
const SUM_WORDS = 4;
const WORDS = RING + SUMS * SUM_WORDS;
const FROM = 0;
const AT = 1;
const AMOUNT = 2;
const DEPTH = 3;

/** A count is half of itself after so long. */
const HALF_SEC = 14 * 86_400;
/** How long a sum may rest and still be what is passed on. */
const REST_SEC = WINDOW_MS[2] / 1000;
/** A middleman keeps at most a tenth; half a per cent above allows for what was there before. */
const LEAST = 0.9;
const MOST = 1.005;
/** Where a ring goes round within a day, some sum fits always. */
const BUSY_SEC = 86_400;
const DEPTH_MAX = 15;

const M = {
  depth: featureIndex('money.pass_on_depth'),
  ratio: featureIndex('money.pass_on_ratio'),
  rested: featureIndex('money.pass_on_rested_ms'),
  sums: featureIndex('money.pass_on_sums'),
  feeder: featureIndex('money.pass_on_feeder'),
} as const;
const PAYER = featureIndex('payer.passed_on');
const PAYEE = featureIndex('payee.passed_on');

/** What `PassOns` writes. */
export const PASS_ON_FEATURES: readonly number[] = [
  ...Object.values(M),
  ...[PAYER, PAYEE].flatMap((first) => [first + PASSED, first + FED, first + CAME]),
];

/**
 * Sums between strangers that are passed on, a little smaller, to another stranger: how deep such a chain is behind a
 * payment, and how often an account was its middle (passed), its beginning (fed) or the one that it came to. Who feeds
 * such chains will feed the next. Shops are accounts like others here, for a front is one. 148 bytes an account, kept
 * only while a model reads it; no rule does.
 */
export class PassOns {
  /** Time runs backwards: what comes "later" is the greater sum. */
  readonly #backwards: boolean;
  readonly columns = new GrowingColumns(WORDS);
  /** Of the transfer that `fill` saw last. */
  #depth = 0;
  #feeder = 0;

  constructor(backwards: boolean) {
    this.#backwards = backwards;
  }

  /**
   * Writes what is known before a transfer is noted.
   * @param among true if the transfer may be a link: no shopping, no wage, no cash
   */
  fill(
    f: Float64Array,
    t: { payer: number; payee: number; sec: number; amountMinor: number },
    among: boolean,
  ): void {
    this.columns.ensure(Math.max(t.payer, t.payee));
    f[M.ratio] = Number.NaN;
    f[M.rested] = Number.NaN;
    f[M.sums] = 0;
    f[M.feeder] = 0;
    this.#depth = 0;
    if (among) this.#lookBehind(f, t.payer, t.sec, t.amountMinor);
    f[M.depth] = this.#depth;
    for (let w = PASSED; w <= CAME; w++) {
      f[PAYER + w] = this.#faded(t.payer, w, t.sec);
      f[PAYEE + w] = this.#faded(t.payee, w, t.sec);
    }
  }

  /** Notes the transfer that `fill` saw last, if it is the first of its pair and may be a link. */
  note(payer: number, payee: number, sec: number, amountMinor: number): void {
    if (this.#depth > 0) {
      this.#add(payer, PASSED, sec);
      this.#add(this.#feeder, FED, sec);
      this.#add(payee, CAME, sec);
    }
    const { u32, f32 } = this.columns;
    const base = payee * WORDS;
    const slot = base + RING + (u32[base + TAKEN] % SUMS) * SUM_WORDS;
    u32[base + TAKEN] += 1;
    u32[slot + FROM] = payer;
    u32[slot + AT] = sec;
    f32[slot + AMOUNT] = amountMinor;
    u32[slot + DEPTH] = this.#depth;
  }

  /** True if one of the last sums that strangers paid `payee` came from `payer`. */
  knows(payee: number, payer: number): boolean {
    const { u32 } = this.columns;
    const kept = Math.min(SUMS, u32[payee * WORDS + TAKEN]);
    for (let s = 0; s < kept; s++)
      if (u32[payee * WORDS + RING + s * SUM_WORDS + FROM] === payer) return true;
    return false;
  }

  #lookBehind(f: Float64Array, payer: number, sec: number, amountMinor: number): void {
    const { u32, f32 } = this.columns;
    const ring = payer * WORDS + RING;
    const taken = u32[payer * WORDS + TAKEN];
    if (taken >= SUMS && sec - u32[ring + (taken % SUMS) * SUM_WORDS + AT] < BUSY_SEC) return;
    let nearest = Number.POSITIVE_INFINITY;
    for (let s = 0; s < Math.min(SUMS, taken); s++) {
      const slot = ring + s * SUM_WORDS;
      const rested = sec - u32[slot + AT];
      if (rested < 0 || rested > REST_SEC) continue;
      const sum = f32[slot + AMOUNT];
      const ratio = this.#backwards ? sum / amountMinor : amountMinor / sum;
      const distance = Math.abs(Math.log(ratio));
      if (distance < nearest) {
        nearest = distance;
        f[M.ratio] = ratio;
        f[M.rested] = rested * 1000;
      }
      if (ratio < LEAST || ratio > MOST) continue;
      const from = u32[slot + FROM];
      const depth = Math.min(DEPTH_MAX, u32[slot + DEPTH] + 1);
      f[M.sums] += 1;
      f[M.feeder] = Math.max(f[M.feeder], this.#faded(from, FED, sec));
      if (depth <= this.#depth) continue;
      this.#depth = depth;
      this.#feeder = from;
    }
  }

  #faded(account: number, word: number, sec: number): number {
    const { u32, f32 } = this.columns;
    const count = f32[account * WORDS + word];
    if (count === 0) return 0;
    return count * 2 ** (-Math.max(0, sec - u32[account * WORDS + AS_OF]) / HALF_SEC);
  }

  #add(account: number, word: number, sec: number): void {
    const { u32, f32 } = this.columns;
    const base = account * WORDS;
    for (let w = PASSED; w <= CAME; w++)
      f32[base + w] = this.#faded(account, w, sec) + (w === word ? 1 : 0);
    u32[base + AS_OF] = Math.max(sec, u32[base + AS_OF]);
  }
}
