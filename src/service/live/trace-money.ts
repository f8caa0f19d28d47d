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
  /** Epoch ms, inclusive and exclusive: transfers outside are not followed. Lots are older than that. */
  readonly from: number;
  readonly to: number;
}

export interface TracedAccount {
  readonly account: number;
  readonly minor: number;
  /** Nearest hop at which traced money met it; 0 is where the trail begins. */
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
  /** Both ends of every transfer below. */
  readonly accounts: readonly TracedAccount[];
  readonly transfers: readonly TracedTransfer[];
  /** Payments not followed: a hub, the limit of hops, the floor. */
  readonly cut: number;
  /** More was there than one trace looks at: some ends are `unseen`, or not all of the account's transfers began it. */
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
  /** Transfers before `to` that any of the accounts paid or received, at most `limit`, no matter which. */
  around(accounts: readonly number[], to: number, limit: number): Promise<TransferColumns[]>;
  /** What an account paid (down) or received (up) in a time, earliest first, at most `limit`. */
  starts(
    account: number,
    ask: Pick<TraceAsk, 'direction' | 'from' | 'to'>,
    limit: number,
  ): Promise<TransferColumns[]>;
  transfer(seq: number): Promise<TransferColumns | undefined>;
  isHub(account: number): boolean;
}

/** Bounds of one trace: it answers a person who waits. */
export interface TraceBounds {
  /** Accounts whose transfers are all read. */
  readonly accountsMost: number;
  readonly transfersMost: number;
}

const BOUNDS: TraceBounds = { accountsMost: 2_000, transfersMost: 100_000 };
/**
 * Every round reads the accounts that the money has reached since the last. As many as hops are enough but where sums come
 * together past the floor, which a later round may find.
 */
const ROUNDS_PER_HOP = 4;

/** Follows money from a start, first in first out, over what the store holds. Undefined when the start is not to be seen. */
export async function traceMoney(
  source: TraceSource,
  ask: TraceAsk,
  bounds: TraceBounds = BOUNDS,
): Promise<TraceReply | undefined> {
  const most = bounds.transfersMost;
  const found = await startsOf(source, ask, most + 1);
  if (found === undefined) return undefined;
  const starts = found.slice(0, most);
  const seen = new Seen(source, ask.to, bounds, starts);
  let walked = walk(seen, ask, starts);
  for (let round = 0; round < ROUNDS_PER_HOP * ask.hopsMax; round++) {
    if (!(await seen.look(waiting(walked.trace)))) break;
    walked = walk(seen, ask, starts);
  }
  return replyOf(walked, ask.direction, found.length > most);
}

async function startsOf(
  source: TraceSource,
  ask: TraceAsk,
  limit: number,
): Promise<TransferColumns[] | undefined> {
  if ('account' in ask.start) return source.starts(ask.start.account, ask, limit);
  const first = await source.transfer(ask.start.seq);
  return first === undefined ? undefined : [first];
}

/** What was read so far: of an account looked at all its transfers, or first-in-first-out would be wrong. */
class Seen {
  readonly transfers = new Map<number, TransferColumns>();
  readonly #looked = new Set<number>();
  /** Accounts with more transfers than there is room for. */
  readonly #tooLarge = new Set<number>();
  readonly #source: TraceSource;
  readonly #to: number;
  readonly #bounds: TraceBounds;

  constructor(
    source: TraceSource,
    to: number,
    bounds: TraceBounds,
    starts: readonly TransferColumns[],
  ) {
    this.#source = source;
    this.#to = to;
    this.#bounds = bounds;
    for (const row of starts) this.transfers.set(row.seq, row);
  }

  has(account: number): boolean {
    return this.#looked.has(account);
  }

  isHub(account: number): boolean {
    return this.#source.isHub(account);
  }

  /** Reads the transfers of these accounts, as far as there is room. False when nothing new was read. */
  async look(accounts: readonly number[]): Promise<boolean> {
    const before = this.#looked.size;
    const room = this.#bounds.accountsMost - before;
    await this.#read(accounts.filter((account) => !this.#tooLarge.has(account)).slice(0, room));
    return this.#looked.size > before;
  }

  async #read(accounts: readonly number[]): Promise<void> {
    const room = this.#bounds.transfersMost - this.transfers.size;
    if (accounts.length === 0 || room <= 0) return;
    const rows = await this.#source.around(accounts, this.#to, room + 1);
    if (rows.length <= room) {
      for (const row of rows) this.transfers.set(row.seq, row);
      for (const account of accounts) this.#looked.add(account);
    } else if (accounts.length === 1) this.#tooLarge.add(accounts[0]);
    else {
      const half = accounts.length >> 1;
      await this.#read(accounts.slice(0, half));
      await this.#read(accounts.slice(half));
    }
  }
}

interface Walked {
  readonly rows: readonly TransferColumns[];
  /** Account by the number it has in the trace. */
  readonly accounts: Uint32Array;
  readonly trace: Trace;
}

