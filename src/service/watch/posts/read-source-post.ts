import { createHash } from 'node:crypto';
import type { ContactKind } from '../../../domain/post.ts';
import type { Vault } from '../../../store/vault.ts';
import { extract } from '../../../watch/extract/extract.ts';
import type { Contact } from '../../../watch/extract/found.ts';
import type { NamedThings } from '../../../watch/extract/named-things.ts';
import type { PostReading } from '../../../watch/read/read-post.ts';
import type { SourcePost } from '../../../watch/sources/source-post.ts';
import { contactHash } from './contact-hash.ts';
import { hideCardsInPlace, keptCard } from './hide-cards.ts';
import type { KeptPost } from './kept-post.ts';

/** A contact as it is kept. */
export interface ReadyContact {
  readonly kind: ContactKind;
  readonly hash: Buffer;
  /** Its normal form; of a card what may be kept. */
  readonly value: string;
  /** Its place in the text; -1 of one that stands behind other words: the target of a link. */
  readonly starts: number;
  readonly ends: number;
}

/** A post that was read and is ready to be written down. */
export interface ReadyPost {
  readonly raw: SourcePost;
  readonly kept: KeptPost;
  /** SHA-256 of what it says, to tell an edit. */
  readonly content: Buffer;
  readonly reading: PostReading;
  readonly contacts: readonly ReadyContact[];
}

/** What reading a post takes; Watch has it. */
export interface PostReaders {
  readonly store: { readonly vault: Vault };
  readonly reader: { read(text: string): PostReading };
  readonly names: NamedThings;
}

const CONTACTS_MOST = 200;
const NOWHERE = { start: -1, end: -1 };

/** Reads a post, finds whom it leads to, and hides the cards in it. */
export function readSourcePost(
  { store: { vault }, reader, names }: PostReaders,
  raw: SourcePost,
): ReadyPost {
  const { contacts: written } = extract(raw.text, names);
  const hidden = raw.links
    .flatMap((link) => extract(link, names).contacts)
    .map((contact) => ({ ...contact, ...NOWHERE }));
  const contacts = readyContacts(vault, [...written, ...hidden]);
  const kept: KeptPost = {
    text: hideCardsInPlace(raw.text, written),
    author: raw.author === undefined ? null : hideCardsInPlace(raw.author, []),
    links: raw.links.map((link) => hideCardsInPlace(link, [])),
    places: written.map(({ kind, start, end }) => [kind, start, end]),
  };
  return {
    raw,
    kept,
    content: contentOf(kept, contacts),
    reading: reader.read(raw.text),
    contacts,
  };
}

/** Each once, where it stands first. */
function readyContacts(vault: Vault, found: readonly Contact[]): ReadyContact[] {
  const contacts = new Map<string, ReadyContact>();
  for (const contact of found) {
    if (contacts.size === CONTACTS_MOST) break;
    const { kind, start, end } = contact;
    const hash = contactHash(vault, contact);
    const key = `${kind} ${hash.toString('latin1')}`;
    if (contacts.has(key)) continue;
    const value = kind === 'card' ? keptCard(contact.value) : contact.value;
    contacts.set(key, { kind, hash, value, starts: start, ends: end });
  }
  return [...contacts.values()];
}

/**
 * The words, and whom they lead to: a card whose hidden digits change is another one. Targets of mere links are left out: pages
 * change those with every look.
 */
function contentOf(kept: KeptPost, contacts: readonly ReadyContact[]): Buffer {
  const content = createHash('sha256').update(kept.text);
  const telling = contacts.filter(({ kind, starts }) => kind !== 'link' || starts >= 0);
  for (const hash of telling.map(({ hash }) => hash.toString('hex')).sort())
    content.update(`\0${hash}`);
  return content.digest();
}
