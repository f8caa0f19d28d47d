import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Ask } from '../../domain/post.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { visiblePost } from '../watch/posts/visible-post.ts';
import { reviewPost } from '../watch/review/review-post.ts';
import type { Watch } from '../watch/watch.ts';

/**
 * A post that a person confirms in a case is what the reader of posts took it for: that becomes a row to learn from, unless
 * somebody has said already what it is. A post that is not confirmed becomes none: what it is instead, nobody said.
 */
export async function confirmPost(watch: Watch, by: Principal, postId: number): Promise<void> {
  const row = await watch.store.read(scopeOf(by), (trx) => visiblePost(trx, postId));
  if (row.said_label !== null) return;
  const { label, stance } = row;
  try {
    await reviewPost(watch, by, postId, row.version, { label, stance, asks: row.asks as Ask[] });
  } catch (error) {
    // Somebody said it, or it was edited, a moment ago: theirs stands.
    if (!(error instanceof QorganError) || error.problem.code !== 'QRG_WATCH_POST_CHANGED')
      throw error;
  }
}
