import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom, type Random } from '../../domain/random.ts';
import { servicesOn } from '../../http/served.fixture.ts';
import { compareNames } from '../../screening/names/compare-names.ts';
import { NAME_THRESHOLD } from '../../screening/names/name-index.ts';
import { personName } from '../../sim/names.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { addInstitution } from '../access/institutions.ts';
import { terminalPrincipal } from '../access/principal.ts';
import { saveCustomers } from '../customers/save-customer.ts';
import { activateVersion, withdrawList } from '../lists/activate-version.ts';
import { createList } from '../lists/create-list.ts';
import { importVersion } from '../lists/import-version.ts';
import { orThrow } from '../or-throw.ts';
import { workOnRatings } from '../risk/work-on-ratings.ts';
import { followLists } from './follow-lists.ts';

const CUSTOMERS = 250;
const SEED = 11;

describeOnStores('names of customers and of lists', (open) => {
  let services: Awaited<ReturnType<typeof servicesOn>>;
  const random = createRandom(SEED);
  const by = terminalPrincipal('test');
  const customers: string[] = Array.from({ length: CUSTOMERS }, () => personName(random, false));
  let listId: number;
  let institution: { institutionId: number; code: string };

  beforeAll(async () => {
    services = await servicesOn(await open());
    const wish = { code: 'qala', name: 'qala', kind: 'bank' as const };
    const institutionId = orThrow(await addInstitution(services.access, by, wish));
    institution = { institutionId, code: 'qala' };
    await tell(customers);
    const list = { institutionId: null, kind: 'sanctions' as const, name: 'l' };
    listId = await createList(services.lists, by, { ...list, source: 's', handling: 'h' });
  });
  afterAll(() => services.close());

  const tell = async (names: readonly string[]): Promise<void> => {
    const saved = await saveCustomers(
      services,
      institution,
      names.map((name, i) => ({
        ...{ externalId: `c${i}`, name, kind: 'person' as const, identifiers: [], accounts: [] },
        ...{ devices: [], ips: [], creditApplicationsAt: [], relatives: [] },
      })),
    );
    for (const one of saved) orThrow(one);
  };

  /** Puts a version of these names in force. */
  const put = async (names: readonly string[]): Promise<void> => {
    const csv = `id,name\n${names.map((name, i) => `${i},${name}\n`).join('')}`;
    const chunks = (async function* () {
      yield Buffer.from(csv);
    })();
    const file = { fileName: 'l.csv', chunks };
    const { number } = await importVersion(services.lists, by, listId, file);
    await activateVersion(services.lists, by, listId, number, 'test');
  };

  /** Pairs that stand in the store: customer and listed name by place. */
  const standing = async (): Promise<string[]> => {
    const rows = await services.store.db
      .selectFrom('list_hits as h')
      .innerJoin('customers as c', 'c.customer_id', 'h.customer_id')
      .innerJoin('list_entries as e', 'e.entry_id', 'h.entry_id')
      .select(['c.external_id', 'e.sealed', 'h.score'])
      .where('h.gone_at', 'is', null)
      .execute();
    return rows
      .map(({ external_id, sealed }) => {
        const { sourceId } = JSON.parse(services.store.vault.open(sealed).toString());
        return `${external_id} ${sourceId}`;
      })
      .sort();
  };

  /** The same by comparing everybody with everybody. */
  const expected = (names: readonly string[], of: readonly string[]): string[] =>
    of
      .flatMap((customer, c) =>
        names.flatMap((text, n) => {
          const listed = { entry: n, text, party: 'person' as const };
          const { score } = compareNames({ text: customer, party: 'person' }, listed);
          return score >= NAME_THRESHOLD ? `c${c} ${n}` : [];
        }),
      )
      .sort();

  /** Strangers, and some who are customers, with a word left out or turned round. */
  const listOf = (r: Random, strangers: number): string[] => [
    ...Array.from({ length: strangers }, () => personName(r, false)),
    ...Array.from({ length: 20 }, () => {
      const words = r.pick(customers).split(' ');
      return r.chance(0.5) ? words.slice(0, 2).join(' ') : words.toReversed().join(' ');
    }),
  ];

  test('meet as a comparison of everybody with everybody says, version after version', async () => {
    let names: string[] = [];
    for (let version = 0; version < 3; version++) {
      // Half of the version before stays in its place.
      const kept = names.slice(0, names.length / 2);
      names = [...kept, ...listOf(random, 40)];
      await put(names);
      await followLists(services.risk);
      expect(await standing(), `version ${version}, seed ${SEED}`).toEqual(
        expected(names, customers),
      );
    }
    const others = customers.map((name, i) => (i % 3 === 0 ? personName(random, true) : name));
    await tell(others);
    await workOnRatings(services.risk);
    expect(await standing()).toEqual(expected(names, others));
    await withdrawList(services.lists, by, listId, 'test');
    await followLists(services.risk);
    expect(await standing()).toEqual([]);
    await tell(customers);
    await workOnRatings(services.risk);
    expect(await standing()).toEqual([]);
  });

  test('a comparison that is cut off goes on where it stopped', async () => {
    const names = listOf(random, 10);
    await put(names);
    const stopping = new AbortController();
    const first = followLists(services.risk, {
      get aborted() {
        return stopping.signal.aborted;
      },
    } as AbortSignal);
    stopping.abort();
    const before = await first;
    expect(before).toBeLessThan(CUSTOMERS);
    const rest = await followLists(services.risk);
    expect(before + rest).toBe(CUSTOMERS);
    expect(await followLists(services.risk)).toBe(0);
    expect(await standing()).toEqual(expected(names, customers));
  });
});
