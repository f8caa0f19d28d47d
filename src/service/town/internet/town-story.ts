import type { Store } from '../../../store/store.ts';
import { joinPosts } from '../../watch/join/join-posts.ts';
import { reviewPost } from '../../watch/review/review-post.ts';
import { createSource } from '../../watch/sources/keep-sources.ts';
import { runSourceNow } from '../../watch/sources/run-source.ts';
import { actOnTakedown } from '../../watch/takedowns/act-on-takedown.ts';
import type { TakedownDeps } from '../../watch/takedowns/deps.ts';
import { draftTakedown } from '../../watch/takedowns/draft-takedown.ts';
import { optionsForPost } from '../../watch/takedowns/options-for-post.ts';
import { tickTakedowns } from '../../watch/takedowns/tick-takedowns.ts';
import type { Watch } from '../../watch/watch.ts';
import type { TownPeople } from '../town-people.ts';
import { obeyRequests, REMOVES_AFTER_MS } from './platform.ts';
import { BACK_AFTER_MS, backName, TOWN_ORIGIN, type TownInternet } from './town-internet.ts';

const HOUR_MS = 3_600_000;
/** Posts that the story's investigator reads at most. */
const READ_MOST = 12;

/** What the story is told with: Watch and requests by a clock that the story sets. */
export interface StoryParts {
  readonly store: Store;
  readonly watch: Watch;
  readonly takedowns: TakedownDeps;
  readonly internet: TownInternet;
  readonly channels: readonly string[];
  readonly people: TownPeople;
  /** Epoch ms of the story; it only moves on. */
  readonly clock: { at: number };
}

/**
 * What the town's police did before you came, by the same use cases as a person at the console: channels are watched, a
 * campaign is found that names accounts, one of its posts is sealed and asked to be removed by two people, the page is gone at
 * the next look, and the same people post it again under another name. A second request is drafted and waits for somebody to
 * approve it. It takes less than `STORY_MS` of the story's clock; a town whose channels name no account has none.
 */
export async function tellStory(parts: StoryParts): Promise<void> {
  const { watch, clock, internet } = parts;
  for (const name of parts.channels) await watchChannel(parts, name);
  await joinPosts(watch);
  const found = await postThatNamesAccounts(parts);
  if (found === undefined) return;
  await readCampaign(parts, found.campaignId);
  clock.at += HOUR_MS;
  const sentAt = await askForRemoval(parts, found.postId);
  await obeyRequests(parts.store, internet);
  clock.at = sentAt + REMOVES_AFTER_MS + HOUR_MS;
  await tickTakedowns(parts.takedowns);
  clock.at = sentAt + REMOVES_AFTER_MS + BACK_AFTER_MS + HOUR_MS;
  await watchChannel(parts, backName(found.channel));
  await joinPosts(watch);
  await tickTakedowns(parts.takedowns);
  const again = await reappeared(parts, found);
  if (again === undefined) return;
  await read(parts, again);
  await draft(parts, again, 'Та же кампания под новым именем (симуляция)');
  await joinPosts(watch);
}

/** Longest that the story lasts by its own clock. */
export const STORY_MS = 2 * HOUR_MS + REMOVES_AFTER_MS + BACK_AFTER_MS + 2 * HOUR_MS;

async function watchChannel({ watch, people }: StoryParts, name: string): Promise<void> {
  const { sourceId } = await createSource(
    watch,
    people.investigator,
    { kind: 'telegram_channel', name, url: `${TOWN_ORIGIN}/s/${name}` },
    'ru',
  );
  await runSourceNow(watch, people.investigator, sourceId, new AbortController().signal);
}

interface FoundPost {
  readonly postId: number;
  readonly campaignId: number;
  readonly channel: string;
}

/** The latest post of the campaign that names most accounts and customers. */
async function postThatNamesAccounts({ store }: StoryParts): Promise<FoundPost | undefined> {
  const campaign = await store.db
    .selectFrom('post_hits as h')
    .innerJoin('posts as p', 'p.post_id', 'h.post_id')
    .select(['p.campaign_id', (eb) => eb.fn.countAll<number>().as('hits')])
    .where('p.campaign_id', 'is not', null)
    .groupBy('p.campaign_id')
    .orderBy('hits', 'desc')
    .orderBy('p.campaign_id')
    .executeTakeFirst();
  if (campaign?.campaign_id == null) return undefined;
  const post = await store.db
    .selectFrom('posts')
    .select(['post_id', 'external_id'])
    .where('campaign_id', '=', campaign.campaign_id)
    .where('post_id', 'in', (eb) => eb.selectFrom('post_hits').select('post_id'))
    .orderBy('at', 'desc')
    .orderBy('post_id', 'desc')
    .executeTakeFirstOrThrow();
  return {
    postId: post.post_id,
    campaignId: campaign.campaign_id,
    channel: post.external_id.split('/')[0],
  };
}

/** The investigator reads the campaign, its latest posts first. */
async function readCampaign(parts: StoryParts, campaignId: number): Promise<void> {
  const posts = await parts.store.db
    .selectFrom('posts')
    .select('post_id')
    .where('campaign_id', '=', campaignId)
    .orderBy('at', 'desc')
    .limit(READ_MOST)
    .execute();
  for (const { post_id } of posts) await read(parts, post_id);
}

/** Says of a post what it is: the town knows. */
async function read({ watch, store, people, internet }: StoryParts, postId: number): Promise<void> {
  const { external_id, version } = await store.db
    .selectFrom('posts')
    .select(['external_id', 'version'])
    .where('post_id', '=', postId)
    .executeTakeFirstOrThrow();
  const truth = internet.truthOf(external_id);
  if (truth === undefined) return;
  const { label, stance, asks } = truth;
  await reviewPost(watch, people.investigator, postId, version, { label, stance, asks });
}

/** Drafts a request; returns it as it was made. */
async function draft({ takedowns, people }: StoryParts, postId: number, reason: string) {
  const { investigator } = people;
  const { options } = await optionsForPost(takedowns, investigator, postId, 'ru');
  const wish = { post: postId, channel: options[0].channel.id, language: 'ru', reason } as const;
  return draftTakedown(takedowns, investigator, wish);
}

/** One seals and drafts, another sends. Returns when. */
async function askForRemoval(parts: StoryParts, postId: number): Promise<number> {
  const { takedowns, people, clock } = parts;
  const drafted = await draft(parts, postId, 'Вербовка и сбыт, назван счёт (симуляция)');
  const sealed = await actOnTakedown(
    takedowns,
    people.investigator,
    drafted.takedownId,
    drafted.version,
    { kind: 'seal', reason: 'Копия страницы для обращения (симуляция)' },
  );
  clock.at += HOUR_MS;
  await actOnTakedown(takedowns, people.supervisor, sealed.takedownId, sealed.version, {
    kind: 'send',
    number: 'Т-1',
    sentAt: clock.at,
    reason: 'Текст и копия проверены (симуляция)',
  });
  return clock.at;
}

/** The post that says again what was removed. */
async function reappeared(
  { store }: StoryParts,
  { channel, campaignId }: FoundPost,
): Promise<number | undefined> {
  const row = await store.db
    .selectFrom('posts')
    .select('post_id')
    .where('external_id', 'like', `${backName(channel)}/%`)
    .where('campaign_id', '=', campaignId)
    .orderBy('post_id')
    .executeTakeFirst();
  return row?.post_id;
}
