import { type RawBuilder, sql } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { ContactKind, PostLabel, Stance } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import type { HitState } from '../../../store/tables/lists.ts';
import { cut } from '../../../watch/sources/source-post.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { type ShownAccount, shownAccount } from '../../accounts/shown-account.ts';
import { mustBeVisible } from '../../accounts/visible.ts';
import type { Page } from '../../cursor.ts';
import { NumberedPages, type PageWish } from '../../lists/page.ts';
import { LABEL, STANCE } from '../posts/counted.ts';
import { maskedTextOf, openPost } from '../posts/kept-post.ts';
import { shownContact } from '../posts/mask-contacts.ts';
import { EXCERPT_MOST } from '../posts/post-rows.ts';
import type { Watch } from '../watch.ts';
import { COUNTS } from './marks.ts';

/** A post that names an account or a customer: a task for a person of its institution. */
export interface PostHitView {
  readonly hitId: number;
  readonly institutionId: number;
  /** One of the two. */
  readonly customerId: number | null;
  readonly account: ShownAccount | null;
  readonly via: ContactKind;
  readonly shown: string;
  readonly post: {
    readonly postId: number;
    readonly at: number;
    readonly url: string | null;
    readonly text: string;
    readonly label: PostLabel;
    readonly stance: Stance;
    readonly score: number;
    readonly reviewed: boolean;
    readonly campaignId: number | null;
    readonly sourceName: string;
    readonly goneAt: number | null;
  };
  /** Accounts are marked for it. */
  readonly counts: boolean;
  readonly foundAt: number;
  readonly state: HitState;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  /** For If-Match. */
  readonly version: number;
}

export interface PostHitFilter {
  readonly state?: HitState | undefined;
  readonly post?: number | undefined;
  readonly campaign?: number | undefined;
  readonly customer?: number | undefined;
  readonly account?: number | undefined;
}

type Parts = Pick<Watch, 'store' | 'live'>;

const HITS = new NumberedPages('post-hits', Number.MAX_SAFE_INTEGER);

/** Hits of the reader's institution, the latest first. Throws QRG_HTTP_CURSOR. */
export function findPostHits(
  parts: Parts,
  by: Principal,
  filter: PostHitFilter,
  wish: PageWish,
): Promise<Page<PostHitView>> {
  const where: RawBuilder<unknown>[] = [sql`true`];
  const { state, post, campaign, customer, account } = filter;
  if (state !== undefined) where.push(sql`h.state = ${state}`);
  if (post !== undefined) where.push(sql`h.post_id = ${post}`);
  if (campaign !== undefined) where.push(sql`p.campaign_id = ${campaign}`);
  if (customer !== undefined) where.push(sql`h.customer_id = ${customer}`);
  if (account !== undefined) where.push(sql`h.account_no = ${account}`);
  return parts.store.read(scopeOf(by), (trx) =>
    hitsPage(parts, trx, sql.join(where, sql` AND `), wish),
  );
}

/** Posts that name an account or its owner. Throws QRG_ACCOUNT_UNKNOWN, QRG_HTTP_CURSOR. */
export function postsOfAccount(
  parts: Parts,
  by: Principal,
  account: number,
  wish: PageWish,
): Promise<Page<PostHitView>> {
  return parts.store.read(scopeOf(by), async (trx) => {
    await mustBeVisible(trx, account);
    return hitsPage(parts, trx, ofAccounts([account]), wish);
  });
}

/** Hits of accounts and of their owners. */
export const ofAccounts = (accounts: readonly number[]): RawBuilder<unknown> =>
  sql`(h.account_no = ANY (${[...accounts]}::int[])
    OR h.customer_id IN (SELECT customer_id FROM accounts WHERE account_no = ANY (${[...accounts]}::int[])))`;

export async function hitsPage(
  parts: Parts,
  trx: Transaction,
  where: RawBuilder<unknown>,
  wish: PageWish,
): Promise<Page<PostHitView>> {
  const rows = await hitRows(
    trx,
    sql`${where} AND h.hit_id < ${HITS.after(wish)}::bigint`,
    wish.limit + 1,
  );
  return HITS.of(
    rows,
    wish,
    ({ hit_id }) => hit_id,
    (row) => viewOf(parts, row),
  );
}

export interface PostHitDecision {
  readonly state: Exclude<HitState, 'open'>;
  readonly reason: string;
}

/**
 * A person says whether a post means that account or customer. `version` is the one the person saw. Throws
 * QRG_WATCH_HIT_UNKNOWN, QRG_WATCH_HIT_CHANGED.
 */
