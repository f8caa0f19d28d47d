import { type RawBuilder, sql } from 'kysely';
import type { Ask, PostLabel, PostLanguage, Stance, Technique } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import type { SourceKind } from '../../../store/tables/watch.ts';
import type { Vault } from '../../../store/vault.ts';
import { cut } from '../../../watch/sources/source-post.ts';
import { labelOf, type Spoken, stanceOf } from './counted.ts';
import { type KeptPost, maskedTextOf, openPost } from './kept-post.ts';

/** Of a long text a list shows so much. */
export const EXCERPT_MOST = 400;

/** A post as lists show it. */
export interface PostView {
  readonly postId: number;
  readonly source: { readonly sourceId: number; readonly name: string; readonly kind: SourceKind };
  readonly url: string | null;
  readonly at: number;
  readonly foundAt: number;
  readonly text: string;
  readonly hasMedia: boolean;
  readonly lang: PostLanguage;
  readonly label: PostLabel;
  readonly stance: Stance;
  readonly asks: readonly Ask[];
  readonly score: number;
  readonly said: {
    readonly label: PostLabel;
    readonly stance: Stance;
    readonly at: number | null;
  } | null;
  readonly campaignId: number | null;
  readonly repostOf: number | null;
  readonly goneAt: number | null;
  readonly edits: number;
  readonly contacts: number;
  readonly hits: number;
  readonly version: number;
}

/** A row of `postRows`. */
export interface PostRow extends Spoken {
  readonly post_id: number;
  readonly source_id: number;
  readonly source_name: string;
  readonly kind: SourceKind;
  readonly url: string | null;
  readonly at: number;
  readonly found_at: number;
  readonly sealed: Buffer;
  readonly content: Buffer;
  readonly has_media: boolean;
  readonly lang: PostLanguage;
  readonly asks: Ask[];
  readonly said_asks: Ask[] | null;
  readonly techniques: Technique[];
  readonly reasons: unknown;
  readonly reader: string;
  readonly score: number;
  readonly said_at: number | null;
  readonly campaign_id: number | null;
  readonly repost_of: number | null;
  readonly gone_at: number | null;
  readonly edits: number;
  readonly contacts: number;
  readonly hits: number;
  readonly version: number;
}

/** Posts that the reader may see, by a condition over `p` (posts). */
export async function postRows(
  trx: Transaction,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  most: number,
): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`
    SELECT p.post_id, p.source_id, s.name AS source_name, s.kind, p.url, p.at, p.found_at, p.sealed, p.content,
      p.has_media, p.lang, p.label, p.stance, p.said_label, p.said_stance, p.said_at, p.asks, p.techniques, p.reasons,
      p.reader, p.score::float8 AS score, p.campaign_id, p.repost_of, p.gone_at, p.edits, p.version,
      (SELECT r.asks FROM post_reviews r WHERE r.post_id = p.post_id AND p.said_label IS NOT NULL
        ORDER BY r.review_id DESC LIMIT 1) AS said_asks,
      (SELECT count(*)::int FROM post_contacts c WHERE c.post_id = p.post_id) AS contacts,
      (SELECT count(DISTINCT (h.account_no, h.customer_id))::int FROM post_hits h WHERE h.post_id = p.post_id) AS hits
    FROM posts p JOIN watch_sources s ON s.source_id = p.source_id
    WHERE ${where} ORDER BY ${order} LIMIT ${most}`.execute(trx);
  return rows;
}

export const viewOf = (vault: Vault, row: PostRow): PostView =>
  viewOfKept(row, openPost(vault, row.sealed));

/** The same of a post that has been opened. */
export function viewOfKept(row: PostRow, kept: KeptPost, most = EXCERPT_MOST): PostView {
  return {
    postId: row.post_id,
    source: { sourceId: row.source_id, name: row.source_name, kind: row.kind },
    url: row.url,
    at: row.at,
    foundAt: row.found_at,
    text: cut(maskedTextOf(kept), most),
    hasMedia: row.has_media,
    lang: row.lang,
    label: labelOf(row),
    stance: stanceOf(row),
    asks: row.said_asks ?? row.asks,
    score: row.score,
    said:
      row.said_label === null || row.said_stance === null
        ? null
        : { label: row.said_label, stance: row.said_stance, at: row.said_at },
    campaignId: row.campaign_id,
    repostOf: row.repost_of,
    goneAt: row.gone_at,
    edits: row.edits,
    contacts: row.contacts,
    hits: row.hits,
    version: row.version,
  };
}
