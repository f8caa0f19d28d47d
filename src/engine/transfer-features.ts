import { LOCAL_OFFSET_MS } from '../domain/local-day.ts';
import { channelCode, purposeCode } from '../domain/transfer.ts';
import { featureIndex } from './features.ts';
import { originsOf, type Provenance } from './provenance.ts';

/** Features of the transfer and of its money, written at the front of the vector. */
const T = {
  amount: featureIndex('t.amount'),
  amountKzt: featureIndex('t.amount_kzt'),
  hour: featureIndex('t.hour'),
  isRound: featureIndex('t.is_round'),
  isCashIn: featureIndex('t.is_cash_in'),
  isCashOut: featureIndex('t.is_cash_out'),
  isExchange: featureIndex('t.is_exchange'),
  isPurchase: featureIndex('t.is_purchase'),
  isAbroad: featureIndex('t.is_abroad'),
  isLoan: featureIndex('t.is_loan'),
  isSalary: featureIndex('t.is_salary'),
  justUnder: featureIndex('t.just_under'),
  toOwn: featureIndex('t.to_own'),
} as const;

const M = {
  known: featureIndex('money.known_share'),
  held: featureIndex('money.held_ms'),
  heldShares: featureIndex('money.held_share_1m'),
  hops: featureIndex('money.hops'),
  origins: featureIndex('money.origins'),
  taint: featureIndex('money.taint_share'),
  taintCauses: featureIndex('money.taint_victim_share'),
} as const;

export const MATCH_RATIO = featureIndex('money.match_ratio');
export const CHAIN_DEPTH = featureIndex('money.chain_depth');
export const PAIR_NEW = featureIndex('pair.is_new');
export const PAIR_COUNT = featureIndex('pair.count');
export const PAIR_BACK = featureIndex('pair.back_ratio');
export const PAIR_RUN = featureIndex('pair.same_sum_run');
export const CYCLE_LENGTH = featureIndex('pattern.cycle_length');
export const CYCLE_BACK = featureIndex('pattern.cycle_back_ratio');
export const SCATTER_GATHER = featureIndex('pattern.scatter_gather_width');
export const SOURCE_FAN_OUT = featureIndex('pattern.source_fan_out');
export const PAIR_GAP = featureIndex('pair.gap_ms');
export const SEEN = featureIndex('t.seen_ms');

const CHANNEL = {
  unknown: channelCode('unknown'),
  purchase: channelCode('purchase'),
  cashIn: channelCode('cash_in'),
  cashOut: channelCode('cash_out'),
  exchange: channelCode('exchange'),
  abroad: channelCode('abroad'),
} as const;
const PURPOSE = {
  own: purposeCode('own'),
  salary: purposeCode('salary'),
  benefit: purposeCode('benefit'),
  loan: purposeCode('loan'),
  loanReturn: purposeCode('loan_return'),
  utility: purposeCode('utility'),
  tax: purposeCode('tax'),
} as const;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** "Just under" a threshold: the last tenth below it. */
const JUST_UNDER_FROM = 0.9;
/** A round sum: whole thousands of the currency (two minor digits). */
const ROUND_MINOR = 100_000;

export interface TransferFacts {
  at: number;
  amountMinor: number;
  channel: number;
  purpose: number;
}

export interface TransferRules {
  readonly clockExact: boolean;
  readonly inTenge: boolean;
  /** Reporting thresholds in minor units, ascending. */
  readonly thresholdsMinor: readonly number[];
}

// `%` of doubles this large is a slow call; a floor is one instruction.
export const localHour = (at: number): number => {
  const local = at + LOCAL_OFFSET_MS;
  return (local - Math.floor(local / DAY_MS) * DAY_MS) / HOUR_MS;
};

export const isRound = (amountMinor: number): boolean =>
  Math.floor(amountMinor / ROUND_MINOR) * ROUND_MINOR === amountMinor;

export const isSpending = (channel: number, purpose: number): boolean =>
  channel === CHANNEL.purchase || purpose === PURPOSE.utility || purpose === PURPOSE.tax;

export const isWage = (purpose: number): boolean =>
  purpose === PURPOSE.salary || purpose === PURPOSE.benefit;

/** Paid at a till, to the state, as a wage, or in cash: the other side is no acquaintance. */
export const isImpersonal = (channel: number, purpose: number): boolean =>
  isSpending(channel, purpose) || isWage(purpose) || isCashIn(channel) || isCashOut(channel);

export const isCashIn = (channel: number): boolean => channel === CHANNEL.cashIn;
export const isCashOut = (channel: number): boolean => channel === CHANNEL.cashOut;
export const isChannelTold = (channel: number): boolean => channel !== CHANNEL.unknown;

export function isJustUnder(amountMinor: number, thresholdsMinor: readonly number[]): boolean {
  for (const threshold of thresholdsMinor)
    if (amountMinor < threshold) return amountMinor >= threshold * JUST_UNDER_FROM;
  return false;
}

export function fillTransfer(f: Float64Array, t: TransferFacts, rules: TransferRules): void {
  const { channel, purpose } = t;
  f[T.amount] = t.amountMinor;
  f[T.amountKzt] = rules.inTenge ? t.amountMinor : Number.NaN;
  f[T.hour] = rules.clockExact ? localHour(t.at) : Number.NaN;
  f[T.isRound] = isRound(t.amountMinor) ? 1 : 0;
  f[T.isCashIn] = channel === CHANNEL.cashIn ? 1 : 0;
  f[T.isCashOut] = channel === CHANNEL.cashOut ? 1 : 0;
  f[T.isExchange] = channel === CHANNEL.exchange ? 1 : 0;
  f[T.isPurchase] = isSpending(channel, purpose) ? 1 : 0;
  f[T.isAbroad] = channel === CHANNEL.abroad ? 1 : 0;
  f[T.isLoan] = purpose === PURPOSE.loan || purpose === PURPOSE.loanReturn ? 1 : 0;
  f[T.isSalary] = isWage(purpose) ? 1 : 0;
  f[T.justUnder] = isJustUnder(t.amountMinor, rules.thresholdsMinor) ? 1 : 0;
  f[T.toOwn] = purpose === PURPOSE.own ? 1 : 0;
}

export function fillMoney(f: Float64Array, p: Provenance, clockExact: boolean): void {
  const all = p.amountMinor;
  f[M.known] = p.knownMinor / all;
  f[M.held] = p.knownMinor > 0 ? p.heldMsMinor / p.knownMinor : Number.NaN;
  for (let e = 0; e < 4; e++)
    f[M.heldShares + e] = clockExact || e === 3 ? p.heldMinor[e] / all : Number.NaN;
  f[M.hops] = p.hops;
  f[M.origins] = originsOf(p);
  let taint = 0;
  for (let c = 0; c < p.taintMinor.length; c++) {
    f[M.taintCauses + c] = p.taintMinor[c] / all;
    taint = Math.max(taint, p.taintMinor[c]);
  }
  f[M.taint] = taint / all;
}
