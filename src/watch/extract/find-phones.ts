import { type Phone, parsePhone } from '../../domain/phone.ts';
import type { Claims } from './claims.ts';
import type { DigitChain, DigitGroup } from './digit-chains.ts';
import type { Contact } from './found.ts';

/** What stands before or behind a number that is to be called or written to. */
const CALLED =
  /тел|звон|номер|нөмір|whats|wats|ватс|вотс|вацап|wapp|viber|вайбер|call|phone|байланыс|хабарлас|қоңырау|смс|sms|жаз|контакт|contact|text me/;
/** What stands before a number of something else. */
const NUMBERED =
  /(?:№|#|заказ|тапсырыс|order|иин|бин|жсн|бсн|инн|огрн|сч[её]т|шот|чек|трек|track|артикул|договор|шарт|invoice|накладн|\bid|код|серия)[^\n]{0,12}$/;
/** What behind a number makes it a sum or a quantity. */
const COUNTED =
  /^ {0,2}(?:₸|тг|тнг|тенге|теңге|kzt|\$|usd|€|eur|₽|руб|р\.|тыс|мың|млн|млрд|%|шт|дана|км|km|кг|kg|сом|сум)/;
/** Longest numbers of countries whose people are called here, country code and all (ITU-T E.164 national plans). */
const LENGTH_BY_CODE: Readonly<Record<string, number>> = {
  1: 11,
  44: 12,
  86: 13,
  90: 12,
  375: 12,
  380: 12,
  971: 12,
  992: 12,
  993: 11,
  994: 12,
  995: 12,
  996: 12,
  998: 12,
};
const SHORTEST_FOREIGN = 10;
const LONGEST = 15;
/** How far from a number the word that explains it may be, in units. */
const NEAR_BEFORE = 40;
const NEAR_BEHIND = 24;

/**
 * Phone numbers among the digits of a post. One without '+' must be a mobile of zone +7, or have a word beside it that asks to
 * call or write; sums, dates, orders and IINs are left alone.
 */
export function findPhones(
  folded: { readonly text: string; readonly lower: string },
  chains: readonly DigitChain[],
  claims: Claims,
): Contact[] {
  const found: Contact[] = [];
  for (const chain of chains)
    for (let first = 0; first < chain.length; first++) {
      const last = lastOfPhone(folded.lower, chain, first, claims);
      if (last === undefined) continue;
      const start = startOf(folded.text, chain[first]);
      const { end } = chain[last.group];
      claims.claim(start, end);
      found.push({ kind: 'phone', value: last.phone.value, start, end });
      first = last.group;
    }
  return found;
}

function startOf(text: string, { start, plus }: DigitGroup): number {
  if (plus) return text[start - 1] === '+' ? start - 1 : start - 2;
  return text[start - 1] === '(' ? start - 1 : start;
}

function lastOfPhone(
  lower: string,
  chain: DigitChain,
  first: number,
  claims: Claims,
): { group: number; phone: Phone } | undefined {
  const { plus } = chain[first];
  let digits = '';
  let found: { group: number; phone: Phone } | undefined;
  for (let group = first; group < chain.length && digits.length < LONGEST; group++) {
    digits += chain[group].digits;
    if (chain[group].glued || !claims.isFree(chain[group].start, chain[group].end)) break;
    const phone = phoneOf(digits, plus);
    if (phone === undefined || !isPhone(lower, chain, first, group, phone)) continue;
    found = { group, phone };
    if (phone.country !== 'other') break;
  }
  return found;
}

function phoneOf(digits: string, plus: boolean): Phone | undefined {
  const zone7 = plus ? digits.length === 11 && digits[0] === '7' : isNationalLength(digits);
  const foreign =
    (plus || digits.startsWith('00')) &&
    digits.length >= SHORTEST_FOREIGN &&
    digits.length <= foreignLength(digits);
  if (!zone7 && !foreign) return undefined;
  const read = parsePhone(plus ? `+${digits}` : digits);
  return read.ok ? read.value : undefined;
}

const isNationalLength = (digits: string): boolean =>
  (digits.length === 11 && /^[78]/.test(digits)) || (digits.length === 10 && /^[79]/.test(digits));

function foreignLength(digits: string): number {
  const international = digits.replace(/^00/, '');
  for (let size = 1; size <= 3; size++) {
    const length = LENGTH_BY_CODE[international.slice(0, size)];
    if (length !== undefined) return length + digits.length - international.length;
  }
  return LONGEST;
}

function isPhone(
  lower: string,
  chain: DigitChain,
  first: number,
  last: number,
  phone: Phone,
): boolean {
  const { start, plus } = chain[first];
  const { end } = chain[last];
  if (goesOn(lower, chain, last)) return false;
  const groups = chain.slice(first, last + 1);
  if (isCounted(lower.slice(end, end + 12), groups)) return false;
  // Half of it letters: no number, whatever it reads as.
  if (groups.reduce((sum, { alike }) => sum + alike, 0) > 5) return false;
  const before = lower.slice(Math.max(0, start - NEAR_BEFORE), start);
  if (plus) return phone.country !== 'other' || !isThousands(groups);
  const called = CALLED.test(before) || CALLED.test(lower.slice(end, end + NEAR_BEHIND));
  // An order or a bill is numbered in one piece; '8 701 123 45 67' is a phone whatever stands before.
  if (groups.length < 4 && NUMBERED.test(before)) return false;
  const digits = groups.reduce((sum, group) => sum + group.digits.length, 0);
  if (called) return !isThousands(groups);
  const mobile =
    phone.kind === 'mobile' || phone.kind === 'voip' || /^\+7(?:9|7[045])/.test(phone.value);
  if (digits === 11)
    return !isThousands(groups) && (mobile || (groups[0].digits.length <= 4 && groups.length >= 4));
  return mobile && isTenInGroups(groups); // ten digits in one piece may be anything
}

/** '701 123 45 67', '(701) 123-4567'. */
const isTenInGroups = (groups: readonly DigitGroup[]): boolean =>
  /^3,3,(?:2,2|4)$/.test(groups.map(({ digits }) => digits.length).join());

/** '8 000 000 000', '10 000 000': only a sum is written in threes to the end. */
const isThousands = (groups: readonly DigitGroup[]): boolean =>
  groups.length > 1 &&
  groups[0].digits.length <= 3 &&
  groups.slice(1).every(({ digits }) => digits.length === 3) &&
  groups.slice(1).filter(({ digits }) => digits === '000').length > 0;

/** Behind a number that is not written as a sum, 'тг' is Telegram and no tenge. */
function isCounted(behind: string, groups: readonly DigitGroup[]): boolean {
  return COUNTED.test(behind) && (isThousands(groups) || !/^ {0,2}тг/.test(behind));
}

/** More digits follow behind a hyphen or a dot: a longer number that only begins like a phone. */
function goesOn(lower: string, chain: DigitChain, last: number): boolean {
  const next = chain[last + 1];
  if (next === undefined) return false;
  return /^[-._]$/.test(lower.slice(chain[last].end, next.start)) && next.digits.length <= 4;
}
