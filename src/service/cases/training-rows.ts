import { sql } from 'kysely';
import { CHANNELS, PURPOSES } from '../../domain/transfer.ts';
import { isCashOut, isImpersonal } from '../../engine/transfer-features.ts';
import type { Transaction } from '../../store/store.ts';
import type { FeedbackSaid } from '../../store/tables/cases.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { CaseDeps } from './deps.ts';

/** Columns of the table, as `qorgan train` finds them by itself; the last is the one that `--label label` names. */
const HEADER = 'id,at,payer,payee,amount_minor,currency,channel,purpose,label\n';
const CURRENCY = 'KZT';
const PAGE_ROWS = 2_000;

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly payer: number;
  readonly payee: number;
  readonly amount_minor: number;
  readonly channel: number;
  readonly purpose: number;
}

/** The last word on each thing, by its number. */
interface Said {
  readonly transfers: ReadonlyMap<number, FeedbackSaid>;
  /** Of an account itself, or by an alert of it. */
  readonly accounts: ReadonlyMap<number, FeedbackSaid>;
}

/**
 * Every transfer that the reader may see, in the order they came, with what people found out in cases: a table that `qorgan
 * train` learns from. A transfer is confirmed when it is said to be, or when it is of a confirmed account or alert and no
 * everyday matter; the word on the transfer itself goes first. What nobody could tell is left out, for there is nothing to learn
 * from it. Accounts are numbers of ours, nobody is named. That it leaves the house is written down before the first line.
 */
export async function* feedbackRows(
  { store, audit }: Pick<CaseDeps, 'store' | 'audit'>,
  by: Principal,
): AsyncGenerator<string> {
  await audit.append({ actor: by, action: 'case-feedback.export', object: 'case-feedback:all' });
  const said = await store.read(scopeOf(by), saidSoFar);
  yield HEADER;
  for (let after = 0; ; ) {
    const rows = await store.read(scopeOf(by), (trx) => pageAfter(trx, after));
    if (rows.length > 0) yield rows.map((row) => lineOf(row, said)).join('');
    if (rows.length < PAGE_ROWS) return;
    after = rows[rows.length - 1].seq;
  }
}

async function saidSoFar(trx: Transaction): Promise<Said> {
  const { rows } = await sql<{ target: string; thing: number; said: FeedbackSaid }>`
    SELECT f.target, coalesce(a.account_no::bigint, f.ref::bigint) AS thing, f.said
    FROM case_feedback f
    LEFT JOIN alerts a ON f.target = 'alert' AND a.alert_id = f.ref::bigint
    WHERE f.replaced_at IS NULL AND f.target IN ('alert', 'transfer', 'account')
    ORDER BY f.target = 'account', f.feedback_id`.execute(trx);
  const of = (isIt: (target: string) => boolean) =>
    new Map(rows.filter(({ target }) => isIt(target)).map(({ thing, said }) => [thing, said]));
  return {
    transfers: of((target) => target === 'transfer'),
    // The word on the account itself comes last, and stays.
    accounts: of((target) => target !== 'transfer'),
  };
}

async function pageAfter(trx: Transaction, after: number): Promise<Row[]> {
  return trx
    .selectFrom('transfers')
    .select(['seq', 'at', 'payer', 'payee', 'amount_minor', 'channel', 'purpose'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(PAGE_ROWS)
    .execute();
}

function lineOf(row: Row, said: Said): string {
  const label = labelOf(row, said);
  if (label === undefined) return '';
  const { seq, at, payer, payee, amount_minor, channel, purpose } = row;
  return `${[
    seq,
    new Date(at).toISOString(),
    `a${payer}`,
    `a${payee}`,
    amount_minor,
    CURRENCY,
    CHANNELS[channel],
    PURPOSES[purpose],
    label,
  ].join(',')}\n`;
}

/** 1 confirmed, 0 not; undefined: nobody could tell. The same reading of accounts as that of a file of confirmed ones. */
function labelOf(row: Row, { transfers, accounts }: Said): 0 | 1 | undefined {
  const itself = transfers.get(row.seq);
  if (itself === 'unclear') return undefined;
  if (itself !== undefined) return itself === 'confirmed' ? 1 : 0;
  const { channel, purpose, payer, payee } = row;
  if (isImpersonal(channel, purpose) && !isCashOut(channel)) return 0;
  const isConfirmed = [payer, payee].some((account) => accounts.get(account) === 'confirmed');
  return isConfirmed ? 1 : 0;
}
