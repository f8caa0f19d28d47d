import { ibanCheckDigits } from '../../domain/iban-kz.ts';
import { exactKey } from '../../screening/lists/exact-key.ts';

/** Identifiers that two houses can match: each has one normal form that both come to by themselves. */
export const MATCHED_KINDS = ['account', 'card', 'phone', 'wallet'] as const;
export type MatchedKind = (typeof MATCHED_KINDS)[number];

export interface Matchable {
  readonly kind: MatchedKind;
  /** Normal form. */
  readonly value: string;
}

const IBAN = /^([A-Z]{2})(\d{2})([A-Z0-9]{11,30})$/;
/** Account numbers of countries without IBAN have six to 34 letters and digits (ISO 20022, Max34Text); a shorter one names nothing. */
const LOCAL = /^[A-Z0-9]{6,34}$/;

/**
 * The normal form of an identifier for matching between two houses; undefined for what has none: a name, a masked card, an IBAN with
 * wrong check digits. Spaces, dashes and letter case do not matter; a card in a place for accounts is a card; an account without
 * IBAN is its digits and letters, so two banks that number alike may meet by chance.
 */
export function matchable(said: MatchedKind, text: string): Matchable | undefined {
  if (said !== 'account') {
    const key = exactKey(said, text);
    return key.ok ? { kind: said, value: key.value.value } : undefined;
  }
  const plain = text
    .normalize('NFKC')
    .replace(/[\s.\-\u2010-\u2015]/g, '')
    .toUpperCase();
  if (/^\d{13,19}$/.test(plain)) {
    const card = exactKey('card', plain);
    if (card.ok) return { kind: 'card', value: card.value.value };
  }
  const iban = IBAN.exec(plain);
  if (iban !== null)
    return ibanCheckDigits(iban[1]!, iban[3]!) === iban[2]
      ? { kind: 'account', value: plain }
      : undefined;
  const wallet = exactKey('wallet', text.trim());
  if (wallet.ok) return { kind: 'wallet', value: wallet.value.value };
  return LOCAL.test(plain) && /\d/.test(plain) ? { kind: 'account', value: plain } : undefined;
}
