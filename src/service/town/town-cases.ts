import { sql } from 'kysely';
import type { Store } from '../../store/store.ts';
import { BANKS_BEGIN } from './town-banks.ts';
import { DESK_BEGINS } from './town-people.ts';

/** A case of a bank of the town that the service opened and nobody has touched. */
export interface TownCase {
  readonly caseId: number;
  readonly number: string;
  readonly bank: string;
  /** A post that names an account of the case, its campaign, and the account by its id in the case; empty where none does. */
  readonly posts: readonly string[];
  readonly campaigns: readonly string[];
  readonly named: readonly string[];
}

interface Row {
  readonly case_id: number;
  readonly number: string;
  readonly bank: string;
  readonly post_id: number | null;
  readonly campaign_id: number | null;
  readonly account_no: number | null;
}

/**
 * The case that is best told, and then one to be left as it is: first a bank with several, so that whoever comes finds both in one
 * queue; of those the one that a post tells of.
 */
export async function townCases({ db }: Pick<Store, 'db'>): Promise<TownCase[]> {
  const { rows } = await sql<Row>`
    SELECT c.case_id, c.number, i.code AS bank, named.post_id, named.campaign_id, named.account_no
    FROM cases c
    JOIN institutions i USING (institution_id)
    LEFT JOIN LATERAL (
      SELECT h.post_id, p.campaign_id, h.account_no
      FROM case_networks k
      CROSS JOIN LATERAL jsonb_array_elements(k.body->'members') m
      JOIN post_hits h ON h.account_no = (m->>'account')::int AND h.institution_id = c.institution_id
      JOIN posts p ON p.post_id = h.post_id
      WHERE k.network_id = c.from_network AND k.institution_id = c.institution_id AND m->>'role' <> 'victim'
      ORDER BY p.at DESC, p.post_id DESC LIMIT 1) named ON true
    WHERE c.opened_by IS NULL AND c.state = 'open' AND c.assignee IS NULL
      AND i.code LIKE ${`${BANKS_BEGIN}%`}
    ORDER BY count(*) OVER (PARTITION BY c.institution_id) > 1 DESC, named.post_id IS NULL, c.case_id
    LIMIT 50`.execute(db);
  const [first, ...others] = rows.map(caseOf);
  if (first === undefined) return [];
  const left = others.find(({ bank }) => bank === first.bank) ?? others[0];
  return left === undefined ? [first] : [first, left];
}

const caseOf = ({ case_id, number, bank, post_id, campaign_id, account_no }: Row): TownCase => ({
  ...{ caseId: case_id, number, bank },
  posts: post_id === null ? [] : [String(post_id)],
  campaigns: campaign_id === null ? [] : [String(campaign_id)],
  named: account_no === null ? [] : [`a${account_no}`],
});

/** Whether people of a bank were there before. */
export const isTold = async ({ db }: Pick<Store, 'db'>): Promise<boolean> =>
  (await db
    .selectFrom('users')
    .select('user_id')
    .where('login', 'like', `${DESK_BEGINS}%`)
    .executeTakeFirst()) !== undefined;
