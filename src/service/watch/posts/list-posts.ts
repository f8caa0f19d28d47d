import { type RawBuilder, sql } from 'kysely';
import type { PostLabel, PostLanguage, Stance } from '../../../domain/post.ts';
import type { Scope, Store, Transaction } from '../../../store/store.ts';
import { cursorText, type Page, parseCursor } from '../../cursor.ts';
import { orThrow } from '../../or-throw.ts';
import { LABEL, STANCE } from './counted.ts';
import { maskedTextOf, openPost } from './kept-post.ts';
import { type PostRow, type PostView, postRows, viewOf } from './post-rows.ts';

export interface PostsAsk {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: 'unreviewed' | 'reviewed' | undefined;
  readonly order: 'score' | 'found';
  readonly label?: PostLabel | undefined;
  readonly stance?: Stance | undefined;
  readonly lang?: PostLanguage | undefined;
  readonly source?: number | undefined;
  readonly campaign?: number | undefined;
  readonly hits?: boolean | undefined;
  readonly gone?: boolean | undefined;
  /** Told by citizens, or not. */
  readonly reports?: boolean | undefined;
  /** Words that the text holds, in any case; contacts are hidden from the search, too. */
  readonly text?: string | undefined;
}

/** Posts that are opened for one search of words. */
const OPENED_MOST = 2_000;
const OPENED_PAGE = 200;

/** Posts that the reader may see. Throws QRG_HTTP_CURSOR. */
export function listPosts(store: Store, scope: Scope, ask: PostsAsk): Promise<Page<PostView>> {
  const words = ask.text?.toLowerCase();
  const holds = (row: PostRow): boolean =>
    words === undefined ||
    maskedTextOf(openPost(store.vault, row.sealed)).toLowerCase().includes(words);
  return store.read(scope, async (trx) => {
    const found: PostRow[] = [];
    let place = ask.cursor;
    for (let opened = 0; ; ) {
      const most = words === undefined ? ask.limit + 1 : OPENED_PAGE;
      const rows = await pageOf(trx, ask, place, most);
      found.push(...rows.filter(holds));
      if (found.length > ask.limit) {
        const shown = found.slice(0, ask.limit);
        return page(store, shown, placeAfter(ask, shown[shown.length - 1]));
      }
      if (rows.length < most) return page(store, found, null);
      opened += rows.length;
      place = placeAfter(ask, rows[rows.length - 1]);
      if (opened >= OPENED_MOST) return page(store, found, place);
    }
  });
}

const page = (store: Store, rows: readonly PostRow[], next: string | null): Page<PostView> => ({
  items: rows.map((row) => viewOf(store.vault, row)),
  next,
});

const LIST = { score: 'posts-score', found: 'posts-found' };

const placeAfter = ({ order }: PostsAsk, row: PostRow): string =>
  cursorText(LIST[order], [order === 'score' ? row.score : row.found_at, row.post_id]);

function pageOf(
  trx: Transaction,
  ask: PostsAsk,
  cursor: string | undefined,
  most: number,
): Promise<PostRow[]> {
  const where = conditions(ask);
  if (cursor !== undefined) where.push(after(ask.order, cursor));
  const order =
    ask.order === 'score'
      ? sql`p.score DESC, p.post_id DESC`
      : sql`p.found_at DESC, p.post_id DESC`;
  return postRows(trx, sql.join(where, sql` AND `), order, most);
}

function after(order: PostsAsk['order'], cursor: string): RawBuilder<unknown> {
  if (order === 'found') {
    const [at, postId] = orThrow(parseCursor(LIST.found, cursor, ['number', 'number']));
    return sql`(p.found_at, p.post_id) < (${at}::bigint, ${postId}::bigint)`;
  }
  const [score, postId] = orThrow(parseCursor(LIST.score, cursor, ['share', 'number']));
  return sql`(p.score, p.post_id) < (${score}::real, ${postId}::bigint)`;
}

function conditions(ask: PostsAsk): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [sql`true`];
  if (ask.state === 'unreviewed') where.push(sql`p.said_at IS NULL`);
  if (ask.state === 'reviewed') where.push(sql`p.said_at IS NOT NULL`);
  if (ask.label !== undefined) where.push(sql`${LABEL} = ${ask.label}`);
  if (ask.stance !== undefined) where.push(sql`${STANCE} = ${ask.stance}`);
  if (ask.lang !== undefined) where.push(sql`p.lang = ${ask.lang}`);
  if (ask.source !== undefined) where.push(sql`p.source_id = ${ask.source}`);
  if (ask.campaign !== undefined) where.push(sql`p.campaign_id = ${ask.campaign}`);
  if (ask.hits !== undefined) {
    const named = sql`EXISTS (SELECT FROM post_hits h WHERE h.post_id = p.post_id)`;
    where.push(ask.hits ? named : sql`NOT ${named}`);
  }
  if (ask.gone !== undefined)
    where.push(ask.gone ? sql`p.gone_at IS NOT NULL` : sql`p.gone_at IS NULL`);
  if (ask.reports !== undefined)
    where.push(ask.reports ? sql`s.kind = 'reports'` : sql`s.kind <> 'reports'`);
  return where;
}
