import { sql } from 'kysely';
import type { CaseContact, CasePost } from '../../../domain/case/case-file.ts';
import type { ContactKind } from '../../../domain/post.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import { latestCaptures } from '../../watch/posts/captures.ts';
import { labelOf, stanceOf } from '../../watch/posts/counted.ts';
import { type KeptPost, openPost } from '../../watch/posts/kept-post.ts';
import { type PostRow, postRows } from '../../watch/posts/post-rows.ts';
import type { CaseReach } from './case-reach.ts';

/** Posts of a case, and contacts of them, at most. */
const POSTS_MOST = 200;
const CONTACTS_MOST = 1_000;
const OF_CAMPAIGN_MOST = 50;

/** A post of a case and what it says. */
export interface OpenedPost {
  readonly row: PostRow;
  readonly kept: KeptPost;
}

/**
 * Posts that belong to a case: those put there by themselves, by their campaign or by a report, and those that name an
 * account or a customer of it. As far as the reader may see them, oldest first.
 */
export async function postsOfCase(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  reach: CaseReach,
  customers: readonly number[],
): Promise<OpenedPost[]> {
  const { post, campaign, report } = reach.refs;
  const accounts = [...reach.accounts.keys()];
  const { rows } = await sql<{ post_id: number }>`
    SELECT post_id FROM posts WHERE post_id = ANY (${post.map(Number)}::bigint[])
    UNION SELECT post_id FROM unnest(${campaign.map(Number)}::bigint[]) c (id) CROSS JOIN LATERAL
      (SELECT post_id FROM posts WHERE campaign_id = c.id ORDER BY at LIMIT ${OF_CAMPAIGN_MOST}) of_campaign
    UNION SELECT post_id FROM reports WHERE report_id = ANY (${report.map(Number)}::bigint[]) AND post_id IS NOT NULL
    UNION SELECT post_id FROM post_hits WHERE state <> 'dismissed' AND account_no = ANY (${accounts}::int[])
    UNION SELECT post_id FROM post_hits WHERE state <> 'dismissed' AND customer_id = ANY (${[...customers]}::bigint[])
    LIMIT ${POSTS_MOST}`.execute(trx);
  if (rows.length === 0) return [];
  const ids = rows.map(({ post_id }) => post_id);
  const found = await postRows(
    trx,
    sql`p.post_id = ANY (${ids}::bigint[])`,
    sql`p.at, p.post_id`,
    POSTS_MOST,
  );
  return found.map((row) => ({ row, kept: openPost(store.vault, row.sealed) }));
}

/** The same in the words of a case file, with the sealed copy that shows each last. */
export async function casePosts(
  trx: Transaction,
  posts: readonly OpenedPost[],
): Promise<CasePost[]> {
  const captures = await latestCaptures(
    trx,
    posts.map(({ row }) => row.post_id),
  );
  return posts.map(({ row, kept }) => ({
    id: `p${row.post_id}`,
    at: row.at,
    url: row.url,
    author: kept.author,
    text: kept.text,
    lang: row.lang,
    label: labelOf(row),
    stance: stanceOf(row),
    asks: row.said_asks ?? row.asks,
    campaign: row.campaign_id === null ? null : String(row.campaign_id),
    captureHash: captures.get(row.post_id) ?? null,
    origin: null,
  }));
}

/** Contacts that posts carry, opened, each with the posts it stands in. */
export async function contactsOfPosts(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  posts: readonly OpenedPost[],
): Promise<Omit<CaseContact, 'id'>[]> {
  if (posts.length === 0) return [];
  const rows = await trx
    .selectFrom('post_contacts')
    .select(['post_id', 'kind', 'hash', 'sealed'])
    .where(
      'post_id',
      'in',
      posts.map(({ row }) => row.post_id),
    )
    .orderBy('contact_id')
    .limit(CONTACTS_MOST)
    .execute();
  const found = new Map<string, { kind: ContactKind; value: string; seenWith: string[] }>();
  for (const { post_id, kind, hash, sealed } of rows) {
    const key = `${kind} ${hash.toString('hex')}`;
    const known = found.get(key);
    if (known) known.seenWith.push(`p${post_id}`);
    else
      found.set(key, {
        kind,
        value: store.vault.open(sealed).toString(),
        seenWith: [`p${post_id}`],
      });
  }
  return [...found.values()].map((contact) => ({ ...contact, origin: null }));
}
