import { api } from '../api.ts';
import type { FoundContact } from './read-offer.ts';
import { hashContact } from './slow-hash.ts';

export interface AskedContact extends FoundContact {
  /** It stands in a post that a person judged to be recruiting. */
  readonly known: boolean;
}

/**
 * Asks the service after contacts, each by the first bits of its slow hash: the contacts themselves stay here. Throws
 * QorganProblem, and what `fetch` throws without a network.
 */
export async function askKnown(contacts: readonly FoundContact[]): Promise<AskedContact[]> {
  const { terms, under } = api().knownContacts;
  const by = await terms();
  const asked: AskedContact[] = [];
  for (const contact of contacts) {
    const { prefix, suffix } = await hashContact(by, contact.kind, contact.value);
    const { suffixes } = await under(prefix);
    asked.push({ ...contact, known: suffixes.includes(suffix) });
  }
  return asked;
}
