import { maskAccount, maskCard, maskHandle, maskPhone } from '../../../domain/mask.ts';
import type { ContactKind } from '../../../domain/post.ts';
import { signsIn } from './signs-in.ts';

/** A contact where it stands in a text. */
export interface PlacedContact {
  readonly kind: ContactKind;
  readonly starts: number;
  readonly ends: number;
}

/** Letters and digits that stay at both ends; undefined: the contact names no person and stays as it is. */
const SEEN: Readonly<Record<ContactKind, readonly [first: number, last: number] | undefined>> = {
  phone: [4, 2],
  handle: [2, 0],
  bot: [2, 0],
  invite: [0, 2],
  profile: [0, 2],
  card: [6, 4],
  iban: [4, 4],
  wallet: [4, 4],
  link: undefined,
};

/** What stands before the part of a link that tells who: a scheme, a host, a path of the service's own. */
const BEFORE =
  /^(?:https?:\/\/|tg:\/\/|tg:)?(?:[\w-]+\.)+\w+\/(?:joinchat\/|s\/|c\/|channel\/|\+)?|^@|^tg:\/*\w+\?\w+=/i;

/**
 * The text with its contacts hidden, every other character in its place: what points at words of the text still does. A place
 * outside of the text hides nothing.
 */
export function maskContacts(text: string, contacts: readonly PlacedContact[]): string {
  const units = text.split('');
  for (const { kind, starts, ends } of contacts) {
    const seen = SEEN[kind];
    if (seen === undefined || starts < 0 || ends > text.length) continue;
    const written = text.slice(starts, ends);
    const from = kind === 'phone' || kind === 'card' ? 0 : (BEFORE.exec(written)?.[0].length ?? 0);
    hide(text, units, starts + from, ends, seen);
  }
  return units.join('');
}

function hide(
  text: string,
  units: string[],
  from: number,
  to: number,
  [first, last]: readonly [number, number],
): void {
  const signs = signsIn(text, from, to);
  // What would be seen whole is hidden whole.
  const isShort = signs.length <= first + last;
  signs.forEach(({ at, length }, i) => {
    if (isShort || (i >= first && i < signs.length - last)) units.fill('•', at, at + length);
  });
}

/** A contact as lists show it. */
export function shownContact(kind: ContactKind, value: string): string {
  switch (kind) {
    case 'phone':
      return maskPhone(value);
    case 'handle':
    case 'bot':
      return maskHandle(value);
    case 'card':
      return maskCard(value);
    case 'iban':
    case 'wallet':
      return maskAccount(value);
    case 'invite':
      return maskHandle('');
    case 'profile':
      return maskContacts(value, [{ kind, starts: 0, ends: value.length }]);
    case 'link':
      return value;
  }
}
