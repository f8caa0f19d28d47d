import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeIin } from '../../domain/fake/iin.ts';
import { createRandom } from '../../domain/random.ts';
import { servicesOn } from '../../http/served.fixture.ts';
import { personName } from '../../sim/names.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { addInstitution } from '../access/institutions.ts';
import { type Principal, terminalPrincipal } from '../access/principal.ts';
import type { ToldCustomer } from '../customers/kept-customer.ts';
import { saveCustomers } from '../customers/save-customer.ts';
import { activateVersion } from '../lists/activate-version.ts';
import { createList } from '../lists/create-list.ts';
import { importVersion } from '../lists/import-version.ts';
import { holdHits } from '../lists/met.ts';
import { orThrow } from '../or-throw.ts';
import { readNames } from '../screening/follow-lists.ts';
import { openRisk } from './open-risk.ts';
import { rateNow } from './rate-customers.ts';
import { saveParameters } from './save-parameters.ts';
import { workOnRatings } from './work-on-ratings.ts';

const DAY_MS = 86_400_000;
const BORN = Date.UTC(1980, 0, 1);

describeOnStores('ratings that are due', (open) => {
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let institution: { institutionId: number; code: string };
  let by: Principal;
  let at = Date.UTC(2026, 10, 2, 9);
  let told = 0;
  const random = createRandom(3);

  beforeAll(async () => {
    services = await servicesOn(await open(), () => at);
    const terminal = terminalPrincipal('test');
    const wish = { code: 'qala', name: 'qala', kind: 'bank' as const };
    const institutionId = orThrow(await addInstitution(services.access, terminal, wish));
    institution = { institutionId, code: 'qala' };
    by = { ...terminal, institutionId };
  });
  afterAll(() => services.close());

  const customer = (more: Partial<ToldCustomer> = {}): ToldCustomer => ({
    externalId: `c${++told}`,
    name: personName(random, false),
    kind: 'person',
    identifiers: [{ kind: 'iin', value: fakeIin(random, { bornAt: BORN, sex: 'male' }) }],
    accounts: [],
    devices: [],
    ips: [],
    creditApplicationsAt: [],
    relatives: [],
    ...more,
  });
  const tell = async (...customers: ToldCustomer[]): Promise<number[]> =>
    (await saveCustomers(services, institution, customers)).map((one) => orThrow(one).customerId);

  const queued = async (): Promise<number> =>
    (await services.store.db.selectFrom('rating_queue').select('queue_id').execute()).length;
  const ratingOf = (customerId: number) =>
    services.store.db
      .selectFrom('customers as c')
      .leftJoin('customer_ratings as r', 'r.rating_id', 'c.rating_id')
      .select(['c.points', 'c.level', 'c.review_at', 'c.rated_at', 'c.engine_told', 'r.cause'])
      .where('c.customer_id', '=', customerId)
      .executeTakeFirstOrThrow();
  const history = (customerId: number) =>
    services.store.db
      .selectFrom('customer_ratings')
      .select('cause')
      .where('customer_id', '=', customerId)
      .orderBy('rating_id')
      .execute()
      .then((rows) => rows.map(({ cause }) => cause));

  test('customers of a bulk are rated, by another process too', async () => {
    const ids = await tell(...Array.from({ length: 250 }, () => customer()));
    expect((await ratingOf(ids[0])).points).toBeNull();
    const restarted = await openRisk({ ...services, listing: services.lists.listing });
    await workOnRatings(restarted);
    for (const id of [ids[0], ids[249]])
      expect(await ratingOf(id)).toMatchObject({ cause: 'told', engine_told: true });
    expect(await queued()).toBe(0);
  });

  test('what says nothing new is not written down again', async () => {
    const [one] = await tell(customer({ externalId: 'same' }));
    await workOnRatings(services.risk);
    await tell(customer({ externalId: 'same' }));
    await rateNow(services.risk, one, 'told');
    await workOnRatings(services.risk);
    expect(await history(one)).toEqual(['told']);
    await rateNow(services.risk, one, 'person');
    expect(await history(one)).toEqual(['told', 'person']);
  });

  test('who shares a device with a newcomer is rated anew, and again when it is gone', async () => {
    const [one] = await tell(customer({ name: 'Абаев Асан', devices: ['d-1'] }));
    await workOnRatings(services.risk);
    const { points } = await ratingOf(one);
    const other = customer({ name: 'Сериков Болат', devices: ['d-1'] });
    await tell(other);
    await workOnRatings(services.risk);
    expect((await ratingOf(one)).points).toBeGreaterThan(points ?? 0);
    await tell({ ...other, devices: [] });
    await workOnRatings(services.risk);
    expect(await ratingOf(one)).toMatchObject({ points, cause: 'links' });
  });

  test('a crowd is not told of one more', async () => {
    await tell(...Array.from({ length: 40 }, () => customer({ ips: ['203.0.113.9'] })));
    await workOnRatings(services.risk);
    await tell(customer({ ips: ['203.0.113.9'] }));
    expect(await queued()).toBe(1);
  });

  test('nobody waits for a list that is being activated: names are noted after it', async () => {
    await workOnRatings(services.risk);
    const [one] = await tell(customer({ name: 'Сериков Асхат' }));
    const lists = services.lists;
    const terminal = terminalPrincipal('test');
    const list = { institutionId: null, kind: 'sanctions' as const, name: 'l' };
    const listId = await createList(lists, terminal, { ...list, source: 's', handling: 'h' });
    const chunks = (async function* () {
      yield Buffer.from('id,name\n1,SERIKOV ASKHAT\n');
    })();
    await importVersion(lists, terminal, listId, { fileName: 'l.csv', chunks });
    await activateVersion(lists, terminal, listId, 1, 'test');
    await readNames(services.risk);
    const activating = Promise.withResolvers<void>();
    const held = services.store.write(async (trx) => {
      await holdHits(trx);
      await activating.promise;
    });
    expect(await rateNow(services.risk, one, 'told')).toMatchObject({ nameHits: 0 });
    expect(await queued()).toBe(1);
    activating.resolve();
    await held;
    await workOnRatings(services.risk);
    expect(await queued()).toBe(0);
    const hits = await services.store.db.selectFrom('list_hits').select('customer_id').execute();
    expect(hits).toEqual([{ customer_id: one }]);
  });

  test('a term that ran out: rated once, and due until a person looks', async () => {
    const [one] = await tell(customer());
    await workOnRatings(services.risk);
    at = ((await ratingOf(one)).review_at ?? 0) + 1;
    await workOnRatings(services.risk);
    const due = await ratingOf(one);
    expect(due.rated_at).toBe(at);
    expect(due.review_at).toBeLessThan(at);
    expect(await workOnRatings(services.risk)).toBe(0);
    await rateNow(services.risk, one, 'person');
    expect((await ratingOf(one)).review_at).toBeGreaterThan(at);
  });

  test('other parameters: everybody is gone through, also when it is cut off', async () => {
    const [one] = await tell(customer({ cards: 7 }));
    await workOnRatings(services.risk);
    const changes = { factors: [{ factor: 'cards', steps: [{ from: 7, points: 90 }] }] };
    await saveParameters(services.risk, by, { changes, basedOn: 0, reason: 'for the test' });
    await workOnRatings(services.risk, AbortSignal.abort());
    const walks = () => services.store.db.selectFrom('rating_walks').selectAll().execute();
    expect(await walks()).toMatchObject([{ cause: 'parameters' }]);
    const restarted = await openRisk({ ...services, listing: services.lists.listing });
    expect(restarted.book.inForce(institution.institutionId).number).toBe(1);
    await workOnRatings(restarted);
    expect(await walks()).toEqual([]);
    expect(await ratingOf(one)).toMatchObject({ level: 'high', cause: 'parameters' });
  });

  test('money is looked at once a day', async () => {
    await workOnRatings(services.risk);
    expect(await workOnRatings(services.risk)).toBe(0);
    at += DAY_MS;
    expect(await workOnRatings(services.risk)).toBeGreaterThan(250);
    expect(await workOnRatings(services.risk)).toBe(0);
  });
});
