import { sql } from 'kysely';
import type { Language } from '../../../domain/language.ts';
import { maskName } from '../../../domain/mask.ts';
import type { ContactKind, Technique } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import type { Vault } from '../../../store/vault.ts';
import { extract } from '../../../watch/extract/extract.ts';
import type { ReadReason } from '../../../watch/read/read-post.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import type { Watch } from '../watch.ts';
import { openPost } from './kept-post.ts';
import { maskContacts, shownContact } from './mask-contacts.ts';
import { type PostView, viewOfKept } from './post-rows.ts';
import { visiblePost } from './visible-post.ts';

/** Somebody or something that a post leads to, hidden. */
export interface ContactView {
  readonly contactId: number;
  readonly kind: ContactKind;
  readonly shown: string;
  readonly starts: number;
  readonly ends: number;
  readonly posts: number;
  readonly stopped: boolean;
}

export interface PostDetailView extends PostView {
  readonly author: string | null;
  readonly links: readonly string[];
  readonly people: readonly ContactView[];
  readonly read: Pick<PostView, 'label' | 'stance' | 'score'> & {
    readonly reader: string;
    readonly reasons: readonly (ReadReason & { readonly title: string })[];
  };
  readonly techniques: readonly Technique[];
  readonly reviews: number;
}

const REASONS_MOST = 200;

/** One post with its contacts hidden. Throws QRG_WATCH_POST_UNKNOWN. */
export function showPost(
  { store, reader, names }: Pick<Watch, 'store' | 'reader' | 'names'>,
  by: Principal,
  postId: number,
  language: Language,
): Promise<PostDetailView> {
  return store.read(scopeOf(by), async (trx) => {
    const row = await visiblePost(trx, postId);
    const kept = openPost(store.vault, row.sealed);
    const reasons = (row.reasons as ReadReason[]).slice(0, REASONS_MOST);
    return {
      ...viewOfKept(row, kept, kept.text.length),
      author: kept.author === null ? null : maskName(kept.author),
      links: kept.links.map((link) => maskedLink(names, link)),
      people: await contactsIn(trx, store.vault, postId),
      read: {
        label: row.label,
        stance: row.stance,
        score: row.score,
        reader: row.reader,
        reasons: reasons.map((reason) => ({
          ...reason,
          title: reader.titleOf(reason.rule, language),
        })),
      },
      techniques: row.techniques,
      reviews: await reviewsOf(trx, postId),
    };
  });
}

function maskedLink(names: Watch['names'], link: string): string {
  const places = extract(link, names).contacts.map(({ kind, start, end }) => ({
    kind,
    starts: start,
    ends: end,
  }));
  return maskContacts(link, places);
}

const CONTACTS_MOST = 200;

/** In the order of the text; what is hidden in links, or was said before an edit, last. */
async function contactsIn(trx: Transaction, vault: Vault, postId: number): Promise<ContactView[]> {
  const { rows } = await sql<{
    contact_id: number;
    kind: ContactKind;
    sealed: Buffer;
    starts: number;
    ends: number;
    posts: number;
    stopped: boolean;
  }>`
    SELECT c.contact_id, c.kind, c.sealed, c.starts, c.ends,
      (SELECT count(DISTINCT o.post_id)::int FROM post_contacts o WHERE o.hash = c.hash) AS posts,
      EXISTS (SELECT FROM stop_contacts t WHERE t.hash = c.hash) AS stopped
    FROM post_contacts c WHERE c.post_id = ${postId}
    ORDER BY c.starts < 0, c.starts, c.contact_id LIMIT ${CONTACTS_MOST}`.execute(trx);
  return rows.map((row) => ({
    contactId: row.contact_id,
    kind: row.kind,
    shown: shownContact(row.kind, vault.open(row.sealed).toString()),
    starts: row.starts,
    ends: row.ends,
    posts: row.posts,
    stopped: row.stopped,
  }));
}

async function reviewsOf(trx: Transaction, postId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM post_reviews WHERE post_id = ${postId}`.execute(trx);
  return rows[0].count;
}
