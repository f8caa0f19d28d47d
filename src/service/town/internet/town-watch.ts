import type { SimWorld } from '../../../sim/model.ts';
import { townChannels } from '../../../sim/posts/town-channels.ts';
import type { Configuration } from '../../configuration/settings.ts';
import { every } from '../../running/every.ts';
import { openEvidence } from '../../watch/evidence/evidence.ts';
import { openFetcher } from '../../watch/fetch/fetcher.ts';
import { captureNow } from '../../watch/posts/capture-now.ts';
import type { TakedownDeps } from '../../watch/takedowns/deps.ts';
import type { Watch } from '../../watch/watch.ts';
import type { TownPeople } from '../town-people.ts';
import { obeyRequests } from './platform.ts';
import { TOWN_HOST, TOWN_ORIGIN, TownInternet } from './town-internet.ts';
import { STORY_MS, tellStory } from './town-story.ts';

const HOUR_MS = 3_600_000;
/** The story ends so long before the town is played. */
const REST_MS = HOUR_MS;
const OBEYS_EVERY_MS = 5_000;
/** Channels are looked at so often while the town is played. */
const LOOKS_EVERY_MIN = 1;

export interface TownWatchParts {
  readonly watch: Watch;
  readonly takedowns: TakedownDeps;
  readonly config: Configuration;
}

/** The town's internet while it is served, and watched. */
export interface WatchedTown {
  close(): Promise<void>;
}

/**
 * Serves the town's public channels and has them watched: at the first start what the police did before is told, from then on
 * the channels are looked at by the service itself as the town goes on.
 * @param until epoch ms of the town's clock, to which it has been loaded
 * @param now the town's clock from then on
 */
export async function watchTown(
  parts: TownWatchParts,
  world: SimWorld,
  people: TownPeople,
  until: number,
  now: () => number,
  failed: (error: unknown) => void,
): Promise<WatchedTown> {
  const { watch } = parts;
  const { store } = watch;
  const channels = townChannels(world);
  const clock = { at: until - REST_MS - STORY_MS };
  let shows = () => clock.at;
  const internet = new TownInternet(channels, () => shows());
  const place = { address: '127.0.0.1', port: await internet.listen() };
  watch.fetcher.ownServer(TOWN_HOST, place);
  try {
    if (!(await isWatched(watch))) {
      const story = await storyParts(parts, clock, place);
      const names = channels.map((channel) => channel.name);
      await tellStory({ ...story, store, internet, channels: names, people, clock });
      await keepWatching(watch);
    }
    shows = now;
    await obeyRequests(store, internet);
  } catch (error) {
    await internet.close();
    throw error;
  }
  const obeying = every(OBEYS_EVERY_MS, () => obeyRequests(store, internet), failed);
  return {
    async close() {
      await obeying.stop();
      await internet.close();
    },
  };
}

/** Watch and requests by the story's clock, what they fetch and seal too. */
async function storyParts(
  { watch, takedowns, config }: TownWatchParts,
  clock: { readonly at: number },
  place: { readonly address: string; readonly port: number },
) {
  const now = () => clock.at;
  const fetcher = openFetcher({ contact: 'qorgan', now });
  fetcher.ownServer(TOWN_HOST, place);
  const then: Watch = { ...watch, now, fetcher, evidence: await openEvidence(config, now) };
  return {
    watch: then,
    takedowns: {
      ...takedowns,
      now,
      captureNow: (postId, cause, operator) => captureNow(then, postId, cause, operator),
    } satisfies TakedownDeps,
  };
}

const isWatched = async ({ store }: Watch): Promise<boolean> =>
  (await store.db
    .selectFrom('watch_sources')
    .select('source_id')
    .where('url', 'like', `${TOWN_ORIGIN}/%`)
    .executeTakeFirst()) !== undefined;

/** The story is over: the service looks by itself. */
const keepWatching = ({ store, now }: Watch) =>
  store.write((trx) =>
    trx
      .updateTable('watch_sources')
      .set({ every_min: LOOKS_EVERY_MIN, next_at: now() })
      .where('url', 'like', `${TOWN_ORIGIN}/%`)
      .execute(),
  );
