import { QorganError } from '../../../domain/errors/catalogue.ts';
import { PREFIX_BITS, SUFFIX_BITS } from '../../../domain/known-contact.ts';
import { addressGroup } from '../../access/address-group.ts';
import { readKnown } from './keep-known.ts';
import type { KnownContacts } from './known-contacts.ts';
import { editionOfTerms, termsIn } from './known-terms.ts';

export interface KnownTermsView {
  readonly salt: string;
  readonly iterations: number;
  readonly prefixBits: number;
  readonly suffixBits: number;
  readonly edition: string;
}

/** How to ask. Throws QRG_KNOWN_CONTACTS_OFTEN. */
export async function knownTerms(known: KnownContacts, address: string): Promise<KnownTermsView> {
  take(known, address);
  const { store, now } = known;
  const terms = await store.write((trx) => termsIn(trx, now()));
  return {
    salt: terms.salt.toString('base64'),
    iterations: terms.iterations,
    prefixBits: PREFIX_BITS,
    suffixBits: SUFFIX_BITS,
    edition: editionOfTerms(terms),
  };
}

/**
 * What is known under a prefix, among fillings. Neither the prefix nor who asked is kept anywhere. Throws
 * QRG_KNOWN_CONTACTS_OFTEN.
 */
export async function knownUnder(
  known: KnownContacts,
  prefix: string,
  address: string,
): Promise<readonly string[]> {
  take(known, address);
  if (!known.book.isRead) await readKnown(known);
  return known.book.suffixes(prefix);
}

function take({ rate, now }: KnownContacts, address: string): void {
  const waitMs = rate.take(addressGroup(address), now());
  if (waitMs > 0)
    throw new QorganError('QRG_KNOWN_CONTACTS_OFTEN', { seconds: Math.ceil(waitMs / 1000) });
}
