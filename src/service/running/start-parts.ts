import type { Law } from '../../law/law.ts';
import { openStore, type Store } from '../../store/store.ts';
import { type Access, openAccess } from '../access/access.ts';
import type { AntifraudDeps } from '../antifraud/deps.ts';
import { tickAntifraud } from '../antifraud/tick-antifraud.ts';
import { type Audit, openAudit } from '../audit/audit.ts';
import { loadCaseBook } from '../cases/case-book.ts';
import { confirmPost } from '../cases/confirm-post.ts';
import type { CaseDeps } from '../cases/deps.ts';
import { liveForCases } from '../cases/live-for-cases.ts';
import { tickCases } from '../cases/tick-cases.ts';
import type { Configuration } from '../configuration/settings.ts';
import { storeOptionsOf } from '../configuration/store-options.ts';
import type { FilingDeps } from '../filings/deps.ts';
import type { HoldDeps } from '../holds/deps.ts';
import { tickHolds } from '../holds/tick-holds.ts';
import { loadFm1Codes } from '../law/load-fm1-codes.ts';
import { loadLaw } from '../law/load-law.ts';
import { loadTakedownBook } from '../law/load-takedown-book.ts';
import { type OffenceLaw, openOffenceLaw } from '../law/offence-law.ts';
import type { Lists } from '../lists/lists.ts';
import { openLists } from '../lists/open-lists.ts';
import { settle } from '../lists/settle.ts';
import { FollowerProcess } from '../live/follower-process.ts';
import type { LiveService } from '../live/live-service.ts';
import { openLive } from '../live/open-live.ts';
import { loadModel } from '../model.ts';
import type { PackageDeps } from '../packages/deps.ts';
import { openPackages } from '../packages/open-packages.ts';
import { tickPackages } from '../packages/tick-packages.ts';
import { openPortal, type Portal, tickPortal } from '../portal/open-portal.ts';
import { openRisk } from '../risk/open-risk.ts';
import type { Risk } from '../risk/risk.ts';
import { workOnRatings } from '../risk/work-on-ratings.ts';
import { loadRuleset } from '../ruleset.ts';
import { followLists } from '../screening/follow-lists.ts';
import { joinPosts } from '../watch/join/join-posts.ts';
import { NamedInPosts } from '../watch/join/named-in-posts.ts';
import { captureNow } from '../watch/posts/capture-now.ts';
import { workOnSources } from '../watch/sources/work-on-sources.ts';
import { startWatch } from '../watch/start-watch.ts';
import type { TakedownDeps } from '../watch/takedowns/deps.ts';
import { tickTakedowns } from '../watch/takedowns/tick-takedowns.ts';
import type { Watch } from '../watch/watch.ts';
import { countFigures } from '../watch/watch-figures.ts';
import { every, type Repeating } from './every.ts';
import { failureFields, type Log } from './log.ts';

/** Deadlines are counted in days and hours: a minute is soon enough. */
const HOLDS_EVERY_MS = 60_000;
/** A hold has days, but the money it tells of moves in minutes. */
const ANTIFRAUD_EVERY_MS = 5_000;
/** Pages are looked at again after an hour at the earliest; what sources saw of them is told sooner. */
const TAKEDOWNS_EVERY_MS = 10_000;
/** Terms of cases are days, but a network found becomes a case while its money can still be stopped. */
const CASES_EVERY_MS = 10_000;
/** Answers to packages are due in hours and days. */
const PACKAGES_EVERY_MS = 60_000;
/** What the public desks forget or make up for is counted in hours. */
const PORTAL_EVERY_MS = 60_000;
/** New accounts on lists become marks of the engine and tasks for people. */
const LISTS_EVERY_MS = 5_000;

/** Customers are rated in the reply; what happened beside that is made up for soon. */
const RATINGS_EVERY_MS = 1_000;

/** What posts and transfers tell of each other is joined soon after; sources are asked when they are due. */
const JOIN_EVERY_MS = 1_000;
const SOURCES_EVERY_MS = 3_000;
const FIGURES_EVERY_MS = 15_000;

/** A key may be ahead of its rate by what it is given in so long. */
const BURST_SECONDS = 4;

/** The parts of a running service, beneath its routes. */
export interface Parts {
  readonly store: Store;
  readonly access: Access;
  readonly audit: Audit;
  readonly law: Law;
  readonly lists: Lists;
  readonly holds: HoldDeps;
  readonly live: LiveService;
  readonly risk: Risk;
  readonly watch: Watch;
  readonly takedowns: TakedownDeps;
  readonly cases: CaseDeps;
  readonly offences: OffenceLaw;
  readonly filings: FilingDeps;
  readonly packages: PackageDeps;
  readonly portal: Portal;
  readonly follower: FollowerProcess;
  /** How the state was found again at the start. */
  readonly recovery: { readonly replayed: number; readonly recoveredInMs: number };
  close(): Promise<void>;
}

/** Opens the store as the configuration says. */
async function storeOf(config: Configuration): Promise<Store> {
  return openStore(storeOptionsOf(config));
}

/**
 * Opens everything, in the order in which one part needs the other: store, audit and access, law, lists, and last the
 * decision path, which recovers its state. Throws QorganError; what was opened before is closed again.
 * @param fatal called when nothing more can be acknowledged
 */
