import type { LiveService } from '../live/live-service.ts';
import type { CaseDeps } from './deps.ts';

/** What cases ask of the running service. */
export function liveForCases({
  state,
  options,
}: Pick<LiveService, 'state' | 'options'>): Pick<CaseDeps, 'restOf' | 'isRule'> {
  const rules = new Set(options.ruleset.rules.map(({ id }) => id));
  return {
    restOf: (account) => {
      const { accounts, lots } = state.engine.ledger;
      return account < accounts.size ? lots.balance(account) : 0;
    },
    isRule: (name) => rules.has(name),
  };
}
