import type { AccountFacts } from '../domain/account.ts';
import { TAINTS, type Taint } from '../domain/taint.ts';
import { Accounts } from './accounts.ts';
import { type AmountMatch, matchAmount } from './amount-match.ts';
import {
  Counterparties,
  emptyView,
  PAYEES,
  PAYERS,
  type PairBefore,
  type Side,
} from './counterparties.ts';
import { isHub, recognise } from './hubs.ts';
import { B, F, FLAG, H, MARK_SHIFT, RECORD_BYTES, U } from './layout.ts';
import { Lots } from './lots.ts';
import { addOrigin, type Provenance, resetProvenance } from './provenance.ts';
import { tellFacts } from './told-facts.ts';
import {
  isCashIn,
  isCashOut,
  isChannelTold,
  isImpersonal,
  isJustUnder,
  isRound,
  isSpending,
  isWage,
  localHour,
} from './transfer-features.ts';
import { type Direction, IN, OUT, Windows } from './windows.ts';

/** One side of a transfer, as the engine sees it. */
export interface Leg {
  account: number;
  other: number;
  at: number;
  amountMinor: number;
  channel: number;
  purpose: number;
  /** Interned device of the payer; 0 = not told. */
  device: number;
}

/** Which accounts share an owner, a device, a phone. */
export interface AccountLinks {
  owners: [string, number[]][];
  devices: [number, number[]][];
  contacts: [string, number[]][];
}

const DAY_MS = 86_400_000;
const NIGHT_UNTIL_HOUR = 6;
/** Accounts kept per owner or device; more are not told apart from this many. */
const GROUP_MAX = 64;
/** A u16 counter stands still here. */
const COUNT_MAX = 0xffff;
/** What a pair was, where nobody asks. */
const IGNORED: PairBefore = { count: 0, sameSumRun: 0, lastSec: Number.NaN };

/**
 * The state that transfers are folded into: balances as lots, windows, counterparties. A transfer is a
 * debit where the payer lives and a credit where the payee lives; the provenance is all that passes
 * between them, so the two may live in different processes.
 */
export class Ledger {
  readonly accounts = new Accounts();
  readonly lots = new Lots(this.accounts);
  readonly windows = new Windows(this.accounts);
  readonly counterparties = new Counterparties(this.accounts);
  readonly #thresholdsMinor: readonly number[];
  readonly #view = emptyView();
  readonly match: AmountMatch = { ratio: Number.NaN, depth: 0 };
  readonly pair: PairBefore = { count: 0, sameSumRun: 0, lastSec: Number.NaN };
  readonly #ownerAccounts = new Map<string, number[]>();
  readonly #deviceAccounts = new Map<number, number[]>();
  readonly #contactAccounts = new Map<string, number[]>();
  readonly #backwards: boolean;
  hubs = 0;

  /** @param backwards time runs backwards: a sum that follows another is greater, not smaller */
  constructor(thresholdsMinor: readonly number[], backwards = false) {
    this.#backwards = backwards;
    this.#thresholdsMinor = thresholdsMinor;
  }

  /** Tells what is known of an account besides its transfers. */
  learn(account: number, facts: AccountFacts): void {
    this.accounts.ensure(account);
    tellFacts(this.accounts, account, facts);
    const kind = facts.ownerKind ?? 'unknown';
    if (kind !== 'unknown')
      this.accounts.setFlag(account, kind === 'person' ? FLAG.person : FLAG.notPerson);
    if (facts.hub === true && !isHub(this.accounts, account)) {
      this.accounts.setFlag(account, FLAG.hubTold);
      this.hubs++;
    }
    for (const contact of facts.contacts ?? [])
      this.#share(this.#contactAccounts, contact, account, B.deviceAccounts);
    if (facts.owner !== undefined)
      this.#share(this.#ownerAccounts, facts.owner, account, B.ownerAccounts);
  }

  /** From now on, all that this account pays descends from `cause`. */
  mark(account: number, cause: Taint): void {
    this.accounts.ensure(account);
    this.accounts.setFlag(account, 1 << (MARK_SHIFT + TAINTS.indexOf(cause)));
  }

  /** From now on, what this account pays descends from `cause` no more; money that it paid before still does. */
  unmark(account: number, cause: Taint): void {
    this.accounts.ensure(account);
    this.accounts.clearFlag(account, 1 << (MARK_SHIFT + TAINTS.indexOf(cause)));
  }

