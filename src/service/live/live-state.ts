import { createHash } from 'node:crypto';
import { type AccountFacts, AccountTable } from '../../domain/account.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { Engine, type EngineOptions } from '../../engine/engine.ts';
import { FEATURES } from '../../engine/features.ts';
import type { Model } from '../../engine/model/model.ts';
import { Opinions, type Reconsidered } from '../../engine/opinions.ts';
import type { Ruleset } from '../../engine/rules/ruleset.ts';
import { restoreEngine, saveEngine } from '../../engine/snapshot.ts';
import { VERDICTS } from '../../engine/verdict.ts';
import { engineEdition } from './engine-edition.ts';
import type { Fact, TransferFact } from './fact.ts';
import { joinParts, splitParts } from './parts.ts';
import type { SignalRecord } from './signal-record.ts';
import { transferKey } from './transfer-key.ts';

export interface LiveOptions {
  readonly ruleset: Ruleset;
  readonly model?: Model;
  /** ISO 4217 of all money followed. */
  readonly currency: string;
}

/** What is thought of one transfer, before law and lists have their word. */
export interface Judged {
  /** 0..100, hundredths. */
  readonly score: number;
  /** Index into VERDICTS. */
  readonly verdict: number;
  /** Strongest first. */
  readonly signals: readonly SignalRecord[];
  readonly reconsidered: readonly Reconsidered[];
}

/**
 * All that the decision service remembers between two facts: the engine, the names of accounts, what is thought of them,
 * the ids seen lately. Moved by facts only, so that the same facts give the same state, byte for byte: in the service, after
 * a crash, and in the follower beside it.
 */
