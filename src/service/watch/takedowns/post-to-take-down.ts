import { sql } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { type Ask, type ContactKind, isUnlawful, type Technique } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import type { PostFacts } from '../../../watch/takedown/letter.ts';
import type { UnlawfulLabel } from '../../../watch/takedown/takedown-book.ts';
import type { Principal } from '../../access/principal.ts';
import type { TakedownDeps } from './deps.ts';

/** A post of which removal may be asked for. */
export interface PostToTakeDown {
  readonly postId: number;
  /** null: everybody's. */
  readonly institutionId: number | null;
  readonly campaignId: number | null;
  readonly foundAt: number;
  readonly url: string;
  readonly label: UnlawfulLabel;
  readonly asks: readonly Ask[];
  readonly techniques: readonly Technique[];
}

/**
 * A post that this person may ask to be removed: a person said that it is an unlawful offer, of the words that it says now, and
 * it has a page. Throws QRG_WATCH_POST_UNKNOWN, QRG_TAKEDOWN_POST, QRG_TAKEDOWN_EDITED, QRG_TAKEDOWN_ADDRESS.
 */
export async function postToTakeDown(
  trx: Transaction,
  { institutionId }: Principal,
  postId: number,
): Promise<PostToTakeDown> {
  const row = await trx
    .selectFrom('posts')
    .select(['institution_id', 'campaign_id', 'found_at', 'url', 'asks', 'techniques'])
    .select(['said_label', 'said_stance'])
    .select(
      sql<Ask[] | null>`(SELECT r.asks FROM post_reviews r WHERE r.post_id = posts.post_id
        ORDER BY r.review_id DESC LIMIT 1)`.as('said_asks'),
    )
    .select(
      sql<
        boolean | null
      >`(SELECT r.content = posts.content FROM post_reviews r WHERE r.post_id = posts.post_id
        ORDER BY r.review_id DESC LIMIT 1)`.as('says_the_same'),
    )
    .where('post_id', '=', postId)
    .where((eb) =>
      eb.or([eb('institution_id', 'is', null), eb('institution_id', '=', institutionId)]),
    )
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_WATCH_POST_UNKNOWN', { post: postId });
  const { said_label: label, said_stance: stance } = row;
  if (label === null || !isUnlawful(label) || stance !== 'offer')
    throw new QorganError('QRG_TAKEDOWN_POST');
  if (row.says_the_same === false) throw new QorganError('QRG_TAKEDOWN_EDITED');
  if (row.url === null) throw new QorganError('QRG_TAKEDOWN_ADDRESS');
  return {
    postId,
    institutionId: row.institution_id,
    campaignId: row.campaign_id,
    foundAt: row.found_at,
    url: row.url,
    label: label as UnlawfulLabel,
    // What a person found it asks counts more than what the machine did.
    asks:
      row.said_asks === null || row.said_asks.length === 0 ? (row.asks as Ask[]) : row.said_asks,
    techniques: row.techniques as Technique[],
  };
}

/** Contacts of a letter, in the order of the text. */
export async function contactsOf(
  { store }: Pick<TakedownDeps, 'store'>,
  trx: Transaction,
  postId: number,
): Promise<{ readonly kind: ContactKind; readonly value: string }[]> {
  const rows = await trx
    .selectFrom('post_contacts')
    .select(['kind', 'sealed'])
    .where('post_id', '=', postId)
    .orderBy('starts')
    .execute();
  return rows.map(({ kind, sealed }) => ({ kind, value: store.vault.open(sealed).toString() }));
}

/** Other posts of the campaign that the institution may know of; null without any. */
export async function campaignFacts(
  trx: Transaction,
  { postId, campaignId, institutionId }: PostToTakeDown,
): Promise<PostFacts['campaign']> {
  if (campaignId === null) return null;
  const row = await trx
    .selectFrom('posts')
    .select([
      sql<number>`(count(*) FILTER (WHERE post_id <> ${postId}))::int`.as('others'),
      sql<number>`min(found_at)`.as('first_at'),
    ])
    .where('campaign_id', '=', campaignId)
    .where((eb) =>
      eb.or([eb('institution_id', 'is', null), eb('institution_id', '=', institutionId)]),
    )
    .executeTakeFirstOrThrow();
  return row.others === 0 ? null : { others: row.others, firstAt: Number(row.first_at) };
}
