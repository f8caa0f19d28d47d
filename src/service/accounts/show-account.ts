import { sql } from 'kysely';
import type { Store, Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { Audit } from '../audit/audit.ts';
import { networksOf } from '../networks/networks-of.ts';
import { customerOf } from './customer-of.ts';
import type { AccountNames } from './shown-account.ts';
import { mustBeVisible } from './visible.ts';

/** One account in full, as far as its reader may see its transfers. */
export interface AccountView {
  readonly ref: number;
  /** In full. */
  readonly name: string;
  readonly customerId: number | null;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly inMinor: number;
  readonly outMinor: number;
  readonly transfers: number;
  /** False when only the latest transfers were counted. */
  readonly complete: boolean;
  readonly scoreMost: number;
  readonly openAlertId: number | null;
  readonly networks: readonly string[];
}

/** What a number keeps exactly: a larger sum is told as this. */
const MINOR_MOST = Number.MAX_SAFE_INTEGER;
/** Transfers of one end that are counted; shops have millions. */
const COUNTED_MOST = 10_000;

export interface AccountParts {
  readonly store: Store;
  readonly audit: Audit;
  readonly names: AccountNames;
}

/** Shows an account with its whole name; the look is written down first. Throws QRG_ACCOUNT_UNKNOWN. */
export async function showAccount(
  { store, audit, names }: AccountParts,
  principal: Principal,
  account: number,
): Promise<AccountView> {
  const view = await store.read(scopeOf(principal), async (trx) => {
    await mustBeVisible(trx, account);
    const [out, into] = [await ends(trx, 'payer', account), await ends(trx, 'payee', account)];
    return {
      ref: account,
      customerId: await customerOf(trx, account),
      firstAt: least(out.first_at, into.first_at),
      lastAt: most(out.last_at, into.last_at),
      inMinor: into.minor,
      outMinor: out.minor,
      transfers: out.count + into.count,
      complete: Math.max(out.count, into.count) < COUNTED_MOST,
      scoreMost: Math.max(out.score, into.score),
      openAlertId: await openAlertOf(trx, account),
      networks: await networksOf(trx, account),
    };
  });
  await audit.append({ actor: principal, action: 'account.look', object: `account:${account}` });
  return { ...view, name: names.accountName(account) ?? '' };
}

interface Ends {
  readonly count: number;
  readonly minor: number;
  readonly first_at: number | null;
  readonly last_at: number | null;
  readonly score: number;
}

async function ends(trx: Transaction, column: 'payer' | 'payee', account: number): Promise<Ends> {
  const { rows } = await sql<Ends>`
    SELECT count(*)::int AS count, coalesce(least(sum(amount_minor), ${MINOR_MOST}), 0)::bigint AS minor,
      min(at) AS first_at, max(at) AS last_at, coalesce(max(score), 0)::real AS score
    FROM (SELECT amount_minor, at, score FROM transfers WHERE ${sql.ref(column)} = ${account}
      ORDER BY at DESC LIMIT ${COUNTED_MOST}) latest`.execute(trx);
  return rows[0];
}

async function openAlertOf(trx: Transaction, account: number): Promise<number | null> {
  const row = await trx
    .selectFrom('alerts')
    .select('alert_id')
    .where('account_no', '=', account)
    .where('status', '<>', 'closed')
    .orderBy('score', 'desc')
    .executeTakeFirst();
  return row?.alert_id ?? null;
}

const least = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
const most = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
