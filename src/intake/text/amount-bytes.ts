const ZERO = 48;
const POINT = 46;

/**
 * Reads amounts of money from bytes into minor units (hundredths), exactly: digits are shifted, no float
 * is ever multiplied by 100. Digits past the second are rounded half to even and counted in `rounded`.
 */
export class AmountReader {
  /** How many amounts so far had more than two decimals that were not zero. */
  rounded = 0;

  /**
   * Minor units of the decimal text `b[from..to)`, with its sign; NaN when it is not an amount or is past
   * Number.MAX_SAFE_INTEGER. Plain digits take the fast way; group separators, decimal commas, signs and
   * exponents the thorough one.
   */
  read(b: Uint8Array, from: number, to: number): number {
    if (to - from > 30) return this.#thorough(b, from, to, 2);
    let p = from;
    let whole = 0;
    // 12 digits keep every value below exact: 10^12 units are 10^14 minor.
    const last = from + 12 < to ? from + 12 : to;
    for (; p < last; p++) {
      const digit = b[p] - ZERO;
      if (digit < 0 || digit > 9) break;
      whole = whole * 10 + digit;
    }
    if (p === from) return this.#thorough(b, from, to, 2);
    if (p === to) return whole * 100;
    if (b[p] !== POINT) return this.#thorough(b, from, to, 2);
    const tenth = p + 1 < to ? b[p + 1] - ZERO : 0;
    const hundredth = p + 2 < to ? b[p + 2] - ZERO : 0;
    if (tenth < 0 || tenth > 9 || hundredth < 0 || hundredth > 9)
      return this.#thorough(b, from, to, 2);
    const minor = whole * 100 + tenth * 10 + hundredth;
    return p + 3 >= to ? minor : this.#halfEven(b, from, p + 3, to, minor);
  }

  /** The same for a column that is already in minor units: a fraction is rounded away. */
  readMinor(b: Uint8Array, from: number, to: number): number {
    return this.#thorough(b, from, to, 0);
  }

  #halfEven(b: Uint8Array, from: number, rest: number, to: number, minor: number): number {
    const next = b[rest] - ZERO;
    let sticky = 0;
    for (let p = rest; p < to; p++) {
      const digit = b[p] - ZERO;
      if (digit < 0 || digit > 9) return this.#thorough(b, from, to, 2);
      if (p > rest) sticky |= digit;
    }
    if (next === 0 && sticky === 0) return minor;
    this.rounded++;
    if (next > 5 || (next === 5 && sticky !== 0)) return minor + 1;
    return next === 5 ? minor + (minor % 2) : minor;
  }

  #thorough(b: Uint8Array, from: number, to: number, decimals: number): number {
    if (to - from > 64) return Number.NaN;
    const text = Buffer.from(b.buffer, b.byteOffset + from, to - from).toString('utf8');
    const exact = minorOfText(text, decimals);
    if (exact === undefined) return Number.NaN;
    if (exact.rounded) this.rounded++;
    return exact.minor;
  }
}

const SPACES = /[\u0020\u00a0\u2009\u202f'’]/g;
const MACHINE = /^(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/;
const SPACE_GROUPS = /^(\d{1,3}(?: \d{3})+)(?:[.,](\d*))?$/;
const COMMA_GROUPS = /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d*))?$/;
const POINT_GROUPS = /^([1-9]\d{0,2}(?:\.\d{3})+),(\d*)$/;
const POINT_GROUPS_WHOLE = /^([1-9]\d{0,2}(?:\.\d{3}){2,})$/;
const DECIMAL_COMMA = /^(\d+),(\d*)$/;

/**
 * One amount as people and programs write it. A single comma before exactly three digits groups thousands
 * (money has no three decimals); a single point is a decimal point, as every program writes it.
 */
function minorOfText(
  written: string,
  decimals: number,
): { minor: number; rounded: boolean } | undefined {
  let text = written.replace(SPACES, ' ').replace(/^[₸$€₽£¥] ?| ?[₸$€₽£¥]$/g, '');
  const negative = /^[-−]/.test(text);
  text = text.replace(/^[-−+] ?/, '');
  const parts =
    SPACE_GROUPS.exec(text) ??
    COMMA_GROUPS.exec(text) ??
    POINT_GROUPS.exec(text) ??
    POINT_GROUPS_WHOLE.exec(text) ??
    DECIMAL_COMMA.exec(text) ??
    MACHINE.exec(text);
  const whole = (parts?.[1] ?? '').replace(/[ ,.]/g, '');
  const fraction = parts?.[2] ?? '';
  if (whole === '' && fraction === '') return undefined;
  // digits x 10^-places is the amount in minor units
  const digits = BigInt(whole + fraction);
  const places = fraction.length - Number(parts?.[3] ?? 0) - decimals;
  const divisor = 10n ** BigInt(Math.max(places, 0));
  const scaled = digits * 10n ** BigInt(Math.max(-places, 0));
  const rest = (scaled % divisor) * 2n;
  let minor = scaled / divisor;
  if (rest > divisor || (rest === divisor && minor % 2n === 1n)) minor += 1n;
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return { minor: negative ? -Number(minor) : Number(minor), rounded: rest !== 0n };
}
