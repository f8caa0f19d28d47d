import { sql } from 'kysely';
import type { Ask, PostLabel, Stance } from '../../../domain/post.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import type { Page } from '../../cursor.ts';
import { NumberedPages, type PageWish } from '../../lists/page.ts';
import { visiblePost } from '../posts/visible-post.ts';
import type { Watch } from '../watch.ts';

/** What a person said of a post, and what the machine had said. */
export interface ReviewView {
  readonly reviewId: number;
  readonly postId: number;
  readonly at: number;
  readonly label: PostLabel;
  readonly stance: Stance;
  readonly asks: readonly Ask[];
  readonly note: string | null;
  readonly by: string;
  readonly read: {
    readonly label: PostLabel;
    readonly score: number;
    readonly reader: string;
  };
  /** The post still says what that person read. */
  readonly sameText: boolean;
}

interface ReviewRow {
  readonly review_id: number;
  readonly at: number;
  readonly label: PostLabel;
  readonly stance: Stance;
  readonly asks: Ask[];
  readonly read_label: PostLabel;
  readonly read_score: number;
  readonly reader: string;
  readonly content: Buffer;
  readonly actor: string;
  readonly note_sealed: Buffer;
}

const REVIEWS = new NumberedPages('post-reviews', Number.MAX_SAFE_INTEGER);

/** Latest first. Throws QRG_WATCH_POST_UNKNOWN, QRG_HTTP_CURSOR. */
export function listReviews(
  { store }: Pick<Watch, 'store'>,
  by: Principal,
  postId: number,
  wish: PageWish,
): Promise<Page<ReviewView>> {
  return store.read(scopeOf(by), async (trx) => {
    const { content } = await visiblePost(trx, postId);
    const { rows } = await sql<ReviewRow>`
      SELECT review_id, at, label, stance, asks, read_label, read_score::float8 AS read_score, reader, content, actor,
        note_sealed
      FROM post_reviews WHERE post_id = ${postId} AND review_id < ${REVIEWS.after(wish)}
      ORDER BY review_id DESC LIMIT ${wish.limit + 1}`.execute(trx);
    return REVIEWS.of(
      rows,
      wish,
      ({ review_id }) => review_id,
      (row) => ({
        reviewId: row.review_id,
        postId,
        at: row.at,
        label: row.label,
        stance: row.stance,
        asks: row.asks,
        note: store.vault.open(row.note_sealed).toString() || null,
        by: row.actor,
        read: { label: row.read_label, score: row.read_score, reader: row.reader },
        sameText: row.content.equals(content),
      }),
    );
  });
}
