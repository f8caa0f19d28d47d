import { RateLimiter } from '../../access/token-bucket.ts';
import type { PortalGiven } from '../portal-given.ts';
import { KnownBook } from './known-book.ts';

/** Contacts of judged posts that anybody may ask for by a prefix. */
export interface KnownContacts extends PortalGiven {
  readonly book: KnownBook;
  readonly rate: RateLimiter;
}

/** A text holds a few contacts; whoever asks for all prefixes takes two hours for it, and learns what the decision says. */
const ASK_RATE = { perSecond: 0.5, burst: 30 };

export const openKnownContacts = (given: PortalGiven): KnownContacts => ({
  ...given,
  book: new KnownBook(given.store.vault),
  rate: new RateLimiter(ASK_RATE),
});
