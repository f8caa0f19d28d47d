import { sql } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Ask, PostLabel, Stance } from '../../../domain/post.ts';
import { isUnlawful } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import type { PostRow, PostView } from '../posts/post-rows.ts';
import { viewOf } from '../posts/post-rows.ts';
import { settlePosts } from '../posts/settle-posts.ts';
import { visiblePost } from '../posts/visible-post.ts';
import { inCampaigns, type Watch } from '../watch.ts';

export interface PostJudgement {
  readonly label: PostLabel;
  readonly stance: Stance;
  readonly asks: readonly Ask[];
  readonly note?: string | undefined;
}

/**
 * A person says what a post is: from now on it counts as that, whatever the machine thinks. Campaigns and marks of accounts
 * follow. `version` is the one the person read. Throws QRG_WATCH_POST_UNKNOWN, QRG_WATCH_POST_CHANGED.
 */
export async function reviewPost(
  watch: Watch,
  by: Principal,
  postId: number,
  version: number,
  judgement: PostJudgement,
): Promise<PostView> {
  const row = await watch.store.read(scopeOf(by), (trx) => visiblePost(trx, postId));
  await inCampaigns(watch, (trx) => write(watch, trx, { by, row, version, judgement }));
  return watch.store.read(scopeOf(by), async (trx) =>
    viewOf(watch.store.vault, await visiblePost(trx, postId)),
  );
}

async function write(
  watch: Watch,
  trx: Transaction,
  {
    by,
    row,
    version,
    judgement: { label, stance, asks, note },
  }: {
    readonly by: Principal;
    readonly row: PostRow;
    readonly version: number;
    readonly judgement: PostJudgement;
  },
): Promise<void> {
  const at = watch.now();
  const { numUpdatedRows } = await trx
    .updateTable('posts')
    .set({ said_label: label, said_stance: stance, said_at: at, version: sql`version + 1` })
    .where('post_id', '=', row.post_id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new QorganError('QRG_WATCH_POST_CHANGED');
  await trx
    .insertInto('post_reviews')
    .values({
      post_id: row.post_id,
      at,
      label,
      stance,
      asks: [...asks],
      read_label: row.label,
      read_score: row.score,
      reader: row.reader,
      content: row.content,
      actor_id: by.id,
      actor: by.name,
      note_sealed: watch.store.vault.seal(note ?? ''),
    })
    .execute();
  await settlePosts(watch, trx, [row.post_id], 'label');
  // Whoever told of it hears that somebody looked.
  await trx
    .updateTable('reports')
    .set({ state: isUnlawful(label) ? 'looked_at' : 'closed' })
    .where('post_id', '=', row.post_id)
    .where('state', 'in', ['received', 'looked_at', 'closed'])
    .execute();
  await watch.audit.appendIn(trx, {
    actor: by,
    action: 'post.review',
    object: `post:${row.post_id}`,
    detail: { label, stance, asks: [...asks], read: row.label, before: row.said_label },
  });
}
