import { type RawBuilder, sql } from 'kysely';
import { channelCode } from '../../../domain/transfer.ts';
import type { Transaction } from '../../../store/store.ts';
import type { TimelineRow } from '../../accounts/timeline.ts';
import { MINOR_MOST } from '../../live/block.ts';
import type { CaseReach } from './case-reach.ts';

/** A transfer of a case, as the store has it. */
export interface CaseTransferRow extends TimelineRow {
  readonly institution_id: number;
  /** A person put it into the case, or the decision or a network says that it is what the case is about. */
  readonly suspicious: boolean;
}

/**
 * What the case file calls it: as its bank does. Two banks may mean different transfers by one id: of a bank that is not the
 * one whose case it is, the bank's code stands before it.
 */
export function transferElement(
  { transfer_id, institution_id }: Pick<CaseTransferRow, 'transfer_id' | 'institution_id'>,
  { row, codes }: Pick<CaseReach, 'row' | 'codes'>,
): string {
  if (institution_id === row.institution_id) return transfer_id;
  return `${codes.get(institution_id) ?? institution_id}:${transfer_id}`;
}

export interface TransferWindow {
  /** Epoch ms, inclusive and exclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly amountLeast?: number | undefined;
}

/** Of one moment by `seq`; what the case is about first, then the graver, then the larger. */
export type TransferOrder = 'oldest' | 'newest' | 'gravest';

export interface TransfersAsk extends TransferWindow {
  readonly suspiciousOnly?: boolean | undefined;
  /** A page in order of time goes on after this. */
  readonly after?: { readonly at: number; readonly seq: number } | undefined;
  readonly order: TransferOrder;
  readonly limit: number;
}

/** Beyond any moment that is taken in. */
const LAST_AT = 8.64e15;
const PURCHASE = channelCode('purchase');

const ORDERS: Readonly<Record<TransferOrder, RawBuilder<unknown>>> = {
  oldest: sql`at, seq`,
  newest: sql`at DESC, seq DESC`,
  gravest: sql`suspicious DESC, verdict DESC, score DESC, amount_minor DESC, seq`,
};

const COLUMNS = sql`seq, institution_id, transfer_id, at, payer, payee, amount_minor, channel, purpose, score, verdict, said`;

/** A page of the transfers of a case that the reader may see, each once. */
export async function transfersOfCase(
  trx: Transaction,
  reach: CaseReach,
  { suspiciousOnly, after, order, limit, ...window }: TransfersAsk,
): Promise<CaseTransferRow[]> {
  const { ways, suspicious } = waysTo(reach, window);
  const only = suspiciousOnly === true ? sql`AND ${suspicious}` : sql``;
  const beyond = after === undefined ? sql`` : sql`AND ${beyondOf(after, order)}`;
  // Each way gives a page at most: what lies behind it is not of the page either.
  const page = (where: RawBuilder<unknown>) => sql`(
    SELECT ${COLUMNS}, ${suspicious} AS suspicious FROM transfers
    WHERE ${where} ${beyond} ${only} ORDER BY ${ORDERS[order]} LIMIT ${limit})`;
  if (order === 'gravest') {
    const pages = ways.map((way) => page(wholeOf(way)));
    return (await merged(pages, sql`UNION ALL`, order, limit).execute(trx)).rows;
  }
  // Payments of one account lie in an index by their time: a page of each is read, and no more. A transfer may come by two
  // ways here; to leave it out of one would be to read on for another.
  const pages = ways.map((way) =>
    way.account === undefined
      ? page(wholeOf(way))
      : sql`(SELECT of_one.* FROM unnest(${way.accounts}::int[]) AS a (no) CROSS JOIN LATERAL
          ${page(sql`${sql.ref(way.account)} = a.no AND ${way.where}`)} of_one)`,
  );
  return inOrderOfIndex(
    trx,
    async () => (await merged(pages, sql`UNION`, order, limit).execute(trx)).rows,
  );
}

const merged = (
  pages: readonly RawBuilder<unknown>[],
  union: RawBuilder<unknown>,
  order: TransferOrder,
  limit: number,
) => sql<CaseTransferRow>`
  SELECT * FROM (${sql.join(pages, sql` ${union} `)}) of_case ORDER BY ${ORDERS[order]} LIMIT ${limit}`;

/**
 * Of an account that has a hundred times the payments of others the planner expects as few as of those, and would read and
 * sort all of them for the first fifty: 96 ms against 2 at ten thousand.
 */
async function inOrderOfIndex<T>(trx: Transaction, work: () => Promise<T>): Promise<T> {
  const sorting = (on: boolean) =>
    sql`SELECT set_config('enable_sort', ${on ? 'on' : 'off'}, true)`.execute(trx);
  await sorting(false);
  const result = await work();
  await sorting(true);
  return result;
}

/** The first of the two bounds is what an index answers. */
function beyondOf({ at, seq }: NonNullable<TransfersAsk['after']>, order: TransferOrder) {
  return order === 'newest'
    ? sql`at <= ${at} AND (at, seq) < (${at}::bigint, ${seq}::bigint)`
    : sql`at >= ${at} AND (at, seq) > (${at}::bigint, ${seq}::bigint)`;
}

const among = (column: 'payer' | 'payee', accounts: readonly number[]) =>
  sql`${sql.ref(column)} = ANY (${accounts}::int[])`;

/** Money from one account of a case to another one, summed. */
export interface CaseFlowRow extends FlowRow {
  readonly suspicious: boolean;
}

/** Money between two accounts. */
export interface FlowRow {
  readonly payer: number;
  readonly payee: number;
  readonly amount_minor: number;
  readonly count: number;
  readonly first_at: number;
  readonly last_at: number;
  /** A bit for each index into CHANNELS. */
  readonly channels: number;
}

/** What a summed row holds, over columns of transfers. */
export const SUMMED = sql`payer, payee, least(sum(amount_minor), ${MINOR_MOST})::bigint AS amount_minor,
  count(*)::int AS count, min(at) AS first_at, max(at) AS last_at, bit_or(1 << channel) AS channels`;

/** Of each way by which transfers come into a case so many are summed, and so many sums are answered. */
export interface FlowBounds {
  readonly rowsMost: number;
  readonly flowsMost: number;
}

/** The transfers of a case summed by their two ends; the largest sums first. */
export async function flowsOfCase(
  trx: Transaction,
  reach: CaseReach,
  window: TransferWindow,
  bounds: FlowBounds,
): Promise<CaseFlowRow[]> {
  return [...(await flowsQuery(reach, window, bounds).execute(trx)).rows];
}

/**
 * All ways in one condition, which the indexes of both ends answer together: a row is fetched once. By a way each, most rows
 * of a ring would be fetched twice, from both of their ends.
 */
export function flowsQuery(
  reach: CaseReach,
  window: TransferWindow,
  { rowsMost, flowsMost }: FlowBounds,
): RawBuilder<CaseFlowRow> {
  const { all, focus, picked, suspicious } = termsOf(reach);
  const either = (accounts: readonly number[]) =>
    sql`(${among('payer', accounts)} OR ${among('payee', accounts)})`;
  const [orPicked, ways] = picked.length > 0 ? [sql`OR ${ofSeqs(picked)}`, 3] : [sql``, 2];
  // Of most cases all accounts are in focus: what holds for each row is not asked of it again.
  const ofFocus = focus.length === all.length ? sql`` : sql`AND ${either(focus)}`;
  const counts = sql`(verdict > 0 OR (${isOpen(reach)} ${ofFocus})
    OR (${among('payer', all)} AND ${among('payee', all)}) ${orPicked})`;
  return sql<CaseFlowRow>`
    SELECT ${SUMMED}, bool_or(suspicious) AS suspicious
    FROM (SELECT payer, payee, amount_minor, at, channel, ${suspicious} AS suspicious FROM transfers
      WHERE (${either(all)} ${orPicked}) AND ${counts} AND ${within(window)} LIMIT ${ways * rowsMost}) of_case
    GROUP BY payer, payee ORDER BY suspicious DESC, amount_minor DESC, payer, payee LIMIT ${flowsMost}`;
}

/** One way by which transfers come into a case. */
interface Way {
  /** The end that has to be one of `accounts`; undefined: none has. */
  readonly account: 'payer' | 'payee' | undefined;
  readonly accounts: readonly number[];
  /** What must hold besides. */
  readonly where: RawBuilder<unknown>;
  /** Holds for what comes by none of the ways before. */
  readonly fresh: RawBuilder<unknown>;
}

/** All of a way, without what came by one before it. */
const wholeOf = ({ account, accounts, where, fresh }: Way): RawBuilder<unknown> =>
  account === undefined
    ? sql`${where} AND ${fresh}`
    : sql`${among(account, accounts)} AND ${where} AND ${fresh}`;

/**
 * The ways by which a transfer comes into a case, each transfer by one of them: it was paid by an account of the case, or to
 * one, or a person put it there. Of an account's payments those with others of the case count, those that a decision found
 * grave, and of accounts in focus all of the time that are no purchase. An index for each end: an OR over both would read all
 * of the time.
 */
function waysTo(
  reach: CaseReach,
  window: TransferWindow,
): { readonly ways: readonly Way[]; readonly suspicious: RawBuilder<unknown> } {
  const { all, focus, picked, suspicious } = termsOf(reach);
  const inTime = within(window);
  const counts = (own: 'payer' | 'payee', other: 'payer' | 'payee') => sql`(verdict > 0
    OR ${among(other, all)} OR (${among(own, focus)} AND ${isOpen(reach)}))`;
  const [paid, received] = [counts('payer', 'payee'), counts('payee', 'payer')];
  const ways: Way[] = [
    { account: 'payer', accounts: all, where: sql`${paid} AND ${inTime}`, fresh: sql`true` },
    {
      account: 'payee',
      accounts: all,
      where: sql`${received} AND ${inTime}`,
      // What was paid by an account of the case to another one came by the first way.
      fresh: sql`NOT ${among('payer', all)}`,
    },
  ];
  if (picked.length > 0)
    ways.push({
      account: undefined,
      accounts: [],
      where: sql`${ofSeqs(picked)} AND ${inTime}`,
      fresh: sql`NOT (${among('payer', all)} AND ${paid}) AND NOT (${among('payee', all)} AND ${received})`,
    });
  return { ways, suspicious };
}

/** What conditions on the transfers of a case are made of. */
function termsOf({ accounts, refs, said }: CaseReach) {
  const all = [...accounts.keys()];
  const networked = all.filter((account) => accounts.get(account)?.hops !== null);
  const picked = refs.transfer.map(Number);
  // A list that is empty says nothing, and asking it of each row takes time.
  const right = [...picked, ...said.right];
  const isTold = right.length > 0 ? sql`OR ${ofSeqs(right)}` : sql``;
  const isTraced =
    networked.length > 0
      ? sql`OR (${among('payer', networked)} AND ${among('payee', networked)})`
      : sql``;
  const isCleared = said.wrong.length > 0 ? sql`AND NOT ${ofSeqs(said.wrong)}` : sql``;
  return {
    all,
    /** Accounts of which everything of the time belongs to the case. */
    focus: all.filter((account) => accounts.get(account)?.isFocus),
    /** Put there by a person. */
    picked,
    suspicious: sql`((verdict > 0 ${isTold} ${isTraced}) ${isCleared})`,
  };
}

const ofSeqs = (seqs: readonly number[]) => sql`seq = ANY (${seqs}::bigint[])`;

/** Of the time in which payments of accounts in focus belong to the case, and no purchase. */
const isOpen = ({ since }: CaseReach) => sql`at >= ${since} AND channel <> ${PURCHASE}`;

/** A bound that leaves nothing out is not asked of each row. */
const within = ({ from = 0, to = LAST_AT, amountLeast = 0 }: TransferWindow) => sql`true
  ${from > 0 ? sql`AND at >= ${from}` : sql``}
  ${to < LAST_AT ? sql`AND at < ${to}` : sql``}
  ${amountLeast > 0 ? sql`AND amount_minor >= ${amountLeast}` : sql``}`;
