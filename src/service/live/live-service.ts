import { EventEmitter } from 'node:events';
import type pg from 'pg';
import type { AccountFacts } from '../../domain/account.ts';
import { fail, QorganError } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import type { Taint } from '../../domain/taint.ts';
import type { Transaction } from '../../store/store.ts';
import { accountName } from './account-names.ts';
import type { Block } from './block.ts';
import type { BlockWriter } from './block-writer.ts';
import { isOutage } from './database-errors.ts';
import type { Outcome } from './decided.ts';
import type { LiveOptions, LiveState } from './live-state.ts';
import { type Found, findDecided, type Moved, sameMove } from './repeats.ts';
import { type SignalRecord, tellSignal } from './signal-record.ts';
import type { Standing } from './standing.ts';
import { Taker } from './take-transfer.ts';
import type { Institution, TransferRequest } from './transfer-request.ts';
import { type Underway, UnderwayIds } from './underway.ts';

/** A fact to be recorded that is no transfer. */
export type RecordedFact =
  | {
      readonly kind: 'learn';
      readonly institution: Institution;
      readonly account: string;
      readonly facts: AccountFacts;
    }
  | { readonly kind: 'mark' | 'unmark'; readonly account: number; readonly cause: Taint };

export interface LiveLimits {
  /** Transfers taken in and not yet answered, or answered as not yet on disk; past it 503. */
  readonly waitingMax: number;
  /** A caller waits no longer than this for its answer to be durable. */
  readonly answerWithinMs: number;
  /** Looking for an earlier decision of an id takes no longer, once there is a connection; past it 503. */
  readonly findWithinMs: number;
  /** One attempt to write takes no longer: above the bound that each statement of it has in the database. */
  readonly attemptWithinMs: number;
}

export const LIVE_LIMITS: LiveLimits = {
  waitingMax: 16_384,
  answerWithinMs: 10_000,
  findWithinMs: 5_000,
  attemptWithinMs: 45_000,
};

/** How far a bank's clock may run ahead of ours. */
const CLOCK_SKEW_MS = 5 * 60_000;

export interface LiveParts {
  readonly state: LiveState;
  readonly options: LiveOptions;
  readonly standing: Standing;
  readonly pool: Pick<pg.Pool, 'query'>;
  /** Starts writing after the state's last fact; is told what became durable. */
  readonly startWriter: (durable: (block: Block) => void) => Promise<BlockWriter>;
  readonly now: () => number;
  readonly limits?: Partial<LiveLimits>;
}

export interface LiveEvents {
  /** A block became durable. */
  durable: [block: Block];
}

/**
 * The decision path: validate -> seen before? -> engine, lists, law -> journal -> answer. One instance owns the state;
 * nothing it answers can be lost, and an id is decided once.
 */
export class LiveService extends EventEmitter<LiveEvents> {
  readonly state: LiveState;
  readonly #parts: LiveParts;
  readonly #limits: LiveLimits;
  readonly #taker: Taker;
  readonly #underway = new UnderwayIds();
  #writer: BlockWriter | undefined;
  #waiting = 0;
  #stopping = false;

  private constructor(parts: LiveParts) {
    super();
    this.#parts = parts;
    this.state = parts.state;
    this.#limits = { ...LIVE_LIMITS, ...parts.limits };
    this.#taker = new Taker(parts.state, parts.standing);
  }

  static async start(parts: LiveParts): Promise<LiveService> {
    const live = new LiveService(parts);
    const writer = await parts.startWriter((block) => live.emit('durable', block));
    live.#writer = writer;
    try {
      await live.#sayWhoJudges();
    } catch (error) {
      // Its connection would keep the store from closing.
      await writer.stop();
      throw error;
    }
    return live;
  }

