import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FieldClass } from '../../exchange/fields/field-class.ts';
import { FIELD_WORDS } from '../../exchange/fields/field-words.ts';
import { json } from '../../http/seeded.fixture.ts';
import { Served, servicesOn } from '../../http/served.fixture.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { tickCases } from '../cases/tick-cases.ts';
import { type NetworkBody, storeNetworks } from '../live/live-networks.ts';
import { joinPosts } from '../watch/join/join-posts.ts';
import { CARD } from '../watch/watch.fixture.ts';
import { type ToldCase, tellCase } from './town-case.ts';

const HOUR_MS = 3_600_000;
const YESTERDAY = Date.now() - 24 * HOUR_MS;
const BANK = 'town-qala';
const LOST_MINOR = 60_000_000;

describeOnStores('what people of a bank did with a case before you came', (open) => {
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let served: Served;
  let bank: number;
  let before: ToldCase | undefined;
  let told: ToldCase | undefined;
  const parts = () => services;

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
    bank = await served.institution(BANK);
    const key = await served.key(BANK);
    for (const ring of ['one', 'two']) {
      const customer = { externalId: ring, name: 'Тестов Тест', kind: 'person' };
      await json(
        served.ask('POST', '/v1/customers', key, { ...customer, accounts: [`${ring}-mule`] }),
      );
      await json(served.ask('POST', '/v1/decisions', key, transfersOf(ring)));
    }
    await post();
    await ring('one', 1);
    await tickCases(services.cases);
    before = await tellCase(parts());
    await ring('two', 2);
    await tickCases(services.cases);
    told = await tellCase(parts());
  }, 120_000);
  afterAll(async () => {
    await served.server.stop();
    await services.close();
  });

  /** Three people pay a client of the bank, whose card a post names in the second ring, and the money leaves. */
  const transfersOf = (ring: string) =>
    [1, 2, 3, 4].map((n) => ({
      id: `${ring}-${n}`,
      at: YESTERDAY + n * 60_000,
      payer: n === 4 ? `${ring}-mule` : `${ring}-victim-${n}`,
      payee: n === 4 ? `${ring}-out` : `${ring}-mule`,
      amountMinor: LOST_MINOR,
      currency: 'KZT',
      ...(ring === 'two' && n < 4 && { payeeIdentifiers: [{ kind: 'card', value: CARD }] }),
    }));

  async function post(): Promise<void> {
    const { headers } = await served.person(BANK, ['supervisor']);
    const { sourceId } = await json<{ sourceId: number }>(
      served.ask('POST', '/v1/watch-sources', headers, { kind: 'rows', name: 'posts' }),
    );
    const text = `Возьму в аренду вашу карту, плачу 20 000 тг в день. Переводите на ${CARD}`;
    await json(
      served.ask(
        'POST',
        `/v1/watch-sources/${sourceId}/files?name=posts.jsonl`,
        { ...headers, 'content-type': 'application/x-ndjson' },
        JSON.stringify({ id: '1', text }),
      ),
    );
    await joinPosts(services.watch);
  }

  /** The ring as the follower would store it. */
  async function ring(name: string, rank: number): Promise<void> {
    const { headers } = await served.person(BANK, ['analyst']);
    const refOf = async (account: string) =>
      (
        await json<{ items: { ref: number }[] }>(
          served.ask('POST', '/v1/accounts/find', headers, { account }),
        )
      ).items[0].ref;
    const mule = await refOf(`${name}-mule`);
    const member = { inMinor: 3 * LOST_MINOR, outMinor: LOST_MINOR, score: 90 };
    const body: NetworkBody = {
      ...{ id: `n${mule}`, rank, certainty: 93, harmMinor: 3 * LOST_MINOR },
      ...{ from: YESTERDAY, to: YESTERDAY + HOUR_MS, edges: [], typologies: ['collector'] },
      members: [
        { ...member, account: await refOf(`${name}-victim-1`), role: 'victim', layer: 0 },
        { ...member, account: mule, role: 'collector', layer: 1 },
        { ...member, account: await refOf(`${name}-out`), role: 'transit', layer: 2 },
      ],
      story: { ru: 'Рассказ', kk: 'Әңгіме', en: 'A story' },
      commonSink: null,
      abroad: { countries: [], elsewhere: false, hops: 1 },
    };
    await storeNetworks(services.store.pool, [body], YESTERDAY);
  }

  const casesNow = () =>
    services.store.db
      .selectFrom('cases as c')
      .leftJoin('users as u', 'u.user_id', 'c.assignee')
      .select(['c.case_id', 'c.number', 'c.state', 'c.version', 'c.opened_by', 'u.login'])
      .where('c.institution_id', '=', bank)
      .orderBy('c.case_id')
      .execute();

  it('waits until there are two that the service opened, and leaves one as it is', async () => {
    expect(before).toBeUndefined();
    const [left, done] = await casesNow();
    expect(told).toEqual({ number: done.number, bank: BANK, left: left.number, leftBank: BANK });
    expect(left).toMatchObject({ state: 'open', version: 1, opened_by: null, login: null });
    expect(done).toMatchObject({ state: 'in_work', opened_by: null, login: 'town.bank.analyst' });
  });

  it('took the one that a post names, called the client, said two facts, held by two', async () => {
    const [, { case_id }] = await casesNow();
    const { db } = services.store;
    const of = (table: 'case_items' | 'case_facts') =>
      db.selectFrom(table).select('kind').where('case_id', '=', case_id).execute();
    const kinds = (await of('case_items')).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['network', 'post', 'hold']));
    const said = (await of('case_facts')).map(({ kind }) => kind).sort();
    expect(said).toEqual(['gave_access', 'reward_paid']);
    const proposals = await db
      .selectFrom('case_proposals')
      .select(['what', 'proposed_by', 'decided_by', 'decision'])
      .execute();
    expect(proposals).toEqual([
      {
        what: 'hold',
        proposed_by: 'town.bank.analyst',
        decided_by: 'town.bank.supervisor',
        decision: 'approved',
      },
    ]);
  });

  it('left a notice and a package that wait for somebody, and nothing of a person in the package', async () => {
    const { db } = services.store;
    const filings = await db.selectFrom('filings').select(['state', 'transfer_id']).execute();
    expect(filings).toEqual([{ state: 'draft', transfer_id: 'two-4' }]);
    const packages = await db
      .selectFrom('packages')
      .select(['state', 'format', 'made_by', 'ground', 'partners', 'fields'])
      .execute();
    expect(packages).toMatchObject([
      { state: 'draft', format: 'stix', made_by: 'town.bank.liaison', partners: ['north-fiu'] },
    ]);
    const { fields } = packages[0];
    expect(fields).toContain('signal.rule');
    expect(fields.filter((field) => FIELD_WORDS[field as FieldClass].personal)).toEqual([]);
  });

  it('is told once', async () => {
    const state = await casesNow();
    expect(await tellCase(parts())).toBeUndefined();
    expect(await casesNow()).toEqual(state);
  });
});
