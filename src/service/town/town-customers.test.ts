import { afterAll, beforeAll, expect, test } from 'vitest';
import { servicesOn } from '../../http/served.fixture.ts';
import { simulate } from '../../sim/simulate.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { terminalPrincipal } from '../access/principal.ts';
import { saveCustomers } from '../customers/save-customer.ts';
import { loadRiskParameters } from '../risk/load-risk-parameters.ts';
import { workOnRatings } from '../risk/work-on-ratings.ts';
import { followLists } from '../screening/follow-lists.ts';
import { townBanks } from './town-banks.ts';
import { townCustomers } from './town-customers.ts';
import { townLists } from './town-lists.ts';

const { parameters } = await loadRiskParameters();
const world = simulate({ seed: 16, people: 250, days: 60 });
const at = world.options.from + 30 * 86_400_000;
const told = [...townCustomers(world, parameters.links, at)];

test('nothing is told that is yet to happen', () => {
  expect(told.length).toBeGreaterThan(200);
  for (const { told: customer } of told) {
    const times = [customer.openedAt, customer.phoneChangedAt, ...customer.creditApplicationsAt];
    expect(Math.max(...times.map((time) => time ?? 0))).toBeLessThanOrEqual(at);
  }
  expect(told.some(({ told: { phoneChangedAt } }) => phoneChangedAt !== undefined)).toBe(true);
  expect(new Set(told.map(({ bank, told: { externalId } }) => `${bank} ${externalId}`)).size).toBe(
    told.length,
  );
});

test('a family on one number is told as such', () => {
  const phones = told.flatMap(({ bank, told: { identifiers } }) =>
    identifiers.filter(({ kind }) => kind === 'phone').map(({ value }) => `${bank} ${value}`),
  );
  expect(new Set(phones).size).toBeLessThan(phones.length);
});

describeOnStores('the customers of a town', (open) => {
  let services: Awaited<ReturnType<typeof servicesOn>>;
  beforeAll(async () => {
    services = await servicesOn(await open(), () => at);
  });
  afterAll(() => services.close());

  test('are told, meet the made-up lists by name, and are rated', async () => {
    const { access, lists, risk, store } = services;
    const town = terminalPrincipal('town');
    const { banks } = await townBanks(access, town);
    await townLists(lists, town, world);
    // A second founding finds them there.
    await townLists(lists, town, world);
    for (const [bank, customers] of Map.groupBy(told, (one) => one.bank)) {
      const saved = await saveCustomers(
        services,
        banks[bank],
        customers.map((one) => one.told),
      );
      expect(saved.every(({ ok }) => ok)).toBe(true);
    }
    await followLists(risk);
    await workOnRatings(risk);
    const rated = await store.db
      .selectFrom('customers')
      .select(({ fn }) => [
        fn.count<string>('customer_id').as('all'),
        fn.count<string>('rating_id').as('rated'),
      ])
      .executeTakeFirstOrThrow();
    expect(rated.rated).toEqual(rated.all);
    const levels = await store.db
      .selectFrom('customers')
      .select('level')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .groupBy('level')
      .execute();
    expect(levels.map(({ level }) => level)).toEqual(expect.arrayContaining(['low', 'medium']));
    const hits = await store.db
      .selectFrom('list_hits')
      .select(['by_name', 'via'])
      .where('gone_at', 'is', null)
      .execute();
    expect(hits.filter(({ by_name }) => by_name).length).toBeGreaterThan(0);
    const queue = await store.db.selectFrom('rating_queue').selectAll().execute();
    expect(queue).toEqual([]);
  }, 120_000);
});
