import { exponentOf, parseCurrency, symbolOf } from './currency.ts';
import { fail, ok, type Result } from './errors/catalogue.ts';
import type { Language } from './language.ts';

/** A sum: integer minor units (tiyn, cents), safe integer, may be negative; ISO 4217 code. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

export type DecimalSign = ',' | '.';

/** What the file around a sum tells about it. */
export interface MoneyContext {
  /** Currency of a sum that names none. */
  readonly currency: string;
  /** The decimal sign, when the file is known to keep to one: makes '1,234' readable. */
  readonly decimal?: DecimalSign;
}

const LONGEST = 64;
/** All spaces a bank's software groups digits with: plain, no-break, narrow no-break, thin, figure. */
const SPACES = /[\s\u00a0\u202f\u2009\u2007]+/gu;
const MINUS = '-−–';
const WORD = String.raw`[\p{L}\p{Sc}][\p{L}\p{Sc}. ]*`;
const HEAD = new RegExp(`^(${WORD}?)\\s*(?=[-+−–(\\d.,])`, 'u');
const TAIL = new RegExp(`(?<=[\\d)−–-])\\s*(${WORD}|${WORD}-.*)$`, 'u');

/**
 * Reads a sum as banks write it: '1 234 567,89', '1,234.56', '-500', '(500)', '500-', '12 345.00 KZT',
 * '₸ 5'. Exact: no float is involved. A sum that reads two ways is refused and never guessed.
 *
 * Fails with QRG_MONEY_TEXT, QRG_MONEY_AMBIGUOUS, QRG_MONEY_DIGITS, QRG_MONEY_OVERFLOW or
 * QRG_MONEY_CURRENCY.
 */
export function parseMoney(text: string, context: MoneyContext): Result<Money> {
  const value = text.slice(0, LONGEST);
  if (text.length > LONGEST) return fail('QRG_MONEY_TEXT', { value });
  const peeled = peel(text.replace(SPACES, ' ').trim());
  if (peeled === undefined) return fail('QRG_MONEY_TEXT', { value });
  const currency = currencyOf(peeled.words, context.currency);
  if (!currency.ok) return currency;
  const exponent = exponentOf(currency.value) ?? 0;
  const split = splitDecimal(peeled.number, exponent, context.decimal);
  if (split === 'unreadable') return fail('QRG_MONEY_TEXT', { value });
  if (split === 'ambiguous') return fail('QRG_MONEY_AMBIGUOUS', { value });
  const fraction = split.fraction.replace(/0+$/, '');
  if (fraction.length > exponent) return fail('QRG_MONEY_DIGITS', { value, exponent });
  const minor = Number(split.whole + fraction.padEnd(exponent, '0'));
  if (!Number.isSafeInteger(minor)) return fail('QRG_MONEY_OVERFLOW', { value });
  return ok({
    amountMinor: peeled.negative && minor !== 0 ? -minor : minor,
    currency: currency.value,
  });
}

/**
 * Minor units of a cell that is a number. Noise of binary fractions (0.1 + 0.2) is taken off; a digit
 * that is really there beyond `exponent` is refused, and so is a number too large for its last minor
 * unit to be certain (15 significant digits, what a double keeps of a decimal).
 *
 * Fails with QRG_MONEY_TEXT, QRG_MONEY_DIGITS or QRG_MONEY_OVERFLOW.
 */
export function minorFromNumber(amount: number, exponent: number): Result<number> {
  const value = String(amount);
  if (!Number.isFinite(amount)) return fail('QRG_MONEY_TEXT', { value });
  const scaled = amount * 10 ** exponent;
  const minor = Math.round(scaled);
  if (!Number.isSafeInteger(minor) || (!Number.isInteger(amount) && Math.abs(scaled) > 1e15))
    return fail('QRG_MONEY_OVERFLOW', { value });
  const noise = Math.max(1e-6, Math.abs(scaled) * 2 ** -51);
  if (Math.abs(scaled - minor) > noise) return fail('QRG_MONEY_DIGITS', { value, exponent });
  return ok(minor === 0 ? 0 : minor);
}

/**
 * A sum to the last minor unit, as it is read back: '1 234 567,80 ₸' (no-break spaces), in English
 * '1,234,567.80 KZT'. For files and forms; sentences use the rounding formats of format.ts.
 */
