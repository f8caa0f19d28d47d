import type { Ruleset } from '../engine/rules/ruleset.ts';
import type { Access } from '../service/access/access.ts';
import type { Oidc } from '../service/access/oidc.ts';
import type { AlertFeed } from '../service/alerts/alert-feed.ts';
import type { Audit } from '../service/audit/audit.ts';
import type { CaseDeps } from '../service/cases/deps.ts';
import type { FilingDeps } from '../service/filings/deps.ts';
import type { HoldDeps } from '../service/holds/deps.ts';
import type { InstitutionCodes } from '../service/institution-codes.ts';
import type { OffenceLaw } from '../service/law/offence-law.ts';
import type { Lists } from '../service/lists/lists.ts';
import type { FollowerProcess } from '../service/live/follower-process.ts';
import type { LiveService } from '../service/live/live-service.ts';
import type { PackageDeps } from '../service/packages/deps.ts';
import type { Portal } from '../service/portal/open-portal.ts';
import type { Risk } from '../service/risk/risk.ts';
import type { TakedownDeps } from '../service/watch/takedowns/deps.ts';
import type { Watch } from '../service/watch/watch.ts';
import type { Store } from '../store/store.ts';
import type { HttpLimits } from './limits.ts';
import type { HttpMetrics } from './metrics.ts';
import type { Listeners } from './streams/listeners.ts';

/** What the routes call: the parts of one running service. */
export interface Services {
  readonly store: Store;
  readonly access: Access;
  readonly audit: Audit;
  readonly live: LiveService;
  readonly lists: Lists;
  readonly holds: HoldDeps;
  readonly risk: Risk;
  readonly watch: Watch;
  readonly takedowns: TakedownDeps;
  readonly cases: CaseDeps;
  readonly offences: OffenceLaw;
  readonly filings: FilingDeps;
  readonly packages: PackageDeps;
  readonly portal: Portal;
  /** Who saves snapshots and finds networks beside the decisions; a test may have none. */
  readonly follower?: Pick<FollowerProcess, 'status'>;
  /** Sign-on by an identity provider, where one is configured. */
  readonly oidc?: Oidc;
  readonly now: () => number;
}

/** The same with what the server itself keeps. */
export interface InnerServices extends Services {
  readonly institutions: InstitutionCodes;
  readonly feed: AlertFeed;
  readonly listeners: Listeners;
  readonly metrics: HttpMetrics;
  readonly limits: HttpLimits;
  /** The OpenAPI document, as JSON. */
  readonly openApi: () => string;
  /** The rules that decisions are made by. */
  readonly ruleset: () => Promise<Ruleset>;
  readonly isStopping: () => boolean;
}
