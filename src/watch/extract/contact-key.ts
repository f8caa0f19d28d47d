import type { HashedKind } from '../../domain/keyed-hash.ts';
import type { ContactKind } from '../../domain/post.ts';
import type { Contact } from './found.ts';

const HASH_KINDS = {
  phone: 'phone',
  handle: 'handle',
  bot: 'handle', // a bot is found by its name as anybody is
  invite: 'invite',
  profile: 'profile',
  card: 'card',
  iban: 'account',
  wallet: 'wallet',
  link: 'link',
} as const satisfies Record<ContactKind, HashedKind>;

/** As what a contact's value is hashed, so that it meets the same identifier of customers and accounts. */
export const hashKindOf = ({ kind }: Pick<Contact, 'kind'>): HashedKind => HASH_KINDS[kind];

/**
 * 'phone:+77011234567': equal for equal contacts, for clusters within one process. It holds the value itself: whatever is kept or
 * logged takes `keyedHash` instead.
 */
export const contactKey = (contact: Pick<Contact, 'kind' | 'value'>): string =>
  `${HASH_KINDS[contact.kind]}:${contact.value}`;
