import { type NetworkBody, storeNetworks } from '../service/live/live-networks.ts';
import type { Served } from './served.fixture.ts';

/** A moment of the day before: nothing in it is of the future, whatever the clock of the test says. */
export const YESTERDAY = Date.now() - 86_400_000;

export const transfer = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  at: YESTERDAY,
  payer: 'acc-100',
  payee: 'acc-200',
  amountMinor: 4_300_000,
  currency: 'KZT',
  ...more,
});

/** What a seeded bank holds. */
export interface Seeded {
  readonly listId: number;
  readonly alertId: number;
  readonly holdId: number;
  readonly customerId: number;
  /** Number of account 'acc-200', which is listed. */
  readonly listed: number;
  readonly networkId: string;
}

/**
 * Gives a bank something of everything, by its own routes: a list in force with one account on it, transfers to that account,
 * and by them an alert, a hit and a hold; a client.
 */
export async function seedBank(served: Served, code: string): Promise<Seeded> {
  const key = await served.key(code);
  const supervisor = (await served.person(code, ['supervisor'])).headers;
  const { listId } = await json<{ listId: number }>(
    served.ask('POST', '/v1/lists', supervisor, {
      forAll: false,
      kind: 'events',
      name: 'events',
      source: 'test',
      handling: 'hold',
    }),
  );
  const file = { ...supervisor, 'content-type': 'text/csv' };
  const csv = 'id,account,reason\n1,acc-200,reported\n2,acc-201,reported\n';
  await json(served.ask('POST', `/v1/lists/${listId}/versions?name=events.csv`, file, csv));
  await json(
    served.ask('POST', `/v1/lists/${listId}/versions/1/activate`, supervisor, {
      reason: 'for the test',
    }),
  );
  const { customerId } = await json<{ customerId: number }>(
    served.ask('POST', '/v1/customers', key, {
      externalId: 'c-1',
      name: 'Тестов Тест',
      kind: 'person',
      accounts: ['acc-100'],
    }),
  );
  for (let i = 0; i < 5; i++)
    await json(
      served.ask('POST', '/v1/decisions', key, transfer(`seed-${i}`, { at: YESTERDAY + i })),
    );
  const alerts = await json<{ items: { alertId: number; account: { ref: number } }[] }>(
    served.ask('GET', '/v1/alerts', key),
  );
  const holds = await json<{ items: { holdId: number }[] }>(served.ask('GET', '/v1/holds', key));
  const listed = alerts.items[0].account.ref;
  const payer = listed === 0 ? 1 : listed - 1;
  return {
    listId,
    alertId: alerts.items[0].alertId,
    holdId: holds.items[0].holdId,
    customerId,
    listed,
    networkId: await seedNetwork(served, payer, listed),
  };
}

/** What a bank's own source has found. */
export interface SeededPosts {
  readonly sourceId: number;
  readonly postIds: readonly number[];
  readonly campaignId: number;
}

/** Gives a bank posts of its own source: two offers of one campaign, and something lawful. */
export async function seedPosts(served: Served, code: string): Promise<SeededPosts> {
  const supervisor = (await served.person(code, ['supervisor'])).headers;
  const { sourceId } = await json<{ sourceId: number }>(
    served.ask('POST', '/v1/watch-sources', supervisor, { kind: 'rows', name: `posts of ${code}` }),
  );
  const texts = [
    'Возьму в аренду вашу карту Kaspi, плачу 20 000 тг в день. Нужны дропы. Пишите: @seed_hr',
    'Возьму в аренду вашу карту Halyk, плачу 30 000 тг в день. Нужны дропы. Пишите: @seed_hr',
    'Сдам квартиру в Алматы на длительный срок, без посредников',
  ];
  const rows = texts.map((text, i) => JSON.stringify({ id: `${i}`, text })).join('\n');
  const file = { ...supervisor, 'content-type': 'application/x-ndjson' };
  await json(
    served.ask('POST', `/v1/watch-sources/${sourceId}/files?name=posts.jsonl`, file, rows),
  );
  const { items } = await json<{ items: { postId: number; campaignId: number | null }[] }>(
    served.ask('GET', `/v1/posts?source=${sourceId}`, supervisor),
  );
  return {
    sourceId,
    postIds: items.map(({ postId }) => postId),
    campaignId: items.find(({ campaignId }) => campaignId !== null)?.campaignId ?? 0,
  };
}

/** A network of two, as the follower stores what it finds. */
async function seedNetwork(served: Served, payer: number, payee: number): Promise<string> {
  const member = { layer: 1, inMinor: 0, outMinor: 0, score: 90 };
  const body: NetworkBody = {
    id: `n${payee}`,
    rank: 1,
    certainty: 93,
    harmMinor: 5 * 4_300_000,
    from: YESTERDAY,
    to: YESTERDAY + 10,
    members: [
      { ...member, account: payer, role: 'victim' },
      { ...member, account: payee, role: 'collector' },
    ],
    edges: [
      {
        from: payer,
        to: payee,
        amountMinor: 5 * 4_300_000,
        count: 5,
        firstAt: YESTERDAY,
        lastAt: YESTERDAY + 4,
      },
    ],
    story: { ru: 'Рассказ', kk: 'Әңгіме', en: 'A story' },
    typologies: ['collector'],
    commonSink: null,
    abroad: { countries: [], elsewhere: false, hops: 1 },
  };
  await storeNetworks(served.services.store.pool, [body], YESTERDAY);
  return body.id;
}

/** The body of a reply that has to succeed. */
export async function json<T>(response: Promise<Response>): Promise<T> {
  const reply = await response;
  if (!reply.ok) throw new Error(`${reply.url}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as T;
}
