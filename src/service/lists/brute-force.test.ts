import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { type InventedParty, inventParties } from '../../intake/lists/list-files.fixture.ts';
import type { ExactKey, KeyKind } from '../../screening/lists/exact-key.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { ListsTown, principal } from './lists.fixture.ts';
import { settle } from './settle.ts';

/** Identifiers of the invented parties are spoken of by number. */
const PARTIES = 5;
const KINDS = ['iin', 'phone', 'account'] as const;
interface Named {
  readonly party: number;
  readonly kind: (typeof KINDS)[number];
}

/** What happens to lists, customers and accounts; numbers are taken modulo what there is. */
type Act =
  | { readonly act: 'import' | 'put'; readonly list: number; readonly entries: readonly Named[][] }
  | { readonly act: 'activate'; readonly list: number; readonly number: number }
  | { readonly act: 'customer'; readonly bank: number; readonly knows: readonly Named[] }
  | { readonly act: 'know'; readonly customer: number; readonly knows: readonly Named[] }
  | {
      readonly act: 'account';
      readonly bank: number;
      readonly party: number;
      readonly owner: number;
    }
  | { readonly act: 'settle' | 'reopen' };

const named = fc.record({
  party: fc.nat(PARTIES - 1),
  kind: fc.constantFrom(...KINDS),
});
const several = fc.array(named, { minLength: 1, maxLength: 3 });
const act = fc.oneof(
  fc.record({
    act: fc.constantFrom('import' as const, 'put' as const),
    list: fc.nat(1),
    entries: fc.array(several, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ act: fc.constant('activate' as const), list: fc.nat(1), number: fc.nat(5) }),
  fc.record({ act: fc.constant('customer' as const), bank: fc.nat(1), knows: several }),
  fc.record({ act: fc.constant('know' as const), customer: fc.nat(5), knows: several }),
  fc.record({
    act: fc.constant('account' as const),
    bank: fc.nat(1),
    party: fc.nat(PARTIES - 1),
    owner: fc.nat(8),
  }),
  fc.record({ act: fc.constantFrom('settle' as const, 'reopen' as const) }),
);

/** The same town twice: in the store, and as plain arrays that are searched from end to end. */
class TwoTowns {
  readonly town: ListsTown;
  readonly banks: readonly number[];
  readonly parties: readonly InventedParty[];
  readonly lists: { id: number; owner: number | null; versions: Named[][][]; inForce: number }[] =
    [];
  readonly customers: { id: number; bank: number; knows: readonly Named[] }[] = [];
  readonly accounts: { no: number; bank: number; party: number; owner: number | undefined }[] = [];

  constructor(town: ListsTown, banks: readonly number[], seed: number) {
    this.town = town;
    this.banks = banks;
    this.parties = inventParties(seed, PARTIES);
  }

  async begin(): Promise<void> {
    for (const owner of [null, this.banks[0]]) {
      const id = await this.town.list(this.#manager(owner), 'dropper', owner);
      this.lists.push({ id, owner, versions: [], inForce: 0 });
    }
  }

  async perform(one: Act): Promise<void> {
    switch (one.act) {
      case 'import':
      case 'put':
        return this.#import(this.lists[one.list], one.entries, one.act === 'put');
      case 'activate':
        return this.#activate(this.lists[one.list], one.number);
      case 'customer': {
        const bank = this.banks[one.bank];
        const name = `${this.parties[0].iin}-${this.customers.length}`;
        const id = await this.town.customer(bank, name, this.#keys(one.knows));
        this.customers.push({ id, bank, knows: one.knows });
        return;
      }
      case 'know': {
        const customer = this.customers[one.customer % this.customers.length];
        if (customer === undefined) return;
        customer.knows = one.knows;
        return this.town.know(customer.id, customer.bank, this.#keys(one.knows));
      }
      case 'account':
        return this.#account(one);
      case 'settle':
        await settle(this.town.lists);
        return;
      case 'reopen':
        return this.town.open();
    }
  }

  /** What the lists say of an account to an institution, found the long way. */
  expectedOf(account: (typeof this.accounts)[number], asking: number): string[] {
    const owner = this.customers.find(({ id }) => id === account.owner);
    return this.#inForce().flatMap(({ list, entry }) => {
      if (list.owner !== null && list.owner !== asking) return [];
      const number = entry.filter((k) => k.kind === 'account' && k.party === account.party);
      const known = owner?.bank === asking ? entry.filter((k) => has(owner.knows, k)) : [];
      return [...number, ...known].map(
        ({ kind, party }) => `${list.id} ${labelOf(entry)} ${this.#kind(kind, party)}`,
      );
    });
  }

  /** What must stand in list_hits, found the long way. */
  expectedHits(): string[] {
    return this.#inForce().flatMap(({ list, entry }) => [
      ...this.customers
        .filter(
          ({ bank, knows }) => (list.owner ?? bank) === bank && entry.some((k) => has(knows, k)),
        )
        .map(({ id, bank }) => `${list.id} ${labelOf(entry)} ${bank} customer ${id}`),
      ...this.accounts
        .filter(({ party }) => entry.some((k) => k.kind === 'account' && k.party === party))
        .map(({ no, bank }) => `${list.id} ${labelOf(entry)} ${list.owner ?? bank} account ${no}`),
    ]);
  }

  async hitsStored(): Promise<string[]> {
    const rows = await this.town.store.db
      .selectFrom('list_hits as h')
      .innerJoin('list_entries as e', 'e.entry_id', 'h.entry_id')
      .select(['h.list_id', 'e.reason', 'h.institution_id', 'h.customer_id', 'h.account_no'])
      .where(
        'h.list_id',
        'in',
        this.lists.map(({ id }) => id),
      )
      .where('h.gone_at', 'is', null)
      .execute();
    return rows.map((row) => {
      const subject =
        row.customer_id === null ? `account ${row.account_no}` : `customer ${row.customer_id}`;
      return `${row.list_id} ${row.reason} ${row.institution_id} ${subject}`;
    });
  }

  #inForce() {
    return this.lists.flatMap((list) =>
      (list.versions[list.inForce - 1] ?? []).map((entry) => ({ list, entry })),
    );
  }

  async #import(list: (typeof this.lists)[number], entries: readonly Named[][], putIn: boolean) {
    const unique = [...new Map(entries.map((entry) => [labelOf(entry), entry])).values()];
    const rows = unique.map((entry) =>
      JSON.stringify({ id: labelOf(entry), reason: labelOf(entry), ...this.#told(entry) }),
    );
    const version = await this.town.import(this.#manager(list.owner), list.id, rows.join('\n'));
    list.versions.push(unique);
    if (putIn) await this.#activate(list, version.number);
  }

  async #activate(list: (typeof this.lists)[number], wish: number): Promise<void> {
    if (list.versions.length === 0) return;
    const number = ((wish + list.versions.length - 1) % list.versions.length) + 1;
    if (number === list.inForce) return;
    await this.town.activate(this.#manager(list.owner), list.id, number);
    list.inForce = number;
  }

  async #account({
    bank,
    party,
    owner,
  }: {
    bank: number;
    party: number;
    owner: number;
  }): Promise<void> {
    if (this.accounts.some((account) => account.party === party)) return;
    const customer = this.customers[owner];
    const at = this.banks[bank];
    const no = await this.town.account(at, this.parties[party].iban, customer?.id);
    this.accounts.push({ no, bank: at, party, owner: customer?.id });
    if (customer) await this.town.tell(customer.id, customer.bank, this.#keys(customer.knows));
  }

  #manager = (owner: number | null) => principal(owner ?? 0, { seesAll: owner === null });

  #keys(knows: readonly Named[]): ExactKey[] {
    const unique = new Map(knows.map((k) => [`${k.party} ${k.kind}`, k]));
    return [...unique.values()].map(({ party, kind }) => ({
      kind: this.#kind(kind, party),
      value: this.#value(kind, party),
    }));
  }

  #told(entry: readonly Named[]) {
    const of = (kind: Named['kind']) =>
      entry.filter((k) => k.kind === kind).map(({ party }) => this.#value(kind, party));
    return { iin: of('iin'), phone: of('phone'), iban: of('account') };
  }

  #value(kind: Named['kind'], party: number): string {
    const { iin, phone, iban } = this.parties[party];
    return kind === 'iin' ? iin : kind === 'phone' ? phone : iban;
  }

  #kind(kind: Named['kind'], party: number): KeyKind {
    return kind === 'iin' && this.parties[party].iin[4] >= '4' ? 'bin' : kind;
  }
}

