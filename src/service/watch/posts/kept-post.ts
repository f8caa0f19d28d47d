import type { ContactKind } from '../../../domain/post.ts';
import type { Vault } from '../../../store/vault.ts';
import { maskContacts } from './mask-contacts.ts';

/** What of a post is sealed: what its source says of it now, with the middle of every card hidden. */
export interface KeptPost {
  readonly text: string;
  readonly author: string | null;
  readonly links: readonly string[];
  /** Every place of a contact in the text, to hide it: kind, start, end. */
  readonly places: readonly (readonly [kind: ContactKind, starts: number, ends: number])[];
}

/** What a post says with its contacts hidden, every other character in its place. */
export const maskedTextOf = ({ text, places }: KeptPost): string =>
  maskContacts(
    text,
    places.map(([kind, starts, ends]) => ({ kind, starts, ends })),
  );

export const sealPost = (vault: Vault, post: KeptPost): Buffer => vault.seal(JSON.stringify(post));

/** What opens is what was sealed. */
export const openPost = (vault: Vault, sealed: Uint8Array): KeptPost =>
  JSON.parse(vault.open(sealed).toString()) as KeptPost;
