import { findCards, hasLuhn } from '../../domain/card.ts';
import type { Claims } from './claims.ts';
import type { DigitChain } from './digit-chains.ts';
import type { Contact } from './found.ts';

/** First digits of payment cards (ISO/IEC 7812): 2..6, and 8, 9 for cards of Uzbekistan. */
const FIRST_DIGIT = /^[2-689]/;
const CARD_DIGITS = 16;
const CARD_WORD = /карт|card|kaspi gold|голд|пластик|visa|mastercard|мир\b/;
/** What stands before a number of something else. */
const NUMBERED =
  /(?:№|#|заказ\S*|тапсырыс\S*|order|трек\S*|track\S*|артикул|договор\S*|invoice|накладн\S*|imei|штрих\S*|ean|barcode)[ :.\-№#a-zа-я]{0,12}$/;
const NEAR = 40;

/**
 * Whole card numbers (Luhn), also with dots, slashes and letters instead of digits between. 16 digits are a card unless a word
 * says that they number something else; other lengths need a word that says card.
 */
export function findCardNumbers(
  folded: { readonly text: string; readonly lower: string },
  chains: readonly DigitChain[],
  claims: Claims,
): Contact[] {
  if (!chains.some(canHoldCard)) return [];
  const found: Contact[] = [];
  const take = (start: number, end: number, value: string) => {
    const before = folded.lower.slice(Math.max(0, start - NEAR), start);
    if (!claims.isFree(start, end)) return;
    if (value.length !== CARD_DIGITS && !CARD_WORD.test(before)) return;
    if (NUMBERED.test(before) || /^(\d)\1+$/.test(value)) return;
    claims.claim(start, end);
    found.push({ kind: 'card', value, start, end });
  };
  for (const { start, end } of findCards(folded.text)) {
    if (/[\p{L}\d]/u.test(folded.text[start - 1] ?? '')) continue;
    if (/[\p{L}\d]/u.test(folded.text[end] ?? '')) continue;
    take(start, end, folded.text.slice(start, end).replace(/\D/g, ''));
  }
  for (const chain of chains) hiddenCards(chain, take);
  return found;
}

const canHoldCard = (chain: DigitChain): boolean =>
  chain.reduce((sum, { digits }) => sum + digits.length, 0) >= 13;

/** '4400.4300.1234.5678', '44OO 43OO …': exactly 16 digits in whole groups. */
function hiddenCards(
  chain: DigitChain,
  take: (start: number, end: number, value: string) => void,
): void {
  for (let first = 0; first < chain.length; first++) {
    let value = '';
    for (let last = first; last < chain.length && value.length < CARD_DIGITS; last++) {
      if (chain[last].glued) break;
      value += chain[last].digits;
      if (value.length !== CARD_DIGITS || chain[first].plus) continue;
      if (!FIRST_DIGIT.test(value) || !hasLuhn(value)) continue;
      take(chain[first].start, chain[last].end, value);
      first = last;
      break;
    }
  }
}
