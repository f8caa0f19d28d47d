import { sql } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { LOCAL_OFFSET_MS } from '../../../domain/local-day.ts';
import type { ContactKind } from '../../../domain/post.ts';
import type { Scope, Transaction } from '../../../store/store.ts';
import type { HitState } from '../../../store/tables/lists.ts';
import type { Vault } from '../../../store/vault.ts';
import type { EdgeReason } from '../../../watch/cluster/edge.ts';
import { type ShownAccount, shownAccount } from '../../accounts/shown-account.ts';
import { shownContact } from '../posts/mask-contacts.ts';
import type { Watch } from '../watch.ts';
import { type CampaignView, campaignRows, campaignView } from './campaign-views.ts';

export interface CampaignDetailView extends CampaignView {
  readonly days: readonly { readonly day: string; readonly posts: number }[];
  readonly contacts: readonly {
    readonly contactId: number;
    readonly kind: ContactKind;
    readonly shown: string;
    readonly posts: number;
    readonly elsewhere: number;
    readonly stopped: boolean;
  }[];
  readonly edges: readonly {
    readonly a: number;
    readonly b: number;
    readonly reasons: readonly ShownReason[];
  }[];
  readonly moreEdges: number;
  readonly reposts: readonly {
    readonly postId: number;
    readonly repostOf: number;
    readonly at: number;
    readonly sourceName: string;
  }[];
  readonly accounts: readonly {
    readonly account: ShownAccount | null;
    readonly customerId: number | null;
    readonly via: ContactKind;
    readonly posts: number;
    readonly state: HitState;
  }[];
  readonly networks: readonly {
    readonly networkId: string;
    readonly certainty: number;
    readonly accounts: number;
  }[];
}

interface ShownReason {
  readonly kind: EdgeReason['kind'];
  readonly contact: { readonly kind: ContactKind; readonly shown: string } | null;
  readonly likeness: number | null;
}

type Parts = Pick<Watch, 'store' | 'live'>;

/** One campaign, or the one it became part of. Throws QRG_WATCH_CAMPAIGN_UNKNOWN. */
export function showCampaign(
  parts: Parts,
  scope: Scope,
  campaignId: number,
): Promise<CampaignDetailView> {
  const { store, live } = parts;
  return store.read(scope, async (trx) => {
    const [row] = await campaignRows(
      trx,
      sql`c.campaign_id = coalesce((SELECT merged_into FROM campaigns WHERE campaign_id = ${campaignId}), ${campaignId})`,
      1,
    );
    if (row === undefined)
      throw new QorganError('QRG_WATCH_CAMPAIGN_UNKNOWN', { campaign: campaignId });
    const id = row.campaign_id;
    const { edges, more } = await edgesOf(trx, store.vault, id);
    return {
      ...campaignView(row),
      days: await daysOf(trx, id),
      contacts: await contactsOf(trx, store.vault, id),
      edges,
      moreEdges: more,
      reposts: await repostsOf(trx, id),
      accounts: (await accountsOf(trx, id)).map(
        ({ account_no, customer_id, kind, posts, state }) => ({
          account: account_no === null ? null : shownAccount(live, account_no),
          customerId: customer_id,
          via: kind,
          posts,
          state,
        }),
      ),
      networks: await networksOf(trx, id),
    };
  });
}

const DAYS_MOST = 1_000;

async function daysOf(trx: Transaction, campaignId: number) {
  const { rows } = await sql<{ day: string; posts: number }>`
    SELECT to_char(to_timestamp((at + ${LOCAL_OFFSET_MS}) / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS posts
    FROM posts WHERE campaign_id = ${campaignId} GROUP BY 1 ORDER BY 1 DESC LIMIT ${DAYS_MOST}`.execute(
    trx,
  );
  return rows.reverse();
}

const CONTACTS_MOST = 200;

async function contactsOf(trx: Transaction, vault: Vault, campaignId: number) {
  const { rows } = await sql<{
    contact_id: number;
    kind: ContactKind;
    sealed: Buffer;
    posts: number;
    elsewhere: number;
    stopped: boolean;
  }>`
    SELECT n.contact_id, n.kind, k.sealed, n.posts,
      (SELECT count(DISTINCT o.post_id)::int FROM post_contacts o JOIN posts p ON p.post_id = o.post_id
        WHERE o.hash = n.hash AND p.campaign_id IS DISTINCT FROM ${campaignId}) AS elsewhere,
      EXISTS (SELECT FROM stop_contacts t WHERE t.hash = n.hash) AS stopped
    FROM (
      SELECT c.hash, min(c.kind) AS kind, min(c.contact_id) AS contact_id, count(DISTINCT c.post_id)::int AS posts
      FROM post_contacts c JOIN posts p ON p.post_id = c.post_id WHERE p.campaign_id = ${campaignId}
      GROUP BY c.hash ORDER BY posts DESC, contact_id LIMIT ${CONTACTS_MOST}) n
    JOIN post_contacts k ON k.contact_id = n.contact_id
    ORDER BY n.posts DESC, n.contact_id`.execute(trx);
  return rows.map(({ contact_id, kind, sealed, ...row }) => ({
    ...row,
    contactId: contact_id,
    kind,
    shown: shownContact(kind, vault.open(sealed).toString()),
  }));
}

