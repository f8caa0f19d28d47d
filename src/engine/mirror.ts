import type { AccountFacts } from '../domain/account.ts';
import { channelCode } from '../domain/transfer.ts';
import { Engine, type EngineOptions } from './engine.ts';

const CASH_IN = channelCode('cash_in');
const CASH_OUT = channelCode('cash_out');

/** A ruleset that says nothing: a mirror is looked into for its features alone. */
const silent = (ruleset: EngineOptions['ruleset']): EngineOptions['ruleset'] => ({
  ...ruleset,
  rules: [],
  evaluate(_, out) {
    out.count = 0;
    return 0;
  },
});

/**
 * An engine that sees time run backwards: the latest transfer first, and money going from payee to payer. What it says
 * of "received before" is what was paid on after. The same constant work per transfer as forwards, and no other code.
 */
export class Mirror {
  readonly engine: Engine;

  /** @param facts what is known of accounts; what counts from a date (opened, born) has no meaning backwards */
  constructor(options: EngineOptions, facts: Iterable<readonly [number, AccountFacts]>) {
    const { model: _, ...rest } = options;
    this.engine = new Engine({
      ...rest,
      ruleset: silent(options.ruleset),
      allFeatures: true,
      backwards: true,
    });
    for (const [account, told] of facts) {
      const { openedAt: _opened, bornAt: _born, ...timeless } = told;
      this.engine.learn(account, timeless);
    }
  }

  /** Tells of a hub that was recognised forwards, so that it is one from the start. */
  hub(account: number): void {
    this.engine.learn(account, { hub: true });
  }

  /** Features of a transfer as seen from after it; transfers must come latest first. Valid until the next call. */
  look(
    atMs: number,
    payer: number,
    payee: number,
    amountMinor: number,
    channel: number,
    purpose: number,
  ): Float64Array {
    this.engine.step(
      EPOCH_MS - atMs,
      payee,
      payer,
      amountMinor,
      channel === CASH_IN ? CASH_OUT : channel === CASH_OUT ? CASH_IN : channel,
      purpose,
      0,
    );
    return this.engine.features;
  }
}

const DAY_MS = 86_400_000;

/**
 * Where mirrored time begins. Late enough that every time an input may hold (1970 to 2100) stays positive, and early
 * enough for 32 bits of seconds; a millisecond before a whole number of local days (UTC+5, for both), so that what was
 * one day stays one day.
 */
const EPOCH_MS = 49_709 * DAY_MS - 2 * 5 * 3_600_000 - 1;
