import { hasLuhn } from '../../domain/card.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { formatHandle, parseHandle } from '../../domain/handle.ts';
import { ibanCheckDigits, parseKzIban } from '../../domain/iban-kz.ts';
import { restoreIinOrBin } from '../../domain/iin-or-bin.ts';
import type { HashedKind } from '../../domain/keyed-hash.ts';
import { maskAccount, maskHandle } from '../../domain/mask.ts';
import { parsePhone } from '../../domain/phone.ts';
import { parseWallet } from '../../domain/wallet/parse.ts';

/** Identifiers that are compared letter by letter. */
export const KEY_KINDS = [
  'iin',
  'bin',
  'account',
  'card',
  'phone',
  'document',
  'wallet',
  'handle',
] as const satisfies readonly HashedKind[];
export type KeyKind = (typeof KEY_KINDS)[number];

/** An identifier in its normal form: two spellings of one thing are equal values. */
export interface ExactKey {
  readonly kind: KeyKind;
  /** Never kept of a card: only its keyed hash is. */
  readonly value: string;
  /** Zeros that Excel had eaten and that were put back before an IIN or BIN. */
  readonly zerosRestored?: number;
}

/** What a text is said to be. An IIN and a BIN tell themselves apart. */
export type SaidKind = Exclude<KeyKind, 'iin' | 'bin'> | 'iin_or_bin';

/** Name of an account that is no IBAN, as the service calls it ('CODE:number'); undefined where that cannot be told. */
export type AccountNaming = (number: string) => string | undefined;

/**
 * The normal form of an identifier, the one that is hashed everywhere. A card number in a place for accounts is a card.
 * Errors: those of the identifier's own parser, QRG_LIST_ACCOUNT, QRG_LIST_DOCUMENT, QRG_CARD_FORM, QRG_CARD_CHECK.
 */
export function exactKey(
  said: SaidKind,
  text: string,
  naming: AccountNaming = () => undefined,
): Result<ExactKey> {
  switch (said) {
    case 'iin_or_bin':
      return idKey(text);
    case 'account':
      return accountKey(text, naming);
    case 'card':
      return cardKey(text);
    case 'phone':
      return keyOf('phone', parsePhone(text), ({ value }) => value);
    case 'document':
      return documentKey(text);
    case 'wallet':
      return keyOf('wallet', parseWallet(text), ({ address }) => address);
    case 'handle':
      return handleKey(text);
  }
}

function keyOf<T>(
  kind: KeyKind,
  parsed: Result<T>,
  value: (parsed: T) => string,
): Result<ExactKey> {
  return parsed.ok ? ok({ kind, value: value(parsed.value) }) : parsed;
}

function handleKey(text: string): Result<ExactKey> {
  const handle = parseHandle(text);
  // What stands in a place for handles and is none may be somebody's name.
  return handle.ok
    ? ok({ kind: 'handle', value: formatHandle(handle.value) })
    : fail(handle.problem.code, { value: maskHandle(text) });
}

function idKey(text: string): Result<ExactKey> {
  const restored = restoreIinOrBin(text);
  if (!restored.ok) return restored;
  const { id, zerosRestored } = restored.value;
  const key = { kind: id.kind, value: id.value };
  return ok(zerosRestored > 0 ? { ...key, zerosRestored } : key);
}

/** The form of any country's IBAN (ISO 13616): country, check digits, 11 to 30 characters. */
const IBAN = /^([A-Z]{2})(\d{2})([A-Z0-9]{11,30})$/;
const LONGEST_ACCOUNT = 64;

function accountKey(text: string, naming: AccountNaming): Result<ExactKey> {
  const kz = parseKzIban(text);
  if (kz.ok) return ok({ kind: 'account', value: kz.value.value });
  const told = text.trim();
  const plain = told.replace(/[\s\u00a0]/g, '').toUpperCase();
  if (cardKey(plain).ok) return cardKey(plain);
  if (/^KZ\d{2}/.test(plain)) return kz;
  const name = told === '' || told.length > LONGEST_ACCOUNT ? undefined : naming(told);
  if (name !== undefined) return ok({ kind: 'account', value: name });
  const iban = IBAN.exec(plain);
  return iban && ibanCheckDigits(iban[1], iban[3]) === iban[2]
    ? ok({ kind: 'account', value: plain })
    : fail('QRG_LIST_ACCOUNT', { value: maskAccount(plain) });
}

function cardKey(text: string): Result<ExactKey> {
  const pan = text.trim().replace(/[ \u00a0-]/g, '');
  if (!/^\d{13,19}$/.test(pan)) return fail('QRG_CARD_FORM');
  return hasLuhn(pan) ? ok({ kind: 'card', value: pan }) : fail('QRG_CARD_CHECK');
}

/** Capital letters that look alike in both scripts: numbers of identity documents are typed in either. */
const CYRILLIC = 'АВЕЗКМНОРСТХУІ';
const LATIN = 'ABE3KMHOPCTXYI';

/** A number without a remark beside it: letters and digits, five to twenty, four digits among them at least. */
const DOCUMENT = /^(?=(?:[A-Z]*\d){4})[A-Z0-9]{5,20}$/;

function documentKey(text: string): Result<ExactKey> {
  const value = [
    ...text
      .replace(/[№\s./-]/g, '')
      .normalize('NFKC')
      .toUpperCase(),
  ]
    .map((letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter)
    .join('');
  return DOCUMENT.test(value)
    ? ok({ kind: 'document', value })
    : fail('QRG_LIST_DOCUMENT', { value: maskAccount(value) });
}