export class LiveState {
  readonly engine: Engine;
  readonly accounts = new AccountTable();
  readonly fingerprint: string;
  readonly #options: LiveOptions;
  readonly #opinions: Opinions;
  /** Facts taken in so far: the sequence number of the last one. */
  seq = 0;
  /** Fingerprint of what judged the facts so far; '' before it is told. */
  judgedBy = '';
  /** Latest receivedAt, epoch ms: our clock as the facts tell it. */
  receivedAt = 0;
  /** Ids received up to this moment may be forgotten; -Infinity while all are remembered. */
  remembersFrom = Number.NEGATIVE_INFINITY;
  #youngSince = Number.NEGATIVE_INFINITY;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.fingerprint = fingerprintOf(options);
    this.#opinions = new Opinions([options.ruleset.review, options.ruleset.hold]);
    this.engine = new Engine(engineOptionsOf(options));
  }

  /** Takes in a fact that is no transfer. */
  tell(fact: Exclude<Fact, TransferFact>): void {
    this.seq++;
    if (fact.kind === 'engine') this.judgedBy = fact.fingerprint;
    else if (fact.kind === 'account') {
      const account = this.accounts.intern(fact.name);
      if (account !== fact.account)
        throw new Error(`account ${fact.account} of the journal would get number ${account}`);
    } else if (fact.kind === 'learn') this.#learn(fact.account, fact.facts);
    else this.engine[fact.kind](fact.account, fact.cause);
  }

  #learn(account: number, facts: AccountFacts): void {
    this.accounts.learn(account, facts);
    this.engine.learn(account, facts);
  }

  /** Takes in a transfer and says what is to be thought of it. `fact.score` is not read. */
  judge(fact: Omit<TransferFact, 'score'>): Judged {
    this.seq++;
    this.receivedAt = Math.max(this.receivedAt, fact.receivedAt);
    this.#remember(fact);
    const { engine } = this;
    const device = fact.device === '' ? 0 : this.accounts.internDevice(fact.device);
    const score = engine.step(
      fact.at,
      fact.payer,
      fact.payee,
      fact.amountMinor,
      fact.channel,
      fact.purpose,
      device,
    );
    const signals = engine.hits.count === 0 ? NO_SIGNALS : this.#signals();
    const reconsidered: Reconsidered[] = [];
    for (const account of [fact.payer, fact.payee]) {
      const change = this.#opinions.take(account, score, fact.at);
      if (change !== undefined) reconsidered.push(change);
    }
    return { score, verdict: engine.verdictOf(score), signals, reconsidered };
  }

  /** True if a transfer of this id may have been taken in before; certain only of those it does not remember. */
  mayKnow(institutionId: number, id: string, at: number, clockSkewMs: number): boolean {
    return (
      at <= this.remembersFrom + clockSkewMs || this.engine.ids.has(transferKey(institutionId, id))
    );
  }

  #remember({ institutionId, id }: Pick<TransferFact, 'institutionId' | 'id'>): void {
    const { ids } = this.engine;
    const before = ids.turns;
    ids.seen(transferKey(institutionId, id));
    if (ids.turns === before) return;
    this.remembersFrom = this.#youngSince;
    this.#youngSince = this.receivedAt;
  }

  #signals(): SignalRecord[] {
    const { engine } = this;
    const { rules } = this.#options.ruleset;
    const { hits, features } = engine;
    const signals = Array.from({ length: hits.count }, (_, h): SignalRecord => {
      const rule = rules[hits.rules[h]];
      const strength = hits.strengths[h];
      const facts: Record<string, number> = {};
      for (const i of rule.uses) {
        // What was not known is left out: JSON has no NaN.
        const value = features[i];
        if (Number.isFinite(value)) facts[FEATURES[i].name] = value;
      }
      const points = Math.round(rule.weight * strength * 100) / 100;
      const { id, typology, subject } = rule;
      return { rule: id, typology, subject, points, strength, facts };
    });
    return signals.sort((a, b) => b.points - a.points || (a.rule < b.rule ? -1 : 1));
  }

  /** The whole state as bytes. The same facts give the same bytes. */
  save(): Uint8Array[] {
    const told = JSON.stringify({
      seq: this.seq,
      judgedBy: this.judgedBy,
      receivedAt: this.receivedAt,
      // -Infinity has no JSON.
      remembersFrom: finite(this.remembersFrom),
      youngSince: finite(this.#youngSince),
      fingerprint: this.fingerprint,
      names: this.accounts.names,
      facts: [...this.accounts.facts],
      devices: this.accounts.devices,
    });
    return joinParts([Buffer.from(told), ...this.#opinions.save(), saveEngine(this.engine)]);
  }

  /** SHA-256 over `save`: two states are the same exactly when their digests are. */
  digest(): string {
    const hash = createHash('sha256');
    for (const part of this.save()) hash.update(part);
    return hash.digest('hex');
  }

  /** A state from what `save` gave. Fails with QRG_SNAPSHOT_DAMAGED or QRG_SNAPSHOT_OTHER_ENGINE. */
  static restore(options: LiveOptions, bytes: Uint8Array): Result<LiveState> {
    const parts = splitParts(bytes);
    if (parts === undefined || parts.length !== 5) return fail('QRG_SNAPSHOT_DAMAGED');
    const state = new LiveState(options);
    const told = JSON.parse(new TextDecoder().decode(parts[0]));
    if (told.fingerprint !== state.fingerprint) return fail('QRG_SNAPSHOT_OTHER_ENGINE');
    const restored = restoreEngine(state.engine, parts[4]);
    if (!restored.ok) return restored;
    for (const name of told.names) state.accounts.intern(name);
    for (const [account, facts] of told.facts) state.accounts.facts.set(account, facts);
    for (const device of told.devices) state.accounts.internDevice(device);
    state.#opinions.restore(parts.slice(1, 4));
    state.seq = told.seq;
    state.judgedBy = told.judgedBy;
    state.receivedAt = told.receivedAt;
    state.remembersFrom = told.remembersFrom ?? Number.NEGATIVE_INFINITY;
    state.#youngSince = told.youngSince ?? Number.NEGATIVE_INFINITY;
    return ok(state);
  }

  verdictName(score: number): (typeof VERDICTS)[number] {
    return VERDICTS[this.engine.verdictOf(score)];
  }
}

const engineOptionsOf = ({ ruleset, model, currency }: LiveOptions): EngineOptions => ({
  ruleset,
  clock: 'exact',
  currency,
  thresholdsMinor: ruleset.thresholdsMinor,
  ...(model && { model }),
});

/** Worked out once for each set of options: it takes milliseconds. */
const fingerprints = new WeakMap<LiveOptions, string>();

/**
 * What the numbers of a state depend on: rules, model, currency, and what this version of the engine makes of them. A journal
 * judged under another one may be judged otherwise now.
 */
function fingerprintOf(options: LiveOptions): string {
  const known = fingerprints.get(options);
  if (known !== undefined) return known;
  const { ruleset, model, currency } = options;
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([ruleset.rules, ruleset.review, ruleset.hold, currency, model?.name]))
    .update(engineEdition(engineOptionsOf(options)))
    .digest('hex')
    .slice(0, 16);
  fingerprints.set(options, fingerprint);
  return fingerprint;
}

const NO_SIGNALS: readonly SignalRecord[] = [];

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
