import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SimChannel, SimPost } from '../../../sim/posts/model.ts';
import { describeOnStores } from '../../../store/test-stores.ts';
import { openAccess } from '../../access/access.ts';
import { terminalPrincipal } from '../../access/principal.ts';
import { loadTakedownBook } from '../../law/load-takedown-book.ts';
import { joinPosts } from '../../watch/join/join-posts.ts';
import { captureNow } from '../../watch/posts/capture-now.ts';
import { CARD, WatchTown } from '../../watch/watch.fixture.ts';
import { townPeople } from '../town-people.ts';
import { obeyRequests } from './platform.ts';
import { TOWN_HOST, TownInternet, townPostUrl } from './town-internet.ts';
import { STORY_MS, tellStory } from './town-story.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 10, 20, 9);

const post = (number: number, at: number, more: Partial<SimPost>): SimPost => ({
  number,
  at,
  author: 'shop_pay100200300',
  text: 'Соседи, собираем на праздник двора, приходите все в субботу.',
  lang: 'ru',
  label: 'legit',
  stance: 'news',
  asks: [],
  ring: 0,
  ...more,
});
const ad = (number: number, hours: number, city: string): SimPost =>
  post(number, START - hours * HOUR_MS, {
    text: `Магазин снова в строю, ${city}. Шишки, соль, меф. Моментальные клады. Оплата на карту ${CARD.replace(/(.{4})(?=.)/g, '$1 ')}. Бот @shop_pay100200300`,
    label: 'drug_ad',
    stance: 'offer',
    ring: 1,
  });
const channels: SimChannel[] = [
  {
    name: 'town_one',
    title: 'Один',
    posts: [ad(1, 30, 'Алматы'), post(2, START - 20 * HOUR_MS, {}), ad(3, 10, 'Астана')],
  },
  { name: 'town_two', title: 'Два', posts: [post(1, START - 5 * HOUR_MS, {})] },
];

describeOnStores('what the town’s police did before you came', (open) => {
  let town: WatchTown;
  let internet: TownInternet;
  const clock = { at: START };

  beforeAll(async () => {
    town = new WatchTown(await open());
    town.at = START;
    await town.open();
    internet = new TownInternet(channels, () => clock.at);
    const place = { address: '127.0.0.1', port: await internet.listen() };
    town.watch.fetcher.ownServer(TOWN_HOST, place);
    const bank = await town.bank('qala');
    // The shop's card takes a payment before anybody has seen the post.
    await town.pay(bank, { id: 'T1', payeeIdentifiers: [{ kind: 'card', value: CARD }] });
    await joinPosts(town.watch);
    const { store, watch } = town;
    const now = () => clock.at;
    const access = openAccess({ store, audit: watch.audit, now });
    const people = await townPeople(access, terminalPrincipal('town'));
    const then = { ...watch, now };
    await tellStory({
      store,
      watch: then,
      takedowns: {
        store,
        audit: watch.audit,
        book: await loadTakedownBook(),
        now,
        captureNow: (postId, cause, operator) => captureNow(then, postId, cause, operator),
      },
      internet,
      channels: channels.map(({ name }) => name),
      people,
      clock,
    });
  });
  afterAll(async () => {
    await internet.close();
    await town.close();
  });

  it('takes no longer than it says', () => {
    expect(clock.at - START).toBeLessThanOrEqual(STORY_MS);
  });

  it('found one campaign, and the account whose card it names', async () => {
    const posts = await town.store.db
      .selectFrom('posts')
      .select(['external_id', 'label', 'campaign_id', 'said_label'])
      .where('campaign_id', 'is not', null)
      .orderBy('external_id')
      .execute();
    expect(posts.map(({ external_id }) => external_id)).toEqual([
      'town_one/1',
      'town_one/3',
      'town_one_new/1',
    ]);
    expect(new Set(posts.map(({ campaign_id }) => campaign_id)).size).toBe(1);
    expect(posts.map(({ said_label }) => said_label)).toEqual(['drug_ad', 'drug_ad', 'drug_ad']);
    const marks = await town.store.db.selectFrom('post_marks').selectAll().execute();
    expect(marks).toHaveLength(1);
  });

  it('had it removed by two people, and met it again', async () => {
    const requests = await town.store.db
      .selectFrom('takedowns as t')
      .innerJoin('posts as p', 'p.post_id', 't.post_id')
      .select(['p.url', 't.state', 't.drafted_by', 't.approved_by', 't.follows', 't.takedown_id'])
      .orderBy('t.takedown_id')
      .execute();
    const [first] = requests;
    expect(requests).toEqual([
      {
        url: townPostUrl('town_one', 3),
        state: 'reappeared',
        drafted_by: 'town.investigator',
        approved_by: 'town.supervisor',
        follows: null,
        takedown_id: first.takedown_id,
      },
      {
        url: townPostUrl('town_one_new', 1),
        state: 'triaged',
        drafted_by: 'town.investigator',
        approved_by: null,
        follows: first.takedown_id,
        takedown_id: requests[1].takedown_id,
      },
    ]);
  });

  it('is told after a restart as far as it went: what was removed stays so', async () => {
    const again = new TownInternet(channels, () => clock.at);
    const port = await again.listen();
    const status = async () =>
      (await fetch(`http://127.0.0.1:${port}/town_one/3`, { headers: { connection: 'close' } }))
        .status;
    expect(await status()).toBe(200);
    await obeyRequests(town.store, again);
    expect(await status()).toBe(404);
    await again.close();
  });
});
