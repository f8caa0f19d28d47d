import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakePan } from '../../../domain/fake/card.ts';
import { createRandom } from '../../../domain/random.ts';
import { describeOnStores } from '../../../store/test-stores.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { storeNetworks } from '../../live/live-networks.ts';
import type { Institution } from '../../live/transfer-request.ts';
import { joinPosts } from '../join/join-posts.ts';
import type { StoredSource } from '../posts/stored-source.ts';
import { reviewPost } from '../review/review-post.ts';
import { offer, person, sourcePost, WatchTown } from '../watch.fixture.ts';
import { listCampaigns } from './list-campaigns.ts';
import { campaignsOfNetwork, postsOfNetwork } from './network-campaigns.ts';
import { showCampaign } from './show-campaign.ts';
import { liftStop, listStopped, stopContact } from './stop-contacts.ts';

describeOnStores('campaigns', (open) => {
  let town: WatchTown;
  let bank: Institution;
  let by: Principal;

  beforeAll(async () => {
    town = new WatchTown(await open());
    await town.open();
    bank = await town.bank('qala');
    by = person(bank.institutionId, { roles: ['investigator'] });
  }, 120_000);
  afterAll(() => town.close());

  const campaignOf = async (source: StoredSource, externalId: string) =>
    (
      await town.store.db
        .selectFrom('posts')
        .select('campaign_id')
        .where('post_id', '=', await town.idOf(source, externalId))
        .executeTakeFirstOrThrow()
    ).campaign_id;
  const campaignsOf = async (source: StoredSource, ...ids: readonly string[]) => {
    const all = [];
    for (const id of ids) all.push(await campaignOf(source, id));
    return all;
  };
  const show = (campaignId: number | null) =>
    showCampaign(town.watch, scopeOf(by), campaignId ?? 0);

  const random = createRandom(20_261_126);
  const LETTERS = [...'абвгдежзиклмнопрстуф'];
  const word = (): string => Array.from({ length: 7 }, () => random.pick(LETTERS)).join('');
  /** An offer that has nothing in common with others but what is said to be. */
  const said = (contact: string): string =>
    `Нужны дропы, карта Kaspi. ${Array.from({ length: 40 }, word).join(' ')}. Пишите: ${contact}`;

  it('joins posts by a contact, says why, and makes two campaigns one', async () => {
    const [first, second] = [await town.source(), await town.source()];
    await town.take(first, sourcePost('1', said('@joined_a')), sourcePost('2', said('@joined_b')));
    const [a, b] = await campaignsOf(first, '1', '2');
    expect(a).not.toBe(b);
    await town.take(second, sourcePost('3', said('@joined_a и @joined_b')));
    expect(await campaignsOf(second, '3')).toEqual([a]);
    expect(await campaignsOf(first, '1', '2')).toEqual([a, a]);
    const campaign = await show(b);
    expect(campaign).toMatchObject({ campaignId: a, posts: 3, up: 3, sources: 2 });
    expect(campaign.contacts.map(({ shown, posts }) => [shown, posts])).toEqual([
      ['@jo•••', 2],
      ['@jo•••', 2],
    ]);
    expect(campaign.edges.map(({ reasons }) => reasons[0])).toEqual([
      { kind: 'contact', contact: { kind: 'handle', shown: '@jo•••' }, likeness: null },
      { kind: 'contact', contact: { kind: 'handle', shown: '@jo•••' }, likeness: null },
    ]);
  });

  it('knows a re-post, and the words alone after a restart', async () => {
    const [first, second] = [await town.source(), await town.source()];
    await town.take(first, sourcePost('1', offer('@repost_hr')));
    await town.close();
    await town.open();
    await town.take(second, sourcePost('2', offer('@repost_hr'), { at: town.at }));
    const { reposts, campaignId } = await show(await campaignOf(first, '1'));
    expect(await campaignsOf(second, '2')).toEqual([campaignId]);
    expect(reposts).toMatchObject([
      { postId: await town.idOf(second, '2'), repostOf: await town.idOf(first, '1') },
    ]);
  });

  it('falls apart when what held it together turns out to be lawful', async () => {
    const source = await town.source();
    await town.take(
      source,
      sourcePost('1', said('@apart_a')),
      sourcePost('2', said('@apart_b')),
      sourcePost('3', said('@apart_a, @apart_b')),
    );
    const [one] = await campaignsOf(source, '1');
    expect(await campaignsOf(source, '1', '2', '3')).toEqual([one, one, one]);
    const middle = await town.idOf(source, '3');
    const judged = { label: 'legit', stance: 'news', asks: [] } as const;
    await reviewPost(town.watch, by, middle, 1, judged);
    const [a, b, c] = await campaignsOf(source, '1', '2', '3');
    expect(c).toBeNull();
    expect(a).not.toBe(b);
    expect([a, b]).toContain(one);
    await reviewPost(town.watch, by, middle, 2, { ...judged, label: 'dropper', stance: 'offer' });
    const again = await campaignsOf(source, '1', '2', '3');
    expect(new Set(again).size).toBe(1);
  });

  it('are not made anew because somebody was slower than another with a label', async () => {
    const source = await town.source();
    await town.take(source, sourcePost('1', said('@slower_hr')));
    const postId = await town.idOf(source, '1');
    const judged = { label: 'dropper', stance: 'offer', asks: [] } as const;
    await reviewPost(town.watch, by, postId, 1, judged);
    const { book } = town.watch;
    expect(book.campaignOf(postId)).toBeDefined();
    await expect(reviewPost(town.watch, by, postId, 1, judged)).rejects.toMatchObject({
      problem: { code: 'QRG_WATCH_POST_CHANGED' },
    });
    expect(book.campaignOf(postId)).toBeDefined();
  });

  it('lets a person say that a contact joins strangers, and take that back', async () => {
    const source = await town.source();
    await town.take(
      source,
      sourcePost('1', said('@hub_bot_x')),
      sourcePost('2', said('@hub_bot_x')),
    );
    const [one] = await campaignsOf(source, '1');
    const { contacts } = await show(one);
    const stopped = await stopContact(town.watch, by, contacts[0].contactId, 'a support bot');
    expect(stopped).toMatchObject({ shown: '@hu•••', posts: 2, by: by.name });
    const [a, b] = await campaignsOf(source, '1', '2');
    expect(a).not.toBe(b);
    await expect(stopContact(town.watch, by, contacts[0].contactId, 'again')).rejects.toThrow(
      expect.objectContaining({ problem: { code: 'QRG_WATCH_STOPPED', args: {} } }),
    );
    await liftStop(town.watch, by, stopped.hash, 'it was a recruiter');
    expect(await listStopped(town.watch, by)).toEqual([]);
    const [c, d] = await campaignsOf(source, '1', '2');
    expect(c).toBe(d);
  });

  it('shows the posts of another institution’s own source to nobody else', async () => {
    const other = await town.bank('dala');
    const own = await town.source('rows', other.institutionId);
    await town.take(own, sourcePost('1', said('@private_hr')));
    const id = await campaignOf(own, '1');
    await expect(show(id)).rejects.toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code: 'QRG_WATCH_CAMPAIGN_UNKNOWN' }),
      }),
    );
    const { items } = await listCampaigns(town.store, scopeOf(by), { limit: 200 });
    expect(items.map(({ campaignId }) => campaignId)).not.toContain(id);
    const theirs = person(other.institutionId);
    expect(await showCampaign(town.watch, scopeOf(theirs), id ?? 0)).toMatchObject({ posts: 1 });
  });

  it('joins no public posts by one that only one institution sees', async () => {
    const other = await town.bank('tau');
    const [source, own] = [await town.source(), await town.source('rows', other.institutionId)];
    await town.take(source, sourcePost('1', said('@bridge_one')));
    await town.take(
      source,
      sourcePost('2', `Kaspi Pay аренда, ИП и ТОО, 90 000 тг, нужны дропы, пишите @bridge_two`),
    );
    const [one, two] = await campaignsOf(source, '1', '2');
    expect(one).not.toBe(two);
    await town.take(own, sourcePost('3', `${said('@bridge_one')} или @bridge_two`));
    expect(await campaignsOf(source, '1', '2')).toEqual([one, two]);
    const third = await campaignOf(own, '3');
    expect([one, two]).not.toContain(third);
    // The bank's own posts join each other, after a restart, too.
    await town.close();
    await town.open();
    await town.take(own, sourcePost('4', said('@bridge_two')));
    expect(await campaignOf(own, '4')).toBe(third);
    expect(await campaignsOf(source, '1', '2')).toEqual([one, two]);
  });

  it('leads from a network to the campaign that recruited its people, and back', async () => {
    await town.pay(bank, { id: 'n-1', payer: 'victim-1', payee: 'mule-1' });
    const card = fakePan(random);
    await town.pay(bank, {
      id: 'n-2',
      payer: 'victim-2',
      payee: 'mule-1',
      payeeIdentifiers: [{ kind: 'card', value: card }],
    });
    const source = await town.source();
    await town.take(source, sourcePost('1', `${offer('@network_hr')} карта ${card}`));
    await joinPosts(town.watch);
    const [victim, mule] = ['victim-1', 'mule-1'].map((name) => town.accountNo(bank, name));
    const member = { layer: 1, inMinor: 0, outMinor: 0, score: 90 };
    const body = {
      id: 'n-mule',
      rank: 1,
      certainty: 93,
      harmMinor: 80_000_000,
      from: town.at,
      to: town.at,
      members: [
        { ...member, account: victim, role: 'victim' },
        { ...member, account: mule, role: 'collector' },
      ],
      edges: [],
      story: { ru: '', kk: '', en: '' },
      typologies: [],
      commonSink: null,
      abroad: { countries: [], elsewhere: false, hops: 1 },
    };
    await storeNetworks(town.store.pool, [body], town.at);
    // A network is seen by those whose transfers touch it.
    const all = person(0, { seesAll: true });
    const [found] = await campaignsOfNetwork(town.watch, all, 'n-mule');
    expect(found.accounts.map(({ ref }) => ref)).toEqual([mule]);
    expect(found.campaign.campaignId).toBe(await campaignOf(source, '1'));
    const posts = await postsOfNetwork(town.watch, all, 'n-mule', { limit: 10 });
    expect(posts.items).toMatchObject([
      { via: 'card', post: { campaignId: found.campaign.campaignId } },
    ]);
    const campaign = await showCampaign(town.watch, scopeOf(all), found.campaign.campaignId);
    expect(campaign.networks).toEqual([{ networkId: 'n-mule', certainty: 0.93, accounts: 1 }]);
    expect(campaign.accounts).toMatchObject([{ account: { ref: mule }, via: 'card' }]);
  });
});