export async function startParts(
  config: Configuration,
  log: Log,
  fatal: (error: unknown) => void,
): Promise<Parts> {
  const store = await storeOf(config);
  try {
    return await startOn(store, config, log, fatal);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function startOn(
  store: Store,
  config: Configuration,
  log: Log,
  fatal: (error: unknown) => void,
): Promise<Parts> {
  const now = Date.now;
  const audit = await openAudit({ store, now });
  const perSecond = config.keyPerSecond;
  const settings = {
    keyRate: { perSecond, burst: BURST_SECONDS * perSecond },
    secondFactorFor: config.secondFactorFor,
  };
  const access = openAccess({ store, audit, now, settings });
  const [law, codes, book, caseBook, offences, ruleset, model] = await Promise.all([
    loadLaw(),
    loadFm1Codes(),
    loadTakedownBook(),
    loadCaseBook(),
    openOffenceLaw(),
    loadRuleset(),
    config.model === undefined ? undefined : loadModel(config.model),
  ]);
  // Lists come before the decision path, which asks them; what they find is told to it afterwards.
  const deciding = Promise.withResolvers<LiveService>();
  const lists = await openLists({
    store,
    audit,
    now,
    onMarks: async ({ kind, accountNos, written }) => {
      const live = await deciding.promise;
      const facts = accountNos.map((account) => ({ kind, account, cause: 'listed' }) as const);
      await live.record(facts, written);
    },
  });
  const named = new NamedInPosts();
  const { live, snapshotSeq, replayed, recoveredInMs } = await openLive({
    store,
    dataDir: config.data,
    options: { ruleset, currency: config.currency, ...(model && { model: model.model }) },
    listing: lists.listing,
    told: named,
    law: law.grounds,
    now,
    limits: { waitingMax: config.waitingMax },
    passedOver: (name, problem) => log('warn', 'snapshot passed over', { name, problem }),
    fatal,
  });
  log('info', 'recovered', { snapshotSeq, replayed, recoveredInMs, seq: live.state.seq });
  deciding.resolve(live);
  const risk = await openRisk({ store, audit, live, listing: lists.listing, now });
  const failed = (event: string) => (error: unknown) => log('error', event, failureFields(error));
  const trouble = (event: string, error: unknown) => log('warn', event, failureFields(error));
  const watch = await startWatch(config, { store, audit, live, now, trouble }, named);
  const follower = startFollower(config, log);
  const holds: HoldDeps = {
    store,
    audit,
    law,
    now,
    payeeInEvents: async (_, { accountNo, institutionId }) =>
      lists.listing.hitsOf(accountNo, now(), institutionId).some(({ kind }) => kind === 'events'),
  };
  const takedowns: TakedownDeps = {
    store,
    audit,
    book,
    now,
    captureNow: (postId, cause, operator) => captureNow(watch, postId, cause, operator),
  };
  const cases: CaseDeps = {
    ...{ store, audit, law, names: live, holds, book: caseBook, dataDir: config.data, now },
    ...liveForCases(live),
    confirmPost: (by, postId) => confirmPost(watch, by, postId),
  };
  const filings: FilingDeps = { cases, codes };
  const packages = await openPackages(cases, config);
  const { publicUrl } = config;
  const portal = openPortal({ store, audit, watch, holds, publicUrl, now });
  const stopping = new AbortController();
  const repeating: Repeating[] = [
    every(HOLDS_EVERY_MS, () => tickHolds(holds), failed('holds failed')),
    ...(config.antifraudFolder === undefined
      ? []
      : [
          every(
            ANTIFRAUD_EVERY_MS,
            antifraudTick(config.antifraudFolder, { store, audit, lists, now, names: live }, log),
            failed('antifraud folder failed'),
          ),
        ]),
    every(
      TAKEDOWNS_EVERY_MS,
      () => tickTakedowns(takedowns, stopping.signal),
      failed('takedowns failed'),
    ),
    every(CASES_EVERY_MS, () => tickCases(cases, stopping.signal), failed('cases failed')),
    every(PACKAGES_EVERY_MS, () => tickPackages(packages), failed('packages failed')),
    every(PORTAL_EVERY_MS, () => tickPortal(portal, stopping.signal), failed('portal failed')),
    every(LISTS_EVERY_MS, () => settle(lists), failed('lists failed')),
    every(LISTS_EVERY_MS, () => followLists(risk, stopping.signal), failed('screening failed')),
    every(JOIN_EVERY_MS, () => joinPosts(watch), failed('posts failed')),
    every(SOURCES_EVERY_MS, () => workOnSources(watch, stopping.signal), failed('sources failed')),
    every(FIGURES_EVERY_MS, () => countFigures(watch), failed('figures of posts failed')),
    every(RATINGS_EVERY_MS, () => workOnRatings(risk, stopping.signal), failed('ratings failed')),
  ];
  return {
    store,
    access,
    audit,
    law,
    lists,
    holds,
    live,
    risk,
    watch,
    takedowns,
    cases,
    offences,
    filings,
    packages,
    portal,
    follower,
    recovery: { replayed, recoveredInMs },
    async close() {
      stopping.abort();
      watch.fetcher.close();
      for (const one of repeating) await one.stop();
      await live.close();
      await risk.names.close();
      await follower.stop();
      await audit.close();
      await store.close();
    },
  };
}

const antifraudTick =
  (folder: string, parts: Omit<AntifraudDeps, 'folder' | 'trouble'>, log: Log) => () =>
    tickAntifraud({ ...parts, folder, trouble: (event, fields) => log('warn', event, fields) });

function startFollower(config: Configuration, log: Log): FollowerProcess {
  return new FollowerProcess(
    {
      kind: 'start',
      dataDir: config.data,
      databaseUrl: config.databaseUrl,
      masterKey: config.masterKey,
      masterKeyFile: config.masterKeyFile,
      model: config.model,
      currency: config.currency,
      snapshotEvery: config.snapshotEvery,
      networksEveryMs: config.networksEverySec * 1000,
    },
    log,
  );
}