export function formatMoneyExact({ amountMinor, currency }: Money, language: Language): string {
  const exponent = exponentOf(currency) ?? 0;
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = digits.slice(digits.length - exponent);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : '\u00a0');
  const name = language === 'en' ? currency : symbolOf(currency);
  const point = fraction === '' ? '' : decimalSignOf(language);
  return `${amountMinor < 0 ? '−' : ''}${grouped}${point}${fraction}\u00a0${name}`;
}

export const decimalSignOf = (language: Language): DecimalSign => (language === 'en' ? '.' : ',');

interface Peeled {
  number: string;
  negative: boolean;
  /** What stood before and after the number: currency words, at most one each side. */
  words: string[];
}

/** Takes sign, brackets and currency words off, each at most once; undefined when something is left. */
function peel(text: string): Peeled | undefined {
  let number = text;
  let signs = 0;
  let negative = false;
  const words: string[] = [];
  for (let before = ''; before !== number; ) {
    before = number;
    const head = HEAD.exec(number)?.[1] ?? '';
    const tail = TAIL.exec(number)?.[1] ?? '';
    if (head !== '') words.push(head);
    if (tail !== '') words.push(tail);
    number = number.slice(head.length, number.length - tail.length).trim();
    if (/^\(.*\)$/.test(number)) {
      number = number.slice(1, -1).trim();
      negative = true;
      signs++;
    } else if (number !== '' && `+${MINUS}`.includes(number.charAt(0))) {
      negative = number.charAt(0) !== '+';
      number = number.slice(1).trim();
      signs++;
    } else if (number !== '' && MINUS.includes(number.slice(-1))) {
      negative = true;
      number = number.slice(0, -1).trim();
      signs++;
    }
  }
  return signs > 1 || words.length > 2 || number === '' ? undefined : { number, negative, words };
}

function currencyOf(words: readonly string[], fallback: string): Result<string> {
  let said: string | undefined;
  for (const word of words.length === 0 ? [fallback] : words) {
    const code = parseCurrency(word);
    if (!code.ok) return code;
    if (said !== undefined && said !== code.value)
      return fail('QRG_MONEY_CURRENCY', { value: words.join(' ') });
    said = code.value;
  }
  return ok(said ?? fallback);
}

type Split = { whole: string; fraction: string } | 'ambiguous' | 'unreadable';

const PLAIN = /^\d+$/;
/** Groups of three, first group 1..3 digits without a leading zero, one kind of sign between them. */
const GROUPED = /^[1-9]\d{0,2}(?:([ '’.,])\d{3})(?:\1\d{3})*$/;

/** Parts the digits before and after the decimal sign, or says why it cannot. */
function splitDecimal(number: string, exponent: number, decimal?: DecimalSign): Split {
  const sign = decimal ?? decimalSignIn(number, exponent);
  if (sign === 'ambiguous') return sign;
  const at = sign === undefined ? -1 : number.indexOf(sign);
  const whole = at < 0 ? number : number.slice(0, at);
  const fraction = at < 0 ? '' : number.slice(at + 1);
  if (at >= 0 && !PLAIN.test(fraction)) return 'unreadable';
  if (whole === '' && fraction !== '') return { whole: '0', fraction };
  if (!PLAIN.test(whole) && !GROUPED.test(whole)) return 'unreadable';
  return { whole: whole.replace(/\D/g, ''), fraction };
}

/** Which of ',' and '.' is the decimal sign of this number; undefined when none is. */
function decimalSignIn(number: string, exponent: number): DecimalSign | 'ambiguous' | undefined {
  const comma = number.lastIndexOf(',');
  const point = number.lastIndexOf('.');
  const last = Math.max(comma, point);
  if (last < 0) return undefined;
  const sign: DecimalSign = comma > point ? ',' : '.';
  if (comma >= 0 && point >= 0) return sign;
  if (number.indexOf(sign) !== last) return undefined; // repeated: it groups
  // One sign, three digits after it: thousands or decimals? Nothing but the digits can tell.
  if (!GROUPED.test(number)) return sign;
  return exponent === 0 ? undefined : 'ambiguous';
}
