import { sql } from 'kysely';
import type { CaseRole } from '../../../domain/case/case-file.ts';
import type { Transaction } from '../../../store/store.ts';
import type { CaseItemKind } from '../../../store/tables/cases.ts';
import type { NetworkBody } from '../../live/live-networks.ts';
import type { NetworkRow } from '../../networks/list-networks.ts';
import { networksOfCase } from '../kept-networks.ts';
import type { CaseRow } from './case-row.ts';

/** What an account does in a case, before its transfers are read. */
export interface ReachedAccount {
  readonly role: CaseRole;
  /** Layer of a network; null: none traced it. */
  readonly hops: number | null;
  /** All of its payments of the time belong to the case, not only those with others of the case. */
  readonly isFocus: boolean;
}

/** What belongs to a case, from its items: the beginning of every view of it. */
export interface CaseReach {
  readonly row: CaseRow;
  /** Codes of institutions that the reader may see, by number. */
  readonly codes: ReadonlyMap<number, string>;
  /** By number of the account. */
  readonly accounts: ReadonlyMap<number, ReachedAccount>;
  /** Payments of accounts in focus count from here on, epoch ms. */
  readonly since: number;
  readonly refs: Readonly<Record<CaseItemKind, readonly string[]>>;
  readonly networks: readonly NetworkRow[];
  /** Transfers, by `seq`, of which a person said that the suspicion was right, and that it was not. */
  readonly said: { readonly right: readonly number[]; readonly wrong: readonly number[] };
}

/** Items, and accounts that they name, of one case at most. */
const ITEMS_MOST = 5_000;
const ACCOUNTS_MOST = 2_000;
/** Of one customer. */
const ACCOUNTS_OF_CUSTOMER_MOST = 64;
/** Before the first alert, or the case: as long as the longest window of the engine's features. */
const LOOK_BACK_MS = 60 * 86_400_000;

/** Reads the items of a case, and the accounts that they come to, as far as the reader may see them. */
export async function reachOf(trx: Transaction, row: CaseRow): Promise<CaseReach> {
  const refs = await itemsOf(trx, row.case_id);
  const accounts = new Map<number, ReachedAccount>();
  const networks = await networksOfCase(trx, row.institution_id, refs.network);
  for (const { body } of networks)
    for (const { account, role, layer } of (body as NetworkBody).members)
      reach(accounts, account, {
        role: role === 'none' ? 'unknown' : (role as CaseRole),
        hops: layer,
        isFocus: false,
      });
  const alerts = await alertsOf(trx, refs.alert);
  const focus = [
    ...refs.account.map(Number),
    ...alerts.map(({ account_no }) => account_no),
    ...(await accountsOfCustomers(trx, refs.customer)),
  ];
  for (const account of focus)
    reach(accounts, account, { role: 'unknown', hops: null, isFocus: true });
  const said = await feedbackOf(trx, row.case_id);
  for (const account of said.accounts)
    if (accounts.has(account))
      reach(accounts, account, { role: 'mule', hops: null, isFocus: false });
  const first = Math.min(row.opened_at, ...alerts.map(({ opened_at }) => opened_at));
  return {
    row,
    codes: await codesOf(trx),
    accounts,
    since: first - LOOK_BACK_MS,
    refs,
    networks,
    said,
  };
}

async function codesOf(trx: Transaction): Promise<ReadonlyMap<number, string>> {
  const rows = await trx.selectFrom('institutions').select(['institution_id', 'code']).execute();
  return new Map(rows.map(({ institution_id, code }) => [institution_id, code]));
}

/** Adds an account, or what is said of it here to what was said before: a role that is known stays. */
function reach(accounts: Map<number, ReachedAccount>, account: number, said: ReachedAccount): void {
  const known = accounts.get(account);
  if (known === undefined && accounts.size >= ACCOUNTS_MOST) return;
  accounts.set(account, {
    role: known === undefined || known.role === 'unknown' ? said.role : known.role,
    hops: known?.hops ?? said.hops,
    isFocus: said.isFocus || known?.isFocus === true,
  });
}

async function itemsOf(
  trx: Transaction,
  caseId: number,
): Promise<Record<CaseItemKind, readonly string[]>> {
  const rows = await trx
    .selectFrom('case_items')
    .select(['kind', 'ref'])
    .where('case_id', '=', caseId)
    .where('removed_at', 'is', null)
    .orderBy('item_id')
    .limit(ITEMS_MOST)
    .execute();
  const of = (kind: CaseItemKind) => rows.filter((row) => row.kind === kind).map(({ ref }) => ref);
  return {
    alert: of('alert'),
    network: of('network'),
    account: of('account'),
    customer: of('customer'),
    transfer: of('transfer'),
    post: of('post'),
    campaign: of('campaign'),
    report: of('report'),
    hold: of('hold'),
    takedown: of('takedown'),
    package: of('package'),
    statement: of('statement'),
  };
}

async function alertsOf(trx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ account_no: number; opened_at: number }>`
    SELECT account_no, opened_at FROM alerts WHERE alert_id = ANY (${ids.map(Number)}::bigint[])
    ORDER BY alert_id`.execute(trx);
  return rows;
}

async function accountsOfCustomers(
  trx: Transaction,
  customers: readonly string[],
): Promise<number[]> {
  if (customers.length === 0) return [];
  const { rows } = await sql<{ account_no: number }>`
    SELECT account_no FROM accounts WHERE customer_id = ANY (${customers.map(Number)}::bigint[])
    ORDER BY account_no LIMIT ${customers.length * ACCOUNTS_OF_CUSTOMER_MOST}`.execute(trx);
  return rows.map(({ account_no }) => account_no);
}

/** What people said of accounts and transfers in this case, whether the suspicion was right. */
async function feedbackOf(trx: Transaction, caseId: number) {
  const rows = await trx
    .selectFrom('case_feedback')
    .select(['target', 'ref', 'said'])
    .where('case_id', '=', caseId)
    .where('target', 'in', ['account', 'transfer'])
    .where('replaced_at', 'is', null)
    .limit(ITEMS_MOST)
    .execute();
  const of = (target: string, said: string): number[] =>
    rows.filter((row) => row.target === target && row.said === said).map(({ ref }) => Number(ref));
  return {
    accounts: of('account', 'confirmed'),
    right: of('transfer', 'confirmed'),
    wrong: of('transfer', 'not'),
  };
}
