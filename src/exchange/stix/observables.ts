import type { CaseAccount, CaseContact, CaseFile } from '../../domain/case/case-file.ts';
import { isoTime } from '../element-marks.ts';
import { observableId, ownId } from './ids.ts';
import type { NamedObject } from './pattern.ts';
import type { StixObject } from './stix-object.ts';

export const BANK_ACCOUNT = 'bank-account';
export const WALLET = 'cryptocurrency-wallet';
export const PAYMENT_CARD = 'payment-card';
export const TELEGRAM = 'telegram';

/** What minimise() puts in the place of a number: it names the account within one case only. */
const PSEUDONYM = /^account-\d+$/;

/** An observable and how a pattern would find it; null: nothing to look for. */
export interface Seen {
  readonly object: StixObject;
  readonly looksFor: NamedObject | null;
}

const seen = (type: string, equal: Readonly<Record<string, string>>): Seen => ({
  object: { type, spec_version: '2.1', id: observableId(type, equal), ...equal },
  looksFor: { type, equal },
});

export function accountSeen(account: CaseAccount, file: CaseFile): Seen {
  const account_type = account.isWallet ? WALLET : BANK_ACCOUNT;
  const { object, looksFor } = PSEUDONYM.test(account.account)
    ? {
        // Everybody's first account would be one account by the number that stands in the place of its own.
        object: {
          type: 'user-account',
          spec_version: '2.1',
          id: ownId('user-account', file, account.id),
          account_type,
        },
        looksFor: null,
      }
    : seen('user-account', { account_type, user_id: account.account });
  return {
    object: {
      ...object,
      ...(account.openedAt === null ? {} : { account_created: isoTime(account.openedAt) }),
      ...(account.status === 'closed' ? { is_disabled: true } : {}),
    },
    looksFor,
  };
}

/** RFC 3986 with a host; an address with other letters is no URL of STIX until somebody encodes it. */
const ADDRESS =
  /^[a-z][a-z0-9+.-]*:\/\/[\w.~!$&'()*+,;=:@%[\]-]+(?:[/?#](?:[\w.~!$&'()*+,;=:@/?#-]|%[\da-f]{2})*)?$/i;

/** An address as a URL; null where it is none. */
export const urlSeen = (address: string): Seen | null =>
  ADDRESS.test(address) ? seen('url', { value: address }) : null;

/** Who wrote a post. The network is told by where the post stands. */
export const authorSeen = (author: string, url: string | null): Seen =>
  seen('user-account', {
    account_type: url !== null && /^https?:\/\/t\.me\//i.test(url) ? TELEGRAM : 'social-network',
    account_login: author,
  });

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const IPV6 = /^(?=.*:)[0-9a-f:.]{2,45}$/i;
const EMAIL = /^[\w.+-]+@[a-z\d-]+\.[a-z\d.-]+$/i;

/** A contact as the observable that STIX has for it; what STIX has none for, or what is written otherwise, is a contact-point. */
export function contactSeen({ kind, value }: CaseContact, file: CaseFile, id: string): Seen {
  if (value === '')
    return {
      object: {
        type: 'contact-point',
        spec_version: '2.1',
        id: ownId('contact-point', file, id),
        kind,
      },
      looksFor: null,
    };
  switch (kind) {
    case 'phone':
      return seen('phone-number', { value });
    case 'handle':
    case 'bot':
      return seen('user-account', { account_type: TELEGRAM, account_login: value });
    case 'iban':
      return seen('user-account', { account_type: BANK_ACCOUNT, user_id: value });
    case 'card':
      return seen('user-account', { account_type: PAYMENT_CARD, user_id: value });
    case 'wallet':
      return seen('user-account', { account_type: WALLET, user_id: value });
    case 'email':
      return EMAIL.test(value) ? seen('email-addr', { value }) : point(kind, value);
    case 'ip':
      if (IPV4.test(value)) return seen('ipv4-addr', { value });
      return IPV6.test(value) ? seen('ipv6-addr', { value }) : point(kind, value);
    case 'invite':
    case 'profile':
    case 'link':
      return urlSeen(value) ?? point(kind, value);
    default:
      return point(kind, value);
  }
}

const point = (kind: string, value: string): Seen => seen('contact-point', { kind, value });
