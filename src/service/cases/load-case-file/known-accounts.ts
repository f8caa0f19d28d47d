import type { AccountFacts } from '../../../domain/account.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { Telling } from '../../accounts/timeline.ts';
import type { LiveOptions } from '../../live/live-state.ts';

/** Whoever knows what accounts are called, what banks told of them, and which are hubs; the live service does. */
export interface KnownAccounts extends Telling {
  readonly options: Pick<LiveOptions, 'ruleset' | 'currency'>;
  readonly state: {
    readonly accounts: {
      readonly facts: ReadonlyMap<number, AccountFacts>;
      indexOf(name: string): number | undefined;
    };
    readonly engine: Pick<Engine, 'ledger'>;
  };
}
