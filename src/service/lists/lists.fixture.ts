import { type InventedParty, piecesOf } from '../../intake/lists/list-files.fixture.ts';
import type { ExactKey } from '../../screening/lists/exact-key.ts';
import type { ListKind } from '../../screening/lists/list-kind.ts';
import type { Store } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';
import { openAudit } from '../audit/audit.ts';
import { type Activation, activateVersion } from './activate-version.ts';
import { createList } from './create-list.ts';
import { type ImportedVersion, importVersion } from './import-version.ts';
import type { Lists, MarkChange } from './lists.ts';
import { openLists } from './open-lists.ts';

/** A bank, its people, and lists over one store with a clock of the test's own. */
export class ListsTown {
  readonly store: Store;
  /** What was told of marks, in order. */
  readonly told: Pick<MarkChange, 'kind' | 'accountNos'>[] = [];
  at = Date.UTC(2026, 5, 1);
  lists!: Lists;
  #accounts = 0;
  #listNames = 0;

  constructor(store: Store) {
    this.store = store;
  }

  /** Opens the lists, or opens them anew as after a restart. */
  async open(): Promise<void> {
    this.lists = await openLists({
      store: this.store,
      audit: await openAudit({ store: this.store, now: () => this.at }),
      now: () => this.at,
      onMarks: async ({ kind, accountNos, written }) => {
        await this.store.write(written);
        this.told.push({ kind, accountNos });
      },
    });
    this.#accounts = await this.store.db
      .selectFrom('accounts')
      .select(({ fn }) => fn.max('account_no').as('last'))
      .executeTakeFirst()
      .then((row) => (row?.last ?? -1) + 1);
  }

  /** Accounts that were told to be marked since `told` was emptied. */
  get marked(): number[] {
    return this.told.flatMap(({ kind, accountNos }) => (kind === 'mark' ? accountNos : []));
  }

  /** Accounts whose marks were told to be taken back. */
  get unmarked(): number[] {
    return this.told.flatMap(({ kind, accountNos }) => (kind === 'unmark' ? accountNos : []));
  }

  async bank(code: string): Promise<number> {
    const { institution_id } = await this.store.db
      .insertInto('institutions')
      .values({ code, name: code, kind: 'bank', created_at: this.at })
      .returning('institution_id')
      .executeTakeFirstOrThrow();
    return institution_id;
  }

  hash(key: ExactKey): Buffer {
    return this.store.vault.hash(key.kind, key.value);
  }

  /** A new account as the decision service makes one: in memory at once, in the store with its block. */
  async account(institutionId: number, name: string, customerId?: number): Promise<number> {
    const accountNo = this.seeAccount(institutionId, name);
    await this.storeAccount(accountNo, institutionId, name, customerId);
    return accountNo;
  }

  seeAccount(institutionId: number, name: string): number {
    const accountNo = this.#accounts++;
    this.lists.listing.onNewAccount(accountNo, institutionId, [
      this.hash({ kind: 'account', value: name }),
    ]);
    return accountNo;
  }

  async storeAccount(
    accountNo: number,
    institutionId: number,
    name: string,
    customerId?: number,
  ): Promise<void> {
    await this.store.db
      .insertInto('accounts')
      .values({
        account_no: accountNo,
        institution_id: institutionId,
        name_hash: this.hash({ kind: 'account', value: name }),
        name_sealed: this.store.vault.seal(name),
        customer_id: customerId ?? null,
        created_at: this.at,
      })
      .execute();
  }

  /** A customer with what it is known by; told to the lists after it is stored. */
  async customer(
    institutionId: number,
    externalId: string,
    keys: readonly ExactKey[],
  ): Promise<number> {
    const { customer_id } = await this.store.db
      .insertInto('customers')
      .values({
        institution_id: institutionId,
        external_id: externalId,
        sealed: this.store.vault.seal('{}'),
        updated_at: this.at,
      })
      .returning('customer_id')
      .executeTakeFirstOrThrow();
    await this.know(customer_id, institutionId, keys);
    return customer_id;
  }

  /** The customer is known by these identifiers now, and by no others. */
  async know(customerId: number, institutionId: number, keys: readonly ExactKey[]): Promise<void> {
    const { db } = this.store;
    await db.deleteFrom('identifiers').where('customer_id', '=', customerId).execute();
    if (keys.length > 0)
      await db
        .insertInto('identifiers')
        .values(
          keys.map((key) => ({
            kind: key.kind,
            value_hash: this.hash(key),
            institution_id: institutionId,
            customer_id: customerId,
          })),
        )
        .execute();
    await db
      .updateTable('customers')
      .set({ updated_at: this.at })
      .where('customer_id', '=', customerId)
      .execute();
    await this.tell(customerId, institutionId, keys);
  }

  /** Tells the lists of a customer as it stands. */
  async tell(customerId: number, institutionId: number, keys: readonly ExactKey[]): Promise<void> {
    const accounts = await this.store.db
      .selectFrom('accounts')
      .select('account_no')
      .where('customer_id', '=', customerId)
      .execute();
    const hashes = keys.map((key) => this.hash(key));
    const accountNos = accounts.map(({ account_no }) => account_no);
    this.lists.listing.onCustomer(customerId, institutionId, hashes, accountNos);
  }

  list(by: Principal, kind: ListKind, institutionId: number | null = null): Promise<number> {
    const name = `${kind} ${++this.#listNames}`;
    return createList(this.lists, by, {
      institutionId,
      kind,
      name,
      source: 'test',
      handling: 'TLP:RED',
    });
  }

  import(by: Principal, listId: number, text: string): Promise<ImportedVersion> {
    return importVersion(this.lists, by, listId, { fileName: 'list.csv', chunks: piecesOf(text) });
  }

  activate(by: Principal, listId: number, number: number): Promise<Activation> {
    return activateVersion(this.lists, by, listId, number, 'test');
  }

  /** Imports and activates. */
  async put(by: Principal, listId: number, text: string): Promise<ImportedVersion> {
    const version = await this.import(by, listId, text);
    await this.activate(by, listId, version.number);
    return version;
  }

  /** Ids of the entries that an account meets now. */
  hits(accountNo: number, institutionId: number, at = this.at): number[] {
    return this.lists.listing.hitsOf(accountNo, at, institutionId).map(({ entryId }) => entryId);
  }
}

export const principal = (institutionId: number, more: Partial<Principal> = {}): Principal => ({
  kind: 'user',
  id: 1,
  institutionId,
  seesAll: false,
  roles: ['supervisor'],
  scopes: [],
  name: `person of ${institutionId}`,
  ...more,
});

export const keysOf = (party: InventedParty): ExactKey[] => [
  { kind: party.iin[4] >= '4' ? 'bin' : 'iin', value: party.iin },
  { kind: 'phone', value: party.phone },
];
