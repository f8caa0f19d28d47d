import type { Accounts } from './accounts.ts';
import {
  type Counterparties,
  countDistinct,
  type DistinctCounts,
  emptyView,
  PAYEES,
  PAYERS,
  type Side,
  type TableView,
} from './counterparties.ts';
import { featureIndex, WINDOW_MS } from './features.ts';
import { isHub } from './hubs.ts';
import type { LastMoves } from './last-moves.ts';
import { B, F, FLAG, H, U, WINDOW_COUNT } from './layout.ts';
import { bornAtOf, countOf } from './told-facts.ts';
import { IN, OUT, type Windows } from './windows.ts';

/** Features of one account, written at its side's place in the vector. */
export const SIDE_BASE = {
  payer: featureIndex('payer.in_count_1h'),
  payee: featureIndex('payee.in_count_1h'),
} as const;

/** Place of a feature inside a side's block. */
const at = (name: string): number => featureIndex(`payer.${name}`) - SIDE_BASE.payer;

const AMOUNT = featureIndex('t.amount');
const PER_WINDOW = 3;
const SUM_24H = at('in_sum_24h');
const SUM_7D = at('in_sum_7d');
const OUT_BASE = at('out_count_1h');
const O = {
  age: at('age_ms'),
  idle: at('idle_ms'),
  retained7d: at('retained_share_7d'),
  outIn24h: at('out_in_24h'),
  outIn7d: at('out_in_7d'),
  quickShare: at('quick_share'),
  quickShare1h: at('quick_share_1h'),
  quickSum: at('quick_sum'),
  held: at('held_share_1m'),
  burst: at('burst_1h'),
  newPayers: at('new_payers_share_28d'),
  newPayees: at('new_payees_share_28d'),
  priceList: at('price_list_share'),
  gatherScatter: at('gather_scatter_7d'),
  justUnder: at('just_under_7d'),
  night: at('night_share'),
  round: at('round_share'),
  purchase: at('purchase_share'),
  counterparties: at('counterparties'),
  isHub: at('is_hub'),
  ownerAccounts: at('owner_accounts'),
  deviceAccounts: at('device_accounts'),
  ownerAge: at('owner_age'),
  isPerson: at('is_person'),
  income: at('income_month'),
  newPayers7d: at('new_payers_7d'),
  newPayers28d: at('new_payers_28d'),
  newPayees7d: at('new_payees_7d'),
  newPayees28d: at('new_payees_28d'),
  sinceIn: at('since_in_ms'),
  sinceOut: at('since_out_ms'),
  toMeanIn: at('to_mean_in'),
  toMeanOut: at('to_mean_out'),
  cashIn: at('cash_in_share'),
  cashOut: at('cash_out_share'),
  rating: at('rating'),
  linked: at('linked_accounts'),
  cards: at('cards'),
} as const;

const YEAR_MS = 365.25 * 86_400_000;
const HOURS_IN_MONTH = WINDOW_MS[3] / WINDOW_MS[0];
/** From so many payers on, a price list can be told from chance. */
const PRICE_LIST_PAYERS = 6;
/** Twice the counterparties a table holds. */
const SUM_SLOTS = 128;
const SUM_SHIFT = 25;
const MONTH_SEC = WINDOW_MS[3] / 1000;

export interface ClockUse {
  /** False when the file has days only: nothing below a day is known. */
  readonly exact: boolean;
}

/** Which of the groups that cost a scan of a table are read, for one side. */
interface Wanted {
  payers: boolean;
  payees: boolean;
  priceList: boolean;
  /** What `LastMoves` keeps. */
  moves: boolean;
}

function wantedOf(base: number, reads: ReadonlySet<number>): Wanted {
  const any = (places: number[]): boolean => places.some((place) => reads.has(base + place));
  const parties = (first: number): number[] => [2, 5, 8, 11].map((place) => first + place);
  return {
    payers: any([...parties(0), O.newPayers, O.newPayers7d, O.newPayers28d, O.gatherScatter]),
    payees: any([
      ...parties(OUT_BASE),
      O.newPayees,
      O.newPayees7d,
      O.newPayees28d,
      O.gatherScatter,
    ]),
    priceList: any([O.priceList]),
    moves: any([O.sinceIn, O.sinceOut, O.cashIn, O.cashOut]),
  };
}

