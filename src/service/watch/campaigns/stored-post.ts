import { type RawBuilder, sql } from 'kysely';
import type { ContactKind } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import type { SourceKind } from '../../../store/tables/watch.ts';
import type { Vault } from '../../../store/vault.ts';
import type { Spoken } from '../posts/counted.ts';
import { openPost } from '../posts/kept-post.ts';

/** A post on its way into a campaign. */
export interface BookedPost {
  readonly postId: number;
  readonly at: number;
  readonly sourceId: number;
  /** null: everybody's. */
  readonly institutionId: number | null;
  /** Where it is already. */
  readonly campaignId: number | null;
  readonly text: string;
  readonly contacts: readonly BookedContact[];
}

export interface BookedContact {
  readonly kind: ContactKind;
  readonly hash: Buffer;
}

/** What of a post decides about its campaign. */
export interface StoredPost extends Spoken {
  readonly post_id: number;
  readonly at: number;
  readonly source_id: number;
  readonly kind: SourceKind;
  readonly institution_id: number | null;
  readonly campaign_id: number | null;
  readonly sealed: Buffer;
  readonly contacts: readonly (readonly [ContactKind, string])[];
}

/** Posts by a condition over `p` (posts) and `s` (watch_sources), by number, as the owner of the tables. */
export async function storedPosts(
  trx: Transaction,
  where: RawBuilder<unknown>,
  most: number,
): Promise<StoredPost[]> {
  const { rows } = await sql<StoredPost>`
    SELECT p.post_id, p.at, p.source_id, p.institution_id, s.kind, p.campaign_id, p.sealed, p.label, p.stance, p.said_label, p.said_stance,
      (SELECT coalesce(jsonb_agg(jsonb_build_array(c.kind, encode(c.hash, 'hex')) ORDER BY c.contact_id), '[]')
        FROM post_contacts c WHERE c.post_id = p.post_id) AS contacts
    FROM posts p JOIN watch_sources s ON s.source_id = p.source_id
    WHERE ${where} ORDER BY p.post_id LIMIT ${most}`.execute(trx);
  return rows;
}

export const bookedPost = (vault: Vault, row: StoredPost): BookedPost => ({
  postId: row.post_id,
  at: row.at,
  sourceId: row.source_id,
  institutionId: row.institution_id,
  campaignId: row.campaign_id,
  text: openPost(vault, row.sealed).text,
  contacts: contactsOf(row),
});

export const contactsOf = ({ contacts }: StoredPost): BookedContact[] =>
  contacts.map(([kind, hex]) => ({ kind, hash: Buffer.from(hex, 'hex') }));
