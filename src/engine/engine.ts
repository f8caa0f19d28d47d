import type { AccountFacts } from '../domain/account.ts';
import { localDayStart } from '../domain/local-day.ts';
import type { Taint } from '../domain/taint.ts';
import type { TransferBatch } from '../domain/transfer.ts';
import { AccountFeatures, SIDE_BASE } from './account-features.ts';
import { emptyView, find, PAYEES } from './counterparties.ts';
import { EvidenceBook } from './evidence.ts';
import { FEATURES, WINDOW_MS } from './features.ts';
import { isHub } from './hubs.ts';
import { LastMoves } from './last-moves.ts';
import { Ledger, type Leg } from './ledger.ts';
import { Learned } from './model/learned.ts';
import type { Model } from './model/model.ts';
import { LearnedReasons, tellsOf } from './model/reasons.ts';
import { PASS_ON_FEATURES, PassOns } from './pass-ons.ts';
import { Patterns } from './patterns.ts';
import { emptyProvenance } from './provenance.ts';
import { RecentIds, transferKeyOf } from './recent-ids.ts';
import { createHits, type RuleHits, type Ruleset } from './rules/ruleset.ts';
import {
  CHAIN_DEPTH,
  CYCLE_BACK,
  CYCLE_LENGTH,
  fillMoney,
  fillTransfer,
  isImpersonal,
  MATCH_RATIO,
  PAIR_BACK,
  PAIR_COUNT,
  PAIR_GAP,
  PAIR_NEW,
  PAIR_RUN,
  SCATTER_GATHER,
  SEEN,
  SOURCE_FAN_OUT,
  type TransferRules,
} from './transfer-features.ts';
import { VERDICTS } from './verdict.ts';

export interface EngineOptions {
  readonly ruleset: Ruleset;
  /** 'day' when the input has no time of day: nothing below a day is used. */
  readonly clock: 'exact' | 'day';
  /** ISO 4217 of every amount, '' when unknown; only 'KZT' wakes the rules that count in tenge. */
  readonly currency: string;
  /** Reporting thresholds in minor units, ascending. */
  readonly thresholdsMinor: readonly number[];
  /** Judges with what it learnt from labelled transfers; without it the rules alone judge. */
  readonly model?: Model;
  /** Every feature is wanted, whoever reads it: for learning and for a look back. */
  readonly allFeatures?: boolean;
  /** Time runs backwards (mirror.ts): money that is passed on grows. */
  readonly backwards?: boolean;
}

/** Signals kept per transfer; the account keeps them all. */
export const TOP_SIGNALS = 3;

/** What the engine says of a batch, column by column beside it. */
export interface VerdictBatch {
  /** 0..100 in hundredths; -1 for a repeat that was not folded in again. */
  score: Float32Array;
  /** Index into VERDICTS. */
  verdict: Uint8Array;
  /** TOP_SIGNALS per transfer: index of the rule + 1, strongest first; 0 = none. */
  signals: Uint8Array;
}

export const createVerdictBatch = (capacity: number): VerdictBatch => ({
  score: new Float32Array(capacity),
  verdict: new Uint8Array(capacity),
  signals: new Uint8Array(capacity * TOP_SIGNALS),
});

/** Things the engine met and did not hide. */
export interface EngineCounts {
  transfers: number;
  duplicates: number;
  outOfOrder: number;
  hubs: number;
  walksCut: number;
  lotsMerged: number;
  counterpartiesEvicted: number;
}

export interface EngineResume {
  seq: number;
  latestAt: number | null;
  duplicates: number;
  outOfOrder: number;
  walksCut: number;
  /** When the first transfer came, epoch ms; null before it. */
  firstAt: number | null;
}

/** Longest time that "for how long transfers had been seen" tells: by then every window is full. */
const SEEN_MAX_MS = 60 * 86_400_000;

/** The typology of money that is known, and not judged, to be bad. */
const KNOWN_MONEY = 'known-bad-money';

const MONTH_SEC = WINDOW_MS[3] / 1000;
const HOLD = VERDICTS.indexOf('hold');
const REVIEW = VERDICTS.indexOf('review');

/**
 * The fold: transfers in, verdicts out, state in between. Pure: no clock, no randomness, no I/O; the
 * same transfers in the same order give the same state and verdicts, byte for byte.
 */
