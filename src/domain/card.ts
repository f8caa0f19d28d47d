import { fail, ok, type Result } from './errors/catalogue.ts';
import { keyedHash } from './keyed-hash.ts';

/** A payment card as Qorgan keeps it: the whole number (PAN) is never among it. */
export interface Card {
  /** Keyed hash of the number, 64 hex digits: the same card always has the same one. */
  readonly hash: string;
  /** Issuer, and the end people know their card by. */
  readonly first6: string;
  readonly last4: string;
}

/** What a file shows of a card whose middle it hides: '440043******1234', '*1234'. */
export interface MaskedCard {
  readonly first6: string | undefined;
  readonly last4: string;
}

/** A stretch of text, end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Turns a card number (13 to 19 digits, ISO/IEC 7812, spaces and hyphens let pass) into what may be
 * kept of it. `key` has 32 bytes or more and stays with the installation.
 *
 * Fails with QRG_CARD_FORM or QRG_CARD_CHECK; the messages never carry the number.
 */
export function parseCard(text: string, key: Uint8Array): Result<Card> {
  const pan = text.trim().replace(/[ \u00a0-]/g, '');
  if (!/^\d{13,19}$/.test(pan)) return fail('QRG_CARD_FORM');
  if (!hasLuhn(pan)) return fail('QRG_CARD_CHECK');
  return ok({ hash: keyedHash(key, 'card', pan), first6: pan.slice(0, 6), last4: pan.slice(-4) });
}

/** Reads a card number with its middle hidden by '*', '•', 'X' or dots. Fails with QRG_CARD_FORM. */
export function parseMaskedCard(text: string): Result<MaskedCard> {
  const seen = /^(\d{6}|\d{4})?\d{0,2}[*•xх.…]+(\d{4})$/iu.exec(text.replace(/[\s\u00a0-]/g, ''));
  if (seen === null) return fail('QRG_CARD_FORM');
  return ok({ first6: seen[1]?.length === 6 ? seen[1] : undefined, last4: seen[2] });
}

/** Luhn's formula (ISO/IEC 7812-1, annex B): every second digit from the right counts double. */
export function hasLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** Groups of digits, with what stands before: a '+' makes a phone number, KZ an account. */
const GROUP = /(\+|(?<![a-z])kz ?)?(\d+)/gi;
/** What may stand between two groups of one number. */
const JOINT = /^[ \u00a0-]$/;
/** First digits of payment cards (ISO/IEC 7812): 2..6, and 8, 9 for cards of Uzbekistan. */
const FIRST_DIGIT = /^[2-689]/;

/**
 * Where a text holds whole card numbers, in order: 13..19 digits in one group or in several with one
 * space or hyphen between ('карта 4400 4300 … 5000 тенге': the sum beside it is left out). A number
 * counts if its Luhn digit is right: one in ten other numbers of that length passes too, and hiding
 * those does less harm than keeping a card.
 */
export function findCards(text: string): Span[] {
  const groups = [...text.matchAll(GROUP)];
  const spans: Span[] = [];
  for (let first = 0; first < groups.length; first++) {
    if (groups[first][1] !== undefined) {
      first = lastGroupOfOther(text, groups, first);
      continue;
    }
    const last = lastGroupOfCard(text, groups, first);
    if (last === undefined) continue;
    spans.push({ start: groups[first].index, end: endOf(groups[last]) });
    first = last;
  }
  return spans;
}

const endOf = (group: RegExpExecArray): number => group.index + group[0].length;

/** Index of the group that ends a phone number (11 digits in zone +7) or an account (18 after KZ). */
function lastGroupOfOther(text: string, groups: RegExpExecArray[], first: number): number {
  let left = groups[first][1] === '+' ? 11 : 18;
  let last = first;
  for (; last + 1 < groups.length; last++) {
    left -= groups[last][2].length;
    const between = text.slice(endOf(groups[last]), groups[last + 1].index);
    if (left <= 0 || !JOINT.test(between)) break;
  }
  return last;
}

/** Index of the group that ends a card starting at `first`: 16 digits if they fit, else the longest. */
function lastGroupOfCard(
  text: string,
  groups: RegExpExecArray[],
  first: number,
): number | undefined {
  let digits = '';
  let found: number | undefined;
  for (let last = first; last < groups.length && digits.length < 19; last++) {
    if (last > first) {
      const between = text.slice(endOf(groups[last - 1]), groups[last].index);
      if (!JOINT.test(between) || groups[last][1] !== undefined) break;
    }
    digits += groups[last][2];
    if (digits.length < 13 || digits.length > 19) continue;
    if (!FIRST_DIGIT.test(digits) || !hasLuhn(digits)) continue;
    if (digits.length === 16) return last;
    found = last;
  }
  return found;
}

/** The text with the middle of every card number hidden: what may be stored or logged of a free text. */
export function hideCards(text: string): string {
  let out = '';
  let from = 0;
  for (const { start, end } of findCards(text)) {
    const pan = text.slice(start, end).replace(/\D/g, '');
    out += `${text.slice(from, start)}${pan.slice(0, 6)}${'*'.repeat(pan.length - 10)}${pan.slice(-4)}`;
    from = end;
  }
  return out + text.slice(from);
}
