import { type AccountFacts, AccountTable } from '../domain/account.ts';
import type { Localized } from '../domain/language.ts';
import type { Taint } from '../domain/taint.ts';
import { type Channel, channelCode, type Purpose, purposeCode } from '../domain/transfer.ts';
import { Engine, type EngineOptions } from './engine.ts';
import { Opinions, type Reconsidered } from './opinions.ts';
import { factsOf, signalOf } from './rules/explain.ts';
import { VERDICTS, type Verdict } from './verdict.ts';

export { Engine, type EngineCounts, type EngineOptions } from './engine.ts';
export { FEATURES } from './features.ts';
export { type ModelCard, type ModelFile, readModel } from './model/file.ts';
export { compileRules } from './rules/compile.ts';
export type { Ruleset } from './rules/ruleset.ts';
export { restoreEngine, saveEngine } from './snapshot.ts';
export type { Signal, Verdict } from './verdict.ts';

/** One transfer as another program hands it over. Accounts are named as the program names them. */
export interface NamedTransfer {
  /** Epoch milliseconds, UTC; transfers should come in time order. */
  at: number;
  payer: string;
  payee: string;
  /** Integer minor units, > 0. */
  amountMinor: number;
  channel?: Channel;
  purpose?: Purpose;
}

/** What is thought of an account changed: later money explained earlier money. */
export interface AccountReconsidered {
  readonly account: string;
  /** 0..100: what was thought of it before, and is now. */
  readonly before: number;
  readonly after: number;
  readonly text: Localized;
}

export interface Decision extends Verdict {
  /** Accounts of this transfer that are thought of anew because of it; why is what `signals` say. */
  readonly reconsidered: readonly AccountReconsidered[];
}

/** An engine that knows accounts by name and answers with reasons in words. */
export interface NamedEngine {
  /** Folds one transfer in and says what is to be thought of it. Throws RangeError on an amount that is no positive safe integer, or a time that is no number. */
  decide(transfer: NamedTransfer): Decision;
  /** Tells what is known of an account besides its transfers. */
  learn(account: string, facts: AccountFacts): void;
  /** From now on, all that this account pays descends from `cause`. */
  mark(account: string, cause: Taint): void;
  readonly engine: Engine;
}

/**
 * The engine as a library: pure, in memory, one process.
 *
 *     const engine = createEngine({ ruleset, clock: 'exact', currency: 'KZT', thresholdsMinor: [] });
 *     engine.decide({ at, payer: 'KZ…', payee: 'KZ…', amountMinor: 4_300_000 });
 */
export function createEngine(options: EngineOptions): NamedEngine {
  const engine = new Engine(options);
  const accounts = new AccountTable();
  const { review, hold } = options.ruleset;
  const opinions = new Opinions([review, hold]);
  const wording = { currency: options.currency, clock: options.clock };
  return {
    engine,
    learn: (account, facts) => engine.learn(accounts.intern(account), facts),
    mark: (account, cause) => engine.mark(accounts.intern(account), cause),
    decide(t) {
      if (!Number.isSafeInteger(t.amountMinor) || t.amountMinor <= 0)
        throw new RangeError(`amountMinor must be a positive safe integer, not ${t.amountMinor}`);
      if (!Number.isFinite(t.at)) throw new RangeError(`at must be a time, not ${t.at}`);
      const ends = [accounts.intern(t.payer), accounts.intern(t.payee)] as const;
      const score = engine.step(
        t.at,
        ends[0],
        ends[1],
        t.amountMinor,
        channelCode(t.channel ?? 'unknown'),
        purposeCode(t.purpose ?? 'unknown'),
        0,
      );
      const { hits, features } = engine;
      const signals = Array.from({ length: hits.count }, (_, h) => {
        const rule = options.ruleset.rules[hits.rules[h]];
        return signalOf(rule, hits.strengths[h], factsOf(rule, features), wording);
      }).sort((a, b) => b.points - a.points);
      const reconsidered = ends
        .map((account) => opinions.take(account, score, t.at))
        .filter((change) => change !== undefined)
        .map((change) => tellChange(change, accounts.names[change.account]));
      return { score, verdict: VERDICTS[engine.verdictOf(score)], signals, reconsidered };
    },
  };
}

function tellChange({ before, after, passed }: Reconsidered, account: string): AccountReconsidered {
  const [from, to] = [Math.round(before), Math.round(after)];
  return {
    account,
    before,
    after,
    text: {
      ru: `Мнение о счёте изменилось: было ${from}, стало ${to} из 100. Раньше без замечаний прошло переводов: ${passed}; этот перевод показывает их в ином свете.`,
      kk: `Шот туралы пікір өзгерді: ${from} еді, енді 100-ден ${to}. Бұған дейін ескертусіз өткен аударым саны: ${passed}; бұл аударым оларды басқа қырынан көрсетеді.`,
      en: `What is thought of the account has changed from ${from} to ${to} of 100. Transfers that had passed without a word: ${passed}; this one shows them in another light.`,
    },
  };
}
