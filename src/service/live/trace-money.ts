import { linkMoney } from '../../network/fifo.ts';
import type { Flows } from '../../network/model.ts';
import { TRACE_ENDS, type Trace, type TraceEnd, traceDown, traceUp } from '../../network/trace.ts';

export interface TraceAsk {
  /** Where to begin: one transfer, or all that an account paid (down) or received (up). */
  readonly start: { readonly seq: number } | { readonly account: number };
  readonly direction: 'down' | 'up';
  /** Transfers away from the start, 1 to 8. */
  readonly hopsMax: number;
  /** A payment that carries less traced money is not followed; minor units. */
  readonly floorMinor: number;
  /** Epoch ms: transfers outside are not looked at. */
  readonly from: number;
  readonly to: number;
}

export interface TracedAccount {
  readonly account: number;
  readonly minor: number;
  /** Nearest hop at which traced money met it. */
  readonly hop: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Traced money that was followed no further here, by reason. */
  readonly ended: Readonly<Partial<Record<TraceEnd, number>>>;
}

export interface TracedTransfer {
  readonly seq: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly amountMinor: number;
  readonly tracedMinor: number;
}

export interface TraceReply {
  readonly startedMinor: number;
  readonly accounts: readonly TracedAccount[];
  readonly transfers: readonly TracedTransfer[];
  /** Payments not followed: a hub, the limit of hops, the floor. */
  readonly cut: number;
  /** More was there than one trace looks at: the rest was left out. */
  readonly incomplete: boolean;
}

export interface TransferColumns {
  readonly seq: number;
  readonly at: number;
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: number;
  readonly channel: number;
  readonly score: number;
}

/** What the walk asks of the store; the store answers within what the asker may see. */
export interface TraceSource {
  /** Transfers that any of the accounts paid or received, within the time asked, at most `limit`. */
  around(
    accounts: readonly number[],
    from: number,
    to: number,
    limit: number,
  ): Promise<TransferColumns[]>;
  transfer(seq: number): Promise<TransferColumns | undefined>;
  isHub(account: number): boolean;
}

/** Bounds of one trace: it answers a person who waits. */
const ACCOUNTS_MAX = 2_000;
const TRANSFERS_MAX = 100_000;

/** Follows money from a start, first in first out, over what the store holds. Undefined when the start is not to be seen. */
export async function traceMoney(
  source: TraceSource,
  ask: TraceAsk,
): Promise<TraceReply | undefined> {
  const first = 'seq' in ask.start ? await source.transfer(ask.start.seq) : undefined;
  if ('seq' in ask.start && first === undefined) return undefined;
  const home = 'account' in ask.start ? ask.start.account : undefined;
  const begin = home ?? (ask.direction === 'down' ? first?.payee : first?.payer);
  if (begin === undefined) return undefined;
  const gathered = await gather(source, ask, begin);
  if (first !== undefined) gathered.transfers.set(first.seq, first);
  const rows = [...gathered.transfers.values()].sort((a, b) => a.at - b.at || a.seq - b.seq);
  const hubs = new Set(
    [...gathered.accounts].filter((account) => account !== begin && source.isHub(account)),
  );
  const starts = rows
    .map((row, transfer) => ({ row, transfer, minor: row.amountMinor }))
    .filter(({ row }) => startsAt(ask, row));
  const links = linkMoney(flowsOf(rows), hubs, 'exact');
  const walk = ask.direction === 'down' ? traceDown : traceUp;
  const { hopsMax, floorMinor } = ask;
  return replyOf(rows, walk(links, starts, { hopsMax, floorMinor }), gathered.incomplete);
}

const startsAt = ({ start, direction }: TraceAsk, row: TransferColumns): boolean =>
  'seq' in start
    ? row.seq === start.seq
    : (direction === 'down' ? row.payer : row.payee) === start.account;

/** Everything within reach, hop by hop; of every account met all its money, or first-in-first-out would be wrong. */
async function gather(source: TraceSource, ask: TraceAsk, begin: number) {
  const transfers = new Map<number, TransferColumns>();
  const accounts = new Set<number>([begin]);
  let frontier = [begin];
  let incomplete = false;
  for (let hop = 0; hop < ask.hopsMax && frontier.length > 0; hop++) {
    const room = TRANSFERS_MAX - transfers.size;
    if (room <= 0) return { transfers, accounts, incomplete: true };
    const rows = await source.around(frontier, ask.from, ask.to, room);
    incomplete ||= rows.length === room;
    const next = new Set<number>();
    for (const row of rows) {
      transfers.set(row.seq, row);
      const other = ask.direction === 'down' ? row.payee : row.payer;
      if (!accounts.has(other)) next.add(other);
      accounts.add(row.payer).add(row.payee);
    }
    const open = [...next].filter((account) => !source.isHub(account));
    frontier = open.slice(0, Math.max(0, ACCOUNTS_MAX - accounts.size));
    incomplete ||= frontier.length < open.length;
  }
  return { transfers, accounts, incomplete };
}

function flowsOf(rows: readonly TransferColumns[]): Flows {
  return {
    count: rows.length,
    at: Float64Array.from(rows, (r) => r.at),
    payer: Uint32Array.from(rows, (r) => r.payer),
    payee: Uint32Array.from(rows, (r) => r.payee),
    amountMinor: Float64Array.from(rows, (r) => r.amountMinor),
    channel: Uint8Array.from(rows, (r) => r.channel),
    score: Uint8Array.from(rows, (r) => Math.round(r.score)),
  };
}

function replyOf(rows: readonly TransferColumns[], trace: Trace, incomplete: boolean): TraceReply {
  const accounts = [...trace.accounts].map(([account, visit]): TracedAccount => {
    const ended: Partial<Record<TraceEnd, number>> = {};
    TRACE_ENDS.forEach((end, i) => {
      if (visit.endedMinor[i] > 0) ended[end] = visit.endedMinor[i];
    });
    const hop = visit.byHop.findIndex((minor) => minor > 0);
    return {
      account,
      minor: visit.minor,
      hop: Math.max(1, hop),
      firstAt: visit.firstAt,
      lastAt: visit.lastAt,
      ended,
    };
  });
  const transfers = [...trace.transfers]
    .filter(([, tracedMinor]) => tracedMinor > 0)
    .map(([i, tracedMinor]): TracedTransfer => {
      const { seq, at, payer, payee, amountMinor } = rows[i];
      return { seq, at, from: payer, to: payee, amountMinor, tracedMinor };
    });
  return {
    startedMinor: trace.startedMinor,
    accounts: accounts.sort((a, b) => a.hop - b.hop || b.minor - a.minor),
    transfers: transfers.sort((a, b) => a.at - b.at || a.seq - b.seq),
    cut: trace.cut,
    incomplete,
  };
}