export class Engine {
  readonly ledger: Ledger;
  readonly evidence = new EvidenceBook();
  readonly ids = new RecentIds();
  /** Feature vector of the transfer folded last. */
  readonly features = new Float64Array(FEATURES.length);
  /** Rules that fired on the transfer folded last. */
  readonly hits: RuleHits;
  readonly #options: EngineOptions;
  readonly #transferRules: TransferRules;
  readonly #accountFeatures: AccountFeatures;
  readonly #patterns: Patterns;
  readonly #provenance = emptyProvenance();
  readonly #view = emptyView();
  readonly #debit: Leg = blankLeg();
  readonly #credit: Leg = blankLeg();
  /** Kept only while somebody reads it. */
  readonly moves: LastMoves | undefined;
  readonly passOns: PassOns | undefined;
  readonly learned: Learned | undefined;
  readonly #looksForSources: boolean;
  readonly #reasons: LearnedReasons | undefined;
  #seq = 0;
  #firstAt = Number.NaN;
  #latestAt = Number.NEGATIVE_INFINITY;
  #duplicates = 0;
  #outOfOrder = 0;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.ledger = new Ledger(options.thresholdsMinor, options.backwards);
    this.hits = createHits(options.ruleset);
    this.#transferRules = {
      clockExact: options.clock === 'exact',
      inTenge: options.currency === 'KZT',
      thresholdsMinor: options.currency === 'KZT' ? options.thresholdsMinor : [],
    };
    const { accounts, counterparties, windows } = this.ledger;
    const reads = readsOf(options);
    this.#accountFeatures = new AccountFeatures(
      accounts,
      counterparties,
      windows,
      { exact: options.clock === 'exact' },
      reads,
    );
    this.#patterns = new Patterns(accounts, counterparties);
    this.moves = this.#accountFeatures.readsMoves ? new LastMoves() : undefined;
    this.passOns = PASS_ON_FEATURES.some((f) => reads.has(f))
      ? new PassOns(options.backwards === true)
      : undefined;
    this.learned = options.model && new Learned(options.model);
    this.#reasons = options.model && new LearnedReasons(options.ruleset.rules);
    this.#looksForSources = reads.has(SOURCE_FAN_OUT);
  }

  /** Tells what is known of an account besides its transfers. */
  learn(account: number, facts: AccountFacts): void {
    this.ledger.learn(account, facts);
  }

  /** From now on, all that this account pays descends from `cause`. */
  mark(account: number, cause: Taint): void {
    this.ledger.mark(account, cause);
  }

  /** From now on, what this account pays descends from `cause` no more; money that it paid before still does. */
  unmark(account: number, cause: Taint): void {
    this.ledger.unmark(account, cause);
  }

  /**
   * Folds a batch in; `out` receives one verdict per transfer.
   * @param watch called after each transfer that was folded in, while `features` describes it
   */
  fold(batch: TransferBatch, out: VerdictBatch, watch?: (features: Float64Array) => void): void {
    this.#findRepeats(batch, out);
    for (let i = 0; i < batch.count; i++) {
      if (out.score[i] < 0) continue;
      this.#foldOne(batch, i, out);
      watch?.(this.features);
    }
  }

  #foldOne(batch: TransferBatch, i: number, out: VerdictBatch): void {
    const score = this.step(
      batch.at[i],
      batch.payer[i],
      batch.payee[i],
      batch.amountMinor[i],
      batch.channel[i],
      batch.purpose[i],
      batch.device[i],
    );
    out.score[i] = score;
    out.verdict[i] = this.verdictOf(score);
    this.#topSignals(out.signals, i * TOP_SIGNALS);
  }

  /** Marks repeats with -1. In a loop of its own: its cache misses then overlap instead of adding up. */
  #findRepeats(batch: TransferBatch, out: VerdictBatch): void {
    for (let i = 0; i < batch.count; i++) {
      const repeat = this.ids.seen(transferKeyOf(batch, i));
      out.score[i] = repeat ? -1 : 0;
      if (repeat) this.#duplicates++;
    }
  }

  /** Index into VERDICTS of a score. */
  verdictOf(score: number): number {
    const { review, hold } = this.#options.ruleset;
    return score >= hold ? HOLD : score >= review ? REVIEW : 0;
  }

  /** Folds one transfer in and returns its score; `features` and `hits` then describe it. */
  step(
    atMs: number,
    payer: number,
    payee: number,
    amountMinor: number,
    channel: number,
    purpose: number,
    device: number,
  ): number {
    // Without a clock the order inside a day means nothing: the day itself is the time.
    const at = this.#transferRules.clockExact ? atMs : localDayStart(atMs);
    if (at < this.#latestAt) this.#outOfOrder++;
    else this.#latestAt = at;
    if (this.#seq === 0) this.#firstAt = at;
    this.#seq++;
    const { ledger } = this;
    const p = this.#provenance;
    ledger.accounts.ensure(Math.max(payer, payee));
    fillLeg(this.#debit, payer, payee, at, amountMinor, channel, purpose, device);
    fillLeg(this.#credit, payee, payer, at, amountMinor, channel, purpose, 0);
    const f = this.features;
    this.#lookBeyond(payer, payee, at, amountMinor);
    ledger.debit(this.#debit, p);
    ledger.credit(this.#credit, p);
    fillTransfer(f, this.#debit, this.#transferRules);
    fillMoney(f, p, this.#transferRules.clockExact);
    f[MATCH_RATIO] = ledger.match.ratio;
    f[CHAIN_DEPTH] = ledger.match.depth;
    f[PAIR_NEW] = ledger.pair.count === 0 ? 1 : 0;
    f[PAIR_COUNT] = ledger.pair.count + 1;
    f[PAIR_RUN] = ledger.pair.sameSumRun + 1;
    f[PAIR_GAP] = Math.max(0, at - ledger.pair.lastSec * 1000);
    f[SEEN] = Math.min(SEEN_MAX_MS, Math.max(0, at - this.#firstAt));
    this.#accountFeatures.fill(f, SIDE_BASE.payer, payer, at);
    this.#accountFeatures.fill(f, SIDE_BASE.payee, payee, at);
    if (this.passOns) this.#fillPassOns(this.passOns, this.#debit);
    if (this.moves) this.#fillMoves(this.moves, at, payer, payee, amountMinor, channel);
    return this.#judge(payer, payee, at);
  }

  #fillPassOns(passOns: PassOns, leg: Leg): void {
    const { account: payer, other: payee, amountMinor, channel, purpose } = leg;
    const sec = Math.floor(leg.at / 1000);
    const among = !isImpersonal(channel, purpose);
    passOns.fill(this.features, { payer, payee, sec, amountMinor }, among);
    const { count, lastSec } = this.ledger.pair;
    // Whom a hub dealt with is kept nowhere else.
    const isFirst = count === 0 || (Number.isNaN(lastSec) && !passOns.knows(payee, payer));
    if (among && isFirst) passOns.note(payer, payee, sec, amountMinor);
  }

  #fillMoves(
    moves: LastMoves,
    at: number,
    payer: number,
    payee: number,
    amountMinor: number,
    channel: number,
  ): void {
    moves.ensure(Math.max(payer, payee));
    this.#accountFeatures.fillMoves(this.features, SIDE_BASE.payer, payer, at, moves);
    this.#accountFeatures.fillMoves(this.features, SIDE_BASE.payee, payee, at, moves);
    moves.note(payer, payee, at, amountMinor, channel);
  }

  /** Searches that must see the tables as they were before this transfer. */
  #lookBeyond(payer: number, payee: number, at: number, amountMinor: number): void {
    const f = this.features;
    const { accounts, counterparties } = this.ledger;
    const sec = Math.floor(at / 1000);
    f[PAIR_BACK] = 0;
    f[CYCLE_LENGTH] = 0;
    f[CYCLE_BACK] = Number.NaN;
    f[SCATTER_GATHER] = 0;
    f[SOURCE_FAN_OUT] = 0;
    const back = counterparties.open(payee, PAYEES, this.#view);
    const theOtherWay = find(back, payer);
    if (theOtherWay >= 0 && sec - back.words[back.who + back.capacity + theOtherWay] <= MONTH_SEC)
      f[PAIR_BACK] = back.floats[back.who + 2 * back.capacity + theOtherWay] / amountMinor;
    if (isHub(accounts, payer) || isHub(accounts, payee)) return;
    if (this.#looksForSources) f[SOURCE_FAN_OUT] = this.#patterns.sourceFanOut(payer, sec);
    if (find(counterparties.open(payer, PAYEES, this.#view), payee) >= 0) return;
    if (this.#patterns.mayClose(payee, sec, amountMinor)) {
      const cycle = this.#patterns.findCycle(payer, payee, sec, amountMinor);
      f[CYCLE_LENGTH] = cycle.length;
      if (cycle.length > 0) f[CYCLE_BACK] = amountMinor / cycle.sentMinor;
    }
    f[SCATTER_GATHER] = this.#patterns.scatterGatherWidth(payer, payee, sec);
  }

  #judge(payer: number, payee: number, at: number): number {
    const { ruleset } = this.#options;
    const byRules = ruleset.evaluate(this.features, this.hits);
    const judged = this.learned ? this.#byModel(this.learned, byRules, payer, payee, at) : byRules;
    // Hundredths: what is shown, written and compared is one and the same number.
    const score = Math.round(judged * 100) / 100;
    for (let h = 0; h < this.hits.count; h++) {
      const index = this.hits.rules[h];
      const rule = ruleset.rules[index];
      const account = rule.subject === 'payer' ? payer : payee;
      const strength = this.hits.strengths[h];
      this.evidence.note(account, index, strength, at, this.#seq, rule.uses, this.features);
    }
    return score;
  }

  /**
   * What a model says counts instead of what the rules say, which stay as reasons; but money known to be bad is known,
   * whatever was learnt.
   */
  #byModel(learned: Learned, byRules: number, payer: number, payee: number, at: number): number {
    const { rules } = this.#options.ruleset;
    let known = false;
    for (let h = 0; h < this.hits.count; h++)
      known ||= rules[this.hits.rules[h]].typology === KNOWN_MONEY;
    const score = learned.judge(this.features, payer, payee, at);
    if (score >= this.#options.ruleset.review) this.#reasons?.tell(learned, this.hits);
    return known ? Math.max(score, byRules) : score;
  }

  #topSignals(into: Uint8Array, base: number): void {
    const { rules, strengths, count } = this.hits;
    into.fill(0, base, base + TOP_SIGNALS);
    for (let h = 0; h < count; h++) {
      let candidate = h;
      for (let k = 0; k < TOP_SIGNALS && candidate >= 0; k++) {
        const held = into[base + k] - 1;
        const points = this.#points(rules[candidate], strengths[candidate]);
        if (held < 0) {
          into[base + k] = rules[candidate] + 1;
          candidate = -1;
        } else if (points > this.#points(held, this.#strengthOf(held))) {
          into[base + k] = rules[candidate] + 1;
          candidate = rules.indexOf(held);
        }
      }
    }
  }

  #points(rule: number, strength: number): number {
    return this.#options.ruleset.rules[rule].weight * strength;
  }

  #strengthOf(rule: number): number {
    return this.hits.strengths[this.hits.rules.indexOf(rule)];
  }

  get ruleset(): Ruleset {
    return this.#options.ruleset;
  }

  /** The scalars a restored engine goes on from. */
  resume(): EngineResume {
    return {
      seq: this.#seq,
      // -Infinity, before the first transfer, has no JSON.
      latestAt: Number.isFinite(this.#latestAt) ? this.#latestAt : null,
      duplicates: this.#duplicates,
      outOfOrder: this.#outOfOrder,
      walksCut: this.#patterns.cut,
      firstAt: this.#seq === 0 ? null : this.#firstAt,
    };
  }

  resumeFrom(r: EngineResume): void {
    this.#seq = r.seq;
    this.#latestAt = r.latestAt ?? Number.NEGATIVE_INFINITY;
    this.#duplicates = r.duplicates;
    this.#outOfOrder = r.outOfOrder;
    this.#patterns.cut = r.walksCut;
    this.#firstAt = r.firstAt ?? Number.NaN;
  }

  counts(): EngineCounts {
    return {
      transfers: this.#seq,
      duplicates: this.#duplicates,
      outOfOrder: this.#outOfOrder,
      hubs: this.ledger.hubs,
      walksCut: this.#patterns.cut,
      lotsMerged: this.ledger.lots.merged,
      counterpartiesEvicted: this.ledger.counterparties.evicted,
    };
  }
}

/** Features that somebody reads: groups that cost a search and that nobody reads are left out. */
function readsOf({ ruleset, model, allFeatures }: EngineOptions): ReadonlySet<number> {
  if (allFeatures === true) return new Set(FEATURES.keys());
  const asked = model?.arrival.uses ?? [];
  // A reason of the model shows features besides those that the model asks.
  const reading = ruleset.rules.filter((rule) => rule.learned.length === 0 || tellsOf(rule, asked));
  return new Set([...reading.flatMap((rule) => rule.uses), ...asked]);
}

const blankLeg = (): Leg => ({
  account: 0,
  other: 0,
  at: 0,
  amountMinor: 0,
  channel: 0,
  purpose: 0,
  device: 0,
});

function fillLeg(
  leg: Leg,
  account: number,
  other: number,
  at: number,
  amountMinor: number,
  channel: number,
  purpose: number,
  device: number,
): void {
  leg.account = account;
  leg.other = other;
  leg.at = at;
  leg.amountMinor = amountMinor;
  leg.channel = channel;
  leg.purpose = purpose;
  leg.device = device;
}
