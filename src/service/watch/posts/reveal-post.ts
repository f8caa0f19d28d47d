import type { ContactKind } from '../../../domain/post.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import type { Watch } from '../watch.ts';
import { openPost } from './kept-post.ts';
import { visiblePost } from './visible-post.ts';

/** A post as its source said it, but for the middle of cards, which nobody keeps. */
export interface RevealedPost {
  readonly postId: number;
  readonly text: string;
  readonly author: string | null;
  readonly links: readonly string[];
  readonly people: readonly {
    readonly contactId: number;
    readonly kind: ContactKind;
    readonly value: string;
    readonly starts: number;
    readonly ends: number;
  }[];
}

const CONTACTS_MOST = 200;

/** Shows a post with its contacts; the look is written down first, with its reason. Throws QRG_WATCH_POST_UNKNOWN. */
export async function revealPost(
  { store, audit }: Pick<Watch, 'store' | 'audit'>,
  by: Principal,
  postId: number,
  reason: string,
): Promise<RevealedPost> {
  const { row, contacts } = await store.read(scopeOf(by), async (trx) => ({
    row: await visiblePost(trx, postId),
    contacts: await trx
      .selectFrom('post_contacts')
      .select(['contact_id', 'kind', 'sealed', 'starts', 'ends'])
      .where('post_id', '=', postId)
      .orderBy('contact_id')
      .limit(CONTACTS_MOST)
      .execute(),
  }));
  await audit.append({ actor: by, action: 'post.reveal', object: `post:${postId}`, reason });
  const { text, author, links } = openPost(store.vault, row.sealed);
  return {
    postId,
    text,
    author,
    links,
    people: contacts.map(({ contact_id, kind, sealed, starts, ends }) => ({
      contactId: contact_id,
      kind,
      value: store.vault.open(sealed).toString(),
      starts,
      ends,
    })),
  };
}
