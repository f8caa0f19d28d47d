import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FilingDetail, ThresholdDay } from '../client/filings.ts';
import { fakeIin } from '../domain/fake/iin.ts';
import { createRandom } from '../domain/random.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { Served, type SignedInPerson, servicesOn } from './served.fixture.ts';

type Running = Awaited<ReturnType<typeof servicesOn>>;

const DAY_MS = 86_400_000;
/** Noon of Almaty, the day before yesterday: over, whatever the clock of the test says. */
const NOON =
  Math.floor((Date.now() + 5 * 3_600_000) / DAY_MS) * DAY_MS - 2 * DAY_MS + 7 * 3_600_000;
const DAY = new Date(NOON).toISOString().slice(0, 10);

describeOnStores('threshold operations of a day', (open) => {
  let services: Running;
  let served: Served;
  let analyst: SignedInPerson;
  let supervisor: SignedInPerson;
  let other: SignedInPerson;

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
    await served.institution('qala');
    await served.institution('dala');
    const key = await served.key('qala');
    const random = createRandom(7);
    const born = Date.UTC(1990, 1, 1);
    for (const [externalId, account] of [
      ['c-1', 'acc-1'],
      ['c-2', 'acc-2'],
    ])
      expect(
        (
          await served.ask('POST', '/v1/customers', key, {
            ...{
              externalId,
              name: 'Тестов Тест',
              kind: 'person',
              resident: true,
              citizenship: 'KZ',
            },
            identifiers: [{ kind: 'iin', value: fakeIin(random, { bornAt: born, sex: 'male' }) }],
            accounts: [account],
          })
        ).status,
      ).toBeLessThan(300);
    const tell = async (id: string, tenge: number, more: Record<string, unknown>) => {
      const body = {
        ...{ id, at: NOON, payer: 'acc-1', payee: 'acc-9', currency: 'KZT' },
        ...{ amountMinor: tenge * 100, ...more },
      };
      expect((await served.ask('POST', '/v1/decisions', key, body)).status).toBe(200);
    };
    await tell('cash', 10_000_000, { channel: 'cash_out', payee: 'till' });
    await tell('gift', 8_000_000, { purpose: 'gift' });
    await tell('gift-back', 9_000_000, { purpose: 'gift' });
    await tell('own', 8_000_000, { purpose: 'own' });
    await tell('small', 9_999_999, { channel: 'cash_out', payee: 'till' });
    // 23:59 and 00:01 of Almaty, in one night of UTC.
    await tell('late', 11_000_000, { channel: 'cash_out', payee: 'till', at: NOON + 43_140_000 });
    await tell('next', 11_000_000, { channel: 'cash_out', payee: 'till', at: NOON + 43_260_000 });
    analyst = await served.person('qala', ['analyst']);
    supervisor = await served.person('qala', ['supervisor']);
    other = await served.person('dala', ['supervisor']);
  }, 120_000);
  afterAll(async () => {
    await served.server.stop();
    await services.close();
  });

  const look = async (who: SignedInPerson, day = DAY) => {
    const answer = await served.ask('GET', `/v1/filings/thresholds?day=${day}`, who.headers);
    return {
      status: answer.status,
      body: (await answer.json()) as ThresholdDay & { code: string },
    };
  };
  const run = async (who: SignedInPerson, day = DAY) => {
    const answer = await served.ask('POST', '/v1/filings/thresholds', who.headers, { day });
    return { status: answer.status, body: (await answer.json()) as ThresholdDay };
  };
  const short = ({ items }: ThresholdDay) =>
    items.map(({ transfer, outcome, filing }) => [transfer, outcome, filing?.state ?? null]);

  it('finds what the day of Almaty holds, with reasons, and makes nothing by a look', async () => {
    const { body } = await look(analyst);
    expect(short(body)).toEqual([
      ['cash', 'due', null],
      ['gift', 'ask', null],
      ['gift-back', 'ask', null],
      ['late', 'due', null],
    ]);
    expect(body.looked).toBe(6);
    expect(body.items[0].reasons).toMatchObject([
      { threshold: 'cash', operation: '0511', article: '4(1)', verified: 'no' },
    ]);
    expect(body.items[1].decide).toMatchObject([{ code: 'gratuitous' }]);
    expect(body.cannotTell.length).toBeGreaterThan(3);
    expect((await look(other)).body.items).toEqual([]);
    const today = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);
    expect((await look(analyst, today)).body.code).toBe('QRG_FILING_DAY');
    expect((await run(analyst)).status).toBe(403);
  });

  it('numbers what is certain and complete, keeps the rest for a person, and does it once', async () => {
    // Before the bank has told who it is, nothing is ready.
    const waiting = (await run(supervisor)).body;
    expect(short(waiting).map(([, , state]) => state)).toEqual([
      'draft',
      'draft',
      'draft',
      'draft',
    ]);
    await served.ask(
      'PUT',
      '/v1/filings/settings',
      { ...supervisor.headers, 'if-match': '"0"' },
      { sender: 'QALABANK', reporter: REPORTER },
    );
    const again = (await run(supervisor)).body;
    expect(short(again)).toEqual(short(waiting));
    const nextDay = new Date(NOON + DAY_MS).toISOString().slice(0, 10);
    const [first, second] = await Promise.all([run(supervisor, nextDay), run(supervisor, nextDay)]);
    expect(short(first.body)).toEqual([['next', 'due', 'approved']]);
    expect(first.body.items[0].filing).toMatchObject({ problems: 0, number: expect.any(String) });
    expect(second.body.items[0].filing).toEqual(first.body.items[0].filing);
    const rows = await services.store.db
      .selectFrom('filings')
      .select(['transfer_id', 'kind', 'made_by_id', 'approved_by_id'])
      .execute();
    expect(rows).toHaveLength(5);
    expect(rows.every(({ made_by_id }) => made_by_id === null)).toBe(true);
  });

  it('takes a person’s no for an end, and a yes for a notice to go on with', async () => {
    const { items } = (await look(analyst)).body;
    const [gift, back] = items.filter(({ outcome }) => outcome === 'ask');
    const decide = async (filingId: number, yes: boolean) => {
      const version = 1;
      const headers = { ...analyst.headers, 'if-match': `"${version}"` };
      const answer = await served.ask('PATCH', `/v1/filings/${filingId}`, headers, {
        decided: [{ code: 'gratuitous', yes }],
      });
      return (await answer.json()) as FilingDetail;
    };
    expect((await decide(gift.filing?.filingId ?? 0, false)).state).toBe('withdrawn');
    expect(await decide(back.filing?.filingId ?? 0, true)).toMatchObject({
      state: 'draft',
      decide: [],
    });
    const after = (await run(supervisor)).body;
    expect(short(after).slice(1, 3)).toEqual([
      ['gift', 'ask', 'withdrawn'],
      ['gift-back', 'ask', 'draft'],
    ]);
    expect(after.items[1].decide).toEqual([]);
  });
});

const REPORTER = {
  '2.1': '011',
  '2.2(1.2)': 'АО «Қала Банкі»',
  '2.4': '980140000005',
  '2.7(1)': 'Сәрсенова',
  '2.7(2)': 'Айгүл',
  '2.7.1': 'Комплаенс-офицер',
  '2.8': '7172,000000',
  '2.9': 'aml@example.kz',
};
