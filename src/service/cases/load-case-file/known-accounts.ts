import type { AccountFacts } from '../../../domain/account.ts';
import type { Engine } from '../../../engine/engine.ts';
import { isHub } from '../../../engine/hubs.ts';
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

/** Whether an account of the store is a hub; one that the engine has not met deals with nobody yet. */
export function isHubAccount({ state }: Pick<KnownAccounts, 'state'>, account: number): boolean {
  const { accounts } = state.engine.ledger;
  return account < accounts.size && isHub(accounts, account);
}
