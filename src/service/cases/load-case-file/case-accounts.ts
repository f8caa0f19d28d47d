import { sql } from 'kysely';
import type { AccountFacts } from '../../../domain/account.ts';
import type { BankDirectory } from '../../../domain/banks.ts';
import type { CaseAccount, CaseParty, CaseRole } from '../../../domain/case/case-file.ts';
import type { Language } from '../../../domain/language.ts';
import { channelCode } from '../../../domain/transfer.ts';
import type { Transaction } from '../../../store/store.ts';
import { type KnownInstitution, readAccountName } from './account-home.ts';
import { type OpenedCustomer, partyOfCustomer, partyOfFacts, tellsHolder } from './case-parties.ts';
import type { CaseReach } from './case-reach.ts';
import type { CaseTransferRow } from './case-transfers.ts';
import type { KnownAccounts } from './known-accounts.ts';

const ABROAD = channelCode('abroad');

/** What the store says of an account that the reader may see as one of its institution's own. */
export interface OwnAccountRow {
  readonly account_no: number;
  readonly institution_id: number;
  readonly customer_id: number | null;
}

/** Rows of accounts that the reader may see; an account of another bank has none, and is known by its name alone. */
export async function ownAccountRows(
  trx: Transaction,
  accounts: readonly number[],
): Promise<ReadonlyMap<number, OwnAccountRow>> {
  if (accounts.length === 0) return new Map();
  const { rows } = await sql<OwnAccountRow>`
    SELECT account_no, institution_id, customer_id FROM accounts
    WHERE account_no = ANY (${[...accounts]}::int[])`.execute(trx);
  return new Map(rows.map((row) => [row.account_no, row]));
}

/** Institutions that the reader may see, by code. */
export async function institutionsByCode(
  trx: Transaction,
): Promise<ReadonlyMap<string, KnownInstitution>> {
  const rows = await trx.selectFrom('institutions').select(['code', 'name']).execute();
  return new Map(rows.map((row) => [row.code, row]));
}

export interface AccountParts {
  readonly reach: CaseReach;
  readonly known: KnownAccounts;
  readonly institutions: ReadonlyMap<string, KnownInstitution>;
  readonly banks: BankDirectory;
  readonly language: Language;
  readonly rows: ReadonlyMap<number, OwnAccountRow>;
  readonly customers: ReadonlyMap<number, OpenedCustomer>;
  readonly transfers: readonly CaseTransferRow[];
  /** Accounts under a hold that stands. */
  readonly held: ReadonlySet<number>;
  readonly country: string;
}

/** Accounts of a case and who holds them, as far as the reader may see. */
export function accountsAndParties(
  accounts: readonly number[],
  parts: AccountParts,
): { accounts: CaseAccount[]; parties: CaseParty[] } {
  const parties = new Map<string, CaseParty>();
  const abroad = new Set(
    parts.transfers.filter(({ channel }) => channel === ABROAD).map(({ payee }) => payee),
  );
  const made = accounts.map((account): CaseAccount => {
    const reached = parts.reach.accounts.get(account);
    const role: CaseRole = reached?.role ?? 'counterparty';
    const row = parts.rows.get(account);
    // What a bank told of an account is that bank's: others do not hear it.
    const facts = row === undefined ? undefined : parts.known.state.accounts.facts.get(account);
    const holder = holderOf(account, row, facts, role, parts);
    if (holder !== undefined) keepParty(parties, holder);
    const kept = holder === undefined ? undefined : parts.customers.get(row?.customer_id ?? -1);
    const read = readAccountName(
      parts.known.accountName(account) ?? '',
      parts.institutions,
      parts.banks,
      parts.language,
    );
    // A name that a bank gives to an account abroad says nothing of who keeps it.
    const home = abroad.has(account) && !read.isIban ? null : read.home;
    return {
      id: `a${account}`,
      account: read.account,
      isIban: read.isIban,
      isWallet: read.isWallet,
      home,
      currency: parts.known.options.currency,
      holder: holder?.id ?? null,
      role,
      openedAt: facts?.openedAt ?? kept?.kept.openedAt ?? null,
      status: parts.held.has(account) ? 'held' : 'active',
      hops: reached?.hops ?? null,
      isForeign: home === null ? abroad.has(account) : home.country !== parts.country,
      devices: kept?.kept.devices ?? [],
      ips: kept?.kept.ips ?? [],
      origin: null,
    };
  });
  return { accounts: made, parties: [...parties.values()] };
}

function holderOf(
  account: number,
  row: OwnAccountRow | undefined,
  facts: AccountFacts | undefined,
  role: CaseRole,
  { customers, reach }: AccountParts,
): CaseParty | undefined {
  const customer = customers.get(row?.customer_id ?? -1);
  if (customer !== undefined) return partyOfCustomer(customer, role, reach.row.institution_id);
  return facts !== undefined && tellsHolder(facts) ? partyOfFacts(account, facts, role) : undefined;
}

/** Roles from the one that says least: a person of two accounts is what the weightier of them is. */
const WEIGHT: readonly CaseRole[] = [
  'unknown',
  'counterparty',
  'victim',
  'mule',
  'transit',
  'cashout',
  'collector',
  'recruiter',
  'organiser',
];

function keepParty(parties: Map<string, CaseParty>, party: CaseParty): void {
  const known = parties.get(party.id);
  const isWeightier =
    known === undefined || WEIGHT.indexOf(party.role) > WEIGHT.indexOf(known.role);
  parties.set(party.id, isWeightier ? party : known);
}
