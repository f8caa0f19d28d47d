import { sql } from 'kysely';
import type { AccountFacts } from '../../../domain/account.ts';
import type { CaseAccount, CaseFile, CaseParty } from '../../../domain/case/case-file.ts';
import type { Language } from '../../../domain/language.ts';
import { CHANNELS, PURPOSES } from '../../../domain/transfer.ts';
import type { OperationSide } from '../../../law/threshold-operations.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import { bankDirectory, homeOf, readAccountName } from '../../cases/load-case-file/account-home.ts';
import { institutionsByCode } from '../../cases/load-case-file/case-accounts.ts';
import {
  openCustomers,
  partyOfCustomer,
  partyOfFacts,
  tellsHolder,
} from '../../cases/load-case-file/case-parties.ts';

/** A transfer of the day, as the store has it. */
export interface OperationRow {
  readonly seq: number;
  readonly transferId: string;
  readonly at: number;
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: number;
  readonly channel: number;
  readonly purpose: number;
  readonly hold: string | null;
}

/** Operations of one day that a person can look through. */
export const OPERATIONS_MOST = 5_000;

/** Transfers that an institution reported for a day and that reach a sum, in order; one more than the most. */
export async function operationRows(
  trx: Transaction,
  institutionId: number,
  {
    from,
    to,
    leastMinor,
  }: { readonly from: number; readonly to: number; readonly leastMinor: number },
): Promise<OperationRow[]> {
  const { rows } = await sql<OperationRow>`
    SELECT t.seq, t.transfer_id AS "transferId", t.at, t.payer, t.payee, t.amount_minor AS "amountMinor", t.channel, t.purpose,
      (SELECT h.state FROM holds h WHERE h.transfer_seq = t.seq ORDER BY h.hold_id DESC LIMIT 1) AS hold
    FROM transfers t
    WHERE t.institution_id = ${institutionId} AND t.at >= ${from} AND t.at < ${to}
      AND t.amount_minor >= ${leastMinor}
    ORDER BY t.seq LIMIT ${OPERATIONS_MOST + 1}`.execute(trx);
  return rows;
}

/** Money moved unless a hold of it stands, or ended without letting it go. */
export const isExecuted = ({ hold }: OperationRow): boolean => hold === null || hold === 'released';

/** What an institution knows of the accounts of its operations. */
export interface KnownSides {
  readonly accounts: ReadonlyMap<number, CaseAccount>;
  readonly parties: ReadonlyMap<string, CaseParty>;
  readonly sides: ReadonlyMap<number, OperationSide>;
  readonly institution: CaseFile['institution'];
}

const NOBODY: OperationSide = {
  isClient: false,
  customer: null,
  kind: 'unknown',
  registeredOn: null,
};

export const sideOf = ({ sides }: KnownSides, account: number): OperationSide =>
  sides.get(account) ?? NOBODY;

/** Reads accounts and their holders, as far as the institution may see them. */
export async function knownSides(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  institutionId: number,
  numbers: readonly number[],
  { currency, language }: { readonly currency: string; readonly language: Language },
): Promise<KnownSides> {
  const banks = await bankDirectory();
  const institutions = await institutionsByCode(trx);
  const { rows } = await sql<{
    account_no: number;
    institution_id: number;
    customer_id: number | null;
    name_sealed: Buffer;
    facts: AccountFacts | null;
  }>`
    SELECT account_no, institution_id, customer_id, name_sealed, facts FROM accounts
    WHERE account_no = ANY (${[...numbers]}::int[])`.execute(trx);
  const customers = await openCustomers(
    trx,
    store,
    rows.flatMap(({ customer_id }) => customer_id ?? []),
  );
  const own = await trx
    .selectFrom('institutions')
    .select(['code', 'name'])
    .where('institution_id', '=', institutionId)
    .executeTakeFirstOrThrow();
  const { country, bic } = homeOf(own, banks);
  const accounts = new Map<number, CaseAccount>();
  const parties = new Map<string, CaseParty>();
  const sides = new Map<number, OperationSide>();
  for (const row of rows) {
    const customer = customers.get(row.customer_id ?? -1);
    const facts = row.facts ?? {};
    const isOurs = row.institution_id === institutionId;
    const party =
      customer === undefined
        ? isOurs && tellsHolder(facts)
          ? partyOfFacts(row.account_no, facts, 'unknown')
          : undefined
        : partyOfCustomer(customer, 'unknown', institutionId);
    if (party !== undefined) parties.set(party.id, party);
    const name = store.vault.open(row.name_sealed).toString();
    const read = readAccountName(name, institutions, banks, language);
    accounts.set(row.account_no, {
      id: `a${row.account_no}`,
      account: read.account,
      isIban: read.isIban,
      isWallet: read.isWallet,
      home: read.home,
      currency,
      holder: party?.id ?? null,
      role: 'unknown',
      openedAt: null,
      status: 'active',
      hops: null,
      isForeign: read.home !== null && read.home.country !== banks.country,
      devices: [],
      ips: [],
      origin: null,
    });
    sides.set(row.account_no, {
      isClient:
        customer?.institutionId === institutionId ||
        (isOurs && !customer && isKeptBy(read.home, { ...own, bic })),
      customer: row.customer_id,
      kind: party?.kind ?? 'unknown',
      registeredOn: party?.registeredOn ?? null,
    });
  }
  return { accounts, parties, sides, institution: { ...own, country, bic, bin: null } };
}

/**
 * An account that no client record names is taken for a client's where the institution itself keeps it: a bank that told us no
 * clients would else report nothing.
 */
const isKeptBy = (
  home: CaseAccount['home'],
  {
    code,
    name,
    bic,
  }: { readonly code: string; readonly name: string; readonly bic: string | null },
): boolean =>
  home !== null && (home.code === code || home.name === name || (bic !== null && home.bic === bic));

/** One operation as the file that a notice is filled in from. */
export function operationFile(
  row: OperationRow,
  { accounts, parties, institution }: KnownSides,
  { currency, now }: { readonly currency: string; readonly now: number },
): CaseFile {
  const both = [row.payer, row.payee].flatMap((number) => accounts.get(number) ?? []);
  return {
    ...{ caseId: 0, number: '', title: '', openedAt: row.at, asOf: now },
    ...{ state: 'open', outcome: null, officer: null, cut: false },
    ...{ posts: [], contacts: [], signals: [], networks: [], holds: [], facts: [] },
    institution,
    parties: both.flatMap(({ holder }) => parties.get(holder ?? '') ?? []),
    accounts: both,
    transfers: [
      {
        id: row.transferId,
        at: row.at,
        payer: `a${row.payer}`,
        payee: `a${row.payee}`,
        amountMinor: row.amountMinor,
        currency,
        channel: CHANNELS[row.channel],
        purpose: PURPOSES[row.purpose],
        text: null,
        verdict: 'allow',
        score: 0,
        rules: [],
        state: isExecuted(row) ? 'executed' : 'held',
        isSuspicious: false,
        origin: null,
      },
    ],
  };
}
