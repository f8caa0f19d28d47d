import { sql } from 'kysely';
import type { Language } from '../../domain/language.ts';
import { VERDICTS } from '../../engine/verdict.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { type ShownAccount, shownAccount } from '../accounts/shown-account.ts';
import {
  itemOf,
  type Telling,
  type TimelineItem,
  type TimelineQuery,
  type TimelineRow,
} from '../accounts/timeline.ts';
import { cursorText, type Page, pageOf, parseCursor } from '../cursor.ts';
import { orThrow } from '../or-throw.ts';
import { visibleCustomer } from './visible-customer.ts';

/** A transfer of one of a customer's accounts. */
export interface CustomerMove extends TimelineItem {
  readonly account: ShownAccount;
}

type Row = TimelineRow & { readonly account: number };

const LIST = 'customer-moves';
const LAST = [8.64e15, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER] as const;

/**
 * Transfers of all of a customer's accounts, latest first, with what was thought of them. One between two of them stands there
 * for each. Throws QRG_CUSTOMER_UNKNOWN, QRG_HTTP_CURSOR.
 */
export async function customerMoves(
  store: Store,
  telling: Telling,
  by: Principal,
  customerId: number,
  query: TimelineQuery,
  language: Language,
): Promise<Page<CustomerMove>> {
  const place =
    query.cursor === undefined
      ? LAST
      : orThrow(parseCursor(LIST, query.cursor, ['number', 'number', 'number']));
  const rows = await store.read(scopeOf(by), async (trx) => {
    await visibleCustomer(trx, customerId);
    return movesOf(trx, customerId, query, place);
  });
  return pageOf(
    rows,
    query.limit,
    (row) => ({
      ...itemOf(row, row.account, telling, language),
      account: shownAccount(telling, row.account),
    }),
    ({ at, seq, account }) => cursorText(LIST, [at, seq, account]),
  );
}

/** Each end of each account gives a page by its index; of those the latest are taken. */
async function movesOf(
  trx: Transaction,
  customerId: number,
  { limit, from = 0, to = LAST[0], verdict = 'allow' }: TimelineQuery,
  [at, seq, account]: readonly number[],
): Promise<Row[]> {
  const end = (column: 'payer' | 'payee') => sql`(
    SELECT seq, transfer_id, at, payer, payee, amount_minor, channel, purpose, score, verdict, said, a.account_no AS account
    FROM transfers
    WHERE ${sql.ref(column)} = a.account_no AND at >= ${from} AND at < ${to} AND at <= ${at}
      AND (at, seq, a.account_no) < (${at}::bigint, ${seq}::bigint, ${account}::bigint)
      AND verdict >= ${VERDICTS.indexOf(verdict)}
    ORDER BY at DESC, seq DESC LIMIT ${limit + 1})`;
  const { rows } = await sql<Row>`
    SELECT m.* FROM accounts a CROSS JOIN LATERAL (${end('payer')} UNION ALL ${end('payee')}) m
    WHERE a.customer_id = ${customerId}
    ORDER BY m.at DESC, m.seq DESC, m.account DESC LIMIT ${limit + 1}`.execute(trx);
  return rows;
}
