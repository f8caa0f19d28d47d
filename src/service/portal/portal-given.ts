import type { Store } from '../../store/store.ts';
import type { Audit } from '../audit/audit.ts';
import type { HoldDeps } from '../holds/deps.ts';
import type { Watch } from '../watch/watch.ts';

/** What the public desks stand on. */
export interface PortalGiven {
  readonly store: Store;
  readonly audit: Audit;
  readonly watch: Watch;
  readonly holds: HoldDeps;
  /** Address under which people see the service, where one is configured: stands on posters. */
  readonly publicUrl?: string | undefined;
  readonly now: () => number;
}
