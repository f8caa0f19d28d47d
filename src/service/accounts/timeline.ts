import { sql } from 'kysely';
import type { Language } from '../../domain/language.ts';
import { CHANNELS, type Channel, PURPOSES, type Purpose } from '../../domain/transfer.ts';
import { VERDICTS, type VerdictName } from '../../engine/verdict.ts';
import type { Scope, Store, Transaction } from '../../store/store.ts';
import { cursorText, type Page, pageOf, parseCursor } from '../cursor.ts';
import { readSaid } from '../live/decided.ts';
import type { SignalRecord } from '../live/signal-record.ts';
import { orThrow } from '../or-throw.ts';
import { type AccountNames, type ShownAccount, shownAccount } from './shown-account.ts';
import { mustBeVisible } from './visible.ts';

/** A kept reason in the reader's words. */
export interface ToldSignal extends SignalRecord {
  readonly text: string;
}

/** Puts names and reasons in words; the live service does. */
export interface Telling extends AccountNames {
  explain(signal: SignalRecord, language: Language): string;
}

/** One transfer seen from one account. */
export interface TimelineItem {
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly direction: 'in' | 'out';
  readonly other: ShownAccount;
  readonly amountMinor: number;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly score: number;
  readonly verdict: VerdictName;
  readonly signals: readonly ToldSignal[];
}

export interface TimelineQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Epoch ms, inclusive and exclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** This verdict or a graver one. */
  readonly verdict?: VerdictName | undefined;
}

/** A transfer as the store has it. */
export interface TimelineRow {
  readonly seq: number;
  readonly transfer_id: string;
  readonly at: number;
  readonly payer: number;
  readonly payee: number;
  readonly amount_minor: number;
  readonly channel: number;
  readonly purpose: number;
  readonly score: number;
  readonly verdict: number;
  readonly said: string | null;
}

const LIST = 'timeline';
/** Beyond any moment that is taken in. */
const LAST_AT = 8.64e15;

/** Transfers of an account as its reader may see them, latest first. Throws QRG_ACCOUNT_UNKNOWN, QRG_HTTP_CURSOR. */
export async function timeline(
  store: Store,
  telling: Telling,
  scope: Scope,
  account: number,
  query: TimelineQuery,
  language: Language,
): Promise<Page<TimelineItem>> {
  const place = query.cursor === undefined ? undefined : placeOf(query.cursor);
  const rows = await store.read(scope, async (trx) => {
    await mustBeVisible(trx, account);
    return transfersOf(trx, account, query, place);
  });
  return pageOf(
    rows,
    query.limit,
    (row) => itemOf(row, account, telling, language),
    ({ at, seq }) => cursorText(LIST, [at, seq]),
  );
}

interface Place {
  readonly at: number;
  readonly seq: number;
}

function placeOf(cursor: string): Place {
  const [at, seq] = orThrow(parseCursor(LIST, cursor, ['number', 'number']));
  return { at, seq };
}

/** Both ends have an index of their own: each is asked for a page, and the two are merged. */
export async function transfersOf(
  trx: Transaction,
  account: number,
  { limit, from = 0, to = LAST_AT, verdict = 'allow' }: TimelineQuery,
  place: Place = { at: LAST_AT, seq: Number.MAX_SAFE_INTEGER },
): Promise<TimelineRow[]> {
  const end = (column: 'payer' | 'payee') => sql`(
    SELECT seq, transfer_id, at, payer, payee, amount_minor, channel, purpose, score, verdict, said
    FROM transfers
    WHERE ${sql.ref(column)} = ${account} AND at >= ${from} AND at < ${to}
      AND at <= ${place.at} AND (at, seq) < (${place.at}::bigint, ${place.seq}::bigint)
      AND verdict >= ${VERDICTS.indexOf(verdict)}
    ORDER BY at DESC, seq DESC LIMIT ${limit + 1})`;
  const { rows } = await sql<TimelineRow>`
    SELECT * FROM (${end('payer')} UNION ALL ${end('payee')}) both_ends
    ORDER BY at DESC, seq DESC LIMIT ${limit + 1}`.execute(trx);
  return rows;
}

export function itemOf(
  row: TimelineRow,
  account: number,
  telling: Telling,
  language: Language,
): TimelineItem {
  const isOut = row.payer === account;
  return {
    seq: row.seq,
    id: row.transfer_id,
    at: row.at,
    direction: isOut ? 'out' : 'in',
    other: shownAccount(telling, isOut ? row.payee : row.payer),
    amountMinor: row.amount_minor,
    channel: CHANNELS[row.channel],
    purpose: PURPOSES[row.purpose],
    score: row.score,
    verdict: VERDICTS[row.verdict],
    signals: readSaid(row.said).signals.map((signal) => ({
      ...signal,
      text: telling.explain(signal, language),
    })),
  };
}
