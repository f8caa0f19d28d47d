import { sql } from 'kysely';
import { linkMoney, type MoneyLinks } from '../../network/fifo.ts';
import type { Scope, Store, Transaction } from '../../store/store.ts';
import { cursorText, parseCursor } from '../cursor.ts';
import { orThrow } from '../or-throw.ts';
import { type AccountNames, type ShownAccount, shownAccount } from './shown-account.ts';
import { mustBeVisible } from './visible.ts';

/** A part of an incoming sum that one payment took away. */
export interface LotPart {
  readonly seq: number;
  readonly at: number;
  readonly to: ShownAccount;
  readonly amountMinor: number;
  /** How long it rested here. */
  readonly heldMs: number;
}

/** What came with one transfer, and what became of it: first in, first out. */
export interface Lot {
  readonly seq: number;
  readonly at: number;
  readonly from: ShownAccount;
  readonly amountMinor: number;
  /** Still here. */
  readonly restMinor: number;
  /** What left, how long it rested on the average of its money; null while all of it is here. */
  readonly heldMs: number | null;
  /** What left, by how soon: within an hour, later within a day, later than that. */
  readonly left: {
    readonly hourMinor: number;
    readonly dayMinor: number;
    readonly laterMinor: number;
  };
  /** In the order they left. */
  readonly parts: readonly LotPart[];
  /** Payments and their money that took of it after those in `parts`. */
  readonly more: { readonly parts: number; readonly minor: number };
}

export interface LotsPage {
  readonly items: readonly Lot[];
  readonly next: string | null;
  /** A shop, a bank: what it pays is of no particular sum that came. No items then. */
  readonly isHub: boolean;
  /** False when only the latest transfers were looked at: what was there before them is then not known. */
  readonly complete: boolean;
}

export interface LotsQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Epoch ms, inclusive and exclusive: of the moment a sum came in. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export interface LotsParts {
  readonly store: Store;
  readonly names: AccountNames;
  isHub(account: number): boolean;
}

const LIST = 'lots';
/** Transfers of one account that are looked at; an account with more is hardly ever no hub. */
const TRANSFERS_MOST = 20_000;
/** A wage is spent in a hundred purchases: the first of them are told, the rest are counted. */
const PARTS_MOST = 20;
const LAST_AT = 8.64e15;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Sums that came to an account, latest first, and where each went on to. Throws QRG_ACCOUNT_UNKNOWN, QRG_HTTP_CURSOR. */
export async function accountLots(
  { store, names, isHub }: LotsParts,
  scope: Scope,
  account: number,
  query: LotsQuery,
): Promise<LotsPage> {
  const { from = 0, to = LAST_AT, limit } = query;
  const before = query.cursor === undefined ? END : placeOf(query.cursor);
  const rows = await store.read(scope, async (trx) => {
    await mustBeVisible(trx, account);
    return isHub(account) ? [] : movesOf(trx, account);
  });
  if (isHub(account)) return { items: [], next: null, isHub: true, complete: true };
  const latest = rows.slice(-TRANSFERS_MOST);
  const links = linkMoves(latest);
  const credits = latest
    .flatMap((row, i) => (row.payee === account && row.at >= from && row.at < to ? [i] : []))
    .filter(
      (i) => latest[i].at < before.at || (latest[i].at === before.at && latest[i].seq < before.seq),
    )
    .reverse();
  const shown = credits.slice(0, limit);
  const last = latest[shown[shown.length - 1]];
  return {
    items: shown.map((credit) => lotOf(latest, links, credit, names)),
    next: credits.length > limit ? cursorText(LIST, [last.at, last.seq]) : null,
    isHub: false,
    complete: rows.length <= TRANSFERS_MOST,
  };
}

interface Place {
  readonly at: number;
  readonly seq: number;
}

const END: Place = { at: LAST_AT, seq: Number.MAX_SAFE_INTEGER };

function placeOf(cursor: string): Place {
  const [at, seq] = orThrow(parseCursor(LIST, cursor, ['number', 'number']));
  return { at, seq };
}

/** A transfer of the account, as its lots need it. */
export interface Move extends Place {
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: number;
}

/** The latest transfers of the account, earliest first; one more than is looked at, when there are more. */
async function movesOf(trx: Transaction, account: number): Promise<Move[]> {
  const end = (column: 'payer' | 'payee') => sql`(
    SELECT seq, at, payer, payee, amount_minor AS "amountMinor" FROM transfers
    WHERE ${sql.ref(column)} = ${account} ORDER BY at DESC, seq DESC LIMIT ${TRANSFERS_MOST + 1})`;
  const { rows } = await sql<Move>`
    SELECT * FROM (${end('payer')} UNION ALL ${end('payee')}) both_ends
    ORDER BY at DESC, seq DESC LIMIT ${TRANSFERS_MOST + 1}`.execute(trx);
  return rows.reverse();
}

/** @param moves of one account, in the order they moved; accounts are given numbers of their own */
export function linkMoves(moves: readonly Move[]): MoneyLinks {
  const numbers = new Map<number, number>();
  const numberOf = (account: number): number => {
    const known = numbers.get(account) ?? numbers.size;
    numbers.set(account, known);
    return known;
  };
  const flows = {
    count: moves.length,
    at: Float64Array.from(moves, ({ at }) => at),
    payer: Uint32Array.from(moves, ({ payer }) => numberOf(payer)),
    payee: Uint32Array.from(moves, ({ payee }) => numberOf(payee)),
    amountMinor: Float64Array.from(moves, ({ amountMinor }) => amountMinor),
    channel: new Uint8Array(moves.length),
    score: new Uint8Array(moves.length),
  };
  return linkMoney(flows, new Set(), 'exact');
}

/** What became of the money that came with one of the moves. */
export function lotOf(
  moves: readonly Move[],
  links: MoneyLinks,
  credit: number,
  names: AccountNames,
): Lot {
  const { seq, at, payer, amountMinor } = moves[credit];
  const gone = Array.from(
    links.byCredit.subarray(links.creditFrom[credit], links.creditFrom[credit + 1]),
    (link) => ({
      move: moves[links.debit[link]],
      minor: links.amountMinor[link],
      heldMs: links.heldMs[link],
    }),
  );
  const goneMinor = sum(gone, ({ minor }) => minor);
  const rest = gone.slice(PARTS_MOST);
  // What rested not at all left within the hour.
  const minorWithin = (past: number, to: number): number =>
    sum(gone, ({ minor, heldMs }) => ((heldMs > past || past === 0) && heldMs <= to ? minor : 0));
  return {
    seq,
    at,
    from: shownAccount(names, payer),
    amountMinor,
    restMinor: links.restMinor[credit],
    heldMs:
      goneMinor === 0
        ? null
        : Math.round(sum(gone, ({ minor, heldMs }) => (minor / goneMinor) * heldMs)),
    left: {
      hourMinor: minorWithin(0, HOUR_MS),
      dayMinor: minorWithin(HOUR_MS, DAY_MS),
      laterMinor: minorWithin(DAY_MS, Number.POSITIVE_INFINITY),
    },
    parts: gone.slice(0, PARTS_MOST).map(({ move, minor, heldMs }) => ({
      seq: move.seq,
      at: move.at,
      to: shownAccount(names, move.payee),
      amountMinor: minor,
      heldMs,
    })),
    more: { parts: rest.length, minor: sum(rest, ({ minor }) => minor) },
  };
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((all, item) => all + of(item), 0);
