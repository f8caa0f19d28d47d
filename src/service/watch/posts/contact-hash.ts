import type { HashedKind } from '../../../domain/keyed-hash.ts';
import type { ContactKind } from '../../../domain/post.ts';
import { exactKey, type SaidKind } from '../../../screening/lists/exact-key.ts';
import type { Vault } from '../../../store/vault.ts';
import type { Contact } from '../../../watch/extract/found.ts';

/** As what a contact is hashed: the kind by which the rest of the house knows it. */
const HASHED: Readonly<Record<ContactKind, HashedKind>> = {
  phone: 'phone',
  handle: 'handle',
  bot: 'handle',
  invite: 'invite',
  profile: 'profile',
  card: 'card',
  iban: 'account',
  wallet: 'wallet',
  link: 'link',
};

/** Contacts that customers, accounts and transfers are known by, too. */
const SHARED: Readonly<Partial<Record<ContactKind, SaidKind>>> = {
  phone: 'phone',
  handle: 'handle',
  bot: 'handle',
  card: 'card',
  iban: 'account',
  wallet: 'wallet',
};

/**
 * Keyed hash of a contact. What a customer may be known by goes through the same normal form as there: two spellings of one
 * thing meet.
 */
export function contactHash(
  vault: Vault,
  { kind, value }: Pick<Contact, 'kind' | 'value'>,
): Buffer {
  const said = SHARED[kind];
  const key = said === undefined ? undefined : exactKey(said, value);
  return key?.ok ? vault.hash(key.value.kind, key.value.value) : vault.hash(HASHED[kind], value);
}

/** The key by which posts of one campaign find each other: tells the kind, and nothing of the number. */
export const clusterKey = (kind: ContactKind, hash: Uint8Array): string =>
  `${kind === 'bot' ? 'handle' : kind}:${Buffer.from(hash).toString('hex')}`;
