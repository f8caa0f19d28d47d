import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakePan } from '../../../domain/fake/card.ts';
import { fakeKzIban } from '../../../domain/fake/iban-kz.ts';
import { fakeKzPhone } from '../../../domain/fake/phone.ts';
import { createRandom } from '../../../domain/random.ts';
import { describeOnStores } from '../../../store/test-stores.ts';
import { saveCustomers } from '../../customers/save-customer.ts';
import type { Institution, ToldIdentifier } from '../../live/transfer-request.ts';
import { orThrow } from '../../or-throw.ts';
import { takeReport } from '../reports/take-report.ts';
import { reviewPost } from '../review/review-post.ts';
import { offer, person, sourcePost, WatchTown } from '../watch.fixture.ts';
import { decidePostHit, findPostHits, postsOfAccount } from './hits.ts';
import { joinPosts } from './join-posts.ts';

const RULE = 'money-of-a-named-account';
const page = { limit: 50 };

describeOnStores('whom posts name', (open) => {
  let town: WatchTown;
  let bank: Institution;
  let other: Institution;
  const random = createRandom(20_261_126);
  let transfers = 0;

  beforeAll(async () => {
    town = new WatchTown(await open());
    await town.open();
    bank = await town.bank('qala');
    other = await town.bank('dala');
  }, 120_000);
  afterAll(() => town.close());

  /** Money comes to an account and leaves it again; rules that spoke of what left. */
  async function through(account: string): Promise<string[]> {
    const n = ++transfers;
    town.at += 60_000;
    await town.pay(bank, { id: `in-${n}`, payer: `somebody-${n}`, payee: account });
    town.at += 60_000;
    const { signals } = await town.pay(bank, { id: `out-${n}`, payer: account, payee: `far-${n}` });
    return signals.map(({ rule }) => rule);
  }

  const customer = async (
    externalId: string,
    accounts: readonly string[],
    identifiers: readonly ToldIdentifier[],
    of = bank,
  ): Promise<number> => {
    const [saved] = await saveCustomers(
      {
        store: town.store,
        live: town.live,
        lists: town.lists,
        watch: town.watch,
        now: () => town.at,
      },
      of,
      [
        {
          externalId,
          name: 'Тестов Тест',
          kind: 'person',
          accounts,
          identifiers,
          devices: [],
          ips: [],
          creditApplicationsAt: [],
          relatives: [],
        },
      ],
    );
    return orThrow(saved).customerId;
  };

  it('marks an account that a post names: what it pays after that is signalled, what it paid before is not', async () => {
    const iban = fakeKzIban(random, '125');
    expect(await through(iban)).not.toContain(RULE);
    const source = await town.source();
    await town.take(source, sourcePost('1', `${offer('@iban_hr')} Счёт ${iban}`));
    expect(await joinPosts(town.watch)).toBe(1);
    const account = town.accountNo(bank, iban);
    const { items } = await postsOfAccount(town.watch, person(bank.institutionId), account, page);
    expect(items).toMatchObject([
      { via: 'iban', counts: true, state: 'open', post: { label: 'dropper' } },
    ]);
    expect(items[0].shown).not.toContain(iban);
    expect(items[0].post.text).not.toContain(iban);
    expect(await through(iban)).toContain(RULE);
    expect(await joinPosts(town.watch)).toBe(0);
  });

  it('gives each bank a hit of its own of an account that both know, and lets none settle it for the other', async () => {
    const iban = fakeKzIban(random, '125');
    const card = fakePan(random);
    const payeeIdentifiers: readonly ToldIdentifier[] = [{ kind: 'card', value: card }];
    for (const teller of [bank, other]) {
      town.at += 60_000;
      const id = `both-${teller.code}`;
      await town.pay(teller, { id, payer: 'somebody', payee: iban, payeeIdentifiers });
    }
    const source = await town.source();
    await town.take(source, sourcePost('1', `${offer('@both_banks_hr')} Карта ${card}`));
    await joinPosts(town.watch);
    const post = await town.idOf(source, '1');
    const hitsOf = async ({ institutionId }: Institution) =>
      (await findPostHits(town.watch, person(institutionId), { post }, page)).items;
    const [mine, theirs] = [await hitsOf(bank), await hitsOf(other)];
    expect([mine, theirs].map((hits) => hits.map(({ via }) => via))).toEqual([['card'], ['card']]);
    const dismissed = { state: 'dismissed', reason: 'a card of somebody else' } as const;
    const by = person(bank.institutionId);
    await decidePostHit(town.watch, by, mine[0].hitId, mine[0].version, dismissed);
    await joinPosts(town.watch);
    const account = town.accountNo(bank, iban);
    const marks = await town.store.db
      .selectFrom('post_marks')
      .select('account_no')
      .where('account_no', '=', account)
      .execute();
    expect(marks).toHaveLength(1);
  });

  it('finds posts that are older than the account', async () => {
    const iban = fakeKzIban(random, '125');
    const source = await town.source();
    await town.take(source, sourcePost('1', `${offer('@older_hr')} Счёт ${iban}`));
    expect(await joinPosts(town.watch)).toBe(0);
    await town.pay(bank, { id: 'first-of-it', payee: iban });
    expect(await joinPosts(town.watch)).toBe(1);
    expect(await through(iban)).toContain(RULE);
  });

  it('meets a customer by phone, in whatever spelling, and marks all its accounts', async () => {
    const phone = fakeKzPhone(random);
    const spelled = `8${phone.slice(2, 5)} ${phone.slice(5, 8)}-${phone.slice(8)}`;
    const source = await town.source();
    await town.take(source, sourcePost('1', offer(spelled)));
    const customerId = await customer(
      'c-phone',
      ['phone-1', 'phone-2'],
      [{ kind: 'phone', value: phone }],
    );
    expect(await joinPosts(town.watch)).toBe(2);
    expect(await through('phone-2')).toContain(RULE);
    const mine = person(bank.institutionId);
    const { items } = await findPostHits(town.watch, mine, { customer: customerId }, page);
    expect(items).toMatchObject([{ customerId, account: null, via: 'phone' }]);
    // An account that the customer takes later is marked, too.
    await customer('c-phone', ['phone-1', 'phone-2', 'phone-3'], [{ kind: 'phone', value: phone }]);
    expect(await joinPosts(town.watch)).toBe(1);
  });

  it('meets a card that is told with a transfer alone, before the post or after it', async () => {
    const [early, late] = [fakePan(random), fakePan(random)];
    const source = await town.source();
    const told = (value: string) => [{ kind: 'card' as const, value }];
    await town.pay(bank, { id: 'early', payee: 'card-early', payeeIdentifiers: told(early) });
    await town.take(
      source,
      sourcePost('1', `${offer('@cards_hr')} Карта ${early}`),
      sourcePost('2', `${offer('@cards_hr')} Карта ${late}`),
    );
    await town.pay(bank, { id: 'late', payee: 'card-late', payeeIdentifiers: told(late) });
    expect(await joinPosts(town.watch)).toBe(2);
    expect(await through('card-early')).toContain(RULE);
    expect(await through('card-late')).toContain(RULE);
  });

  it('takes the mark back when a person finds that somebody else is meant', async () => {
    const iban = fakeKzIban(random, '125');
    await town.pay(bank, { id: 'meant', payee: iban });
    const source = await town.source();
    await town.take(source, sourcePost('1', `${offer('@meant_hr')} Счёт ${iban}`));
    await joinPosts(town.watch);
    const mine = person(bank.institutionId);
    const account = town.accountNo(bank, iban);
    const [hit] = (await findPostHits(town.watch, mine, { account }, page)).items;
    const decide = (state: 'confirmed' | 'dismissed', version: number, by = mine) =>
      decidePostHit(town.watch, by, hit.hitId, version, { state, reason: 'looked at it' });
    await expect(decide('dismissed', hit.version, person(other.institutionId))).rejects.toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code: 'QRG_WATCH_HIT_UNKNOWN' }),
      }),
    );
    await expect(decide('dismissed', hit.version + 1)).rejects.toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code: 'QRG_WATCH_HIT_CHANGED' }),
      }),
    );
    expect(await decide('dismissed', hit.version)).toMatchObject({ counts: false, version: 2 });
    expect(await joinPosts(town.watch)).toBe(1);
    expect(await through(iban)).not.toContain(RULE);
    expect(await decide('confirmed', 2)).toMatchObject({ counts: true });
    expect(await joinPosts(town.watch)).toBe(1);
  });

  it('follows a person’s label before the machine’s, both ways', async () => {
    const iban = fakeKzIban(random, '125');
    await town.pay(bank, { id: 'labelled', payee: iban });
    const source = await town.source();
    await town.take(source, sourcePost('1', `${offer('@labelled_hr')} Счёт ${iban}`));
    expect(await joinPosts(town.watch)).toBe(1);
    const postId = await town.idOf(source, '1');
    const mine = person(bank.institutionId);
    const warning = { label: 'dropper', stance: 'warning', asks: [] } as const;
    await reviewPost(town.watch, mine, postId, 1, warning);
    expect(await joinPosts(town.watch)).toBe(1);
    expect(await through(iban)).not.toContain(RULE);
    await reviewPost(town.watch, mine, postId, 2, { ...warning, stance: 'offer' });
    expect(await joinPosts(town.watch)).toBe(1);
    expect(await through(iban)).toContain(RULE);
  });

  it('counts what a citizen told only after a person has labelled it', async () => {
    const iban = fakeKzIban(random, '125');
    await town.pay(bank, { id: 'told', payee: iban });
    const told = { story: 'offer', text: `${offer('@told_hr')} Счёт ${iban}`, links: [], asks: [] };
    await takeReport(town.watch, told);
    expect(await joinPosts(town.watch)).toBe(0);
    const account = town.accountNo(bank, iban);
    const mine = person(bank.institutionId);
    const { items } = await postsOfAccount(town.watch, mine, account, page);
    expect(items).toMatchObject([{ counts: false, post: { campaignId: null } }]);
    const { postId } = items[0].post;
    await reviewPost(town.watch, mine, postId, 1, { label: 'dropper', stance: 'offer', asks: [] });
    expect(await joinPosts(town.watch)).toBe(1);
    expect(await through(iban)).toContain(RULE);
  });

  it('shows hits to the institution of the account, and to who sees all', async () => {
    const phone = fakeKzPhone(random);
    await customer('c-mine', ['apart-1'], [{ kind: 'phone', value: phone }]);
    await customer('c-theirs', ['apart-1'], [{ kind: 'phone', value: phone }], other);
    const source = await town.source();
    await town.take(source, sourcePost('1', offer(phone)));
    await joinPosts(town.watch);
    const post = await town.idOf(source, '1');
    const seen = async (institutionId: number, seesAll = false) =>
      (
        await findPostHits(town.watch, person(institutionId, { seesAll }), { post }, page)
      ).items.map((hit) => hit.institutionId);
    expect(await seen(bank.institutionId)).toEqual([bank.institutionId]);
    expect(await seen(other.institutionId)).toEqual([other.institutionId]);
    expect((await seen(0, true)).sort()).toEqual([bank.institutionId, other.institutionId].sort());
  });

  it('joins a post of an institution’s own source to nobody else’s accounts', async () => {
    const phone = fakeKzPhone(random);
    await customer('c-own', ['own-1'], [{ kind: 'phone', value: phone }]);
    const source = await town.source('rows', other.institutionId);
    await town.take(source, sourcePost('1', offer(phone)));
    expect(await joinPosts(town.watch)).toBe(0);
    const all = person(0, { seesAll: true });
    const post = await town.idOf(source, '1');
    expect((await findPostHits(town.watch, all, { post }, page)).items).toEqual([]);
  });

  it('meets a card that was told with a transfer before a restart', async () => {
    const card = fakePan(random);
    const payeeIdentifiers = [{ kind: 'card' as const, value: card }];
    await town.pay(bank, { id: 'kept-1', payee: 'kept-card', payeeIdentifiers });
    await joinPosts(town.watch);
    await town.close();
    await town.open();
    await joinPosts(town.watch);
    await town.take(await town.source(), sourcePost('1', `${offer('@kept_hr')} Карта ${card}`));
    expect(await joinPosts(town.watch)).toBe(1);
    expect(await through('kept-card')).toContain(RULE);
  });

  it('finds everything again after a restart', async () => {
    const iban = fakeKzIban(random, '125');
    const card = fakePan(random);
    const source = await town.source();
    const text = `${offer('@restart_hr')} Счёт ${iban}, карта ${card}`;
    await town.take(source, sourcePost('1', text));
    await town.close();
    await town.open();
    await town.pay(bank, { id: 'again-1', payee: iban });
    expect(await joinPosts(town.watch)).toBe(1);
    const payeeIdentifiers = [{ kind: 'card' as const, value: card }];
    await town.pay(bank, { id: 'again-2', payee: 'again-card', payeeIdentifiers });
    expect(await joinPosts(town.watch)).toBe(1);
  });
});