  /** Takes the money of `leg` from the payer; fills `p` with what it was, `match` and `pair`. */
  debit(leg: Leg, p: Provenance): void {
    const { account, at, amountMinor } = leg;
    this.accounts.ensure(account);
    resetProvenance(p, amountMinor);
    this.#live(leg, OUT);
    if (isHub(this.accounts, account)) {
      addOrigin(p, account);
      this.match.ratio = Number.NaN;
      this.match.depth = 0;
    } else {
      this.lots.debit(account, at, p, !isSpending(leg.channel, leg.purpose));
      const payers = this.counterparties.open(account, PAYERS, this.#view);
      matchAmount(payers, leg, this.match, this.#backwards);
    }
    this.#meet(leg, PAYEES, 0, this.pair);
    const flags = this.accounts.u32(account, U.flags) >>> MARK_SHIFT;
    for (let c = 0; flags >>> c !== 0; c++) if ((flags >>> c) & 1) p.taintMinor[c] = amountMinor;
    if (leg.device !== 0) this.#shareDevice(account, leg.device);
    if (recognise(this.accounts, account, at)) this.hubs++;
  }

  /** Gives the money that `p` describes to the payee. Call after the debit of the same transfer. */
  credit(leg: Leg, p: Provenance): void {
    const { account, at } = leg;
    this.accounts.ensure(account);
    this.#live(leg, IN);
    if (!isHub(this.accounts, account)) {
      const earned = isWage(leg.purpose) || isHub(this.accounts, leg.other);
      this.lots.credit(account, at, p, earned);
      this.#meet(leg, PAYERS, this.match.depth, IGNORED);
    }
    if (recognise(this.accounts, account, at)) this.hubs++;
  }

  /**
   * Notes whom the account dealt with. At a till, an employer's or a cash desk nobody is met, nor with
   * any hub: that a person pays a new shop says nothing, and no walk may lead through it. Such a pair
   * counts as an old one.
   */
  #meet(leg: Leg, side: Side, depth: number, was: PairBefore): void {
    if (
      isImpersonal(leg.channel, leg.purpose) ||
      isHub(this.accounts, leg.account) ||
      isHub(this.accounts, leg.other)
    ) {
      was.count = 1;
      was.sameSumRun = 0;
      was.lastSec = Number.NaN;
    } else this.counterparties.note(leg, side, depth, was);
  }

  /** Everything but lots and pairs: windows, totals, habits, pauses. */
  #live(leg: Leg, direction: Direction): void {
    const { account, at, amountMinor } = leg;
    const page = this.accounts.page(account);
    const { f64, u32 } = page;
    const fb = this.accounts.f64Base(account);
    const ub = this.accounts.u32Base(account);
    const lastAt = f64[fb + F.lastAt];
    if (Number.isNaN(lastAt)) {
      f64[fb + F.firstAt] = at;
      f64[fb + F.lastAt] = at;
    } else if (at > lastAt) {
      const gap = at - lastAt;
      if (gap >= f64[fb + F.idleMs] || at - f64[fb + F.idleEndAt] > DAY_MS) {
        f64[fb + F.idleMs] = gap;
        f64[fb + F.idleEndAt] = at;
      }
      f64[fb + F.lastAt] = at;
    }
    this.windows.add(account, direction, leg);
    f64[fb + F.inTotal + direction] += amountMinor;
    u32[ub + U.inCount + direction] += 1;
    if (localHour(at) < NIGHT_UNTIL_HOUR) u32[ub + U.night] += 1;
    if (isRound(amountMinor)) u32[ub + U.round] += 1;
    const spending = isSpending(leg.channel, leg.purpose);
    if (direction === OUT) {
      if (spending) f64[fb + F.purchaseOut] += amountMinor;
      if (isChannelTold(leg.channel)) u32[ub + U.toldOut]++;
    }
    if (
      direction === IN
        ? spending || isCashOut(leg.channel)
        : isWage(leg.purpose) || isCashIn(leg.channel)
    )
      u32[ub + U.served]++;
    if (isJustUnder(amountMinor, this.#thresholdsMinor)) {
      const goesOn = at - f64[fb + F.justUnderAt] <= 7 * DAY_MS;
      const hb = this.accounts.u16Base(account);
      page.u16[hb + H.justUnder] = goesOn ? Math.min(COUNT_MAX, page.u16[hb + H.justUnder] + 1) : 1;
      f64[fb + F.justUnderAt] = at;
    }
  }

  #shareDevice(account: number, device: number): void {
    const { u32 } = this.accounts.page(account);
    const ub = this.accounts.u32Base(account);
    if (u32[ub + U.lastDevice] === device) return;
    u32[ub + U.lastDevice] = device;
    this.#share(this.#deviceAccounts, device, account, B.deviceAccounts);
  }

  /** Adds an account to those with the same owner or device and tells all of them how many they are. */
  #share<K>(groups: Map<K, number[]>, key: K, account: number, field: number): void {
    let group = groups.get(key);
    if (group === undefined) {
      group = [];
      groups.set(key, group);
    }
    if (group.length < GROUP_MAX && !group.includes(account)) group.push(account);
    for (const one of group) {
      const { u8 } = this.accounts.page(one);
      const b = this.accounts.u8Base(one) + field;
      u8[b] = Math.max(u8[b], group.length);
    }
  }

  /** Owners, devices and contacts with their accounts, for a snapshot. */
  links(): AccountLinks {
    return {
      owners: [...this.#ownerAccounts],
      devices: [...this.#deviceAccounts],
      contacts: [...this.#contactAccounts],
    };
  }

  restoreLinks(links: AccountLinks): void {
    for (const [owner, list] of links.owners) this.#ownerAccounts.set(owner, list);
    for (const [device, list] of links.devices) this.#deviceAccounts.set(device, list);
    for (const [contact, list] of links.contacts) this.#contactAccounts.set(contact, list);
  }

  /** Bytes this account takes: its record and its blocks. */
  bytesOf(account: number): number {
    return (
      RECORD_BYTES +
      this.windows.bytesOf(account) +
      this.lots.bytesOf(account) +
      this.counterparties.bytesOf(account)
    );
  }
}