export class AccountFeatures {
  readonly #accounts: Accounts;
  readonly #counterparties: Counterparties;
  readonly #windows: Windows;
  readonly #clock: ClockUse;
  readonly #wanted: { payer: Wanted; payee: Wanted };
  readonly #view = emptyView();
  readonly #distinct: DistinctCounts = {
    windows: new Float64Array(WINDOW_COUNT),
    freshWeek: 0,
    fresh: 0,
  };
  readonly #sumKeys = new Uint32Array(SUM_SLOTS);
  readonly #sumCounts = new Uint8Array(SUM_SLOTS);

  /** @param reads features somebody reads; groups that nobody reads are left out */
  constructor(
    accounts: Accounts,
    counterparties: Counterparties,
    windows: Windows,
    clock: ClockUse,
    reads: ReadonlySet<number>,
  ) {
    this.#accounts = accounts;
    this.#counterparties = counterparties;
    this.#windows = windows;
    this.#clock = clock;
    this.#wanted = {
      payer: wantedOf(SIDE_BASE.payer, reads),
      payee: wantedOf(SIDE_BASE.payee, reads),
    };
  }

  /** Writes the features of `account`, as of `atMs`, into `f` from `base` on. */
  fill(f: Float64Array, base: number, account: number, atMs: number): void {
    this.#windows.fill(f, base, account, IN);
    this.#windows.fill(f, base + OUT_BASE, account, OUT);
    const nowSec = Math.floor(atMs / 1000);
    const wanted = base === SIDE_BASE.payer ? this.#wanted.payer : this.#wanted.payee;
    if (wanted.payers) {
      f[base + O.newPayers] = this.#parties(f, base, account, PAYERS, nowSec);
      f[base + O.newPayers7d] = this.#distinct.freshWeek;
      f[base + O.newPayers28d] = this.#distinct.fresh;
    }
    if (wanted.payees) {
      f[base + O.newPayees] = this.#parties(f, base + OUT_BASE, account, PAYEES, nowSec);
      f[base + O.newPayees7d] = this.#distinct.freshWeek;
      f[base + O.newPayees28d] = this.#distinct.fresh;
    }
    f[base + O.gatherScatter] = Math.min(f[base + 8], f[base + OUT_BASE + 8]);
    if (wanted.priceList) f[base + O.priceList] = this.#priceListShare(account, nowSec);
    this.#flow(f, base, account);
    this.#habits(f, base, account, atMs);
    this.#sizes(f, base, account, f[AMOUNT]);
    if (!this.#clock.exact) this.#forgetHours(f, base);
  }

  /** Distinct counterparties per window; returns the share of new ones in 28 d. */
  #parties(f: Float64Array, first: number, account: number, side: Side, nowSec: number): number {
    const view = this.#counterparties.open(account, side, this.#view);
    const d = this.#distinct;
    countDistinct(view, nowSec, d);
    for (let w = 0; w < WINDOW_COUNT; w++) f[first + w * PER_WINDOW + 2] = d.windows[w];
    const month = d.windows[3];
    return month === 0 ? Number.NaN : d.fresh / month;
  }

  #flow(f: Float64Array, base: number, account: number): void {
    const { f64, u32 } = this.#accounts.page(account);
    const fb = this.#accounts.f64Base(account);
    const ub = this.#accounts.u32Base(account);
    const in24 = f[base + SUM_24H];
    const in7 = f[base + SUM_7D];
    const out7 = f[base + OUT_BASE + SUM_7D];
    f[base + O.outIn24h] = in24 > 0 ? f[base + OUT_BASE + SUM_24H] / in24 : Number.NaN;
    f[base + O.outIn7d] = in7 > 0 ? out7 / in7 : Number.NaN;
    f[base + O.retained7d] = in7 > 0 ? Math.max(0, 1 - out7 / in7) : Number.NaN;
    let paidOn = 0;
    for (let s = 0; s < 8; s++) paidOn += f64[fb + F.dwell + s];
    let within = 0;
    for (let s = 0; s < 4; s++) {
      within += f64[fb + F.dwell + s];
      f[base + O.held + s] = paidOn > 0 ? within / paidOn : Number.NaN;
    }
    const inTotal = f64[fb + F.inTotal];
    const quick = f64[fb + F.dwell] + f64[fb + F.dwell + 1] + f64[fb + F.dwell + 2];
    f[base + O.quickShare1h] = inTotal > 0 ? quick / inTotal : Number.NaN;
    f[base + O.quickShare] = inTotal > 0 ? within / inTotal : Number.NaN;
    f[base + O.quickSum] = within;
    const outTotal = f64[fb + F.outTotal];
    const told = u32[ub + U.toldOut] > 0 && outTotal > 0;
    f[base + O.purchase] = told ? f64[fb + F.purchaseOut] / outTotal : Number.NaN;
  }

  #habits(f: Float64Array, base: number, account: number, atMs: number): void {
    const { f64, u32, u16, u8 } = this.#accounts.page(account);
    const bb = this.#accounts.u8Base(account);
    const fb = this.#accounts.f64Base(account);
    const ub = this.#accounts.u32Base(account);
    const openedAt = f64[fb + F.openedAt];
    const since = Number.isNaN(openedAt) ? f64[fb + F.firstAt] : openedAt;
    f[base + O.age] = Math.max(0, atMs - since);
    f[base + O.idle] = atMs - f64[fb + F.idleEndAt] <= WINDOW_MS[1] ? f64[fb + F.idleMs] : 0;
    const month = f[base + 9] + f[base + OUT_BASE + 9];
    f[base + O.burst] = ((f[base] + f[base + OUT_BASE]) * HOURS_IN_MONTH) / Math.max(1, month);
    f[base + O.justUnder] =
      atMs - f64[fb + F.justUnderAt] <= WINDOW_MS[2]
        ? u16[this.#accounts.u16Base(account) + H.justUnder]
        : 0;
    const payments = u32[ub + U.inCount] + u32[ub + U.outCount];
    f[base + O.night] = payments > 0 ? u32[ub + U.night] / payments : Number.NaN;
    f[base + O.round] = payments > 0 ? u32[ub + U.round] / payments : Number.NaN;
    f[base + O.counterparties] = u32[ub + U.counterparties];
    f[base + O.isHub] = isHub(this.#accounts, account) ? 1 : 0;
    f[base + O.ownerAccounts] = u8[bb + B.ownerAccounts] || Number.NaN;
    f[base + O.deviceAccounts] = u8[bb + B.deviceAccounts] || Number.NaN;
    f[base + O.ownerAge] = (atMs - bornAtOf(u32[ub + U.born])) / YEAR_MS;
    const flags = u32[ub + U.flags];
    f[base + O.isPerson] =
      (flags & FLAG.person) !== 0 ? 1 : (flags & FLAG.notPerson) !== 0 ? 0 : Number.NaN;
    f[base + O.income] = f64[fb + F.incomeMonth];
    f[base + O.rating] = countOf(u8[bb + B.rating]);
    f[base + O.linked] = countOf(u8[bb + B.linkedAccounts]);
    f[base + O.cards] = countOf(u8[bb + B.cards]);
  }

  /** How this amount stands to what the account is used to. */
  #sizes(f: Float64Array, base: number, account: number, amountMinor: number): void {
    const { f64, u32 } = this.#accounts.page(account);
    const fb = this.#accounts.f64Base(account);
    const ub = this.#accounts.u32Base(account);
    f[base + O.toMeanIn] = (amountMinor * u32[ub + U.inCount]) / f64[fb + F.inTotal];
    f[base + O.toMeanOut] = (amountMinor * u32[ub + U.outCount]) / f64[fb + F.outTotal];
  }

  /** True if somebody reads what `LastMoves` keeps. */
  get readsMoves(): boolean {
    return this.#wanted.payer.moves || this.#wanted.payee.moves;
  }

  /** Writes what `moves` kept of `account` before this transfer. */
  fillMoves(f: Float64Array, base: number, account: number, atMs: number, moves: LastMoves): void {
    const { f64 } = this.#accounts.page(account);
    const fb = this.#accounts.f64Base(account);
    const nowSec = Math.floor(atMs / 1000);
    f[base + O.sinceIn] = moves.sinceIn(account, nowSec) * 1000;
    f[base + O.sinceOut] = moves.sinceOut(account, nowSec) * 1000;
    f[base + O.cashIn] = moves.cashIn(account) / f64[fb + F.inTotal];
    f[base + O.cashOut] = moves.cashOut(account) / f64[fb + F.outTotal];
  }

  #forgetHours(f: Float64Array, base: number): void {
    for (let i = 0; i < PER_WINDOW; i++) {
      f[base + i] = Number.NaN;
      f[base + OUT_BASE + i] = Number.NaN;
    }
    for (let s = 0; s < 3; s++) f[base + O.held + s] = Number.NaN;
    f[base + O.quickShare1h] = Number.NaN;
    f[base + O.burst] = Number.NaN;
    f[base + O.night] = Number.NaN;
  }

  /**
   * Share of the payers kept of the last 28 days whose last sum is one of the three commonest sums:
   * near 1 where goods have a price list, low where people pay what they owe. NaN below six payers.
   */
  #priceListShare(account: number, nowSec: number): number {
    const v: TableView = this.#counterparties.open(account, PAYERS, this.#view);
    if (v.length < PRICE_LIST_PAYERS) return Number.NaN;
    const keys = this.#sumKeys;
    const counts = this.#sumCounts;
    counts.fill(0);
    let payers = 0;
    for (let i = 0; i < v.length; i++) {
      if (nowSec - v.words[v.who + v.capacity + i] > MONTH_SEC) continue;
      payers++;
      // The bits of the sum are as good as the sum to tell equals from others.
      const bits = v.words[v.who + 2 * v.capacity + i];
      let slot = Math.imul(bits, 0x9e3779b1) >>> SUM_SHIFT;
      while (counts[slot] > 0 && keys[slot] !== bits) slot = (slot + 1) & (SUM_SLOTS - 1);
      keys[slot] = bits;
      counts[slot] += 1;
    }
    return payers < PRICE_LIST_PAYERS ? Number.NaN : topThree(counts) / payers;
  }
}

/** Entries of the three greatest counts that repeat at all. */
function topThree(counts: Uint8Array): number {
  let first = 1;
  let second = 1;
  let third = 1;
  for (let i = 0; i < counts.length; i++) {
    const n = counts[i];
    if (n <= third) continue;
    if (n > first) {
      third = second;
      second = first;
      first = n;
    } else if (n > second) {
      third = second;
      second = n;
    } else third = n;
  }
  return (first > 1 ? first : 0) + (second > 1 ? second : 0) + (third > 1 ? third : 0);
}
