import { sql } from 'kysely';
import type { Transaction } from '../../../store/store.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import type { Watch } from '../watch.ts';
import { latestCaptures, makeCapture, writeCapture } from './captures.ts';
import type { StoredSource } from './stored-source.ts';
import type { PostsToTake } from './take-posts.ts';

/** A post that its page shows no more. */
interface GonePost {
  readonly post_id: number;
}

/**
 * Notices posts that are there no more, and seals what is shown in their place: a message that a channel's page leaves out
 * between two that it shows, a page that answers 404 or 410. What merely scrolled out of sight is not gone. Returns how many.
 */
export async function noticeGone(
  watch: Watch,
  source: StoredSource,
  { posts, fetched, operator }: PostsToTake,
): Promise<number> {
  let gone = 0;
  if (source.kind === 'telegram_channel')
    for (const [place, answer] of fetched.entries()) {
      const shown = posts.filter((post) => post.fetched === place);
      const ids = shown.map(({ externalId }) => externalId);
      gone += await markGone(watch, source, answer, operator, (trx) => missing(trx, source, ids));
    }
  for (const answer of fetched)
    if (answer.status === 404 || answer.status === 410)
      gone += await markGone(watch, source, answer, operator, (trx) =>
        at(trx, source, [answer.url, answer.finalUrl]),
      );
  return gone;
}

/** Marks posts as gone and seals the answer that shows it. */
async function markGone(
  watch: Watch,
  source: StoredSource,
  answer: Fetched,
  operator: string,
  find: (trx: Transaction) => Promise<readonly GonePost[]>,
): Promise<number> {
  const { ids, previous } = await watch.store.write(async (trx) => {
    const found = (await find(trx)).map(({ post_id }) => post_id);
    return { ids: found, previous: await latestCaptures(trx, found) };
  });
  for (const postId of ids) {
    const previousPackage = previous.get(postId);
    // Of what was never sealed nothing has to be shown.
    const capture =
      previousPackage === undefined
        ? undefined
        : await makeCapture(watch, { fetched: answer, cause: 'gone', operator, previousPackage });
    await watch.store.write(async (trx) => {
      await sql`UPDATE posts SET gone_at = ${watch.now()}, version = version + 1 WHERE post_id = ${postId}`.execute(
        trx,
      );
      if (capture) await writeCapture(watch, trx, { postId, sourceId: source.sourceId }, capture);
    });
  }
  return ids.length;
}

/** Messages of a channel are numbered: 'channel/15'. */
const NUMBER = sql`substring(p.external_id FROM '[0-9]{1,15}$')::bigint`;

async function missing(
  trx: Transaction,
  { sourceId }: StoredSource,
  shown: readonly string[],
): Promise<GonePost[]> {
  const numbers = shown.flatMap((id) => {
    const number = /[0-9]{1,15}$/.exec(id)?.[0];
    return number === undefined ? [] : [Number(number)];
  });
  if (numbers.length < 2) return [];
  const { rows } = await sql<GonePost>`
    SELECT p.post_id FROM posts p
    WHERE p.source_id = ${sourceId} AND p.gone_at IS NULL AND NOT p.external_id = ANY (${[...shown]}::text[])
      AND ${NUMBER} BETWEEN ${Math.min(...numbers)} AND ${Math.max(...numbers)}
    ORDER BY p.post_id LIMIT 1000`.execute(trx);
  return rows;
}

async function at(
  trx: Transaction,
  { sourceId }: StoredSource,
  urls: readonly string[],
): Promise<GonePost[]> {
  const { rows } = await sql<GonePost>`
    SELECT post_id FROM posts
    WHERE source_id = ${sourceId} AND gone_at IS NULL AND url = ANY (${[...urls]}::text[])
    ORDER BY post_id LIMIT 1000`.execute(trx);
  return rows;
}
