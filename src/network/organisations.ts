import { channelCode } from '../domain/transfer.ts';
import type { AccountFlows } from './account-flows.ts';
import { DAY_MS } from './clock.ts';
import type { Flows } from './model.ts';

/** What tells an organisation: how many pay it, over what part of the file, and how little it pays. */
interface Marks {
  readonly payersMin: number;
  /** Share of the file's span, which counts where the file is shorter than PAID_FOR_MS asks for. */
  readonly ofFile: number;
  /** Payments out for each in. */
  readonly paysMax: number;
}

/** An account of which nothing is told: what an organisation pays is not in what its customers' banks know. */
const UNTOLD: Marks = { payersMin: 40, ofFile: 0.9, paysMax: 0.02 };
/** A company that is told to be one: several customers are enough, and its wages are seen. Our own figures. */
const FIRM: Marks = { payersMin: 2, ofFile: 0.6, paysMax: 0.5 };
/**
 * For how long an organisation is paid: longer than a card of a drug shop lives, 8 to 28 days in our simulated towns. In a
 * shorter file it is whoever is paid from one end to the other; in less than two weeks nobody can be told apart so.
 */
const PAID_FOR_MS = 42 * DAY_MS;
const LEAST_MS = 14 * DAY_MS;
/** From this share of its receipts that are told to buy currency or coins an account is an exchange. */
const EXCHANGED = 0.5;
const EXCHANGE = channelCode('exchange');

/**
 * Lenders, wholesalers, taxi fleets, licensed exchanges: accounts that many pay for months and that pay hardly anybody.
 * Whoever pays the same lender has nothing else in common, so money is not followed through them, and they are
 * no members of a ring. `firms` are companies whose whole account is seen: one that pays on what it gets stays in.
 */
export function organisations(
  flows: Flows,
  index: AccountFlows,
  firms: ReadonlySet<number>,
): Set<number> {
  const { at, count } = flows;
  const spanMs = count === 0 ? 0 : at[count - 1] - at[0];
  const found = new Set<number>();
  for (let account = 0; account < index.accounts; account++) {
    const received = index.in.subarray(index.inFrom[account], index.inFrom[account + 1]);
    if (received.length === 0) continue;
    const marks = firms.has(account) ? FIRM : UNTOLD;
    const paid = index.out.subarray(index.outFrom[account], index.outFrom[account + 1]);
    const lives = fits(flows, received, marks, spanMs) && keeps(flows, received, paid, marks);
    if (lives || isExchange(flows, received)) found.add(account);
  }
  return found;
}

/** Paid by so many for so long. */
function fits(
  { at, payer }: Flows,
  received: Uint32Array,
  { payersMin, ofFile }: Marks,
  spanMs: number,
): boolean {
  const paidForMs = at[received[received.length - 1]] - at[received[0]];
  if (paidForMs < Math.max(LEAST_MS, Math.min(PAID_FOR_MS, ofFile * spanMs))) return false;
  return new Set(received.map((t) => payer[t])).size >= payersMin;
}

/** Hands on neither as many payments as it gets nor as much money. */
function keeps(
  flows: Flows,
  received: Uint32Array,
  paid: Uint32Array,
  { paysMax }: Marks,
): boolean {
  return (
    paid.length <= paysMax * received.length &&
    sum(flows, paid) <= FIRM.paysMax * sum(flows, received)
  );
}

function isExchange(flows: Flows, received: Uint32Array): boolean {
  const exchanged = received.filter((t) => flows.channel[t] === EXCHANGE);
  return exchanged.length > 0 && sum(flows, exchanged) >= EXCHANGED * sum(flows, received);
}

function sum({ amountMinor }: Flows, transfers: Uint32Array): number {
  return transfers.reduce((total, t) => total + amountMinor[t], 0);
}