/** Follows the starts over what was read; at accounts not looked at yet the money waits as `unseen`. */
function walk(seen: Seen, ask: TraceAsk, starts: readonly TransferColumns[]): Walked {
  const rows = [...seen.transfers.values()].sort((a, b) => a.at - b.at || a.seq - b.seq);
  // Numbers of their own, in the same order: the links take room for every account up to the largest.
  const accounts = Uint32Array.from(
    new Set(rows.flatMap(({ payer, payee }) => [payer, payee])),
  ).sort();
  const numbers = new Map(Array.from(accounts, (account, no) => [account, no]));
  const hubs = new Set([...numbers.values()].filter((no) => seen.isHub(accounts[no])));
  const begins = new Set(starts.map(({ seq }) => seq));
  const trace = (ask.direction === 'down' ? traceDown : traceUp)(
    linkMoney(flowsOf(rows, numbers), hubs, 'exact'),
    rows.flatMap(({ seq, amountMinor: minor }, transfer) =>
      begins.has(seq) ? [{ transfer, minor }] : [],
    ),
    {
      hopsMax: ask.hopsMax,
      floorMinor: ask.floorMinor,
      since: ask.from,
      unseen: (no) => !seen.has(accounts[no]),
    },
  );
  return { rows, trace: { ...trace, accounts: renamed(trace, accounts) }, accounts };
}

function renamed(trace: Trace, accounts: Uint32Array): Trace['accounts'] {
  return new Map([...trace.accounts].map(([no, visit]) => [accounts[no], visit]));
}

const UNSEEN = TRACE_ENDS.indexOf('unseen');

/** Accounts at which money waits to be followed, most money first. */
function waiting({ accounts }: Trace): number[] {
  return [...accounts]
    .filter(([, { endedMinor }]) => endedMinor[UNSEEN] > 0)
    .sort(([a, one], [b, other]) => other.endedMinor[UNSEEN] - one.endedMinor[UNSEEN] || a - b)
    .map(([account]) => account);
}

function flowsOf(rows: readonly TransferColumns[], numbers: ReadonlyMap<number, number>): Flows {
  const numberOf = (account: number): number => numbers.get(account) ?? 0;
  return {
    count: rows.length,
    at: Float64Array.from(rows, (r) => r.at),
    payer: Uint32Array.from(rows, (r) => numberOf(r.payer)),
    payee: Uint32Array.from(rows, (r) => numberOf(r.payee)),
    amountMinor: Float64Array.from(rows, (r) => r.amountMinor),
    channel: Uint8Array.from(rows, (r) => r.channel),
    score: Uint8Array.from(rows, (r) => Math.round(r.score)),
  };
}

function replyOf(
  { rows, trace }: Walked,
  direction: TraceAsk['direction'],
  startsCut: boolean,
): TraceReply {
  const transfers = [...trace.transfers]
    .filter(([, tracedMinor]) => tracedMinor > 0)
    .map(([i, tracedMinor]): TracedTransfer => {
      const { seq, at, payer, payee, amountMinor } = rows[i];
      return { seq, at, from: payer, to: payee, amountMinor, tracedMinor };
    });
  const accounts = [...beginnings(transfers, trace, direction), ...visited(trace)];
  return {
    startedMinor: trace.startedMinor,
    accounts: accounts.sort((a, b) => a.hop - b.hop || b.minor - a.minor || a.account - b.account),
    transfers: transfers.sort((a, b) => a.at - b.at || a.seq - b.seq),
    cut: trace.cut,
    incomplete: startsCut || waiting(trace).length > 0,
  };
}

function visited({ accounts }: Trace): TracedAccount[] {
  return [...accounts].map(([account, visit]) => {
    const ended: Partial<Record<TraceEnd, number>> = {};
    TRACE_ENDS.forEach((end, i) => {
      if (visit.endedMinor[i] > 0) ended[end] = visit.endedMinor[i];
    });
    const hop = Math.max(
      1,
      visit.byHop.findIndex((minor) => minor > 0),
    );
    const { minor, firstAt, lastAt } = visit;
    return { account, minor, hop, firstAt, lastAt, ended };
  });
}

/** Ends of the first transfers that no traced money came to: where the trail begins. */
function beginnings(
  transfers: readonly TracedTransfer[],
  { accounts }: Trace,
  direction: TraceAsk['direction'],
): TracedAccount[] {
  const found = new Map<number, TracedAccount>();
  for (const { at, from, to, tracedMinor } of transfers) {
    const account = direction === 'down' ? from : to;
    if (accounts.has(account)) continue;
    const known = found.get(account);
    found.set(account, {
      account,
      minor: (known?.minor ?? 0) + tracedMinor,
      hop: 0,
      firstAt: Math.min(known?.firstAt ?? at, at),
      lastAt: Math.max(known?.lastAt ?? at, at),
      ended: {},
    });
  }
  return [...found.values()];
}