const labelOf = (entry: readonly Named[]): string =>
  [...new Set(entry.map(({ party, kind }) => `${kind}${party}`))].sort().join('-');

const has = (knows: readonly Named[], key: Named): boolean =>
  knows.some(({ party, kind }) => party === key.party && kind === key.kind);

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

describeOnStores('lists beside brute force', (open) => {
  let town: ListsTown;
  let banks: number[];
  let seed = 5000;
  beforeAll(async () => {
    town = new ListsTown(await open());
    banks = [await town.bank('A'), await town.bank('B')];
    await town.open();
  });

  it('finds exactly what a search from end to end finds, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        const two = new TwoTowns(town, banks, ++seed);
        await two.begin();
        for (const one of acts) {
          await two.perform(one as Act);
          for (const account of two.accounts)
            for (const asking of banks) {
              const hits = town.lists.listing.hitsOf(account.no, town.at, asking);
              const found = hits.map((hit) => `${hit.listId} ${hit.reason} ${hit.via}`);
              expect(sorted(found)).toEqual(sorted(two.expectedOf(account, asking)));
            }
        }
        await settle(town.lists);
        expect((await two.hitsStored()).sort()).toEqual(sorted(two.expectedHits()));
      }),
      { numRuns: Number(process.env.RUNS ?? 25) },
    );
  });
});
