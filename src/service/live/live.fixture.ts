import type { Store } from '../../store/store.ts';
import { loadLaw } from '../law/load-law.ts';
import { loadRuleset } from '../ruleset.ts';
import type { LiveLimits, LiveService } from './live-service.ts';
import type { LiveOptions } from './live-state.ts';
import { openLive } from './open-live.ts';
import type { Listing } from './standing.ts';
import type { Institution } from './transfer-request.ts';

const [ruleset, law] = await Promise.all([loadRuleset(), loadLaw()]);

export const LIVE_OPTIONS: LiveOptions = { ruleset, currency: 'KZT' };

export const BANK: Institution = { institutionId: 1, code: 'bank' };

/** Nobody stands on a list. */
export const NO_LISTS: Listing = {
  hitsOf: () => [],
  hitsOfHash: () => [],
  onNewAccount() {},
};

/** The decision path over a store, its snapshots in the store's data folder. */
export async function liveOn(
  store: Store,
  told: {
    readonly listing?: Listing;
    readonly limits?: Partial<LiveLimits>;
    readonly now?: () => number;
    readonly fatal?: (error: unknown) => void;
  } = {},
): Promise<LiveService> {
  const { live } = await openLive({
    store,
    dataDir: store.dataDir,
    options: LIVE_OPTIONS,
    listing: told.listing ?? NO_LISTS,
    law: law.grounds,
    now: told.now ?? Date.now,
    ...(told.limits && { limits: told.limits }),
    fatal:
      told.fatal ??
      ((error) => {
        throw error;
      }),
  });
  return live;
}
