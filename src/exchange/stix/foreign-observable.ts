import type { CaseContact } from '../../domain/case/case-file.ts';
import { CASE_CONTACT_KINDS } from '../elements/element-schema.ts';
import { BANK_ACCOUNT, PAYMENT_CARD, TELEGRAM, WALLET } from './observables.ts';

/** What an observable, or an indicator of one, names in a case. */
export type Named =
  | { readonly list: 'accounts'; readonly account: string; readonly isWallet: boolean }
  | { readonly list: 'contacts'; readonly kind: CaseContact['kind']; readonly value: string };

/** Properties of each type that say what it is; all that a case can hold of it. */
export const UNDERSTOOD: Readonly<Record<string, readonly string[]>> = {
  'user-account': ['account_type', 'user_id', 'account_login', 'display_name'],
  // Types that OpenCTI adds to STIX.
  'bank-account': ['iban', 'account_number'],
  'cryptocurrency-wallet': ['value'],
  'phone-number': ['value'],
  'contact-point': ['kind', 'value'],
  url: ['value'],
  'domain-name': ['value'],
  'email-addr': ['value'],
  'ipv4-addr': ['value'],
  'ipv6-addr': ['value'],
};

const BY_VALUE: Readonly<Record<string, CaseContact['kind']>> = {
  'phone-number': 'phone',
  url: 'link',
  'domain-name': 'link',
  'email-addr': 'email',
  'ipv4-addr': 'ip',
  'ipv6-addr': 'ip',
};

/** The account or contact of an observable of another system; null: it says too little. */
export function namedBy(type: string, told: ReadonlyMap<string, string>): Named | null {
  const contact = (kind: CaseContact['kind'], value: string | undefined): Named | null =>
    value === undefined || value === '' ? null : { list: 'contacts', kind, value };
  const account = (number: string | undefined, isWallet: boolean): Named | null =>
    number === undefined || number === '' ? null : { list: 'accounts', account: number, isWallet };
  const value = told.get('value');
  switch (type) {
    case 'user-account': {
      const id = told.get('user_id') ?? told.get('account_login');
      const login = told.get('account_login') ?? told.get('user_id') ?? told.get('display_name');
      const kind = told.get('account_type');
      if (kind === BANK_ACCOUNT) return account(id, false);
      if (kind === WALLET) return account(id, true);
      if (kind === PAYMENT_CARD) return contact('card', id);
      return contact(kind === TELEGRAM ? 'handle' : 'profile', login);
    }
    case 'bank-account':
      return account(told.get('iban') ?? told.get('account_number'), false);
    case 'cryptocurrency-wallet':
      return account(value, true);
    case 'contact-point': {
      const kind = CASE_CONTACT_KINDS.find((k) => k === told.get('kind'));
      return kind === undefined ? null : contact(kind, value);
    }
    default:
      return Object.hasOwn(BY_VALUE, type) ? contact(BY_VALUE[type]!, value) : null;
  }
}