export async function decidePostHit(
  watch: Watch,
  by: Principal,
  hitId: number,
  version: number,
  { state, reason }: PostHitDecision,
): Promise<PostHitView> {
  const row = await watch.store.write(async (trx) => {
    const decided = await trx
      .updateTable('post_hits')
      .set((eb) => ({
        state,
        reason,
        decided_by: by.name,
        decided_by_id: by.id,
        decided_at: watch.now(),
        version: eb('version', '+', 1),
      }))
      .where('hit_id', '=', hitId)
      .where('institution_id', '=', by.institutionId)
      .where('version', '=', version)
      .returning('hit_id')
      .executeTakeFirst();
    if (decided === undefined) throw await refusal(trx, by, hitId);
    const [found] = await hitRows(trx, sql`h.hit_id = ${hitId}`, 1);
    await watch.audit.appendIn(trx, {
      actor: by,
      action: state === 'confirmed' ? 'post-hit.confirm' : 'post-hit.dismiss',
      object: `post-hit:${hitId}`,
      reason,
      detail: { post: found.post_id, via: found.kind },
    });
    return found;
  });
  watch.running.marksDue = true;
  return viewOf(watch, row);
}

/** Whether the hit is not there for this person, or is another than the one that was seen. */
async function refusal(trx: Transaction, by: Principal, hitId: number): Promise<QorganError> {
  const known = await trx
    .selectFrom('post_hits')
    .select('hit_id')
    .where('hit_id', '=', hitId)
    .where('institution_id', '=', by.institutionId)
    .executeTakeFirst();
  return known === undefined
    ? new QorganError('QRG_WATCH_HIT_UNKNOWN', { hit: hitId })
    : new QorganError('QRG_WATCH_HIT_CHANGED');
}

interface HitRow {
  readonly hit_id: number;
  readonly institution_id: number;
  readonly post_id: number;
  readonly account_no: number | null;
  readonly customer_id: number | null;
  readonly kind: ContactKind;
  readonly contact: Buffer | null;
  readonly found_at: number;
  readonly state: HitState;
  readonly reason: string | null;
  readonly decided_by: string | null;
  readonly decided_at: number | null;
  readonly version: number;
  readonly counts: boolean;
  readonly at: number;
  readonly url: string | null;
  readonly sealed: Buffer;
  readonly label: PostLabel;
  readonly stance: Stance;
  readonly score: number;
  readonly reviewed: boolean;
  readonly campaign_id: number | null;
  readonly source_name: string;
  readonly gone_at: number | null;
}

async function hitRows(
  trx: Transaction,
  where: RawBuilder<unknown>,
  most: number,
): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    SELECT h.hit_id, h.institution_id, h.post_id, h.account_no, h.customer_id, h.kind, h.found_at, h.state, h.reason,
      h.decided_by, h.decided_at, h.version, ${COUNTS} AS counts,
      (SELECT c.sealed FROM post_contacts c WHERE c.post_id = h.post_id AND c.hash = h.hash LIMIT 1) AS contact,
      p.at, p.url, p.sealed, ${LABEL} AS label, ${STANCE} AS stance, p.score::float8 AS score,
      p.said_at IS NOT NULL AS reviewed, p.campaign_id, s.name AS source_name, p.gone_at
    FROM post_hits h JOIN posts p ON p.post_id = h.post_id JOIN watch_sources s ON s.source_id = p.source_id
    WHERE ${where} ORDER BY h.hit_id DESC LIMIT ${most}`.execute(trx);
  return rows;
}

function viewOf({ store: { vault }, live }: Parts, row: HitRow): PostHitView {
  const contact = row.contact === null ? '' : vault.open(row.contact).toString();
  return {
    hitId: row.hit_id,
    institutionId: row.institution_id,
    customerId: row.customer_id,
    account: row.account_no === null ? null : shownAccount(live, row.account_no),
    via: row.kind,
    shown: shownContact(row.kind, contact),
    post: {
      postId: row.post_id,
      at: row.at,
      url: row.url,
      text: cut(maskedTextOf(openPost(vault, row.sealed)), EXCERPT_MOST),
      label: row.label,
      stance: row.stance,
      score: row.score,
      reviewed: row.reviewed,
      campaignId: row.campaign_id,
      sourceName: row.source_name,
      goneAt: row.gone_at,
    },
    counts: row.counts,
    foundAt: row.found_at,
    state: row.state,
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    version: row.version,
  };
}
