import type { Span } from '../../domain/card.ts';
import type { ContactKind } from '../../domain/post.ts';

/** Somebody or something that a post leads to. */
export interface Contact extends Span {
  readonly kind: ContactKind;
  /**
   * Normal form by which it meets others: '+77011234567', 'name' of a handle, the invitation as written, digits of a card,
   * 'KZ…', the wallet's address, 'host/path' of a link. A card's digits live in memory alone: `keyedHash` keeps it.
   */
  readonly value: string;
}

/** A sum that a post names. */
export interface NamedSum extends Span {
  readonly amountMinor: number;
  /** ISO 4217, or a coin: 'USDT'. */
  readonly currency: string;
  /** 'day', 'week', 'month', 'shift', 'transfer' or none said. */
  readonly per: 'day' | 'week' | 'month' | 'shift' | 'transfer' | undefined;
}

export interface NamedShare extends Span {
  /** 0..1 */
  readonly share: number;
}

/** A bank, brand or city by its id in data/lexicon. */
export interface NamedThing extends Span {
  readonly id: string;
}

/** What stands in a post beside its words. Spans are places in the text as it came (UTF-16). */
export interface Extracted {
  readonly contacts: readonly Contact[];
  readonly sums: readonly NamedSum[];
  readonly shares: readonly NamedShare[];
  readonly banks: readonly NamedThing[];
  readonly brands: readonly NamedThing[];
  readonly cities: readonly NamedThing[];
  /** Hosts of links, registrable domain and whole host. */
  readonly domains: readonly { readonly domain: string; readonly host: string }[];
}
