import { sql } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../store/store.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { type ShownAccount, shownAccount } from '../../accounts/shown-account.ts';
import type { Page } from '../../cursor.ts';
import type { PageWish } from '../../lists/page.ts';
import type { NetworkBody } from '../../live/live-networks.ts';
import { hitsPage, ofAccounts, type PostHitView } from '../join/hits.ts';
import type { Watch } from '../watch.ts';
import { type CampaignView, campaignRows, campaignView } from './campaign-views.ts';

/** A campaign whose posts name members of a network: who recruited them. */
export interface RecruitingCampaign {
  readonly campaign: CampaignView;
  /** Members that its posts name, of those the reader may know of. */
  readonly accounts: readonly ShownAccount[];
  readonly posts: readonly number[];
}

type Parts = Pick<Watch, 'store' | 'live'>;

const CAMPAIGNS_MOST = 50;
const EACH_MOST = 200;

/** Campaigns that recruited people of a network, the latest first. Throws QRG_NETWORK_UNKNOWN. */
export function campaignsOfNetwork(
  { store, live }: Parts,
  by: Principal,
  networkId: string,
): Promise<RecruitingCampaign[]> {
  return store.read(scopeOf(by), async (trx) => {
    const named = await namedMembers(trx, await membersOf(trx, networkId));
    const ids = [...new Set(named.map(({ campaign_id }) => campaign_id))];
    const rows = await campaignRows(
      trx,
      sql`c.campaign_id = ANY (${ids}::bigint[])`,
      CAMPAIGNS_MOST,
    );
    return rows.map((row) => {
      const own = named.filter(({ campaign_id }) => campaign_id === row.campaign_id);
      const accounts = [...new Set(own.map(({ account_no }) => account_no))].slice(0, EACH_MOST);
      return {
        campaign: campaignView(row),
        accounts: accounts.map((account) => shownAccount(live, account)),
        posts: [...new Set(own.map(({ post_id }) => post_id))].slice(0, EACH_MOST),
      };
    });
  });
}

/** Posts that carry identifiers of a network's members. Throws QRG_NETWORK_UNKNOWN, QRG_HTTP_CURSOR. */
export function postsOfNetwork(
  parts: Parts,
  by: Principal,
  networkId: string,
  wish: PageWish,
): Promise<Page<PostHitView>> {
  return parts.store.read(scopeOf(by), async (trx) =>
    hitsPage(parts, trx, ofAccounts(await membersOf(trx, networkId)), wish),
  );
}

async function membersOf(trx: Transaction, networkId: string): Promise<number[]> {
  const row = await trx
    .selectFrom('networks')
    .select('body')
    .where('network_id', '=', networkId)
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_NETWORK_UNKNOWN', { network: networkId });
  return (row.body as NetworkBody).members.map(({ account }) => account);
}

interface NamedMember {
  readonly campaign_id: number;
  readonly post_id: number;
  readonly account_no: number;
}

/** Row-level security leaves the hits of the reader's own institution. */
async function namedMembers(trx: Transaction, accounts: readonly number[]): Promise<NamedMember[]> {
  const members = sql`${[...accounts]}::int[]`;
  const { rows } = await sql<NamedMember>`
    SELECT p.campaign_id, p.post_id, a.account_no
    FROM post_hits h JOIN posts p ON p.post_id = h.post_id
    CROSS JOIN LATERAL (
      SELECT h.account_no WHERE h.account_no = ANY (${members})
      UNION SELECT o.account_no FROM accounts o
        WHERE o.customer_id = h.customer_id AND o.account_no = ANY (${members})) a
    WHERE p.campaign_id IS NOT NULL AND h.state <> 'dismissed'
    ORDER BY p.post_id DESC, a.account_no`.execute(trx);
  return rows;
}
