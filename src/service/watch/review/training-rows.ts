import { sql } from 'kysely';
import type { Ask, PostLabel, PostLanguage, Stance } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { maskedTextOf, openPost } from '../posts/kept-post.ts';
import type { Watch } from '../watch.ts';

/** A labelled post as data/lexicon/rows holds rows to learn from. */
export interface ReviewedRow {
  readonly id: string;
  readonly text: string;
  readonly lang: PostLanguage;
  readonly label: PostLabel;
  readonly stance: Stance;
  readonly asks: readonly Ask[];
  readonly group: string;
  readonly kind: 'reviewed';
  readonly history: readonly {
    readonly at: number;
    readonly label: PostLabel;
    readonly stance: Stance;
    readonly by: string;
  }[];
}

const PAGE_ROWS = 200;
const HISTORY_MOST = 1_000;

/**
 * Every post that a person has labelled and that still says what that person read, as lines of JSON, contacts hidden. That
 * they leave the house is written down before the first of them.
 */
export async function* trainingRows(
  { store, audit }: Pick<Watch, 'store' | 'audit'>,
  by: Principal,
): AsyncGenerator<string> {
  await audit.append({ actor: by, action: 'post-reviews.export', object: 'post-reviews:all' });
  for (let after = 0; ; ) {
    const rows = await store.read(scopeOf(by), (trx) => pageAfter(trx, after));
    if (rows.length > 0)
      yield rows
        .map((row) => `${JSON.stringify(rowOf(row, openPost(store.vault, row.sealed)))}\n`)
        .join('');
    if (rows.length < PAGE_ROWS) return;
    after = rows[rows.length - 1].post_id;
  }
}

interface LabelledRow {
  readonly post_id: number;
  readonly source_id: number;
  readonly campaign_id: number | null;
  readonly sealed: Buffer;
  readonly lang: PostLanguage;
  readonly label: PostLabel;
  readonly stance: Stance;
  readonly asks: Ask[];
  readonly history: readonly (readonly [number, PostLabel, Stance, number])[];
}

async function pageAfter(trx: Transaction, after: number): Promise<LabelledRow[]> {
  const { rows } = await sql<LabelledRow>`
    SELECT p.post_id, p.source_id, p.campaign_id, p.sealed, p.lang, r.label, r.stance, r.asks,
      (SELECT jsonb_agg(jsonb_build_array(h.at, h.label, h.stance, h.actor_id) ORDER BY h.review_id)
        FROM (SELECT * FROM post_reviews WHERE post_id = p.post_id ORDER BY review_id DESC LIMIT ${HISTORY_MOST}) h)
        AS history
    FROM posts p
    CROSS JOIN LATERAL (SELECT * FROM post_reviews WHERE post_id = p.post_id ORDER BY review_id DESC LIMIT 1) r
    WHERE p.post_id > ${after} AND r.content = p.content
    ORDER BY p.post_id LIMIT ${PAGE_ROWS}`.execute(trx);
  return rows;
}

const rowOf = (row: LabelledRow, kept: ReturnType<typeof openPost>): ReviewedRow => ({
  id: `post-${row.post_id}`,
  text: maskedTextOf(kept),
  lang: row.lang,
  label: row.label,
  stance: row.stance,
  asks: row.asks,
  group: row.campaign_id === null ? `source-${row.source_id}` : `campaign-${row.campaign_id}`,
  kind: 'reviewed',
  history: row.history.map(([at, label, stance, actor]) => ({
    at,
    label,
    stance,
    by: `person-${actor}`,
  })),
});