const EDGES_MOST = 1_000;
const REASONS_MOST = 32;

async function edgesOf(trx: Transaction, vault: Vault, campaignId: number) {
  const { rows } = await sql<{
    post_a: number;
    post_b: number;
    reasons: EdgeReason[];
    all: number;
  }>`
    SELECT e.post_a, e.post_b, e.reasons, (count(*) OVER ())::int AS all
    FROM campaign_edges e JOIN posts a ON a.post_id = e.post_a JOIN posts b ON b.post_id = e.post_b
    WHERE a.campaign_id = ${campaignId} AND b.campaign_id = ${campaignId}
    ORDER BY e.post_a, e.post_b LIMIT ${EDGES_MOST}`.execute(trx);
  const shown = await shownKeys(
    trx,
    vault,
    rows.flatMap(({ reasons }) => reasons),
  );
  return {
    edges: rows.map(({ post_a, post_b, reasons }) => ({
      a: post_a,
      b: post_b,
      reasons: reasons.slice(0, REASONS_MOST).map((reason) => ({
        kind: reason.kind,
        contact: reason.kind === 'contact' ? (shown.get(hashOf(reason.contact)) ?? null) : null,
        likeness: reason.kind === 'contact' ? null : reason.likeness,
      })),
    })),
    more: Math.max(0, (rows[0]?.all ?? 0) - rows.length),
  };
}

/** 'phone:3f…' */
const hashOf = (key: string): string => key.slice(key.indexOf(':') + 1);

async function shownKeys(trx: Transaction, vault: Vault, reasons: readonly EdgeReason[]) {
  const keys = reasons.flatMap((reason) => (reason.kind === 'contact' ? [reason.contact] : []));
  const hashes = [...new Set(keys.map(hashOf))].map((hex) => Buffer.from(hex, 'hex'));
  const { rows } = await sql<{ hash: Buffer; kind: ContactKind; sealed: Buffer }>`
    SELECT DISTINCT ON (hash) hash, kind, sealed FROM post_contacts
    WHERE hash = ANY (${hashes}::bytea[]) ORDER BY hash, contact_id`.execute(trx);
  return new Map(
    rows.map(({ hash, kind, sealed }) => [
      hash.toString('hex'),
      { kind, shown: shownContact(kind, vault.open(sealed).toString()) },
    ]),
  );
}

const REPOSTS_MOST = 200;

async function repostsOf(trx: Transaction, campaignId: number) {
  const { rows } = await sql<{ postId: number; repostOf: number; at: number; sourceName: string }>`
    SELECT p.post_id AS "postId", p.repost_of AS "repostOf", p.at, s.name AS "sourceName"
    FROM posts p JOIN watch_sources s ON s.source_id = p.source_id
    WHERE p.campaign_id = ${campaignId} AND p.repost_of IS NOT NULL
    ORDER BY p.at DESC, p.post_id DESC LIMIT ${REPOSTS_MOST}`.execute(trx);
  return rows;
}

const ACCOUNTS_MOST = 200;

async function accountsOf(trx: Transaction, campaignId: number) {
  const { rows } = await sql<{
    account_no: number | null;
    customer_id: number | null;
    kind: ContactKind;
    posts: number;
    state: HitState;
  }>`
    SELECT h.account_no, h.customer_id, h.kind, count(*)::int AS posts,
      CASE WHEN bool_or(h.state = 'confirmed') THEN 'confirmed' WHEN bool_or(h.state = 'open') THEN 'open'
        ELSE 'dismissed' END AS state
    FROM post_hits h JOIN posts p ON p.post_id = h.post_id WHERE p.campaign_id = ${campaignId}
    GROUP BY h.account_no, h.customer_id, h.kind
    ORDER BY posts DESC, h.account_no, h.customer_id LIMIT ${ACCOUNTS_MOST}`.execute(trx);
  return rows;
}

const NETWORKS_MOST = 50;

/** Networks of the reader with members that posts of the campaign name, or whose owners they name. */
async function networksOf(trx: Transaction, campaignId: number) {
  const { rows } = await sql<{ networkId: string; certainty: number; accounts: number }>`
    WITH named AS (
      SELECT h.account_no FROM post_hits h JOIN posts p ON p.post_id = h.post_id
      WHERE p.campaign_id = ${campaignId} AND h.account_no IS NOT NULL AND h.state <> 'dismissed'
      UNION
      SELECT a.account_no FROM post_hits h JOIN posts p ON p.post_id = h.post_id
      JOIN accounts a ON a.customer_id = h.customer_id
      WHERE p.campaign_id = ${campaignId} AND h.state <> 'dismissed')
    SELECT n.network_id AS "networkId", n.certainty::float8 / 100 AS certainty, count(*)::int AS accounts
    FROM networks n CROSS JOIN LATERAL jsonb_array_elements(n.body->'members') m
    JOIN named ON named.account_no = (m->>'account')::int
    GROUP BY n.network_id, n.certainty, n.rank ORDER BY n.rank LIMIT ${NETWORKS_MOST}`.execute(trx);
  return rows;
}