  /** Notes in the journal when another set of rules or another model judges from here on. */
  async #sayWhoJudges(): Promise<void> {
    const { fingerprint, judgedBy } = this.state;
    if (fingerprint === judgedBy) return;
    const block = this.writer.open;
    const fact = { kind: 'engine', fingerprint } as const;
    this.state.tell(fact);
    block.facts.push(fact);
    await this.#durable(block);
  }

  /**
   * Decides transfers, in their order; resolves when all of it is on disk. Throws QRG_BUSY, QRG_STOPPING or
   * QRG_NOT_DURABLE: none of the transfers may then be taken as decided, and all may be sent again.
   */
  decide(
    institution: Institution,
    transfers: readonly TransferRequest[],
  ): Promise<readonly Outcome[]> {
    this.#admit(transfers.length);
    const { institutionId } = institution;
    const asked = this.#decide(institution, transfers);
    const done = asked.outcomes;
    const request: Underway = { done, transfers };
    this.#underway.enter(institutionId, request);
    // Answered is not enough: a caller gives up sooner than the database, and what it asked is held until then.
    let ends = 2;
    const ended = (): void => {
      if (--ends === 0) this.#waiting -= transfers.length;
    };
    void asked.settled.then(ended);
    done.then(ended, ended);
    // Not before: of an id that is taken in but not yet on disk the database knows nothing.
    void asked.settled.then(() => this.#underway.leave(institutionId, request));
    return done;
  }

  /** `settled` resolves when nothing of this request is on its way to the disk any more, however it went. */
  #decide(institution: Institution, transfers: readonly TransferRequest[]) {
    // Read before this request enters its own ids: whoever is found here came earlier.
    const earlier = transfers.map(({ id }) => this.#underway.of(institution.institutionId, id));
    const settled = Promise.withResolvers<void>();
    const outcomes = this.#taken(institution, transfers, earlier, settled.resolve);
    return { outcomes, settled: settled.promise };
  }

  async #taken(
    institution: Institution,
    transfers: readonly TransferRequest[],
    earlier: readonly (Underway | undefined)[],
    settled: () => void,
  ): Promise<readonly Outcome[]> {
    const { institutionId } = institution;
    const maybeKnown = transfers
      .filter(({ id, at }, i) => !earlier[i] && this.#mayKnow(institutionId, id, at))
      .map(({ id }) => id);
    const found = await this.#find(institutionId, maybeKnown).catch((error: unknown) => {
      settled();
      throw error;
    });
    if (this.writer.hasEnded) {
      settled();
      throw new QorganError('QRG_STOPPING');
    }
    const block = this.writer.open;
    let outcomes: (Outcome | Promise<Outcome>)[];
    try {
      outcomes = this.#takeAll(institution, transfers, earlier, found, block);
    } catch (error) {
      // The state may have taken in what the block has not: from here on it would not be what the journal says.
      this.writer.giveUp(error);
      settled();
      throw new QorganError('QRG_NOT_DURABLE');
    }
    const told = Promise.all(outcomes);
    // Whoever waits hears of a failure of an earlier request; that it comes before ours is no crash.
    told.catch(() => {});
    if (block.isEmpty) settled();
    else block.durable.then(settled, settled);
    await this.#durable(block);
    return told;
  }

  #takeAll(
    institution: Institution,
    transfers: readonly TransferRequest[],
    earlier: readonly (Underway | undefined)[],
    found: ReadonlyMap<string, readonly Found[]>,
    block: Block,
  ): (Outcome | Promise<Outcome>)[] {
    const outcomes: (Outcome | Promise<Outcome>)[] = [];
    const here = new Map<string, number>();
    transfers.forEach((request, i) => {
      const first = here.get(request.id);
      const before = earlier[i];
      const known = found.get(request.id);
      if (first !== undefined)
        outcomes.push(this.#repeatHere(institution, request, transfers[first], outcomes[first]));
      else if (before) outcomes.push(this.#repeatOf(institution, request, before));
      else if (known) outcomes.push(this.#known(institution, request, known));
      else outcomes.push(this.#take(institution, request, block));
      // An id whose transfer was refused is nobody's yet.
      const outcome = outcomes[i];
      if (first === undefined && !('ok' in outcome && !outcome.ok)) here.set(request.id, i);
    });
    return outcomes;
  }

  /** Validates and takes in one transfer that was not seen before. */
  #take(institution: Institution, request: TransferRequest, block: Block): Outcome {
    const { options, now } = this.#parts;
    const { at, currency } = request;
    if (currency !== options.currency)
      return fail('QRG_TRANSFER_CURRENCY', { expected: options.currency, currency });
    // A clock that was set back does not make facts older than those before them.
    const receivedAt = Math.max(now(), this.state.receivedAt);
    if (at > receivedAt + CLOCK_SKEW_MS)
      return fail('QRG_TRANSFER_AT_FUTURE', {
        minutes: CLOCK_SKEW_MS / 60_000,
        at: new Date(at).toISOString(),
      });
    const payer = accountName(institution, request.payer);
    const payee = accountName(institution, request.payee);
    if (payer === payee) return fail('QRG_TRANSFER_SAME_ACCOUNT');
    const decided = this.#taker.take(institution, request, { payer, payee }, receivedAt, block);
    return { ok: true, value: decided };
  }

  async #repeatOf(
    institution: Institution,
    request: TransferRequest,
    { done, transfers }: Underway,
  ): Promise<Outcome> {
    const index = transfers.findIndex(({ id }) => id === request.id);
    return this.#repeatHere(institution, request, transfers[index], (await done)[index]);
  }

  async #repeatHere(
    institution: Institution,
    request: TransferRequest,
    before: TransferRequest,
    outcome: Outcome | Promise<Outcome>,
  ): Promise<Outcome> {
    if (!sameMove(this.#moved(institution, request), this.#moved(institution, before)))
      return fail('QRG_TRANSFER_ID_REUSED', { id: request.id });
    const said = await outcome;
    return said.ok ? { ok: true, value: { ...said.value, repeat: true } } : said;
  }

  #known(institution: Institution, request: TransferRequest, known: readonly Found[]): Outcome {
    const asked = this.#moved(institution, request);
    const same = known.find(({ moved }) => sameMove(asked, moved));
    return same
      ? { ok: true, value: same.decided }
      : fail('QRG_TRANSFER_ID_REUSED', { id: request.id });
  }

  #moved(institution: Institution, { at, payer, payee, amountMinor }: TransferRequest): Moved {
    return {
      at,
      payer: this.accountNo(institution, payer),
      payee: this.accountNo(institution, payee),
      amountMinor,
    };
  }

  #mayKnow(institutionId: number, id: string, at: number): boolean {
    return this.state.mayKnow(institutionId, id, at, CLOCK_SKEW_MS);
  }

  async #find(
    institutionId: number,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Found[]>> {
    if (ids.length === 0) return NONE_FOUND;
    try {
      return await findDecided(this.#parts.pool, institutionId, ids, this.#limits.findWithinMs);
    } catch (error) {
      if (isOutage(error)) throw new QorganError('QRG_NOT_DURABLE');
      throw error;
    }
  }

  #admit(count: number): void {
    if (this.#stopping) throw new QorganError('QRG_STOPPING');
    if (this.writer.trouble !== undefined) throw new QorganError('QRG_NOT_DURABLE');
    if (this.#waiting + count > this.#limits.waitingMax) throw new QorganError('QRG_BUSY');
    this.#waiting += count;
  }

  /** Waits for a block to be on disk, but not for ever: the database may be away for hours. */
  async #durable(block: Block): Promise<void> {
    if (block.isEmpty) return;
    this.writer.poke();
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => late.reject(new QorganError('QRG_NOT_DURABLE')),
      this.#limits.answerWithinMs,
    );
    try {
      await Promise.race([block.durable, late.promise]);
    } catch (error) {
      throw error instanceof QorganError && error.problem.code === 'QRG_NOT_DURABLE'
        ? error
        : new QorganError('QRG_NOT_DURABLE', {});
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Records facts that are no transfers, with rows of the caller's own in the same transaction. Resolves when durable;
   * throws what `also` threw, in which case its rows are not there though the facts are.
   */
  async record(
    facts: readonly RecordedFact[],
    also?: (trx: Transaction) => Promise<void>,
  ): Promise<void> {
    this.#admit(facts.length);
    const block = this.writer.open;
    for (const fact of facts) this.#tell(fact, block);
    const work = also && { work: also, failed: undefined as unknown };
    if (work) block.also.push(work);
    const onDisk = (): void => {
      this.#waiting -= facts.length;
    };
    if (block.isEmpty) onDisk();
    else block.durable.then(onDisk, onDisk);
    await this.#durable(block);
    if (work?.failed !== undefined) throw work.failed;
  }

  #tell(fact: RecordedFact, block: Block): void {
    if (fact.kind === 'learn') {
      const { institution } = fact;
      const name = accountName(institution, fact.account);
      const account = this.#taker.accountOf(name, institution, block);
      // As the journal will tell them again: JSON has no -0, and nothing that is undefined.
      const facts: AccountFacts = JSON.parse(JSON.stringify(fact.facts));
      const learnt = { kind: 'learn', account, facts } as const;
      this.state.tell(learnt);
      block.facts.push(learnt);
    } else {
      this.state.tell(fact);
      block.facts.push(fact);
    }
  }

  /** Number of an account as an institution names it; undefined when never seen. */
  accountNo(institution: Institution, told: string): number | undefined {
    return this.state.accounts.indexOf(accountName(institution, told));
  }

  /** Name of an account; masked wherever it is shown to somebody whose own it is not. */
  accountName(account: number): string | undefined {
    return this.state.accounts.names[account];
  }

  explain(signal: SignalRecord, language: Language): string {
    const { ruleset, currency } = this.#parts.options;
    return tellSignal(signal, ruleset, { currency, clock: 'exact' }, language);
  }

  /** The rules and the currency that decisions are made by. */
  get options(): Pick<LiveOptions, 'ruleset' | 'currency'> {
    return this.#parts.options;
  }

  get writer(): BlockWriter {
    if (this.#writer === undefined) throw new Error('the service has not started');
    return this.#writer;
  }

  status() {
    return {
      seq: this.state.seq,
      durableSeq: this.writer.durableSeq,
      waiting: this.#waiting,
      waitingMax: this.#limits.waitingMax,
      blocks: this.writer.blocks,
      accounts: this.state.accounts.size,
      trouble: this.writer.trouble !== undefined,
      stopping: this.#stopping,
    };
  }

  /** Admits nothing more, writes what waits. */
  async close(): Promise<void> {
    this.#stopping = true;
    await this.writer.stop();
  }
}

const NONE_FOUND: ReadonlyMap<string, readonly Found[]> = new Map();
