import type { CaseAccount } from '../../../domain/case/case-file.ts';
import type { Origin } from '../../../domain/case/marking.ts';
import type { ForeignFacts } from '../../../exchange/foreign-facts.ts';
import type { Transaction } from '../../../store/store.ts';
import type { ImportedElement } from '../../../store/tables/packages.ts';
import type { Vault } from '../../../store/vault.ts';
import { accountName } from '../../live/account-names.ts';
import type { Institution } from '../../live/transfer-request.ts';
import { accountKeys, contactKeys, type ElementKey, partyKeys } from './element-keys.ts';

/** One element of a package to be kept. */
interface Row {
  readonly element: ImportedElement;
  readonly origin: Pick<Origin, 'from' | 'tlp' | 'namedTo'>;
  readonly body: object;
  readonly keys: readonly ElementKey[];
}

/** How a partner is called in a package of theirs, and by us. */
export interface SenderNames {
  /** Our code of the partner. */
  readonly code: string;
  /** What the package calls its sender. */
  readonly own: readonly string[];
  /** Our own institution: how it would call an account that no IBAN of this country names. */
  readonly us: Institution;
}

/** An account is met by its normal form, and by the name that it has in our books. */
const keysOfAccount = (vault: Vault, account: CaseAccount, us: Institution): ElementKey[] => {
  const name = accountName(us, account.account);
  const own = { kind: 'account', hash: vault.hash('account', name), value: account.account };
  return [...accountKeys(vault, account).filter(({ hash }) => !hash.equals(own.hash)), own];
};

export function rowsOf(vault: Vault, facts: ForeignFacts, names: SenderNames): Row[] {
  // What the sender says of itself is said by the partner who handed it over; of others it is hearsay of theirs.
  const fromOf = (from: string): string => (names.own.includes(from) ? names.code : from);
  const said = { from: names.code, tlp: facts.saidTlp, namedTo: [] };
  const marked = <E extends { readonly origin: Origin | null }>(
    element: ImportedElement,
    list: readonly E[],
    keysOf: (e: E) => readonly ElementKey[] = () => [],
  ): Row[] =>
    list.map(({ origin, ...body }) => ({
      element,
      origin: origin === null ? said : { ...origin, from: fromOf(origin.from) },
      body,
      keys: keysOf({ origin, ...body } as E),
    }));
  const bare = (element: ImportedElement, list: readonly object[]): Row[] =>
    list.map((body) => ({ element, origin: said, body, keys: [] }));
  return [
    ...marked('party', facts.parties, (party) => partyKeys(vault, party)),
    ...marked('account', facts.accounts, (account) => keysOfAccount(vault, account, names.us)),
    ...marked('transfer', facts.transfers),
    ...marked('post', facts.posts),
    ...marked('contact', facts.contacts, (contact) => contactKeys(vault, contact)),
    ...bare('signal', facts.signals),
    ...bare('network', facts.networks),
    ...bare('hold', facts.holds),
    ...bare('fact', facts.facts),
  ];
}

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const BATCH = 500;

export async function writeRows(
  trx: Transaction,
  vault: Vault,
  place: { readonly packageId: number; readonly institutionId: number },
  rows: readonly Row[],
): Promise<void> {
  const of = { package_id: place.packageId, institution_id: place.institutionId };
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    const ids = await trx
      .insertInto('imported_facts')
      .values(
        batch.map(({ element, origin, body }) => ({
          ...of,
          element,
          from_code: origin.from.slice(0, 200),
          tlp: origin.tlp,
          named_to: [...origin.namedTo].slice(0, 64),
          sealed: vault.seal(JSON.stringify(body)),
        })),
      )
      .returning('imported_id')
      .execute();
    const keys = batch.flatMap(({ keys: told }, i) =>
      told.map(({ kind, hash }) => ({ ...of, imported_id: ids[i]!.imported_id, kind, hash })),
    );
    for (let at = 0; at < keys.length; at += BATCH)
      await trx
        .insertInto('imported_keys')
        .values(keys.slice(at, at + BATCH))
        .onConflict((on) => on.doNothing())
        .execute();
  }
}
